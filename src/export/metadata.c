/*
 * metadata.c - see metadata.h. The form says where a particular stands: its
 * letterhead, heading, signature and recipients are nodes, with words of the
 * form and blanks. A slot is what a person reads there; where the answers say
 * nothing, or there is no form, what the page says. Null when it is blank.
 */
#include "export/metadata.h"

#include "export/particulars.h"
#include "form/answers.h"
#include "text/date.h"
#include "text/json.h"
#include "text/number.h"
#include "text/span.h"
#include "util/buf.h"

#include <string.h>

struct page {
	const struct vb_form *form;
	const struct vb_answers *answers;
};

/* ---- words of a node ----------------------------------------------------- */
static void add_value(struct buf *out, const struct field *field,
		      const struct answer *answer)
{
	size_t i;

	if (field->type == FIELD_CHOICE) {
		for (i = 0; i < field->n_options; i++)
			if (strcmp(field->options[i].token, answer->text) == 0)
				buf_adds(out, field->options[i].label);
	} else if (field->type == FIELD_DATE) {
		date_show(out, answer->text,
			  field->is_date_long ? DATE_LONG : DATE_NUMERIC);
	} else if (field->type == FIELD_COUNT || field->type == FIELD_NUMBER ||
		   field->type == FIELD_PERCENT) {
		number_show(out, answer->text, field->pad);
	} else {
		buf_add(out, answer->text, answer->size);
	}
}

/* Appends the words below a node; false when a blank among them is blank. */
static bool add_words(struct buf *out, const struct page *page,
		      const struct node *node, const struct answer_group *group)
{
	const struct node *child;
	const struct answer *answer;
	bool is_whole = true;

	for (child = node->first; child; child = child->next) {
		if (child->kind == NODE_TEXT) {
			buf_adds(out, child->text);
		} else if (child->kind == NODE_FIELD && child->field) {
			answer = answers_find(group, child->field->id, "");
			if (answer && answer->kind == VALUE_TEXT)
				add_value(out, child->field, answer);
			else
				is_whole = false;
		} else if (child->kind == NODE_SPAN ||
			   child->kind == NODE_LINK) {
			is_whole = add_words(out, page, child, group) &&
				   is_whole;
		}
	}
	return is_whole;
}

static json_t *string(const struct buf *words)
{
	struct text_span text;

	if (!buf_ok(words))
		return NULL;
	text = text_trim(buf_cstr(words), words->size);
	return text.size ? json_stringn(text.at, text.size) : json_null();
}

static json_t *words_of(const struct page *page, const struct node *node)
{
	struct buf words = BUF_INIT;
	json_t *json;

	/* clearing would forget that memory failed */
	if ((!node || !add_words(&words, page, node, &page->answers->top)) &&
	    buf_ok(&words))
		buf_clear(&words);
	json = string(&words);
	buf_release(&words);
	return json;
}

/* In an annex, which may be a document with recipients of its own. */
static bool is_annexed(const struct node *node)
{
	for (; node; node = node->parent)
		if (node->kind == NODE_ANNEX)
			return true;
	return false;
}

static const struct node *find(const struct page *page, enum node_kind kind,
			       enum node_kind parent)
{
	const struct node *node = page->form->root;

	while ((node = node_next(page->form->root, node)) != NULL)
		if (node->kind == kind && node->parent &&
		    node->parent->kind == parent && !is_annexed(node))
			return node;
	return NULL;
}

static json_t *slot(const struct page *page, enum node_kind kind,
		    enum node_kind parent)
{
	return words_of(page, find(page, kind, parent));
}

/* ---- fields by their ids ------------------------------------------------- */
static const char *text_of(const struct page *page, const char *id)
{
	const struct answer *answer = answers_find(&page->answers->top, id, "");

	return answer && answer->kind == VALUE_TEXT ? answer->text : NULL;
}

static json_t *by_id(const struct page *page, const char *id)
{
	const char *text = text_of(page, id);

	return text ? json_string(text) : json_null();
}

static json_t *by_id_or(const struct page *page, const char *id,
			enum node_kind kind, enum node_kind parent)
{
	return form_field(page->form, id) ? by_id(page, id)
					  : slot(page, kind, parent);
}

/* One date, or day, month and year apart: canonical, null unless whole. */
static json_t *issued_date(const struct page *page)
{
	const char *day = text_of(page, "date_day");
	const char *month = text_of(page, "date_month");
	const char *year = text_of(page, "date_year");
	struct buf given = BUF_INIT, date = BUF_INIT;
	json_t *json;

	if (text_of(page, "issued_date"))
		return by_id(page, "issued_date");
	if (day && month && year) {
		buf_addf(&given, "%s/%s/%s", day, month, year);
		if (date_read(&date, buf_cstr(&given), given.size) !=
		    DATE_EXACT)
			buf_clear(&date);
	}
	json = string(&date);
	buf_release(&given);
	buf_release(&date);
	return json;
}

/* ---- lists --------------------------------------------------------------- */
static bool append_words(json_t *list, const struct page *page,
			 const struct node *node,
			 const struct answer_group *group)
{
	struct buf words = BUF_INIT;
	bool good = true;

	if (add_words(&words, page, node, group)) {
		json_t *json = string(&words);

		if (json_is_null(json))
			json_decref(json);
		else
			good = json && json_array_append_new(list, json) == 0;
	}
	buf_release(&words);
	return good;
}

static bool append_rows(json_t *list, const struct page *page,
			const struct node *node, const struct field *repeat)
{
	const struct answer *rows = answers_find(&page->answers->top,
						 repeat->id, "");
	size_t i;

	for (i = 0; rows && rows->kind == VALUE_ROWS && i < rows->n_rows; i++)
		if (!append_words(list, page, node, &rows->rows[i]))
			return false;
	return true;
}

/* The words of every node of a kind, once a row where it repeats. */
static json_t *list_of(const struct page *page, enum node_kind kind)
{
	const struct node *node = page->form->root;
	json_t *list = json_array();
	bool good = list != NULL;

	while (good && (node = node_next(page->form->root, node)) != NULL) {
		const struct node *up = node->parent;

		if (node->kind != kind || is_annexed(node))
			continue;
		if (up && up->kind == NODE_REPEAT)
			good = append_rows(list, page, node, up->field);
		else
			good = append_words(list, page, node,
					    &page->answers->top);
	}
	if (!good && list) {
		json_decref(list);
		return NULL;
	}
	return list;
}

static json_t *citations(const struct page *page)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; list && i < page->answers->top.n; i++) {
		const struct answer *answer = &page->answers->top.at[i];
		json_t *one;

		if (answer->kind != VALUE_DOCREF)
			continue;
		one = json_pack("{s:s?, s:s?, s:s?}", "number",
				answer->docref.number, "date",
				answer->docref.date, "issuer",
				answer->docref.issuer);
		if (!one || json_array_append_new(list, one)) {
			json_decref(list);
			return NULL;
		}
	}
	return list;
}

/* A letter's obligations, else the day the form itself is due. */
static json_t *deadlines(const struct page *page)
{
	const struct vb_form *form = page->form;
	json_t *list = json_array();
	size_t i;

	if (form->n_obligations == 0 && form->deadline[0] && list &&
	    json_array_append_new(list,
				  json_pack("{s:n, s:s, s:n, s:n, s:n}", "id",
					    "date", form->deadline, "actor",
					    "action", "recipient")))
		goto fail;
	for (i = 0; list && i < form->n_obligations; i++) {
		const struct vb_obligation *one = &form->obligations[i];
		const char *to = one->recipient[0] ? one->recipient : NULL;

		if (json_array_append_new(
			    list, json_pack("{s:s, s:s, s:s, s:s, s:s?}", "id",
					    one->id, "date", one->deadline,
					    "actor", one->actor, "action",
					    one->action, "recipient", to)))
			goto fail;
	}
	return list;
fail:
	json_decref(list);
	return NULL;
}

static json_t *type_of(const struct page *page)
{
	return page->form->type[0] ? json_string(page->form->type)
				   : json_null();
}

/* ---- the page and the answers -------------------------------------------- */
/* What the answers leave open, the page may say. Takes `json`. */
static json_t *or_page(json_t *json, const struct vb_reading *reading,
		       enum vb_slot slot)
{
	const char *value = particulars_value(reading, slot);

	if (!value || !json_is_null(json))
		return json;
	json_decref(json);
	return json_words(value);
}

/* Words of the form around a value are what the page says of them. */
static json_t *page_or(json_t *json, const struct vb_reading *reading,
		       enum vb_slot slot)
{
	const char *value = particulars_value(reading, slot);

	if (!value)
		return json;
	json_decref(json);
	return json_words(value);
}

static json_t *list_or(json_t *json, const struct vb_reading *reading,
		       enum vb_slot slot)
{
	json_t *list = particulars_list(reading, slot);

	if (list && json && json_array_size(list) == 0) {
		json_decref(list);
		return json;
	}
	json_decref(json);
	return list;
}

static json_t *all_citations(const struct page *page,
			     const struct vb_reading *reading)
{
	json_t *list = page->form ? citations(page) : json_array();

	if (list && particulars_citations(list, reading) != 0) {
		json_decref(list);
		return NULL;
	}
	return list;
}

/* The form knows better who has to do what. */
static json_t *all_deadlines(const struct page *page,
			     const struct vb_reading *reading)
{
	json_t *list = page->form ? deadlines(page) : json_array();

	if (list && json_array_size(list) == 0 &&
	    particulars_deadlines(list, reading) != 0) {
		json_decref(list);
		return NULL;
	}
	return list;
}

static json_t *of_form(const struct page *page,
		       const struct vb_reading *reading)
{
	bool in_heading = find(page, NODE_SUBJECT, NODE_HEADING) != NULL;
	enum node_kind subject = in_heading ? NODE_HEADING : NODE_LETTERHEAD;

	return json_pack(
		"{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o,"
		" s:o}",
		"superior_name",
		or_page(by_id_or(page, "org_parent", NODE_SUPERIOR,
				 NODE_LETTERHEAD),
			reading, VB_SUPERIOR_NAME),
		"organ_name",
		or_page(by_id_or(page, "org_name", NODE_ISSUER,
				 NODE_LETTERHEAD),
			reading, VB_ORGAN_NAME),
		"code_number",
		or_page(by_id(page, "doc_no"), reading, VB_CODE_NUMBER),
		"code_notation",
		or_page(by_id(page, "doc_code"), reading, VB_CODE_NOTATION),
		"place", or_page(by_id(page, "place"), reading, VB_PLACE_NAME),
		"issued_date",
		or_page(issued_date(page), reading, VB_ISSUED_DATE), "type",
		page_or(type_of(page), reading, VB_TYPE_NAME), "subject",
		page_or(slot(page, NODE_SUBJECT, subject), reading, VB_SUBJECT),
		"addressees",
		list_or(list_of(page, NODE_ADDRESSEE), reading, VB_ADDRESSEE),
		"recipients",
		list_or(list_of(page, NODE_RECIPIENT), reading, VB_RECIPIENT),
		"authority",
		or_page(slot(page, NODE_AUTHORITY, NODE_SIGNATURE), reading,
			VB_AUTHORITY),
		"position",
		or_page(slot(page, NODE_POSITION, NODE_SIGNATURE), reading,
			VB_POSITION),
		"signer",
		or_page(slot(page, NODE_SIGNER, NODE_SIGNATURE), reading,
			VB_SIGNER));
}

static json_t *of_page(const struct vb_reading *reading)
{
	static const struct {
		const char *key;
		enum vb_slot slot;
		bool is_list;
	} KEYS[] = {{"superior_name", VB_SUPERIOR_NAME, false},
		    {"organ_name", VB_ORGAN_NAME, false},
		    {"code_number", VB_CODE_NUMBER, false},
		    {"code_notation", VB_CODE_NOTATION, false},
		    {"place", VB_PLACE_NAME, false},
		    {"issued_date", VB_ISSUED_DATE, false},
		    {"type", VB_TYPE_NAME, false},
		    {"subject", VB_SUBJECT, false},
		    {"addressees", VB_ADDRESSEE, true},
		    {"recipients", VB_RECIPIENT, true},
		    {"authority", VB_AUTHORITY, false},
		    {"position", VB_POSITION, false},
		    {"signer", VB_SIGNER, false}};
	json_t *json = json_object();
	size_t i;

	for (i = 0; json && i < sizeof(KEYS) / sizeof(*KEYS); i++) {
		json_t *value = KEYS[i].is_list
					? particulars_list(reading,
							   KEYS[i].slot)
					: json_words_or_null(particulars_value(
						  reading, KEYS[i].slot));

		if (json_object_set_new(json, KEYS[i].key, value)) {
			json_decref(json);
			return NULL;
		}
	}
	return json;
}

static bool is_party(const struct vb_reading *reading)
{
	size_t i;

	for (i = 0; i < vb_reading_findings(reading); i++)
		if (strcmp(vb_reading_finding(reading, i)->rule,
			   "party-document") == 0)
			return true;
	return false;
}

json_t *metadata_object(const struct vb_reading *reading)
{
	struct page page = {vb_reading_form(reading),
			    vb_reading_answers(reading)};
	json_t *json;

	if (is_party(reading))
		return json_null();
	json = page.form ? of_form(&page, reading) : of_page(reading);
	if (!json)
		return NULL;
	if (json_object_set_new(json, "citations",
				all_citations(&page, reading)) ||
	    json_object_set_new(json, "deadlines",
				all_deadlines(&page, reading)) ||
	    json_object_set_new(json, "urgency",
				json_words_or_null(particulars_value(
					reading, VB_URGENCY))) ||
	    json_object_set_new(json, "secrecy",
				json_words_or_null(particulars_value(
					reading, VB_SECRECY))) ||
	    json_object_set_new(json, "archive",
				json_words_or_null(particulars_value(
					reading, VB_ARCHIVE))) ||
	    json_object_set_new(json, "details",
				particulars_details(reading))) {
		json_decref(json);
		return NULL;
	}
	return json;
}
