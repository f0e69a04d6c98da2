/*
 * reader.c - the reading door: which element is which, tables, tracked
 * changes, alternative content. See reader.h and reader_state.h.
 */
#include "wml/decode.h"
#include "wml/reader_state.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* A merged cell spans at most this many columns (Word has 63). */
#define SPAN_MAX 1000

/* ---- which element is which ---------------------------------------------- */

enum space {
	NS_W = 1,
	NS_MC = 2,
	NS_W15 = 4,
	NS_M = 8,
	NS_A = 16,
	NS_V = 32
};

static const struct {
	const char *uri;
	enum space space;
} spaces[] = {
	{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", NS_W},
	{"http://purl.oclc.org/ooxml/wordprocessingml/main", NS_W},
	{"http://schemas.openxmlformats.org/markup-compatibility/2006", NS_MC},
	{"http://schemas.microsoft.com/office/word/2012/wordml", NS_W15},
	{"http://schemas.openxmlformats.org/officeDocument/2006/math", NS_M},
	{"http://purl.oclc.org/ooxml/officeDocument/math", NS_M},
	{"http://schemas.openxmlformats.org/drawingml/2006/main", NS_A},
	{"http://purl.oclc.org/ooxml/drawingml/main", NS_A},
	{"urn:schemas-microsoft-com:vml", NS_V},
};

/* Sorted by name in byte order. */
static const struct {
	const char *name;
	unsigned spaces;
	enum reader_kind kind;
} elements[] = {
	{"AlternateContent", NS_MC, EL_AC},
	{"Choice", NS_MC, EL_CHOICE},
	{"Fallback", NS_MC, EL_FALLBACK},
	{"alias", NS_W, EL_ALIAS},
	{"b", NS_W, EL_BOLD},
	{"background", NS_W, EL_SKIP},
	{"blip", NS_A, EL_DRAWING},
	{"bookmarkEnd", NS_W, EL_BOOKMARK_END},
	{"bookmarkStart", NS_W, EL_BOOKMARK_START},
	{"br", NS_W, EL_BR},
	{"cr", NS_W, EL_BR},
	{"dataBinding", NS_W | NS_W15, EL_DATA_BINDING},
	{"del", NS_W, EL_DEL},
	{"delInstrText", NS_W, EL_SKIP},
	{"delText", NS_W, EL_SKIP},
	{"dstrike", NS_W, EL_STRIKE},
	{"ffData", NS_W, EL_SKIP},
	{"fldChar", NS_W, EL_FLD_CHAR},
	{"gridBefore", NS_W, EL_GRID_BEFORE},
	{"gridSpan", NS_W, EL_GRID_SPAN},
	{"i", NS_W, EL_ITALIC},
	{"ilvl", NS_W, EL_ILVL},
	{"imagedata", NS_V, EL_DRAWING},
	{"ins", NS_W, EL_INS},
	{"instrText", NS_W, EL_SKIP},
	{"listItem", NS_W, EL_LIST_ITEM},
	{"moveFrom", NS_W, EL_DEL},
	{"moveTo", NS_W, EL_INS},
	{"noBreakHyphen", NS_W, EL_NO_BREAK_HYPHEN},
	{"numId", NS_W, EL_NUM_ID},
	{"numberingChange", NS_W, EL_SKIP},
	{"outlineLvl", NS_W, EL_OUTLINE},
	{"p", NS_W, EL_P},
	{"pPr", NS_W, EL_PPR},
	{"pPrChange", NS_W, EL_SKIP},
	{"pStyle", NS_W, EL_PSTYLE},
	{"ptab", NS_W, EL_TAB},
	{"r", NS_W, EL_R},
	{"rPr", NS_W, EL_RPR},
	{"rPrChange", NS_W, EL_SKIP},
	{"repeatingSection", NS_W15, EL_REPEATING},
	{"rt", NS_W, EL_SKIP},
	{"sdt", NS_W, EL_SDT},
	{"sdtContent", NS_W, EL_SDT_CONTENT},
	{"sdtEndPr", NS_W, EL_SKIP},
	{"sdtPr", NS_W, EL_SDT_PR},
	{"sectPr", NS_W, EL_SKIP},
	{"showingPlcHdr", NS_W, EL_SHOWING},
	{"softHyphen", NS_W, EL_SOFT_HYPHEN},
	{"strike", NS_W, EL_STRIKE},
	{"sym", NS_W, EL_SYM},
	{"t", NS_W | NS_M, EL_T},
	{"tab", NS_W, EL_TAB},
	{"tabs", NS_W, EL_SKIP},
	{"tag", NS_W, EL_TAG},
	{"tbl", NS_W, EL_TBL},
	{"tblGrid", NS_W, EL_SKIP},
	{"tblPr", NS_W, EL_SKIP},
	{"tblPrEx", NS_W, EL_SKIP},
	{"tc", NS_W, EL_TC},
	{"tcPr", NS_W, EL_TC_PR},
	{"tcPrChange", NS_W, EL_SKIP},
	{"tr", NS_W, EL_TR},
	{"trPr", NS_W, EL_TR_PR},
	{"trPrChange", NS_W, EL_SKIP},
	{"txbxContent", NS_W, EL_TXBX},
	{"u", NS_W, EL_UNDERLINE},
	{"vanish", NS_W, EL_VANISH},
	{"vertAlign", NS_W, EL_VERT_ALIGN},
};

static unsigned space_of(const char *uri)
{
	size_t i;

	for (i = 0; i < sizeof(spaces) / sizeof(*spaces); i++)
		if (strcmp(spaces[i].uri, uri) == 0)
			return spaces[i].space;
	return 0;
}

static enum reader_kind look_up(const struct sax_element *el)
{
	size_t low = 0, high = sizeof(elements) / sizeof(*elements);

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = strcmp(el->local, elements[mid].name);

		if (order == 0)
			return elements[mid].spaces & space_of(el->uri)
				       ? elements[mid].kind
				       : EL_OTHER;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return EL_OTHER;
}

/* Names are interned for one parse, so their addresses can be remembered. */
static enum reader_kind kind_of(struct reader *reader,
				const struct sax_element *el)
{
	uintptr_t a = (uintptr_t)el->local, b = (uintptr_t)el->uri;
	size_t slot = (a >> 3 ^ a >> 11 ^ b >> 4) & (READER_NAMES_MAX - 1);

	if (reader->names[slot].name != el->local ||
	    reader->names[slot].uri != el->uri) {
		reader->names[slot].name = el->local;
		reader->names[slot].uri = el->uri;
		reader->names[slot].kind = look_up(el);
	}
	return reader->names[slot].kind;
}

bool reader_in_para(const struct reader *reader)
{
	return reader->nest > 0 &&
	       reader->levels[reader->depth].context == IN_PARA;
}

/* ---- tables (ECMA-376-1 17.4) -------------------------------------------- */

static struct reader_table *inner_table(struct reader *reader)
{
	return reader->n_tables ? &reader->tables[reader->n_tables - 1] : NULL;
}

static int table_start(struct reader *reader, struct vb_error *err)
{
	struct reader_table *table;

	if (reader->n_tables == WML_TABLE_DEPTH_MAX)
		return err_set(err, VB_LIMIT, "tables nest deeper than %d",
			       WML_TABLE_DEPTH_MAX);
	table = &reader->tables[reader->n_tables++];
	memset(table, 0, sizeof(*table));
	table->table = ++reader->tables_seen;
	table->next_column = 1;
	return reader_para_flush(reader, err);
}

static void table_element(struct reader *reader, const struct sax_element *el,
			  enum reader_kind kind)
{
	struct reader_table *table = inner_table(reader);
	long n;

	if (!table)
		return;
	if (kind == EL_TR) {
		table->row++;
		table->column = 0;
		table->next_column = 1;
		table->serial = ++reader->rows_seen;
	} else if (kind == EL_TC) {
		table->column = table->next_column++;
	} else if (kind == EL_GRID_SPAN || kind == EL_GRID_BEFORE) {
		n = sax_attr_long(el, "val", 0);
		n -= kind == EL_GRID_SPAN;
		if (n > 0 && n < SPAN_MAX)
			table->next_column += (unsigned)n;
	}
}

/* ---- tracked changes (ECMA-376-1 17.13.5), read as accepted -------------- */
/* Says whether the element is a property of something, not a container. */
static bool is_property(const struct reader *reader, enum reader_kind parent,
			enum reader_kind of)
{
	return reader->depth > 2 &&
	       reader->levels[reader->depth - 1].kind == parent &&
	       reader->levels[reader->depth - 2].kind == of;
}

static int change_start(struct reader *reader, enum reader_kind kind,
			struct vb_error *err)
{
	struct reader_level *level = &reader->levels[reader->depth];
	struct wml_para *para = NULL;
	bool of_mark = is_property(reader, EL_RPR, EL_PPR);
	bool of_row = is_property(reader, EL_TR_PR, EL_TR);

	if (reader_in_para(reader))
		para = &reader->story->paras
				.at[reader->paras[reader->nest - 1].index];
	if (para && kind == EL_INS)
		para->has_inserted = true;
	if (para && kind == EL_DEL && reader_para_deleted(reader, err))
		return VB_NOMEM;
	if (of_mark && para && kind == EL_DEL)
		reader->paras[reader->nest - 1].is_mark_deleted = true;
	if (of_row && kind == EL_DEL) {
		/* counted down where the row ends */
		reader->levels[reader->depth - 2].is_deleted = true;
		reader->deleted++;
	}
	if (of_mark || of_row || is_property(reader, EL_RPR, EL_R)) {
		level->kind = EL_OTHER;
		return VB_OK;
	}
	if (kind == EL_INS)
		reader->inserted++;
	else
		reader->deleted++;
	return VB_OK;
}

/* ---- the parse ----------------------------------------------------------- */
/* False when the branch of mc:AlternateContent is not the one we read. */
static bool is_chosen(struct reader *reader, enum reader_kind kind)
{
	struct reader_level *parent = &reader->levels[reader->depth];

	if ((kind != EL_CHOICE && kind != EL_FALLBACK) || parent->kind != EL_AC)
		return true;
	if (parent->has_choice)
		return false;
	parent->has_choice = true;
	return true;
}

static void push(struct reader *reader, enum reader_kind kind)
{
	struct reader_level *level = &reader->levels[reader->depth + 1];

	level->context = reader->levels[reader->depth].context;
	if (kind == EL_P)
		level->context = IN_PARA;
	else if (kind == EL_TBL)
		level->context = IN_TABLE;
	else if (kind == EL_TR)
		level->context = IN_ROW;
	else if (kind == EL_TC || kind == EL_TXBX)
		level->context = IN_BLOCKS;
	level->kind = (unsigned char)kind;
	level->has_choice = false;
	level->is_deleted = false;
	reader->depth++;
}

static int structure(struct reader *reader, const struct sax_element *el,
		     enum reader_kind kind, struct vb_error *err)
{
	switch ((int)kind) {
	case EL_P:
		return reader_para_start(reader, err);
	case EL_TXBX:
		return reader_para_flush(reader, err);
	case EL_TBL:
		return table_start(reader, err);
	case EL_TR:
	case EL_TC:
	case EL_GRID_SPAN:
	case EL_GRID_BEFORE:
		table_element(reader, el, kind);
		return VB_OK;
	case EL_INS:
	case EL_DEL:
		return change_start(reader, kind, err);
	case EL_SDT:
		return reader_control_start(reader, err);
	case EL_SDT_CONTENT:
		reader_control_content(reader);
		return VB_OK;
	case EL_BOOKMARK_START:
		return reader_bookmark_start(reader, el, err);
	case EL_BOOKMARK_END:
		reader_bookmark_end(reader, el);
		return VB_OK;
	default:
		return reader_para_element(reader, el, kind, err);
	}
}

static int on_start(void *user, const struct sax_element *el,
		    struct vb_error *err)
{
	struct reader *reader = user;
	enum reader_kind kind;

	if (reader->skip) {
		reader->skip++;
		return VB_OK;
	}
	if (el->depth == 1 && space_of(el->uri) != NS_W)
		return err_set(err, VB_DOCUMENT,
			       "'%.60s' is not WordprocessingML", el->local);
	kind = kind_of(reader, el);
	if (kind == EL_SKIP || !is_chosen(reader, kind)) {
		reader->skip = 1;
		return VB_OK;
	}
	push(reader, kind);
	if (kind == EL_OTHER)
		return VB_OK;
	if (kind == EL_LIST_ITEM)
		return reader->depth > 1 &&
				       reader->levels[reader->depth - 2].kind ==
					       EL_SDT_PR
			       ? reader_control_item(reader, el, err)
			       : VB_OK;
	if (reader->levels[reader->depth - 1].kind == EL_SDT_PR) {
		/* whatever else it may be called, it is only a property */
		reader->levels[reader->depth].kind = EL_OTHER;
		return reader_control_property(reader, el, kind, err);
	}
	return structure(reader, el, kind, err);
}

static int close_element(struct reader *reader, enum reader_kind kind,
			 struct vb_error *err)
{
	switch ((int)kind) {
	case EL_P:
		return reader_para_end(reader, err);
	case EL_T:
		return reader_word_end(reader, err);
	case EL_TC:
	case EL_TXBX:
		return reader_para_flush(reader, err);
	case EL_TR:
		if (reader->levels[reader->depth].is_deleted)
			reader->deleted--;
		return VB_OK;
	case EL_TBL:
		reader->n_tables--;
		return VB_OK;
	case EL_INS:
		reader->inserted--;
		return VB_OK;
	case EL_DEL:
		reader->deleted--;
		return VB_OK;
	case EL_SDT:
		reader_control_end(reader);
		return VB_OK;
	case EL_SDT_CONTENT:
		if (reader->control &&
		    reader->story->marks.at[reader->control - 1].is_placeholder)
			reader->placeholders--;
		return VB_OK;
	default:
		return VB_OK;
	}
}

static int on_end(void *user, struct vb_error *err)
{
	struct reader *reader = user;
	int code;

	if (reader->skip) {
		reader->skip--;
		return VB_OK;
	}
	code = close_element(
		reader, (enum reader_kind)reader->levels[reader->depth].kind,
		err);
	reader->depth--;
	return code;
}

static int on_text(void *user, const char *text, size_t size,
		   struct vb_error *err)
{
	struct reader *reader = user;

	(void)err;
	if (!reader->skip && reader->levels[reader->depth].kind == EL_T)
		buf_add(&reader->word, text, size);
	return VB_OK;
}

static void reader_release(struct reader *reader)
{
	size_t i;

	for (i = 0; i < READER_NEST_MAX; i++) {
		buf_release(&reader->paras[i].text);
		vec_release(&reader->paras[i].spans);
		vec_release(&reader->paras[i].deleted);
	}
	buf_release(&reader->word);
	free(reader->open);
}

int wml_read(struct wml_story **out, const void *xml, size_t size,
	     const char *part, struct vb_error *err)
{
	static const struct sax_handler handler = {on_start, on_end, on_text};
	struct wml_story *story = calloc(1, sizeof(*story));
	struct reader *reader = calloc(1, sizeof(*reader));
	int code;

	*out = NULL;
	if (!story || !reader) {
		code = err_set(err, VB_NOMEM, "out of memory");
		goto out;
	}
	reader->story = story;
	story->part = arena_str(&story->arena, part);
	code = sax_parse(&handler, reader, xml, size, part, err);
	if (code == VB_OK)
		code = reader_para_flush(reader, err);
	if (code == VB_OK)
		code = reader_marks_finish(reader, err);
	if (code == VB_OK)
		code = wml_decode(story, err);
	if (code == VB_OK && story->arena.failed)
		code = err_set(err, VB_NOMEM, "out of memory");
	if (code == VB_OK) {
		*out = story;
		story = NULL;
	}
out:
	if (reader)
		reader_release(reader);
	free(reader);
	wml_story_free(story);
	return code;
}

void wml_story_free(struct wml_story *story)
{
	if (!story)
		return;
	vec_release(&story->paras);
	vec_release(&story->marks);
	vec_release(&story->items);
	arena_release(&story->arena);
	free(story);
}
