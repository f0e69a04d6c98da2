/*
 * outline_head.c - what stands above the body: letterhead, annex, heading,
 * addressees. ND 30/2020, Phu luc I; the geometry is measured on the samples
 * of its Phu luc III (Mau 1.4, 1.5, 2.1).
 */
#include "fill/outline.h"

#include <string.h>

enum {
	/* Quoc hieu of 13 points is 5,424 twips in Times New Roman bold: it
	 * must stay on one line. So should the commonest issuer, "PHÒNG GIÁO
	 * DỤC VÀ ĐÀO TẠO" (4,080): the table hangs out a little over the
	 * text on both sides, as those of Mau 1.4 and 1.5 do. */
	LETTERHEAD_RIGHT = 5480,
	LETTERHEAD_LEFT = 4120,
	/* titles are indented so much on both sides */
	TITLE_INDENT = 567,
	/* Tieu ngu, and the rule below it, of 14 and of 13 points */
	MOTTO_WIDTH_14 = 3428,
	MOTTO_WIDTH_13 = 3183
};

static const struct node *child_of(const struct node *node, enum node_kind kind)
{
	for (const struct node *n = node->first; n; n = n->next)
		if (n->kind == kind)
			return n;
	return NULL;
}

/* A child as a paragraph of a style, when it is there. */
static void part(struct outline *o, const struct node *node,
		 enum node_kind kind, const char *style)
{
	const struct node *child = child_of(node, kind);

	if (child)
		outline_paragraph(o, child,
				  &(struct outline_p){.style = style});
}

/* The rule below words: between 1/3 and 1/2 of their line. */
static void part_rule(struct outline *o, const struct node *words,
		      unsigned column, unsigned size, bool is_caps)
{
	unsigned width = outline_words_width(words, size, is_caps);
	unsigned room = column == TEXT_WIDTH ? column - 2 * TITLE_INDENT
					     : column;

	if (width > room)
		width = room; /* they wrap */
	outline_rule(o, column, width * 5 / 12);
}

/* A child whose first words are fixed ("Số: "), written by the form or not. */
static void part_led(struct outline *o, const struct node *child,
		     const char *style, const char *words)
{
	const struct node *first = child->first;
	size_t n = strcspn(words, ": ");

	outline_p_open(o, &(struct outline_p){.style = style});
	if (!first || first->kind != NODE_TEXT ||
	    strncmp(first->text, words, n) != 0)
		outline_words(o, words);
	outline_inline(o, first, NULL, 0);
	outline_p_close(o);
}

static void add_line(struct outline *o, const char *style, const char *words)
{
	outline_p_open(o, &(struct outline_p){.style = style});
	outline_words(o, words);
	outline_p_close(o);
}

static void add_issuer(struct outline *o, const struct node *node)
{
	const struct node *issuer = child_of(node, NODE_ISSUER);
	unsigned size = o->form->size - 1;

	part(o, node, NODE_SUPERIOR, "CoQuanChuQuan");
	part(o, node, NODE_ISSUER, "CoQuanBanHanh");
	/* names that come later: half to a whole column long */
	if (issuer && child_of(issuer, NODE_FIELD))
		outline_rule(o, LETTERHEAD_LEFT, LETTERHEAD_LEFT / 3);
	else if (issuer)
		part_rule(o, issuer, LETTERHEAD_LEFT, size, true);
}

static void add_number(struct outline *o, const struct node *node)
{
	const struct node *number = child_of(node, NODE_NUMBER);
	const struct node *subject = child_of(node, NODE_SUBJECT);

	o->place = PLACE_STAMP;
	if (number)
		part_led(o, number, "SoKyHieu", "Số: ");
	o->place = PLACE_TEXT;
	if (subject)
		part_led(o, subject, "TrichYeuCongVan", "V/v ");
	if (!number && !subject)
		outline_p_empty(o, &(struct outline_p){.style = "SoKyHieu"});
}

void outline_letterhead(struct outline *o, const struct node *node)
{
	const struct node *place = child_of(node, NODE_PLACE);
	bool is_first = !node->parent || node->parent->first == node;

	/* Also on top of the page, one point high: LibreOffice writes the
	 * words of a control twice when it opens a document in a table
	 * (measured: 7.4.7, docs/deviations.md). */
	outline_p_empty(o, &(struct outline_p){.style = "DoanCuoi",
					       .before = is_first ? 0 : 240});
	outline_pair_open(o, LETTERHEAD_LEFT, LETTERHEAD_RIGHT);
	outline_pair_row(o, LETTERHEAD_LEFT);
	o->place = PLACE_NAME;
	add_issuer(o, node);
	outline_pair_middle(o, LETTERHEAD_RIGHT);
	add_line(o, "QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	add_line(o, "TieuNgu", "Độc lập - Tự do - Hạnh phúc");
	outline_rule(o, LETTERHEAD_RIGHT,
		     o->form->size == 13 ? MOTTO_WIDTH_13 : MOTTO_WIDTH_14);
	outline_pair_row_end(o);
	/* a row of its own: number and date stand on one line however many
	 * lines the names above take */
	outline_pair_row(o, LETTERHEAD_LEFT);
	add_number(o, node);
	outline_pair_middle(o, LETTERHEAD_RIGHT);
	o->place = PLACE_STAMP;
	if (place)
		outline_paragraph(o, place,
				  &(struct outline_p){.style = "DiaDanh"});
	else
		outline_p_empty(o, &(struct outline_p){.style = "DiaDanh"});
	o->place = PLACE_TEXT;
	outline_pair_row_end(o);
	outline_pair_close(o);
}

void outline_annex(struct outline *o, const struct node *node)
{
	const struct node *title = child_of(node, NODE_TITLE);

	const struct node *name = child_of(node, NODE_NAME);
	struct outline_p p = {.style = "PhuLuc"};

	/* below a letterhead, not at the top of a page */
	if (node->parent && node->parent->first != node &&
	    !child_of(node, NODE_BODY))
		p.before = 240;
	if (name)
		outline_paragraph(o, name, &p);
	part(o, node, NODE_TITLE, "TieuDePhuLuc");
	part(o, node, NODE_NOTE, "ChiDan");
	if (title)
		part_rule(o, title, TEXT_WIDTH, o->form->size, true);
}

void outline_heading(struct outline *o, const struct node *node)
{
	const struct node *subject = child_of(node, NODE_SUBJECT);
	const struct node *name = child_of(node, NODE_NAME);

	part(o, node, NODE_NAME, "TenLoai");
	part(o, node, NODE_SUBJECT, "TrichYeu");
	if (subject)
		part_rule(o, subject, TEXT_WIDTH, o->form->size, false);
	else if (name)
		part_rule(o, name, TEXT_WIDTH, o->form->size, true);
	part(o, node, NODE_NOTE, "ChiDan");
}

/* ---- Kinh gui ----------------------------------------------------------- */

static void add_addressee(struct outline *o, const struct node *node,
			  enum outline_end end)
{
	outline_p_open(o, &(struct outline_p){.style = "KinhGuiDanhSach"});
	outline_words(o, "- ");
	outline_inline(o, node->first, NULL, 0);
	outline_end_item(o, node, end);
	outline_p_close(o);
}

void outline_addressees(struct outline *o, const struct node *node)
{
	const struct node *first = node->first;

	outline_p_open(o, &(struct outline_p){.style = "KinhGui"});
	if (first && !first->next && first->kind == NODE_ADDRESSEE) {
		outline_words(o, "Kính gửi: ");
		outline_inline(o, first->first, NULL, 0);
		outline_p_close(o);
		return;
	}
	outline_words(o, "Kính gửi:");
	outline_p_close(o);
	for (const struct node *n = first; n; n = n->next) {
		if (n->kind == NODE_ADDRESSEE) {
			add_addressee(o, n, n->next ? END_MORE : END_LAST);
			continue;
		}
		if (n->kind != NODE_REPEAT)
			continue;
		outline_repeat_open(o, n->field);
		for (const struct node *m = n->first; m; m = m->next)
			add_addressee(o, m,
				      m->next || n->next ? END_MORE : END_ROW);
		outline_repeat_close(o);
	}
}
