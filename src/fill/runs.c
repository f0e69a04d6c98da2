/*
 * runs.c  - the words of a paragraph joined, and tags cut out of its runs.
 *
 * A tag is looked for in the joined words, so that it may be broken over any
 * runs, with bookmarks, spelling marks or deleted words in between, in
 * hyperlinks, fields, insertions and controls. What is no letter of a w:t (a
 * tab, a break, a control that is a slot) parts words.
 */
#include "fill/lexer.h"

#include <string.h>

/* Stand in the joined words for what is no w:t. */
#define WORD_SLOT  '\1'
#define WORD_BREAK '\n'

static bool add_atom(struct words *words, xmlNode *t, bool is_break)
{
	struct atom *atom = vec_push(&words->atoms);
	const xmlNode *text = t->children;

	if (!atom)
		return false;
	atom->t = t;
	atom->is_break = is_break;
	atom->start = words->text.size;
	if (is_break)
		buf_addc(&words->text, WORD_BREAK);
	for (; text && !is_break; text = text->next)
		if (text->type == XML_TEXT_NODE && text->content)
			buf_adds(&words->text, (const char *)text->content);
	atom->size = words->text.size - atom->start;
	return true;
}

static bool is_skipped(const xmlNode *node)
{
	return tree_is(node, "pPr") || tree_is(node, "rPr") ||
	       tree_is(node, "del") || tree_is(node, "moveFrom") ||
	       tree_is(node, "sdtPr") || tree_is(node, "p");
}

/* A break of a page or a column (17.3.3.1) is no space between words. */
static bool is_page_break(const xmlNode *node)
{
	const char *type = tree_is(node, "br") ? tree_attr(node, "type") : "";

	return strcmp(type, "page") == 0 || strcmp(type, "column") == 0;
}

static bool is_object(const xmlNode *node)
{
	return tree_is(node, "drawing") || tree_is(node, "pict") ||
	       tree_is(node, "object") || tree_is(node, "fldChar") ||
	       tree_is(node, "footnoteReference") ||
	       tree_is(node, "endnoteReference") || is_page_break(node);
}

static bool is_break(const xmlNode *node)
{
	return tree_is(node->parent, "r") &&
	       (tree_is(node, "tab") || tree_is(node, "br") ||
		tree_is(node, "cr") || tree_is(node, "sym"));
}

bool runs_join(struct words *words, xmlNode *p)
{
	xmlNode *node = p->children;
	bool good = true;

	words->atoms.n = words->tags.n = 0;
	buf_clear(&words->text);
	words->has_objects = tree_child(tree_child(p, "pPr"), "sectPr") != NULL;
	while (node && good) {
		bool skip = is_skipped(node);

		if (tree_is(node, "t") && tree_is(node->parent, "r")) {
			skip = true;
			good = add_atom(words, node, false);
		} else if (node->type == XML_PI_NODE) {
			buf_addc(&words->text, WORD_SLOT);
		} else if (is_break(node)) {
			good = add_atom(words, node, true);
		}
		if (is_object(node))
			words->has_objects = true;
		node = tree_next(p, node, skip);
	}
	return good && buf_ok(&words->text);
}

/* Parts a run before one of its children; the right half is a new run. */
static xmlNode *split_run(xmlNode *run, xmlNode *child)
{
	xmlNode *rpr = tree_child(run, "rPr");
	xmlNode *right = xmlNewDocNode(run->doc, run->ns, (const xmlChar *)"r",
				       NULL);

	if (!right)
		return NULL;
	xmlAddNextSibling(run, right);
	if (rpr && !tree_copy(rpr, true, right))
		return NULL;
	while (child) {
		xmlNode *next = child->next;

		xmlUnlinkNode(child);
		xmlAddChild(right, child);
		child = next;
	}
	return right;
}

static bool set_words(xmlNode *t, const char *text, size_t size)
{
	xmlNode *node = xmlNewDocTextLen(t->doc, (const xmlChar *)text,
					 (int)size);

	if (!node)
		return false;
	while (t->children)
		tree_remove(t->children);
	xmlAddChild(t, node);
	xmlNodeSetSpacePreserve(t, 1);
	return true;
}

/* Keeps the first `size` bytes of an atom. Its words are copied once: a long
 * text with many tags would be copied for each of them. */
static bool shorten(struct words *words, struct atom *atom, size_t size)
{
	if (!atom->is_own) {
		if (!set_words(atom->t, buf_cstr(&words->text) + atom->start,
			       size))
			return false;
		atom->is_own = true;
	} else if (atom->t->children && atom->t->children->content) {
		atom->t->children->content[size] = '\0';
	}
	atom->size = size;
	return true;
}

/* Parts a w:t at a byte of its words; gives the right half, a sibling. */
static xmlNode *split_words(struct words *words, struct atom *atom, size_t at)
{
	const char *text = buf_cstr(&words->text) + atom->start;
	xmlNode *right = xmlNewDocNode(atom->t->doc, atom->t->ns,
				       (const xmlChar *)"t", NULL);

	if (!right)
		return NULL;
	xmlAddNextSibling(atom->t, right);
	if (!set_words(right, text + at, atom->size - at) ||
	    !shorten(words, atom, at))
		return NULL;
	return right;
}

/* The w:t of a run, its first words; splits the run before it if need be. */
static bool make_first(xmlNode *t)
{
	xmlNode *before = t->prev;

	while (before && before->type != XML_ELEMENT_NODE)
		before = before->prev;
	if (!before || tree_is(before, "rPr"))
		return true;
	return split_run(t->parent, t) != NULL;
}

void runs_remove(xmlNode *t)
{
	xmlNode *run = t->parent;
	xmlNode *node;

	tree_remove(t);
	for (node = run->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE && !tree_is(node, "rPr"))
			return;
	tree_remove(run);
}

/* The last atom that begins at a byte or before it. */
static size_t find_atom(const struct words *words, size_t at)
{
	size_t low = 0, high = words->atoms.n;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (words->atoms.at[mid].start <= at)
			low = mid;
		else
			high = mid;
	}
	return low;
}

xmlNode *runs_cut(struct words *words, const struct tag *tag)
{
	size_t first = find_atom(words, tag->start);
	size_t last = find_atom(words, tag->end - 1);
	struct atom *atom = &words->atoms.at[last];
	xmlNode *t;
	size_t i;

	if (!atom->is_break && tag->end < atom->start + atom->size) {
		if (!split_words(words, atom, tag->end - atom->start))
			return NULL;
	}
	atom = &words->atoms.at[first];
	t = atom->t;
	if (tag->start > atom->start) {
		t = split_words(words, atom, tag->start - atom->start);
		if (!t)
			return NULL;
	}
	if (!make_first(t))
		return NULL;
	for (i = first + 1; i <= last; i++)
		runs_remove(words->atoms.at[i].t);
	return t;
}

void runs_release(struct words *words)
{
	buf_release(&words->text);
	vec_release(&words->atoms);
	vec_release(&words->tags);
}
