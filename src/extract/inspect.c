/* inspect.c - collecting what a document holds. See inspect.h. */
#include "extract/inspect.h"

#include "text/span.h"
#include "util/err.h"
#include "wml/marks.h"

#include <string.h>

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

static int new_item(struct item **out, struct inspection *in,
		    struct vb_error *err)
{
	if (in->items.n >= INSPECT_ITEMS_MAX)
		return err_set(err, VB_LIMIT, "more than %d marks",
			       INSPECT_ITEMS_MAX);
	*out = vec_push(&in->items);
	return *out ? VB_OK : no_memory(err);
}

/* The words of a mark: of its first paragraph, "..." when it goes on. */
static const char *mark_words(struct inspection *in,
			      const struct wml_story *wml,
			      const struct wml_mark *mark)
{
	const struct wml_para *para = &wml->paras.at[mark->first];
	size_t end = mark->last == mark->first ? mark->end : para->size;
	const char *words = source_shorten(&in->arena, para->text + mark->start,
					   end - mark->start, INSPECT_WORDS_MAX,
					   false);

	if (!words ||
	    (mark->last == mark->first &&
	     text_trim(para->text + mark->start, end - mark->start).size <=
		     INSPECT_WORDS_MAX))
		return words;
	return arena_printf(&in->arena, "%s...", words);
}

static int add_mark(struct inspection *in, size_t story,
		    const struct wml_mark *mark, struct vb_error *err)
{
	const struct wml_story *wml = in->source->stories.at[story].wml;
	struct item *item = NULL;
	int code = new_item(&item, in, err);

	if (code != VB_OK || !item)
		return code;
	item->kind = mark->kind == WML_BOOKMARK ? ITEM_BOOKMARK
		     : mark->is_repeat		? ITEM_REPEAT
						: ITEM_CONTROL;
	item->name = mark->name;
	item->alias = mark->alias;
	item->scope = mark->scope;
	item->binding = mark_parse_binding(mark->xpath);
	item->is_placeholder = mark->is_placeholder;
	item->words = mark_words(in, wml, mark);
	if (!item->words || !source_place(in->source, &in->arena, &item->place,
					  story, mark->first, mark->start))
		return no_memory(err);
	return VB_OK;
}

static int add_tag(struct inspection *in, size_t story, size_t para,
		   size_t start, struct text_span name, struct vb_error *err)
{
	struct item *item = NULL;
	int code = new_item(&item, in, err);

	if (code != VB_OK || !item)
		return code;
	item->kind = ITEM_TAG;
	item->alias = item->words = "";
	item->name = arena_strn(&in->arena, name.at, name.size);
	if (!item->name || !source_place(in->source, &in->arena, &item->place,
					 story, para, start))
		return no_memory(err);
	return VB_OK;
}

/* Runs cut tags to pieces, so that only the joined text shows them. */
static int add_tags(struct inspection *in, size_t story, size_t para,
		    struct vb_error *err)
{
	const struct wml_para *p =
		&in->source->stories.at[story].wml->paras.at[para];
	size_t i = 0;
	int code = VB_OK;

	while (code == VB_OK && i + 4 <= p->size) {
		const char *open = memchr(p->text + i, '{', p->size - i - 3);
		size_t start, end;

		if (!open)
			break;
		start = (size_t)(open - p->text);
		i = start + 1;
		if (open[1] != '{')
			continue;
		end = start + 2;
		while (end + 1 < p->size && end - start <= INSPECT_TAG_MAX &&
		       !(p->text[end] == '}' && p->text[end + 1] == '}') &&
		       p->text[end] != '{')
			end++;
		if (end + 1 >= p->size || p->text[end] != '}')
			continue;
		code = add_tag(in, story, para, start,
			       text_trim(p->text + start + 2, end - start - 2),
			       err);
		i = end + 2;
	}
	return code;
}

/* Marks and tags in the order of the page. */
static int collect(struct inspection *in, struct vb_error *err)
{
	size_t story, para, k;
	int code = VB_OK;

	for (story = 0; story < in->source->stories.n; story++) {
		const struct wml_story *wml = in->source->stories.at[story].wml;

		for (para = k = 0; para < wml->paras.n; para++) {
			while (code == VB_OK && k < wml->marks.n &&
			       wml->marks.at[k].first <= para)
				code = add_mark(in, story, &wml->marks.at[k++],
						err);
			if (code == VB_OK)
				code = add_tags(in, story, para, err);
			if (code != VB_OK)
				return code;
		}
	}
	return VB_OK;
}

int vb_inspect(const char *path, const struct vb_form *form, bool json,
	       struct vb_blob *out, const struct vb_sink *sink,
	       struct vb_error *err)
{
	struct inspection in = {.source = NULL};
	struct source *source = NULL;
	struct opc *opc;
	int code = opc_open(&opc, path, err);

	if (code == VB_OK)
		code = source_open(&source, opc, path, err);
	in.source = source;
	if (code == VB_OK)
		code = collect(&in, err);
	if (code == VB_OK && form && sink)
		code = inspect_check(&in, form, sink, err);
	if (code == VB_OK && sink)
		code = inspect_shape(&in, sink, err);
	if (code == VB_OK)
		code = json ? inspect_json(&in, out, err)
			    : inspect_text(&in, out, err);
	if (code != VB_OK)
		err_file(err, path);
	vec_release(&in.items);
	arena_release(&in.arena);
	source_free(source);
	return code;
}
