/* typed_docx.h - a typed report as a DOCX without any mark of ours. */
#ifndef TYPED_DOCX_H
#define TYPED_DOCX_H

#include "damage.h"

#include <utf8proc.h>

#define TYPED_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

struct typed_writer {
	const struct typed *t;
	const struct paper *paper;
	struct gen dice;
	struct buf out;
	bool in_row, in_cell, has_para;
	unsigned width; /* of a column */
	size_t letters; /* in the line in hand */
};

enum {
	TYPED_LINE = 80 /* letters: the next space breaks it */
};

static void typed_escape(struct typed_writer *w, const char *text, size_t size)
{
	utf8proc_uint8_t *nfd = NULL;
	size_t i;

	if (w->paper->decomposes) {
		utf8proc_ssize_t n = utf8proc_map(
			(const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size,
			&nfd, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);

		if (n < 0)
			abort();
		text = (const char *)nfd;
		size = (size_t)n;
	}
	for (i = 0; i < size; i++) {
		if (text[i] == '&')
			buf_adds(&w->out, "&amp;");
		else if (text[i] == '<')
			buf_adds(&w->out, "&lt;");
		else
			buf_addc(&w->out, text[i]);
	}
	free(nfd);
}

/* The bytes up to the space at which the line in hand is full; 0 when it goes
 * on. */
static size_t typed_break(struct typed_writer *w, const char *text, size_t size)
{
	size_t i;

	for (i = 0; i < size && w->paper->breaks_lines && !w->in_cell; i++) {
		if (text[i] == ' ' && i > 0 && w->letters >= TYPED_LINE) {
			w->letters = 0;
			return i;
		}
		w->letters += (text[i] & 0xc0) != 0x80;
	}
	return 0;
}

static void typed_run(struct typed_writer *w, const char *text, size_t size)
{
	const char *tab;
	size_t line;

	while ((line = typed_break(w, text, size)) > 0) {
		buf_adds(&w->out, "<w:r><w:t xml:space=\"preserve\">");
		typed_escape(w, text, line);
		buf_adds(&w->out, "</w:t></w:r></w:p><w:p>");
		text += line + 1;
		size -= line + 1;
	}

	while (size > 0) {
		size_t n = size, k;

		if (w->paper->splits_runs) {
			n = 1 + gen_below(&w->dice, 9);
			for (k = n < size ? n : size;
			     k < size && (text[k] & 0xc0) == 0x80;)
				k++;
			n = k;
		}
		tab = memchr(text, '\t', n);
		if (tab)
			n = (size_t)(tab - text);
		buf_adds(&w->out, "<w:r><w:t xml:space=\"preserve\">");
		typed_escape(w, text, n);
		buf_adds(&w->out, "</w:t>");
		if (tab) {
			buf_adds(&w->out, "<w:tab/>");
			n++;
		}
		buf_adds(&w->out, "</w:r>");
		if (w->paper->splits_runs && gen_below(&w->dice, 4) == 0)
			buf_adds(&w->out,
				 "<w:proofErr w:type=\"spellStart\"/>");
		text += n;
		size -= n;
	}
}

static void typed_value_run(struct typed_writer *w, const struct typed_para *p,
			    const struct typed_value *value)
{
	bool is_figure = typed_is_figure(value->field);

	if (w->paper->tracks && is_figure)
		buf_adds(&w->out, "<w:del w:id=\"901\" w:author=\"A\"><w:r>"
				  "<w:delText>.....</w:delText></w:r></w:del>"
				  "<w:ins w:id=\"902\" w:author=\"A\">");
	typed_run(w, p->text.data + value->start, value->size);
	if (w->paper->tracks && is_figure)
		buf_adds(&w->out, "</w:ins>");
	if (w->paper->has_note && is_figure && gen_below(&w->dice, 4) == 0)
		buf_adds(&w->out,
			 "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/>"
			 "</w:rPr><w:footnoteReference w:id=\"2\"/></w:r>");
	if (w->paper->hides && is_figure && gen_below(&w->dice, 4) == 0)
		buf_adds(&w->out, "<w:r><w:rPr><w:vanish/></w:rPr><w:t "
				  "xml:space=\"preserve\"> (x 7)</w:t></w:r>");
}

static void typed_write_para(struct typed_writer *w, const struct typed_para *p)
{
	size_t at = 0, i;

	w->letters = 0;
	buf_adds(&w->out, "<w:p>");
	if (w->paper->lists && p->is_title)
		buf_adds(&w->out, "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/>"
				  "<w:numId w:val=\"1\"/></w:numPr></w:pPr>");
	for (i = 0; i < p->values.n; i++) {
		const struct typed_value *value = &p->values.at[i];

		typed_run(w, p->text.data + at, value->start - at);
		typed_value_run(w, p, value);
		at = value->start + value->size;
	}
	if (p->text.size > at)
		typed_run(w, p->text.data + at, p->text.size - at);
	buf_adds(&w->out, "</w:p>");
	w->has_para = true;
}

static void typed_end_cell(struct typed_writer *w)
{
	if (w->in_cell && !w->has_para)
		buf_adds(&w->out, "<w:p/>");
	if (w->in_cell)
		buf_adds(&w->out, "</w:tc>");
	w->in_cell = false;
}

static void typed_end_row(struct typed_writer *w)
{
	typed_end_cell(w);
	if (w->in_row)
		buf_adds(&w->out, "</w:tr>");
	w->in_row = false;
}

/* Row spans are written as empty cells below: what the reader resolves. */
static void typed_write(struct typed_writer *w, const struct typed_para *p)
{
	unsigned i;

	switch (p->kind) {
	case TYPED_PARA:
		typed_write_para(w, p);
		break;
	case TYPED_TABLE:
		/* LibreOffice lays cells by the grid */
		buf_adds(&w->out, "<w:tbl><w:tblPr><w:tblW w:w=\"9000\" "
				  "w:type=\"dxa\"/></w:tblPr><w:tblGrid>");
		for (i = 0; i < p->colspan; i++)
			buf_addf(&w->out, "<w:gridCol w:w=\"%u\"/>",
				 9000 / p->colspan);
		buf_adds(&w->out, "</w:tblGrid>");
		w->width = 9000 / p->colspan;
		break;
	case TYPED_ROW:
		typed_end_row(w);
		buf_adds(&w->out, "<w:tr>");
		w->in_row = true;
		break;
	case TYPED_CELL:
		typed_end_cell(w);
		buf_addf(&w->out,
			 "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>",
			 w->width * p->colspan);
		if (p->colspan > 1)
			buf_addf(&w->out, "<w:gridSpan w:val=\"%u\"/>",
				 p->colspan);
		if (p->rowspan > 1)
			buf_adds(&w->out, "<w:vMerge w:val=\"restart\"/>");
		buf_adds(&w->out, "</w:tcPr>");
		w->in_cell = true;
		w->has_para = false;
		break;
	case TYPED_TABLE_END:
		typed_end_row(w);
		buf_adds(&w->out, "</w:tbl>");
		break;
	}
}

/* Cells that a row span reaches into; columns are counted as they are laid. */
struct typed_spans {
	unsigned down[64], across[64], column;
};

static void typed_below(struct typed_writer *w, struct typed_spans *s)
{
	while (s->column < 64 && s->down[s->column]) {
		unsigned across = s->across[s->column];

		typed_end_cell(w);
		buf_addf(&w->out,
			 "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>"
			 "<w:gridSpan w:val=\"%u\"/>"
			 "<w:vMerge/></w:tcPr><w:p/></w:tc>",
			 w->width * across, across);
		s->down[s->column]--;
		s->column += across;
	}
}

static void typed_track_spans(struct typed_writer *w, struct typed_spans *s,
			      const struct typed_para *p)
{
	if (p->kind == TYPED_TABLE)
		memset(s, 0, sizeof(*s));
	if (p->kind == TYPED_ROW || p->kind == TYPED_TABLE_END) {
		if (w->in_row)
			typed_below(w, s);
		s->column = 0;
	}
	if (p->kind == TYPED_CELL && s->column < 64) {
		typed_below(w, s);
		s->down[s->column] = p->rowspan - 1;
		s->across[s->column] = p->colspan;
	}
}

static void typed_docx(struct vb_blob *out, const struct typed *t,
		       const struct paper *paper)
{
	static const char TYPES[] =
		"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
		"content-types\"><Default Extension=\"rels\" ContentType=\""
		"application/vnd.openxmlformats-package.relationships+xml\"/>"
		"<Override PartName=\"/word/document.xml\" ContentType=\""
		"application/vnd.openxmlformats-officedocument."
		"wordprocessingml.document.main+xml\"/></Types>";
	static const char RELS[] =
		"<Relationships xmlns=\"http://schemas.openxmlformats.org/"
		"package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
		"http://schemas.openxmlformats.org/officeDocument/2006/"
		"relationships/officeDocument\" Target=\"word/document.xml\"/>"
		"</Relationships>";
	struct typed_writer w = {.t = t, .paper = paper};
	struct typed_spans spans = {.column = 0};
	struct vb_error err = {0};
	size_t i;

	w.dice.state = t->dice.state + 1;
	buf_adds(&w.out, "<w:document xmlns:w=\"" TYPED_W "\"><w:body>");
	for (i = 0; i < t->paras.n; i++) {
		const struct typed_para *p = &t->paras.at[i];

		if (p->is_gone)
			continue;
		typed_track_spans(&w, &spans, p);
		typed_write(&w, p);
		if (p->kind == TYPED_CELL)
			spans.column += p->colspan;
	}
	buf_adds(&w.out, "<w:sectPr/></w:body></w:document>");
	{
		const struct opc_item items[] = {
			{"[Content_Types].xml", NULL, TYPES, sizeof(TYPES) - 1},
			{"_rels/.rels", NULL, RELS, sizeof(RELS) - 1},
			{"word/document.xml", NULL, w.out.data, w.out.size}};

		if (!buf_ok(&w.out) || opc_build(out, items, 3, &err))
			abort();
	}
	buf_release(&w.out);
}

#endif
