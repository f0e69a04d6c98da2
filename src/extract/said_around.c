/*
 * said_around.c - the words around a figure: its own part of the sentence, the
 * parts before, heads, captions, titles, the less the farther they are.
 */
#include "extract/said_hear.h"
#include "extract/said_total.h"

#include <string.h>

enum {
	BEFORE_MAX = 16,      /* parts before it */
	LEVEL_BEFORE_MAX = 5, /* ... whose levels are its */
	CAPTION_UP_MAX = 2,   /* paragraphs before a table that say nothing */
	CAPTION_WORDS_MAX = 3,
	ONLY_REACH = 5,	     /* words between "chỉ" and its figure */
	PLAIN_MAX = 6,	     /* digits of a number that is added up */
	BEHIND_MIN = 5,	     /* words behind a figure that begins its part */
	TITLE_WORDS_MIN = 8, /* of a title that names several in one */
	TITLE_WORDS_MAX = 60,
	NAMED_MIN = 3, /* words of it that another paragraph has */
	NAMED_REST = 3 /* ... and those that it has not, "Tổng số" */
};

#define WEIGHT_OWN	1.0F
#define WEIGHT_NAMES	0.5F
#define WEIGHT_AROUND	0.85F
#define WEIGHT_LEAD	0.85F
#define WEIGHT_BEFORE	0.6F /* and half of it for each part more */
#define WEIGHT_BEHIND	0.3F /* ... when its own part says much */
#define NEW_SHARE	0.5F
#define LED_SHARE	0.2F
#define STRONG		0.2F
#define WEIGHT_ROW_LESS 0.75F
#define WEIGHT_ABOVE	0.75F
#define WEIGHT_HIGHER	0.55F
#define WEIGHT_CAPTION	0.65F
#define WEIGHT_TITLE	0.4F
#define WEAK		0.15F

static void hear_part(struct hearer *h, int part, float weight, bool is_near)
{
	hear(h,
	     &(struct run){h->parts.from, h->parts.to, part, weight, is_near});
}

static void hear_para(struct hearer *h, size_t para, float weight, bool is_near)
{
	size_t from = h->a->text.first[para], to = h->a->text.first[para + 1];

	if (!is_near) {
		hear_whole(h, para, weight);
		return;
	}
	if (to - from > SAID_PIECE_MAX)
		to = from + SAID_PIECE_MAX;
	hear(h, &(struct run){from, to, -1, weight, true});
}

/* What the brackets of a part stand behind. Levels behind a rate are those of
 * the count before it: "45 trường, đạt 90% (MN 12, TH 20)". */
static int around_of(const struct hearer *h, int i)
{
	int around = h->parts.at[i].around;
	int count = around > 0 ? h->parts.at[around].before : -1;

	if (count > 0 && !h->parts.at[around].is_new &&
	    !h->parts.at[i].is_rate && list_level(h, i) >= 0 &&
	    h->parts.at[around].is_rate && !h->parts.at[count].is_rate)
		return count;
	return around;
}

static bool is_rate_behind(const struct hearer *h, int i)
{
	const struct said_part *next = &h->parts.at[i + 1];

	return i + 1 < h->parts.n && !h->parts.at[i].is_rate && next->is_rate &&
	       !next->is_new && next->before == i;
}

/* "Wifi miễn phí: 12 trường MN, 20 trường TH": what a list begins with. */
static void hear_first(struct hearer *h, int i)
{
	int first = list_begin(h, i);

	if (first != i && list_level(h, first) >= 0)
		hear_part(h, first, WEIGHT_AROUND, true);
}

/* "12 trường tiểu học và 8 trường THCS tự đánh giá": what is said behind a list
 * of levels, where nothing is said before. */
static void hear_behind(struct hearer *h, int i)
{
	int next = i + 1;

	while (list_level(h, i) >= 0 && h->touched.n == 0 &&
	       next < h->parts.n && !h->parts.at[next].is_new &&
	       h->parts.at[next].around == h->parts.at[i].around) {
		if (!h->parts.at[next].is_rate)
			hear_part(h, next, WEIGHT_AROUND, true);
		next++;
	}
}

/* "4 trường mầm non, 5 trường THCS (9 cơ sở, đạt 50%)": what brackets behind a
 * list of levels add up is of none of them. */
static bool is_sum_around(struct hearer *h, int i)
{
	const struct said_part *part = &h->parts.at[i];
	struct said_total levels = {.page = h->page, .a = h->a};
	size_t figure;
	unsigned n = 0;
	bool is_sum;
	int k;

	if (part->around <= 0 || part->is_rate || list_level(h, i) != -1)
		return false;
	figure = note_figure_at(h, part->number);
	if (figure == SIZE_MAX)
		return false;
	said_total_begin(&levels);
	for (k = part->around; k > 0 && list_level(h, k) >= 0;
	     k = h->parts.at[k].before) {
		size_t of = note_figure_at(h, h->parts.at[k].number);

		if (!h->parts.at[k].is_rate && of != SIZE_MAX)
			n += said_total_add(&levels, of);
	}
	is_sum = n > 1 && said_total_is(&levels, figure);
	h->is_lost |= levels.is_lost;
	said_total_release(&levels);
	return is_sum;
}

/* "1066 giáo viên được tập huấn ...": the figure begins its part, and what it
 * counts stands behind it. */
static bool begins_part(const struct hearer *h, int i)
{
	const struct said_part *part = &h->parts.at[i];
	size_t at, behind = 0;
	bool is_parted;

	if (part->number == SIZE_MAX || part->is_rate)
		return false;
	/* "Trong năm học, 1066 ..." */
	is_parted = part->number > h->parts.from &&
		    anchor_has_sign(&h->a->text,
				    anchor_para_of(&h->a->text, part->number),
				    part->number - 1, ",");
	for (at = h->parts.from; at < h->parts.to; at++) {
		if (h->parts.of[at - h->parts.from] != i)
			continue;
		if (at < part->number && !is_parted &&
		    !token_is(&h->a->text.tokens.at[at], "va"))
			return false;
		behind += at > part->last &&
			  h->a->text.tokens.at[at].kind == TOKEN_WORD;
	}
	return behind >= BEHIND_MIN;
}

/* "Thầy cô: có máy 24 người, có mạng 22 người. Học trò: có máy 61 em": where
 * the words end that lead a part's sentence in, as those of the paragraph lead
 * in the first one; 0 for none. */
static size_t own_lead_end(const struct hearer *h, int part)
{
	const struct anchor_text *text = &h->a->text;
	size_t number = h->parts.at[part].number;
	struct list_colon colon;

	if (!h->parts.at[part].is_new)
		return 0;
	colon = list_colon(h, part);
	return colon.at != SIZE_MAX && colon.words > 0 &&
			       colon.at + 1 < number &&
			       colon.first > h->parts.from &&
			       anchor_has_sign(text,
					       anchor_para_of(text, number),
					       colon.first - 1, ".")
		       ? colon.at + 1
		       : 0;
}

/* "THPT: 40": nothing but the level's figure stands behind it. */
static bool is_own_level(const struct hearer *h, size_t end)
{
	const struct token *t = h->a->text.tokens.at;
	size_t number = h->parts.n > 1 ? h->parts.at[1].number : SIZE_MAX;

	while (end < h->parts.to && end < number && said_is_filler(&t[end]))
		end++;
	return end == number;
}

/* The level that the words which lead a paragraph in name, -1 for none. */
static int level_of_lead(const struct hearer *h)
{
	size_t i, n;
	int level;

	for (i = h->parts.from; i < h->parts.to; i++) {
		if (h->parts.of[i - h->parts.from] != PART_LEAD)
			continue;
		level = hear_level(h, i, h->parts.to, &n);
		if (level >= 0)
			return is_own_level(h, i + n) ? -1 : level;
	}
	return -1;
}

/* "CSGD phổ thông: 20": no level of those listed before. */
static bool part_names_all(const struct hearer *h, int i)
{
	size_t number = h->parts.at[i].number, at = number;

	if (number == SIZE_MAX)
		return false;
	while (at > h->parts.from && h->parts.of[at - 1 - h->parts.from] == i)
		at--;
	return said_names_all(&h->a->text.tokens.at[at], number - at);
}

/* "khối CSGD phổ thông nói chung có 20 trường" */
static bool is_of_all_places(const struct hearer *h, int i)
{
	static const char *const ALL[] = {"pho", "thong"};
	const struct token *t = h->a->text.tokens.at;
	size_t number = h->parts.at[i].number, at;
	bool has_place = false;

	if (number == SIZE_MAX || list_level(h, i) != -1)
		return false;
	for (at = h->parts.from; at + 1 < number; at++) {
		if (h->parts.of[at - h->parts.from] != i)
			continue;
		has_place |= said_class_of(&t[at], number - at) == SAID_PLACES;
		if (has_place &&
		    (token_is_pair(&t[at], ALL) || token_is(&t[at], "csgdpt")))
			return true;
	}
	return false;
}

/* "Về quản trị, khối CSGD phổ thông nói chung có 20 trường": a sentence that is
 * of all places. */
static bool is_sentence_of_all(const struct hearer *h, int i)
{
	return list_begins_sentence(h, i) && is_of_all_places(h, i);
}

/* "THCS 10 cơ sở mức 3; các CSGD phổ thông 17 cơ sở mức 3, 26 cơ sở mức 2":
 * what goes on with a clause of all is of no level before it. */
static bool goes_on_with_all(const struct hearer *h, int i, int before)
{
	return list_level(h, i) == -1 && h->parts.at[before].is_new &&
	       is_of_all_places(h, before);
}

/* ... nor "Cộng: 20", or their rates. */
static bool is_of_all(const struct hearer *h, int i)
{
	int before;

	if (h->parts.at[i].is_rate && !h->parts.at[i].is_new &&
	    h->parts.at[i].before > 0 && list_level(h, i) == -1)
		i = h->parts.at[i].before;
	before = h->parts.at[i].before;
	if (is_sentence_of_all(h, i))
		return true;
	return list_level(h, i) == -1 &&
	       (list_is_behind(h, i) ||
		(before > 0 && list_level(h, before) >= 0 &&
		 !list_leads_level(h, before))) &&
	       (part_names_all(h, i) || list_sums_up(h, i));
}

/* "TH có 5 mức 1, 8 mức 2; cộng có 9 mức 1, 15 mức 2": behind levels that lead,
 * what adds them up leads too. */
static bool is_led_by_sum(const struct hearer *h, int i)
{
	int before = h->parts.at[i].before;

	if (before <= 0 || list_level(h, i) != -1)
		return false;
	return h->parts.at[i].is_new
		       ? h->led_level[before] >= 0 && list_sums_up(h, i)
		       : h->is_sum_led[before];
}

/* "Tiểu học: mức 1 5 trường, mức 2 8 trường; THCS: mức 1 4 trường, ...": where
 * a level leads the paragraph in, the next one leads in what is behind it; and
 * so does one that a sentence begins with, "Ở THCS tương ứng là 4, 6". */
static void lead_levels(struct hearer *h)
{
	bool is_led = level_of_lead(h) >= 0;
	int i, before;

	for (i = 1; i < h->parts.n; i++) {
		bool is_lead = list_leads_level(h, i) ||
			       (is_led && list_level(h, i) >= 0 &&
				list_begins_sentence(h, i));

		is_led |= is_lead;
		before = h->parts.at[i].around > 0 ? h->parts.at[i].around
						   : h->parts.at[i].before;
		h->is_sum_led[i] = is_led_by_sum(h, i);
		h->led_level[i] = !is_led || is_of_all(h, i) || h->is_sum_led[i]
					  ? -1
				  : is_lead    ? list_level(h, i)
				  : before > 0 ? h->led_level[before]
					       : -1;
	}
}

/* The parts whose words lead the sentences in. */
void around_leads(struct hearer *h)
{
	int i;

	lead_levels(h);
	h->leader[PART_LEAD] = PART_LEAD;
	for (i = 1; i < h->parts.n; i++) {
		int before = h->parts.at[i].before;

		h->lead_end[i] = own_lead_end(h, i);
		h->leader[i] = h->lead_end[i] ? i
			       : before > 0   ? h->leader[before]
					      : PART_LEAD;
	}
}

/* What leads the sentence in, or the paragraph; which part that is. */
static int hear_lead(struct hearer *h, int i)
{
	int leader = h->leader[i];

	if (leader == i)
		return leader;
	if (leader == PART_LEAD)
		hear_part(h, PART_LEAD, WEIGHT_LEAD, h->near_total == 0);
	else
		hear(h, &(struct run){h->parts.from, h->lead_end[leader],
				      leader, WEIGHT_LEAD, h->near_total == 0});
	return leader;
}

/* "45 trường, trong đó mầm non 5 trường. Phòng studio: 12 trường": the level of
 * a part of the last sentence's figure, and of nothing behind it. */
static bool is_behind_share(const struct hearer *h, int i)
{
	int before = h->parts.at[i].before, whole;

	if (!h->parts.at[i].is_new || before <= 0 ||
	    list_level(h, before) < 0 || list_begins_sentence(h, before))
		return false;
	whole = h->parts.at[before].before;
	if (whole > 0 && h->parts.at[whole].is_rate)
		whole = h->parts.at[whole].before;
	return whole > 0 && list_level(h, whole) == -1 &&
	       !h->parts.at[whole].is_rate;
}

/* The part that adds the list before one up: itself, or the count that its
 * rate stands behind, "Tổng: 50 trường, đạt 56%"; -1 none. */
static int sum_of(const struct hearer *h, int i, int before)
{
	if (before <= 0 && list_sums_up(h, i))
		return i;
	return before > 0 && h->is_bare && h->parts.at[i].is_rate &&
			       !h->parts.at[i].is_new &&
			       list_is_behind(h, before) &&
			       list_sums_up(h, before)
		       ? before
		       : -1;
}

/* A sum is of what its list is of. */
static void hear_sum(struct hearer *h, int i)
{
	int part = h->parts.at[i].before;

	hear_part(h, part, WEIGHT_AROUND, false);
	hear_part(h, list_begin(h, part), WEIGHT_AROUND, h->is_bare);
}

/* "Nền nếp: mức 3 có 18 trường, trong đó TH 10": the whole is nearer than what
 * leads the sentence in. True when it says something. */
static bool hear_before(struct hearer *h, int i, int around, int before)
{
	size_t n = h->touched.n;

	if (!h->is_bare || around > 0 || before <= 0 || list_level(h, i) < 0)
		return false;
	hear_part(h, before, WEIGHT_AROUND, true);
	return h->touched.n > n;
}

/* What is no name tells all of it; names behind a figure that is told already,
 * less. */
static void hear_part_own(struct hearer *h, int i)
{
	size_t cut = said_names(h, &h->parts.at[i]);
	bool are_names;

	hear(h, &(struct run){h->parts.from, cut, i, WEIGHT_OWN, true});
	are_names = h->near_total > STRONG * h->form->words.most;
	hear(h,
	     &(struct run){cut, h->parts.to, i,
			   are_names ? WEIGHT_NAMES : WEIGHT_OWN, !are_names});
}

/* What a part says itself. */
static void hear_own(struct hearer *h, int i)
{
	h->level = list_level(h, i) == -1 ? h->led_level[i] : list_level(h, i);
	h->is_settled = h->level != -1 || h->is_sum_led[i] ||
			list_is_equal(h, &h->parts.at[i]) ||
			part_names_all(h, i);
	if (h->parts.at[i].listed < h->parts.at[i].listed_end)
		hear(h, &(struct run){h->parts.at[i].listed,
				      h->parts.at[i].listed_end, -1, WEIGHT_OWN,
				      true});
	hear_part_own(h, i);
	h->is_bare = h->near_total <= 0;
	if (h->parts.at[i].led < h->parts.at[i].led_end)
		hear(h,
		     &(struct run){h->parts.at[i].led, h->parts.at[i].led_end,
				   -1, WEIGHT_LEAD, h->near_total == 0});
}

/* What brackets stand behind. */
static void hear_around(struct hearer *h, int around)
{
	if (around > 0)
		hear_part(h, around, WEIGHT_AROUND, h->near_total == 0);
	if (around > 0 && h->near_total <= 0 && is_rate_behind(h, around))
		hear_part(h, around + 1, WEIGHT_AROUND, true);
}

/* "463 học liệu THPT; năm học này 128 học liệu" */
static bool tells_time(const struct hearer *h, int i)
{
	static const char *const YEARS[][2] = {{"nam", "hoc"}, {"nam", "nai"}};
	size_t number = h->parts.at[i].number, at;

	if (!h->parts.at[i].is_new || number == SIZE_MAX)
		return false;
	for (at = h->parts.from; at + 1 < number; at++)
		if (h->parts.of[at - h->parts.from] == i &&
		    token_is_pair_among(&h->a->text.tokens.at[at], YEARS,
					sizeof(YEARS) / sizeof(*YEARS)))
			return true;
	return false;
}

/* What is said of the sentence before is not said of a part: it begins one
 * itself, "THCS không có trường nào. Mức độ 2 có 18 trường", or is the rate of
 * what does. */
static bool begins_anew(const struct hearer *h, int i, int around)
{
	if (around > 0)
		return list_begins_sentence(h, around) &&
		       list_level(h, around) == -1 && h->parts.at[i].is_rate;
	return !h->is_bare && (list_begins_sentence(h, i) || tells_time(h, i));
}

/* How much of the parts before is said of one. */
static float weight_before(const struct hearer *h)
{
	if (h->near_total > STRONG * h->form->words.most)
		return WEIGHT_BEHIND;
	return h->near_total > 0 ? WEIGHT_BEFORE : WEIGHT_AROUND;
}

/* The parts before one, the less the farther they are. */
struct chain {
	int before, leader;
	float weight;
	bool is_heard; /* the first was heard already */
};

/* Some part of the paragraph names a level: what is above it does not. */
static bool names_levels(const struct hearer *h)
{
	int i;

	for (i = 0; i < h->parts.n; i++)
		if (list_level(h, i) != -1)
			return true;
	return false;
}

static void hear_chain(struct hearer *h, int i, struct chain chain)
{
	/* "wifi: 45 CSGD (MN 12, TH 20)": said of each of them */
	bool is_near = list_level(h, i) >= 0 && h->near_total <= 0;
	int before = chain.before;
	size_t n;

	for (n = 0; n < BEFORE_MAX && before > 0; n++) {
		size_t heard = h->touched.n;

		hear_part(h, before, chain.weight, is_near && n == 0);
		/* "45 CSGD, đạt 90%, lắp mạng wifi, trong đó MN 12" */
		if (h->touched.n == heard && is_rate_behind(h, before))
			hear_part(h, before + 1, chain.weight,
				  is_near && n == 0);
		/* what says nothing leads nothing away */
		if (!h->parts.at[before].is_rate &&
		    (h->touched.n > heard || before == chain.leader ||
		     (n == 0 && chain.is_heard)))
			chain.weight /= 2;
		/* no level is told from far, nor by the sentence before */
		h->is_settled |=
			goes_on_with_all(h, i, before) ||
			(n + 1 >= LEVEL_BEFORE_MAX && names_levels(h)) ||
			(h->touched.n > heard && is_behind_share(h, before));
		if (is_sentence_of_all(h, before) ||
		    (n + 1 >= LEVEL_BEFORE_MAX &&
		     list_begins_sentence(h, before))) {
			h->is_settled = true;
			return;
		}
		before = h->parts.at[before].before;
	}
}

/* "... đều được quản lý bằng hồ sơ số": of all that were counted. */
static bool is_of_each(const struct hearer *h, int part)
{
	size_t i;

	for (i = h->parts.at[part].last + 1; i < h->parts.to; i++)
		if (h->parts.of[i - h->parts.from] == part &&
		    token_is(&h->a->text.tokens.at[i], "deu") &&
		    token_spells(&h->a->text.tokens.at[i], hear_text(h, i),
				 "đều"))
			return true;
	return false;
}

/* "12 trường và 3 trung tâm có wifi", "21.460 học sinh và 1.284 giáo viên đều
 * có": what is joined behind. */
static void hear_joined(struct hearer *h, int i)
{
	if (i + 1 < h->parts.n &&
	    (h->parts.at[i + 1].is_joined ||
	     (h->parts.at[i + 1].is_and && is_of_each(h, i + 1))) &&
	    !h->parts.at[i].is_rate && !h->parts.at[i + 1].is_rate &&
	    h->parts.at[i + 1].before == i)
		hear_part(h, i + 1, WEIGHT_BEFORE, false);
}

/* A rank in the words of a part. */
static bool has_rank(const struct hearer *h, int part)
{
	size_t i;

	for (i = h->parts.from; i + 1 < h->parts.to; i++)
		if (h->parts.of[i - h->parts.from] == part &&
		    said_is_rank(&h->a->text.tokens.at[i]))
			return true;
	return false;
}

/* "có 26 CSGD, chiếm 63%, ở mức 2": the rank of a count behind its rate. */
static void hear_rank_behind(struct hearer *h, int i)
{
	if (h->near_total > 0 && is_rate_behind(h, i) && !has_rank(h, i) &&
	    has_rank(h, i + 1))
		hear_part(h, i + 1, WEIGHT_OWN, true);
}

static void hear_parts(struct hearer *h, int i)
{
	int around = around_of(h, i), sum;
	struct chain chain = {.before = list_whole(h, i)};
	bool is_list = list_is_behind(h, i) ||
		       (around > 0 && list_is_behind(h, around));

	hear_own(h, i);
	chain.weight = weight_before(h);
	h->is_settled |= is_sum_around(h, i);
	hear_around(h, around);
	chain.is_heard = hear_before(h, i, around, chain.before);
	/* "Có 45 CSGD, đạt 90%, lắp mạng wifi" */
	if (h->near_total <= STRONG * h->form->words.most &&
	    is_rate_behind(h, i))
		hear_part(h, i + 1, WEIGHT_AROUND, true);
	hear_rank_behind(h, i);
	chain.leader = hear_lead(h, i);
	/* a new sentence goes on less with the last */
	if (h->parts.at[i].is_new &&
	    h->near_total > WEAK * h->form->words.most) {
		chain.weight *= NEW_SHARE;
		h->is_settled |= is_behind_share(h, i);
	}
	h->is_settled |= names_levels(h) && begins_anew(h, i, around);
	if (around > 0 && chain.before <= 0) {
		chain.before = h->parts.at[around].before;
		if (h->near_total > 0)
			chain.weight /= 2;
	}
	/* a list of levels says nothing of what follows it, but of its sum */
	h->is_settled |= is_list;
	sum = around <= 0 && is_list ? sum_of(h, i, chain.before) : -1;
	if (sum > 0)
		hear_sum(h, sum);
	else if (h->is_bare && !is_rate_behind(h, i) && chain.before <= 0 &&
		 around <= 0)
		hear_first(h, i);
	if (chain.before > 0 && h->parts.at[i].is_joined &&
	    !h->parts.at[i].is_rate)
		chain.weight = WEIGHT_AROUND;
	/* "12 người học A, 8 người học B": A is the first one's alone */
	if (chain.before > 0 && begins_part(h, i) &&
	    begins_part(h, chain.before))
		chain.weight *= LED_SHARE;
	hear_chain(h, i, chain);
	hear_behind(h, i);
	hear_joined(h, i);
}

static bool has_unit(const struct hearer *h, size_t number)
{
	const struct token *t = &h->a->text.tokens.at[number + 1];
	size_t n;

	return number + 1 < h->parts.to && t->kind == TOKEN_WORD &&
	       hear_level(h, number + 1, h->parts.to, &n) < 0;
}

/* The whole number of a part, -1 when it is none. */
static long plain_number(const struct hearer *h, int i)
{
	const struct token *t = &h->a->text.tokens.at[h->parts.at[i].number];
	long number = 0;
	size_t n;

	if (h->parts.at[i].number != h->parts.at[i].last || t->n > PLAIN_MAX)
		return -1;
	for (n = 0; n < t->n; n++) {
		if (t->bare[n] < '0' || t->bare[n] > '9')
			return -1;
		number = number * 10 + (t->bare[n] - '0');
	}
	return number;
}

/* "89,8% trường (44/49): mầm non: 20; tiểu học: 17; THCS: 7": the levels of a
 * rate add up to the count in brackets behind it. */
static bool adds_to_count(const struct hearer *h, int rate)
{
	long sum = 0, count = -1, number;
	int i;

	for (i = 1; i < h->parts.n; i++) {
		const struct said_part *part = &h->parts.at[i];

		if (part->number == SIZE_MAX || part->is_rate)
			continue;
		number = plain_number(h, i);
		if (list_level(h, i) >= 0 && number < 0)
			return false;
		if (list_level(h, i) >= 0)
			sum += number;
		else if (part->around == rate)
			count = number;
	}
	return count > 0 && sum == count;
}

/* "48,8% (MN: 24/30 (80,0%); TH: 6/21 (28,6%))": the rate of a count stands in
 * its own brackets. */
static bool has_rate_within(const struct hearer *h, int i)
{
	int k;

	for (k = i + 1; k < h->parts.n; k++)
		if (h->parts.at[k].around == i && h->parts.at[k].is_rate)
			return true;
	return false;
}

/* A figure by level is a rate when its whole is. */
bool around_is_rate(struct hearer *h, int i)
{
	const struct said_part *part = &h->parts.at[i];
	int whole;

	if (part->is_rate || list_level(h, i) < 0 || has_unit(h, part->last) ||
	    is_rate_behind(h, i) || has_rate_within(h, i))
		return part->is_rate;
	whole = list_whole(h, i);
	if (whole <= 0)
		whole = around_of(h, i);
	return whole > 0 && h->parts.at[whole].is_rate &&
	       !adds_to_count(h, whole);
}

/* "Giáo viên có máy tính/ đường truyền Internet/ phần mềm", of which another
 * paragraph, "Giáo viên có máy tính", names one. */
static bool enumerates(const struct hearer *h, size_t title, size_t para)
{
	const struct anchor_text *text = &h->a->text;
	const struct token *t = text->tokens.at;
	size_t all = text->first[title + 1] - text->first[title];
	size_t words = 0, telling = 0, shared = 0, i;

	if (title == para || all < TITLE_WORDS_MIN || all > TITLE_WORDS_MAX)
		return false;
	for (i = text->first[para]; i < text->first[para + 1]; i++) {
		if (t[i].kind != TOKEN_WORD)
			continue;
		words++;
		telling += !said_is_filler(&t[i]);
		shared += anchor_is_word_of(text, title, &t[i]);
	}
	return words < all && telling >= NAMED_MIN && shared >= NAMED_MIN &&
	       shared + NAMED_REST >= words;
}

/* ... that is the figure's own, or another head of its row. */
static bool is_enumeration(const struct hearer *h, size_t head, size_t own)
{
	size_t title = h->heads.at[head].para, i;

	if (enumerates(h, title, own))
		return true;
	for (i = 0; i < h->heads.n; i++)
		if (h->heads.at[i].is_near &&
		    enumerates(h, title, h->heads.at[i].para))
			return true;
	return false;
}

/* Words in the cell of a figure say most. Where it has none, the words of the
 * row stand beside it; and those over its column where the row has none of its
 * own: a level's name, "Cộng". */
static void hear_heads(struct hearer *h, size_t para)
{
	bool has_own = h->near_total > 0, is_bare = !has_own;
	size_t i;

	for (i = 0; i < h->heads.n; i++)
		if (h->heads.at[i].is_near && is_enumeration(h, i, para)) {
			hear_para(h, h->heads.at[i].para, WEIGHT_TITLE, false);
		} else if (h->heads.at[i].is_near) {
			hear_para(h, h->heads.at[i].para,
				  has_own ? WEIGHT_ROW_LESS
					  : h->heads.at[i].weight,
				  !has_own);
			is_bare &= h->near_total <= WEAK * h->form->words.most;
		}
	h->is_row_bare = is_bare;
	for (i = 0; i < h->heads.n; i++)
		if (!h->heads.at[i].is_near)
			hear_para(h, h->heads.at[i].para, h->heads.at[i].weight,
				  is_bare && h->heads.at[i].is_column);
}

/* "CSGD phổ thông" over a column, before a row: of no level. */
static bool heads_name_all(const struct hearer *h)
{
	const struct anchor_text *text = &h->a->text;
	size_t i, first;

	for (i = 0; i < h->heads.n; i++) {
		first = text->first[h->heads.at[i].para];
		if (said_names_all(&text->tokens.at[first],
				   text->first[h->heads.at[i].para + 1] -
					   first))
			return true;
	}
	return false;
}

/* "Bậc Tiểu học" */
static bool names_level(const struct hearer *h, size_t para)
{
	size_t to = h->a->text.first[para + 1], i, n;

	for (i = h->a->text.first[para]; i < to; i++)
		if (hear_level(h, i, to, &n) >= 0)
			return true;
	return false;
}

/* "Biểu 1:", nothing, behind a paragraph that leads on. */
static bool is_number_alone(struct hearer *h, size_t para)
{
	const struct wml_para *before = &h->a->text.wml->paras.at[para - 1];
	size_t n = h->a->text.first[para + 1] - h->a->text.first[para];

	return n <= CAPTION_WORDS_MAX && !hear_says(h, para) &&
	       !names_level(h, para) && before->depth == 0 &&
	       (before->size == 0 || before->text[before->size - 1] == ':');
}

/* What stands before a table whose heads say nothing says it all. */
static void hear_caption(struct hearer *h, size_t para, bool is_total)
{
	bool is_bare = h->near_total <= 0 && !is_total;
	size_t n;

	/* "Biểu 1", an empty line: what stands before that */
	for (n = 0; n < CAPTION_UP_MAX && para > 0 && is_number_alone(h, para);
	     n++)
		para--;
	hear_para(h, para, is_bare ? WEIGHT_AROUND : WEIGHT_CAPTION, is_bare);
}

static void hear_above(struct hearer *h, size_t para)
{
	float weight = WEIGHT_ABOVE;
	size_t n;

	for (n = 0; n < ABOVE_MAX && h->above[para]; n++) {
		para = h->above[para] - 1;
		hear_para(h, para, weight, false);
		weight = n ? weight * 0.9F : WEIGHT_HIGHER;
	}
}

/* "Phòng studio chỉ có ở 2 trường THCS", and no other level in the sentence:
 * there are no others, so that is how many there are. */
static bool says_only(const struct hearer *h, int part)
{
	static const char *const BETWEEN[] = {"bi", "co", "duoc", "o", "trang"};
	static const char *const ONLY[] = {"chi", "moi"};
	const struct token *t = h->a->text.tokens.at;
	size_t at = h->parts.at[part].number, first, n;
	int i;

	if (at == SIZE_MAX || list_level(h, part) < 0 ||
	    list_level_end(h, part, &first) != SIZE_MAX)
		return false;
	for (i = 1; i < h->parts.n; i++)
		if (i != part && h->parts.at[i].around == part &&
		    list_level(h, i) != -1)
			return false;
	for (i = part; i > 1 && !list_begins_sentence(h, i); i--)
		if (list_level(h, i - 1) != -1)
			return false;
	for (i = part + 1; i < h->parts.n && !list_begins_sentence(h, i) &&
			   h->parts.at[i].around < 0;
	     i++)
		if (list_level(h, i) != -1)
			return false;
	for (n = 0; n < ONLY_REACH && at > h->parts.from; n++, at--)
		if (!token_is_among(&t[at - 1], BETWEEN,
				    sizeof(BETWEEN) / sizeof(*BETWEEN)))
			break;
	return n > 0 && at > h->parts.from &&
	       token_is_among(&t[at - 1], ONLY, sizeof(ONLY) / sizeof(*ONLY));
}

void around_hear(struct hearer *h, const struct said_figure *figure, int part,
		 bool in_table)
{
	hear_nothing(h);
	hear_parts(h, part);
	h->is_far = h->level == -1;
	if (in_table) {
		hear_heads(h, figure->para);
		h->is_far = h->level == -1;
		h->is_settled |= heads_name_all(h);
		h->is_outside = true;
		h->is_settled |= figure->is_sum_row || figure->is_below_all;
		if (h->heads.before > 0)
			hear_caption(h, h->heads.before - 1,
				     figure->is_row_total ||
					     figure->is_column_total);
	}
	h->is_outside = true;
	hear_above(h, figure->para);
	/* "Trường TH, THCS và THPT Biển Xanh gửi báo cáo theo biểu sau:" */
	if (h->is_far && h->level == SAID_SEVERAL)
		h->level = -1;
	if (!in_table && says_only(h, part))
		h->level = -1;
}
