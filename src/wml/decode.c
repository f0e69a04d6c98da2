/* decode.c - see decode.h. */
#include "wml/decode.h"

#include "text/legacy.h"
#include "util/err.h"

#include <stdlib.h>

/* A paragraph whose bytes moved. */
struct moved {
	size_t para;
	struct text_map map;
};

struct decoder {
	struct wml_story *story;
	struct buf text;
	struct {
		VEC(struct moved);
	} moved; /* in order of paragraphs */
};

static bool move_spans(struct arena *arena, struct wml_para *para,
		       const struct text_map *map)
{
	struct wml_span *spans = arena_array(arena, para->n_spans,
					     sizeof(*spans));
	size_t i;

	if (!spans)
		return false;
	for (i = 0; i < para->n_spans; i++) {
		size_t end = para->spans[i].start + para->spans[i].size;

		spans[i] = para->spans[i];
		spans[i].start = text_map_out(map, spans[i].start);
		spans[i].size = text_map_out(map, end) - spans[i].start;
	}
	para->spans = spans;
	return true;
}

static bool move_deleted(struct arena *arena, struct wml_para *para,
			 const struct text_map *map)
{
	size_t *deleted, i;

	if (para->n_deleted == 0)
		return true;
	deleted = arena_array(arena, para->n_deleted, sizeof(*deleted));
	if (!deleted)
		return false;
	for (i = 0; i < para->n_deleted; i++)
		deleted[i] = text_map_out(map, para->deleted[i]);
	para->deleted = deleted;
	return true;
}

static int decode_para(struct decoder *d, size_t index, struct vb_error *err)
{
	struct arena *arena = &d->story->arena;
	struct wml_para *para = &d->story->paras.at[index];
	struct text_map map = {0};
	struct moved *moved;
	bool is_changed;

	buf_clear(&d->text);
	is_changed = legacy_convert(&d->text, &map, para->text, para->size,
				    NULL, 0);
	if (!is_changed && buf_ok(&d->text) && !map.failed) {
		text_map_release(&map);
		return VB_OK;
	}
	moved = vec_push(&d->moved);
	if (!moved) {
		text_map_release(&map);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	moved->para = index;
	moved->map = map;
	if (!buf_ok(&d->text) || map.failed || !move_spans(arena, para, &map) ||
	    !move_deleted(arena, para, &map))
		return err_set(err, VB_NOMEM, "out of memory");
	para->text = arena_strn(arena, buf_cstr(&d->text), d->text.size);
	para->size = d->text.size;
	return para->text ? VB_OK : err_set(err, VB_NOMEM, "out of memory");
}

static int compare(const void *key, const void *moved)
{
	const size_t para = *(const size_t *)key;
	const size_t other = ((const struct moved *)moved)->para;

	return para < other ? -1 : para > other;
}

static void move_place(const struct decoder *d, size_t para, size_t *at)
{
	const struct moved *moved = bsearch(&para, d->moved.at, d->moved.n,
					    sizeof(*moved), compare);

	if (moved)
		*at = text_map_out(&moved->map, *at);
}

int wml_decode(struct wml_story *story, struct vb_error *err)
{
	struct decoder d = {.story = story, .text = BUF_INIT};
	int code = VB_OK;
	size_t i;

	for (i = 0; i < story->paras.n && code == VB_OK; i++)
		if (legacy_suspect(story->paras.at[i].text,
				   story->paras.at[i].size))
			code = decode_para(&d, i, err);
	for (i = 0; i < story->marks.n && d.moved.n && code == VB_OK; i++) {
		struct wml_mark *mark = &story->marks.at[i];

		move_place(&d, mark->first, &mark->start);
		move_place(&d, mark->last, &mark->end);
	}
	for (i = 0; i < d.moved.n; i++)
		text_map_release(&d.moved.at[i].map);
	vec_release(&d.moved);
	buf_release(&d.text);
	return code;
}
