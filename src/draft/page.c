/* page.c - see page.h. */
#include "draft/page.h"

#include "text/norm.h"
#include "text/span.h"
#include "text/utf8.h"
#include "util/buf.h"
#include "util/err.h"
#include "wml/reader.h"
#include "wml/tree.h"

#include <stdlib.h>
#include <string.h>

/* What stands for a line to write on. */
#define LEADER "……"

struct reader {
	struct page *page;
	struct page_styles *styles;
	struct buf run, text, style; /* of the paragraph at work */
	bool is_spaced;		     /* its last character is a space */
	struct vb_error *err;
};

static int nomem(const struct reader *r)
{
	return err_set(r->err, VB_NOMEM, "out of memory");
}

/* ---- words ------------------------------------------------------------------
 */

static void add_words(struct reader *r, const char *words, size_t size,
		      unsigned style)
{
	size_t pos = 0;

	buf_clear(&r->run);
	text_nfc(&r->run, words, size);
	if (!buf_ok(&r->run))
		r->text.failed = true;
	while (pos < r->run.size) {
		size_t from = pos;
		uint32_t c = utf8_next(r->run.data, r->run.size, &pos);
		bool is_space = text_is_space(c);

		if (text_is_zero_width(c) || (is_space && r->is_spaced))
			continue;
		if (is_space)
			buf_addc(&r->text, ' ');
		else
			buf_add(&r->text, r->run.data + from, pos - from);
		while (r->style.size < r->text.size && !r->style.failed)
			buf_addc(&r->style, (char)style);
		r->is_spaced = is_space;
	}
}

static bool is_on(const xmlNode *properties, const char *name)
{
	const xmlNode *node = tree_child(properties, name);
	const char *value = node ? tree_attr(node, "val") : "0";

	return strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
	       strcmp(value, "off") != 0 && strcmp(value, "none") != 0;
}

static unsigned run_style(const xmlNode *run)
{
	const xmlNode *properties = tree_child(run, "rPr");
	unsigned style = 0;

	if (!properties)
		return 0;
	if (is_on(properties, "b"))
		style |= RUN_BOLD;
	if (is_on(properties, "i"))
		style |= RUN_ITALIC;
	if (is_on(properties, "u"))
		style |= RUN_UNDERLINE;
	if (is_on(properties, "vanish"))
		style |= RUN_HIDDEN;
	return style;
}

/* Three underlined spaces are a line to write on; one is a slip. */
static bool is_ruled(const char *words, size_t size)
{
	return size >= 3 && text_trim(words, size).size == 0;
}

static void add_text(struct reader *r, const xmlNode *node, unsigned style)
{
	xmlChar *content = xmlNodeGetContent(node);
	size_t size = content ? strlen((const char *)content) : 0;

	if (!content)
		r->text.failed = true;
	else if ((style & RUN_UNDERLINE) &&
		 is_ruled((const char *)content, size))
		add_words(r, LEADER, strlen(LEADER), style);
	else
		add_words(r, (const char *)content, size, style);
	xmlFree(content);
}

/* What is no words: pages are read as accepted, notes and boxes stand apart. */
static bool is_skipped(const xmlNode *node)
{
	static const char *const names[] = {"pPr",	   "rPr",   "del",
					    "moveFrom",	   "sdtPr", "drawing",
					    "txbxContent", "pict"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (tree_is(node, names[i]))
			return true;
	return tree_is_ns(node, TREE_MC_NS, "AlternateContent");
}

static bool is_placeholder(const xmlNode *node)
{
	const xmlNode *properties = tree_child(node, "sdtPr");

	return tree_is(node, "sdt") && properties &&
	       tree_child(properties, "showingPlcHdr");
}

static void add_node(struct reader *r, const xmlNode *node, bool has_leader)
{
	unsigned style = 0;

	if (tree_is(node->parent, "r"))
		style = run_style(node->parent);
	if (style & RUN_HIDDEN)
		return;
	if (tree_is(node, "t"))
		add_text(r, node, style);
	else if (tree_is(node, "tab"))
		add_words(r,
			  has_leader || (style & RUN_UNDERLINE) ? LEADER : " ",
			  has_leader || (style & RUN_UNDERLINE) ? strlen(LEADER)
								: 1,
			  style);
	else if (tree_is(node, "br") || tree_is(node, "cr"))
		add_words(r, " ", 1, style);
	else if (tree_is(node, "noBreakHyphen"))
		add_words(r, "-", 1, style);
	else if (tree_is(node, "ffData"))
		add_words(r, LEADER, strlen(LEADER), style);
}

static bool all_have(const struct page_para *para, unsigned bit)
{
	for (size_t i = 0; i < para->size; i++)
		if (para->text[i] != ' ' && !((unsigned)para->style[i] & bit))
			return false;
	return para->size > 0;
}

static int read_para(struct reader *r, struct page_para **out, const xmlNode *p)
{
	struct page_look look = page_styles_look(r->styles, p);
	struct page_para *para = arena_new(&r->page->arena, struct page_para);
	xmlNode *node = p->children;

	if (++r->page->n_paras > PAGE_PARAS_MAX)
		return err_set(r->err, VB_LIMIT,
			       "the outline has more than %d paragraphs",
			       PAGE_PARAS_MAX);
	buf_clear(&r->text);
	buf_clear(&r->style);
	r->is_spaced = true;
	while (node) {
		bool skip = is_skipped(node) || is_placeholder(node);

		if (is_placeholder(node))
			add_words(r, LEADER, strlen(LEADER), 0);
		else if (!skip)
			add_node(r, node, look.has_leader);
		node = tree_next(p, node, skip);
	}
	if (r->text.size > 0 && r->is_spaced)
		r->text.size--;
	if (!para || !buf_ok(&r->text) || !buf_ok(&r->style))
		return nomem(r);
	para->size = r->text.size;
	para->text = arena_strn(&r->page->arena, buf_cstr(&r->text),
				para->size);
	para->style = arena_strn(&r->page->arena, buf_cstr(&r->style),
				 para->size);
	if (!para->text || !para->style)
		return nomem(r);
	para->number = r->page->n_paras;
	para->heading = look.heading;
	para->mark = look.mark;
	para->is_centered = look.is_centered;
	para->is_bold = all_have(para, RUN_BOLD);
	para->is_italic = all_have(para, RUN_ITALIC);
	*out = para;
	return VB_OK;
}

/* ---- tables ------------------------------------------------------------ */

static unsigned number_of(const char *text, unsigned fallback, unsigned most)
{
	unsigned value = 0;
	size_t n = 0;

	for (; text && text[n] >= '0' && text[n] <= '9' && n < 6; n++)
		value = value * 10 + (unsigned)(text[n] - '0');
	return n == 0 || value == 0 || value > most ? fallback : value;
}

/* The paragraphs of a cell, those of tables in it too. */
static int read_cell(struct reader *r, struct page_cell *cell,
		     const xmlNode *tc)
{
	xmlNode *node = tc->children;
	struct page_para *para = NULL;
	int code = VB_OK;

	while (node && code == VB_OK) {
		bool is_para = tree_is(node, "p");

		if (is_para && (code = read_para(r, &para, node)) == VB_OK &&
		    para->size > 0) {
			if (cell->last)
				cell->last->next = para;
			else
				cell->paras = para;
			cell->last = para;
		}
		node = tree_next(tc, node, is_para || is_skipped(node));
	}
	return code;
}

static struct page_cell *add_cell(struct reader *r, struct page_row *row,
				  unsigned column, unsigned colspan)
{
	struct page_cell *cell = arena_new(&r->page->arena, struct page_cell);

	if (!cell)
		return NULL;
	cell->column = column;
	cell->colspan = colspan;
	cell->rowspan = 1;
	if (row->last)
		row->last->next = cell;
	else
		row->cells = cell;
	row->last = cell;
	return cell;
}

static int read_row(struct reader *r, struct page_table *table,
		    const xmlNode *tr)
{
	struct page_row *row = arena_new(&r->page->arena, struct page_row);
	const xmlNode *properties = tree_child(tr, "trPr");
	xmlNode *node = tr->children;
	unsigned column = 0;
	int code = VB_OK;

	if (!row)
		return nomem(r);
	row->is_header = properties && is_on(properties, "tblHeader");
	if (properties && tree_child(properties, "gridBefore"))
		column = number_of(tree_child_val(properties, "gridBefore"), 0,
				   PAGE_COLUMNS_MAX - 1);
	if (column > 0) {
		struct page_cell *before = add_cell(r, row, 0, column);

		if (!before)
			return nomem(r);
		before->is_absent = true;
	}
	while (node && code == VB_OK) {
		bool is_cell = tree_is(node, "tc");
		const xmlNode *look = is_cell ? tree_child(node, "tcPr") : NULL;
		const xmlNode *merge = look ? tree_child(look, "vMerge") : NULL;
		const char *span = look ? tree_child_val(look, "gridSpan")
					: NULL;
		struct page_cell *cell;

		if (is_cell && column < PAGE_COLUMNS_MAX) {
			cell = add_cell(
				r, row, column,
				number_of(span, 1, PAGE_COLUMNS_MAX - column));
			if (!cell)
				return nomem(r);
			column += cell->colspan;
			cell->is_covered = merge &&
					   strcmp(tree_attr(merge, "val"),
						  "restart") != 0;
			code = read_cell(r, cell, node);
		}
		node = tree_next(tr, node, is_cell || is_skipped(node));
	}
	if (table->last)
		table->last->next = row;
	else
		table->rows = row;
	table->last = row;
	table->n_rows++;
	if (column > table->n_columns)
		table->n_columns = column;
	return code;
}

static struct page_cell *cell_at(const struct page_row *row, unsigned column,
				 unsigned colspan)
{
	struct page_cell *cell = row ? row->cells : NULL;

	while (cell && cell->column != column)
		cell = cell->next;
	return cell && cell->colspan == colspan ? cell : NULL;
}

/* Counts how far each cell reaches down, and fills short rows. */
static int close_table(struct reader *r, struct page_table *table)
{
	for (struct page_row *row = table->rows; row; row = row->next) {
		unsigned end = row->last
				       ? row->last->column + row->last->colspan
				       : 0;

		if (end >= table->n_columns)
			continue;
		if (!add_cell(r, row, end, table->n_columns - end))
			return nomem(r);
		row->last->is_absent = true;
	}
	for (struct page_row *row = table->rows; row; row = row->next)
		for (struct page_cell *c = row->cells; c; c = c->next) {
			struct page_cell *below;

			if (c->is_covered && row == table->rows)
				c->is_covered = false;
			for (struct page_row *down = row->next;
			     !c->is_covered && down; down = down->next) {
				below = cell_at(down, c->column, c->colspan);
				if (!below || !below->is_covered)
					break;
				c->rowspan++;
			}
		}
	return VB_OK;
}

/* A cell that says it goes on, below none that reaches it, is its own. */
static void free_cells(struct page_table *table)
{
	unsigned reach[PAGE_COLUMNS_MAX + 1] = {0};

	for (struct page_row *row = table->rows; row; row = row->next)
		for (struct page_cell *c = row->cells; c; c = c->next) {
			if (c->is_covered && reach[c->column] > 0) {
				reach[c->column]--;
				continue;
			}
			c->is_covered = false;
			reach[c->column] = c->rowspan - 1;
		}
}

static int read_table(struct reader *r, const xmlNode *tbl)
{
	struct page_table *table = arena_new(&r->page->arena,
					     struct page_table);
	struct page_block *block = arena_new(&r->page->arena,
					     struct page_block);
	const xmlNode *grid = tree_child(tbl, "tblGrid");
	xmlNode *node = tbl->children;
	unsigned n = 0;
	int code = VB_OK;

	if (!table || !block)
		return nomem(r);
	for (const xmlNode *c = grid ? grid->children : NULL;
	     c && n < PAGE_COLUMNS_MAX; c = c->next)
		if (tree_is(c, "gridCol"))
			table->widths[n++] = number_of(tree_attr(c, "w"), 0,
						       31680);
	table->number = r->page->n_paras + 1;
	while (node && code == VB_OK) {
		bool is_row = tree_is(node, "tr");

		if (is_row)
			code = read_row(r, table, node);
		node = tree_next(tbl, node, is_row || is_skipped(node));
	}
	if (code != VB_OK || table->n_columns == 0)
		return code;
	code = close_table(r, table);
	free_cells(table);
	block->table = table;
	if (r->page->last)
		r->page->last->next = block;
	else
		r->page->blocks = block;
	r->page->last = block;
	return code;
}

/* ---- the body ---------------------------------------------------------- */

static int add_para(struct reader *r, const xmlNode *p)
{
	struct page_block *block = arena_new(&r->page->arena,
					     struct page_block);
	int code;

	if (!block)
		return nomem(r);
	code = read_para(r, &block->para, p);
	if (code != VB_OK || block->para->size == 0)
		return code;
	if (r->page->last)
		r->page->last->next = block;
	else
		r->page->blocks = block;
	r->page->last = block;
	return VB_OK;
}

static int read_body(struct reader *r, xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	const xmlNode *body = root ? tree_child(root, "body") : NULL;
	xmlNode *node = body ? body->children : NULL;
	int code = VB_OK;

	if (!body)
		return err_set(r->err, VB_DOCUMENT, "the document has no body");
	while (node && code == VB_OK) {
		bool is_block = true;

		if (tree_is(node, "p"))
			code = add_para(r, node);
		else if (tree_is(node, "tbl"))
			code = read_table(r, node);
		else
			is_block = is_skipped(node);
		node = tree_next(body, node, is_block);
	}
	return code;
}

int page_read(struct page *page, const struct opc *opc, struct vb_error *err)
{
	const struct opc_part *part = opc_main(opc);
	struct reader r = {.page = page, .err = err};
	struct vb_blob blob = {NULL, 0};
	xmlDoc *doc = NULL;
	int code;

	if (!part)
		return err_set(err, VB_DOCUMENT,
			       "the package has no main document");
	if ((code = page_styles_new(&r.styles, opc, err)) == VB_OK &&
	    (code = opc_read(opc, part, &blob, err)) == VB_OK &&
	    (code = tree_parse(&doc, blob.data, blob.size, part->name, err)) ==
		    VB_OK)
		code = read_body(&r, doc);
	if (code != VB_OK)
		err_part(err, part->name);
	xmlFreeDoc(doc);
	vb_blob_release(&blob);
	page_styles_free(r.styles);
	buf_release(&r.run);
	buf_release(&r.text);
	buf_release(&r.style);
	return code;
}

void page_release(struct page *page)
{
	arena_release(&page->arena);
}
