/*
 * outline_list.c - numbering: which w:num a section or a line goes by.
 *
 * Sections numbered I. / 1. / 1.1. are one multi-level list bound to the
 * heading styles, so that Word numbers what a person adds. Word restarts a
 * level under every higher one; what that does not give (a list that starts
 * anew without a higher level before it) gets a w:num with a startOverride.
 *
 * Lines are lists of their own, one w:num a parent.
 *
 * Letters: Word's lowerLetter goes a b c d e f ..., Vietnamese official
 * documents a b c d đ e g h i k ... without f j w z (ND 30/2020, Phu luc I).
 * Word has no such numFmt. Stretches that agree with the Latin alphabet are
 * native lists that start at their letter (a-d, e, g-i, k-v, x-y); đ and
 * what follows y are lists of one item whose text is the letter itself.
 */
#include "fill/outline.h"

#include <string.h>

/* Opens a w:num of an abstract list; gives its number. */
static unsigned num_open(struct outline *o, unsigned abstract)
{
	unsigned num = NUM_FIRST + o->num++;

	buf_addf(&o->nums,
		 "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"%u\"/>", num,
		 abstract);
	return num;
}

static unsigned num_from(struct outline *o, unsigned abstract, unsigned level,
			 unsigned start)
{
	unsigned num = num_open(o, abstract);

	buf_addf(&o->nums,
		 "<w:lvlOverride w:ilvl=\"%u\"><w:startOverride "
		 "w:val=\"%u\"/></w:lvlOverride></w:num>",
		 level, start);
	return num;
}

/* A list whose label is the words given. */
static unsigned num_literal(struct outline *o, const char *label)
{
	unsigned num = num_open(o, ABSTRACT_LETTER);

	buf_adds(&o->nums, "<w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\">"
			   "<w:start w:val=\"1\"/><w:numFmt w:val=\"none\"/>"
			   "<w:suff w:val=\"space\"/><w:lvlText w:val=\"");
	buf_add_attr(&o->nums, label, strlen(label));
	buf_adds(&o->nums, ")\"/><w:lvlJc w:val=\"left\"/><w:pPr>"
			   "<w:ind w:left=\"0\" w:firstLine=\"720\"/></w:pPr>"
			   "</w:lvl></w:lvlOverride></w:num>");
	return num;
}

/* Position in the Latin alphabet, 0 for a letter that is not one. */
static unsigned latin(unsigned ordinal)
{
	char letter[16];

	mark_ordinal(letter, MARK_LETTER, ordinal);
	if (letter[0] < 'a' || letter[0] > 'z' || letter[1])
		return 0;
	return (unsigned)(letter[0] - 'a') + 1;
}

static unsigned letter_num(struct outline *o, const struct outline_list *list,
			   unsigned ordinal)
{
	unsigned at = latin(ordinal);
	char letter[16];

	if (at == 0) {
		mark_ordinal(letter, MARK_LETTER, ordinal);
		return num_literal(o, letter);
	}
	if (list->num && ordinal == list->ordinal + 1 &&
	    latin(list->ordinal) + 1 == at)
		return list->num;
	return num_from(o, ABSTRACT_LETTER, 0, at);
}

/* The list of its own that a node's siblings form. */
static unsigned list_num(struct outline *o, struct outline_list *list,
			 const struct node *node)
{
	static const unsigned abstracts[] = {
		[MARK_ROMAN] = ABSTRACT_ROMAN,
		[MARK_ARABIC] = ABSTRACT_ARABIC,
		[MARK_DECIMAL] = ABSTRACT_ARABIC,
		[MARK_LETTER] = ABSTRACT_LETTER,
		[MARK_PAREN] = ABSTRACT_PAREN,
		[MARK_DASH] = ABSTRACT_BULLETS,
		[MARK_PLUS] = ABSTRACT_BULLETS,
	};
	unsigned num;

	if (node->mark == MARK_DASH || node->mark == MARK_PLUS)
		return NUM_BULLETS;
	if (node->mark == MARK_LETTER)
		num = letter_num(o, list, node->ordinal);
	else if (list->num && node->ordinal == list->ordinal + 1)
		num = list->num;
	else
		num = num_from(o, abstracts[node->mark], 0, node->ordinal);
	list->ordinal = node->ordinal;
	list->num = num;
	return num;
}

/* The level a section has in the outline, OUTLINE_LEVELS when none. */
static unsigned outline_level(const struct outline *o, const struct node *node)
{
	unsigned level = OUTLINE_LEVELS;

	if (node->kind != NODE_SECTION || node->is_plain || o->in_repeat)
		return OUTLINE_LEVELS;
	if (node->mark == MARK_ROMAN)
		level = 0;
	else if (node->mark == MARK_ARABIC)
		level = 1;
	else if (node->mark == MARK_DECIMAL && o->at[1] == node->parent)
		level = 2;
	for (const struct node *up = node->parent; up; up = up->parent)
		if (up->kind == NODE_SECTION && up->mark != MARK_NONE &&
		    !(up->mark == MARK_ROMAN && level > 0) &&
		    !(up->mark == MARK_ARABIC && level > 1))
			return OUTLINE_LEVELS;
	return level;
}

static void outline_step(struct outline *o, const struct node *node,
			 unsigned level, struct outline_p *p)
{
	if (o->count[level] + 1 != node->ordinal)
		o->outline_num = num_from(o, ABSTRACT_OUTLINE, level,
					  node->ordinal);
	o->count[level] = node->ordinal;
	o->at[level] = node;
	for (unsigned i = level + 1; i < OUTLINE_LEVELS; i++) {
		o->count[i] = 0;
		o->at[i] = NULL;
	}
	p->num = o->outline_num;
	p->level = level;
	/* the style says so already */
	p->is_numbered = o->outline_num != NUM_OUTLINE;
}

void outline_number(struct outline *o, struct outline_lists *lists,
		    const struct node *node, struct outline_p *p)
{
	unsigned level;

	if (node->mark == MARK_NONE) {
		/* takes the number of a heading style away */
		p->is_numbered = node->kind == NODE_SECTION && !node->is_plain;
		return;
	}
	level = outline_level(o, node);
	if (level < OUTLINE_LEVELS) {
		outline_step(o, node, level, p);
		return;
	}
	p->is_numbered = true;
	p->num = list_num(o, &lists->at[node->mark], node);
	p->level = node->mark == MARK_PLUS;
}
