/* decode.c - see decode.h. */
#include "wml/decode.h"

#include "text/legacy.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* A paragraph whose bytes moved. */
struct moved {
	size_t para;
	struct text_map map;
};

struct decoder {
	struct wml_story *story;
	enum legacy_charset *fonts; /* by wml_span.font */
	bool has_legacy;	    /* a font is one of these */
	struct buf text;
	struct {
		VEC(struct legacy_run);
	} runs; /* of the paragraph in hand */
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
		spans[i].start = (uint32_t)text_map_out(map, spans[i].start);
		spans[i].size = (uint32_t)text_map_out(map, end) -
				spans[i].start;
	}
	para->spans = spans;
	return true;
}

static bool move_deleted(struct arena *arena, struct wml_para *para,
			 const struct text_map *map)
{
	uint32_t *deleted;
	size_t i;

	if (para->n_deleted == 0)
		return true;
	deleted = arena_array(arena, para->n_deleted, sizeof(*deleted));
	if (!deleted)
		return false;
	for (i = 0; i < para->n_deleted; i++)
		deleted[i] = (uint32_t)text_map_out(map, para->deleted[i]);
	para->deleted = deleted;
	return true;
}

static int find_fonts(struct decoder *d, struct vb_error *err)
{
	size_t i, n = d->story->fonts.n;

	d->fonts = calloc(n + 1, sizeof(*d->fonts));
	if (!d->fonts)
		return err_set(err, VB_NOMEM, "out of memory");
	for (i = 0; i < n; i++) {
		const char *name = d->story->fonts.at[i];

		d->fonts[i] = legacy_font(name, strlen(name));
		if (d->fonts[i] != LEGACY_NONE)
			d->has_legacy = true;
	}
	return VB_OK;
}

/* The stretches of the paragraph whose font says what they are. */
static bool find_runs(struct decoder *d, const struct wml_para *para)
{
	size_t i;

	d->runs.n = 0;
	for (i = 0; d->has_legacy && i < para->n_spans; i++) {
		const struct wml_span *span = &para->spans[i];
		struct legacy_run *run;

		if (d->fonts[span->font] == LEGACY_NONE)
			continue;
		run = vec_push(&d->runs);
		if (!run)
			return false;
		run->start = span->start;
		run->size = span->size;
		run->charset = d->fonts[span->font];
	}
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
				    d->runs.at, d->runs.n);
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

static void move_anchor(const struct decoder *d, size_t para, uint32_t *at)
{
	size_t place = *at;

	move_place(d, para, &place);
	*at = (uint32_t)place;
}

int wml_decode(struct wml_story *story, struct vb_error *err)
{
	struct decoder d = {.story = story, .text = BUF_INIT};
	int code = VB_OK;
	size_t i;

	code = find_fonts(&d, err);
	for (i = 0; i < story->paras.n && code == VB_OK; i++) {
		if (!find_runs(&d, &story->paras.at[i]))
			code = err_set(err, VB_NOMEM, "out of memory");
		else if (d.runs.n || legacy_suspect(story->paras.at[i].text,
						    story->paras.at[i].size))
			code = decode_para(&d, i, err);
	}
	for (i = 0; i < story->marks.n && d.moved.n && code == VB_OK; i++) {
		struct wml_mark *mark = &story->marks.at[i];

		move_place(&d, mark->first, &mark->start);
		move_place(&d, mark->last, &mark->end);
	}
	for (i = 0; i < story->anchors.n && d.moved.n && code == VB_OK; i++) {
		struct wml_anchor *anchor = &story->anchors.at[i];

		move_anchor(&d, anchor->para, &anchor->start);
		move_anchor(&d, anchor->para, &anchor->end);
	}
	free(d.fonts);
	vec_release(&d.runs);
	for (i = 0; i < d.moved.n; i++)
		text_map_release(&d.moved.at[i].map);
	vec_release(&d.moved);
	buf_release(&d.text);
	return code;
}
