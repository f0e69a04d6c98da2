/*
 * write.c - the XML of one filled slot, with its marks (wml/marks.h).
 *
 *	in a line    bookmarkStart, control bound to the report part, run(s),
 *	             bookmarkEnd
 *	paragraphs   a rich control around the paragraphs, a bookmark inside
 *	             the first one and another inside the last
 *
 * write_control.c has the marks. Unanswered: the template's own blank, marked
 * as a placeholder.
 */
#include "fill/write.h"

#include "fill/filters.h"
#include "form/show.h"
#include "text/utf8.h"
#include "util/err.h"

#include <string.h>

/* ---- words -------------------------------------------------------------- */

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
	bool is_other = filters_change(slot, answer);
	const struct control_item *item = is_other
						  ? NULL
						  : write_item(r, slot, answer);
	const struct field *field = slot->field;

	/* {{.}} has the type of what the section is about */
	if (answer && slot->name.kind == NAME_THIS)
		field = answer->field;
	buf_clear(&r->value);
	if (is_other &&
	    filters_show(&r->value, &r->spare, slot, field, answer, &r->err))
		return (int)r->err.code;
	if (item)
		buf_adds(&r->value, item->shown);
	else if (answer && !is_other)
		show_value(&r->value, answer, field, slot->adds_percent);
	if (!buf_ok(&r->value))
		return err_set(&r->err, VB_NOMEM, "out of memory");
	return check_words(r, slot, r->value.data, r->value.size);
}

/* ---- in a line ---------------------------------------------------------- */

/* A long text in a line: breaks between its paragraphs. */
static int add_paras(struct renderer *r, const struct slot *slot,
		     const struct answer *answer)
{
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < answer->n_paras && rc == VB_OK; i++) {
		if (i) {
			ADD(r->out, "<w:r>");
			write_span(r->out, &slot->rpr[0]);
			if (answer->paras[i].begins_page)
				ADD(r->out, "<w:br w:type=\"page\"/></w:r>");
			else
				ADD(r->out, "<w:br/></w:r>");
		}
		rc = write_spans(r, slot, answer, &answer->paras[i]);
	}
	return rc;
}

/* "Answered with nothing" is nothing, but a stamp's blank stays wide. */
static bool stays_blank(const struct slot *slot, const struct answer *answer)
{
	if (!answer)
		return true;
	return answer->kind == VALUE_EMPTY && !answer->is_irrelevant &&
	       slot->field && slot->field->blank;
}

/* Plain text has neither bold words nor pictures. */
static bool is_rich(const struct renderer *r, const struct slot *slot,
		    const struct answer *answer)
{
	return answer && !filters_change(slot, answer) &&
	       (write_image_name(r, slot, answer) ||
		(answer->kind == VALUE_PARAS && write_has_style(answer)));
}

static int add_content(struct renderer *r, const struct slot *slot,
		       const struct answer *answer, bool is_blank)
{
	const struct control *control = slot->control;

	if (control && control->kind == CONTROL_CHECK)
		write_span(r->out,
			   !is_blank && show_is_checked(answer, slot->field)
				   ? &control->on
				   : &control->off);
	else if (is_blank)
		write_span(r->out, &slot->blank);
	else if (write_image_name(r, slot, answer))
		return write_image(r, slot, answer);
	else if (is_rich(r, slot, answer))
		return add_paras(r, slot, answer);
	else if (r->value.size || (!r->is_plain && !slot->is_bare))
		write_run(r->out, &slot->rpr[0], buf_cstr(&r->value),
			  r->value.size);
	return VB_OK;
}

/* The template's own picture stays while there is no other. */
static bool keeps_blank(const struct renderer *r, const struct slot *slot,
			const struct answer *answer)
{
	if (filters_change(slot, answer))
		return false;
	return stays_blank(slot, answer) ||
	       (slot->picture && !write_image_name(r, slot, answer));
}

static int write_inline(struct renderer *r, const struct slot *slot,
			const struct answer *answer)
{
	bool is_blank = keeps_blank(r, slot, answer);
	bool has_marks = !r->is_plain && !slot->is_bare && !slot->is_frame;
	bool has_bookmark;
	uint32_t id = 0;
	int rc = show(r, slot, is_blank ? NULL : answer);

	if (rc)
		return rc;
	write_image_check(r, slot, answer);
	has_bookmark = write_bookmark_open(r, slot, false, &id);
	if (has_marks) {
		write_control_open(r, slot, is_blank);
		write_control_kind(r, slot, is_blank ? NULL : answer,
				   is_rich(r, slot, answer));
	}
	rc = add_content(r, slot, answer, is_blank);
	if (has_marks)
		write_control_close(r);
	if (has_bookmark)
		write_bookmark_close(r, id);
	return rc;
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
static int open_paragraph(struct renderer *r, const struct slot *slot,
			  bool is_last, bool begins_page)
{
	static const char keep[] = "<w:keepNext/>";
	struct span open = begins_page ? slot->page : slot->open, rest;
	const char *at = is_last || !open.at ? NULL : strstr(open.at, keep);
	int rc;

	if (!open.size)
		return VB_OK;
	if (!at)
		return copies_text(r, &open);
	rest.at = at + sizeof(keep) - 1;
	rest.size = open.size - (size_t)(rest.at - open.at);
	open.size = (size_t)(at - open.at);
	rc = copies_text(r, &open);
	return rc ? rc : copies_text(r, &rest);
}

static int write_paragraphs(struct renderer *r, const struct slot *slot,
			    const struct answer *answer)
{
	bool is_other = filters_change(slot, answer);
	size_t n = !is_other && answer && answer->kind == VALUE_PARAS
			   ? answer->n_paras
			   : 0;
	bool is_marked = false;
	size_t i;

	for (i = 0; i < (n ? n : 1); i++) {
		uint32_t id = 0;
		bool marks = false;
		int rc = open_paragraph(r, slot, i + 1 >= n,
					n && answer->paras[i].begins_page);

		if (rc)
			return rc;
		if (i == 0)
			marks = is_marked = write_bookmark_open(r, slot, false,
								&id);
		else if (i == n - 1 && is_marked)
			marks = write_bookmark_open(r, slot, true, &id);
		if (n)
			rc = write_spans(r, slot, answer, &answer->paras[i]);
		else if (!is_other && stays_blank(slot, answer))
			write_span(r->out, &slot->blank);
		else if (r->value.size)
			write_run(r->out, &slot->rpr[0], r->value.data,
				  r->value.size);
		if (rc)
			return rc;
		if (marks)
			write_bookmark_close(r, id);
		ADD(r->out, "</w:p>");
	}
	return VB_OK;
}

static int write_block(struct renderer *r, const struct slot *slot,
		       const struct answer *answer)
{
	bool has_marks = !r->is_plain && !slot->is_bare;
	bool is_other = filters_change(slot, answer);
	int rc;

	buf_clear(&r->value);
	if (!is_other && answer && answer->kind == VALUE_PARAS)
		rc = check_paras(r, slot, answer);
	else
		rc = show(r, slot, answer);
	if (rc)
		return rc;
	if (has_marks) {
		write_control_open(r, slot,
				   !is_other && stays_blank(slot, answer));
		write_control_kind(r, slot, answer, true);
	}
	rc = write_paragraphs(r, slot, answer);
	if (has_marks)
		write_control_close(r);
	return rc;
}

/* The value stands in the cell above: its bookmark alone, which a reader
 * gives the words of that cell. */
static int write_alike(struct renderer *r, const struct slot *slot)
{
	uint32_t id = 0;
	int rc = slot->is_block ? open_paragraph(r, slot, true, false) : VB_OK;

	if (rc)
		return rc;
	if (write_bookmark_open(r, slot, false, &id))
		write_bookmark_close(r, id);
	if (slot->is_block)
		ADD(r->out, "</w:p>");
	return VB_OK;
}

static int write_words(struct renderer *r, const struct slot *slot,
		       const struct answer *answer)
{
	int rc = show(r, slot, answer);

	if (rc == VB_OK)
		buf_add_text(r->out, buf_cstr(&r->value), r->value.size);
	return rc;
}

int render_slot(struct renderer *r, const struct slot *slot,
		const struct answer *answer)
{
	if (slot->is_words)
		return write_words(r, slot, answer);
	if (alike_goes_on(r, slot))
		return write_alike(r, slot);
	return slot->is_block ? write_block(r, slot, answer)
			      : write_inline(r, slot, answer);
}
