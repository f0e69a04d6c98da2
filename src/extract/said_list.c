/*
 * said_list.c - the levels that the parts of a paragraph name, and the lists
 * that they make: what one begins with, what it is of, what adds it up.
 */
#include "extract/said_hear.h"

#include "text/span.h"

enum {
	LIST_WORDS_MIN = 2, /* that say what a list of levels is of */
	TOPIC_WORDS_MIN = 4 /* ... where nothing else tells that one begins */
};

/* Tokens i..i + n name a level in a part: how far from its figure. */
static size_t far_of(const struct said_part *part, size_t i, size_t n)
{
	if (part->number == SIZE_MAX)
		return 0;
	return i > part->number ? i - part->number : part->number - i - n;
}

/* The first level that tokens name, -1 for none. */
static int level_among(const struct hearer *h, size_t from, size_t to)
{
	size_t i, n;
	int level = -1;

	for (i = from; i < to && level < 0; i++)
		level = hear_level(h, i, to, &n);
	return level;
}

/* ... that the order of a list gives a part, or what leads that list in. */
static int listed_level(const struct hearer *h, const struct said_part *part)
{
	int level = level_among(h, part->listed, part->listed_end);

	return level < 0 ? level_among(h, part->led, part->led_end) : level;
}

/* "TH + THCS", "TH và THCS": nothing but "và" between two names. */
static bool goes_with(const struct hearer *h, size_t end, size_t next)
{
	return end == next || (end < next && end + 1 == next &&
			       token_is(&h->a->text.tokens.at[end], "va"));
}

/* "THCS: 0", "THCS: không có": no rate is said of it. */
static bool is_none(const struct hearer *h, int i)
{
	size_t number = h->parts.at[i].number, n;
	const struct token *t;

	if (number == SIZE_MAX)
		return true;
	t = &h->a->text.tokens.at[number];
	for (n = 0; n < t->n; n++)
		if (t->bare[n] >= '1' && t->bare[n] <= '9')
			return false;
	return true;
}

/* "... là trường THCS; tiểu học không có", "3 trường THCS, tiểu học không có":
 * the level before token i, of a part, is that of another behind whose figure
 * it stands. */
static bool is_apart(const struct hearer *h, size_t i, int part, int last)
{
	const struct anchor_text *text = &h->a->text;
	size_t para = anchor_para_of(text, i);
	size_t number = h->parts.at[last].number;

	return i > h->parts.from &&
	       (anchor_has_sign(text, para, i - 1, ";") ||
		(anchor_has_sign(text, para, i - 1, ",") && part != last &&
		 is_none(h, part) && number != SIZE_MAX && number < i - 1));
}

/* "+ 12 THCS": a part that is added to the one before it. */
static bool is_added(const struct hearer *h, const struct said_part *part)
{
	size_t number = part->number;

	return number != SIZE_MAX && number > h->parts.from &&
	       anchor_has_sign(&h->a->text, anchor_para_of(&h->a->text, number),
			       number - 1, "+");
}

/* "13 (TH) + 12 (THCS) = 25", "13 TH + 12 THCS = 25": what others add up to; a
 * rate is of one. */
bool list_is_equal(const struct hearer *h, const struct said_part *part)
{
	const struct anchor_text *text = &h->a->text;
	size_t before = part->number - 1, para;

	if (part->number == SIZE_MAX || part->number == h->parts.from ||
	    part->is_rate)
		return false;
	para = anchor_para_of(text, part->number);
	return anchor_has_sign(text, para, before, "=") &&
	       (text->tokens.at[before].kind == TOKEN_NUMBER ||
		anchor_has_sign(text, para, before, ")") ||
		(part->before > 0 && is_added(h, &h->parts.at[part->before])));
}

/* "19,4% số trường, chủ yếu là THCS (55,6%)": the part of the rate in brackets
 * right behind a level, which is that one's; of the rate before them, 0. */
static int bracketed_rate(const struct hearer *h, unsigned char of, size_t end)
{
	unsigned char next;

	if (end >= h->parts.to || !h->parts.at[of].is_rate)
		return 0;
	next = h->parts.of[end - h->parts.from];
	return next != of && next != PART_LEAD && next != PART_UNREAD &&
			       h->parts.at[next].around == of &&
			       h->parts.at[next].is_rate &&
			       h->parts.at[next].number == end
		       ? next
		       : 0;
}

bool list_is_bracketed(const struct hearer *h, size_t i, size_t n)
{
	unsigned char of = h->parts.of[i - h->parts.from];

	return of != PART_LEAD && of != PART_UNREAD &&
	       bracketed_rate(h, of, i + n) > 0;
}

/* The levels that the words of the parts in hand name. */
void list_levels(struct hearer *h)
{
	size_t nearest[PARTS_MAX + 1], last_end = SIZE_MAX, i, n;
	unsigned char last_of = PART_LEAD;
	bool is_joined;
	int last = -1;

	for (i = 0; i < (size_t)h->parts.n; i++) {
		h->levels[i] = listed_level(h, &h->parts.at[i]);
		nearest[i] = h->levels[i] < 0 ? SIZE_MAX : 0;
	}
	/* one behind them is asked for too */
	h->levels[i] = h->levels[PART_UNREAD] = -1;
	for (i = h->parts.from; i < h->parts.to; i += n) {
		int level = hear_level(h, i, h->parts.to, &n);
		unsigned char of = h->parts.of[i - h->parts.from];
		const struct said_part *part = &h->parts.at[of];
		size_t far;

		if (level < 0)
			n = 1;
		/* what a sum is of is no part of it */
		if (level < 0 || of == PART_LEAD || of == PART_UNREAD ||
		    list_is_equal(h, part))
			continue;
		if (bracketed_rate(h, of, i + n)) {
			h->levels[bracketed_rate(h, of, i + n)] = level;
			nearest[bracketed_rate(h, of, i + n)] = 0;
			continue;
		}
		far = far_of(part, i, n);
		/* "TH: ..., THCS: 7": the first is that of a blank */
		is_joined = goes_with(h, last_end, i) && last != level &&
			    (last_of == of ||
			     (h->parts.at[last_of].number != SIZE_MAX &&
			      !is_apart(h, i, of, last_of)));
		last = level;
		last_end = i + n;
		last_of = of;
		if (far > nearest[of] && !is_joined)
			continue;
		h->levels[of] = (far == nearest[of] &&
				 h->levels[of] != level) ||
						part->is_loose || is_joined
					? SAID_SEVERAL
					: level;
		nearest[of] = far;
	}
}

/* A rate right behind part i, in the same sentence, that names no level. */
static bool is_rated(const struct hearer *h, int i)
{
	const struct said_part *next = &h->parts.at[i + 1];

	return i + 1 < h->parts.n && next->is_rate && !next->is_new &&
	       next->before == i && h->levels[i + 1] < 0;
}

/* "MN: 0/14, đạt 0%; TH: 8/9, đạt 88,89%": where each level has a rate, a rate
 * is that of the level before it. */
void list_rates(struct hearer *h)
{
	int levels = 0, rated = 0, i;
	bool is_one;

	for (i = 1; i < h->parts.n; i++) {
		if (h->levels[i] < 0 || h->parts.at[i].is_rate)
			continue;
		is_one = is_rated(h, i) ||
			 (i + 1 < h->parts.n && h->parts.at[i + 1].is_rate &&
			  h->levels[i + 1] == h->levels[i]);
		rated += is_one;
		levels += is_one || !is_none(h, i);
	}
	for (i = 1; levels > 1 && rated == levels && i + 1 < h->parts.n; i++)
		if (h->levels[i] >= 0 && !h->parts.at[i].is_rate &&
		    is_rated(h, i))
			h->levels[i + 1] = h->levels[i];
}

/* The level that the words of a part name: the nearest to its figure. -1
 * none, -2 when two are as near, or "MN 12 TH 20" does not tell. */
int list_level(const struct hearer *h, int part)
{
	return h->levels[part];
}

/* The token before which a part names a level, SIZE_MAX for none; first is its
 * first token. */
size_t list_level_end(const struct hearer *h, int part, size_t *first)
{
	size_t number = h->parts.at[part].number, i, n;

	*first = SIZE_MAX;
	for (i = h->parts.from; i < number; i++) {
		if (h->parts.of[i - h->parts.from] != part)
			continue;
		if (*first == SIZE_MAX)
			*first = i;
		if (hear_level(h, i, h->parts.to, &n) >= 0)
			return i + n;
	}
	return SIZE_MAX;
}

/* "CSGD", "giáo viên": what a figure counts, or the end of it. */
static bool is_counted(const struct token *t, size_t i, size_t to)
{
	return said_class_of(&t[i], to - i) != SAID_ANY ||
	       said_class_of(&t[i - 1], to - i + 1) != SAID_ANY;
}

/* Words behind its figure say more of it than what it counts. */
static bool says_more(const struct hearer *h, int part)
{
	const struct token *t = h->a->text.tokens.at;
	size_t i;

	for (i = h->parts.at[part].last + 1; i < h->parts.to; i++)
		if (h->parts.of[i - h->parts.from] == part &&
		    t[i].kind == TOKEN_WORD && !said_is_filler(&t[i]) &&
		    (token_is(&t[i], "muc") || !is_counted(t, i, h->parts.to)))
			return true;
	return false;
}

/* The rate of a part, right behind it or in its brackets. */
static bool is_rate_of(const struct hearer *h, int i, int part)
{
	const struct said_part *p = &h->parts.at[i];

	return p->around == part ||
	       (p->is_rate && !p->is_new && p->before == part &&
		(list_level(h, i) == -1 ||
		 list_level(h, i) == list_level(h, part)));
}

/* ... or behind its rate: "THCS có 1 trường, chiếm 4%, ở mức 1". */
static bool says_more_behind(const struct hearer *h, int part)
{
	return says_more(h, part) ||
	       (part + 1 < h->parts.n && is_rate_of(h, part + 1, part) &&
		says_more(h, part + 1));
}

/* "...; THCS có 1 trường mức 1, chiếm 4%, 7 trường mức 2": a level that begins
 * what follows a semicolon, and figures behind that name none. */
static bool leads_group(const struct hearer *h, int part, size_t first,
			size_t end)
{
	int i = part + 1;

	if (!h->parts.at[part].is_new || !says_more_behind(h, part) ||
	    first + levels_begin(&h->a->index->levels, &h->a->text.tokens,
				 first, h->parts.at[part].number) !=
		    end)
		return false;
	while (i < h->parts.n && is_rate_of(h, i, part))
		i++;
	return i < h->parts.n && !h->parts.at[i].is_new &&
	       h->parts.at[i].number != SIZE_MAX && list_level(h, i) == -1 &&
	       !list_sums_up(h, i);
}

/* "Riêng THCS: mức 1 12 trường, mức 2 20 trường": a level that leads in those
 * behind it too; also "...; THCS mức 1 12 trường, mức 2 20 trường". */
bool list_leads_level(const struct hearer *h, int part)
{
	const struct token *t = h->a->text.tokens.at;
	size_t number = h->parts.at[part].number, end, first, said, n;
	const struct token *level;

	if (number == SIZE_MAX || list_level(h, part) < 0)
		return false;
	end = said = list_level_end(h, part, &first);
	while (said < number && said_is_filler(&t[said]))
		said++;
	/* "THCS có 1 trường", "THCS không có trường nào" */
	if (said >= number)
		return (said > end || !text_is_digit(t[number].bare[0])) &&
		       leads_group(h, part, first, end);
	level = &t[end - 1];
	if (hear_text(h, end)[level->start + level->size] == ':')
		return true;
	return h->parts.at[part].is_new &&
	       hear_level(h, first, number, &n) >= 0 && first + n == end &&
	       said == end && t[end].kind == TOKEN_WORD;
}

/* "Khối TH: 1 trường đạt mức tốt, 8 trường ở mức cơ bản": a sentence that
 * begins with a level and says more of its first figure than that. */
static bool leads_sentence(const struct hearer *h, int part)
{
	size_t number = h->parts.at[part].number, end, first;

	if (number == SIZE_MAX || list_level(h, part) < 0 ||
	    !h->parts.at[part].is_new)
		return false;
	end = list_level_end(h, part, &first);
	if (end != number)
		return false;
	return says_more_behind(h, part);
}

/* A full stop parts it from the last: a semicolon goes on with its sentence. */
bool list_begins_sentence(const struct hearer *h, int i)
{
	size_t at = h->parts.from, number = h->parts.at[i].number;

	if (!h->parts.at[i].is_new || number == SIZE_MAX)
		return h->parts.at[i].is_new;
	while (at < number && h->parts.of[at - h->parts.from] != i)
		at++;
	return at == h->parts.from ||
	       !anchor_has_sign(&h->a->text,
				anchor_para_of(&h->a->text, number), at - 1,
				";");
}

/* The parts before one that name levels, when they name several: a list. */
bool list_is_behind(const struct hearer *h, int i)
{
	bool is_same = !list_begins_sentence(h, i);
	int first = -1, level;

	while ((i = h->parts.at[i].before) > 0) {
		level = list_level(h, i);
		if (list_leads_level(h, i) || (is_same && leads_sentence(h, i)))
			return level >= 0 && first >= 0 && level != first;
		if (level >= 0 && first >= 0 && level != first)
			return true;
		if (level >= 0)
			first = level;
		is_same = is_same && !list_begins_sentence(h, i);
	}
	return false;
}

struct list_colon list_colon(const struct hearer *h, int i)
{
	const struct anchor_text *text = &h->a->text;
	struct list_colon colon = {SIZE_MAX, SIZE_MAX, 0};
	size_t number = h->parts.at[i].number, at, n, para;

	if (number == SIZE_MAX)
		return colon;
	para = anchor_para_of(text, number);
	for (at = h->parts.from; at < number; at++) {
		if (h->parts.of[at - h->parts.from] != i)
			continue;
		if (colon.first == SIZE_MAX)
			colon.first = at;
		if (hear_level(h, at, number, &n) >= 0)
			break;
		colon.words += !said_is_filler(&text->tokens.at[at]);
		if (anchor_has_sign(text, para, at, ":")) {
			colon.at = at;
			break;
		}
	}
	return colon;
}

/* "15 trường tiểu học, 12 trường THCS": the next figure is of another level,
 * and nothing else is said of it. */
static bool goes_on_by_level(const struct hearer *h, int i)
{
	const struct said_part *next = &h->parts.at[i + 1];
	size_t at;

	if (i + 1 >= h->parts.n || next->before != i || next->is_new ||
	    next->is_rate || next->number == SIZE_MAX ||
	    list_level(h, i + 1) < 0 ||
	    list_level(h, i + 1) == list_level(h, i))
		return false;
	for (at = h->parts.at[i].last + 1; at < next->number; at++)
		if (h->parts.of[at - h->parts.from] == i + 1 &&
		    !said_is_filler(&h->a->text.tokens.at[at]) &&
		    !token_is(&h->a->text.tokens.at[at], "cung"))
			return false;
	return true;
}

/* "Mức cơ bản gồm 14 trường tiểu học và 9 trường THCS", "LMS được duy trì ở 15
 * trường tiểu học, 12 trường THCS": what is listed stands before the first
 * figure, its level behind it; "Số này gồm ...", "Chia theo bậc học" go on. */
static bool names_list(const struct hearer *h, int i)
{
	static const char *const BACK[] = {"chia", "do", "nai", "theo", "tren"};
	const struct token *t = h->a->text.tokens.at;
	size_t number = h->parts.at[i].number, at, n, words = 0;

	for (at = h->parts.from; at < number; at++) {
		if (h->parts.of[at - h->parts.from] != i)
			continue;
		if (hear_level(h, at, number, &n) >= 0 ||
		    token_is_among(&t[at], BACK, sizeof(BACK) / sizeof(*BACK)))
			return false;
		words += !said_is_filler(&t[at]);
	}
	return token_is(&t[number - 1], "gom")
		       ? words >= LIST_WORDS_MIN
		       : words >= TOPIC_WORDS_MIN &&
				 list_begins_sentence(h, i) &&
				 goes_on_by_level(h, i);
}

/* "Đã xong. Mạng wifi: MN 12, TH 20": a sentence that says what its list is of
 * goes on with none before; "Trong đó: MN 12" does. */
static bool begins_list(const struct hearer *h, int i)
{
	struct list_colon colon;

	if (!h->parts.at[i].is_new || list_level(h, i) < 0)
		return false;
	colon = list_colon(h, i);
	return (colon.at != SIZE_MAX && colon.words >= LIST_WORDS_MIN) ||
	       (h->parts.at[i].number != SIZE_MAX && names_list(h, i));
}

/* What the list of a part begins with. */
int list_begin(const struct hearer *h, int part)
{
	while (h->parts.at[part].before > 0 && !begins_list(h, part))
		part = h->parts.at[part].before;
	return part;
}

/* "45 trường, đạt 90%, trong đó: MN 12, TH 20": the first is what TH is a part
 * of, and what stands before what follows the list. */
int list_whole(const struct hearer *h, int i)
{
	bool is_rate = h->parts.at[i].is_rate;

	if (list_level(h, i) < 0 && !list_is_behind(h, i))
		return h->parts.at[i].before;
	do {
		if (begins_list(h, i))
			return -1;
		i = h->parts.at[i].before;
	} while (i > 0 && (list_level(h, i) >= 0 ||
			   (!is_rate && h->parts.at[i].is_rate &&
			    h->parts.at[i].before > 0)));
	return i;
}

/* "cộng 20 trường", "tất cả 20 trường" behind a list. */
bool list_sums_up(const struct hearer *h, int i)
{
	static const char *const SUM[] = {"chung", "cong", "gop", "tong"};
	static const char *const ALL[] = {"tat", "ca"};
	const struct said_part *part = &h->parts.at[i];
	const struct token *t = h->a->text.tokens.at;
	size_t at = h->parts.from;

	if (part->number == SIZE_MAX)
		return false;
	if (list_is_equal(h, part))
		return true;
	for (; at < part->number; at++)
		if (h->parts.of[at - h->parts.from] == i &&
		    (token_is_among(&t[at], SUM, sizeof(SUM) / sizeof(*SUM)) ||
		     token_is_pair(&t[at], ALL)))
			return true;
	return false;
}
