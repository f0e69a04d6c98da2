/*
 * write.c - the XML of one filled slot, with its marks (wml/marks.h).
 *
 *	in a line    bookmarkStart, control bound to the report part, run(s),
 *	             bookmarkEnd
 *	paragraphs   a rich control around the paragraphs, a bookmark inside
 *	             the first one and another inside the last
 *
 * Children of w:sdtPr stand in the order of ECMA-376-1 17.5.2.38 (ISO 29500
 * transitional schema). Unanswered: the template's own blank, marked as a
 * placeholder.
 */
#include "fill/render.h"

#include "form/show.h"
#include "text/utf8.h"
#include "util/err.h"
#include "wml/marks.h"

#include <string.h>

#define ADD(out, literal) buf_add(out, literal, sizeof(literal) - 1)

static void add_span(struct buf *out, const struct span *span)
{
	if (span->size)
		buf_add(out, span->at, span->size);
}

static void add_number(struct buf *out, uint32_t number)
{
	char text[10];
	size_t at = sizeof(text);

	do {
		text[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number);
	buf_add(out, text + at, sizeof(text) - at);
}

unsigned render_row(const struct renderer *r)
{
	int i;

	for (i = r->depth; i-- > 0;)
		if (r->frames[i].is_loop)
			return (unsigned)r->frames[i].row + 1;
	return 0;
}

/* ---- words -------------------------------------------------------------- */

static void open_run(struct buf *out, const struct slot *slot, unsigned style)
{
	ADD(out, "<w:r>");
	add_span(out, &slot->rpr[style % FILL_STYLES]);
}

static void add_words(struct buf *out, const char *text, size_t size)
{
	ADD(out, "<w:t xml:space=\"preserve\">");
	buf_add_text(out, text, size);
	ADD(out, "</w:t>");
}

/* A run; tabs and newlines are elements of their own (17.3.3). */
static void add_run(struct buf *out, const struct slot *slot, unsigned style,
		    const char *text, size_t size)
{
	size_t i, start = 0;

	open_run(out, slot, style);
	for (i = 0; i < size; i++) {
		if (text[i] != '\t' && text[i] != '\n')
			continue;
		if (i > start)
			add_words(out, text + start, i - start);
		if (text[i] == '\t')
			ADD(out, "<w:tab/>");
		else
			ADD(out, "<w:br/>");
		start = i + 1;
	}
	if (start < size || size == 0)
		add_words(out, text + start, size - start);
	ADD(out, "</w:r>");
}

static int check_words(struct renderer *r, const struct slot *slot,
		       const char *text, size_t size)
{
	size_t at = utf8_find_forbidden(text, size);

	if (at == size)
		return VB_OK;
	return err_set(&r->err, VB_ANSWERS,
		       "'%s' holds a character that XML forbids (byte %zu)",
		       slot->name.id, at + 1);
}

/* The words of a value in r->value. */
static int show(struct renderer *r, const struct slot *slot,
		const struct answer *answer)
{
	buf_clear(&r->value);
	if (answer)
		show_value(&r->value, answer, slot->field, slot->adds_percent);
	if (!buf_ok(&r->value))
		return err_set(&r->err, VB_NOMEM, "out of memory");
	return check_words(r, slot, r->value.data, r->value.size);
}

/* ---- marks -------------------------------------------------------------- */

/*
 * Starts the bookmark of a value, once for each: the second place of the
 * same value has a control and a binding only, as names must differ. In a
 * repeat inside a repeat the row alone tells nothing.
 */
static bool open_bookmark(struct renderer *r, const struct slot *slot,
			  bool is_last, uint32_t *id)
{
	struct seen *seen = &r->seen[slot->key];
	unsigned row = render_row(r);
	char name[MARK_BOOKMARK_MAX + 1];

	if (r->is_plain || slot->is_bare || r->loops > 1)
		return false;
	if (!is_last) {
		if (row + 1 <= seen->marked)
			return false;
		seen->marked = row + 1;
	}
	mark_bookmark(name, slot->name.id, slot->name.level, row, is_last);
	*id = r->bookmark++;
	ADD(r->out, "<w:bookmarkStart w:id=\"");
	add_number(r->out, *id);
	ADD(r->out, "\" w:name=\"");
	buf_adds(r->out, name);
	ADD(r->out, "\"/>");
	return true;
}

static void close_bookmark(struct renderer *r, uint32_t id)
{
	ADD(r->out, "<w:bookmarkEnd w:id=\"");
	add_number(r->out, id);
	ADD(r->out, "\"/>");
}

/* The control's properties up to and with w:showingPlcHdr. */
static void open_control(struct renderer *r, const struct slot *slot,
			 bool is_blank)
{
	struct buf *out = r->out;

	ADD(out, "<w:sdt><w:sdtPr>");
	add_span(out, &slot->properties);
	ADD(out, "<w:alias w:val=\"");
	add_span(out, &slot->label);
	ADD(out, "\"/><w:tag w:val=\"");
	buf_adds(out, slot->name.id);
	if (slot->name.level[0]) {
		buf_addc(out, '.');
		buf_adds(out, slot->name.level);
	}
	ADD(out, "\"/><w:id w:val=\"");
	add_number(out, r->control++);
	ADD(out, "\"/>");
	add_span(out, &slot->lock);
	add_span(out, &slot->placeholder);
	if (is_blank)
		ADD(out, "<w:showingPlcHdr/>");
}

/* The <f> of a value in the report part: its number. Two places of one value
 * share it, so that an edit in Word changes both. */
static unsigned add_shown(struct renderer *r, const struct slot *slot)
{
	struct seen *seen = &r->seen[slot->key];
	struct buf *names = &r->names, *out = &r->shown;
	unsigned row = render_row(r);

	if (seen->f && seen->row == row + 1 && r->loops < 2)
		return seen->f;
	seen->f = ++r->n_shown;
	seen->row = row + 1;
	ADD(names, "<n id=\"");
	buf_adds(names, slot->name.id);
	if (slot->name.level[0]) {
		ADD(names, "\" level=\"");
		buf_adds(names, slot->name.level);
	}
	if (row) {
		ADD(names, "\" row=\"");
		add_number(names, row);
	}
	ADD(names, "\"/>");
	ADD(out, "<f>");
	buf_add_text(out, r->value.data, r->value.size);
	ADD(out, "</f>");
	return seen->f;
}

static void add_text_kind(struct renderer *r)
{
	struct buf *out = r->out;

	if (r->value.size && memchr(r->value.data, '\n', r->value.size))
		ADD(out, "<w:text w:multiLine=\"1\"/>");
	else
		ADD(out, "<w:text/>");
}

/*
 * LibreOffice writes bound words into a stylesheet without escaping them: one
 * '&', '<' or "]]>" and it saves the whole report part empty (measured:
 * 7.4.7). Such words have the other marks only.
 */
static bool is_bindable(const struct buf *value)
{
	return value->size == 0 || (!memchr(value->data, '&', value->size) &&
				    !memchr(value->data, '<', value->size) &&
				    !strstr(value->data, "]]>"));
}

static void add_binding(struct renderer *r, const struct slot *slot)
{
	struct buf *out = r->out;

	if (!is_bindable(&r->value)) {
		add_text_kind(r);
		return;
	}
	ADD(out, "<w:dataBinding w:prefixMappings=\"" MARK_BIND_NS
		 "\" w:xpath=\"/r:report[1]/r:shown[1]/r:f[");
	add_number(out, add_shown(r, slot));
	ADD(out, "]\" w:storeItemID=\"" MARK_STORE_ID "\"/>");
	add_text_kind(r);
}

/* ---- in a line ---------------------------------------------------------- */

static bool has_style(const struct answer *answer)
{
	size_t i, j;

	for (i = 0; i < answer->n_paras; i++)
		for (j = 0; j < answer->paras[i].n; j++)
			if (answer->paras[i].spans[j].style)
				return true;
	return false;
}

static void add_spans(struct buf *out, const struct slot *slot,
		      const struct answer_para *para)
{
	size_t i;

	for (i = 0; i < para->n; i++)
		add_run(out, slot, para->spans[i].style, para->spans[i].text,
			para->spans[i].size);
}

/* A long text in a line: breaks between its paragraphs. */
static void add_paras(struct buf *out, const struct slot *slot,
		      const struct answer *answer)
{
	size_t i;

	for (i = 0; i < answer->n_paras; i++) {
		if (i) {
			open_run(out, slot, 0);
			ADD(out, "<w:br/></w:r>");
		}
		add_spans(out, slot, &answer->paras[i]);
	}
}

/* "Answered with nothing" is nothing, but a stamp's blank stays wide. */
static bool stays_blank(const struct slot *slot, const struct answer *answer)
{
	if (!answer)
		return true;
	return answer->kind == VALUE_EMPTY && slot->field && slot->field->blank;
}

static int write_inline(struct renderer *r, const struct slot *slot,
			const struct answer *answer)
{
	bool is_blank = stays_blank(slot, answer);
	bool is_rich = answer && answer->kind == VALUE_PARAS &&
		       has_style(answer);
	bool has_marks = !r->is_plain && !slot->is_bare;
	bool has_bookmark;
	uint32_t id = 0;
	int rc = show(r, slot, is_blank ? NULL : answer);

	if (rc)
		return rc;
	has_bookmark = open_bookmark(r, slot, false, &id);
	if (has_marks) {
		open_control(r, slot, is_blank);
		/* a bound control is plain text: it has no bold words */
		if (!is_rich)
			add_binding(r, slot);
		ADD(r->out, "</w:sdtPr><w:sdtContent>");
	}
	if (is_blank)
		add_span(r->out, &slot->blank);
	else if (is_rich)
		add_paras(r->out, slot, answer);
	else if (r->value.size || has_marks)
		add_run(r->out, slot, 0, buf_cstr(&r->value), r->value.size);
	if (has_marks)
		ADD(r->out, "</w:sdtContent></w:sdt>");
	if (has_bookmark)
		close_bookmark(r, id);
	return VB_OK;
}

/* ---- paragraphs --------------------------------------------------------- */

static int check_paras(struct renderer *r, const struct slot *slot,
		       const struct answer *answer)
{
	size_t i, j;
	int rc = VB_OK;

	for (i = 0; i < answer->n_paras && rc == VB_OK; i++)
		for (j = 0; j < answer->paras[i].n && rc == VB_OK; j++)
			rc = check_words(r, slot,
					 answer->paras[i].spans[j].text,
					 answer->paras[i].spans[j].size);
	return rc;
}

/* Only the last paragraph of an answer keeps with what follows (a signature):
 * all of them would go over the page together (docs/deviations.md). */
static void open_paragraph(struct buf *out, const struct slot *slot,
			   bool is_last)
{
	static const char keep[] = "<w:keepNext/>";
	const char *open = slot->open.at;
	const char *at = is_last || !open ? NULL : strstr(open, keep);
	size_t n = at ? (size_t)(at - open) : 0;

	if (!at) {
		add_span(out, &slot->open);
		return;
	}
	buf_add(out, open, n);
	n += sizeof(keep) - 1;
	buf_add(out, open + n, slot->open.size - n);
}

static void write_paragraphs(struct renderer *r, const struct slot *slot,
			     const struct answer *answer)
{
	size_t n = answer && answer->kind == VALUE_PARAS ? answer->n_paras : 0;
	bool is_marked = false;
	size_t i;

	for (i = 0; i < (n ? n : 1); i++) {
		uint32_t id = 0;
		bool marks = false;

		open_paragraph(r->out, slot, i + 1 >= n);
		if (i == 0)
			marks = is_marked = open_bookmark(r, slot, false, &id);
		else if (i == n - 1 && is_marked)
			marks = open_bookmark(r, slot, true, &id);
		if (n)
			add_spans(r->out, slot, &answer->paras[i]);
		else if (stays_blank(slot, answer))
			add_span(r->out, &slot->blank);
		else if (r->value.size)
			add_run(r->out, slot, 0, r->value.data, r->value.size);
		if (marks)
			close_bookmark(r, id);
		ADD(r->out, "</w:p>");
	}
}

static int write_block(struct renderer *r, const struct slot *slot,
		       const struct answer *answer)
{
	bool has_marks = !r->is_plain && !slot->is_bare;
	int rc;

	buf_clear(&r->value);
	if (answer && answer->kind == VALUE_PARAS)
		rc = check_paras(r, slot, answer);
	else
		rc = show(r, slot, answer);
	if (rc)
		return rc;
	if (has_marks) {
		open_control(r, slot, stays_blank(slot, answer));
		ADD(r->out, "</w:sdtPr><w:sdtContent>");
	}
	write_paragraphs(r, slot, answer);
	if (has_marks)
		ADD(r->out, "</w:sdtContent></w:sdt>");
	return VB_OK;
}

int render_slot(struct renderer *r, const struct slot *slot,
		const struct answer *answer)
{
	return slot->is_block ? write_block(r, slot, answer)
			      : write_inline(r, slot, answer);
}
