/*
 * plain.c - tags in parts that are no WordprocessingML: the properties of the
 * document (ECMA-376-2 11, ECMA-376-1 15.2.12).
 *
 * There are no runs here: a text node holds the whole of a tag, values are
 * words without marks, and a section stands in one text. A value that is not
 * answered is nothing: nobody fills in a title by hand.
 */
#include "fill/lexer.h"

#include "util/err.h"

#include <stdio.h>
#include <string.h>

/* The words of `text` from one byte to another, before `at`. */
static bool add_text(xmlNode *at, const struct words *words, size_t from,
		     size_t to)
{
	xmlNode *node;

	if (from == to)
		return true;
	node = xmlNewDocTextLen(at->doc,
				(const xmlChar *)buf_cstr(&words->text) + from,
				(int)(to - from));
	if (node)
		xmlAddPrevSibling(at, node);
	return node != NULL;
}

static int put_slot(struct compiler *c, const struct tag *tag, xmlNode *at)
{
	struct slot *slot = NULL;
	xmlNode *pi;
	int rc = slot_new(&slot, c, &tag->name, tag->field, at);

	if (rc || !slot)
		return rc;
	slot->is_bare = slot->is_words = true;
	pi = pi_new(c, OP_SLOT, (size_t)(slot - c->tpl->slots.at));
	if (!pi)
		return VB_NOMEM;
	xmlAddPrevSibling(at, pi);
	return VB_OK;
}

static int put_tag(struct compiler *c, const struct words *words,
		   struct tag *tag, xmlNode *at)
{
	if (tag->is_open) {
		faults_add(c, "bad-tag", VB_SEVERE, at, NULL,
			   "a comment is begun with '%s!' and not ended with "
			   "'%s'",
			   c->delims.open, c->delims.close);
		return VB_OK;
	}
	if (!tags_check(c, tag, at))
		return VB_OK;
	c->n_slots++;
	if (tag->sigil == '!' || tag->sigil == '=')
		return VB_OK;
	/* nothing to take away, nothing to go around */
	tag->at_start = tag->at_end = false;
	return tag->sigil ? lexer_bound(c, words, tag, at, at->parent)
			  : put_slot(c, tag, at);
}

/* The tags of one text; `at` stands in its place. */
static int put_tags(struct compiler *c, struct words *words, xmlNode *at)
{
	size_t from = 0, i;
	int rc = VB_OK;

	for (i = 0; i < words->tags.n && rc == VB_OK; i++) {
		struct tag *tag = &words->tags.at[i];
		size_t first = c->tokens.n;

		if (!add_text(at, words, from, tag->start))
			return err_set(c->err, VB_NOMEM, "out of memory");
		from = tag->end;
		rc = put_tag(c, words, tag, at);
		lexer_reverse(c, first);
	}
	if (rc == VB_OK && !add_text(at, words, from, words->text.size))
		rc = err_set(c->err, VB_NOMEM, "out of memory");
	return rc;
}

static int take_text(struct compiler *c, struct words *words, xmlNode *text,
		     xmlNode **marker)
{
	words->tags.n = 0;
	buf_clear(&words->text);
	buf_adds(&words->text, (const char *)text->content);
	words->has_objects = true;
	*marker = NULL;
	if (!buf_ok(&words->text) || !tags_find(c, words, text))
		return err_set(c->err, VB_NOMEM, "out of memory");
	if (words->tags.n == 0)
		return VB_OK;
	*marker = xmlNewDocNode(text->doc, NULL, (const xmlChar *)"vb", NULL);
	if (!*marker)
		return err_set(c->err, VB_NOMEM, "out of memory");
	xmlReplaceNode(text, *marker);
	xmlFreeNode(text);
	return put_tags(c, words, *marker);
}

int plain_pass(struct compiler *c)
{
	struct words words = {0};
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *node = xmlDocGetRootElement(c->doc);
	int rc = VB_OK;

	tags_default(&c->delims);
	while (node && rc == VB_OK) {
		xmlNode *marker = NULL;
		xmlNode *next;

		if (node->type == XML_TEXT_NODE && node->content)
			rc = take_text(c, &words, node, &marker);
		next = tree_next(top, marker ? marker : node, false);
		if (marker)
			tree_remove(marker);
		node = next;
	}
	runs_release(&words);
	if (rc == VB_OK)
		rc = sections_pass(c);
	return rc == VB_OK ? tidy_pass(c) : rc;
}
