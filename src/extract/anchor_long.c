/*
 * anchor_long.c - what stands among the paragraphs of a long answer and is
 * none of it: what was left of a hint of the form, the cells beside its own, a
 * table with other answers.
 */
#include "extract/anchor_topic.h"

#include "text/letters.h"
#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	HINT_MIN = 5,	   /* words: fewer may be anybody's */
	HINT_REACH = 60,   /* words of a hint that were left out in a row */
	LEAD_REST_MAX = 2, /* words that a hand put to a lead */
	OWN_SHARE = 8, /* a lead of its own has so little of a long question */
	HALF_WORDS_MIN = 3,
	HALF_WORDS_MAX = 10,
	REST_WORDS_MAX = 12,
	LEAD_WORDS = 6
};

/* A paragraph so like the question is the lead of the answer below it. */
#define LIKE_LEAD 0.4
/* ... and a sentence before the answer; of its words the share that it has. */
#define LIKE_SENTENCE 0.6
#define ASKED_SHARE   0.5
/* Of a line that has its own words, and what follows is the answer. */
#define LIKE_WHOLE 0.95

static const struct wml_para *para_of(const struct anchorer *a, size_t para)
{
	return &a->text.wml->paras.at[para];
}

static void end_at(const struct anchorer *a, struct wml_mark *mark, size_t last)
{
	mark->last = last;
	mark->end = para_of(a, last)->size;
}

/* ---- tables -------------------------------------------------------------- */

/* "Kết quả", "Khó khăn": an answer in a cell ends with it. */
static void leave_row(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *first = para_of(a, mark->first);
	size_t last = mark->last;

	if (!first->cell)
		return;
	while (last > mark->first &&
	       para_of(a, last)->row_serial == first->row_serial &&
	       para_of(a, last)->cell != first->cell)
		last--;
	if (last < mark->last && para_of(a, last)->cell == first->cell)
		end_at(a, mark, last);
}

/* Cells of another time before its own: anchor_aside.c. */
static void leave_aside(const struct anchorer *a, struct wml_mark *mark)
{
	while (mark->first < mark->last && a->text.is_aside[mark->first]) {
		mark->first++;
		mark->start = 0;
	}
	while (mark->last > mark->first && a->text.is_aside[mark->last])
		end_at(a, mark, mark->last - 1);
}

/* Tables with answers to other blanks, by number. */
static bool *find_tables(const struct anchorer *a)
{
	const struct extractor *ex = a->ex;
	bool *found = calloc(a->text.wml->tables.n + 1, sizeof(*found));
	size_t i;

	for (i = 0; found && i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (s->story == 0 && s->sure >= READING_SURE_MIN &&
		    para_of(a, s->mark->first)->cell)
			found[para_of(a, s->mark->first)->table] = true;
	}
	return found;
}

static void leave_tables(const struct anchorer *a, struct wml_mark *mark,
			 const bool *tables)
{
	size_t i;

	if (para_of(a, mark->first)->cell)
		return;
	for (i = mark->first + 1; i <= mark->last; i++)
		if (para_of(a, i)->cell && tables[para_of(a, i)->table])
			break;
	if (i > mark->last)
		return;
	/* nor is a caption of its own, nor an empty line before it */
	while (i > mark->first + 1 && a->text.first[i - 1] == a->text.first[i])
		i--;
	end_at(a, mark, i - 1);
}

/* ---- hints --------------------------------------------------------------- */

static bool has_hint(const struct anchorer *a, const struct block *block)
{
	size_t i;

	for (i = block->item; i < block->item + block->n_items; i++)
		if (a->page.items.at[i].kind == ITEM_WORD &&
		    a->page.items.at[i].is_optional)
			return true;
	return false;
}

/* The item of a hint that a token is, from `item` on; the end for none. */
static size_t find_word(const struct anchorer *a, const struct block *block,
			size_t item, const struct token *token)
{
	size_t end = block->item + block->n_items, n = 0;

	for (; item < end && n < HINT_REACH; item++) {
		const struct item *it = &a->page.items.at[item];

		if (it->kind != ITEM_WORD || !it->is_optional)
			continue;
		if (it->word.hash == token->hash)
			return item;
		n++;
	}
	return end;
}

/* "Tình hình chung của đơn vị": a word that narrows nothing. */
static bool is_general(const struct token *t)
{
	static const char *const WORDS[] = {"chung", "cu", "te", "the", "thuc"};

	return token_is_among(t, WORDS, sizeof(WORDS) / sizeof(*WORDS));
}

/* Where, behind the words of a hint that tokens from `from` on are, the answer
 * begins; `from` when they are none. */
static size_t hint_end(const struct anchorer *a, const struct block *block,
		       size_t para, size_t from, size_t to)
{
	size_t item = block->item, end = block->item + block->n_items;
	size_t i, best = from;

	for (i = from; i < to; i++) {
		size_t found = find_word(a, block, item, &a->text.tokens.at[i]);

		if (found == end &&
		    (i == from || !is_general(&a->text.tokens.at[i])))
			break;
		if (found < end)
			item = found + 1;
		if (i + 1 - from >= HINT_MIN &&
		    (i + 1 == to ||
		     anchor_has_sign(&a->text, para, i, ".:;!\n")))
			best = i + 1;
	}
	return best;
}

/* The words of a hint may be those that an answer begins with: "đã ban hành".
 * An answer begins with its sentence. */
static void begin_sentence(const struct anchorer *a, struct wml_mark *mark)
{
	const char *text = para_of(a, mark->first)->text;
	size_t at = mark->start;

	/* "Chỉ đạo điều hành (văn bản, quy chế)" */
	if (text[at] == '(')
		return;
	while (at > 0 && !strchr(".:;!?\n", text[at - 1]))
		at--;
	if (at == 0 || text[at - 1] == ':' || text[at] != ' ')
		return;
	while (at < mark->start && text[at] == ' ')
		at++;
	mark->start = at;
}

static void leave_hint(const struct anchorer *a, struct wml_mark *mark,
		       const struct block *block)
{
	const struct token *t = a->text.tokens.at;
	size_t from = a->text.first[mark->first];
	size_t to = a->text.first[mark->first + 1], end;

	while (from < to && t[from].start < mark->start)
		from++;
	if (mark->last == mark->first)
		while (to > from && t[to - 1].start >= mark->end)
			to--;
	if (to <= from)
		return;
	if (has_hint(a, block))
		begin_sentence(a, mark);
	while (from > a->text.first[mark->first] &&
	       t[from - 1].start >= mark->start)
		from--;
	end = hint_end(a, block, mark->first, from, to);
	/* "Đôn đốc: ..." below its question; "1. Văn bản đã ban hành: ...", "2.
	 * Kinh phí: ..." */
	if (end == from ||
	    (end - from <= LEAD_WORDS &&
	     !anchor_colon_soon(&a->text, mark->first, end) &&
	     anchor_has_sign(&a->text, mark->first, end - 1, ":") &&
	     ((mark->start == 0 && block->likeness >= LIKE_WHOLE &&
	       block->para < mark->first) ||
	      (mark->last > mark->first &&
	       anchor_has_lead(&a->text, mark->first + 1)))))
		return;
	if (end < to) {
		mark->start = t[end].start;
	} else if (mark->last > mark->first) {
		mark->first++;
		mark->start = 0;
	} else {
		mark->start = mark->end;
	}
}

/* "Báo cáo đầu năm học: đã nộp", where the form has "Báo cáo đầu năm:": a word
 * or two behind its own, and a colon, are of the lead. */
static void leave_lead(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = para_of(a, mark->first);
	const struct token *t = a->text.tokens.at;
	size_t i = anchor_first_token(&a->text, mark), n = 0, at;
	size_t end = a->text.first[mark->first + 1];

	/* words of the lead stand before, and no sign parts them from it */
	if (i == a->text.first[mark->first] || i == end ||
	    t[i - 1].start + t[i - 1].size + 1 != t[i].start ||
	    p->text[t[i].start - 1] != ' ')
		return;
	if (mark->last == mark->first)
		while (end > i && t[end - 1].start >= mark->end)
			end--;
	for (; i < end && n < LEAD_REST_MAX; i++, n++) {
		if (t[i].kind != TOKEN_WORD ||
		    !letter_is_small_at(p->text, p->size, t[i].start))
			return;
		at = t[i].start + t[i].size;
		if (at < p->size && p->text[at] == ':' && i + 1 < end) {
			mark->start = t[i + 1].start;
			return;
		}
		if (at >= p->size || p->text[at] != ' ')
			return;
	}
}

/* ---- what is left of a lead ---------------------------------------------- */

static bool is_blank_sign(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Words of the lead stand right before, and no sign parts them from it. */
static bool goes_on(const struct wml_para *p, size_t at)
{
	while (at > 0 && is_blank_sign(p->text[at - 1]))
		at--;
	return at > 0 && !strchr(":.;!?", p->text[at - 1]);
}

/* A bracket before a place closes with the paragraph. */
static bool is_in_last_bracket(const struct wml_para *p, size_t at)
{
	size_t end = p->size;

	while (end > at && is_blank_sign(p->text[end - 1]))
		end--;
	if (end == at || p->text[end - 1] != ')' ||
	    memchr(p->text + at, '(', end - at))
		return false;
	while (at > 0 && !strchr("()", p->text[at - 1]))
		at--;
	return at > 0 && p->text[at - 1] == '(';
}

/* "Những việc đã làm|trong hai kỳ:", and the answer below; "(thành phố, quận)",
 * "(cấp|THPT)", "ở các trường?": where words of the lead stand before them,
 * what ends their paragraph is of it too, when no sentence ends there. */
static bool is_of_lead(const struct wml_para *p, size_t at)
{
	char last = anchor_last_sign(p, at);

	if (is_in_last_bracket(p, at))
		return true;
	if (!goes_on(p, at))
		return false;
	if (last == ':' || last == '?')
		return true;
	return last && !strchr(".;!,", last) &&
	       (p->text[at] == '(' || letter_is_small_at(p->text, p->size, at));
}

/* A paragraph that is words and a colon, and no more. */
static bool is_bare(const struct anchorer *a, size_t para)
{
	return a->text.first[para] < a->text.first[para + 1] &&
	       anchor_last_sign(para_of(a, para), 0) == ':';
}

/* ... or a heading that is no sentence. */
static bool is_head(const struct anchorer *a, size_t para)
{
	return anchor_is_heading(&a->text, para) &&
	       !strchr(".;,", anchor_last_sign(para_of(a, para), 0));
}

/* "Phòng GDĐT có một số kiến nghị:", "Năm học tới, nhà trường dự kiến:": a
 * sentence of the answer, that says what follows. */
static bool announces(const struct anchorer *a, size_t para)
{
	static const char *const SAYS[][2] = {
		{"mot", "so"}, {"nhu", "sau"}, {"sau", "dai"}};
	static const char *const WHO[] = {"don", "nha", "phong", "trung",
					  "truong"};
	static const char *const DOES[] = {"ban", "co", "da",  "dat",
					   "de",  "du", "kien"};
	const struct token *t = a->text.tokens.at;
	size_t first = a->text.first[para], end = a->text.first[para + 1], i;
	bool has_who = false;

	for (i = first; i < end; i++) {
		if ((i + 1 < end &&
		     token_is_pair_among(&t[i], SAYS,
					 sizeof(SAYS) / sizeof(*SAYS))) ||
		    (!is_head(a, para) &&
		     anchor_has_sign(&a->text, para, i, ",")))
			return true;
		if (has_who &&
		    token_is_among(&t[i], DOES, sizeof(DOES) / sizeof(*DOES)))
			return true;
		has_who |= i < first + 2 &&
			   token_is_among(&t[i], WHO,
					  sizeof(WHO) / sizeof(*WHO));
	}
	return false;
}

/* "- Phần mềm quản lý:" below "3.1. Khó khăn" */
static bool is_item_below(const struct anchorer *a, size_t head, size_t para)
{
	return is_head(a, head) && !anchor_bullet_size(para_of(a, head)) &&
	       anchor_bullet_size(para_of(a, para)) > 0;
}

/* "* Một số khó khăn, vướng mắc" below "3. Khó khăn, vướng mắc; kiến nghị": no
 * sentence, and words of the title but for one or two. */
static bool is_half(const struct anchorer *a, const struct block *block,
		    size_t para)
{
	size_t words = a->text.first[para + 1] - a->text.first[para], n;

	if (words < HALF_WORDS_MIN || words > HALF_WORDS_MAX ||
	    !block->is_placed || block->para >= para ||
	    strchr(".;,", anchor_last_sign(para_of(a, para), 0)))
		return false;
	n = anchor_shared_words(&a->text, para, block->para);
	return n + 2 >= words && n * 2 > words;
}

/* "Tình hình dạy học trực tuyến của trường:" below the title: what asks again
 * is no answer. One lead of several is of the answer. */
static void leave_question(const struct anchorer *a, struct wml_mark *mark,
			   const struct block *block)
{
	size_t first = mark->first, n, i;

	if (mark->start > 0 || mark->last == first ||
	    !(is_half(a, block, first) ||
	      ((is_bare(a, first) || is_head(a, first)) &&
	       !announces(a, first))) ||
	    anchor_asks_already(a, block, first))
		return;
	for (i = first + 1; i <= mark->last; i++)
		if ((is_bare(a, i) && !is_item_below(a, first, i)) ||
		    (is_head(a, first) && is_head(a, i)))
			return;
	n = a->text.first[first + 1] - a->text.first[first];
	/* "Lộ trình kết nối:", of a question of four lines */
	if (n * OWN_SHARE <= block->n_words)
		return;
	topics_hear(a->topics, &a->text.tokens.at[a->text.first[first]], n);
	if (topics_like(a->topics, (size_t)(block - a->page.blocks.at)) <
	    LIKE_LEAD)
		return;
	for (i = first + 1;
	     i < mark->last && a->text.first[i] == a->text.first[i + 1];)
		i++;
	mark->first = i;
	anchor_trim_head(a, mark);
}

/* "Với địa phương (UBND các cấp): ...": brackets behind the words of the
 * question, and the sign that ends it. */
static void leave_brackets(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = para_of(a, mark->first);
	size_t i = anchor_first_token(&a->text, mark), at = mark->start;
	size_t end = mark->last > mark->first ? p->size : mark->end;
	const char *close;

	if (i == a->text.first[mark->first] || at >= end ||
	    p->text[at] != '(' || !goes_on(p, at))
		return;
	close = memchr(p->text + at, ')', end - at);
	if (!close)
		return;
	/* "(VNPT LMS 587 tài khoản)" tells something */
	while (++at < (size_t)(close - p->text))
		if (text_is_digit(p->text[at]))
			return;
	at = (size_t)(close + 1 - p->text);
	while (at < end && p->text[at] == ' ')
		at++;
	if (at >= end || !strchr(":.", p->text[at]))
		return;
	at++;
	while (at < end && is_blank_sign(p->text[at]))
		at++;
	if (at < end) {
		mark->start = at;
	} else if (mark->last > mark->first) {
		mark->first++;
		mark->start = 0;
		anchor_trim_head(a, mark);
	}
}

/* The token behind the first sentence from a token on, where another begins; 0
 * when it counts something, or says who did what. */
static size_t sentence_end(const struct anchorer *a, size_t para, size_t from,
			   size_t end)
{
	static const char *const WHO[] = {"co",	   "da",    "don",    "nha",
					  "phong", "trung", "truong", "cac",
					  "toan",  "khong"};
	const struct wml_para *p = para_of(a, para);
	const struct token *t = a->text.tokens.at;
	char sign;
	size_t i;

	if (from >= end ||
	    token_is_among(&t[from], WHO, sizeof(WHO) / sizeof(*WHO)))
		return 0;
	for (i = from; i + 1 < end && i < from + TOPIC_WORDS_MAX; i++) {
		if (t[i].kind != TOKEN_WORD)
			return 0;
		if (!anchor_has_sign(&a->text, para, i, ".:;!"))
			continue;
		sign = p->text[t[i].start + t[i].size];
		return (sign == ':' && i > from + 2) ||
				       (sign == '.' &&
					letter_is_capital_at(p->text, p->size,
							     t[i + 1].start))
			       ? i + 1
			       : 0;
	}
	return 0;
}

/* "Khó khăn, vướng mắc: ...", "Nguyên nhân: ...": leads of the answer's own. */
static bool has_leads(const struct anchorer *a, const struct wml_mark *mark)
{
	size_t i;

	for (i = mark->first + 1; i <= mark->last; i++)
		if (anchor_has_lead(&a->text, i) || is_bare(a, i))
			return true;
	return false;
}

/* "Kiến nghị với Thủ tướng Chính phủ. Không có kiến nghị.": a question as a
 * sentence, and the answer as the next. */
static void leave_sentence(const struct anchorer *a, struct wml_mark *mark,
			   const struct block *block)
{
	const struct token *t = a->text.tokens.at;
	size_t first = anchor_first_token(&a->text, mark);
	size_t end = a->text.first[mark->first + 1], next, i, n = 0;

	if (first != a->text.first[mark->first])
		return;
	if (mark->last == mark->first)
		while (end > first && t[end - 1].start >= mark->end)
			end--;
	next = sentence_end(a, mark->first, first, end);
	if (next == 0 || has_leads(a, mark))
		return;
	/* below its question a sentence is an answer */
	if (!anchor_has_sign(&a->text, mark->first, next - 1, ":") &&
	    block->is_placed && block->para < mark->first)
		return;
	for (i = first; i < next; i++)
		n += anchor_asks_word(&a->page, block, &t[i]);
	if ((double)n < ASKED_SHARE * (double)(next - first))
		return;
	topics_hear(a->topics, &t[first], next - first);
	if (topics_like(a->topics, (size_t)(block - a->page.blocks.at)) >=
	    LIKE_SENTENCE)
		mark->start = t[next].start;
}

/* "3 | Khó khăn, vướng mắc" with its cells merged, and in the next row such a
 * cell with the answer. */
static bool is_cell_below(const struct anchorer *a, size_t para, size_t next)
{
	const struct wml_cell *cells = a->text.wml->cells.at;
	const struct wml_para *p = para_of(a, para), *q = para_of(a, next);
	const struct wml_cell *above, *below;

	if (!p->cell || !q->cell || p->table != q->table ||
	    anchor_is_placed(&a->page, next))
		return false;
	above = &cells[p->cell - 1];
	below = &cells[q->cell - 1];
	return above->col_span > 1 && above->end == para + 1 &&
	       below->row == above->row + above->row_span &&
	       below->column == above->column &&
	       below->col_span == above->col_span;
}

static void take_cell(const struct anchorer *a, struct wml_mark *mark,
		      size_t para)
{
	size_t last = para;

	while (last + 1 < a->text.wml->paras.n &&
	       para_of(a, last + 1)->cell == para_of(a, para)->cell)
		last++;
	mark->first = para;
	mark->start = 0;
	end_at(a, mark, last);
	anchor_trim_head(a, mark);
}

/* The answer of a question that is alone in its row. */
static void leave_cell(const struct anchorer *a, struct wml_mark *mark)
{
	size_t next = mark->first + 1;

	if (mark->last > mark->first ||
	    mark->start < para_of(a, mark->first)->size)
		return;
	while (next < a->text.wml->paras.n &&
	       a->text.first[next] == a->text.first[next + 1])
		next++;
	if (next < a->text.wml->paras.n && is_cell_below(a, mark->first, next))
		take_cell(a, mark, next);
}

/* The answer begins below its lead: in the next paragraph, or the cell beside.
 */
static void leave_line(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = para_of(a, mark->first);
	size_t next = mark->first + 1;

	if (mark->start == 0 || mark->start >= p->size ||
	    !is_of_lead(p, mark->start))
		return;
	while (next < mark->last &&
	       a->text.first[next] == a->text.first[next + 1])
		next++;
	if (mark->last > mark->first) {
		mark->first = next;
		mark->start = 0;
		anchor_trim_head(a, mark);
		return;
	}
	if (p->cell == 0 || mark->end < p->size ||
	    next >= a->text.wml->paras.n ||
	    para_of(a, next)->row_serial != p->row_serial ||
	    a->text.first[next] == a->text.first[next + 1])
		return;
	take_cell(a, mark, next);
}

/* Bytes of the typed bullet right before a place that begins a line, 0 for
 * none. */
static size_t bullet_before(const struct wml_para *p, size_t at)
{
	size_t begin = at;

	while (begin > 0 && p->text[begin - 1] != '\n')
		begin--;
	return anchor_bullet_at(p->text + begin, p->size - begin) == at - begin
		       ? at - begin
		       : 0;
}

/* A line of a paragraph behind a place begins with a bullet. */
static bool has_bullet_line(const struct wml_para *p, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to && i < p->size; i++)
		if (p->text[i] == '\n' &&
		    anchor_bullet_at(p->text + i + 1, p->size - i - 1))
			return true;
	return false;
}

/* "- a", "- b", "- c": the first keeps its bullet like the others. */
static void keep_bullet(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = para_of(a, mark->first);
	size_t size = bullet_before(p, mark->start), i;
	bool is_list = false;

	if (size == 0)
		return;
	is_list = has_bullet_line(
		p, mark->start, mark->last > mark->first ? p->size : mark->end);
	for (i = mark->first + 1; i <= mark->last; i++)
		is_list |= anchor_bullet_size(para_of(a, i)) > 0;
	if (is_list)
		mark->start -= size;
}

/* "... dựa trên dữ liệu và công nghệ số|tại các cơ sở giáo dục: ...": the token
 * behind words that go on with the question and end with its colon; 0 when they
 * are a sentence's. */
static size_t question_rest(const struct anchorer *a, const struct block *block,
			    size_t para, size_t token)
{
	static const char *const SAYS[] = {"co",  "da", "duoc", "gom",
					   "gap", "la", "nhat", "nhu"};
	const struct token *t = a->text.tokens.at;
	size_t end = a->text.first[para + 1], i;

	for (i = token; i + 1 < end && i < token + REST_WORDS_MAX; i++) {
		if (token_is_among(&t[i], SAYS, sizeof(SAYS) / sizeof(*SAYS)) &&
		    !anchor_asks_word(&a->page, block, &t[i]))
			return 0;
		if (anchor_has_sign(&a->text, para, i, ":"))
			return i + 1;
		if (anchor_has_sign(&a->text, para, i, ".;,!?\n"))
			return 0;
	}
	return 0;
}

/* "Báo cáo đầu năm học nộp ngày 03/10, không phải sửa": words of the question
 * that the sentence goes on with are of the answer. */
static void keep_sentence(const struct anchorer *a, const struct block *block,
			  struct wml_mark *mark)
{
	const struct wml_para *p = para_of(a, mark->first);
	size_t first = a->text.first[mark->first],
	       i = anchor_first_token(&a->text, mark);
	const struct token *t = &a->text.tokens.at[i];
	size_t at, rest;

	/* "Số liệu đã báo cáo 10 lớp": a whole question, and a figure */
	if (i == first || i == a->text.first[mark->first + 1] ||
	    (block->likeness >= LIKE_WHOLE && t->kind == TOKEN_NUMBER) ||
	    p->depth > 0 || t->start != mark->start ||
	    letter_is_capital_at(p->text, p->size, t->start))
		return;
	for (at = t[-1].start + t[-1].size; at < t->start; at++)
		if (p->text[at] != ' ' &&
		    (p->text[at] != ',' ||
		     anchor_colon_soon(&a->text, mark->first, i)))
			return;
	rest = question_rest(a, block, mark->first, i);
	if (rest > 0 && (mark->last > mark->first ||
			 a->text.tokens.at[rest].start < mark->end)) {
		mark->start = a->text.tokens.at[rest].start;
		return;
	}
	while (i > first && !anchor_has_sign(&a->text, mark->first, i - 1, ":"))
		i--;
	mark->start = i > first ? a->text.tokens.at[i].start : 0;
	anchor_trim_head(a, mark);
}

/* "Khó khăn, vướng mắc - Mạng yếu": the dash behind the words of the question
 * is no bullet. */
static void leave_dash(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = para_of(a, mark->first);
	size_t at = mark->start, size;

	while (at > 0 && p->text[at - 1] == ' ')
		at--;
	size = text_dash_size(p->text + mark->start, p->size - mark->start);
	if (at == 0 || p->text[at - 1] == '\n' || size == 0 ||
	    p->text[mark->start + size] != ' ')
		return;
	mark->start += size + 1;
}

/* "17. Đề nghị Sở ...": the number of an answer that is all of one line. */
static void leave_number(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = para_of(a, mark->first);
	const struct token *t = &a->text.tokens.at[a->text.first[mark->first]];
	size_t at = mark->start, end;

	if (mark->last > mark->first ||
	    a->text.first[mark->first + 1] - a->text.first[mark->first] < 2 ||
	    t->kind != TOKEN_NUMBER || t->n > 2 || t->start < at)
		return;
	end = t->start + t->size;
	if (end + 2 > mark->end)
		return;
	while (at < t->start && p->text[at] == ' ')
		at++;
	if (at < t->start || !strchr(".)", p->text[end]) ||
	    p->text[end + 1] != ' ' ||
	    memchr(p->text + end, '\n', mark->end - end))
		return;
	mark->start = end + 2;
	anchor_trim_head(a, mark);
}

/* What Word prompts with has no words (anchor_text.c), and is no answer. */
static void leave_prompt(const struct anchorer *a, struct wml_mark *mark)
{
	size_t i;

	for (i = mark->first; i <= mark->last; i++)
		if (a->text.first[i] < a->text.first[i + 1] ||
		    para_of(a, i)->has_picture)
			return;
	mark->last = mark->first;
	mark->end = mark->start;
}

/* "...:" and nothing or dots behind it. */
static bool is_left_behind_colon(const struct wml_para *p, size_t from)
{
	size_t at = p->size;

	while (at > from && p->text[at - 1] != ':')
		at--;
	return at > from && text_is_leader(p->text + at, p->size - at);
}

/* "Kiến nghị, đề xuất của Phòng GDĐT: ....", and nothing below it: a question
 * that was left blank. */
static void leave_blank(const struct anchorer *a, struct wml_mark *mark)
{
	if (mark->first == mark->last &&
	    is_left_behind_colon(para_of(a, mark->last), mark->start))
		mark->start = mark->end;
}

/* ---- all ----------------------------------------------------------------- */

static int trim(struct anchorer *a, struct sighting *s, const bool *tables)
{
	const struct block *block = anchor_block_of(&a->page, s->field);
	struct wml_mark mark = *s->mark, *to;

	anchor_keep_order(&mark);
	if (block)
		anchor_climb(a, s->field, block, &mark);
	leave_aside(a, &mark);
	leave_row(a, &mark);
	leave_tables(a, &mark, tables);
	if (block)
		leave_hint(a, &mark, block);
	leave_lead(a, &mark);
	leave_brackets(a, &mark);
	leave_line(a, &mark);
	leave_cell(a, &mark);
	if (block) {
		leave_sentence(a, &mark, block);
		leave_question(a, &mark, block);
		anchor_keep_half(a, block, &mark);
		keep_sentence(a, block, &mark);
	}
	keep_bullet(a, &mark);
	anchor_leave_tail(a, &mark, tables);
	anchor_leave_left(a, block, &mark);
	leave_dash(a, &mark);
	leave_number(a, &mark);
	leave_prompt(a, &mark);
	leave_blank(a, &mark);
	if (mark.first == s->mark->first && mark.start == s->mark->start &&
	    mark.last == s->mark->last && mark.end == s->mark->end)
		return VB_OK;
	to = arena_array(&a->ex->reading->arena, 1, sizeof(*to));
	if (!to)
		return err_set(a->err, VB_NOMEM, "out of memory");
	*to = mark;
	s->mark = to;
	return VB_OK;
}

int anchor_long_trim(struct anchorer *a)
{
	struct extractor *ex = a->ex;
	bool *tables = find_tables(a);
	int code = tables ? VB_OK : err_set(a->err, VB_NOMEM, "out of memory");
	size_t i;

	for (i = 0; i < ex->sightings.n && code == VB_OK; i++) {
		struct sighting *s = &ex->sightings.at[i];

		if (s->is_anchor && s->story == 0 &&
		    s->field->type == FIELD_LONGTEXT)
			code = trim(a, s, tables);
	}
	free(tables);
	return code;
}
