/*
 * reader_para.c - the reading door's paragraphs: properties, runs, fields and
 * the words a person sees. See reader.h.
 */
#include "wml/reader_state.h"

#include "util/err.h"

#include <string.h>

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

static struct reader_para *inner(struct reader *reader)
{
	return &reader->paras[reader->nest - 1];
}

static struct wml_para *inner_para(struct reader *reader)
{
	return &reader->story->paras.at[inner(reader)->index];
}

bool reader_is_on(const struct sax_element *el)
{
	return !sax_attr_is(el, "val", "0") &&
	       !sax_attr_is(el, "val", "false") &&
	       !sax_attr_is(el, "val", "off");
}

static void place(const struct reader *reader, struct wml_para *para)
{
	const struct reader_table *table;

	para->number = (unsigned)reader->story->paras.n;
	para->outline = -1;
	para->style = "";
	para->text = "";
	para->depth = reader->n_tables;
	if (reader->n_tables == 0)
		return;
	table = &reader->tables[reader->n_tables - 1];
	para->table = table->table;
	para->row = table->row;
	para->column = table->column;
	para->row_serial = table->serial;
}

int reader_para_start(struct reader *reader, struct vb_error *err)
{
	struct reader_para *open;
	struct wml_para *para;

	if (reader->nest == READER_NEST_MAX)
		return err_set(err, VB_LIMIT, "paragraphs nest deeper than %d",
			       READER_NEST_MAX);
	open = &reader->paras[reader->nest++];
	open->style = 0;
	open->fields = 0;
	open->in_code = 0;
	open->is_mark_deleted = false;
	if (open->is_waiting) {
		/* the joined paragraph has the properties of the last one */
		open->is_waiting = false;
		para = inner_para(reader);
		para->style = "";
		para->outline = -1;
		para->num_id = para->num_level = 0;
		return VB_OK;
	}
	if (reader->story->paras.n >= WML_PARAS_MAX)
		return err_set(err, VB_LIMIT, "more than %d paragraphs",
			       WML_PARAS_MAX);
	para = vec_push(&reader->story->paras);
	if (!para)
		return no_memory(err);
	open->index = reader->story->paras.n - 1;
	buf_clear(&open->text);
	open->spans.n = 0;
	open->deleted.n = 0;
	place(reader, para);
	para->has_inserted = reader->inserted > 0;
	para->has_deleted = reader->deleted > 0;
	return VB_OK;
}

static int finish(struct reader *reader, struct reader_para *open,
		  struct vb_error *err)
{
	struct arena *arena = &reader->story->arena;
	struct wml_para *para = &reader->story->paras.at[open->index];
	struct wml_span *spans;

	size_t *deleted;

	if (!buf_ok(&open->text))
		return no_memory(err);
	if (open->deleted.n > 0) {
		deleted = arena_array(arena, open->deleted.n, sizeof(*deleted));
		if (!deleted)
			return no_memory(err);
		memcpy(deleted, open->deleted.at,
		       open->deleted.n * sizeof(*deleted));
		para->deleted = deleted;
		para->n_deleted = open->deleted.n;
	}
	if (open->text.size == 0)
		return VB_OK;
	para->text = arena_strn(arena, open->text.data, open->text.size);
	para->size = open->text.size;
	spans = arena_array(arena, open->spans.n, sizeof(*spans));
	if (!para->text || !spans)
		return no_memory(err);
	memcpy(spans, open->spans.at, open->spans.n * sizeof(*spans));
	para->spans = spans;
	para->n_spans = open->spans.n;
	return VB_OK;
}

int reader_para_end(struct reader *reader, struct vb_error *err)
{
	struct reader_para *open = inner(reader);

	reader->nest--;
	if (open->is_mark_deleted) {
		open->is_waiting = true;
		return VB_OK;
	}
	return finish(reader, open, err);
}

int reader_para_flush(struct reader *reader, struct vb_error *err)
{
	struct reader_para *open;

	if (reader->nest == READER_NEST_MAX)
		return VB_OK;
	open = &reader->paras[reader->nest];
	if (!open->is_waiting)
		return VB_OK;
	open->is_waiting = false;
	return finish(reader, open, err);
}

int reader_para_deleted(struct reader *reader, struct vb_error *err)
{
	struct reader_para *open = inner(reader);
	size_t *at = vec_push(&open->deleted);

	if (!at)
		return no_memory(err);
	*at = open->text.size;
	inner_para(reader)->has_deleted = true;
	return VB_OK;
}

/* ---- words --------------------------------------------------------------- */

static int add(struct reader *reader, const char *text, size_t size,
	       struct vb_error *err)
{
	struct reader_para *open = inner(reader);
	struct wml_span *span;
	unsigned style = open->style;

	if (reader->inserted)
		style |= RUN_INSERTED;
	if (reader->placeholders)
		style |= RUN_PLACEHOLDER;
	span = open->spans.n ? &open->spans.at[open->spans.n - 1] : NULL;
	if (!span || span->style != style) {
		span = vec_push(&open->spans);
		if (!span)
			return no_memory(err);
		span->start = open->text.size;
		span->style = style;
	}
	span->size += size;
	buf_add(&open->text, text, size);
	return VB_OK;
}

int reader_words(struct reader *reader, const char *text, size_t size,
		 struct vb_error *err)
{
	if (size == 0 || !reader_in_para(reader))
		return VB_OK;
	if (reader->deleted || inner(reader)->in_code)
		return VB_OK;
	return add(reader, text, size, err);
}

static bool is_xml_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Word shows a line end inside w:t as a space, and without
 * xml:space="preserve" drops spaces at both ends (ECMA-376-1 17.3.3.31). */
int reader_word_end(struct reader *reader, struct vb_error *err)
{
	struct buf *word = &reader->word;
	size_t start = 0, end = word->size, i;

	if (!buf_ok(word))
		return no_memory(err);
	for (i = 0; i < end; i++)
		if (word->data[i] == '\n' || word->data[i] == '\r')
			word->data[i] = ' ';
	if (!reader->keep_space) {
		while (start < end && is_xml_space(word->data[start]))
			start++;
		while (end > start && is_xml_space(word->data[end - 1]))
			end--;
	}
	if (end > start)
		return reader_words(reader, word->data + start, end - start,
				    err);
	return VB_OK;
}

static int add_symbol(struct reader *reader, const struct sax_element *el,
		      struct vb_error *err)
{
	size_t size, i;
	const char *hex = sax_attr(el, "char", &size);
	uint32_t c = 0;
	char out[4];

	if (!hex || size == 0 || size > 4)
		return VB_OK;
	for (i = 0; i < size; i++) {
		static const char digits[] = "0123456789abcdef";
		const char *at;
		char d = hex[i];

		if (d >= 'A' && d <= 'F')
			d = (char)(d - 'A' + 'a');
		at = d ? strchr(digits, d) : NULL;
		if (!at)
			return VB_OK;
		c = c * 16 + (uint32_t)(at - digits);
	}
	if (c < 0x20 || (c >= 0xd800 && c < 0xe000) || c >= 0xfffe)
		return VB_OK;
	if (c < 0x80) {
		out[0] = (char)c;
		return reader_words(reader, out, 1, err);
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return reader_words(reader, out, 2, err);
	}
	out[0] = (char)(0xe0 | c >> 12);
	out[1] = (char)(0x80 | (c >> 6 & 0x3f));
	out[2] = (char)(0x80 | (c & 0x3f));
	return reader_words(reader, out, 3, err);
}

/* ---- fields (ECMA-376-1 17.16.18) ---------------------------------------- */

static void field_char(struct reader *reader, const struct sax_element *el)
{
	struct reader_para *open = inner(reader);

	if (sax_attr_is(el, "fldCharType", "begin")) {
		if (open->fields < READER_FIELDS_MAX)
			open->in_code |= UINT64_C(1) << open->fields;
		open->fields++;
	} else if (open->fields == 0) {
		return; /* began in an earlier paragraph */
	} else if (sax_attr_is(el, "fldCharType", "separate")) {
		if (open->fields <= READER_FIELDS_MAX)
			open->in_code &= ~(UINT64_C(1) << (open->fields - 1));
	} else if (sax_attr_is(el, "fldCharType", "end")) {
		open->fields--;
		if (open->fields < READER_FIELDS_MAX)
			open->in_code &= ~(UINT64_C(1) << open->fields);
	}
}

/* ---- properties ---------------------------------------------------------- */

static void set(unsigned *style, unsigned bit, bool on)
{
	if (on)
		*style |= bit;
	else
		*style &= ~bit;
}

static void run_property(struct reader *reader, const struct sax_element *el,
			 enum reader_kind kind)
{
	unsigned *style = &inner(reader)->style;

	if (kind == EL_BOLD)
		set(style, RUN_BOLD, reader_is_on(el));
	else if (kind == EL_ITALIC)
		set(style, RUN_ITALIC, reader_is_on(el));
	else if (kind == EL_UNDERLINE)
		set(style, RUN_UNDERLINE, !sax_attr_is(el, "val", "none"));
	else if (kind == EL_VANISH)
		set(style, RUN_HIDDEN, reader_is_on(el));
	else if (kind == EL_STRIKE && reader_is_on(el))
		*style |= RUN_STRUCK; /* w:dstrike "0" may follow w:strike */
	else if (kind == EL_VERT_ALIGN)
		set(style, RUN_RAISED, !sax_attr_is(el, "val", "baseline"));
}

static int para_property(struct reader *reader, const struct sax_element *el,
			 enum reader_kind kind, struct vb_error *err)
{
	struct wml_para *para = inner_para(reader);
	long n;

	if (kind == EL_PSTYLE) {
		para->style = sax_attr_copy(&reader->story->arena, el, "val");
		return para->style ? VB_OK : no_memory(err);
	}
	n = sax_attr_long(el, "val", -1);
	if (kind == EL_OUTLINE)
		para->outline = n >= 0 && n <= 8 ? (int)n : -1;
	else if (kind == EL_NUM_ID)
		para->num_id = n > 0 ? (int)n : 0;
	else if (kind == EL_ILVL)
		para->num_level = n >= 0 && n <= 8 ? (int)n : 0;
	return VB_OK;
}

/* The kind `up` levels above the element that starts. */
static enum reader_kind above(const struct reader *reader, unsigned up)
{
	return reader->depth > up
		       ? (enum reader_kind)reader->levels[reader->depth - up]
				 .kind
		       : EL_OTHER;
}

static int property(struct reader *reader, const struct sax_element *el,
		    enum reader_kind kind, struct vb_error *err)
{
	if (above(reader, 1) == EL_RPR) {
		if (above(reader, 2) == EL_R)
			run_property(reader, el, kind);
		return VB_OK;
	}
	return para_property(reader, el, kind, err);
}

int reader_para_element(struct reader *reader, const struct sax_element *el,
			enum reader_kind kind, struct vb_error *err)
{
	if (!reader_in_para(reader))
		return VB_OK;
	switch ((int)kind) {
	case EL_R:
		inner(reader)->style = 0;
		return VB_OK;
	case EL_T:
		buf_clear(&reader->word);
		reader->keep_space = sax_attr_is(el, "space", "preserve");
		return VB_OK;
	case EL_TAB:
		return reader_words(reader, "\t", 1, err);
	case EL_BR:
		return reader_words(reader, "\n", 1, err);
	case EL_NO_BREAK_HYPHEN:
		return reader_words(reader, "-", 1, err);
	case EL_SOFT_HYPHEN:
		return reader_words(reader, "\xc2\xad", 2, err);
	case EL_SYM:
		return add_symbol(reader, el, err);
	case EL_FLD_CHAR:
		field_char(reader, el);
		return VB_OK;
	case EL_DRAWING:
		if (!reader->deleted)
			inner_para(reader)->has_picture = true;
		return VB_OK;
	default:
		return property(reader, el, kind, err);
	}
}
