/*
 * json.c - what was read from one document as one JSON object on one line
 * (design: section 3), in a fixed order of keys.
 *
 * A figure is a JSON number when it has at most 15 digits, so that every
 * reader of JSON keeps it exactly; a longer one is a string. A reference is
 * an object, files are an array, all other values are strings.
 */
#include "export/metadata.h"

#include "form/answers.h"
#include "text/json.h"

#include <string.h>

static const char *const states[] = {
	[VB_ANSWERED] = "answered",   [VB_BLANK] = "blank",
	[VB_MISSING] = "missing",     [VB_INVALID] = "invalid",
	[VB_AMBIGUOUS] = "ambiguous",
};

static const char *const methods[] = {
	[VB_BY_NOTHING] = NULL,	     [VB_BY_CONTROL] = "control",
	[VB_BY_BINDING] = "binding", [VB_BY_BOOKMARK] = "bookmark",
	[VB_BY_ANCHOR] = "anchor",   [VB_BY_TABLE] = "table",
};

static const char *const severities[] = {
	[VB_NOTE] = "note",
	[VB_WARNING] = "warning",
	[VB_SEVERE] = "error",
};

/* ---- values -------------------------------------------------------------- */
/* A canonical number, exactly: digits and a power of ten below 10^23 divide
 * to the nearest double (IEEE 754), which prints back in 15 digits. */
static json_t *number(const char *text)
{
	const char *p = text + (text[0] == '-');
	json_int_t value = 0;
	double scale = 1;
	unsigned digits = 0;
	bool has_point = false;

	for (; *p; p++) {
		if (*p == '.') {
			has_point = true;
			continue;
		}
		if (++digits > JSON_DIGITS_MAX)
			return json_words(text);
		value = value * 10 + (*p - '0');
		if (has_point)
			scale *= 10;
	}
	if (text[0] == '-')
		value = -value;
	return has_point ? json_real((double)value / scale)
			 : json_integer(value);
}

static json_t *docref(const struct answer *answer)
{
	return json_pack("{s:o, s:o, s:o}", "number",
			 json_words_or_null(answer->docref.number), "date",
			 json_words_or_null(answer->docref.date), "issuer",
			 json_words_or_null(answer->docref.issuer));
}

static json_t *files(const struct answer *answer)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; list && i < answer->n_files; i++)
		if (json_array_append_new(list, json_words(answer->files[i]))) {
			json_decref(list);
			return NULL;
		}
	return list;
}

static const struct answer *find_answer(const struct vb_answers *answers,
					const struct vb_read_field *field)
{
	const struct answer *repeat;
	const struct answer *found;

	if (!field->group[0]) {
		found = answers_find(&answers->top, field->id, field->level);
		return found ? found
			     : answers_find(&answers->base, field->id,
					    field->level);
	}
	repeat = answers_find(&answers->top, field->group, "");
	if (!repeat || repeat->kind != VALUE_ROWS || field->row < 1 ||
	    (size_t)field->row > repeat->n_rows)
		return NULL;
	return answers_find(&repeat->rows[field->row - 1], field->id,
			    field->level);
}

static json_t *value(const struct vb_reading *reading,
		     const struct vb_read_field *read)
{
	const struct vb_form *form = vb_reading_form(reading);
	const struct field *field = form_field(form, read->id);
	const struct answer *answer;

	if (read->state != VB_ANSWERED || !field)
		return json_null();
	answer = find_answer(vb_reading_answers(reading), read);
	if (answer && answer->kind == VALUE_DOCREF)
		return docref(answer);
	if (answer && answer->kind == VALUE_FILES)
		return files(answer);
	if (field->type == FIELD_COUNT || field->type == FIELD_NUMBER ||
	    field->type == FIELD_PERCENT)
		return number(read->value);
	return json_words(read->value);
}

/* ---- fields and findings ------------------------------------------------- */
static json_t *cell(const struct vb_place *place)
{
	if (!place->table)
		return json_null();
	return json_pack("[i, i, i]", place->table, place->row, place->column);
}

static json_t *count_or_null(int n)
{
	return n > 0 ? json_integer(n) : json_null();
}

static json_t *field_object(const struct vb_reading *reading,
			    const struct vb_read_field *field)
{
	const char *method = methods[field->method];

	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:s, s:s?, s:o, s:b, s:o,"
			 " s:o, s:o}",
			 "id", json_words(field->id), "level",
			 json_words_or_null(field->level), "row",
			 count_or_null(field->row), "value",
			 value(reading, field), "raw", json_words(field->raw),
			 "state", states[field->state], "method", method,
			 "confidence", json_real(field->confidence), "tracked",
			 (int)field->tracked, "part",
			 json_words_or_null(field->place.part), "paragraph",
			 count_or_null(field->place.paragraph), "cell",
			 cell(&field->place));
}

static json_t *place_object(const struct vb_place *place)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "part",
			 json_words_or_null(place->part), "paragraph",
			 count_or_null(place->paragraph), "cell", cell(place),
			 "heading", json_words_or_null(place->heading), "near",
			 json_words_or_null(place->near));
}

static json_t *finding_object(const struct vb_finding *finding)
{
	return json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o}", "rule",
			 finding->rule, "severity",
			 severities[finding->severity], "field",
			 json_words_or_null(finding->field), "level",
			 json_words_or_null(finding->level), "row",
			 count_or_null(finding->row), "message",
			 json_words(finding->message), "place",
			 place_object(&finding->place));
}

static json_t *all_fields(const struct vb_reading *reading)
{
	json_t *list = json_array();
	size_t i, n = vb_reading_fields(reading);

	for (i = 0; list && i < n; i++)
		if (json_array_append_new(
			    list, field_object(reading,
					       vb_reading_field(reading, i)))) {
			json_decref(list);
			return NULL;
		}
	return list;
}

static json_t *all_findings(const struct vb_reading *reading)
{
	json_t *list = json_array();
	size_t i, n = vb_reading_findings(reading);

	for (i = 0; list && i < n; i++)
		if (json_array_append_new(
			    list,
			    finding_object(vb_reading_finding(reading, i)))) {
			json_decref(list);
			return NULL;
		}
	return list;
}

static json_t *unit_confidence(const struct vb_reading *reading)
{
	return vb_reading_unit(reading)[0]
		       ? json_real(vb_reading_unit_confidence(reading))
		       : json_null();
}

int vb_export_json(const struct vb_reading *reading, struct vb_blob *out,
		   struct vb_error *err)
{
	const struct vb_form *form = vb_reading_form(reading);
	json_t *json;

	json = json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "file",
			 json_words(vb_reading_file(reading)), "form",
			 json_words_or_null(form ? form->id : NULL), "version",
			 json_words_or_null(form ? form->version : NULL),
			 "unit", json_words_or_null(vb_reading_unit(reading)),
			 "unit_confidence", unit_confidence(reading),
			 "metadata", metadata_object(reading), "fields",
			 all_fields(reading), "findings",
			 all_findings(reading));
	return json_line(out, json, err);
}

int vb_export_findings(const char *file, const struct vb_finding *list,
		       size_t n, struct vb_blob *out, struct vb_error *err)
{
	json_t *json, *all = json_array();
	size_t i;

	for (i = 0; all && i < n; i++) {
		json_t *one = finding_object(&list[i]);

		/* answers have lines, documents have paragraphs */
		if (json_object_set_new(one, "line",
					count_or_null(list[i].place.line)) ||
		    json_array_append_new(all, json_incref(one))) {
			json_decref(one);
			json_decref(all);
			all = NULL;
			break;
		}
		json_decref(one);
	}
	json = all ? json_pack("{s:o, s:o}", "file", json_words(file),
			       "findings", all)
		   : NULL;
	return json_line(out, json, err);
}
