/*
 * anchor_page.c - a form as blocks of words and blanks, in the order in which
 * they stand on the page.
 */
#include "extract/anchor.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

struct builder {
	struct anchor_page *page;
	const struct vb_form *form;
	struct vb_error *err;
};

static int no_memory(const struct builder *b)
{
	return err_set(b->err, VB_NOMEM, "out of memory");
}

static struct block *last_block(const struct builder *b)
{
	return b->page->blocks.n ? &b->page->blocks.at[b->page->blocks.n - 1]
				 : NULL;
}

static int open_block(struct builder *b, enum block_kind kind,
		      const struct node *node)
{
	struct block *block = vec_push(&b->page->blocks);

	if (!block)
		return no_memory(b);
	block->kind = kind;
	block->node = node;
	block->item = b->page->items.n;
	return VB_OK;
}

static struct item *add_item(struct builder *b, enum item_kind kind)
{
	struct item *item;

	if (b->page->items.n >= ANCHOR_ITEMS_MAX) {
		err_set(b->err, VB_LIMIT, "more than %d words in the form",
			ANCHOR_ITEMS_MAX);
		return NULL;
	}
	item = vec_push(&b->page->items);
	if (!item) {
		no_memory(b);
		return NULL;
	}
	item->kind = kind;
	item->tail = "";
	last_block(b)->n_items++;
	return item;
}

/* What stands before the first word goes with the blank before it. */
static void set_tail(struct builder *b, const char *text, size_t size)
{
	struct block *block = last_block(b);
	struct item *item;

	if (block->n_items == 0 || size == 0)
		return;
	item = &b->page->items.at[b->page->items.n - 1];
	if (item->kind == ITEM_WORD || item->tail_size > 0)
		return;
	item->tail = text;
	item->tail_size = size;
}

static int add_words(struct builder *b, const char *text, bool is_optional)
{
	struct tokens *words = &b->page->scratch;
	size_t size = strlen(text), i;

	words->n = 0;
	if (!tokens_split(words, text, size))
		return no_memory(b);
	set_tail(b, text, words->n ? words->at[0].start : size);
	for (i = 0; i < words->n; i++) {
		struct item *item = add_item(b, ITEM_WORD);

		if (!item)
			return (int)b->err->code;
		item->word = words->at[i];
		item->tail = text + words->at[i].start + words->at[i].size;
		item->tail_size = (i + 1 < words->n ? words->at[i + 1].start
						    : size) -
				  (size_t)(item->tail - text);
		item->is_optional = is_optional;
		item->is_title = !is_optional &&
				 last_block(b)->kind == BLOCK_TITLE;
		if (!is_optional)
			last_block(b)->n_words++;
	}
	return VB_OK;
}

static int add_blank(struct builder *b, enum item_kind kind,
		     const struct field *field)
{
	struct item *item = add_item(b, kind);

	if (!item)
		return (int)b->err->code;
	item->field = field;
	return VB_OK;
}

static int add_inline(struct builder *b, const struct node *parent,
		      bool is_optional)
{
	const struct node *n;
	int code = VB_OK;

	for (n = parent->first; n && code == VB_OK; n = n->next) {
		if (n->kind == NODE_TEXT)
			code = add_words(b, n->text, is_optional);
		else if (n->kind == NODE_FIELD)
			code = add_blank(b, ITEM_BLANK, n->field);
		else if (n->kind == NODE_BREAKDOWN)
			code = add_blank(b, ITEM_PARTS, n->field);
		else if (n->kind == NODE_HINT)
			code = add_inline(b, n, true);
		else if (n->kind == NODE_SPAN || n->kind == NODE_LINK)
			code = add_inline(b, n, is_optional);
	}
	return code;
}

/* A title may be followed by hints and long answers: they go with it. */
static int add_to_last(struct builder *b, const struct node *node)
{
	if (!last_block(b) || last_block(b)->kind > BLOCK_LINE) {
		int code = open_block(b, BLOCK_LINE, node);

		if (code != VB_OK)
			return code;
	}
	return node->kind == NODE_HINT ? add_inline(b, node, true)
				       : add_blank(b, ITEM_BLANK, node->field);
}

static int add_rows(struct builder *b, const struct node *repeat)
{
	const struct node *n;
	int code = VB_OK;

	for (n = repeat->first; n && code == VB_OK; n = n->next) {
		if (n->kind != NODE_LINE)
			continue;
		code = open_block(b, BLOCK_ROWS, n);
		if (code != VB_OK)
			return code;
		last_block(b)->group = repeat->field;
		code = add_inline(b, n, false);
	}
	return code;
}

static int add_line(struct builder *b, const struct node *line)
{
	int code = open_block(b, BLOCK_LINE, line);

	return code == VB_OK ? add_inline(b, line, false) : code;
}

static int add_title(struct builder *b, const struct node *section)
{
	int code = open_block(b, BLOCK_TITLE, section);

	return code == VB_OK && section->text
		       ? add_words(b, section->text, false)
		       : code;
}

/* The letterhead, the signature and Nơi nhận are found by their place on the
 * page; what people write below the last answer ends it. */
static int add_ends(struct builder *b)
{
	static const char *const ENDS[] = {"Trên đây là", "Xin trân trọng",
					   "Nơi nhận"};
	size_t i;
	int code = VB_OK;

	for (i = 0; i < sizeof(ENDS) / sizeof(*ENDS) && code == VB_OK; i++) {
		code = open_block(b, BLOCK_END, NULL);
		if (code == VB_OK)
			code = add_words(b, ENDS[i], false);
	}
	return code;
}

static int add_node(struct builder *b, const struct node *node);

static int add_children(struct builder *b, const struct node *parent)
{
	const struct node *n;
	int code = VB_OK;

	for (n = parent->first; n && code == VB_OK; n = n->next)
		code = add_node(b, n);
	return code;
}

/* Recursion is bounded by FORM_DEPTH_MAX. */
static int add_node(struct builder *b, const struct node *node)
{
	int code;

	switch ((int)node->kind) {
	case NODE_SECTION:
		code = add_title(b, node);
		return code == VB_OK ? add_children(b, node) : code;
	case NODE_LINE:
		return add_line(b, node);
	case NODE_NAME:
	case NODE_TITLE:
		if (node->parent->kind != NODE_ANNEX)
			return VB_OK;
		code = open_block(b, BLOCK_TITLE, node);
		return code == VB_OK ? add_inline(b, node, false) : code;
	case NODE_HINT:
	case NODE_FIELD:
		return add_to_last(b, node);
	case NODE_REPEAT:
		return add_rows(b, node);
	case NODE_TABLE:
		return open_block(b, BLOCK_TABLE, node);
	case NODE_BODY:
	case NODE_ANNEX:
		return add_children(b, node);
	default:
		return VB_OK;
	}
}

int anchor_page_read(struct anchor_page *page, const struct vb_form *form,
		     struct vb_error *err)
{
	struct builder b = {.page = page, .form = form, .err = err};

	int code = add_children(&b, form->root);

	return code == VB_OK ? add_ends(&b) : code;
}

int anchor_page_copy(struct anchor_page *to, const struct anchor_page *from,
		     struct vb_error *err)
{
	size_t blocks = from->blocks.n * sizeof(*from->blocks.at);
	size_t items = from->items.n * sizeof(*from->items.at);

	to->blocks.at = malloc(blocks + 1);
	to->items.at = malloc(items + 1);
	if (!to->blocks.at || !to->items.at)
		return err_set(err, VB_NOMEM, "out of memory");
	if (blocks)
		memcpy(to->blocks.at, from->blocks.at, blocks);
	if (items)
		memcpy(to->items.at, from->items.at, items);
	to->blocks.n = to->blocks.cap = from->blocks.n;
	to->items.n = to->items.cap = from->items.n;
	return VB_OK;
}

void anchor_page_release(struct anchor_page *page)
{
	vec_release(&page->blocks);
	vec_release(&page->items);
	vec_release(&page->scratch);
}

bool anchor_asks_word(const struct anchor_page *page, const struct block *block,
		      const struct token *word)
{
	const struct item *items = &page->items.at[block->item];
	size_t i;

	for (i = 0; i < block->n_items; i++)
		if (items[i].kind == ITEM_WORD &&
		    items[i].word.hash == word->hash)
			return true;
	return false;
}

size_t anchor_asked_words(const struct anchor_page *page,
			  const struct block *block, const struct token *words,
			  size_t n)
{
	size_t asked = 0;

	while (n-- > 0)
		asked += words[n].kind == TOKEN_WORD &&
			 anchor_asks_word(page, block, &words[n]);
	return asked;
}

static bool has_blank(const struct anchor_page *page, const struct block *block,
		      const struct field *field)
{
	size_t i;

	for (i = block->item; i < block->item + block->n_items; i++)
		if (page->items.at[i].kind == ITEM_BLANK &&
		    page->items.at[i].field == field)
			return true;
	return false;
}

const struct block *anchor_block_of(const struct anchor_page *page,
				    const struct field *field)
{
	size_t i;

	for (i = 0; i < page->blocks.n; i++)
		if (has_blank(page, &page->blocks.at[i], field))
			return &page->blocks.at[i];
	return NULL;
}

bool anchor_is_below(const struct node *node, const struct node *above)
{
	while (node && node != above)
		node = node->parent;
	return node != NULL;
}
