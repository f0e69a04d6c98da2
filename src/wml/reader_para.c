/*
 * reader_para.c - the reading door's paragraphs: properties, numbers, where
 * they begin and end. See reader.h.
 */
#include "wml/reader_state.h"

#include "util/err.h"

#include <string.h>

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

static void place(const struct reader *reader, struct wml_para *para)
{
	const struct reader_table *table;

	para->number = (unsigned)reader->story->paras.n;
	para->text = para->label = "";
	para->depth = reader->n_tables;
	para->box = (unsigned char)(reader->nest - 1);
	para->is_gone = reader->rows_deleted > 0;
	if (reader->n_tables == 0)
		return;
	table = &reader->tables[reader->n_tables - 1];
	para->table = table->table;
	para->row = table->row;
	para->column = table->column;
	para->row_serial = table->serial;
	para->cell = table->cell;
}

/* Without properties, as a paragraph is at its start. */
static void plain(struct reader *reader, struct reader_para *open,
		  struct wml_para *para)
{
	para->style = para->style_name = "";
	para->outline = -1;
	para->begins_page = false;
	open->num_id = open->num_level = -1;
	open->is_body = false;
	open->look = wml_styles_default(reader->context.styles);
}

int reader_para_start(struct reader *reader, struct vb_error *err)
{
	struct reader_para *open;
	struct wml_para *para;

	if (reader->nest == READER_NEST_MAX)
		return err_set(err, VB_LIMIT, "paragraphs nest deeper than %d",
			       READER_NEST_MAX);
	open = &reader->paras[reader->nest++];
	open->fields = 0;
	open->in_code = open->in_list = 0;
	open->is_mark_deleted = false;
	reader_run_start(reader);
	if (open->is_waiting) {
		/* the joined paragraph has the properties of the last one */
		open->is_waiting = false;
		plain(reader, open, reader_inner_para(reader));
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
	plain(reader, open, para);
	para->has_inserted = reader->inserted > 0;
	para->has_deleted = reader->deleted > 0;
	return VB_OK;
}

/* ---- the end ------------------------------------------------------------- */

static int keep_words(struct reader *reader, struct reader_para *open,
		      struct wml_para *para, struct vb_error *err)
{
	struct arena *arena = &reader->story->arena;
	struct wml_span *spans;
	uint32_t *deleted;

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

/* w:numId and w:ilvl are inherited apart from each other (17.9.18). */
static int number(struct reader *reader, const struct reader_para *open,
		  struct wml_para *para, struct vb_error *err)
{
	const struct wml_style *look = open->look;
	const struct wml_numbering *numbering = reader->context.numbering;
	int id = open->num_id, level = open->num_level;
	struct wml_label label;

	if (id < 0 && look) {
		id = look->num_id;
		if (id > 0 && level < 0 && look->num_level < 0)
			level = wml_numbering_level(numbering, id, look->id);
	}
	if (level < 0 && look)
		level = look->num_level;
	if (id <= 0)
		return VB_OK;
	para->num_id = id;
	para->num_level = level > 0 ? level : 0;
	if (!numbering || para->is_gone ||
	    !wml_counters_next(para->box ? reader->box_counters
					 : reader->counters,
			       id, para->num_level, &label))
		return VB_OK;
	if (label.is_nomem)
		return no_memory(err);
	para->label = arena_strn(&reader->story->arena, label.text, label.size);
	para->suffix = label.suffix;
	para->value = (int)label.value;
	para->is_bullet = label.is_bullet;
	return para->label ? VB_OK : no_memory(err);
}

static int finish(struct reader *reader, struct reader_para *open,
		  struct vb_error *err)
{
	struct wml_para *para = &reader->story->paras.at[open->index];
	int code = keep_words(reader, open, para, err);

	if (code == VB_OK)
		code = number(reader, open, para, err);
	if (open->look) {
		para->style_name = open->look->name;
		if (!open->is_body)
			para->heading = (unsigned char)open->look->heading;
	}
	if (para->outline >= 0)
		para->heading = (unsigned char)(para->outline + 1);
	return code;
}

int reader_para_end(struct reader *reader, struct vb_error *err)
{
	struct reader_para *open = reader_inner(reader);

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
	struct reader_para *open = reader_inner(reader);
	uint32_t *at = vec_push(&open->deleted);

	if (!at)
		return no_memory(err);
	*at = (uint32_t)open->text.size;
	reader_inner_para(reader)->has_deleted = true;
	return VB_OK;
}

/* ---- properties ---------------------------------------------------------- */

static int paragraph_style(struct reader *reader, const struct sax_element *el,
			   struct vb_error *err)
{
	struct reader_para *open = reader_inner(reader);
	struct wml_para *para = reader_inner_para(reader);
	const struct wml_style *look;
	size_t size;
	const char *id = sax_attr(el, "val", &size);

	if (!id)
		return VB_OK;
	look = wml_styles_find(reader->context.styles, id, size);
	if (look) {
		open->look = look;
		para->style = look->id;
		return VB_OK;
	}
	para->style = sax_attr_copy(&reader->story->arena, el, "val");
	return para->style ? VB_OK : no_memory(err);
}

static int property(struct reader *reader, const struct sax_element *el,
		    enum reader_kind kind, struct vb_error *err)
{
	struct reader_para *open = reader_inner(reader);
	struct wml_para *para = reader_inner_para(reader);
	long n;

	if (reader_above(reader, 1) == EL_RPR)
		return reader_above(reader, 2) == EL_R
			       ? reader_run_property(reader, el, kind, err)
			       : VB_OK;
	if (kind == EL_PAGE) {
		para->begins_page = sax_is_on(el);
		return VB_OK;
	}
	if (kind == EL_PSTYLE)
		return paragraph_style(reader, el, err);
	n = sax_attr_long(el, "val", -1);
	if (kind == EL_OUTLINE) {
		para->outline = n >= 0 && n <= 8 ? (int)n : -1;
		open->is_body = n == 9;
	} else if (kind == EL_NUM_ID) {
		open->num_id = n > 0 ? (int)n : 0;
	} else if (kind == EL_ILVL) {
		open->num_level = n >= 0 && n <= 8 ? (int)n : 0;
	}
	return VB_OK;
}

static int character(struct reader *reader, const struct sax_element *el,
		     enum reader_kind kind, struct vb_error *err)
{
	const char *text = "\t";

	if (kind == EL_BR)
		return reader_text(
			reader, "\n", 1,
			sax_attr_is(el, "type", "page") ? RUN_PAGE : 0, err);
	if (kind == EL_NO_BREAK_HYPHEN)
		text = "-";
	else if (kind == EL_SOFT_HYPHEN)
		text = "\xc2\xad";
	return reader_words(reader, text, strlen(text), err);
}

/* A picture of the template whose words are still a tag: "{{logo}}". */
static bool is_tag(const struct sax_element *el)
{
	size_t size;
	const char *words = sax_attr(el, "descr", &size);

	return words && size > 4 && memcmp(words, "{{", 2) == 0;
}

int reader_para_element(struct reader *reader, const struct sax_element *el,
			enum reader_kind kind, struct vb_error *err)
{
	switch ((int)kind) {
	case EL_R:
		reader_run_start(reader);
		return VB_OK;
	case EL_T:
		buf_clear(&reader->word);
		reader->keep_space = sax_attr_is(el, "space", "preserve");
		return VB_OK;
	case EL_TAB:
	case EL_BR:
	case EL_NO_BREAK_HYPHEN:
	case EL_SOFT_HYPHEN:
		return character(reader, el, kind, err);
	case EL_BEG_CHR:
	case EL_CHR:
	case EL_D:
	case EL_DEN:
	case EL_E:
	case EL_END_CHR:
	case EL_MATRIX:
	case EL_MATRIX_ROW:
	case EL_NARY:
	case EL_RAD:
	case EL_SUB:
	case EL_SUP:
		return reader_math_start(reader, el, kind, err);
	case EL_SYM:
		return reader_symbol(reader, el, err);
	case EL_FLD_CHAR:
		return reader_field_char(reader, el, err);
	case EL_FF:
	case EL_FF_CHECK:
	case EL_FF_LIST:
	case EL_CHECKED:
	case EL_DEFAULT:
	case EL_RESULT:
	case EL_LIST_ENTRY:
		return reader_form_element(reader, el, kind, err);
	case EL_HYPERLINK:
	case EL_FLD_SIMPLE:
	case EL_FOOTNOTE_REF:
	case EL_ENDNOTE_REF:
	case EL_COMMENT_REF:
		return reader_anchor(reader, el, kind, err);
	case EL_RT:
		reader->in_rt++;
		return VB_OK;
	case EL_DOC_PR:
		reader->is_frame = is_tag(el);
		return VB_OK;
	case EL_DRAWING:
		if (!reader->deleted && !reader->is_frame)
			reader_inner_para(reader)->has_picture = true;
		return VB_OK;
	default:
		return property(reader, el, kind, err);
	}
}
