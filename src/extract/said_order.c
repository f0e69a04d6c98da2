/*
 * said_order.c - "mức 1, mức 2, mức 3 lần lượt là 5, 12, 8 trường": figures
 * that are told in the order of what was listed before them; and those that
 * follow in the same order, "ở THCS là 4, 6 và 2".
 */
#include "extract/said.h"

#include <string.h>

enum {
	LABELS_MAX = 12,
	SLOTS_MAX = 2 * LABELS_MAX,
	LABEL_WORDS_MAX = 12
};

struct label {
	size_t from, to; /* tokens of the page */
};

/* A figure, or a blank that was left. */
struct slot {
	int part; /* -1 a blank */
	bool is_rate;
};

struct order {
	struct said_parts *parts;
	const struct wml_para *p;
	const struct token *t;
	struct label labels[LABELS_MAX];
	size_t n;
	struct slot slots[SLOTS_MAX];
	size_t n_slots;
	bool is_grouped; /* "...; ở THCS là 4, 6 và 2": the slots are the last's
			  */
};

/* A sign of these stands between a token and the one before. */
static bool has_sign(const struct order *o, size_t i, const char *signs)
{
	size_t at = o->t[i - 1].start + o->t[i - 1].size;

	for (; at < o->t[i].start; at++)
		if (strchr(signs, o->p->text[at]))
			return true;
	return false;
}

/* ". " before a token, no leader. */
static bool has_stop(const struct order *o, size_t i)
{
	size_t at = o->t[i - 1].start + o->t[i - 1].size;

	for (; at + 1 < o->t[i].start; at++)
		if (o->p->text[at] == '.' && o->p->text[at + 1] == ' ' &&
		    o->p->text[at - 1] != '.')
			return true;
	return has_sign(o, i, "\n");
}

/* "7 trường đạt, tương ứng 36% và 64%" at i: two rates or more, that no "lần
 * lượt" puts in order already. */
static bool are_rates_in_order(const struct order *o, size_t i)
{
	static const char *const IN_ORDER[] = {"lan", "luot"};
	const struct token *t = &o->t[i + 2];
	size_t at = i;

	if (i + 6 >= o->parts->to || t[0].kind != TOKEN_NUMBER ||
	    t[1].kind != TOKEN_SIGN)
		return false;
	t += 2 + token_is(&t[2], "va");
	if (t[0].kind != TOKEN_NUMBER || t[1].kind != TOKEN_SIGN)
		return false;
	while (at > o->parts->from && !has_stop(o, at) &&
	       !token_is_pair(&o->t[at - 1], IN_ORDER))
		at--;
	return at == o->parts->from || has_stop(o, at);
}

/* "lần lượt", "tương ứng là", "theo thứ tự" at i. */
static bool is_order(const struct order *o, size_t i)
{
	static const char *const IN_ORDER[] = {"lan", "luot"};
	static const char *const EACH[] = {"tuong", "ung"};
	static const char *const AS_LISTED[] = {"thu", "tu"};

	if (i + 1 >= o->parts->to)
		return false;
	return token_is_pair(&o->t[i], IN_ORDER) ||
	       (i > o->parts->from && token_is(&o->t[i - 1], "theo") &&
		token_is_pair(&o->t[i], AS_LISTED)) ||
	       (i + 2 < o->parts->to && token_is_pair(&o->t[i], EACH) &&
		(token_is(&o->t[i + 2], "la") || are_rates_in_order(o, i)));
}

/* The brackets that close less those that open between a token and the one
 * before. */
static int closed_before(const struct order *o, size_t i)
{
	size_t at = o->t[i - 1].start + o->t[i - 1].size;
	int n = 0;

	for (; at < o->t[i].start; at++)
		n += said_closes(o->p->text[at]) - said_opens(o->p->text[at]);
	return n;
}

/* The end of the sentence, or the bracket, that token i is in. */
static size_t sentence_end(const struct order *o, size_t i)
{
	int closed = 0;

	for (i++; i < o->parts->to; i++) {
		closed += closed_before(o, i);
		if (closed > 0 || is_order(o, i) || has_stop(o, i))
			break;
	}
	return i;
}

static size_t sentence_begin(const struct order *o, size_t i)
{
	int closed = 0;

	for (; i > o->parts->from && !has_stop(o, i) && !has_sign(o, i, ":");
	     i--) {
		closed += closed_before(o, i);
		if (closed < 0)
			break;
	}
	return i;
}

static void drop_first(struct order *o)
{
	o->n--;
	memmove(o->labels, o->labels + 1, o->n * sizeof(*o->labels));
}

/* "Ở tiểu học, mức 1, mức 2": where, none of the list. */
static void drop_where(struct order *o)
{
	static const char *const WHERE[] = {"o",     "tai",  "doi", "rieng",
					    "trong", "theo", "ve",  "voi"};

	const struct token *t = &o->t[o->labels[0].from];

	/* "trong đó mầm non, tiểu học, THCS" */
	if (o->n < 3 ||
	    !token_is_among(t, WHERE, sizeof(WHERE) / sizeof(*WHERE)) ||
	    (token_is(t, "trong") && token_is(&t[1], "do")))
		return;
	drop_first(o);
}

/* What is listed before "lần lượt" at `end`, with the words that lead the list
 * in: "số trường đạt mức 1, mức 2". */
static void find_labels(struct order *o, size_t from, size_t end)
{
	size_t i;
	bool is_figures = false;

	o->n = 0;
	for (i = from; i < end && o->n < LABELS_MAX; i++) {
		bool is_and = token_is(&o->t[i], "va");
		bool is_next = is_and || (i > from && has_sign(o, i, ",;/"));

		if (said_part_of(o->parts, i) >= 0 ||
		    (is_figures && o->t[i].kind == TOKEN_NUMBER)) {
			/* figures of their own stand before the list, "37/66"
			 */
			o->n = 0;
			is_figures = true;
			continue;
		}
		/* what they count is none of it */
		is_figures &= !is_next;
		if (is_figures)
			continue;
		if (o->n == 0 || is_next) {
			o->labels[o->n].from = i + is_and;
			o->n++;
		}
		o->labels[o->n - 1].to = i + 1;
	}
	drop_where(o);
}

static bool is_short(const struct order *o)
{
	size_t i;

	for (i = 0; i < o->n; i++)
		if (o->labels[i].to <= o->labels[i].from ||
		    o->labels[i].to - o->labels[i].from > LABEL_WORDS_MAX)
			return false;
	return o->n > 1;
}

static void add_slot(struct order *o, int part, bool is_rate)
{
	if (o->n_slots < SLOTS_MAX)
		o->slots[o->n_slots] = (struct slot){part, is_rate};
	o->n_slots++;
}

/* Blanks that were left behind a token: "......". */
static void find_blanks(struct order *o, size_t token, bool is_figure)
{
	size_t at = o->t[token].start + o->t[token].size, dots = 0;
	size_t end = token + 1 < o->parts->to ? o->t[token + 1].start
					      : o->p->size;

	for (; at <= end; at++) {
		char c = at < end ? o->p->text[at] : '\0';

		if (c && strchr("._", c)) {
			dots++;
		} else if (at + 3 <= end && text_is_ellipsis(o->p->text + at)) {
			dots += 3;
			at += 2;
		} else {
			/* a leader may be left beside its figure */
			if (dots >= 3 && !is_figure)
				add_slot(o, -1,
					 at < o->p->size &&
						 o->p->text[at] == '%');
			dots = 0;
			is_figure &= c != ';' && c != ',';
		}
	}
}

static void find_slots(struct order *o, size_t from, size_t to)
{
	size_t i;

	o->n_slots = 0;
	for (i = from; i < to; i++) {
		int part = said_part_of(o->parts, i);

		if (part >= 0 && o->parts->at[part].number == i)
			add_slot(o, part, o->parts->at[part].is_rate);
		find_blanks(o, i, part >= 0 || o->t[i].kind == TOKEN_SIGN);
	}
}

static size_t count_slots(const struct order *o, bool is_rate)
{
	size_t n = 0, i;

	for (i = 0; i < o->n_slots && i < SLOTS_MAX; i++)
		n += o->slots[i].is_rate == is_rate;
	return n;
}

/* "46/48 (95,8%) và 30/30": rates that go with their counts, and are no list
 * of their own. */
static bool are_around(const struct order *o, bool is_rate)
{
	size_t i;

	for (i = 0; i < o->n_slots; i++)
		if (o->slots[i].is_rate == is_rate &&
		    (o->slots[i].part < 0 ||
		     o->parts->at[o->slots[i].part].around < 0))
			return false;
	return true;
}

/* As many figures of a kind as there are labels, or none. */
static bool is_as_many(const struct order *o, bool is_rate)
{
	return count_slots(o, is_rate) == o->n || are_around(o, is_rate);
}

/* Labels that begin as one of them does. */
static size_t count_alike(const struct order *o, size_t like)
{
	size_t n = 0, i;

	for (i = 0; i < o->n; i++)
		n += o->t[o->labels[i].from].hash ==
		     o->t[o->labels[like].from].hash;
	return n;
}

/* "số trường dùng phần mềm và số trường dùng sổ điểm, học bạ": two labels that
 * begin alike; what stands between is part of the one before. */
static void join_alike(struct order *o, size_t like)
{
	uint64_t key = o->t[o->labels[like].from].hash;
	size_t n = 0, i;

	for (i = like; i < o->n; i++) {
		if (o->t[o->labels[i].from].hash == key)
			o->labels[n++].from = o->labels[i].from;
		o->labels[n - 1].to = o->labels[i].to;
	}
	o->n = n;
}

static bool has_word(const struct order *o, size_t label, uint64_t word)
{
	size_t i = o->labels[label].from;

	while (i < o->labels[label].to && o->t[i].hash != word)
		i++;
	return i < o->labels[label].to;
}

/* All labels but the first have the word that the third begins with: "Tính
 * chung, số trường ở mức 1, mức 2 và mức 3". */
static bool is_first_other(const struct order *o)
{
	uint64_t word;
	size_t i = 1;

	if (o->n < 3)
		return false;
	word = o->t[o->labels[2].from].hash;
	while (i < o->n && has_word(o, i, word))
		i++;
	return i == o->n && !has_word(o, 0, word);
}

/* More labels than the figures there are: they are joined to as many. */
static void join_labels(struct order *o, size_t from, size_t end)
{
	size_t n, like;

	find_slots(o, from, end);
	n = count_slots(o, false) ? count_slots(o, false)
				  : count_slots(o, true);
	if (n < 2 || n >= o->n)
		return;
	for (like = 0; like + n <= o->n; like++)
		if (count_alike(o, like) == n) {
			join_alike(o, like);
			return;
		}
	if (n + 1 == o->n && is_first_other(o))
		drop_first(o);
}

/* Words that lead the list in are none of its first. */
static void trim_first(struct order *o)
{
	size_t words;

	if (o->n < 2)
		return;
	words = o->labels[1].to - o->labels[1].from;
	if (o->labels[0].to - o->labels[0].from > words)
		o->labels[0].from = o->labels[0].to - words;
}

/* Gives the figures of a kind the labels in their order. */
static void give(struct order *o, bool is_rate)
{
	size_t n = 0, i;

	if (count_slots(o, is_rate) != o->n)
		return;
	for (i = 0; i < o->n_slots; i++) {
		struct said_part *part;

		if (o->slots[i].is_rate != is_rate)
			continue;
		if (o->slots[i].part >= 0) {
			part = &o->parts->at[o->slots[i].part];
			part->listed = o->labels[n].from;
			part->listed_end = o->labels[n].to;
		}
		n++;
	}
}

/* The end of what is told of one list. */
static size_t group_end(const struct order *o, size_t i, size_t end)
{
	for (i++; i < end; i++)
		if (has_sign(o, i, ";"))
			break;
	return i;
}

static bool fits(struct order *o, size_t from, size_t to)
{
	find_slots(o, from, to);
	return o->n_slots > 0 && o->n_slots <= SLOTS_MAX &&
	       is_as_many(o, false) && is_as_many(o, true);
}

/* "...; ở THCS là 4, 6 và 2": what leads the first in is said of all. */
static void lead_group(struct order *o, int before)
{
	int first = -1;
	size_t i;

	for (i = 0; i < o->n_slots; i++) {
		int part = o->slots[i].part;

		if (part < 0 || o->parts->at[part].around >= 0)
			continue;
		o->parts->at[part].before = first < 0 ? before : first;
		if (first < 0)
			first = part;
	}
}

/* The part of the k-th figure of a kind, -1 for a blank. */
static int slot_part(const struct order *o, bool is_rate, size_t k)
{
	size_t i;

	for (i = 0; i < o->n_slots; i++)
		if (o->slots[i].is_rate == is_rate && k-- == 0)
			return o->slots[i].part;
	return -1;
}

/* "lần lượt là 1, 8 và 5 trường, tương ứng 7,1%; 57,1% và 35,7%" */
static void pair_rates(struct order *o)
{
	size_t k;

	if (count_slots(o, false) != o->n || count_slots(o, true) != o->n)
		return;
	for (k = 0; k < o->n; k++) {
		int rate = slot_part(o, true, k);

		if (rate >= 0 && o->parts->at[rate].around < 0)
			o->parts->at[rate].before = slot_part(o, false, k);
	}
}

static void give_all(struct order *o)
{
	give(o, false);
	give(o, true);
	pair_rates(o);
}

/* All that follows is one list's, or that of each group between semicolons. */
static bool give_groups(struct order *o, size_t from, size_t end)
{
	size_t at, next;
	int before;

	o->is_grouped = !fits(o, from, end);
	if (!o->is_grouped) {
		give_all(o);
		return true;
	}
	for (at = from; at < end; at = next) {
		next = group_end(o, at, end);
		if (fits(o, at, next))
			continue;
		/* "...; năm học trước là 29 trường": of no list */
		if (at == from)
			return false;
		end = at;
		break;
	}
	find_slots(o, from, group_end(o, from, end));
	before = o->slots[0].part < 0 ? -1
				      : o->parts->at[o->slots[0].part].before;
	for (at = from; at < end; at = next) {
		next = group_end(o, at, end);
		find_slots(o, at, next);
		give_all(o);
		lead_group(o, before);
	}
	return true;
}

/* "không có trường nào": its rate is hardly ever told. */
static bool is_none(const struct token *t)
{
	return t->kind == TOKEN_NUMBER &&
	       (t->bare[0] < '0' || t->bare[0] > '9') &&
	       (token_is(t, "khong") || token_is(t, "chua"));
}

/* "5 trường tốt, 12 trường khá; tỷ lệ lần lượt là 29%, 71%": rates in the order
 * of the counts before them. */
static bool follow_counts(struct order *o, size_t at)
{
	int counts[LABELS_MAX];
	size_t n = 0, i = at;
	int part;

	/* "máy tính: 21, mạng: 18, tỷ lệ lần lượt": over colons */
	while (i > o->parts->from && !has_stop(o, i))
		i--;
	for (; i < at; i++) {
		part = said_part_of(o->parts, i);
		if (part < 0 || o->parts->at[part].number != i)
			continue;
		if (o->parts->at[part].is_rate || n == LABELS_MAX)
			return false;
		if (!is_none(&o->t[i]))
			counts[n++] = part;
	}
	if (n < 2 || n != o->n_slots)
		return false;
	for (i = 0; i < n; i++)
		if (!o->slots[i].is_rate)
			return false;
	for (i = 0; i < n; i++)
		if (o->slots[i].part >= 0)
			o->parts->at[o->slots[i].part].before = counts[i];
	return true;
}

/* Whose they are is not told. */
static void lose(struct order *o, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to; i++) {
		int part = said_part_of(o->parts, i);

		if (part >= 0)
			o->parts->at[part].number = SIZE_MAX;
	}
}

/* ... which are no lead of the paragraph's where more is told in it. */
static void lead_slots(struct order *o, size_t from)
{
	size_t i;

	for (i = 0; i < o->n_slots; i++) {
		struct said_part *part;

		if (o->slots[i].part < 0)
			continue;
		part = &o->parts->at[o->slots[i].part];
		part->led = from;
		part->led_end = o->labels[0].from;
	}
	for (i = from; i < o->labels[0].from; i++)
		o->parts->of[i - o->parts->from] = PART_UNREAD;
}

/* Words before a list lead all of it in. */
static void lead_in(struct order *o, size_t from, size_t end)
{
	size_t i;

	for (i = o->parts->from; i < o->parts->to; i++)
		if ((i < from || i >= end) && said_part_of(o->parts, i) >= 0) {
			if (!o->is_grouped)
				lead_slots(o, from);
			return;
		}
	for (i = from; i < o->labels[0].from; i++)
		o->parts->of[i - o->parts->from] = PART_LEAD;
}

static void take_labels(struct order *o)
{
	size_t i, k;

	for (i = 0; i < o->n; i++)
		for (k = o->labels[i].from; k < o->labels[i].to; k++)
			o->parts->of[k - o->parts->from] = PART_UNREAD;
}

/* What was listed last, where a list as long is told without its labels:
 * "theo thứ tự trên là 4, 6, 2". */
static void recall(struct order *o, const struct order *last)
{
	if (o->n > 1)
		return;
	o->n = last->n;
	memcpy(o->labels, last->labels, sizeof(o->labels));
}

/* "Tiểu học: mức 1 có 3 trường, mức 2 có 13. THCS tương ứng là 1 và 9": what
 * the figures of the sentence before `at` are told by. */
static void recall_told(struct order *o, size_t at)
{
	size_t i, from;

	if (o->n > 1 || at == o->parts->from)
		return;
	for (from = at - 1; from > o->parts->from && !has_stop(o, from) &&
			    !has_sign(o, from, ":");)
		from--;
	o->n = 0;
	for (i = from; i < at; i++) {
		int part = said_part_of(o->parts, i);

		if (part < 0 || o->parts->at[part].number != i ||
		    o->parts->at[part].is_rate)
			continue;
		if (o->n == LABELS_MAX)
			return;
		o->labels[o->n].to = i;
		while (i > from && o->parts->of[i - 1 - o->parts->from] == part)
			i--;
		o->labels[o->n].from = i;
		i = o->labels[o->n++].to;
	}
}

/* ---- "A / B" beside "143 / 52" ------------------------------------------- */

/* What a cell of labels lists between strokes. */
static void find_stroked(struct order *o, const struct anchor_text *text,
			 size_t para)
{
	size_t end = text->first[para + 1], i;

	o->n = 0;
	for (i = text->first[para]; i < end; i++) {
		if (o->n == 0 || anchor_has_sign(text, para, i - 1, "/")) {
			if (o->n == LABELS_MAX)
				return;
			o->labels[o->n++].from = i;
		}
		o->labels[o->n - 1].to = i + 1;
	}
}

/* A stroke parts each count from the one before, and nothing else does. */
static bool are_stroked(const struct order *o)
{
	bool is_first = true;
	size_t i;

	for (i = 0; i < o->n_slots; i++) {
		if (o->slots[i].is_rate)
			continue;
		if (o->slots[i].part < 0 ||
		    (!is_first &&
		     !has_sign(o, o->parts->at[o->slots[i].part].number, "/")))
			return false;
		is_first = false;
	}
	return true;
}

/* "Tổng số học liệu / trong đó xây dựng mới | 143 / 52": in a row the figures
 * of a cell are those of the one before it, in their order. */
static void read_stroked(struct order *o, const struct anchorer *a, size_t para)
{
	if (!said_is_behind_cell(a, para) || a->text.cell_end[para] != para + 1)
		return;
	find_stroked(o, &a->text, para - 1);
	if (o->n < 2 || !fits(o, o->parts->from, o->parts->to) ||
	    o->slots[0].is_rate || !are_stroked(o))
		return;
	give_all(o);
}

/* ---- "mức 1/2/3: 5/15/0, đạt 25%/75%/0%" -------------------------------- */

/* Words before the names lead all in, where no figure stands before them. */
static void lead_strokes(struct said_parts *parts, size_t names)
{
	size_t i;

	for (i = parts->from; i < names; i++)
		if (said_part_of(parts, i) > 0 &&
		    parts->at[said_part_of(parts, i)].number < names)
			return;
	for (i = parts->from; i < names; i++)
		parts->of[i - parts->from] = PART_LEAD;
}

static void give_stroke(struct said_parts *parts, const struct said_strokes *s,
			size_t k, int part, size_t base)
{
	struct said_part *at = &parts->at[part];

	at->listed = base + s->labels[k].from;
	at->listed_end = base + s->labels[k].to;
	if (s->rank == SIZE_MAX)
		return;
	at->led = base + s->rank;
	at->led_end = at->led + 1;
}

static void leave_names(struct said_parts *parts, const struct said_strokes *s,
			size_t base)
{
	size_t from = s->rank == SIZE_MAX ? s->labels[0].from : s->rank, i;

	lead_strokes(parts, base + from);
	for (i = base + from; i < base + s->labels[s->n - 1].to; i++)
		parts->of[i - parts->from] = PART_UNREAD;
}

/* Figures by strokes are of the names by strokes before them; a rate is of the
 * count in its place. */
static void read_strokes(struct order *o, const struct anchorer *a, size_t para)
{
	struct said_parts *parts = o->parts;
	struct said_line line = said_line_of(a, para);
	size_t base = a->text.first[para], i, first = SIZE_MAX, k = 0;
	int counts[SAID_STROKES_MAX] = {0};
	struct said_strokes s;

	for (i = parts->from; i < parts->to; i++) {
		int part = said_part_of(parts, i);

		if (part <= 0 || parts->at[part].number != i ||
		    !said_strokes_at(&s, &line, i - base))
			continue;
		k = s.first == first ? k + 1 : 0;
		if (k >= s.n)
			continue;
		if (first == SIZE_MAX)
			leave_names(parts, &s, base);
		give_stroke(parts, &s, k, part, base);
		if (!parts->at[part].is_rate)
			counts[k] = part;
		else if (counts[k] > 0)
			parts->at[part].before = counts[k];
		first = s.first;
	}
}

void said_orders_read(struct said_parts *parts, const struct anchorer *a,
		      size_t para)
{
	struct order o = {.parts = parts,
			  .p = &a->text.wml->paras.at[para],
			  .t = a->text.tokens.at};
	struct order last = {.n = 0};
	size_t i, from, end;
	bool is_new;

	read_stroked(&o, a, para);
	read_strokes(&o, a, para);
	said_tabs_read(parts, a, para);
	for (i = parts->from; i + 1 < parts->to; i++) {
		if (!is_order(&o, i))
			continue;
		end = sentence_end(&o, i + 1);
		from = sentence_begin(&o, i);
		find_labels(&o, from, i);
		join_labels(&o, i, end);
		trim_first(&o);
		is_new = o.n > 1;
		recall(&o, &last);
		recall_told(&o, from);
		if (is_short(&o) && give_groups(&o, i, end)) {
			if (is_new) {
				lead_in(&o, from, end);
				take_labels(&o);
				last = o;
			}
			continue;
		}
		find_slots(&o, i, end);
		if (!follow_counts(&o, i))
			lose(&o, from, end);
	}
}
