/*
 * outline_foot.c - signature and Noi nhan: one row of two columns that a page
 * break never cuts.
 */
#include "fill/outline.h"

#include <string.h>

enum {
	FOOT_LEFT = 4100, /* Noi nhan; the samples have 2,994 and 3,510 */
	FOOT_RIGHT = TEXT_WIDTH - FOOT_LEFT,
	/* Lines left for the signature and the seal (36 mm across, over a
	 * third of the signature) between title and name. */
	SIGN_LINES = 5,
	FOOT_BEFORE = 240
};

void outline_end_item(struct outline *o, const struct node *node,
		      enum outline_end end)
{
	const struct node *last = node->last;
	size_t n = last && last->kind == NODE_TEXT ? strlen(last->text) : 0;

	if (n && strchr(".;", last->text[n - 1]))
		return;
	if (end == END_ROW)
		outline_row_end(o, ";", ".");
	else
		outline_words(o, end == END_LAST ? "." : ";");
}

static void add_space(struct outline *o)
{
	for (int i = 0; i < SIGN_LINES; i++)
		outline_p_empty(o, &(struct outline_p){.style = "ChuKy"});
}

/* The field of the signer's name: "(Ký, ghi rõ họ tên)" goes with it. */
static const struct field *signer_of(const struct node *signature)
{
	for (const struct node *n = signature->first; n; n = n->next)
		if (n->kind == NODE_SIGNER && n->first &&
		    n->first->kind == NODE_FIELD)
			return n->first->field;
	return NULL;
}

static void add_signature(struct outline *o, const struct node *node)
{
	const struct outline_p p = {.style = "QuyenHan"};

	/* the room above, whichever line is the first; one point high */
	outline_p_empty(o, &(struct outline_p){.style = "DoanCuoi",
					       .before = FOOT_BEFORE - 20});
	for (const struct node *n = node->first; n; n = n->next) {
		if (n->kind == NODE_AUTHORITY) {
			outline_answered_line(o, n, &p);
		} else if (n->kind == NODE_POSITION) {
			outline_paragraph(o, n, &p);
		} else if (n->kind == NODE_NOTE) {
			outline_hint_line(
				o, n, signer_of(node),
				&(struct outline_p){.style = "ChuKy"});
		} else if (n->kind == NODE_SIGNER) {
			add_space(o);
			outline_paragraph(
				o, n, &(struct outline_p){.style = "HoTen"});
		}
	}
}

static void add_recipient(struct outline *o, const struct node *node,
			  enum outline_end end)
{
	outline_p_open(o, &(struct outline_p){.style = "NoiNhanDanhSach"});
	outline_words(o, "- ");
	if (node->kind == NODE_ARCHIVE &&
	    (!node->first || node->first->kind != NODE_TEXT ||
	     strncmp(node->first->text, "Lưu", strlen("Lưu")) != 0))
		outline_words(o, "Lưu: ");
	outline_inline(o, node->first, NULL, 0);
	if (node->kind == NODE_RECIPIENT && node->text) {
		outline_words(o, " (");
		outline_words(o, node->text);
		outline_words(o, ")");
	}
	outline_end_item(o, node, end);
	outline_p_close(o);
}

static void add_recipients(struct outline *o, const struct node *node)
{
	outline_p_open(o, &(struct outline_p){.style = "NoiNhan"});
	outline_words(o, "Nơi nhận:");
	outline_p_close(o);
	for (const struct node *n = node->first; n; n = n->next) {
		if (n->kind != NODE_REPEAT) {
			add_recipient(o, n, n->next ? END_MORE : END_LAST);
			continue;
		}
		outline_repeat_open(o, n->field);
		for (const struct node *m = n->first; m; m = m->next)
			add_recipient(o, m,
				      m->next || n->next ? END_MORE : END_ROW);
		outline_repeat_close(o);
	}
}

void outline_foot(struct outline *o, const struct node *signature,
		  const struct node *recipients)
{
	o->place = PLACE_NAME;
	outline_pair_open(o, FOOT_LEFT, FOOT_RIGHT);
	outline_pair_row(o, FOOT_LEFT);
	if (recipients)
		add_recipients(o, recipients);
	else
		outline_p_empty(
			o, &(struct outline_p){.style = "NoiNhanDanhSach"});
	outline_pair_middle(o, FOOT_RIGHT);
	if (signature)
		add_signature(o, signature);
	else
		outline_p_empty(o, &(struct outline_p){.style = "ChuKy"});
	outline_pair_row_end(o);
	outline_pair_close(o);
	o->place = PLACE_TEXT;
}
