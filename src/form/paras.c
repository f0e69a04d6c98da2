/* paras.c - see paras.h. */
#include "form/paras.h"

#include "form/link.h"
#include "text/span.h"
#include "util/err.h"

#include <string.h>

static bool has_newline(const char *text, size_t size)
{
	return size && (memchr(text, '\n', size) || memchr(text, '\r', size));
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A run of blanks with a line break in it is one space: the XML was laid
 * out by hand. Everything else stays, tabs too. */
static int join_lines(struct arena *arena, struct answer_span *span)
{
	char *to;
	size_t i = 0, n = 0;

	if (!has_newline(span->text, span->size))
		return 0;
	to = arena_strn(arena, span->text, span->size);
	if (!to)
		return -1;
	while (i < span->size) {
		size_t end = i;

		while (end < span->size && is_blank(to[end]))
			end++;
		if (end > i && has_newline(to + i, end - i)) {
			to[n++] = ' ';
			i = end;
			continue;
		}
		if (end == i)
			end++;
		memmove(to + n, to + i, end - i);
		n += end - i;
		i = end;
	}
	to[n] = '\0';
	span->text = to;
	span->size = n;
	return 0;
}

bool span_same_link(const struct answer_span *a, const struct answer_span *b)
{
	if (!a->link || !b->link)
		return a->link == b->link;
	return strcmp(a->link, b->link) == 0;
}

int paras_check_links(const struct answer *answer, struct vb_error *err)
{
	size_t i, k;

	for (i = 0; i < answer->n_paras; i++)
		for (k = 0; k < answer->paras[i].n; k++) {
			const char *link = answer->paras[i].spans[k].link;
			const char *fault =
				link ? link_fault(link, strlen(link)) : NULL;

			if (fault)
				return err_set(err, VB_ANSWERS,
					       "the link '%.64s' in '%.64s' %s",
					       link, answer->id, fault);
		}
	return VB_OK;
}

static int make_link(struct arena *arena, struct answer_span *span)
{
	const char *c = span->link;

	if (!c)
		return 0;
	span->style &= ~(unsigned)STYLE_UNDERLINE;
	while (*c && !((unsigned char)*c & 0x80))
		c++;
	if (*c)
		span->link = link_ascii(arena, span->link, strlen(span->link));
	return span->link ? 0 : -1;
}

/* Drops empty spans and merges neighbours of one style. */
static int merge_spans(struct arena *arena, struct answer_para *para)
{
	size_t i, k, n = 0;

	for (i = 0; i < para->n; i = k) {
		struct answer_span first = para->spans[i];
		size_t total = 0, used = 0, at = 0;
		char *text;

		for (k = i; k < para->n; k++) {
			if (para->spans[k].size == 0)
				continue;
			if (used && (para->spans[k].style != first.style ||
				     !span_same_link(&para->spans[k], &first)))
				break;
			if (!used)
				first = para->spans[k];
			total += para->spans[k].size;
			used++;
		}
		if (used > 1) {
			text = arena_alloc(arena, total + 1);
			if (!text)
				return -1;
			for (; i < k; i++) {
				if (para->spans[i].size)
					memcpy(text + at, para->spans[i].text,
					       para->spans[i].size);
				at += para->spans[i].size;
			}
			first.text = text;
			first.size = total;
		}
		if (used)
			para->spans[n++] = first;
	}
	para->n = n;
	return 0;
}

/* Cuts a span to a piece of itself, NUL-terminated. */
static int cut_span(struct arena *arena, struct answer_span *span,
		    struct text_span piece)
{
	if (piece.size == span->size)
		return 0;
	span->text = arena_strn(arena, piece.at, piece.size);
	span->size = piece.size;
	return span->text ? 0 : -1;
}

/* Takes the spaces off both ends of a paragraph, over its spans. */
static int trim_para(struct arena *arena, struct answer_para *para)
{
	size_t i;

	for (i = 0; i < para->n; i++) {
		struct answer_span *span = &para->spans[i];
		struct text_span rest = text_trim(span->text, span->size);

		if (rest.size == 0) {
			span->size = 0;
			continue;
		}
		rest.size = span->size - (size_t)(rest.at - span->text);
		if (cut_span(arena, span, rest) < 0)
			return -1;
		break;
	}
	for (i = para->n; i > 0; i--) {
		struct answer_span *span = &para->spans[i - 1];
		struct text_span rest = text_trim(span->text, span->size);

		if (rest.size == 0) {
			span->size = 0;
			continue;
		}
		rest.size += (size_t)(rest.at - span->text);
		rest.at = span->text;
		return cut_span(arena, span, rest);
	}
	return 0;
}

/* ... nor do those at either end of a page: LibreOffice writes a page break
 * as the last word before it (measured: 7.4.7), Word often as all words of a
 * paragraph of its own. */
static void drop_beside_breaks(struct answer *answer)
{
	bool begins_page = false;
	size_t i, n = 0;

	for (i = 0; i < answer->n_paras; i++) {
		struct answer_para para = answer->paras[i];

		para.begins_page |= begins_page;
		begins_page = para.begins_page && para.n == 0;
		if (begins_page)
			continue;
		while (para.begins_page && n && answer->paras[n - 1].n == 0)
			n--;
		answer->paras[n++] = para;
	}
	answer->n_paras = n;
}

/* Empty paragraphs at either end say nothing and go; those inside stay. */
static void drop_outer(struct answer *answer)
{
	while (answer->n_paras && answer->paras[answer->n_paras - 1].n == 0)
		answer->n_paras--;
	while (answer->n_paras && answer->paras[0].n == 0) {
		answer->paras++;
		answer->n_paras--;
	}
	if (answer->n_paras)
		answer->paras[0].begins_page = false;
}

int paras_canonical(struct arena *arena, struct answer *answer)
{
	size_t i, k;

	for (i = 0; i < answer->n_paras; i++) {
		struct answer_para *para = &answer->paras[i];

		for (k = 0; k < para->n; k++)
			if (join_lines(arena, &para->spans[k]) < 0 ||
			    make_link(arena, &para->spans[k]) < 0)
				return -1;
		if (trim_para(arena, para) < 0 || merge_spans(arena, para) < 0)
			return -1;
	}
	drop_beside_breaks(answer);
	drop_outer(answer);
	return 0;
}

int paras_split(struct arena *arena, struct answer *answer)
{
	struct answer_span *spans;
	const char *text = answer->text;
	size_t n = 1, i, start = 0;

	for (i = 0; i < answer->size; i++)
		n += text[i] == '\n' || text[i] == '\r';
	spans = arena_array(arena, n, sizeof(*spans));
	answer->paras = arena_array(arena, n, sizeof(*answer->paras));
	if (!spans || !answer->paras)
		return -1;
	answer->n_paras = 0;
	for (i = 0; i <= answer->size; i++) {
		struct text_span line;

		if (i < answer->size && text[i] != '\n' && text[i] != '\r')
			continue;
		line = text_trim(text + start, i - start);
		start = i + 1;
		if (line.size == 0)
			continue;
		spans->text = arena_strn(arena, line.at, line.size);
		spans->size = line.size;
		if (!spans->text)
			return -1;
		answer->paras[answer->n_paras].spans = spans++;
		answer->paras[answer->n_paras++].n = 1;
	}
	answer->kind = VALUE_PARAS;
	answer->text = NULL;
	answer->size = 0;
	return 0;
}
