/*
 * head.c - what stands around the body of a page: letterhead, annex, heading
 * and addressees above, signature and recipients below (ND 30/2020, Phu luc
 * I). Each is known by its words, as offices type it in tables, paragraphs or
 * both.
 */
#include "draft/draft.h"

#include "text/norm.h"

#include <string.h>

static struct text_span span_of(const char *text)
{
	return (struct text_span){text, strlen(text)};
}

static bool is(const struct draft *d, enum draft_pattern which,
	       const char *text)
{
	return draft_has(d->patterns, which, span_of(text));
}

/* What a title that goes on in the next paragraph has so far, and more. */
static void join(struct draft *d, const char **to, const char *text)
{
	*to = *to ? arena_printf(&d->arena, "%s %s", *to, text) : text;
}

static void push(struct draft_list *list, const char *text)
{
	if (list->n < HEAD_LIST_MAX)
		list->at[list->n++] = text;
}

/* Past a dash; without the ';' or '.' that ends a line of a list. */
static const char *list_words(struct draft *d, const char *text)
{
	struct text_span words = span_of(text), g[1];

	if (draft_find(d->patterns, P_DASH, words, 0, g, 1)) {
		words.at += g[0].size;
		words.size -= g[0].size;
	}
	while (words.size && strchr("; .", words.at[words.size - 1]))
		words.size--;
	return arena_strn(&d->arena, words.at, words.size);
}

/* ---- above the body ---------------------------------------------------- */

/* Kinds of document (ND 30/2020, Dieu 7) that are headings of a page. */
static const char kinds[] =
	" nghi quyet , quyet dinh , chi thi , quy che , quy dinh , thong cao ,"
	" thong bao , huong dan , chuong trinh , ke hoach , phuong an , de an ,"
	" du an , bao cao , bien ban , to trinh , giay moi , phieu bao ,";

static bool is_kind(struct draft *d, const char *text)
{
	struct buf plain = BUF_INIT;
	bool found;

	buf_addc(&plain, ' ');
	text_plain(&plain, text, strlen(text));
	buf_adds(&plain, " ,");
	found = buf_ok(&plain) && plain.size > 3 &&
		strstr(kinds, buf_cstr(&plain)) != NULL;
	d->arena.failed |= plain.failed;
	buf_release(&plain);
	return found;
}

static void take_addressee(struct draft *d, const char *text)
{
	struct text_span words = span_of(text), g[1];
	const char *first = text;

	if (draft_find(d->patterns, P_ADDRESSEE, words, 0, g, 1))
		first = text + g[0].size;
	d->head.in_addressees = true;
	first = list_words(d, first);
	if (first && *first)
		push(&d->head.addressees, first);
}

static void take_annex(struct draft *d, const char *text)
{
	struct text_span words = span_of(text), g[1];
	size_t n;

	if (!draft_find(d->patterns, P_ANNEX, words, 0, g, 1))
		return;
	n = g[0].size;
	if (text[n])
		d->head.annex_title = arena_str(&d->arena, text + n);
	while (n && strchr(" .:", text[n - 1]))
		n--;
	d->head.annex_name = arena_strn(&d->arena, text, n);
}

/* A paragraph of the letterhead, in its table or above the heading. */
static bool take_letterhead(struct draft *d, const char *text)
{
	struct draft_head *h = &d->head;

	if (is(d, P_NATION, text)) {
		h->has_letterhead = true;
	} else if (is(d, P_SUBJECT, text)) {
		h->subject = text;
		h->in_subject = true;
	} else if (is(d, P_PLACE, text) && strlen(text) < 120) {
		h->place = text;
	} else if (is(d, P_NUMBER, text)) {
		h->number = text;
	} else if (!h->issuer && is(d, P_ORGAN, text) &&
		   is(d, P_CAPITALS, text)) {
		if (h->superior)
			h->issuer = text;
		else
			h->superior = text;
	} else {
		return false;
	}
	return true;
}

static bool take_title(struct draft *d, const struct page_para *para)
{
	struct draft_head *h = &d->head;
	const char *text = para->text;

	if (is(d, P_ANNEX, text) && !h->annex_name)
		take_annex(d, text);
	else if (h->annex_name && is(d, P_ANNEX_NOTE, text))
		h->annex_note = text;
	else if (is_kind(d, text) && !h->name)
		h->name = text;
	else if (!para->is_centered)
		return false;
	else if (is(d, P_NOTE, text) && h->name)
		join(d, &h->name_note, text);
	else if (is(d, P_NOTE, text) && h->annex_name)
		join(d, &h->annex_note, text);
	else if (h->name)
		join(d, &h->name_subject, text);
	else if (h->annex_name)
		join(d, &h->annex_title, text);
	else if (is(d, P_CAPITALS, text))
		h->name = text;
	else
		return false;
	return true;
}

static bool take_head_para(struct draft *d, const struct page_para *para)
{
	struct draft_head *h = &d->head;
	size_t from = 0;
	unsigned parts;
	enum node_mark mark = outline_mark(d, para, &from, &parts);

	if (is(d, P_RULE, para->text))
		return !d->head.name && !d->head.annex_name;
	if (h->in_addressees && mark == MARK_DASH) {
		take_addressee(d, para->text);
		return true;
	}
	h->in_addressees = false;
	if (is(d, P_ADDRESSEE, para->text)) {
		take_addressee(d, para->text);
		return true;
	}
	if (para->heading || mark != MARK_NONE)
		return false;
	return take_letterhead(d, para->text) || take_title(d, para);
}

static bool table_has(const struct draft *d, const struct page_table *table,
		      enum draft_pattern which)
{
	for (const struct page_row *r = table->rows; r; r = r->next)
		for (const struct page_cell *c = r->cells; c; c = c->next)
			for (const struct page_para *p = c->paras; p;
			     p = p->next)
				if (is(d, which, p->text))
					return true;
	return false;
}

static bool take_head_table(struct draft *d, const struct page_table *table)
{
	if (!table_has(d, table, P_NATION))
		return false;
	for (const struct page_row *r = table->rows; r; r = r->next)
		for (const struct page_cell *c = r->cells; c; c = c->next) {
			d->head.in_subject = false;
			for (const struct page_para *p = c->paras; p;
			     p = p->next)
				if (!take_letterhead(d, p->text) &&
				    d->head.in_subject)
					join(d, &d->head.subject, p->text);
		}
	d->head.in_subject = false;
	return true;
}

bool head_takes(struct draft *d, const struct page_block *block)
{
	if (d->in_body)
		return false;
	if (block->table ? take_head_table(d, block->table)
			 : take_head_para(d, block->para))
		return true;
	d->in_body = true;
	/* one name above is the body that issues */
	if (d->head.superior && !d->head.issuer) {
		d->head.issuer = d->head.superior;
		d->head.superior = NULL;
	}
	return false;
}

/* ---- below the body ---------------------------------------------------- */

static void take_recipient(struct draft *d, const char *text)
{
	const char *words = list_words(d, text);

	if (!words || !*words)
		return;
	if (is(d, P_ARCHIVE, words))
		d->head.archive = words;
	else
		push(&d->head.recipients, words);
}

static void take_signature(struct draft *d, const char *text)
{
	struct draft_head *h = &d->head;

	if (is(d, P_RULE, text))
		return;
	if (is(d, P_NOTE, text))
		h->sign_note = text;
	else if (!h->position && !h->authority && is(d, P_AUTHORITY, text))
		h->authority = text;
	else if (!h->position)
		h->position = text;
	else if (!h->signer)
		h->signer = text;
}

static void take_foot_cell(struct draft *d, const struct page_cell *cell)
{
	bool is_list = cell->paras && is(d, P_RECIPIENTS, cell->paras->text);
	const struct page_para *p = cell->paras;

	if (is_list)
		p = p->next;
	for (; p; p = p->next)
		if (is_list)
			take_recipient(d, p->text);
		else
			take_signature(d, p->text);
}

static bool take_foot_table(struct draft *d, const struct page_table *table)
{
	if (!table_has(d, table, P_RECIPIENTS))
		return false;
	d->head.has_recipients = d->head.has_signature = true;
	for (const struct page_row *r = table->rows; r; r = r->next)
		for (const struct page_cell *c = r->cells; c; c = c->next)
			take_foot_cell(d, c);
	return true;
}

/* "Nơi nhận:" and its lines, and the lines of the signature behind it. */
static bool take_foot_para(struct draft *d, const struct page_para *para)
{
	struct draft_head *h = &d->head;
	size_t from = 0;
	unsigned parts;

	if (is(d, P_RECIPIENTS, para->text)) {
		h->has_recipients = h->in_recipients = true;
		return true;
	}
	if (h->in_recipients &&
	    outline_mark(d, para, &from, &parts) == MARK_DASH) {
		take_recipient(d, para->text);
		return true;
	}
	if (is(d, P_ANNEX, para->text))
		h->in_recipients = h->in_signature = false;
	if (!h->in_recipients && !h->in_signature)
		return false;
	h->in_recipients = false;
	h->in_signature = h->has_signature = true;
	take_signature(d, para->text);
	return true;
}

bool foot_takes(struct draft *d, const struct page_block *block)
{
	return block->table ? take_foot_table(d, block->table)
			    : take_foot_para(d, block->para);
}
