/*
 * write_head.c - what stands around the body: with the blanks that every
 * report has, under the ids that the list of units fills (vanban-form(5)).
 */
#include "draft/write.h"

#include "text/norm.h"

#include <string.h>

static void write_text(struct writer *w, const char *id, const char *label,
		       const char *more)
{
	buf_addf(&w->xml, "<text id=\"%s\"", id);
	write_label(w, label);
	buf_addf(&w->xml, "%s rollup=\"none\"/>", more);
}

static void write_part(struct writer *w, const char *name, const char *id,
		       const char *label, const char *said)
{
	if (said)
		write_comment(w, "trong đề cương: ", said);
	write_indent(w);
	buf_addf(&w->xml, "<%s>", name);
	write_text(w, id, label, "");
	buf_addf(&w->xml, "</%s>\n", name);
}

/* The digits behind a word ("tháng 6"), printed; else a blank. */
static void write_known(struct writer *w, const char *text, const char *word,
			const char *id, const char *label)
{
	const char *at = text ? strstr(text, word) : NULL;
	size_t n;

	if (at)
		at += strlen(word) + strspn(at + strlen(word), " .");
	n = at ? strspn(at, "0123456789") : 0;
	if (n)
		buf_add_text(&w->xml, at, n);
	else
		write_text(w, id, label, " blank=\"6\"");
}

static void write_place(struct writer *w)
{
	const char *text = w->d->head.place;

	write_indent(w);
	buf_adds(&w->xml, "<place>");
	write_text(w, "place", "Địa danh", "");
	buf_adds(&w->xml, ", ngày ");
	write_text(w, "date_day", "Ngày", " blank=\"6\"");
	buf_adds(&w->xml, " tháng ");
	write_known(w, text, "tháng", "date_month", "Tháng");
	buf_adds(&w->xml, " năm ");
	write_known(w, text, "năm", "date_year", "Năm");
	buf_adds(&w->xml, "</place>\n");
}

static void write_letterhead(struct writer *w)
{
	const struct draft_head *h = &w->d->head;

	write_open(w, "letterhead");
	write_part(w, "superior", "org_parent", "Cơ quan chủ quản",
		   h->superior);
	write_part(w, "issuer", "org_name", "Tên đơn vị", h->issuer);
	write_indent(w);
	buf_adds(&w->xml, "<number>Số: ");
	write_text(w, "doc_no", "Số", " blank=\"10\"");
	buf_addc(&w->xml, '/');
	write_text(w, "doc_code", "Ký hiệu", "");
	buf_adds(&w->xml, "</number>\n");
	write_words(w, "subject", h->subject);
	write_place(w);
	write_close(w, "letterhead");
}

static void write_annex(struct writer *w)
{
	const struct draft_head *h = &w->d->head;

	write_open(w, "annex");
	write_words(w, "name", h->annex_name);
	write_words(w, "title",
		    h->annex_title ? h->annex_title : h->annex_name);
	write_words(w, "note", h->annex_note);
	write_close(w, "annex");
}

void write_head(struct writer *w)
{
	const struct draft_head *h = &w->d->head;

	if (h->annex_name)
		write_annex(w);
	if (h->has_letterhead)
		write_letterhead(w);
	if (h->name) {
		write_open(w, "heading");
		write_words(w, "name", h->name);
		write_words(w, "subject", h->name_subject);
		write_words(w, "note", h->name_note);
		write_close(w, "heading");
	}
	if (h->addressees.n) {
		write_open(w, "addressees");
		for (size_t i = 0; i < h->addressees.n; i++)
			write_words(w, "addressee", h->addressees.at[i]);
		write_close(w, "addressees");
	}
}

/* ---- below ------------------------------------------------------------- */

static void write_signature(struct writer *w)
{
	const struct draft_head *h = &w->d->head;

	write_open(w, "signature");
	write_part(w, "authority", "sign_authority", "Quyền hạn ký",
		   h->authority);
	write_part(w, "position", "sign_title", "Chức vụ người ký",
		   h->position);
	write_words(w, "note", h->sign_note);
	write_part(w, "signer", "signer_name", "Họ tên người ký", h->signer);
	write_close(w, "signature");
}

static void write_recipient(struct writer *w, const char *text)
{
	struct text_span words = {text, strlen(text)}, g[2];

	write_indent(w);
	buf_adds(&w->xml, "<recipient");
	if (draft_find(w->d->patterns, P_PURPOSE, words, 0, g, 2) &&
	    g[0].at > words.at && g[1].size) {
		buf_adds(&w->xml, " purpose=\"");
		buf_add_attr(&w->xml, g[1].at, g[1].size);
		buf_addc(&w->xml, '"');
		words.size = (size_t)(g[0].at - words.at);
	}
	buf_addc(&w->xml, '>');
	buf_add_text(&w->xml, words.at, words.size);
	buf_adds(&w->xml, "</recipient>\n");
}

static void write_recipients(struct writer *w)
{
	const struct draft_head *h = &w->d->head;

	write_open(w, "recipients");
	for (size_t i = 0; i < h->recipients.n; i++)
		write_recipient(w, h->recipients.at[i]);
	write_indent(w);
	buf_adds(&w->xml, "<repeat id=\"recipients\" label=\"Nơi nhận\" "
			  "blank-rows=\"0\">\n");
	w->depth++;
	write_indent(w);
	buf_adds(&w->xml, "<recipient><text id=\"recipient_name_txt\" "
			  "label=\"Nơi nhận\"/></recipient>\n");
	write_close(w, "repeat");
	write_words(w, "archive", h->archive);
	write_close(w, "recipients");
}

void write_foot(struct writer *w)
{
	if (w->d->head.has_signature)
		write_signature(w);
	if (w->d->head.has_recipients)
		write_recipients(w);
}

/* ---- the kind of document ---------------------------------------------- */

const char *write_type(struct writer *w, char out[32])
{
	const struct draft *d = w->d;
	static const char kinds[] =
		" nghi-quyet quyet-dinh chi-thi quy-che quy-dinh thong-cao "
		"thong-bao huong-dan chuong-trinh ke-hoach phuong-an de-an "
		"du-an bao-cao bien-ban to-trinh giay-moi phieu-bao ";
	struct buf slug = BUF_INIT;
	bool known;

	buf_addc(&slug, ' ');
	if (d->head.name)
		text_plain(&slug, d->head.name, strlen(d->head.name));
	for (size_t i = 1; i < slug.size; i++)
		if (slug.data[i] == ' ')
			slug.data[i] = '-';
	buf_addc(&slug, ' ');
	known = buf_ok(&slug) && slug.size > 2 && slug.size < 32 &&
		strstr(kinds, buf_cstr(&slug));
	if (known) {
		memcpy(out, slug.data + 1, slug.size - 2);
		out[slug.size - 2] = '\0';
	}
	w->xml.failed |= slug.failed;
	buf_release(&slug);
	if (known)
		return out;
	if (d->head.annex_name)
		return "phu-luc";
	return d->head.subject ? "cong-van" : "bao-cao";
}
