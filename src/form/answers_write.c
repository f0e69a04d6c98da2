/* answers_write.c - canonical XML: two equal answers are two equal files. */
#include "form/paras.h"
#include "form/xml.h"

#include "text/norm.h"
#include "util/err.h"

#include <string.h>

struct writer {
	struct buf *out;
	struct buf nfc; /* the text in hand */
};

static void add_text(struct writer *writer, const char *text, size_t size)
{
	if (text_is_nfc(text, size)) {
		buf_add_text(writer->out, text, size);
		return;
	}
	buf_clear(&writer->nfc);
	text_nfc(&writer->nfc, text, size);
	if (!buf_ok(&writer->nfc))
		writer->out->failed = true;
	buf_add_text(writer->out, buf_cstr(&writer->nfc), writer->nfc.size);
}

static void add_attribute(struct writer *writer, const char *name,
			  const char *value)
{
	buf_addc(writer->out, ' ');
	buf_adds(writer->out, name);
	buf_adds(writer->out, "=\"");
	buf_clear(&writer->nfc);
	text_nfc(&writer->nfc, value, strlen(value));
	if (!buf_ok(&writer->nfc))
		writer->out->failed = true;
	buf_add_attr(writer->out, buf_cstr(&writer->nfc), writer->nfc.size);
	buf_addc(writer->out, '"');
}

static void indent(struct writer *writer, int depth)
{
	while (depth-- > 0)
		buf_adds(writer->out, "  ");
}

static void add_close(struct writer *writer, const char *name)
{
	buf_adds(writer->out, "</");
	buf_adds(writer->out, name);
	buf_adds(writer->out, ">\n");
}

/* One element of one line; NULL writes nothing. */
static void add_leaf(struct writer *writer, const char *name, const char *text,
		     int depth)
{
	if (!text)
		return;
	indent(writer, depth);
	buf_addf(writer->out, "<%s>", name);
	add_text(writer, text, strlen(text));
	add_close(writer, name);
}

static void add_span(struct writer *writer, const struct answer_span *span)
{
	struct buf *out = writer->out;

	if (span->style & STYLE_BOLD)
		buf_adds(out, "<b>");
	if (span->style & STYLE_ITALIC)
		buf_adds(out, "<i>");
	if (span->style & STYLE_UNDERLINE)
		buf_adds(out, "<u>");
	add_text(writer, span->text, span->size);
	if (span->style & STYLE_UNDERLINE)
		buf_adds(out, "</u>");
	if (span->style & STYLE_ITALIC)
		buf_adds(out, "</i>");
	if (span->style & STYLE_BOLD)
		buf_adds(out, "</b>");
}

/* One <a> around all its spans. */
static void add_spans(struct writer *writer, const struct answer_para *para)
{
	const struct answer_span *last = NULL;
	size_t i;

	for (i = 0; i < para->n; i++) {
		const struct answer_span *span = &para->spans[i];
		bool goes_on = last && span_same_link(span, last);

		if (last && last->link && !goes_on)
			buf_adds(writer->out, "</a>");
		if (span->link && !goes_on) {
			buf_adds(writer->out, "<a");
			add_attribute(writer, "href", span->link);
			buf_addc(writer->out, '>');
		}
		add_span(writer, span);
		last = span;
	}
	if (last && last->link)
		buf_adds(writer->out, "</a>");
}

static void add_paras(struct writer *writer, const struct answer *answer,
		      int depth)
{
	size_t i;

	for (i = 0; i < answer->n_paras; i++) {
		const struct answer_para *para = &answer->paras[i];

		if (para->begins_page) {
			indent(writer, depth);
			buf_adds(writer->out, "<pagebreak/>\n");
		}
		indent(writer, depth);
		if (para->n == 0) {
			buf_adds(writer->out, "<p/>\n");
			continue;
		}
		buf_adds(writer->out, "<p>");
		add_spans(writer, para);
		add_close(writer, "p");
	}
}

/* `name` is the answer, or the list it is a bare value of. */
static void open_tag(struct writer *writer, const struct answer *name,
		     int depth)
{
	indent(writer, depth);
	buf_addc(writer->out, '<');
	buf_adds(writer->out, name->id);
	if (name->level[0])
		add_attribute(writer, "level", name->level);
}

static bool is_empty(const struct answer *answer)
{
	switch (answer->kind) {
	case VALUE_EMPTY:
		return true;
	case VALUE_TEXT:
		return answer->size == 0;
	case VALUE_PARAS:
		return answer->n_paras == 0;
	case VALUE_DOCREF:
		return !answer->docref.number && !answer->docref.date &&
		       !answer->docref.issuer;
	case VALUE_FILES:
		return answer->n_files == 0;
	case VALUE_ROWS:
		return answer->n_rows == 0;
	}
	return true;
}

static void add_group(struct writer *writer, const struct answer_group *group,
		      int depth);

/* A value that is not empty and no list, its tag open. */
static void add_value(struct writer *writer, const struct answer *answer,
		      const struct answer *name, int depth)
{
	size_t i;

	buf_addc(writer->out, '>');
	if (answer->kind == VALUE_TEXT) {
		add_text(writer, answer->text, answer->size);
		add_close(writer, name->id);
		return;
	}
	buf_addc(writer->out, '\n');
	if (answer->kind == VALUE_PARAS)
		add_paras(writer, answer, depth + 1);
	add_leaf(writer, "number", answer->docref.number, depth + 1);
	add_leaf(writer, "date", answer->docref.date, depth + 1);
	add_leaf(writer, "issuer", answer->docref.issuer, depth + 1);
	for (i = 0; i < answer->n_files; i++)
		add_leaf(writer, "file", answer->files[i], depth + 1);
	indent(writer, depth);
	add_close(writer, name->id);
}

static bool is_item(const struct answer_group *row)
{
	return row->n == 1 && strcmp(row->at[0].id, ANSWERS_ITEM) == 0;
}

static void add_row(struct writer *writer, const struct answer *answer,
		    const struct answer_group *row, int depth)
{
	open_tag(writer, answer, depth);
	if (row->n == 0 || (is_item(row) && is_empty(&row->at[0]))) {
		buf_adds(writer->out, "/>\n");
		return;
	}
	if (is_item(row)) {
		add_value(writer, &row->at[0], answer, depth);
		return;
	}
	buf_adds(writer->out, ">\n");
	/* no reader makes it deeper; it bounds the recursion */
	if (depth > ANSWERS_DEPTH_MAX + 1)
		writer->out->failed = true;
	else
		add_group(writer, row, depth + 1);
	indent(writer, depth);
	add_close(writer, answer->id);
}

static void add_answer(struct writer *writer, const struct answer *answer,
		       int depth)
{
	size_t i;

	if (answer->kind == VALUE_ROWS && answer->n_rows) {
		for (i = 0; i < answer->n_rows; i++)
			add_row(writer, answer, &answer->rows[i], depth);
		return;
	}
	open_tag(writer, answer, depth);
	if (is_empty(answer))
		buf_adds(writer->out, "/>\n");
	else
		add_value(writer, answer, answer, depth);
}

static void add_group(struct writer *writer, const struct answer_group *group,
		      int depth)
{
	size_t i;

	for (i = 0; i < group->n; i++)
		add_answer(writer, &group->at[i], depth);
}

void answers_serialize_element(struct buf *out,
			       const struct vb_answers *answers)
{
	struct writer writer = {.out = out};

	buf_adds(out, "<answers xmlns=\"" ANSWERS_NS "\"");
	if (answers->form_id[0])
		add_attribute(&writer, "form", answers->form_id);
	if (answers->version[0])
		add_attribute(&writer, "version", answers->version);
	if (answers->unit[0])
		add_attribute(&writer, "unit", answers->unit);
	if (answers->base.n == 0 && answers->top.n == 0) {
		buf_adds(out, "/>\n");
	} else {
		buf_adds(out, ">\n");
		if (answers->base.n) {
			buf_adds(out, "  <base>\n");
			add_group(&writer, &answers->base, 2);
			buf_adds(out, "  </base>\n");
		}
		add_group(&writer, &answers->top, 1);
		buf_adds(out, "</answers>\n");
	}
	buf_release(&writer.nfc);
}

void answers_serialize(struct buf *out, const struct vb_answers *answers)
{
	buf_adds(out, ANSWERS_HEAD);
	answers_serialize_element(out, answers);
}

int vb_answers_write(const struct vb_answers *answers, struct vb_blob *out,
		     struct vb_error *err)
{
	struct buf buf = BUF_INIT;

	answers_serialize(&buf, answers);
	return buf_take(&buf, out, err);
}
