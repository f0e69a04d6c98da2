/*
 * anchor_end.c - where what belongs to a place ends: at the next one, at the
 * end of its part, its row or, for a long answer, at words that lead to
 * another.
 */
#include "extract/anchor_topic.h"
#include "extract/metadata_see.h"

#include <string.h>

enum {
	LIST_WORDS_MIN = 6, /* of a line of such a list */
	CAPTION_REACH = 3   /* paragraphs from a caption to its table */
};

/* A line less like the words where it stands is not written there. */
#define LIKE_QUOTED 0.9
/* A lead that is so like another question. */
#define LIKE_ASKED 0.4

/* What stands in a row of a table ends with it. */
bool anchor_is_same_row(const struct wml_para *one, const struct wml_para *two)
{
	return one->depth == 0 || (two->depth > 0 && one->table == two->table &&
				   one->row == two->row);
}

/* "Về thiết bị: ...", "Về quản trị: ..." and "- Với Bộ: ...", "- Với tỉnh:
 * ...": paragraphs that are led alike have an answer each. */
static bool is_led_alike(const struct anchor_text *text, size_t one, size_t two)
{
	const struct wml_para *a = &text->wml->paras.at[one];
	const struct wml_para *b = &text->wml->paras.at[two];
	size_t size = anchor_bullet_size(a);

	if (!anchor_has_lead(text, one) || !anchor_has_lead(text, two))
		return false;
	if (size)
		return anchor_bullet_size(b) == size &&
		       memcmp(a->text, b->text, size) == 0;
	return anchor_bullet_size(b) == 0 &&
	       text->tokens.at[text->first[one]].hash ==
		       text->tokens.at[text->first[two]].hash;
}

/* A sentence that a line of the form is like, for want of a better place: it
 * asks for nothing, and ends no answer. */
static bool is_sentence(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t i;

	for (i = text->first[para]; i < text->first[para + 1]; i++)
		if (text->tokens.at[i].kind != TOKEN_WORD)
			return false;
	return p->depth == 0 && !memchr(p->text, ':', p->size) && p->size > 1 &&
	       p->text[p->size - 1] == '.' && p->text[p->size - 2] != '.';
}

/* "Học bạ điện tử: ... 512 cán bộ quản lý, giáo viên ...": the lead of the
 * words where a line stands has none of its own. */
static bool is_of_other_lead(const struct anchorer *a,
			     const struct block *block)
{
	const struct anchor_text *text = &a->text;
	size_t first = text->first[block->para], to = first;

	while (to < text->first[block->para + 1] &&
	       !anchor_has_sign(text, block->para, to, ":"))
		to++;
	return to + 1 < text->first[block->para + 1] &&
	       anchor_asked_words(&a->page, block, &text->tokens.at[first],
				  to + 1 - first) == 0;
}

/* A line that is not quite like the words where it stands, and which are an
 * answer's. */
static bool is_quoted(const struct anchorer *a, const struct block *block)
{
	if (block->kind != BLOCK_LINE || block->likeness >= LIKE_QUOTED)
		return false;
	return block->is_beyond || is_sentence(&a->text, block->para) ||
	       (block->margin < ANCHOR_MARGIN_MIN &&
		is_of_other_lead(a, block)) ||
	       (anchor_blanks_of(a, block) == 0 &&
		!anchor_rows_behind(a,
				    (size_t)(block + 1 - a->page.blocks.at)) &&
		anchor_last_sign(&a->text.wml->paras.at[block->para], 0) ==
			'.');
}

/* The end of what belongs to a place in a part that ends there: the next placed
 * block, or a table that was read as one. */
static size_t end_before(const struct anchorer *a, size_t para, size_t end)
{
	const struct metadata *m = a->ex->metadata;
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t i;

	/* the signature and Nơi nhận are no answer */
	if (m && m->foot > para && m->foot < end)
		end = m->foot;
	for (i = 0; i < a->page.blocks.n; i++) {
		const struct block *block = &a->page.blocks.at[i];

		if (block->is_placed && block->para > para &&
		    block->para < end && !is_quoted(a, block))
			end = block->para;
	}
	/* what stands in a table that asks for more is none of it */
	while (end > para + 1 && end < a->text.wml->paras.n &&
	       paras[para].depth == 0 && paras[end].depth > 0 &&
	       paras[end - 1].depth > 0 &&
	       paras[end - 1].table == paras[end].table)
		end--;
	for (i = para; i < end; i++)
		if (a->text.is_apart[i] ||
		    !anchor_is_same_row(&paras[para], &paras[i]))
			return i;
	return end;
}

size_t anchor_end(const struct anchorer *a, size_t para)
{
	return end_before(a, para, anchor_section_end(a, para));
}

char anchor_last_sign(const struct wml_para *p, size_t from)
{
	size_t to = p->size;

	while (to > from && strchr(" \t\n", p->text[to - 1]))
		to--;
	return to > from ? p->text[to - 1] : '\0';
}

/* A heading, or words with a colon: they lead to what comes next. */
static bool leads_on(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	char last = anchor_last_sign(p, 0);

	return last && p->depth == 0 &&
	       (last == ':' ||
		(anchor_is_heading(text, para) && !strchr(".;,", last)));
}

bool anchor_is_bare(const struct anchor_text *text, size_t para)
{
	size_t n = text->first[para + 1] - text->first[para];

	return n > 0 && n <= TOPIC_WORDS_MAX &&
	       text->wml->paras.at[para].depth == 0 &&
	       anchor_last_sign(&text->wml->paras.at[para], 0) == ':';
}

/* "Nguyên nhân:", "Cụ thể như sau:": words that are all of the lead above, or
 * say nothing, part an answer and end none. */
static bool is_within(const struct anchorer *a, size_t lead, size_t para)
{
	const struct token *words = a->text.tokens.at;
	struct terms terms;
	size_t i, k;

	terms_of(&terms, &a->topics->phrases, &words[a->text.first[para]],
		 a->text.first[para + 1] - a->text.first[para]);
	if (terms.n == 0)
		return true;
	for (i = a->text.first[para]; i < a->text.first[para + 1]; i++) {
		for (k = a->text.first[lead]; k < a->text.first[lead + 1]; k++)
			if (words[k].hash == words[i].hash)
				break;
		if (k == a->text.first[lead + 1])
			return false;
	}
	return true;
}

/* Words like a long question of the form that stands nowhere else. */
static bool is_asked(const struct anchorer *a, size_t para)
{
	struct topics *t = a->topics;
	size_t look = topics_look(t, &a->text, para), i;

	if (look != a->text.first[para + 1])
		return false;
	for (i = 0; i < t->n_touched; i++) {
		size_t b = t->touched[i];

		if (topics_is_long(t, b) && topics_like(t, b) >= LIKE_ASKED &&
		    !(a->page.blocks.at[b].is_placed &&
		      a->page.blocks.at[b].para != para))
			return true;
	}
	return false;
}

/* A lead alone in its paragraph, of no question of the form's, or of words of
 * the one at `para` alone: "Thuận lợi:". */
static bool is_own_lead(const struct anchorer *a, size_t para, size_t lead)
{
	return anchor_is_bare(&a->text, lead) &&
	       !anchor_is_placed(&a->page, lead) &&
	       (!is_asked(a, lead) || is_within(a, para, lead));
}

/* Right below the question, or a hint of the form's, the answer begins with a
 * lead of its own: those behind it are its own too. */
static bool begins_with_lead(const struct anchorer *a, size_t para)
{
	const struct wml_para *p = a->text.wml->paras.at;
	size_t end = a->text.wml->paras.n, i = para + 1;

	if (!anchor_is_bare(&a->text, para) &&
	    !anchor_is_heading(&a->text, para) && p[para].text[0] != '(')
		return false;
	while (i < end && (a->text.first[i] == a->text.first[i + 1] ||
			   p[i].text[0] == '('))
		i++;
	return i + 1 < end && is_own_lead(a, para, i);
}

/* Such leads in bold letters are headings, and end no part. */
static size_t lead_section_end(const struct anchorer *a, size_t para)
{
	size_t n = a->text.wml->paras.n, end = anchor_section_end(a, para);

	while (end < n && anchor_is_bold(&a->text.wml->paras.at[end]) &&
	       anchor_is_heading(&a->text, end) && is_own_lead(a, para, end))
		end = anchor_section_end(a, end);
	return end;
}

/* Two leads that stand alone, one like the other, have an answer each. */
static bool are_bare(const struct anchorer *a, size_t one, size_t two)
{
	const struct wml_para *p = a->text.wml->paras.at;
	size_t size = anchor_bullet_size(&p[one]);

	if (size != anchor_bullet_size(&p[two]) ||
	    memcmp(p[one].text, p[two].text, size) != 0 ||
	    is_within(a, one, two))
		return false;
	/* "3. Khó khăn:", and below it "Qua đánh giá còn một số tồn tại:" */
	if (anchor_is_bare(&a->text, one))
		return anchor_is_bare(&a->text, two) &&
		       (!anchor_is_heading(&a->text, one) ||
			anchor_is_heading(&a->text, two) || is_asked(a, two));
	return strchr(":.;,", anchor_last_sign(&p[one], 0)) == NULL &&
	       strchr(":.;,", anchor_last_sign(&p[two], 0)) == NULL &&
	       is_asked(a, two);
}

bool anchor_is_caption(const struct anchor_text *text, size_t para)
{
	static const char *const NAMES[] = {"bang", "bieu"};
	const struct wml_para *p = text->wml->paras.at;
	const struct token *t = &text->tokens.at[text->first[para]];
	size_t n = text->first[para + 1] - text->first[para], i;

	if (p[para].depth > 0 || n < 2 ||
	    !token_is_among(t, NAMES, sizeof(NAMES) / sizeof(*NAMES)) ||
	    !(t[1].kind == TOKEN_NUMBER || token_is(&t[1], "so") || t[1].n < 3))
		return false;
	for (i = para + 1; i < text->wml->paras.n && i <= para + CAPTION_REACH;
	     i++)
		if (p[i].depth > 0)
			return true;
	return false;
}

/* "a) Kế hoạch số 19 ...", "b) Công văn số 233 ...": nothing but numbered lines
 * of some words, which are an answer, no headings of what comes next. */
static bool is_list(const struct anchor_text *text, size_t from, size_t to)
{
	size_t n = to - from;

	for (; from < to; from++)
		if (anchor_last_sign(&text->wml->paras.at[from], 0) == ':' ||
		    text->first[from + 1] - text->first[from] < LIST_WORDS_MIN)
			return false;
	return n > 1;
}

/* The same for a long answer. */
size_t anchor_long_end(const struct anchorer *a, const struct block *block,
		       size_t para, size_t end)
{
	bool is_led = begins_with_lead(a, para);
	size_t i;

	if (is_led)
		end = end_before(a, para, lead_section_end(a, para));
	for (i = para + 1; i < end; i++)
		if (((is_led_alike(&a->text, para, i) ||
		      (are_bare(a, para, i) &&
		       !(is_led && is_own_lead(a, para, i)))) &&
		     !anchor_is_other_half(a, block, para, i)) ||
		    anchor_is_caption(&a->text, i))
			return i;
	i = end;
	while (end > para + 1 && end < a->text.wml->paras.n &&
	       leads_on(&a->text, end - 1))
		end--;
	return end == para + 1 && is_list(&a->text, end, i) ? i : end;
}
