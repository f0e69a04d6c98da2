/*
 * marked.h - a filled document as people and programs change it: its words
 * with their marks as one string, what is expected of it, and the changes.
 */
#ifndef MARKED_H
#define MARKED_H

#include "gen.h"
#include "opc/opc.h"
#include "util/buf.h"
#include "util/vec.h"

#include <stdlib.h>

/* A value as it was filled, or as a change left it. */
struct marked_value {
	char id[64], level[64];
	int row;
	char *value;
	const struct field *field;
	const char *rule; /* a finding that must be told, or NULL */
	bool is_gone;	  /* not on the page any more, or not to be given */
};

struct marked {
	struct buf xml; /* of the body's part */
	struct {
		VEC(struct marked_value);
	} values;
	const struct vb_form *form;
	unsigned turn; /* for changes that choose */
	bool drops_report, drops_props;
};

static const char MARKED_END[] = "</w:sdtContent></w:sdt>";

/* ---- the string ---------------------------------------------------------- */
static const char *marked_at(const struct marked *m, size_t from,
			     const char *what)
{
	return from <= m->xml.size ? strstr(buf_cstr(&m->xml) + from, what)
				   : NULL;
}

/* SIZE_MAX when it is not there. */
static size_t marked_find(const struct marked *m, size_t from, const char *what)
{
	const char *at = marked_at(m, from, what);

	return at ? (size_t)(at - buf_cstr(&m->xml)) : SIZE_MAX;
}

/* The last one before `from`. */
static size_t marked_find_back(const struct marked *m, size_t from,
			       const char *what)
{
	size_t n = strlen(what);

	for (; from > 0; from--)
		if (from + n <= m->xml.size &&
		    memcmp(m->xml.data + from, what, n) == 0)
			return from;
	return SIZE_MAX;
}

static void marked_splice(struct marked *m, size_t from, size_t to,
			  const char *with, size_t size)
{
	struct buf out = BUF_INIT;

	buf_add(&out, m->xml.data, from);
	buf_add(&out, with, size);
	buf_add(&out, m->xml.data + to, m->xml.size - to);
	if (!buf_ok(&out))
		abort();
	buf_release(&m->xml);
	m->xml = out;
}

/* All of `what` by `with`; with `end`, through the next `end`. */
static void marked_replace(struct marked *m, const char *what, const char *end,
			   const char *with)
{
	struct buf out = BUF_INIT;
	const char *at = buf_cstr(&m->xml), *next;

	while ((next = strstr(at, what)) != NULL) {
		buf_add(&out, at, (size_t)(next - at));
		buf_adds(&out, with);
		at = next + strlen(what);
		if (end) {
			at = strstr(at, end);
			if (!at)
				abort();
			at += strlen(end);
		}
	}
	buf_adds(&out, at);
	if (!buf_ok(&out))
		abort();
	buf_release(&m->xml);
	m->xml = out;
}

/* ---- controls of figures ------------------------------------------------- */
struct marked_control {
	size_t first, end; /* the element */
	size_t word, word_end;
};

/* Past the bookmark around a control that ends at `end`. */
static size_t marked_past(const struct marked *m, size_t end)
{
	size_t at = marked_find(m, end, "<w:bookmarkEnd ");

	return at == end ? marked_find(m, at, "/>") + 2 : end;
}

static bool marked_control(const struct marked *m,
			   const struct marked_value *value,
			   struct marked_control *c)
{
	char tag[192];
	size_t at;

	snprintf(tag, sizeof(tag), "<w:tag w:val=\"%s%s%s\"/>", value->id,
		 value->level[0] ? "." : "", value->level);
	at = marked_find(m, 0, tag);
	if (at == SIZE_MAX || value->row)
		return false;
	c->first = marked_find_back(m, at, "<w:sdt>");
	c->word = marked_find(m, at, "xml:space=\"preserve\">") +
		  strlen("xml:space=\"preserve\">");
	c->word_end = marked_find(m, c->word, "</w:t>");
	c->end = marked_find(m, at, "</w:sdt>") + strlen("</w:sdt>");
	return c->first != SIZE_MAX && c->word_end < c->end;
}

/* Counts that were answered and have a control of their own. */
static bool marked_is_count(const struct marked *m,
			    const struct marked_value *value,
			    struct marked_control *c)
{
	return value->field->type == FIELD_COUNT && marked_control(m, value, c);
}

static void marked_set(struct marked_value *value, const char *text)
{
	free(value->value);
	value->value = strdup(text);
	if (!value->value)
		abort();
}

/* ---- marks that programs take away --------------------------------------- */
static void strip_controls(struct marked *m)
{
	marked_replace(m, "<w:sdt>", "<w:sdtContent>", "");
	marked_replace(m, MARKED_END, NULL, "");
}

static void strip_bookmarks(struct marked *m)
{
	marked_replace(m, "<w:bookmarkStart ", "/>", "");
	marked_replace(m, "<w:bookmarkEnd ", "/>", "");
}

static void strip_tags(struct marked *m)
{
	marked_replace(m, "<w:tag ", "/>", "");
}

static void strip_bindings(struct marked *m)
{
	marked_replace(m, "<w:dataBinding ", "/>", "");
}

static void drop_report(struct marked *m)
{
	m->drops_report = true;
}

static void drop_props(struct marked *m)
{
	m->drops_props = true;
}

static void leave_bookmarks(struct marked *m)
{
	strip_controls(m);
	drop_report(m);
}

static void leave_controls(struct marked *m)
{
	strip_bookmarks(m);
	strip_bindings(m);
	drop_report(m);
}

/* Long answers have none. */
static void leave_bindings(struct marked *m)
{
	strip_bookmarks(m);
	strip_tags(m);
}

/* ---- what Word does to runs ---------------------------------------------- */
static void split_runs(struct marked *m)
{
	static const char OPEN[] = "<w:t xml:space=\"preserve\">";
	size_t at = 0, run, text, end, half;
	struct buf with = BUF_INIT;

	while ((at = marked_find(m, at, OPEN)) != SIZE_MAX) {
		text = at + strlen(OPEN);
		end = marked_find(m, text, "</w:t>");
		run = marked_find_back(m, at, "<w:r>");
		half = text + (end - text) / 2;
		while (half < end && (m->xml.data[half] & 0xc0) == 0x80)
			half++;
		if (half == text || half == end || run == SIZE_MAX ||
		    memchr(m->xml.data + text, '&', end - text)) {
			at = end;
			continue;
		}
		buf_clear(&with);
		buf_adds(&with, "</w:t></w:r><w:proofErr "
				"w:type=\"spellStart\"/>");
		buf_add(&with, m->xml.data + run, text - run);
		marked_splice(m, half, half, buf_cstr(&with), with.size);
		at = end + with.size;
	}
	buf_release(&with);
}

static void add_noise(struct marked *m)
{
	marked_replace(m, "<w:p>", NULL,
		       "<w:p w:rsidR=\"00A1B2C3\" w:rsidRDefault=\"00D4E5F6\" "
		       "w:rsidP=\"00112233\">");
	marked_replace(m, "<w:r>", NULL, "<w:r w:rsidRPr=\"00AA11BB\">");
	marked_replace(m, "<w:t ", NULL, "<w:lastRenderedPageBreak/><w:t ");
}

/* ---- what people do to figures ------------------------------------------- */
/* Every third figure; the first one by turn. */
static void edit_each(struct marked *m, const char *before, const char *after)
{
	struct marked_control c;
	char text[32], shown[256];
	unsigned n = m->turn;
	size_t i;

	for (i = 0; i < m->values.n; i++) {
		struct marked_value *value = &m->values.at[i];

		if (!marked_is_count(m, value, &c) || n++ % 3)
			continue;
		snprintf(text, sizeof(text), "4%03u", n);
		snprintf(shown, sizeof(shown), "%s4.%03u%s", before, n, after);
		marked_set(value, text);
		marked_splice(m, c.word, c.word_end, shown, strlen(shown));
	}
}

static void edit_figures(struct marked *m)
{
	edit_each(m, "", "");
}

static void track_figures(struct marked *m)
{
	edit_each(m,
		  "</w:t></w:r><w:del w:id=\"9001\" w:author=\"A\"><w:r>"
		  "<w:delText>17</w:delText></w:r></w:del>"
		  "<w:ins w:id=\"9002\" w:author=\"A\"><w:r><w:t>",
		  "</w:t></w:r></w:ins><w:r><w:t>");
}

/* A digit right behind a figure makes another figure of it, that nobody can be
 * sure of. */
static void type_behind(struct marked *m)
{
	static const char ZERO[] = "<w:r><w:t>0</w:t></w:r>";
	struct marked_control c;
	unsigned n = m->turn;
	size_t i;

	for (i = 0; i < m->values.n; i++) {
		struct marked_value *value = &m->values.at[i];

		if (!marked_is_count(m, value, &c) || n++ % 3)
			continue;
		value->is_gone = true;
		value->rule = "value-ambiguous";
		c.end = marked_past(m, c.end);
		marked_splice(m, c.end, c.end, ZERO, strlen(ZERO));
	}
}

/* Within the bookmark the two are one figure to everybody. */
static void type_within(struct marked *m)
{
	static const char ZERO[] = "<w:r><w:t>0</w:t></w:r>";
	struct marked_control c;
	unsigned n = m->turn;
	char text[64];
	size_t i;

	for (i = 0; i < m->values.n; i++) {
		struct marked_value *value = &m->values.at[i];

		if (!marked_is_count(m, value, &c) || n++ % 3 ||
		    strlen(value->value) > 3 || strcmp(value->value, "0") == 0)
			continue;
		snprintf(text, sizeof(text), "%s0", value->value);
		marked_set(value, text);
		value->rule = "marks-disagree";
		marked_splice(m, c.end, c.end, ZERO, strlen(ZERO));
	}
}

static void type_beside(struct marked *m)
{
	static const char *const WORDS[] = {
		"<w:r><w:t xml:space=\"preserve\"> (tính đến hết quý II)"
		"</w:t></w:r>",
		"<w:r><w:t xml:space=\"preserve\"> (tính đến tháng 5)"
		"</w:t></w:r>"};
	const char *words = WORDS[m->turn % 2];
	struct marked_control c;
	size_t i;

	for (i = 0; i < m->values.n; i++)
		if (marked_is_count(m, &m->values.at[i], &c)) {
			c.end = marked_past(m, c.end);
			marked_splice(m, c.end, c.end, words, strlen(words));
		}
}

/* ---- what people do to lines --------------------------------------------- */
/* True when `at` is in the block control of a long answer. */
static bool marked_in_block(const struct marked *m, size_t at)
{
	size_t open = marked_find_back(m, at, "<w:sdtContent><w:p>");
	size_t end = open == SIZE_MAX ? SIZE_MAX
				      : marked_find(m, open, "</w:p></w:sdtC");

	return end != SIZE_MAX && end >= at;
}

static void insert_paras(struct marked *m)
{
	static const char PARA[] =
		"<w:p><w:r><w:t>Ghi chú của đơn vị: đã rà soát lần 2.</w:t>"
		"</w:r></w:p>";
	size_t at = 0;

	while ((at = marked_find(m, at, "<w:p>")) != SIZE_MAX) {
		if (!marked_in_block(m, at)) {
			marked_splice(m, at, at, PARA, strlen(PARA));
			at += strlen(PARA);
		}
		at++;
	}
}

/* Every line of a figure with the one behind it. */
static void merge_paras(struct marked *m)
{
	static const char GAP[] = "<w:r><w:t xml:space=\"preserve\"> </w:t>"
				  "</w:r>";
	size_t at = 0, next, from;

	while ((at = marked_find(m, at, "<w:bookmarkEnd ")) != SIZE_MAX) {
		next = marked_find(m, at, "</w:p><w:p><w:pPr>");
		from = marked_find(m, at, "</w:p>");
		at++;
		if (next == SIZE_MAX || from != next ||
		    marked_in_block(m, next) || marked_in_block(m, next + 12))
			continue;
		marked_splice(m, next,
			      marked_find(m, next, "</w:pPr>") +
				      strlen("</w:pPr>"),
			      GAP, strlen(GAP));
		at = next + strlen(GAP);
		/* two are enough */
		at = marked_find(m, at, "</w:p>");
	}
}

/* The first section behind the second one. */
static void move_sections(struct marked *m)
{
	static const char *const heads[] = {
		"<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/>",
		"<w:p><w:pPr><w:pStyle w:val=\"TieuDe2Cap1\"/>"};
	size_t i, a, b, c;
	struct buf first = BUF_INIT;

	for (i = 0; i < sizeof(heads) / sizeof(*heads); i++) {
		a = marked_find(m, 0, heads[i]);
		b = a == SIZE_MAX ? a : marked_find(m, a + 1, heads[i]);
		c = b == SIZE_MAX ? b : marked_find(m, b + 1, heads[i]);
		if (c == SIZE_MAX)
			continue;
		buf_add(&first, m->xml.data + a, b - a);
		marked_splice(m, c, c, buf_cstr(&first), first.size);
		marked_splice(m, a, b, "", 0);
		break;
	}
	buf_release(&first);
}

/* ---- what people do to rows ---------------------------------------------- */
/* The row of a figure that stands in a table of its own rows. */
static bool marked_row(const struct marked *m, size_t at, size_t *first,
		       size_t *end)
{
	size_t open = marked_find_back(m, at, "<w:tr>");
	size_t shut = marked_find_back(m, at, "</w:tr>");

	if (open == SIZE_MAX || (shut != SIZE_MAX && shut > open))
		return false;
	*first = open;
	*end = marked_find(m, at, "</w:tr>") + strlen("</w:tr>");
	return true;
}

/* The nth row that has a figure. */
static bool marked_nth_row(const struct marked *m, unsigned n, size_t *first,
			   size_t *end)
{
	struct marked_control c;
	size_t i, last = SIZE_MAX;

	for (i = 0; i < m->values.n; i++) {
		if (!marked_is_count(m, &m->values.at[i], &c) ||
		    !marked_row(m, c.first, first, end) || *first == last)
			continue;
		last = *first;
		if (n-- == 0)
			return true;
	}
	return false;
}

static void move_row(struct marked *m)
{
	size_t a, a_end, b, b_end;
	struct buf row = BUF_INIT;

	if (!marked_nth_row(m, m->turn, &a, &a_end) ||
	    !marked_nth_row(m, m->turn + 2, &b, &b_end))
		return;
	buf_add(&row, m->xml.data + a, a_end - a);
	if (b > a) {
		marked_splice(m, b_end, b_end, buf_cstr(&row), row.size);
		marked_splice(m, a, a_end, "", 0);
	}
	buf_release(&row);
}

static void remove_row(struct marked *m)
{
	struct marked_control c;
	size_t a, end, i;

	if (!marked_nth_row(m, m->turn, &a, &end))
		return;
	for (i = 0; i < m->values.n; i++)
		if (marked_control(m, &m->values.at[i], &c) && c.first > a &&
		    c.first < end)
			m->values.at[i].is_gone = true;
	marked_splice(m, a, end, "", 0);
}

/* As somebody adds one with another name: no marks, figures of its own. */
static void add_row(struct marked *m)
{
	struct marked row = {.turn = 0};
	size_t a, end;

	if (!marked_nth_row(m, m->turn, &a, &end))
		return;
	buf_add(&row.xml, m->xml.data + a, end - a);
	strip_controls(&row);
	strip_bookmarks(&row);
	marked_splice(m, end, end, buf_cstr(&row.xml), row.xml.size);
	buf_release(&row.xml);
}

/* Copied and pasted with its controls: two places that say the same. */
static void copy_row(struct marked *m)
{
	struct marked row = {.turn = 0};
	size_t a, end;

	if (!marked_nth_row(m, m->turn, &a, &end))
		return;
	buf_add(&row.xml, m->xml.data + a, end - a);
	strip_bookmarks(&row);
	marked_splice(m, end, end, buf_cstr(&row.xml), row.xml.size);
	buf_release(&row.xml);
}

/* ---- controls that change places ----------------------------------------- */
/* The nth figure and the next one behind it in another paragraph. */
static bool marked_pair(const struct marked *m, unsigned n,
			struct marked_value **a, struct marked_value **b)
{
	struct marked_control x, y;
	size_t i, k;

	for (i = 0; i < m->values.n; i++) {
		if (!marked_is_count(m, &m->values.at[i], &x) || n-- > 0)
			continue;
		for (k = i + 1; k < m->values.n; k++)
			if (marked_is_count(m, &m->values.at[k], &y) &&
			    y.first > x.end &&
			    marked_find(m, x.end, "</w:p>") < y.first &&
			    strcmp(m->values.at[i].value,
				   m->values.at[k].value) != 0) {
				*a = &m->values.at[i];
				*b = &m->values.at[k];
				return true;
			}
		return false;
	}
	return false;
}

/* With the bookmark around it. */
static void marked_whole(const struct marked *m, struct marked_control *c)
{
	c->first = marked_find_back(m, c->first, "<w:bookmarkStart ");
	c->end = marked_past(m, c->end);
}

/* What a person sees at the words is the value. */
static void swap_pair(struct marked *m, bool with_bookmark)
{
	struct marked_value *a, *b;
	struct marked_control x, y;
	struct buf first = BUF_INIT, second = BUF_INIT;
	char *value;

	if (!marked_pair(m, m->turn, &a, &b) || !marked_control(m, a, &x) ||
	    !marked_control(m, b, &y))
		return;
	if (with_bookmark) {
		marked_whole(m, &x);
		marked_whole(m, &y);
	}
	buf_add(&first, m->xml.data + x.first, x.end - x.first);
	buf_add(&second, m->xml.data + y.first, y.end - y.first);
	marked_splice(m, y.first, y.end, buf_cstr(&first), first.size);
	marked_splice(m, x.first, x.end, buf_cstr(&second), second.size);
	value = a->value;
	a->value = b->value;
	b->value = value;
	a->rule = b->rule = "marks-disagree";
	buf_release(&first);
	buf_release(&second);
}

static void swap_controls(struct marked *m)
{
	swap_pair(m, false);
}

static void swap_wholes(struct marked *m)
{
	swap_pair(m, true);
}

static void swap_bare(struct marked *m)
{
	leave_controls(m);
	swap_pair(m, false);
}

#endif
