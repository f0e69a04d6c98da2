/*
 * plain.c - the reading of a document as plain text, `vb_read_text`: what
 * Word's own "save as text" writes, with what that leaves out.
 *
 *	body, notes, comments, headers and footers, in this order, as Word
 *	a paragraph a line, its number before it; a row of simple cells a
 *	line, the columns of its grid parted by tabs
 *	words of w:caps in capitals; hidden words in U+27E6 U+27E7, those of a
 *	placeholder in U+2039 U+203A; the mark of a note as [^1]
 *
 * The signs are no letters, so that a comparison of words is not troubled.
 */
#include "extract/plain.h"

#include "text/caps.h"
#include "text/norm.h"
#include "util/buf.h"
#include "util/err.h"
#include "wml/bound.h"
#include "wml/document.h"
#include "wml/numformat.h"

#include <stdlib.h>
#include <string.h>

struct plain {
	struct buf out;
	const struct wml_document *document;
	const struct wml_story *story;
	size_t anchor;	     /* the next one of the story */
	size_t notes[2];     /* footnotes and endnotes met so far */
	bool is_row;	     /* tabs and line ends would break the row */
	unsigned row;	     /* the serial of the last row that began */
	bool has_links;	     /* the targets of links are asked for */
	unsigned open_style; /* hidden, placeholder: opened by a sign */
};

/* ---- words --------------------------------------------------------------- */

static void add_words(struct plain *plain, const char *text, size_t size,
		      unsigned style)
{
	struct buf *out = &plain->out;
	size_t start = out->size, to, i;

	if (style & (RUN_CAPS | RUN_SMALL_CAPS))
		text_caps(out, text, size);
	else
		buf_add(out, text, size);
	if (!buf_ok(out))
		return;
	/* a soft hyphen is not seen; in a row a line end or tab would lie */
	for (i = to = start; i < out->size; i++) {
		char c = out->data[i];

		if (c == '\xc2' && i + 1 < out->size &&
		    out->data[i + 1] == '\xad') {
			i++;
			continue;
		}
		if (plain->is_row && (c == '\n' || c == '\t'))
			c = ' ';
		out->data[to++] = c;
	}
	out->size = to;
	out->data[to] = '\0';
}

static void set_style(struct plain *plain, unsigned style)
{
	unsigned was = plain->open_style;
	unsigned now = style & (RUN_HIDDEN | RUN_PLACEHOLDER);

	if (was == now)
		return;
	if (was & RUN_HIDDEN)
		buf_adds(&plain->out, "\xe2\x9f\xa7");
	if (was & RUN_PLACEHOLDER)
		buf_adds(&plain->out, "\xe2\x80\xba");
	if (now & RUN_PLACEHOLDER)
		buf_adds(&plain->out, "\xe2\x80\xb9");
	if (now & RUN_HIDDEN)
		buf_adds(&plain->out, "\xe2\x9f\xa6");
	plain->open_style = now;
}

static void note_number(struct buf *out, bool is_endnote, size_t n)
{
	/* as Word numbers them when nothing is said (17.11.18) */
	numformat_add(out,
		      is_endnote ? NUMFORMAT_LOWER_ROMAN : NUMFORMAT_DECIMAL,
		      (long)n, 0);
}

static void add_anchor(struct plain *plain, const struct wml_para *para,
		       const struct wml_anchor *anchor)
{
	struct buf *out = &plain->out;
	bool is_endnote = anchor->kind == WML_ENDNOTE;
	size_t size = strlen(anchor->target);

	switch (anchor->kind) {
	case WML_FOOTNOTE:
	case WML_ENDNOTE:
		plain->notes[is_endnote]++;
		if (anchor->has_mark)
			break;
		buf_adds(out, "[^");
		note_number(out, is_endnote, plain->notes[is_endnote]);
		buf_addc(out, ']');
		break;
	case WML_LINK:
		/* one whose words are the address says it already */
		if (plain->has_links && size &&
		    !(anchor->end - anchor->start == size &&
		      memcmp(para->text + anchor->start, anchor->target,
			     size) == 0))
			buf_addf(out, " <%s>", anchor->target);
		break;
	case WML_UNREAD:
		buf_addf(out, "[not read: %s]\n", anchor->target);
		break;
	case WML_VALUE:
		buf_add(out, anchor->target, size);
		break;
	case WML_COMMENT:
		break;
	}
}

/* The next anchor of the paragraph whose end lies at or before `to`. */
static const struct wml_anchor *next_anchor(const struct plain *plain,
					    size_t para, size_t to)
{
	const struct wml_story *story = plain->story;
	const struct wml_anchor *anchor;

	if (plain->anchor >= story->anchors.n)
		return NULL;
	anchor = &story->anchors.at[plain->anchor];
	return anchor->para == para && anchor->end <= to ? anchor : NULL;
}

/* Where the words of a bound control begin that another text stands for, and
 * that ends behind `to`; `to` when there is none. */
static size_t value_start(const struct plain *plain, size_t para, size_t to)
{
	const struct wml_story *story = plain->story;
	const struct wml_anchor *anchor;

	if (plain->anchor >= story->anchors.n)
		return to;
	anchor = &story->anchors.at[plain->anchor];
	return anchor->kind == WML_VALUE && anchor->para == para &&
			       anchor->start < to
		       ? anchor->start
		       : to;
}

/* The words of a paragraph from `at` to `to`, of one span. */
static void add_span(struct plain *plain, size_t index, size_t at, size_t to,
		     unsigned style)
{
	const struct wml_para *para = &plain->story->paras.at[index];
	const struct wml_anchor *anchor;
	size_t end;

	while ((anchor = next_anchor(plain, index, to))) {
		end = anchor->kind == WML_VALUE ? anchor->start : anchor->end;
		if (end > at)
			add_words(plain, para->text + at, end - at, style);
		if (anchor->end > at)
			at = anchor->end;
		add_anchor(plain, para, anchor);
		plain->anchor++;
	}
	end = value_start(plain, index, to);
	if (end > at)
		add_words(plain, para->text + at, end - at, style);
}

static void add_para(struct plain *plain, size_t index)
{
	const struct wml_para *para = &plain->story->paras.at[index];
	const struct wml_anchor *anchor;
	size_t i;

	if (para->is_gone)
		return;
	if (para->label[0]) {
		buf_adds(&plain->out, para->label);
		if (para->suffix)
			buf_addc(&plain->out,
				 plain->is_row ? ' ' : para->suffix);
	}
	for (i = 0; i < para->n_spans; i++) {
		const struct wml_span *span = &para->spans[i];

		set_style(plain, span->style);
		add_span(plain, index, span->start, span->start + span->size,
			 span->style);
	}
	set_style(plain, 0);
	/* what stands behind the last word, or in an empty paragraph */
	while (plain->anchor < plain->story->anchors.n &&
	       plain->story->anchors.at[plain->anchor].para <= index) {
		anchor = &plain->story->anchors.at[plain->anchor++];
		if (anchor->para == index)
			add_anchor(plain, para, anchor);
	}
}

/* ---- tables -------------------------------------------------------------- */

/* Behind the paragraphs of the row that `first` begins. */
static size_t row_end(const struct wml_story *story, size_t first)
{
	const struct wml_para *at = &story->paras.at[first];
	size_t i = first + 1;

	while (i < story->paras.n && story->paras.at[i].depth >= at->depth &&
	       (story->paras.at[i].row_serial == at->row_serial ||
		story->paras.at[i].depth > at->depth))
		i++;
	return i;
}

/* One paragraph a cell, nothing nested: the row fits on a line. */
static bool is_simple(const struct wml_story *story, size_t first, size_t end)
{
	size_t i;

	for (i = first; i < end; i++) {
		const struct wml_para *para = &story->paras.at[i];

		if (para->depth != story->paras.at[first].depth ||
		    para->box != story->paras.at[first].box ||
		    (i > first && para->cell == para[-1].cell) ||
		    (i > first && para->label[0]) ||
		    (para->size && memchr(para->text, '\n', para->size)))
			return false;
	}
	return true;
}

static void add_row(struct plain *plain, size_t first, size_t end)
{
	const struct wml_para *paras = plain->story->paras.at;
	unsigned column = 1;
	size_t i;

	if (paras[first].is_gone)
		return;
	plain->is_row = true;
	for (i = first; i < end; i++) {
		for (; column < paras[i].column; column++)
			buf_addc(&plain->out, '\t');
		add_para(plain, i);
	}
	plain->is_row = false;
	while (plain->out.size && plain->out.data[plain->out.size - 1] == '\t')
		plain->out.size--;
	buf_addc(&plain->out, '\n');
}

static void add_paras(struct plain *plain, size_t first, size_t end)
{
	const struct wml_story *story = plain->story;
	size_t i = first, next;

	while (i < end) {
		const struct wml_para *para = &story->paras.at[i];

		/* serials grow: a smaller one goes on behind a nested table */
		if (para->row_serial > plain->row) {
			plain->row = para->row_serial;
			next = row_end(story, i);
			if (next <= end && is_simple(story, i, next)) {
				add_row(plain, i, next);
				i = next;
				continue;
			}
		}
		if (!para->is_gone) {
			add_para(plain, i);
			buf_addc(&plain->out, '\n');
		}
		i++;
	}
}

/* ---- stories ------------------------------------------------------------- */

static void start_story(struct plain *plain, const struct wml_story *story)
{
	plain->story = story;
	plain->anchor = 0;
	plain->row = 0;
}

static bool has_words(const struct wml_story *story, size_t first, size_t end)
{
	size_t i;

	for (i = first; i < end; i++)
		if (story->paras.at[i].size || story->paras.at[i].label[0])
			return true;
	return false;
}

/* The anchors of the paragraphs from `first` on. */
static void seek_anchors(struct plain *plain, size_t first)
{
	const struct wml_story *story = plain->story;
	size_t low = 0, high = story->anchors.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (story->anchors.at[mid].para < first)
			low = mid + 1;
		else
			high = mid;
	}
	plain->anchor = low;
}

static void add_note(struct plain *plain, const struct wml_note *note, size_t n)
{
	if (plain->story->kind == WML_COMMENTS) {
		buf_addf(&plain->out, "[%s%zu] ", note->initials, n);
	} else {
		buf_adds(&plain->out, "[^");
		note_number(&plain->out, plain->story->kind == WML_ENDNOTES, n);
		buf_adds(&plain->out, "] ");
	}
	seek_anchors(plain, note->first);
	plain->row = 0;
	add_paras(plain, note->first, note->end);
}

static int by_id(const void *a, const void *b)
{
	const struct wml_note *const *x = a, *const *y = b;

	return (*x)->id < (*y)->id ? -1 : (*x)->id > (*y)->id;
}

/* The notes in the order of their marks in the body. */
static void add_notes(struct plain *plain, const struct wml_story *story)
{
	const struct wml_story *body = plain->document->stories.at[0];
	enum wml_anchor_kind kind = story->kind == WML_FOOTNOTES  ? WML_FOOTNOTE
				    : story->kind == WML_ENDNOTES ? WML_ENDNOTE
								  : WML_COMMENT;
	const struct wml_note **notes;
	size_t i, n = 0, count = 0;

	notes = calloc(story->notes.n + 1, sizeof(*notes));
	if (!notes) {
		plain->out.failed = true;
		return;
	}
	for (i = 0; i < story->notes.n; i++)
		if (!story->notes.at[i].is_separator)
			notes[count++] = &story->notes.at[i];
	qsort(notes, count, sizeof(*notes), by_id);
	plain->story = story;
	for (i = 0; i < body->anchors.n; i++) {
		struct wml_note wanted = {.id = body->anchors.at[i].id};
		const struct wml_note *key = &wanted, **found;

		if (body->anchors.at[i].kind != kind)
			continue;
		n++;
		found = bsearch(&key, notes, count, sizeof(*notes), by_id);
		if (found)
			add_note(plain, *found, n);
	}
	free(notes);
}

static void add_story(struct plain *plain, const struct wml_story *story)
{
	if (story->kind == WML_MAIN) {
		start_story(plain, story);
		add_paras(plain, 0, story->paras.n);
	} else if (story->kind >= WML_FOOTNOTES) {
		add_notes(plain, story);
	} else if (has_words(story, 0, story->paras.n)) {
		start_story(plain, story);
		buf_addf(&plain->out, "\n[%s]\n",
			 story->kind == WML_HEADER ? "header" : "footer");
		add_paras(plain, 0, story->paras.n);
	}
}

static void write_stories(struct plain *plain)
{
	static const enum wml_story_kind order[] = {WML_MAIN,	  WML_FOOTNOTES,
						    WML_ENDNOTES, WML_COMMENTS,
						    WML_HEADER,	  WML_FOOTER};
	const struct wml_document *document = plain->document;
	size_t i, k;

	for (k = 0; k < sizeof(order) / sizeof(*order); k++)
		for (i = 0; i < document->stories.n; i++)
			if (document->stories.at[i]->kind == order[k])
				add_story(plain, document->stories.at[i]);
}

static bool has_bound(const struct wml_document *document)
{
	size_t i, k;

	for (i = 0; i < document->stories.n; i++)
		for (k = 0; k < document->stories.at[i]->marks.n; k++)
			if (document->stories.at[i]->marks.at[k].xpath[0])
				return true;
	return false;
}

static int apply_bound(struct wml_document *document, struct vb_error *err)
{
	struct wml_bound *bound = NULL;
	size_t i;
	int code;

	if (!has_bound(document))
		return VB_OK;
	code = wml_bound_open(&bound, document->opc, err);
	for (i = 0; i < document->stories.n && code == VB_OK; i++)
		code = wml_bound_apply(bound, document->stories.at[i], err);
	wml_bound_free(bound);
	return code;
}

int plain_text(struct vb_blob *out, const struct opc *opc, unsigned flags,
	       struct vb_error *err)
{
	struct plain plain = {.has_links = flags & VB_TEXT_LINKS};
	struct wml_document *document = NULL;
	struct buf text = BUF_INIT;
	int code;

	code = wml_document_read(
		&document, opc,
		WML_READ_NOTES |
			(flags & VB_TEXT_REJECTED ? WML_READ_REJECTED : 0),
		err);
	if (code != VB_OK)
		return code;
	plain.document = document;
	code = apply_bound(document, err);
	if (code == VB_OK)
		write_stories(&plain);
	wml_document_free(document);
	if (code != VB_OK) {
		buf_release(&plain.out);
		return code;
	}
	if (!buf_ok(&plain.out))
		return buf_take(&plain.out, out, err);
	/* a letter and its mark may stand in two runs */
	text_nfc(&text, buf_cstr(&plain.out), plain.out.size);
	buf_release(&plain.out);
	return buf_take(&text, out, err);
}

int vb_read_text(const char *path, unsigned flags, struct vb_blob *out,
		 struct vb_error *err)
{
	struct opc *opc = NULL;
	int code = opc_open(&opc, path, err);

	if (code == VB_OK)
		code = plain_text(out, opc, flags, err);
	if (code != VB_OK)
		err_file(err, path);
	opc_free(opc);
	return code;
}
