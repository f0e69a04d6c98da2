/*
 * reader_marks.c - the reading door's marks: content controls (ECMA-376-1
 * 17.5.2) and bookmarks (17.13.6), as ranges over the words. See reader.h.
 */
#include "wml/reader_state.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* An end that is not known before its paragraph is: cut down at the end. */
#define TO_THE_END SIZE_MAX

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

/* Where a mark that starts now starts: here, or at the next paragraph. */
static void start_here(const struct reader *reader, struct wml_mark *mark)
{
	const struct reader_para *open = NULL;

	if (reader_in_para(reader))
		open = &reader->paras[reader->nest - 1];
	else if (reader->nest < READER_NEST_MAX &&
		 reader->paras[reader->nest].is_waiting)
		open = &reader->paras[reader->nest];
	mark->first = open ? open->index : reader->story->paras.n;
	mark->start = open ? open->text.size : 0;
}

/* Where a mark that ends now ends: here, or with the paragraph before. */
static void end_here(const struct reader *reader, struct wml_mark *mark)
{
	if (reader_in_para(reader)) {
		const struct reader_para *open =
			&reader->paras[reader->nest - 1];

		mark->last = open->index;
		mark->end = open->text.size;
	} else if (reader->story->paras.n > 0) {
		mark->last = reader->story->paras.n - 1;
		mark->end = TO_THE_END;
	}
	if (mark->last < mark->first ||
	    (mark->last == mark->first && mark->end < mark->start)) {
		mark->last = mark->first;
		mark->end = mark->start;
	}
}

static int new_mark(struct wml_mark **out, struct reader *reader,
		    enum wml_mark_kind kind, struct vb_error *err)
{
	struct wml_mark *mark;

	if (reader->story->marks.n >= WML_MARKS_MAX)
		return err_set(err, VB_LIMIT,
			       "more than %d controls and bookmarks",
			       WML_MARKS_MAX);
	mark = vec_push(&reader->story->marks);
	if (!mark)
		return no_memory(err);
	mark->kind = kind;
	mark->name = mark->alias = mark->xpath = mark->store = "";
	mark->parent = reader->control;
	start_here(reader, mark);
	mark->last = mark->first;
	mark->end = mark->start;
	*out = mark;
	return VB_OK;
}

/* ---- controls ------------------------------------------------------------ */

static const enum wml_mark_scope scopes[] = {
	[IN_BLOCKS] = WML_BLOCK,
	[IN_PARA] = WML_INLINE,
	[IN_TABLE] = WML_ROW,
	[IN_ROW] = WML_CELL,
};

int reader_control_start(struct reader *reader, struct vb_error *err)
{
	struct wml_mark *mark = NULL;
	int code = new_mark(&mark, reader, WML_CONTROL, err);

	if (code != VB_OK || !mark)
		return code;
	mark->scope = scopes[reader->levels[reader->depth].context];
	reader->control = reader->story->marks.n;
	return VB_OK;
}

/* Placeholders of outlines are dots, lines, spaces: "vanbanDots6". */
static bool is_outline_part(const struct sax_element *el)
{
	size_t size;
	const char *name = sax_attr(el, "val", &size);

	return name && size > 6 && memcmp(name, "vanban", 6) == 0;
}

int reader_control_property(struct reader *reader, const struct sax_element *el,
			    enum reader_kind kind, struct vb_error *err)
{
	struct wml_mark *mark;
	const char **text = NULL;
	const char *name = "val";

	if (!reader->control)
		return VB_OK;
	mark = &reader->story->marks.at[reader->control - 1];
	if (kind == EL_TAG) {
		text = &mark->name;
	} else if (kind == EL_ALIAS) {
		text = &mark->alias;
	} else if (kind == EL_DATA_BINDING) {
		text = &mark->xpath;
		name = "xpath";
		mark->store = sax_attr_copy(&reader->story->arena, el,
					    "storeItemID");
		if (!mark->store)
			return no_memory(err);
	} else if (kind == EL_DOC_PART) {
		mark->has_leader = is_outline_part(el);
	} else if (kind == EL_SHOWING) {
		mark->is_placeholder = sax_is_on(el);
	} else if (kind == EL_REPEATING) {
		mark->is_repeat = true;
	} else if (kind == EL_CHECKBOX) {
		mark->is_checkbox = true;
	} else if (kind == EL_CHECKED && mark->is_checkbox) {
		mark->is_checked = sax_is_on(el);
	}
	if (text) {
		*text = sax_attr_copy(&reader->story->arena, el, name);
		if (!*text)
			return no_memory(err);
	}
	return VB_OK;
}

int reader_control_item(struct reader *reader, const struct sax_element *el,
			struct vb_error *err)
{
	struct wml_story *story = reader->story;
	struct wml_item *item;

	if (!reader->control)
		return VB_OK;
	if (story->items.n >= WML_MARKS_MAX)
		return err_set(err, VB_LIMIT, "more than %d items of lists",
			       WML_MARKS_MAX);
	item = vec_push(&story->items);
	if (!item)
		return no_memory(err);
	item->mark = reader->control - 1;
	item->shown = sax_attr_copy(&story->arena, el, "displayText");
	item->value = sax_attr_copy(&story->arena, el, "value");
	return item->shown && item->value ? VB_OK : no_memory(err);
}

const char *wml_chosen(const struct wml_story *story,
		       const struct wml_mark *control, const char *shown)
{
	size_t mark = (size_t)(control - story->marks.at);
	size_t low = 0, high = story->items.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (story->items.at[mid].mark < mark)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < story->items.n && story->items.at[low].mark == mark; low++)
		if (strcmp(story->items.at[low].shown, shown) == 0)
			return story->items.at[low].value;
	return NULL;
}

void reader_control_content(struct reader *reader)
{
	if (reader->control &&
	    reader->story->marks.at[reader->control - 1].is_placeholder)
		reader->placeholders++;
}

void reader_control_end(struct reader *reader)
{
	struct wml_mark *mark;

	if (!reader->control)
		return;
	mark = &reader->story->marks.at[reader->control - 1];
	end_here(reader, mark);
	reader->control = mark->parent;
}

/* ---- bookmarks ----------------------------------------------------------- */
/* Ids are decimal numbers; whatever else stands there is told apart too. */
static uint64_t id_key(const struct sax_element *el)
{
	size_t size, i;
	const char *id = sax_attr(el, "id", &size);
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (i = 0; id && i < size; i++) {
		hash ^= (unsigned char)id[i];
		hash *= UINT64_C(0x100000001b3);
	}
	return hash;
}

static struct reader_open *find_slot(struct reader_open *table, size_t cap,
				     uint64_t key)
{
	size_t i = (size_t)(key ^ key >> 32) & (cap - 1);

	while (table[i].used && table[i].key != key)
		i = (i + 1) & (cap - 1);
	return &table[i];
}

static bool grow(struct reader *reader)
{
	size_t cap = reader->cap_open ? reader->cap_open * 2 : 64, i;
	struct reader_open *table = calloc(cap, sizeof(*table));

	if (!table)
		return false;
	reader->n_open = 0;
	for (i = 0; i < reader->cap_open; i++) {
		/* closed ones need no place any more */
		if (!reader->open[i].used || !reader->open[i].mark)
			continue;
		*find_slot(table, cap, reader->open[i].key) = reader->open[i];
		reader->n_open++;
	}
	free(reader->open);
	reader->open = table;
	reader->cap_open = cap;
	return true;
}

int reader_bookmark_start(struct reader *reader, const struct sax_element *el,
			  struct vb_error *err)
{
	struct wml_mark *mark = NULL;
	struct reader_open *slot;
	uint64_t key = id_key(el);
	int code = new_mark(&mark, reader, WML_BOOKMARK, err);

	if (code != VB_OK || !mark)
		return code;
	mark->is_open = true;
	mark->name = sax_attr_copy(&reader->story->arena, el, "name");
	if (!mark->name)
		return no_memory(err);
	if (reader->n_open * 2 >= reader->cap_open && !grow(reader))
		return no_memory(err);
	slot = find_slot(reader->open, reader->cap_open, key);
	if (!slot->used)
		reader->n_open++;
	slot->used = true;
	slot->key = key;
	slot->mark = reader->story->marks.n;
	return VB_OK;
}

void reader_bookmark_end(struct reader *reader, const struct sax_element *el)
{
	struct reader_open *slot;
	struct wml_mark *mark;

	if (!reader->cap_open)
		return;
	slot = find_slot(reader->open, reader->cap_open, id_key(el));
	if (!slot->used || !slot->mark)
		return;
	mark = &reader->story->marks.at[slot->mark - 1];
	mark->is_open = false;
	end_here(reader, mark);
	slot->mark = 0;
}

/* ---- the end ------------------------------------------------------------- */
static void cut(size_t *para, size_t *at, const struct wml_story *story)
{
	if (*para >= story->paras.n) {
		*para = story->paras.n - 1;
		*at = TO_THE_END;
	}
	if (*at > story->paras.at[*para].size)
		*at = story->paras.at[*para].size;
}

/* In the order in which they end. */
static int by_end(const void *a, const void *b)
{
	const struct wml_anchor *x = a, *y = b;

	if (x->para != y->para)
		return x->para < y->para ? -1 : 1;
	if (x->end != y->end)
		return x->end < y->end ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

void wml_sort_anchors(struct wml_story *story)
{
	if (story->anchors.n)
		qsort(story->anchors.at, story->anchors.n,
		      sizeof(*story->anchors.at), by_end);
}

int reader_marks_finish(struct reader *reader, struct vb_error *err)
{
	struct wml_story *story = reader->story;
	struct wml_para *para;
	size_t i;

	if (story->marks.n > 0 && story->paras.n == 0) {
		para = vec_push(&story->paras);
		if (!para)
			return no_memory(err);
		para->text = para->style = para->label = "";
		para->style_name = "";
		para->outline = -1;
		para->number = 1;
	}
	wml_sort_anchors(story);
	for (i = 0; i < story->marks.n; i++) {
		struct wml_mark *mark = &story->marks.at[i];

		cut(&mark->first, &mark->start, story);
		cut(&mark->last, &mark->end, story);
	}
	return VB_OK;
}
