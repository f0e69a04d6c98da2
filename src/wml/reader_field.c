/*
 * reader_field.c - the reading door's fields (ECMA-376-1 17.16.18), form
 * fields (17.16.17) and what hangs on words: links, notes, comments. See
 * reader.h.
 */
#include "wml/reader_state.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

static int new_anchor(struct wml_anchor **out, struct reader *reader,
		      enum wml_anchor_kind kind, struct vb_error *err)
{
	struct wml_anchor *anchor;

	if (reader->story->anchors.n >= WML_ANCHORS_MAX)
		return err_set(err, VB_LIMIT,
			       "more than %d links, notes and comments",
			       WML_ANCHORS_MAX);
	anchor = vec_push(&reader->story->anchors);
	if (!anchor)
		return no_memory(err);
	anchor->kind = kind;
	anchor->target = "";
	anchor->para = (uint32_t)reader->story->paras.n;
	if (reader_in_para(reader)) {
		anchor->para = (uint32_t)reader_inner(reader)->index;
		anchor->start = (uint32_t)reader_inner(reader)->text.size;
	}
	anchor->end = anchor->start;
	*out = anchor;
	return VB_OK;
}

void reader_link_end(struct reader *reader, uint32_t index)
{
	struct wml_anchor *anchor;

	if (!index || !reader_in_para(reader))
		return;
	anchor = &reader->story->anchors.at[index - 1];
	/* one that goes on in another paragraph ends with its first */
	if (anchor->para == reader_inner(reader)->index)
		anchor->end = (uint32_t)reader_inner(reader)->text.size;
}

/* ---- instructions -------------------------------------------------------- */

/* The next word of an instruction, quoted or not; NULL at its end. */
static const char *next_word(const char **at, size_t *size, bool *quoted)
{
	const char *p = *at, *start;

	while (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')
		p++;
	*quoted = *p == '"';
	if (!*p)
		return NULL;
	start = *quoted ? ++p : p;
	while (*p && (*quoted ? *p != '"' : *p != ' ' && *p != '\t'))
		p++;
	*size = (size_t)(p - start);
	*at = *quoted && *p ? p + 1 : p;
	return start;
}

static bool is_word(const char *at, size_t size, const char *upper)
{
	size_t i;

	for (i = 0; i < size && upper[i]; i++)
		if (at[i] != upper[i] && at[i] != upper[i] + ('a' - 'A'))
			return false;
	return i == size && !upper[i];
}

/* HYPERLINK "url" \l "bookmark" (17.16.5.25); "" for other fields. */
static const char *link_target(struct arena *arena, const char *code)
{
	const char *at = code, *word, *url = NULL, *place = NULL;
	size_t size, url_size = 0, place_size = 0;
	bool quoted, is_place = false;

	word = next_word(&at, &size, &quoted);
	if (!word || !is_word(word, size, "HYPERLINK"))
		return "";
	while ((word = next_word(&at, &size, &quoted))) {
		if (!quoted && word[0] == '\\') {
			is_place = size == 2 && word[1] == 'l';
		} else if (is_place) {
			place = word;
			place_size = size;
			is_place = false;
		} else if (!url) {
			url = word;
			url_size = size;
		}
	}
	if (!url && !place)
		return "";
	return arena_printf(arena, "%.*s%s%.*s", (int)url_size, url ? url : "",
			    place ? "#" : "", (int)place_size,
			    place ? place : "");
}

static int field_link(uint32_t *index, struct reader *reader, const char *code,
		      struct vb_error *err)
{
	const char *target = link_target(&reader->story->arena, code);
	struct wml_anchor *anchor = NULL;
	int rc;

	*index = 0;
	if (!target)
		return no_memory(err);
	if (!target[0] || reader->deleted)
		return VB_OK;
	rc = new_anchor(&anchor, reader, WML_LINK, err);
	if (rc != VB_OK || !anchor)
		return rc;
	anchor->target = target;
	*index = (uint32_t)reader->story->anchors.n;
	return VB_OK;
}

void reader_field_code(struct reader *reader, const char *text, size_t size)
{
	if (reader_in_para(reader) && reader_inner(reader)->in_code)
		buf_add(&reader->instr, text, size);
}

static int separate(struct reader *reader, struct reader_para *open,
		    struct vb_error *err)
{
	unsigned at = open->fields - 1;
	uint64_t bit = UINT64_C(1) << at;
	int code = VB_OK;

	/* of fields in an instruction the words do not count */
	if (open->in_code == bit)
		code = field_link(&open->links[at], reader,
				  buf_cstr(&reader->instr), err);
	if (!(open->in_list & bit))
		open->in_code &= ~bit;
	return code;
}

int reader_field_char(struct reader *reader, const struct sax_element *el,
		      struct vb_error *err)
{
	struct reader_para *open = reader_inner(reader);

	if (sax_attr_is(el, "fldCharType", "begin")) {
		if (open->fields < READER_FIELDS_MAX) {
			open->in_code |= UINT64_C(1) << open->fields;
			open->in_list &= ~(UINT64_C(1) << open->fields);
			open->links[open->fields] = 0;
		}
		open->fields++;
		buf_clear(&reader->instr);
		reader->instr.failed = reader->instr.over = false;
	} else if (open->fields == 0) {
		return VB_OK; /* began in an earlier paragraph */
	} else if (sax_attr_is(el, "fldCharType", "separate")) {
		if (open->fields <= READER_FIELDS_MAX)
			return separate(reader, open, err);
	} else if (sax_attr_is(el, "fldCharType", "end")) {
		open->fields--;
		if (open->fields < READER_FIELDS_MAX) {
			open->in_code &= ~(UINT64_C(1) << open->fields);
			reader_link_end(reader, open->links[open->fields]);
		}
	}
	return VB_OK;
}

/* ---- form fields --------------------------------------------------------- */

int reader_form_element(struct reader *reader, const struct sax_element *el,
			enum reader_kind kind, struct vb_error *err)
{
	struct reader_form *form = &reader->form;
	enum reader_kind parent = reader_above(reader, 1);

	if (kind == EL_FF) {
		memset(form, 0, sizeof(*form));
		form->text = "";
	} else if (parent == EL_FF) {
		if (kind == EL_FF_CHECK || kind == EL_FF_LIST)
			form->kind = kind;
	} else if (parent == EL_FF_CHECK) {
		if (kind == EL_CHECKED) {
			form->has_state = true;
			form->state = sax_is_on(el);
		} else if (kind == EL_DEFAULT) {
			form->preset = sax_is_on(el);
		}
	} else if (parent == EL_FF_LIST) {
		if (kind == EL_RESULT) {
			form->choice = sax_attr_long(el, "val", 0);
			form->has_choice = true;
		} else if (kind == EL_DEFAULT && !form->has_choice) {
			form->choice = sax_attr_long(el, "val", 0);
		} else if (kind == EL_LIST_ENTRY &&
			   form->entries++ == form->choice) {
			form->text = sax_attr_copy(&reader->story->arena, el,
						   "val");
			return form->text ? VB_OK : no_memory(err);
		}
	}
	return VB_OK;
}

int reader_form_end(struct reader *reader, struct vb_error *err)
{
	const struct reader_form *form = &reader->form;
	struct reader_para *open;
	const char *text = form->text;
	uint64_t bit, before;
	int code;

	if (!reader_in_para(reader) || form->kind == EL_OTHER)
		return VB_OK;
	open = reader_inner(reader);
	if (open->fields == 0 || open->fields > READER_FIELDS_MAX)
		return VB_OK;
	if (form->kind == EL_FF_CHECK)
		text = (form->has_state ? form->state : form->preset)
			       ? "\xe2\x98\x92"
			       : "\xe2\x98\x90";
	/* it stands where the field begins, in its instruction */
	bit = UINT64_C(1) << (open->fields - 1);
	open->in_list |= bit;
	before = open->in_code;
	open->in_code &= ~bit;
	code = reader_words(reader, text, strlen(text), err);
	open->in_code = before;
	return code;
}

/* ---- links, notes, comments ---------------------------------------------- */

static int by_id(const void *a, const void *b)
{
	const struct opc_rel *const *x = a, *const *y = b;

	return strcmp((*x)->id, (*y)->id);
}

/* The relationships of the part by id: there may be one a link. */
static int sort_rels(struct reader *reader, struct vb_error *err)
{
	const struct opc_rel *rels;
	size_t n = 0, i;

	if (reader->rels || !reader->context.opc || !reader->context.part)
		return VB_OK;
	rels = opc_rels(reader->context.opc, reader->context.part, &n);
	reader->rels = calloc(n + 1, sizeof(*reader->rels));
	if (!reader->rels)
		return no_memory(err);
	for (i = 0; i < n; i++)
		reader->rels[i] = &rels[i];
	reader->n_rels = n;
	if (n)
		qsort(reader->rels, n, sizeof(*reader->rels), by_id);
	return VB_OK;
}

/* What r:id leads to, "" when nothing. */
static int related(const char **target, struct reader *reader,
		   const struct sax_element *el, struct vb_error *err)
{
	size_t size, low = 0, high;
	const char *id = sax_attr(el, "id", &size);
	int code = id ? sort_rels(reader, err) : VB_OK;

	*target = "";
	high = id && code == VB_OK ? reader->n_rels : 0;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const char *at = reader->rels[mid]->id;
		int order = strncmp(at, id, size);

		if (order == 0 && !at[size]) {
			*target = reader->rels[mid]->target;
			return VB_OK;
		}
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return code;
}

static int link_start(struct reader *reader, const struct sax_element *el,
		      struct vb_error *err)
{
	struct wml_anchor *anchor = NULL;
	size_t size;
	const char *place = sax_attr(el, "anchor", &size);
	const char *target;
	int code = related(&target, reader, el, err);

	if (code != VB_OK || reader->deleted || (!target[0] && !place))
		return code;
	code = new_anchor(&anchor, reader, WML_LINK, err);
	if (code != VB_OK || !anchor)
		return code;
	anchor->target = arena_printf(&reader->story->arena, "%s%s%.*s", target,
				      place ? "#" : "", place ? (int)size : 0,
				      place ? place : "");
	reader->levels[reader->depth].anchor =
		(uint32_t)reader->story->anchors.n;
	return anchor->target ? VB_OK : no_memory(err);
}

static int simple_start(struct reader *reader, const struct sax_element *el,
			struct vb_error *err)
{
	const char *code = sax_attr_copy(&reader->story->arena, el, "instr");

	return code ? field_link(&reader->levels[reader->depth].anchor, reader,
				 code, err)
		    : no_memory(err);
}

int reader_anchor(struct reader *reader, const struct sax_element *el,
		  enum reader_kind kind, struct vb_error *err)
{
	struct wml_anchor *anchor = NULL;
	enum wml_anchor_kind as = WML_COMMENT;
	int code;

	if (kind == EL_HYPERLINK)
		return link_start(reader, el, err);
	if (kind == EL_FLD_SIMPLE)
		return simple_start(reader, el, err);
	if (reader->deleted)
		return VB_OK;
	if (kind == EL_FOOTNOTE_REF)
		as = WML_FOOTNOTE;
	else if (kind == EL_ENDNOTE_REF)
		as = WML_ENDNOTE;
	else if (kind == EL_ALT_CHUNK)
		as = WML_UNREAD;
	code = new_anchor(&anchor, reader, as, err);
	if (code != VB_OK || !anchor)
		return code;
	anchor->id = sax_attr_long(el, "id", -1);
	anchor->has_mark = sax_attr_is(el, "customMarkFollows", "1") ||
			   sax_attr_is(el, "customMarkFollows", "true") ||
			   sax_attr_is(el, "customMarkFollows", "on");
	if (as != WML_UNREAD)
		return VB_OK;
	return related(&anchor->target, reader, el, err);
}

int reader_note_start(struct reader *reader, const struct sax_element *el,
		      struct vb_error *err)
{
	struct wml_note *note;

	if (reader->story->notes.n >= WML_ANCHORS_MAX)
		return err_set(err, VB_LIMIT, "more than %d notes",
			       WML_ANCHORS_MAX);
	note = vec_push(&reader->story->notes);
	if (!note)
		return no_memory(err);
	note->id = sax_attr_long(el, "id", -1);
	note->is_separator = sax_attr_is(el, "type", "separator") ||
			     sax_attr_is(el, "type", "continuationSeparator") ||
			     sax_attr_is(el, "type", "continuationNotice");
	note->author = sax_attr_copy(&reader->story->arena, el, "author");
	note->initials = sax_attr_copy(&reader->story->arena, el, "initials");
	note->first = note->end = (uint32_t)reader->story->paras.n;
	return note->author && note->initials ? VB_OK : no_memory(err);
}

void reader_note_end(struct reader *reader)
{
	struct wml_note *note;

	if (reader->story->notes.n == 0)
		return;
	note = &reader->story->notes.at[reader->story->notes.n - 1];
	note->end = (uint32_t)reader->story->paras.n;
}
