/*
 * reader.c - the reading door: the parse, tracked changes, alternative
 * content. See reader.h and reader_state.h.
 */
#include "wml/decode.h"
#include "wml/reader_state.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

bool reader_in_para(const struct reader *reader)
{
	return reader->nest > 0 &&
	       reader->levels[reader->depth].context == IN_PARA;
}

struct reader_para *reader_inner(struct reader *reader)
{
	return &reader->paras[reader->nest - 1];
}

struct wml_para *reader_inner_para(struct reader *reader)
{
	return &reader->story->paras.at[reader_inner(reader)->index];
}

enum reader_kind reader_above(const struct reader *reader, unsigned up)
{
	return reader->depth > up
		       ? (enum reader_kind)reader->levels[reader->depth - up]
				 .kind
		       : EL_OTHER;
}

/* ---- tracked changes (ECMA-376-1 17.13.5) -------------------------------- */
/* Says whether the element is a property of something, not a container. */
static bool is_property(const struct reader *reader, enum reader_kind parent,
			enum reader_kind of)
{
	return reader->depth > 2 &&
	       reader->levels[reader->depth - 1].kind == parent &&
	       reader->levels[reader->depth - 2].kind == of;
}

/* A row or cell that is not there in the reading asked for: its words are
 * dropped until `up` levels above ends. */
static void drop(struct reader *reader, unsigned up)
{
	struct reader_level *level = &reader->levels[reader->depth - up];

	if (level->is_deleted)
		return;
	level->is_deleted = true;
	reader->deleted++;
	if (level->kind == EL_TR)
		reader->rows_deleted++;
}

static void undrop(struct reader *reader)
{
	struct reader_level *level = &reader->levels[reader->depth];

	if (!level->is_deleted)
		return;
	reader->deleted--;
	if (level->kind == EL_TR)
		reader->rows_deleted--;
}

static int change_start(struct reader *reader, enum reader_kind kind,
			struct vb_error *err)
{
	struct reader_level *level = &reader->levels[reader->depth];
	bool goes = (kind == EL_DEL) != reader->context.rejected;
	bool of_mark = is_property(reader, EL_RPR, EL_PPR);
	bool of_row = is_property(reader, EL_TR_PR, EL_TR);
	struct wml_para *para = NULL;

	if (reader_in_para(reader))
		para = reader_inner_para(reader);
	if (para && kind == EL_INS)
		para->has_inserted = true;
	if (para && kind == EL_DEL && reader_para_deleted(reader, err))
		return VB_NOMEM;
	if (of_mark && para && goes)
		reader_inner(reader)->is_mark_deleted = true;
	if (of_row && goes)
		drop(reader, 2);
	/* what ends here is counted as what it is */
	level->kind = goes ? EL_DEL : EL_INS;
	if (of_mark || of_row || is_property(reader, EL_RPR, EL_R)) {
		level->kind = EL_OTHER;
		return VB_OK;
	}
	if (goes)
		reader->deleted++;
	else
		reader->inserted++;
	return VB_OK;
}

static void cell_change(struct reader *reader, enum reader_kind kind)
{
	bool goes = (kind == EL_CELL_DEL) != reader->context.rejected;

	if (goes && is_property(reader, EL_TC_PR, EL_TC))
		drop(reader, 2);
}

/* ---- the parse ----------------------------------------------------------- */
/* False when the branch of mc:AlternateContent is not the one we read. */
static bool is_chosen(struct reader *reader, const struct sax_element *el,
		      enum reader_kind kind)
{
	struct reader_level *parent = &reader->levels[reader->depth];

	if ((kind != EL_CHOICE && kind != EL_FALLBACK) || parent->kind != EL_AC)
		return true;
	if (parent->has_choice ||
	    (kind == EL_CHOICE && !reader_understands(el)))
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
	level->anchor = 0;
	level->first_sign = level->last_sign = level->pieces = 0;
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
		return reader_table_start(reader, err);
	case EL_TR:
	case EL_TC:
	case EL_GRID_SPAN:
	case EL_GRID_BEFORE:
	case EL_V_MERGE:
	case EL_H_MERGE:
	case EL_TBL_HEADER:
		return reader_table_element(reader, el, kind, err);
	case EL_INS:
	case EL_DEL:
		return change_start(reader, kind, err);
	case EL_CELL_INS:
	case EL_CELL_DEL:
		cell_change(reader, kind);
		return VB_OK;
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
	case EL_NOTE:
		return reader_note_start(reader, el, err);
	case EL_ALT_CHUNK:
		return reader_anchor(reader, el, kind, err);
	default:
		return reader_in_para(reader)
			       ? reader_para_element(reader, el, kind, err)
			       : VB_OK;
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
	if (el->depth == 1 && !reader_is_word(el->uri))
		return err_set(err, VB_DOCUMENT,
			       "'%.60s' is not WordprocessingML", el->local);
	kind = reader_kind_of(reader, el);
	if (kind == EL_DEL_TEXT)
		kind = reader->context.rejected ? EL_T : EL_SKIP;
	if (kind == EL_SKIP || !is_chosen(reader, el, kind)) {
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
	if (kind == EL_DOC_PART)
		return reader->depth > 1 &&
				       reader->levels[reader->depth - 2].kind ==
					       EL_SDT_PR
			       ? reader_control_property(reader, el, kind, err)
			       : VB_OK;
	if (reader->levels[reader->depth - 1].kind == EL_SDT_PR ||
	    reader->levels[reader->depth - 1].kind == EL_CHECKBOX) {
		/* whatever else it may be called, it is only a property */
		if (kind != EL_CHECKBOX)
			reader->levels[reader->depth].kind = EL_OTHER;
		return reader_control_property(reader, el, kind, err);
	}
	return structure(reader, el, kind, err);
}

static int close_element(struct reader *reader, enum reader_kind kind,
			 struct vb_error *err)
{
	int code;

	switch ((int)kind) {
	case EL_P:
		return reader_para_end(reader, err);
	case EL_T:
		return reader_word_end(reader, err);
	case EL_TC:
	case EL_TXBX:
		code = reader_para_flush(reader, err);
		if (code == VB_OK && kind == EL_TC)
			code = reader_cell_end(reader, err);
		undrop(reader);
		return code;
	case EL_TR:
		undrop(reader);
		return VB_OK;
	case EL_TBL:
		reader_table_end(reader);
		return VB_OK;
	case EL_INS:
		reader->inserted--;
		return VB_OK;
	case EL_DEL:
		reader->deleted--;
		return VB_OK;
	case EL_FF:
		return reader_form_end(reader, err);
	case EL_HYPERLINK:
	case EL_FLD_SIMPLE:
		reader_link_end(reader, reader->levels[reader->depth].anchor);
		return VB_OK;
	case EL_NOTE:
		code = reader_para_flush(reader, err);
		reader_note_end(reader);
		return code;
	case EL_D:
	case EL_MATRIX:
		return reader_math_end(reader, kind, err);
	case EL_RT:
		reader->in_rt--;
		return VB_OK;
	case EL_RUBY:
		return reader_ruby_end(reader, err);
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
	enum reader_kind kind;
	int code = VB_OK;

	if (reader->skip) {
		reader->skip--;
		return VB_OK;
	}
	kind = (enum reader_kind)reader->levels[reader->depth].kind;
	if (kind != EL_OTHER)
		code = close_element(reader, kind, err);
	reader->depth--;
	return code;
}

static int on_text(void *user, const char *text, size_t size,
		   struct vb_error *err)
{
	struct reader *reader = user;

	(void)err;
	if (reader->skip)
		return VB_OK;
	if (reader->levels[reader->depth].kind == EL_T)
		buf_add(&reader->word, text, size);
	else if (reader->levels[reader->depth].kind == EL_INSTR)
		reader_field_code(reader, text, size);
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
	for (i = 0; i < WML_TABLE_DEPTH_MAX; i++)
		vec_release(&reader->tables[i].above);
	buf_release(&reader->word);
	buf_release(&reader->ruby);
	buf_release(&reader->instr);
	wml_counters_free(reader->counters);
	wml_counters_free(reader->box_counters);
	free(reader->open);
	free(reader->rels);
}

static int prepare(struct reader *reader, struct wml_story *story,
		   const char *part, const struct wml_context *context,
		   struct vb_error *err)
{
	const char **none = vec_push(&story->fonts);

	reader->story = story;
	story->part = arena_str(&story->arena, part);
	if (context)
		reader->context = *context;
	reader->instr.limit = READER_INSTR_MAX;
	reader->form.text = "";
	reader->usual_font = wml_styles_font(reader->context.styles);
	/* the first place is for runs that say nothing */
	if (!story->part || !none)
		return err_set(err, VB_NOMEM, "out of memory");
	*none = "";
	if (!reader->context.numbering)
		return VB_OK;
	reader->counters = wml_counters_new(reader->context.numbering);
	reader->box_counters = wml_counters_new(reader->context.numbering);
	if (!reader->counters || !reader->box_counters)
		return err_set(err, VB_NOMEM, "out of memory");
	return VB_OK;
}

int wml_read(struct wml_story **out, const void *xml, size_t size,
	     const char *part, const struct wml_context *context,
	     struct vb_error *err)
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
	code = prepare(reader, story, part, context, err);
	if (code == VB_OK)
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
	vec_release(&story->tables);
	vec_release(&story->cells);
	vec_release(&story->anchors);
	vec_release(&story->notes);
	vec_release(&story->fonts);
	arena_release(&story->arena);
	free(story);
}

const char *wml_font(const struct wml_story *story, unsigned font)
{
	return font < story->fonts.n ? story->fonts.at[font] : "";
}
