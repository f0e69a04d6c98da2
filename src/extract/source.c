/* source.c - see source.h. */
#include "extract/source.h"

#include "text/span.h"
#include "text/utf8.h"
#include "util/err.h"
#include "wml/marks.h"

#include <stdlib.h>
#include <string.h>

/* ---- stories ------------------------------------------------------------- */

static bool is_heading(const struct wml_para *para)
{
	return para->heading > 0 && text_trim(para->text, para->size).size > 0;
}

static int find_headings(struct story *story, struct vb_error *err)
{
	const struct wml_story *wml = story->wml;
	uint32_t above = 0;
	size_t i;

	if (wml->paras.n == 0)
		return VB_OK;
	story->headings = calloc(wml->paras.n, sizeof(*story->headings));
	if (!story->headings)
		return err_set(err, VB_NOMEM, "out of memory");
	for (i = 0; i < wml->paras.n; i++) {
		story->headings[i] = above;
		if (is_heading(&wml->paras.at[i]))
			above = (uint32_t)(i + 1);
	}
	return VB_OK;
}

static int add_stories(struct source *source, struct vb_error *err)
{
	size_t i;
	int code = VB_OK;

	for (i = 0; i < source->document->stories.n && code == VB_OK; i++) {
		struct story *story = vec_push(&source->stories);

		if (!story)
			return err_set(err, VB_NOMEM, "out of memory");
		story->wml = source->document->stories.at[i];
		code = find_headings(story, err);
	}
	return code;
}

/* ---- the other parts ----------------------------------------------------- */
/* True when `err` must end the reading, not only cost this part. */
static bool is_fatal(int code)
{
	return code == VB_NOMEM || code == VB_LIMIT || code == VB_INTERNAL;
}

static int read_props(struct source *source, struct vb_error *err)
{
	const struct opc_part *part = opc_related(source->opc, NULL,
						  "custom-properties");
	struct vb_blob blob = {NULL, 0};
	struct vb_error *own = &source->props_error;
	int code;

	if (!part)
		part = opc_find(source->opc, "docProps/custom.xml");
	if (!part)
		return VB_OK;
	code = opc_read(source->opc, part, &blob, own);
	if (code == VB_OK)
		code = wml_props_read(&source->props, blob.data, blob.size,
				      part->name, own);
	vb_blob_release(&blob);
	if (is_fatal(code) && err)
		*err = *own;
	return is_fatal(code) ? code : VB_OK;
}

/* Plain XML that no other standard claims: where a custom part may be. */
static bool may_be_report(const struct opc_part *part)
{
	size_t size = strlen(part->name);

	return size > 4 && strcmp(part->name + size - 4, ".xml") == 0 &&
	       (strcmp(part->type, "application/xml") == 0 ||
		strcmp(part->type, "text/xml") == 0 || part->type[0] == '\0');
}

/* The report part is the first that is ours (wml/marks.h). */
static int read_report(struct source *source, struct vb_error *err)
{
	size_t i, n = opc_count(source->opc);
	struct vb_error *own = &source->report_error;

	for (i = 0; i < n && !source->report; i++) {
		const struct opc_part *part = opc_at(source->opc, i);
		struct vb_blob blob = {NULL, 0};
		int code;

		if (!may_be_report(part))
			continue;
		code = opc_read(source->opc, part, &blob, own);
		if (code == VB_OK)
			code = report_read(&source->report, blob.data,
					   blob.size, part->name, own);
		vb_blob_release(&blob);
		if (is_fatal(code)) {
			if (err)
				*err = *own;
			return code;
		}
	}
	if (source->report && source->report->answers.size > 0)
		err_clear(own);
	return VB_OK;
}

/* ---- opening ------------------------------------------------------------- */
int source_open(struct source **out, struct opc *opc, const char *file,
		struct vb_error *err)
{
	struct source *source = calloc(1, sizeof(*source));
	int code;

	*out = NULL;
	if (!source) {
		opc_free(opc);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	source->opc = opc;
	source->file = arena_str(&source->arena, file);
	if (!source->file)
		code = err_set(err, VB_NOMEM, "out of memory");
	else if ((code = wml_document_read(&source->document, opc, 0, err)) ==
			 VB_OK &&
		 (code = add_stories(source, err)) == VB_OK &&
		 (code = read_props(source, err)) == VB_OK)
		code = read_report(source, err);
	if (code == VB_OK) {
		*out = source;
		return VB_OK;
	}
	source_free(source);
	return code;
}

void source_free(struct source *source)
{
	size_t i;

	if (!source)
		return;
	for (i = 0; i < source->stories.n; i++)
		free(source->stories.at[i].headings);
	vec_release(&source->stories);
	wml_document_free(source->document);
	wml_props_free(source->props);
	report_free(source->report);
	opc_free(source->opc);
	arena_release(&source->arena);
	free(source);
}

const char *source_about(const struct source *source, const char *prop)
{
	const struct report *report = source->report;
	const char *value = "";

	if (report && strcmp(prop, MARK_PROP_FORM) == 0)
		value = report->form;
	else if (report && strcmp(prop, MARK_PROP_VERSION) == 0)
		value = report->version;
	else if (report && strcmp(prop, MARK_PROP_UNIT) == 0)
		value = report->unit;
	return value[0] ? value : wml_props_find(source->props, prop);
}

/* ---- places -------------------------------------------------------------- */
const char *source_shorten(struct arena *arena, const char *text, size_t size,
			   size_t max, bool tail)
{
	struct text_span words = text_trim(text, size);
	size_t from = 0, to = words.size, i, n = 0;
	char *out;

	if (words.size > max && tail) {
		from = words.size - max;
		while (from < to && (words.at[from] & 0xc0) == 0x80)
			from++;
		/* from a whole word on, when one begins soon */
		for (i = from; i < to && i < from + max / 2; i++)
			if (words.at[i] == ' ') {
				from = i;
				break;
			}
	} else if (words.size > max) {
		to = max;
		while (to > 0 && (words.at[to] & 0xc0) == 0x80)
			to--;
		for (i = to; i > max / 2; i--)
			if (words.at[i] == ' ') {
				to = i;
				break;
			}
	}
	out = arena_strn(arena, words.at + from, to - from);
	if (!out)
		return NULL;
	for (i = 0; i < to - from; i++) {
		bool is_space = out[i] == ' ' || out[i] == '\t' ||
				out[i] == '\n';

		if (is_space && (n == 0 || out[n - 1] == ' '))
			continue;
		if (is_space)
			out[n] = ' ';
		else
			out[n] = out[i];
		n++;
	}
	while (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return out;
}

/* The words before an offset; failing these, of a paragraph above (in a
 * table: of the same row). */
static const char *near_words(const struct wml_story *wml, struct arena *arena,
			      size_t index, size_t offset)
{
	const struct wml_para *para = &wml->paras.at[index];
	struct text_span words = text_trim(
		para->text, offset < para->size ? offset : para->size);
	size_t steps;

	if (words.size > 0)
		return source_shorten(arena, words.at, words.size,
				      SOURCE_WORDS_MAX, true);
	for (steps = 0; steps < 8 && index > 0; steps++) {
		const struct wml_para *above = &wml->paras.at[--index];

		if (para->table && above->row_serial != para->row_serial)
			break;
		words = text_trim(above->text, above->size);
		if (words.size > 0)
			return source_shorten(arena, words.at, words.size,
					      SOURCE_WORDS_MAX, true);
	}
	return source_shorten(arena, para->text, para->size, SOURCE_WORDS_MAX,
			      false);
}

bool source_place(const struct source *source, struct arena *arena,
		  struct vb_place *place, size_t story, size_t para,
		  size_t offset)
{
	const struct wml_story *wml = source->stories.at[story].wml;
	const struct wml_para *at = &wml->paras.at[para];
	uint32_t heading = source->stories.at[story].headings[para];

	memset(place, 0, sizeof(*place));
	place->file = source->file;
	place->part = arena_str(arena, wml->part);
	place->heading = "";
	if (heading) {
		const struct wml_para *h = &wml->paras.at[heading - 1];

		place->heading = source_shorten(arena, h->text, h->size,
						SOURCE_WORDS_MAX, false);
	}
	place->near = near_words(wml, arena, para, offset);
	place->paragraph = (int)at->number;
	place->table = (int)at->table;
	place->row = (int)at->row;
	place->column = (int)at->column;
	return place->part && place->heading && place->near;
}
