/*
 * numbering.c - lists that begin anew with each item.
 *
 * A list whose paragraphs all stand in one repeat begins anew with each of
 * its items when an item can hold more than one of them: two that stand
 * there, or one in a repeat further inside. When an item holds just one, the
 * list counts the items and goes on; so does a list that has paragraphs
 * elsewhere. Only the highest level that is used counts: Word begins a lower
 * one anew below each higher one (17.9.10).
 *
 * To begin anew is a w:num of its own with w:startOverride (17.9.26); the
 * first item keeps the one of the template.
 */
#include "fill/numbering.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* A paragraph in a list, or a long answer that is set as such paragraphs. */
struct member {
	xmlNode *p;
	const struct model *model; /* of a long answer, or NULL */
	bool is_second;
	size_t order;
	struct membership in;
	const struct spot *spot;
};

struct work {
	struct {
		VEC(struct member);
	} members;
	xmlNode **begins; /* by section */
};

static int compare_models(const void *a, const void *b)
{
	const struct model *x = a, *y = b;

	return (x->slot > y->slot) - (x->slot < y->slot);
}

/* Slots are made in order, and so are their models. */
static const struct model *find_model(const struct compiler *c, size_t slot)
{
	struct model key = {.slot = slot};
	const struct model *model = NULL;

	if (c->models.n)
		model = bsearch(&key, c->models.at, c->models.n,
				sizeof(*c->models.at), compare_models);
	return model && model->p ? model : NULL;
}

/* The copy of a text box for old readers is no second paragraph. */
static bool is_second(const xmlNode *p)
{
	const xmlNode *up = p;

	while (up && !tree_is_ns(up, TREE_MC_NS, "Fallback"))
		up = up->parent;
	return up != NULL;
}

static int add_member(struct walk *walk, xmlNode *p, const struct model *model)
{
	struct work *work = walk->payload;
	struct membership in;
	struct member *member;

	if (!numbering_member(&in, walk->c->numbering, p))
		return VB_OK;
	member = vec_push(&work->members);
	if (!member)
		return tidy_no_memory(walk->c);
	member->p = p;
	member->model = model;
	member->is_second = !model && is_second(p);
	member->order = work->members.n;
	member->in = in;
	/* the tree changes, what is borrowed from it does not stay */
	member->in.num = arena_str(&walk->c->tpl->arena, in.num);
	member->spot = walk_keep(walk);
	return member->spot && member->in.num ? VB_OK : tidy_no_memory(walk->c);
}

static int visit(struct walk *walk, xmlNode *node)
{
	struct work *work = walk->payload;
	const struct model *model;
	enum op_kind kind;
	size_t n;

	if (tree_is(node, "p"))
		return add_member(walk, node, NULL);
	if (!pi_parse(node, &kind, &n))
		return VB_OK;
	if (kind == OP_BEGIN)
		work->begins[n] = node;
	if (kind != OP_SLOT || !walk->c->tpl->slots.at[n].is_block)
		return VB_OK;
	model = find_model(walk->c, n);
	return model ? add_member(walk, model->p, model) : VB_OK;
}

/* ---- which begin anew --------------------------------------------------- */

static int compare_members(const void *a, const void *b)
{
	const struct member *x = a, *y = b;
	int order = strcmp(x->in.num, y->in.num);

	return order ? order : (x->order > y->order) - (x->order < y->order);
}

/* Depth down to which all of them stand in the same sections. */
static int common_depth(const struct member *m, size_t n, int level)
{
	const struct member *first = NULL;
	int depth = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		int same = 0;

		if (m[i].in.level != level)
			continue;
		if (!first) {
			first = &m[i];
			depth = first->spot->depth;
		}
		while (same < depth && same < m[i].spot->depth &&
		       m[i].spot->sections[same] == first->spot->sections[same])
			same++;
		depth = same;
	}
	return depth;
}

/* Whether a repeat stands between a section and what is in it. */
static bool repeats_below(const struct compiler *c, const struct spot *spot,
			  int depth)
{
	while (++depth < spot->depth)
		if (walk_repeats(c, spot->sections[depth]))
			return true;
	return false;
}

static bool is_else(const struct compiler *c, const struct spot *spot,
		    int depth)
{
	while (++depth < spot->depth)
		if (c->tpl->sections.at[spot->sections[depth]].is_inverted)
			return true;
	return false;
}

/* True when more than one stands in an item of the section at that depth;
 * of a section and its else only one does. */
static bool holds_many(const struct compiler *c, const struct member *m,
		       size_t n, int level, int depth)
{
	size_t plain = 0, other = 0, i;

	for (i = 0; i < n; i++) {
		if (m[i].in.level != level || m[i].is_second)
			continue;
		if (is_else(c, m[i].spot, depth))
			other++;
		else
			plain++;
	}
	return plain > 1 || other > 1;
}

static bool holds_repeat(const struct compiler *c, const struct member *m,
			 size_t n, int level, int depth)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (m[i].in.level == level &&
		    repeats_below(c, m[i].spot, depth))
			return true;
	return false;
}

/* ---- making them do so -------------------------------------------------- */

static bool rewrite(struct compiler *c, struct member *m, size_t list)
{
	xmlNode *pr;

	if (!numbering_own(c->numbering, m->p, &m->in))
		return false;
	pr = tree_child(tree_child(m->p, "pPr"), "numPr");
	if (!hole_set(tree_child(pr, "numId"), "val", OP_LIST_NUM, list))
		return false;
	if (m->model)
		slot_reopen(c, m->model);
	return true;
}

static int add_list(struct compiler *c, const struct work *work,
		    struct member *m, size_t n, const struct list *like)
{
	struct list *list;
	size_t i, at = c->tpl->lists.n;
	xmlNode *begin = work->begins[like->section];
	xmlNode *pi = pi_new(c, OP_LIST, at);

	if (!pi)
		return VB_NOMEM;
	xmlAddNextSibling(begin, pi);
	list = vec_push(&c->tpl->lists);
	if (!list)
		return tidy_no_memory(c);
	*list = *like;
	for (i = 0; i < n; i++)
		if (!rewrite(c, &m[i], at))
			return tidy_no_memory(c);
	return VB_OK;
}

static int judge(struct compiler *c, const struct work *work, struct member *m,
		 size_t n)
{
	struct list list = {.num = m->in.num};
	int level = NUMBERING_LEVELS, depth;
	size_t i;

	for (i = 0; i < n; i++)
		if (m[i].in.level < level)
			level = m[i].in.level;
	depth = common_depth(m, n, level);
	while (depth-- > 0) {
		list.section = m[0].spot->sections[depth];
		if (!walk_repeats(c, list.section))
			continue;
		list.is_many = holds_many(c, m, n, level, depth);
		if (list.is_many || holds_repeat(c, m, n, level, depth))
			break;
	}
	if (depth < 0)
		return VB_OK;
	list.pattern = numbering_pattern(c, list.num, level);
	/* lower levels outside of the repeat count on from it */
	for (i = 0; i < n; i++)
		if (m[i].spot->depth <= depth ||
		    m[i].spot->sections[depth] != list.section)
			return VB_OK;
	if (!list.pattern.size)
		return c->err->code == VB_NOMEM ? VB_NOMEM : VB_OK;
	return add_list(c, work, m, n, &list);
}

int numbering_pass(struct compiler *c)
{
	struct work work = {0};
	struct walk walk = {.c = c, .payload = &work, .visit = visit};
	struct member *m;
	size_t first, i, n;
	int rc;

	if (!c->tpl->sections.n)
		return VB_OK;
	rc = numbering_load(c);
	if (rc || !c->numbering->doc)
		return rc;
	work.begins = calloc(c->tpl->sections.n, sizeof(*work.begins));
	if (!work.begins)
		return tidy_no_memory(c);
	rc = walk_tree(&walk);
	m = work.members.at;
	n = work.members.n;
	if (rc == VB_OK && n)
		qsort(m, n, sizeof(*m), compare_members);
	for (first = 0; first < n && rc == VB_OK; first = i) {
		for (i = first + 1;
		     i < n && strcmp(m[i].in.num, m[first].in.num) == 0;)
			i++;
		rc = judge(c, &work, m + first, i - first);
	}
	vec_release(&work.members);
	free(work.begins);
	return rc;
}
