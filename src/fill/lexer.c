/*
 * lexer.c - text tags: {{id}}, {{id.level}}, {{#id}}, {{^id}}, {{/id}},
 * {{! note}}.
 *
 * A tag is looked for in the joined words of a paragraph, so that it may be
 * broken over any runs, with bookmarks, spelling marks or deleted words in
 * between, in hyperlinks, fields, insertions and controls. What is no letter
 * of a w:t (a tab, a break, a control that is a slot) parts words.
 */
#include "fill/compile.h"

#include "text/span.h"
#include "util/err.h"

#include <string.h>

/* Stand in the joined words for what is no w:t. */
#define WORD_SLOT  '\1'
#define WORD_BREAK '\n'

/* A w:t and where its words stand in the joined words. */
struct atom {
	xmlNode *t;
	size_t start, size;
};

struct tag {
	size_t start, end; /* with the braces */
	char sigil;	   /* # ^ / ! or 0 */
	struct text_span inner;
	struct name name;
	const struct field *field;
	bool is_bad;
	bool is_block; /* a long text that takes its paragraph's place */
};

struct words {
	struct buf text;
	struct {
		VEC(struct atom);
	} atoms;
	struct {
		VEC(struct tag);
	} tags;
	bool has_objects; /* pictures, breaks of sections: not words only */
};

static bool add_atom(struct words *words, xmlNode *t)
{
	struct atom *atom = vec_push(&words->atoms);
	const xmlNode *text = t->children;

	if (!atom)
		return false;
	atom->t = t;
	atom->start = words->text.size;
	for (; text; text = text->next)
		if (text->type == XML_TEXT_NODE && text->content)
			buf_adds(&words->text, (const char *)text->content);
	atom->size = words->text.size - atom->start;
	return true;
}

static bool is_skipped(const xmlNode *node)
{
	return tree_is(node, "pPr") || tree_is(node, "rPr") ||
	       tree_is(node, "del") || tree_is(node, "moveFrom") ||
	       tree_is(node, "sdtPr");
}

static bool is_object(const xmlNode *node)
{
	return tree_is(node, "drawing") || tree_is(node, "pict") ||
	       tree_is(node, "object") || tree_is(node, "fldChar") ||
	       tree_is(node, "footnoteReference") ||
	       tree_is(node, "endnoteReference");
}

/* Joins the words of a paragraph, without those of text boxes in it. */
static bool join(struct words *words, xmlNode *p)
{
	xmlNode *node = p->children;

	words->atoms.n = words->tags.n = 0;
	buf_clear(&words->text);
	words->has_objects = tree_child(tree_child(p, "pPr"), "sectPr") != NULL;
	while (node) {
		bool skip = is_skipped(node) || tree_is(node, "p");

		if (tree_is(node, "t") && tree_is(node->parent, "r")) {
			skip = true;
			if (!add_atom(words, node))
				return false;
		} else if (node->type == XML_PI_NODE) {
			buf_addc(&words->text, WORD_SLOT);
		} else if (tree_is(node, "tab") || tree_is(node, "br") ||
			   tree_is(node, "cr") || tree_is(node, "sym")) {
			buf_addc(&words->text, WORD_BREAK);
		}
		if (is_object(node))
			words->has_objects = true;
		node = tree_next(p, node, skip);
	}
	return buf_ok(&words->text);
}

static bool read_tag(struct compiler *c, struct words *words, xmlNode *p,
		     const char *open)
{
	const char *text = buf_cstr(&words->text);
	const char *close = strstr(open + 2, "}}");
	struct tag *tag;

	if (!close) {
		faults_add(c, "bad-tag", VB_SEVERE, p, NULL,
			   "'{{' without '}}' in its paragraph");
		return true;
	}
	tag = vec_push(&words->tags);
	if (!tag)
		return false;
	tag->start = (size_t)(open - text);
	tag->end = (size_t)(close - text) + 2;
	tag->inner.at = open + 2;
	tag->inner.size = (size_t)(close - open) - 2;
	tag->inner = text_trim(tag->inner.at, tag->inner.size);
	if (tag->inner.size && strchr("#^/!", *tag->inner.at)) {
		tag->sigil = *tag->inner.at++;
		tag->inner.size--;
	}
	return true;
}

static bool find_tags(struct compiler *c, struct words *words, xmlNode *p)
{
	const char *open = strstr(buf_cstr(&words->text), "{{");

	while (open) {
		size_t n = words->tags.n;

		if (!read_tag(c, words, p, open))
			return false;
		if (words->tags.n == n)
			break;
		open = strstr(buf_cstr(&words->text) + words->tags.at[n].end,
			      "{{");
	}
	return true;
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

/* Parts a w:t at a byte of its words; gives the right half, a sibling. */
static xmlNode *split_words(struct words *words, const struct atom *atom,
			    size_t at)
{
	const char *text = buf_cstr(&words->text) + atom->start;
	xmlNode *right = xmlNewDocNode(atom->t->doc, atom->t->ns,
				       (const xmlChar *)"t", NULL);

	if (!right)
		return NULL;
	xmlAddNextSibling(atom->t, right);
	if (!set_words(right, text + at, atom->size - at) ||
	    !set_words(atom->t, text, at))
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

/* Takes a w:t away, with its run when that holds nothing else. */
static void remove_words(xmlNode *t)
{
	xmlNode *run = t->parent;
	xmlNode *node;

	tree_remove(t);
	for (node = run->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE && !tree_is(node, "rPr"))
			return;
	tree_remove(run);
}

/*
 * Cuts the words start..end out of the runs and gives the run they began in,
 * to put something before; it may be empty of words now and is removed by
 * the caller when it is.
 */
static xmlNode *cut(struct words *words, const struct tag *tag)
{
	size_t first = 0, last, i;
	struct atom *atom;
	xmlNode *t;

	while (words->atoms.at[first].start + words->atoms.at[first].size <=
	       tag->start)
		first++;
	for (last = first; last + 1 < words->atoms.n &&
			   words->atoms.at[last + 1].start < tag->end;)
		last++;
	atom = &words->atoms.at[last];
	if (tag->end < atom->start + atom->size) {
		if (!split_words(words, atom, tag->end - atom->start))
			return NULL;
		atom->size = tag->end - atom->start;
	}
	atom = &words->atoms.at[first];
	t = atom->t;
	if (tag->start > atom->start) {
		t = split_words(words, atom, tag->start - atom->start);
		if (!t)
			return NULL;
		atom->size = tag->start - atom->start;
	}
	if (!make_first(t))
		return NULL;
	for (i = first + 1; i <= last; i++)
		remove_words(words->atoms.at[i].t);
	return t;
}

/* True when all of `text` is spaces and tags of the given sigils. */
static bool only_tags(const struct words *words, size_t from, size_t to,
		      const char *sigils)
{
	const char *text = buf_cstr(&words->text);
	size_t i, at = from;

	for (i = 0; i < words->tags.n; i++) {
		const struct tag *tag = &words->tags.at[i];

		if (tag->start < at || tag->end > to)
			continue;
		if (!tag->sigil || !strchr(sigils, tag->sigil) ||
		    text_trim(text + at, tag->start - at).size)
			return false;
		at = tag->end;
	}
	return text_trim(text + at, to - at).size == 0;
}

static int add_token(struct compiler *c, const struct words *words,
		     const struct tag *tag, xmlNode *pi, xmlNode *p)
{
	struct token *token;

	/* each is compared with all of its paragraph */
	if (c->tokens.n >= FILL_ENDS_MAX)
		return err_set(c->err, VB_LIMIT, "more than %d section tags",
			       FILL_ENDS_MAX);
	token = vec_push(&c->tokens);
	if (!token)
		return err_set(c->err, VB_NOMEM, "out of memory");
	token->kind = tag->sigil == '/' ? OP_END : OP_BEGIN;
	token->is_inverted = tag->sigil == '^';
	token->name = tag->name;
	token->field = tag->field;
	token->pi = pi;
	token->p = p;
	token->partner = SIZE_MAX;
	token->only_tags = !words->has_objects &&
			   only_tags(words, 0, words->text.size, "#^/!");
	token->at_start = only_tags(words, 0, tag->start, "#^!");
	token->at_end = only_tags(words, tag->end, words->text.size, "/!");
	return VB_OK;
}

static bool is_alone(const struct words *words, const struct tag *tag)
{
	const char *text = buf_cstr(&words->text);

	return !words->has_objects && text_trim(text, tag->start).size == 0 &&
	       text_trim(text + tag->end, words->text.size - tag->end).size ==
		       0;
}

/* A value: in its line, or as paragraphs when a long text stands alone. */
static int put_slot(struct compiler *c, const struct tag *tag, xmlNode *t,
		    xmlNode *p)
{
	xmlNode *run = t->parent;
	struct slot *slot = NULL;
	xmlNode *pi;
	int rc = slot_new(&slot, c, &tag->name, tag->field, t);

	if (rc || !slot)
		return rc;
	slot_styles(c, slot, tree_child(run, "rPr"));
	slot_leader(c, slot);
	slot->is_block = tag->is_block;
	pi = pi_new(c, OP_SLOT, (size_t)(slot - c->tpl->slots.at));
	if (!pi)
		return VB_NOMEM;
	if (slot->is_block) {
		slot_open(c, slot, p);
		xmlAddPrevSibling(p, pi);
	} else {
		xmlAddPrevSibling(run, pi);
	}
	return VB_OK;
}

static int put_bound(struct compiler *c, const struct words *words,
		     const struct tag *tag, xmlNode *t, xmlNode *p)
{
	enum op_kind kind = tag->sigil == '/' ? OP_END : OP_BEGIN;
	xmlNode *pi = pi_new(c, kind, 0);

	if (!pi)
		return VB_NOMEM;
	xmlAddPrevSibling(t->parent, pi);
	return add_token(c, words, tag, pi, p);
}

static int take_tag(struct compiler *c, struct words *words,
		    const struct tag *tag, xmlNode *p)
{
	xmlNode *t = cut(words, tag);
	int rc = VB_OK;

	if (!t)
		return err_set(c->err, VB_NOMEM, "out of memory");
	if (tag->sigil == '!')
		c->n_slots++;
	else if (tag->sigil)
		rc = put_bound(c, words, tag, t, p);
	else
		rc = put_slot(c, tag, t, p);
	remove_words(t);
	return rc;
}

/* Checks the words of a tag; false when it is to be left out. */
static bool check_tag(struct compiler *c, const struct words *words,
		      struct tag *tag, const xmlNode *p)
{
	int size = tag->inner.size < 40 ? (int)tag->inner.size : 40;
	char sigil[2] = {tag->sigil, '\0'};

	if (tag->sigil == '!')
		return true;
	if (!name_parse(&tag->name, tag->inner.at, tag->inner.size)) {
		faults_add(c, "bad-tag", VB_SEVERE, p, NULL,
			   "'{{%s%.*s}}' is no tag", sigil, size,
			   tag->inner.at);
		return false;
	}
	if (tag->sigil == '/')
		return true;
	if (!slot_field(&tag->field, c, &tag->name, p)) {
		/* its closing tag still finds it */
		return tag->sigil != 0;
	}
	if (tag->sigil || !tag->field || tag->field->type != FIELD_REPEAT) {
		tag->is_block = !tag->sigil && tag->field &&
				tag->field->type == FIELD_LONGTEXT &&
				is_alone(words, tag);
		return true;
	}
	faults_add(c, "section-shape", VB_SEVERE, p, &tag->name,
		   "'%s' is a repeat: put '{{#%s}}' and '{{/%s}}' around its "
		   "fields",
		   tag->name.id, tag->name.id, tag->name.id);
	return false;
}

static void reverse(struct token *tokens, size_t n)
{
	size_t i;

	for (i = 0; i < n / 2; i++) {
		struct token token = tokens[i];

		tokens[i] = tokens[n - 1 - i];
		tokens[n - 1 - i] = token;
	}
}

/* A block element beside the paragraph, so that it may go. */
static bool has_neighbour(const xmlNode *p)
{
	const xmlNode *node;

	for (node = p->parent->children; node; node = node->next)
		if (node != p && tree_is(node, "p"))
			return true;
	return false;
}

static bool goes(const struct words *words, const xmlNode *p)
{
	const struct tag *tag = words->tags.at;

	if (tag->is_block)
		return true;
	return !words->has_objects &&
	       only_tags(words, 0, words->text.size, "!") && has_neighbour(p);
}

/* The tags of one paragraph; *gone when nothing of it is left. */
static int take_paragraph(struct compiler *c, struct words *words, xmlNode *p,
			  bool *gone)
{
	size_t n_tokens = c->tokens.n;
	size_t i;
	int rc = VB_OK;

	*gone = false;
	if (!join(words, p) || !find_tags(c, words, p))
		return err_set(c->err, VB_NOMEM, "out of memory");
	for (i = 0; i < words->tags.n; i++)
		words->tags.at[i].is_bad = !check_tag(c, words,
						      &words->tags.at[i], p);
	/* from the right, so that what is left of a tag stays in place */
	for (i = words->tags.n; i-- > 0 && rc == VB_OK;)
		if (!words->tags.at[i].is_bad)
			rc = take_tag(c, words, &words->tags.at[i], p);
	if (c->tokens.n > n_tokens)
		reverse(c->tokens.at + n_tokens, c->tokens.n - n_tokens);
	*gone = words->tags.n > 0 && goes(words, p);
	return rc;
}

int lexer_pass(struct compiler *c)
{
	struct words words = {0};
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *node = xmlDocGetRootElement(c->doc);
	int rc = VB_OK;

	while (node && rc == VB_OK) {
		xmlNode *p = node;
		bool gone = false;

		if (tree_is(p, "p"))
			rc = take_paragraph(c, &words, p, &gone);
		node = tree_next(top, p, gone);
		if (gone)
			tree_remove(p);
	}
	buf_release(&words.text);
	vec_release(&words.atoms);
	vec_release(&words.tags);
	return rc;
}
