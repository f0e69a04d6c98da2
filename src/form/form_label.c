/*
 * form_label.c - what a field is called when its form does not say: the words
 * before its blank in the same line or cell, else the title of its section,
 * else its id.
 */
#include "form/form_build.h"

#include <string.h>

#include "util/buf.h"

/* Marks and leaders that are not part of a name. */
static const char *const noise[] = {" ", ":", ".", ",", ";", "%", "(", ")",
				    "/", "-", "+", "…", "–", "—", "•"};

static size_t noise_at_start(const char *text, size_t size)
{
	for (size_t i = 0; i < sizeof(noise) / sizeof(noise[0]); i++) {
		size_t n = strlen(noise[i]);

		if (n <= size && memcmp(text, noise[i], n) == 0)
			return n;
	}
	return 0;
}

static size_t noise_at_end(const char *text, size_t size)
{
	for (size_t i = 0; i < sizeof(noise) / sizeof(noise[0]); i++) {
		size_t n = strlen(noise[i]);

		/* a bracket closed is a remark that belongs to the name */
		if (noise[i][0] != ')' && n <= size &&
		    memcmp(text + size - n, noise[i], n) == 0)
			return n;
	}
	return 0;
}

static void trim(const char **text, size_t *size)
{
	size_t n;

	while ((n = noise_at_start(*text, *size)) > 0) {
		*text += n;
		*size -= n;
	}
	while ((n = noise_at_end(*text, *size)) > 0)
		*size -= n;
}

/* "CSGD, đạt tỷ lệ" behind a field whose unit is CSGD names the next one
 * "đạt tỷ lệ". */
static void skip_unit(const char **text, size_t *size,
		      const struct field *before)
{
	size_t n;

	trim(text, size);
	if (!before || !before->unit)
		return;
	n = strlen(before->unit);
	if (n == 0 || n > *size || memcmp(*text, before->unit, n) != 0)
		return;
	if (n < *size && noise_at_start(*text + n, *size - n) == 0)
		return;
	*text += n;
	*size -= n;
	trim(text, size);
}

/* The last words that fit. */
static void keep_last(const char **text, size_t *size)
{
	const char *cut;

	if (*size <= FORM_LABEL_MAX)
		return;
	cut = *text + (*size - FORM_LABEL_MAX);
	if (cut[-1] != ' ')
		while (cut < *text + *size && *cut != ' ')
			cut++;
	*size -= (size_t)(cut - *text);
	*text = cut;
	trim(text, size);
}

/* The first words that fit. */
static void keep_first(const char **text, size_t *size)
{
	size_t n = FORM_LABEL_MAX;

	if (*size <= FORM_LABEL_MAX)
		return;
	while (n > 0 && (*text)[n] != ' ')
		n--;
	*size = n;
	trim(text, size);
}

static bool is_remark(const struct node *top, const struct node *node)
{
	for (; node != top; node = node->parent)
		if (node->kind == NODE_HINT || node->kind == NODE_FOOTNOTE)
			return true;
	return false;
}

static const char *words_before(struct form_builder *b, const struct node *node)
{
	const struct node *line = node->parent;
	const struct field *before = NULL;
	struct buf words = BUF_INIT;
	const char *text, *label = NULL;
	size_t size;

	if (line->kind == NODE_SECTION || line->kind == NODE_BODY ||
	    line->kind == NODE_REPEAT)
		return NULL; /* a block of its own */
	while (line->kind == NODE_SPAN)
		line = line->parent;
	for (const struct node *n = node_next(line, line); n && n != node;
	     n = node_next(line, n)) {
		if (n->kind == NODE_FIELD || n->kind == NODE_BREAKDOWN) {
			buf_clear(&words);
			before = n->field;
		} else if (n->kind == NODE_TEXT && !is_remark(line, n)) {
			buf_adds(&words, n->text);
		}
	}
	text = buf_cstr(&words);
	size = words.size;
	skip_unit(&text, &size, before);
	keep_last(&text, &size);
	if (words.failed)
		b->form->arena.failed = true;
	else if (size > 0)
		label = arena_strn(&b->form->arena, text, size);
	buf_release(&words);
	return label;
}

static const char *section_title(struct form_builder *b,
				 const struct node *node)
{
	const char *text;
	size_t size;

	for (node = node->parent; node; node = node->parent)
		if (node->kind == NODE_SECTION)
			break;
	if (!node)
		return NULL;
	text = node->text;
	size = strlen(text);
	keep_first(&text, &size);
	trim(&text, &size);
	return size > 0 ? arena_strn(&b->form->arena, text, size) : NULL;
}

int form_label_fields(struct form_builder *b)
{
	const struct node *node = b->form->root;

	while ((node = node_next(b->form->root, node)) != NULL) {
		struct field *field;

		if (node->kind != NODE_FIELD && node->kind != NODE_REPEAT)
			continue;
		field = b->fields.at[node->field->index];
		if (!field->label && node->kind == NODE_FIELD)
			field->label = words_before(b, node);
		if (!field->label)
			field->label = section_title(b, node);
	}
	for (size_t i = 0; i < b->fields.n; i++)
		if (!b->fields.at[i]->label)
			b->fields.at[i]->label = b->fields.at[i]->id;
	return b->form->arena.failed ? form_nomem(b) : VB_OK;
}
