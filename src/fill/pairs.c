/*
 * pairs.c - marks with two feet: bookmarks, ranges of comments, permissions
 * and moves.
 *
 * A pair that is repeated as a whole keeps its name in the first item and
 * gets another one in each item more; links and REF fields in the same item
 * follow it. A pair whose feet a section parts would lose one of them: it
 * goes, as does what was left alone when a paragraph of tags went. Bookmarks
 * that share a number, one behind the other, get numbers of their own.
 */
#include "fill/tidy.h"

#include "util/err.h"
#include "wml/marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum family {
	FAMILY_BOOKMARK,
	FAMILY_COMMENT,
	FAMILY_PERMISSION,
	FAMILY_MOVE /* and what else is called w:...RangeStart */
};

enum role {
	ROLE_START,
	ROLE_END,
	ROLE_REFERENCE /* of a comment */
};

struct foot {
	xmlNode *node;
	enum family family;
	enum role role;
	const char *id, *name; /* the name of a bookmark, else "" */
	size_t order;
	const struct spot *spot;
};

/* Something that names a bookmark. */
struct link {
	xmlNode *node; /* w:hyperlink, w:fldSimple or w:instrText */
	const struct spot *spot;
};

/* A bookmark that is repeated. */
struct named {
	const char *name;
	const struct spot *spot;
	size_t copy;
};

struct pairs {
	struct compiler *c;
	struct {
		VEC(struct foot);
	} feet;
	struct {
		VEC(struct link);
	} links;
	struct {
		VEC(struct named);
	} named;
};

int pairs_new(struct pairs **out, struct compiler *c)
{
	*out = calloc(1, sizeof(**out));
	if (!*out)
		return tidy_no_memory(c);
	(*out)->c = c;
	return VB_OK;
}

void pairs_free(struct pairs *pairs)
{
	if (!pairs)
		return;
	vec_release(&pairs->feet);
	vec_release(&pairs->links);
	vec_release(&pairs->named);
	free(pairs);
}

/* ---- noting ------------------------------------------------------------- */

static bool ends_in(const xmlNode *node, const char *tail)
{
	const char *name = (const char *)node->name;
	size_t size = strlen(name), n = strlen(tail);

	return size > n && strcmp(name + size - n, tail) == 0 &&
	       tree_is(node, name);
}

static bool is_foot(const xmlNode *node, enum family *family, enum role *role)
{
	static const struct {
		const char *name;
		enum family family;
		enum role role;
	} FEET[] = {{"bookmarkStart", FAMILY_BOOKMARK, ROLE_START},
		    {"bookmarkEnd", FAMILY_BOOKMARK, ROLE_END},
		    {"commentRangeStart", FAMILY_COMMENT, ROLE_START},
		    {"commentRangeEnd", FAMILY_COMMENT, ROLE_END},
		    {"commentReference", FAMILY_COMMENT, ROLE_REFERENCE},
		    {"permStart", FAMILY_PERMISSION, ROLE_START},
		    {"permEnd", FAMILY_PERMISSION, ROLE_END}};
	size_t i;

	for (i = 0; i < sizeof(FEET) / sizeof(FEET[0]); i++)
		if (tree_is(node, FEET[i].name)) {
			*family = FEET[i].family;
			*role = FEET[i].role;
			return true;
		}
	*family = FAMILY_MOVE;
	*role = ends_in(node, "RangeStart") ? ROLE_START : ROLE_END;
	return *role == ROLE_START || ends_in(node, "RangeEnd");
}

static int add_link(struct pairs *pairs, struct walk *walk, xmlNode *node)
{
	struct link *link = vec_push(&pairs->links);

	if (!link)
		return tidy_no_memory(walk->c);
	link->node = node;
	link->spot = walk_keep(walk);
	return link->spot ? VB_OK : tidy_no_memory(walk->c);
}

int pairs_visit(struct pairs *pairs, struct walk *walk, xmlNode *node)
{
	enum family family;
	enum role role;
	struct foot *foot;

	if (walk->at.loops &&
	    (tree_is(node, "hyperlink") || tree_is(node, "fldSimple") ||
	     tree_is(node, "instrText")))
		return add_link(pairs, walk, node);
	if (!is_foot(node, &family, &role))
		return VB_OK;
	foot = vec_push(&pairs->feet);
	if (!foot)
		return tidy_no_memory(walk->c);
	foot->node = node;
	foot->family = family;
	foot->role = role;
	foot->id = arena_str(&walk->c->tpl->arena, tree_attr(node, "id"));
	foot->name = arena_str(&walk->c->tpl->arena, tree_attr(node, "name"));
	foot->order = pairs->feet.n;
	foot->spot = walk_keep(walk);
	return foot->id && foot->name && foot->spot ? VB_OK
						    : tidy_no_memory(walk->c);
}

/* ---- names -------------------------------------------------------------- */

/* Word takes no notice of the case of a bookmark's name. */
static bool begins(const char *text, const char *stem, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++) {
		char a = text[i], b = stem[i];

		a = a >= 'A' && a <= 'Z' ? (char)(a + 32) : a;
		b = b >= 'A' && b <= 'Z' ? (char)(b + 32) : b;
		if (a != b)
			return false;
	}
	return true;
}

/* True when another bookmark is called "STEM..." already. */
static bool is_taken(const struct pairs *pairs, const char *stem)
{
	size_t i;

	for (i = 0; i < pairs->feet.n; i++) {
		const struct foot *foot = &pairs->feet.at[i];

		if (foot->family == FAMILY_BOOKMARK &&
		    begins(foot->name, stem, strlen(stem)))
			return true;
	}
	return false;
}

/* Bookmarks compared with each other; more get the number in their name. */
#define NAMES_MAX 1000

/* "NAME_" with room for a number: 40 letters are all that Word keeps. */
static bool make_stem(const struct pairs *pairs, const char *name,
		      char stem[MARK_BOOKMARK_MAX + 1])
{
	size_t n = pairs->c->tpl->copies.n;
	size_t size = strlen(name);

	if (size < 32)
		snprintf(stem, MARK_BOOKMARK_MAX + 1, "%s_", name);
	if (size < 32 && pairs->feet.n < NAMES_MAX && !is_taken(pairs, stem))
		return true;
	size = size < 16 ? size : 16;
	while (size && ((unsigned char)name[size] & 0xc0) == 0x80)
		size--;
	return snprintf(stem, MARK_BOOKMARK_MAX + 1, "%.*s_%zu_", (int)size,
			name, n) > 0;
}

static int add_named(struct pairs *pairs, const struct foot *start, size_t copy,
		     const char *name)
{
	struct named *named = vec_push(&pairs->named);

	if (!named)
		return VB_NOMEM;
	named->name = name;
	named->spot = start->spot;
	named->copy = copy;
	return hole_set(start->node, "name", OP_NAME, copy) ? VB_OK : VB_NOMEM;
}

/* ---- settling ----------------------------------------------------------- */

static int compare_feet(const void *a, const void *b)
{
	const struct foot *x = a, *y = b;
	int order = (int)x->family - (int)y->family;

	if (order == 0)
		order = strcmp(x->id, y->id);
	return order ? order : (x->order > y->order) - (x->order < y->order);
}

static void remove_feet(struct foot *feet, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		tree_remove(feet[i].node);
}

/* One start and one end in its order, in one section. */
static bool is_whole(const struct foot *feet, size_t n)
{
	size_t n_starts = 0, n_ends = 0, n_references = 0, i;

	for (i = 0; i < n; i++) {
		if (!walk_same(feet[i].spot, feet[0].spot))
			return false;
		n_starts += feet[i].role == ROLE_START;
		n_references += feet[i].role == ROLE_REFERENCE;
		if (feet[i].role == ROLE_END && n_starts != ++n_ends)
			return false;
	}
	if (feet[0].family == FAMILY_COMMENT)
		return n_references == 1 && n_starts == n_ends && n_starts < 2;
	return n_starts == 1 && n_ends == 1;
}

static bool is_alone(const struct foot *feet, size_t n)
{
	size_t i;

	if (feet[0].family == FAMILY_COMMENT)
		return false;
	for (i = 1; i < n && feet[i].role == feet[0].role; i++)
		;
	return i == n;
}

static bool in_section(const struct foot *feet, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (feet[i].spot->depth)
			return true;
	return false;
}

static int repeat_pair(struct pairs *pairs, struct foot *feet, size_t n)
{
	struct compiler *c = pairs->c;
	char stem[MARK_BOOKMARK_MAX + 1] = "";
	const char *name = NULL;
	size_t copy, i;

	if (feet[0].family == FAMILY_BOOKMARK) {
		name = feet[0].name;
		if (!make_stem(pairs, name, stem))
			return VB_NOMEM;
	}
	if (feet[0].family == FAMILY_COMMENT)
		copy = notes_comment(c, feet[0].id);
	else
		copy = copy_new(c, SERIAL_MARK, name, name ? stem : NULL);
	if (copy == SIZE_MAX || !hole_before(c, feet[0].node, OP_COPY, copy))
		return VB_NOMEM;
	for (i = 0; i < n; i++)
		if (!hole_set(feet[i].node, "id", OP_NUMBER, copy))
			return VB_NOMEM;
	return name ? add_named(pairs, &feet[0], copy,
				c->tpl->copies.at[copy].name)
		    : VB_OK;
}

static int settle(struct pairs *pairs, struct foot *feet, size_t n)
{
	if (is_alone(feet, n) || (in_section(feet, n) && !is_whole(feet, n))) {
		if (feet[0].family == FAMILY_COMMENT &&
		    notes_drop(pairs->c, feet[0].id))
			return VB_NOMEM;
		remove_feet(feet, n);
		pairs->c->n_slots++;
		return VB_OK;
	}
	/* a comment that a condition takes along must take its words too, and
	 * where notes are numbered anew it must get out of their way */
	if (feet[0].spot->loops ||
	    (feet[0].family == FAMILY_COMMENT &&
	     (feet[0].spot->depth ||
	      (notes_move(pairs->c) && is_whole(feet, n)))))
		return repeat_pair(pairs, feet, n);
	return VB_OK;
}

/* Bookmarks of one number, as start, end, start, end. */
static bool is_row_of_pairs(const struct foot *feet, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (feet[i].role != (i % 2 ? ROLE_END : ROLE_START))
			return false;
	return n > 2 && n % 2 == 0 && feet[0].family == FAMILY_BOOKMARK;
}

static int settle_all(struct pairs *pairs, struct foot *feet, size_t n)
{
	size_t i;
	int rc = VB_OK;

	if (!is_row_of_pairs(feet, n))
		return settle(pairs, feet, n);
	for (i = 0; i < n && rc == VB_OK; i += 2)
		if (i && is_whole(feet + i, 2))
			rc = repeat_pair(pairs, feet + i, 2);
		else
			rc = settle(pairs, feet + i, 2);
	return rc;
}

/* ---- links -------------------------------------------------------------- */

/* The bookmark of that name in the item of the link. */
static const struct named *find_named(const struct pairs *pairs,
				      const struct spot *spot, const char *name,
				      size_t size)
{
	size_t i;

	for (i = 0; i < pairs->named.n && i < NAMES_MAX; i++) {
		const struct named *named = &pairs->named.at[i];

		if (strlen(named->name) == size &&
		    begins(named->name, name, size) &&
		    walk_within(spot, named->spot))
			return named;
	}
	return NULL;
}

/* Words of a field code that are looked at: REF name \h \n \p ... */
#define CODE_WORDS_MAX 16

/* The first word of a field code that names a repeated bookmark. */
static const struct named *find_in_code(const struct pairs *pairs,
					const struct link *link,
					const char *code, size_t *start)
{
	size_t at = 0;
	int words = 0;

	while (code[at] && words++ < CODE_WORDS_MAX) {
		size_t size;
		const struct named *named;

		at += strspn(code + at, " \t\"");
		size = strcspn(code + at, " \t\"");
		named = find_named(pairs, link->spot, code + at, size);
		*start = at;
		if (named)
			return named;
		at += size;
	}
	return NULL;
}

/* "REF name \h" in words of its own: cut around the name. */
static bool follow_code(struct pairs *pairs, const struct link *link)
{
	xmlNode *text = link->node->children;
	const struct named *named;
	xmlNode *pi, *rest;
	char *code;
	size_t start;

	if (!text || text->type != XML_TEXT_NODE || !text->content)
		return true;
	code = arena_str(&pairs->c->tpl->arena, (const char *)text->content);
	named = code ? find_in_code(pairs, link, code, &start) : NULL;
	if (!named)
		return code != NULL;
	rest = xmlNewDocText(text->doc, (const xmlChar *)code + start +
						strlen(named->name));
	pi = pi_new(pairs->c, OP_NAME, named->copy);
	code[start] = '\0';
	if (!rest || !pi) {
		xmlFreeNode(rest);
		xmlFreeNode(pi);
		return false;
	}
	xmlNodeSetContent(text, (const xmlChar *)code);
	xmlAddNextSibling(text, pi);
	xmlAddNextSibling(pi, rest);
	return true;
}

static bool follow(struct pairs *pairs, const struct link *link)
{
	const struct named *named;
	char *code;
	size_t start;

	if (tree_is(link->node, "instrText"))
		return follow_code(pairs, link);
	if (tree_is(link->node, "hyperlink")) {
		const char *name = tree_attr(link->node, "anchor");

		named = find_named(pairs, link->spot, name, strlen(name));
		return !named ||
		       hole_set(link->node, "anchor", OP_NAME, named->copy);
	}
	code = arena_str(&pairs->c->tpl->arena, tree_attr(link->node, "instr"));
	named = code ? find_in_code(pairs, link, code, &start) : NULL;
	if (!named)
		return code != NULL;
	code[start] = '\0';
	return hole_put(link->node, "instr", code, OP_NAME, named->copy,
			code + start + strlen(named->name));
}

int pairs_settle(struct pairs *pairs)
{
	struct foot *feet = pairs->feet.at;
	size_t n = pairs->feet.n, first, i;
	int rc = VB_OK;

	if (n)
		qsort(feet, n, sizeof(*feet), compare_feet);
	for (first = 0; first < n && rc == VB_OK; first = i) {
		for (i = first + 1; i < n &&
				    feet[i].family == feet[first].family &&
				    strcmp(feet[i].id, feet[first].id) == 0;)
			i++;
		rc = settle_all(pairs, feet + first, i - first);
	}
	for (i = 0; i < pairs->links.n && rc == VB_OK; i++)
		if (!follow(pairs, &pairs->links.at[i]))
			rc = VB_NOMEM;
	return rc == VB_NOMEM ? tidy_no_memory(pairs->c) : rc;
}
