/*
 * metadata_see.c - the fields of a form's letterhead, Kính gửi, signature and
 * Nơi nhận, where their marks are gone: what the page's particulars are, these
 * fields are.
 */
#include "extract/metadata_see.h"

#include "text/fold.h"
#include "text/span.h"

#include <string.h>

/* Where a particular is found by its own words, a field is no less sure. */
#define SURE_FIELD 0.97

static bool is_annexed(const struct node *node)
{
	for (; node; node = node->parent)
		if (node->kind == NODE_ANNEX)
			return true;
	return false;
}

static int see(struct anchorer *a, const struct field *field, unsigned row,
	       const struct metadata_range *range, double sure)
{
	struct sighting model = {
		.field = field,
		.level = -1,
		.row = row,
		.story = range->story,
		.method = VB_BY_ANCHOR,
		.sure = sure * SURE_FIELD,
	};
	struct wml_mark mark = {
		.first = range->first,
		.last = range->last,
		.start = range->start,
		.end = range->end,
	};

	/* marks that survived say more than a place of the letterhead does */
	if (range->first == SIZE_MAX ||
	    (!row && a->has_marks[anchor_slot(a, field, -1)]))
		return VB_OK;
	return anchor_see(a, &model, &mark);
}

/* ---- one field, with words of the form before it ------------------------- */

/* Moves the start of a range behind words of the form that stand there too:
 * "V/v " before the subject. False when something else stands there. */
static bool skip_words(const struct anchorer *a, struct metadata_range *range,
		       const char *words)
{
	const struct wml_story *wml =
		a->ex->source->stories.at[range->story].wml;
	const struct wml_para *p = &wml->paras.at[range->first];
	struct tokens want = {0}, got = {0};
	size_t i;
	bool is_same = tokens_split(&want, words, strlen(words)) &&
		       tokens_split(&got, p->text + range->start,
				    p->size - range->start) &&
		       got.n >= want.n;

	for (i = 0; is_same && i < want.n; i++)
		is_same = want.at[i].hash == got.at[i].hash;
	if (is_same && want.n > 0) {
		range->start += got.at[want.n - 1].start +
				got.at[want.n - 1].size;
		while (range->start < p->size &&
		       strchr(" .:", p->text[range->start]))
			range->start++;
	}
	vec_release(&want);
	vec_release(&got);
	return is_same;
}

/* The only field of a node, and the words before it; NULL when there is none,
 * or words behind it. */
static const struct field *only_field(const struct node *node,
				      const char **before)
{
	const struct node *n;
	const struct field *field = NULL;

	*before = "";
	for (n = node->first; n; n = n->next) {
		if (n->kind == NODE_FIELD && n->field && !field)
			field = n->field;
		else if (n->kind == NODE_TEXT && !field)
			*before = n->text;
		else if (n->kind != NODE_TEXT ||
			 text_trim(n->text, strlen(n->text)).size > 0)
			return NULL;
	}
	return field;
}

static int see_whole(struct anchorer *a, const struct metadata *m,
		     const struct node *node, enum metadata_spot spot)
{
	struct metadata_range range = m->spots[spot];
	const char *before;
	const struct field *field = only_field(node, &before);

	if (!field || range.first == SIZE_MAX || !skip_words(a, &range, before))
		return VB_OK;
	return see(a, field, 0, &range, m->sure[spot]);
}

/* ---- number, place and date ---------------------------------------------- */

static int see_number(struct anchorer *a, const struct metadata *m,
		      const struct node *node)
{
	static const enum metadata_spot SPOT[] = {SPOT_NUMBER, SPOT_NOTATION};
	const struct node *n;
	size_t i = 0;
	int code = VB_OK;

	for (n = node->first; n && i < 2 && code == VB_OK; n = n->next) {
		if (n->kind != NODE_FIELD || !n->field)
			continue;
		code = see(a, n->field, 0, &m->spots[SPOT[i]],
			   m->sure[SPOT[i]]);
		i++;
	}
	return code;
}

/* The words before a field of a date tell which part it is. */
static enum metadata_spot date_spot(const char *before)
{
	if (strstr(before, "ng\xc3\xa0y"))
		return SPOT_DAY;
	if (strstr(before, "th\xc3\xa1ng"))
		return SPOT_MONTH;
	return strstr(before, "n\xc4\x83m") ? SPOT_YEAR : SPOT_PLACE;
}

static int see_place(struct anchorer *a, const struct metadata *m,
		     const struct node *node)
{
	const struct node *n;
	const char *before = "";
	int code = VB_OK;

	for (n = node->first; n && code == VB_OK; n = n->next) {
		enum metadata_spot spot;
		struct metadata_range range;

		if (n->kind == NODE_TEXT)
			before = n->text;
		if (n->kind != NODE_FIELD || !n->field)
			continue;
		spot = date_spot(before);
		before = "";
		range = m->spots[spot];
		if (n->field->type == FIELD_DATE)
			range = m->spots[SPOT_DATE];
		code = see(a, n->field, 0, &range, m->sure[spot]);
	}
	return code;
}

/* ---- lists --------------------------------------------------------------- */

/* The fixed words of a line of the form, "" when it has a field. */
static const char *fixed_words(const struct node *node)
{
	const struct node *n = node->first;

	return n && n->kind == NODE_TEXT && !n->next ? n->text : "";
}

/* True when a line of the page is one that the form writes itself. */
static bool is_fixed(const struct node *list, const char *words)
{
	const struct node *n;

	for (n = list->first; n; n = n->next) {
		const char *fixed = fixed_words(n);
		size_t size = strlen(words), k = strlen(fixed);

		if (k == 0)
			continue;
		/* the purpose stands behind it, in brackets */
		if (n->kind == NODE_RECIPIENT && n->text) {
			const char *bracket = strrchr(words, '(');

			if (bracket)
				size = text_trim(words,
						 (size_t)(bracket - words))
					       .size;
		}
		if (text_fold_same(words, size, fixed, k))
			return true;
	}
	return false;
}

static const struct field *row_field(const struct node *repeat)
{
	const char *before;

	return repeat->first ? only_field(repeat->first, &before) : NULL;
}

static int see_rows(struct anchorer *a, const struct node *list,
		    const struct metadata_item *items, size_t n)
{
	const struct node *node = list->first;
	const struct field *field;
	unsigned row = 0;
	size_t i;
	int code = VB_OK;

	while (node && node->kind != NODE_REPEAT)
		node = node->next;
	field = node ? row_field(node) : NULL;
	if (!field || !field->group ||
	    a->has_marks[anchor_slot(a, field->group, -1)])
		return VB_OK;
	for (i = 0; i < n && code == VB_OK; i++)
		if (!is_fixed(list, items[i].words))
			code = see(a, field, ++row, &items[i].range,
				   SURE_PLACED);
	return code;
}

/* ---- the form ------------------------------------------------------------ */

static int see_node(struct anchorer *a, const struct metadata *m,
		    const struct node *node)
{
	switch ((int)node->kind) {
	case NODE_SUPERIOR:
		return see_whole(a, m, node, SPOT_SUPERIOR);
	case NODE_ISSUER:
		return see_whole(a, m, node, SPOT_ORGAN);
	case NODE_SUBJECT:
		return see_whole(a, m, node, SPOT_SUBJECT);
	case NODE_NUMBER:
		return see_number(a, m, node);
	case NODE_PLACE:
		return see_place(a, m, node);
	case NODE_AUTHORITY:
		return see_whole(a, m, node, SPOT_AUTHORITY);
	case NODE_POSITION:
		return see_whole(a, m, node, SPOT_POSITION);
	case NODE_SIGNER:
		return see_whole(a, m, node, SPOT_SIGNER);
	case NODE_ADDRESSEES:
		return see_rows(a, node, m->addressees.at, m->addressees.n);
	case NODE_RECIPIENTS:
		return see_rows(a, node, m->recipients.at, m->recipients.n);
	default:
		return VB_OK;
	}
}

int metadata_see(struct anchorer *a, const struct metadata *m)
{
	const struct vb_form *form = a->ex->form;
	const struct node *node = form->root;
	int code = VB_OK;

	if (m->is_party || !m->is_official)
		return VB_OK;
	while (code == VB_OK && (node = node_next(form->root, node)) != NULL)
		if (!is_annexed(node))
			code = see_node(a, m, node);
	return code;
}
