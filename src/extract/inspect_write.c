/* inspect_write.c - an inspection as lines of text, or as one JSON object. */
#include "extract/inspect.h"

#include "text/json.h"
#include "util/buf.h"
#include "wml/marks.h"

#include <string.h>

static const char *const kinds[] = {
	[ITEM_CONTROL] = "control",
	[ITEM_BOOKMARK] = "bookmark",
	[ITEM_REPEAT] = "repeat",
	[ITEM_TAG] = "tag",
};

static const char *const scopes[] = {
	[WML_INLINE] = "inline",
	[WML_BLOCK] = "block",
	[WML_CELL] = "cell",
	[WML_ROW] = "row",
};

static bool has_scope(const struct item *item)
{
	return item->kind == ITEM_CONTROL || item->kind == ITEM_REPEAT;
}

/* ---- text ---------------------------------------------------------------- */
static void add_head(struct buf *out, const struct source *source)
{
	static const char *const props[] = {
		MARK_PROP_FORM,	     MARK_PROP_VERSION,
		MARK_PROP_UNIT,	     MARK_PROP_PROGRAM,
		MARK_PROP_FORM_HASH, MARK_PROP_TEMPLATE_HASH,
		MARK_PROP_PARTIALS,  MARK_PROP_ANSWERS_HASH,
	};
	size_t i;

	for (i = 0; i < sizeof(props) / sizeof(*props); i++) {
		const char *value = source_about(source, props[i]);

		/* a template carries the first three alone */
		if (value[0] || i < 3)
			buf_addf(out, "%s: %s\n", strchr(props[i], '.') + 1,
				 value[0] ? value : "-");
	}
	if (source->report)
		buf_addf(out, "report: %s, %zu values%s\n",
			 source->report->part, source->report->shown.n,
			 source->report->answers.size ? ", answers" : "");
	else
		buf_addf(out, "report: %s\n",
			 source->report_error.code != VB_OK ? "broken" : "-");
}

static void add_item(struct buf *out, const struct item *item)
{
	const struct vb_place *place = &item->place;

	if (place->table)
		buf_addf(out, "p%d (table %d, row %d, column %d): ",
			 place->paragraph, place->table, place->row,
			 place->column);
	else
		buf_addf(out, "p%d: ", place->paragraph);
	if (item->kind == ITEM_TAG) {
		buf_addf(out, "tag {{%s}}\n", item->name);
		return;
	}
	buf_addf(out, "%s %s", kinds[item->kind],
		 item->name[0] ? item->name : "-");
	if (has_scope(item))
		buf_addf(out, " %s", scopes[item->scope]);
	if (item->binding)
		buf_addf(out, " f[%u]", item->binding);
	if (item->is_placeholder)
		buf_adds(out, " blank");
	if (item->alias[0])
		buf_addf(out, " '%s'", item->alias);
	buf_addf(out, " \"%s\"\n", item->words);
}

int inspect_text(const struct inspection *in, struct vb_blob *out,
		 struct vb_error *err)
{
	struct buf text = BUF_INIT;
	const char *part = "", *heading = "";
	size_t i;

	add_head(&text, in->source);
	for (i = 0; i < in->items.n; i++) {
		const struct item *item = &in->items.at[i];

		if (strcmp(part, item->place.part) != 0) {
			part = item->place.part;
			heading = "";
			buf_addf(&text, "\n%s\n", part);
		}
		if (strcmp(heading, item->place.heading) != 0) {
			heading = item->place.heading;
			buf_addf(&text, "%s\n", heading);
		}
		buf_adds(&text, "  ");
		add_item(&text, item);
	}
	return buf_take(&text, out, err);
}

/* ---- JSON ---------------------------------------------------------------- */
static json_t *cell(const struct vb_place *place)
{
	if (!place->table)
		return json_null();
	return json_pack("[i, i, i]", place->table, place->row, place->column);
}

static json_t *item_object(const struct item *item)
{
	return json_pack(
		"{s:s, s:o, s:o, s:s?, s:o, s:b, s:o, s:o, s:i, s:o, s:o}",
		"kind", kinds[item->kind], "name",
		json_words_or_null(item->name), "alias",
		json_words_or_null(item->alias), "shape",
		has_scope(item) ? scopes[item->scope] : NULL, "binding",
		item->binding ? json_integer(item->binding) : json_null(),
		"blank", (int)item->is_placeholder, "words",
		json_words_or_null(item->words), "part",
		json_words_or_null(item->place.part), "paragraph",
		item->place.paragraph, "cell", cell(&item->place), "heading",
		json_words_or_null(item->place.heading));
}

static json_t *report_object(const struct source *source)
{
	if (!source->report)
		return json_null();
	return json_pack("{s:o, s:i, s:b}", "part",
			 json_words_or_null(source->report->part), "values",
			 (int)source->report->shown.n, "answers",
			 (int)(source->report->answers.size > 0));
}

static json_t *about(const struct source *source, const char *prop)
{
	return json_words_or_null(source_about(source, prop));
}

/* What the document was made by and of. */
static json_t *made_object(const struct source *source)
{
	if (!source_about(source, MARK_PROP_PROGRAM)[0])
		return json_null();
	return json_pack("{s:o, s:o, s:o, s:o}", "program",
			 about(source, MARK_PROP_PROGRAM), "form_sha256",
			 about(source, MARK_PROP_FORM_HASH), "template_sha256",
			 about(source, MARK_PROP_TEMPLATE_HASH),
			 "answers_sha256",
			 about(source, MARK_PROP_ANSWERS_HASH));
}

int inspect_json(const struct inspection *in, struct vb_blob *out,
		 struct vb_error *err)
{
	const struct source *source = in->source;
	json_t *list = json_array(), *json;
	size_t i;

	for (i = 0; list && i < in->items.n; i++)
		if (json_array_append_new(list,
					  item_object(&in->items.at[i]))) {
			json_decref(list);
			list = NULL;
		}
	json = list ? json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "file",
				json_words_or_null(source->file), "form",
				about(source, MARK_PROP_FORM), "version",
				about(source, MARK_PROP_VERSION), "unit",
				about(source, MARK_PROP_UNIT), "made",
				made_object(source), "report",
				report_object(source), "items", list)
		    : NULL;
	return json_line(out, json, err);
}
