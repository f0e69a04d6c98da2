/*
 * anchor_take_text.c - short texts, days, documents and files of a fitted
 * line: where their words end, and whether they look like one.
 */
#include "extract/anchor.h"

#include "text/letters.h"
#include "text/span.h"

#include <string.h>

enum {
	UNIT_WORDS = 3,
	LEAD_SIZE = 16,
	LEAD_WORDS = 6, /* before a colon */
	TEXT_WORDS_MAX = 30
};

/* The words of tokens from..to in one paragraph, without what the form or
 * habit puts around them. */
void anchor_range(const struct anchorer *a, struct wml_mark *mark, size_t para,
		  size_t from, size_t to)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];
	const struct token *tokens = a->text.tokens.at;
	size_t first = a->text.first[para], next = a->text.first[para + 1];

	mark->first = mark->last = para;
	mark->start = from > first
			      ? tokens[from - 1].start + tokens[from - 1].size
			      : 0;
	mark->end = to < next ? tokens[to].start : p->size;
	if (mark->end < mark->start)
		mark->end = mark->start;
}

/* Spaces, and a dash that begins what stands behind: "Viettel - Số". */
static size_t trim_spaces(const struct wml_para *p, size_t start, size_t end)
{
	while (end > start) {
		if (strchr(" \t\n", p->text[end - 1]))
			end--;
		else if (end > start + 1 &&
			 memcmp(p->text + end - 2, "\xc2\xa0", 2) == 0)
			end -= 2;
		else if (end > start + 1 && p->text[end - 1] == '-' &&
			 strchr(" \n", p->text[end - 2]))
			end--;
		else if (end > start + 3 &&
			 memcmp(p->text + end - 4, " \xe2\x80\x93", 4) == 0)
			end -= 3;
		else
			break;
	}
	return end;
}

/* Brackets that the form, or habit, puts around an answer. */
static void trim_brackets(const struct wml_para *p, struct wml_mark *mark)
{
	const char *text = p->text + mark->start;
	size_t size = mark->end - mark->start;
	const char *open = memchr(text, '(', size);
	const char *close = memchr(text, ')', size);

	if (size > 1 && open == text && (!close || close == text + size - 1)) {
		mark->start++;
		mark->end -= close != NULL;
	} else if (size > 1 && !open && close == text + size - 1) {
		mark->end--;
	}
}

/* "gồm: Zoom, MS Teams": the words that lead to a list go. */
static void trim_list(const struct wml_para *p, struct wml_mark *mark)
{
	const char *colon = memchr(p->text + mark->start, ':',
				   mark->end - mark->start);
	char bare[LEAD_SIZE];
	size_t size;

	if (!colon)
		return;
	size = text_bare(bare, sizeof(bare), p->text + mark->start,
			 (size_t)(colon - p->text) - mark->start);
	if ((size == 3 && memcmp(bare, "gom", 3) == 0) ||
	    (size == 6 && memcmp(bare, "gom co", 6) == 0) ||
	    (size == 7 && memcmp(bare, "bao gom", 7) == 0))
		mark->start = (size_t)(colon - p->text) + 1;
}

/* Words that say what a document, a day or a file is, and are none. */
static bool is_label_word(const struct token *t)
{
	static const char *const WORDS[] = {
		"so",	"hieu",	 "ngai", "thang", "nam",  "ban", "hanh",
		"minh", "chung", "kem",	 "theo",  "gui",  "la",	 "ten",
		"file", "tep",	 "dinh", "lam",	  "link", "va"};

	return token_is_among(t, WORDS, sizeof(WORDS) / sizeof(*WORDS));
}

/* "kèm theo: a.pdf", "số, ngày: 12/KH": the words to the colon go. */
static void trim_label(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	const struct token *t = a->text.tokens.at;
	size_t i = anchor_first_token(&a->text, mark), at;
	size_t end = a->text.first[mark->first + 1];

	for (; i < end && is_label_word(&t[i]); i++) {
		at = t[i].start + t[i].size;
		while (at < mark->end && strchr(" )", p->text[at]))
			at++;
		if (at < mark->end && p->text[at] == ':') {
			mark->start = at + 1;
			break;
		}
	}
}

/* A bracket that was opened before a text closes behind it. */
static void trim_close(const struct wml_para *p, struct wml_mark *mark)
{
	size_t open = 0, i;

	for (i = 0; i < mark->end; i++) {
		if (p->text[i] == '(')
			open++;
		if (p->text[i] != ')' || open == 0)
			continue;
		open--;
		if (i > mark->start && open == 0 &&
		    !memchr(p->text + mark->start, '(', i - mark->start)) {
			mark->end = i;
			break;
		}
	}
}

/* "số 45/KH-THCS ngày ...": a sign of it that is a word of the form too, "kế
 * hoạch", does not begin behind it. */
static void widen_number(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	const struct token *t = a->text.tokens.at;
	size_t first = a->text.first[mark->first], i = first;
	size_t end = a->text.first[mark->first + 1], stroke = SIZE_MAX;

	/* the last number with a stroke before it, and nothing but signs
	 * joined to it up to here */
	for (; i < end && t[i].start < mark->start; i++) {
		size_t behind = t[i].start + t[i].size;

		if (t[i].kind == TOKEN_NUMBER && behind < p->size &&
		    p->text[behind] == '/')
			stroke = i;
		else if (stroke != SIZE_MAX && p->text[t[i].start - 1] == ' ')
			stroke = SIZE_MAX;
	}
	if (stroke == SIZE_MAX)
		return;
	mark->start = t[stroke].start;
	if (stroke > first && token_is(&t[stroke - 1], "so"))
		mark->start = t[stroke - 1].start;
}

/* "phương thức đánh giá là trắc nghiệm": the verb is the sentence's. */
static void trim_verb(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	const struct token *t = a->text.tokens.at;
	size_t i = anchor_first_token(&a->text, mark);
	size_t end = a->text.first[mark->first + 1];

	if (i + 1 < end && t[i + 1].start < mark->end &&
	    t[i].start == mark->start && token_is(&t[i], "la") &&
	    letter_is_small_at(p->text, p->size, t[i].start))
		mark->start = t[i + 1].start;
}

/* What is left of a leader behind a text that is no list, or before it too:
 * "tháng 6/2022…", "…Toán, Văn…". */
static void trim_leader(const struct wml_para *p, struct wml_mark *mark)
{
	size_t end = mark->end;
	bool is_list = memchr(p->text + mark->start, ',', end - mark->start) ||
		       memchr(p->text + mark->start, ';', end - mark->start);

	if (is_list &&
	    (mark->start < 3 || !text_is_ellipsis(p->text + mark->start - 3)))
		return;
	while (end > mark->start + 3 &&
	       (text_is_ellipsis(p->text + end - 3) ||
		memcmp(p->text + end - 3, "...", 3) == 0))
		end -= 3;
	mark->end = end;
}

/* "Không đạt – mới có 30%": a dash sets a text off from what is before it. */
static void trim_dash(const struct wml_para *p, struct wml_mark *mark)
{
	size_t n = text_dash_size(p->text + mark->start,
				  mark->end - mark->start);

	if (n > 0 && mark->start > 0 && mark->start + n + 1 < mark->end &&
	    p->text[mark->start + n] == ' ')
		mark->start += n + 1;
}

/* "đạt: 12 CSGD;" is "12": what a text is set off with goes. */
static void trim_text(const struct anchorer *a, struct wml_mark *mark,
		      const struct item *item)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	struct text_span tail = text_trim(item->tail, item->tail_size);

	anchor_trim_head(a, mark);
	trim_list(p, mark);
	if (item->field->type == FIELD_DOCREF)
		widen_number(a, mark);
	if (item->field->type != FIELD_TEXT)
		trim_label(a, mark);
	anchor_trim_head(a, mark);
	if (item->field->type == FIELD_TEXT)
		trim_dash(p, mark);
	trim_close(p, mark);
	mark->end = trim_spaces(p, mark->start, mark->end);
	if (tail.size && mark->end - mark->start >= tail.size &&
	    memcmp(p->text + mark->end - tail.size, tail.at, tail.size) == 0)
		mark->end -= tail.size;
	else if (mark->end > mark->start &&
		 strchr(";,(", p->text[mark->end - 1]))
		mark->end--;
	mark->end = trim_spaces(p, mark->start, mark->end);
	trim_brackets(p, mark);
}

/* What the form writes behind the blank before it, which got nothing, is no
 * word of it: "/KH" behind an empty number. */
static void trim_joint(const struct anchorer *a, struct wml_mark *mark,
		       size_t i)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	struct text_span tail;

	if (i == 0 || a->items.at[i - 1].kind != ITEM_BLANK)
		return;
	tail = text_trim(a->items.at[i - 1].tail, a->items.at[i - 1].tail_size);
	if (tail.size && mark->end - mark->start >= tail.size &&
	    memcmp(p->text + mark->start, tail.at, tail.size) == 0)
		mark->start += tail.size;
}

/* What ends the sentence of a day or a file is no part of it. */
static void trim_stop(const struct anchorer *a, struct wml_mark *mark,
		      const struct field *field)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];

	size_t i;

	if (field->type == FIELD_TEXT)
		return;
	/* a sentence ends, and no "TP." */
	for (i = mark->start + 1; i + 1 < mark->end; i++)
		if (p->text[i] == '.' && p->text[i + 1] == ' ' &&
		    !(p->text[i - 1] >= 'A' && p->text[i - 1] <= 'Z'))
			mark->end = i;
	while (mark->end > mark->start && strchr(".;,", p->text[mark->end - 1]))
		mark->end--;
}

static bool is_of_word(char c)
{
	return (c >= '0' && c <= '9') ||
	       ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* "MC06.pdf" is no "minh chứng" and "06.pdf": a text begins with its word; not
 * with the end of one of other letters. */
static void widen_word(const struct wml_para *p, struct wml_mark *mark)
{
	size_t at = mark->start;

	while (at > 0 && at < mark->end && is_of_word(p->text[at]) &&
	       is_of_word(p->text[at - 1]))
		at--;
	if (at == 0 || !((unsigned char)p->text[at - 1] & 0x80))
		mark->start = at;
}

/* "02 nền tảng (Zoom, Teams)": the unit of the figure before, and in brackets
 * the text. */
static void trim_unit(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	const char *text = p->text + mark->start;
	size_t size = mark->end - mark->start, words = 0, i;
	const char *open = memchr(text, '(', size);

	if (!open || memchr(text, ')', size) || mark->end >= p->size ||
	    p->text[mark->end] != ')')
		return;
	for (i = 0; text + i < open; i++)
		words += text[i] == ' ';
	if (words <= UNIT_WORDS)
		mark->start += (size_t)(open + 1 - text);
}

/* The token at which "có 123", "với 12 lượt" begins: a figure's. */
static size_t figure_in(const struct anchorer *a, const struct fit *fit)
{
	static const char *const BEFORE[] = {"co", "voi", "dat", "duoc"};
	const struct token *t = a->text.tokens.at;
	size_t k;

	for (k = fit->from; k + 1 < fit->to; k++)
		if (t[k + 1].kind == TOKEN_NUMBER &&
		    token_is_among(&t[k], BEFORE,
				   sizeof(BEFORE) / sizeof(*BEFORE)))
			return k;
	return SIZE_MAX;
}

/* A comma parts a text from the figure behind it: ", có 123". */
static void trim_figure(const struct anchorer *a, struct wml_mark *mark,
			const struct fit *fit)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	size_t figure = figure_in(a, fit), at;

	if (figure == SIZE_MAX || figure == fit->from ||
	    anchor_para_of(&a->text, figure) != mark->first)
		return;
	for (at = a->text.tokens.at[figure].start; at > mark->start; at--)
		if (p->text[at - 1] != ' ')
			break;
	if (at > mark->start && at <= mark->end && p->text[at - 1] == ',')
		mark->end = at - 1;
}

/* ... and nothing does. */
static bool has_figure(const struct anchorer *a, const struct fit *fit,
		       const struct wml_mark *mark)
{
	size_t figure = figure_in(a, fit);

	return figure != SIZE_MAX &&
	       a->text.tokens.at[figure].start < mark->end &&
	       figure + 2 >= fit->to;
}

/* "gồm: ...", "Tỉ lệ: ...": words that lead to something else. */
static bool begins_with_lead(const struct anchorer *a,
			     const struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	size_t i, words = 0;

	for (i = mark->start; i < mark->end && words < LEAD_WORDS; i++) {
		words += p->text[i] == ' ';
		if (p->text[i] == ':' && i + 1 < mark->end &&
		    (p->text[i + 1] == ' ' ||
		     (unsigned char)p->text[i + 1] == 0xc2))
			return true;
	}
	return false;
}

/* "minh chứng 1.pdf": without the colon of the form, words before a number may
 * be the name's. */
static bool may_be_cut(const struct anchorer *a, size_t i)
{
	const struct fit *fit = &a->fits[i];
	const struct item *before = i ? &a->items.at[i - 1] : NULL;
	const struct token *t = &a->text.tokens.at[fit->from];

	return before && before->kind == ITEM_WORD &&
	       a->fits[i - 1].to == fit->from &&
	       a->fits[i - 1].from < fit->from && t->kind == TOKEN_NUMBER &&
	       memchr(before->tail, ':', before->tail_size) &&
	       t->start == t[-1].start + t[-1].size + 1;
}

/* Of the words of the form before it only some like "kinh" for "minh" were
 * found. */
static bool is_guessed(const struct anchorer *a, size_t i)
{
	size_t found = 0;

	while (i-- > 0 && a->items.at[i].kind == ITEM_WORD) {
		if (a->fits[i].from == a->fits[i].to)
			continue;
		if (a->fits[i].is_exact)
			return false;
		found++;
	}
	return found > 0;
}

/* A word of the form that stands alone before a text, without its colon, may
 * be the text's: "(lớp tin học)" behind "tên lớp:". */
static bool may_begin_before(const struct anchorer *a, size_t i)
{
	const struct fit *fits = a->fits;
	const struct item *items = a->items.at;

	return i > 1 && items[i - 1].kind == ITEM_WORD &&
	       items[i - 2].kind == ITEM_WORD &&
	       fits[i - 1].to == fits[i].from &&
	       fits[i - 1].from < fits[i].from &&
	       (fits[i - 2].from == fits[i - 2].to ||
		fits[i - 2].to != fits[i - 1].from) &&
	       memchr(items[i - 1].tail, ':', items[i - 1].tail_size) &&
	       !anchor_is_break(a, fits[i].from);
}

/* Words of a row's question, none of the form's right before them: the answer
 * is in another cell. */
static bool is_question(const struct anchorer *a, size_t i, size_t para)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];

	return p->depth > 0 && !a->is_led && i > 0 &&
	       a->fits[i].from > a->text.first[para] &&
	       para + 1 < a->text.wml->paras.n && p[1].depth == p->depth &&
	       p[1].table == p->table && p[1].row == p->row &&
	       p[1].cell != p->cell && a->items.at[i - 1].kind == ITEM_WORD &&
	       a->fits[i - 1].from == a->fits[i - 1].to &&
	       !anchor_is_break(a, a->fits[i].from);
}

/* "thời gian từ tháng 9", without an end. */
static bool is_since(const struct anchorer *a, const struct fit *fit)
{
	const struct token *t = a->text.tokens.at;
	size_t i;

	if (!token_is(&t[fit->from], "tu") || anchor_is_break(a, fit->from))
		return false;
	for (i = fit->from + 1; i < fit->to; i++)
		if (token_is(&t[i], "den"))
			return false;
	return true;
}

/* "Có" says that there is a file, and is none. */
static bool is_yes(const struct anchorer *a, const struct wml_mark *mark)
{
	static const char *const WORDS[] = {"co", "da co", "khong", "chua"};
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	char bare[LEAD_SIZE];
	size_t size = text_bare(bare, sizeof(bare), p->text + mark->start,
				mark->end - mark->start);
	size_t i;

	for (i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++)
		if (size == strlen(WORDS[i]) &&
		    memcmp(bare, WORDS[i], size) == 0)
			return true;
	return false;
}

/* "Nền tảng" is what the figure of the line counts, in a column of units. */
static bool is_unit(const struct anchorer *a, const struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	char text[LEAD_SIZE], unit[LEAD_SIZE];
	size_t n = text_bare(text, sizeof(text), p->text + mark->start,
			     mark->end - mark->start);
	size_t i, size;

	for (i = 0; i < a->items.n; i++) {
		const struct field *field = a->items.at[i].field;

		if (!field || !field->unit)
			continue;
		size = text_bare(unit, sizeof(unit), field->unit,
				 strlen(field->unit));
		/* one that fills its room may have been cut */
		if (size == n && n < sizeof(unit) && memcmp(text, unit, n) == 0)
			return true;
	}
	return false;
}

/* How much a short text looks like one. */
static double sure_of_text(const struct anchorer *a, size_t i,
			   const struct wml_mark *mark)
{
	const struct fit *fit = &a->fits[i];
	size_t para;

	if (fit->from == fit->to)
		return 1;
	if (is_guessed(a, i))
		return ANCHOR_DOUBT_TEXT;
	if (a->items.at[i].field->type == FIELD_EVIDENCE && is_yes(a, mark))
		return ANCHOR_DOUBT_TEXT;
	if (a->items.at[i].field->type == FIELD_EVIDENCE && may_be_cut(a, i))
		return ANCHOR_DOUBT_TEXT;
	if (a->items.at[i].field->type != FIELD_TEXT)
		return 1;
	if (may_begin_before(a, i) || is_since(a, fit) || is_unit(a, mark))
		return ANCHOR_DOUBT_TEXT;
	para = anchor_para_of(&a->text, fit->from);
	if (is_question(a, i, para))
		return ANCHOR_DOUBT_TEXT;
	/* the words that lead to it are not before it */
	if (!a->is_led && i > 0 && fit->from == a->text.first[para] &&
	    para == a->home && a->items.at[i - 1].kind == ITEM_WORD)
		return ANCHOR_DOUBT_TEXT;
	if (fit->to - fit->from > TEXT_WORDS_MAX || has_figure(a, fit, mark) ||
	    begins_with_lead(a, mark))
		return ANCHOR_DOUBT_TEXT;
	return 1;
}

/* A text stands in one paragraph. */
int anchor_take_text(struct anchorer *a, struct sighting *s, size_t i)
{
	const struct fit *fit = &a->fits[i];
	struct wml_mark mark = {.kind = WML_BOOKMARK, .name = ""};
	size_t para = fit->from < fit->to ? anchor_para_of(&a->text, fit->from)
					  : anchor_blank_para(a, fit->from);

	mark.alias = mark.xpath = "";
	anchor_range(a, &mark, para, fit->from, fit->to);
	trim_text(a, &mark, &a->items.at[i]);
	trim_joint(a, &mark, i);
	trim_stop(a, &mark, s->field);
	if (s->field->type == FIELD_EVIDENCE)
		widen_word(&a->text.wml->paras.at[mark.first], &mark);
	if (s->field->type == FIELD_TEXT) {
		trim_figure(a, &mark, fit);
		trim_verb(a, &mark);
		trim_leader(&a->text.wml->paras.at[mark.first], &mark);
		trim_unit(a, &mark);
	}
	/* signs alone are the form's, or a leader */
	if (fit->from == fit->to)
		mark.end = mark.start;
	s->sure *= sure_of_text(a, i, &mark);
	return anchor_see(a, s, &mark);
}
