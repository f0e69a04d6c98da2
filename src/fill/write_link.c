/*
 * write_link.c - runs of words, and the links among them (ECMA-376-1
 * 17.16.22). An address is a relationship of the part it is written into, one
 * for all its links.
 */
#include "fill/write.h"

#include "form/paras.h"
#include "util/err.h"

#define R_NS \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static void add_words(struct buf *out, const char *text, size_t size)
{
	ADD(out, "<w:t xml:space=\"preserve\">");
	buf_add_text(out, text, size);
	ADD(out, "</w:t>");
}

void write_run(struct buf *out, const struct span *rpr, const char *text,
	       size_t size)
{
	size_t i, start = 0;

	ADD(out, "<w:r>");
	write_span(out, rpr);
	for (i = 0; i < size; i++) {
		if (text[i] != '\t' && text[i] != '\n')
			continue;
		if (i > start)
			add_words(out, text + start, i - start);
		if (text[i] == '\t')
			ADD(out, "<w:tab/>");
		else
			ADD(out, "<w:br/>");
		start = i + 1;
	}
	if (start < size || size == 0)
		add_words(out, text + start, size - start);
	ADD(out, "</w:r>");
}

static int open_link(struct renderer *r, const struct answer *answer,
		     const char *address)
{
	struct vb_error fault = {0};
	const char *id = "";
	int rc = media_link(&id, &r->media, r->program->part_name, address,
			    &fault);

	if (rc) {
		if (answer->line)
			err_where(&r->err, "line %d", answer->line);
		err_part(&r->err, r->program->part_name);
		return err_set(&r->err, fault.code, "the link '%.80s': %s",
			       address, fault.text);
	}
	ADD(r->out, "<w:hyperlink xmlns:r=\"" R_NS "\" r:id=\"");
	buf_adds(r->out, id);
	ADD(r->out, "\" w:history=\"1\">");
	return VB_OK;
}

bool write_has_style(const struct answer *answer)
{
	size_t i, j;

	for (i = 0; i < answer->n_paras; i++) {
		const struct answer_para *para = &answer->paras[i];

		if (para->begins_page)
			return true;
		for (j = 0; j < para->n; j++)
			if (para->spans[j].style || para->spans[j].link)
				return true;
	}
	return false;
}

int write_spans(struct renderer *r, const struct slot *slot,
		const struct answer *answer, const struct answer_para *para)
{
	const struct answer_span *last = NULL;
	bool is_open = false;
	size_t i;

	for (i = 0; i < para->n; i++) {
		const struct answer_span *span = &para->spans[i];
		bool is_link = span->link && slot->takes_links;
		int rc = VB_OK;

		if (is_open && !span_same_link(span, last)) {
			ADD(r->out, "</w:hyperlink>");
			is_open = false;
		}
		if (is_link && !is_open)
			rc = open_link(r, answer, span->link);
		if (rc)
			return rc;
		is_open = is_link;
		write_run(r->out,
			  is_link ? &slot->link_rpr[span->style %
						    FILL_LINK_STYLES]
				  : &slot->rpr[span->style % FILL_STYLES],
			  span->text, span->size);
		last = span;
	}
	if (is_open)
		ADD(r->out, "</w:hyperlink>");
	return VB_OK;
}
