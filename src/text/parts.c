/* parts.c - see parts.h. */
#include "text/parts.h"

#include "text/figure.h"
#include "text/utf8.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* A label as the keys of its words. */
struct keys {
	size_t first, n; /* in part_labels.words */
	int index;
};

struct part_labels {
	struct text_words words; /* of all labels */
	struct keys all[PARTS_LABELS_MAX];
	size_t n;
};

int part_labels_new(struct part_labels **out, const struct part_label *labels,
		    size_t n, struct vb_error *err)
{
	struct part_labels *set = NULL;
	size_t i;

	*out = NULL;
	if (n > PARTS_LABELS_MAX)
		return err_set(err, VB_LIMIT, "more than %d labels",
			       PARTS_LABELS_MAX);
	set = calloc(1, sizeof(*set));
	for (i = 0; set && i < n; i++) {
		struct keys *keys = &set->all[set->n];

		keys->first = set->words.n;
		keys->index = labels[i].index;
		text_words_add(&set->words, labels[i].text,
			       strlen(labels[i].text), 0,
			       WORD_LETTERS | WORD_FIGURE);
		keys->n = set->words.n - keys->first;
		if (keys->n > 0)
			set->n++;
	}
	if (!set || set->words.failed) {
		part_labels_free(set);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	*out = set;
	return VB_OK;
}

void part_labels_free(struct part_labels *labels)
{
	if (!labels)
		return;
	text_words_release(&labels->words);
	free(labels);
}

/* The longest label whose words stand from word `i` on; signs between the
 * words of the text ("tiểu-học") are passed over. NULL when none does. */
static const struct keys *match(const struct part_labels *labels,
				const struct text_words *words, size_t i,
				size_t *end)
{
	const struct keys *best = NULL;
	size_t l;

	for (l = 0; l < labels->n; l++) {
		const struct keys *keys = &labels->all[l];
		size_t k = 0, w = i;

		while (k < keys->n && w < words->n) {
			if (words->at[w].kind == WORD_SIGN && k > 0 &&
			    words->at[w - 1].kind != WORD_SIGN) {
				w++;
				continue;
			}
			if (words->at[w].key !=
			    labels->words.at[keys->first + k].key)
				break;
			k++;
			w++;
		}
		if (k == keys->n && (!best || keys->n > best->n)) {
			best = keys;
			*end = w;
		}
	}
	return best;
}

static struct text_span between(const char *text, size_t from, size_t to)
{
	return (struct text_span){text + from, to > from ? to - from : 0};
}

static size_t word_end(const struct text_words *words, size_t i)
{
	return words->at[i].start + words->at[i].size;
}

static bool is_and(const struct text_span s)
{
	static const char word[] = "và";
	const size_t n = sizeof(word) - 1;

	return s.size == n && memcmp(s.at, word, n) == 0;
}

static bool is_joint(uint32_t c)
{
	switch (c) {
	case ':':
	case ';':
	case ',':
	case '=':
	case '(':
	case ')':
	case '+':
	case '/':
	case '-':
	case '[':
	case ']':
	case '|':
	case '*':
	case '.':
	case 0x2022:
	case 0x2192:
		return true;
	default:
		return (c >= 0x2010 && c <= 0x2015) || text_is_space(c) ||
		       text_is_zero_width(c);
	}
}

/* Without what joins values to labels and parts to each other. A '-' alone
 * is an answer. */
static struct text_span bare(struct text_span s)
{
	struct text_span all = text_trim(s.at, s.size);
	size_t from = 0, end = 0, at;

	s = all;
	while (from < s.size) {
		size_t next = from;

		if (!is_joint(utf8_next(s.at, s.size, &next)))
			break;
		from = next;
	}
	for (at = end = from; at < s.size;)
		if (!is_joint(utf8_next(s.at, s.size, &at)))
			end = at;
	s = between(s.at, from, end);
	if (s.size > 3 && s.at[3] == ' ' && is_and(between(s.at, 0, 3)))
		s = text_trim(s.at + 3, s.size - 3);
	if (s.size >= 3 && is_and(between(s.at, s.size - 3, s.size)) &&
	    (s.size == 3 || s.at[s.size - 4] == ' '))
		s = text_trim(s.at, s.size - 3);
	return s;
}

/* Where labels stand in a line. */
struct hit {
	int index;
	size_t start, end;
};

struct hits {
	struct hit at[PARTS_MAX];
	size_t n;
	bool is_over; /* there are more */
	size_t first_figure;
};

static void find_hits(struct hits *hits, const struct part_labels *labels,
		      const struct text_words *words)
{
	size_t i, end = 0;

	hits->n = 0;
	hits->is_over = false;
	hits->first_figure = SIZE_MAX;
	for (i = 0; i < words->n; i = end) {
		const struct keys *keys = NULL;

		end = i + 1;
		if (words->at[i].kind == WORD_LETTERS ||
		    words->at[i].kind == WORD_FIGURE)
			keys = match(labels, words, i, &end);
		if (!keys && words->at[i].kind == WORD_FIGURE &&
		    hits->first_figure == SIZE_MAX)
			hits->first_figure = words->at[i].start;
		if (!keys)
			continue;
		if (hits->n == PARTS_MAX) {
			hits->is_over = true;
			return;
		}
		hits->at[hits->n++] = (struct hit){keys->index,
						   words->at[i].start,
						   word_end(words, end - 1)};
	}
}

static bool has_figure(struct text_span s)
{
	size_t i;

	for (i = 0; i < s.size; i++)
		if (s.at[i] >= '0' && s.at[i] <= '9')
			return true;
	return false;
}

/* "40, trong đó: 12 MN, 20 TH": the label comes behind its figure, but what
 * stands before the first is more than one value. */
static size_t value_start(struct text_span s)
{
	struct figure f;
	size_t at = 0, last = 0;

	while (figure_next(&f, s.at, s.size, &at))
		last = f.start;
	return last;
}

static void cut_behind(struct parts *parts, const struct hits *hits,
		       const char *text)
{
	size_t i, from = 0;

	for (i = 0; i < hits->n; i++) {
		struct part *part = &parts->at[parts->n++];
		struct text_span s = between(text, from, hits->at[i].start);

		if (i == 0) {
			size_t start = value_start(s);

			parts->before = bare(between(text, 0, start));
			s = between(text, start, hits->at[i].start);
		}
		part->value = bare(s);
		from = hits->at[i].end;
	}
}

static void cut_before(struct parts *parts, const struct hits *hits,
		       const char *text, size_t size)
{
	size_t i;

	parts->before = bare(between(text, 0, hits->at[0].start));
	for (i = 0; i < hits->n; i++) {
		size_t end = i + 1 < hits->n ? hits->at[i + 1].start : size;

		parts->at[parts->n++].value =
			bare(between(text, hits->at[i].end, end));
	}
}

static bool is_doubtful(const struct parts *parts)
{
	size_t i, j;

	for (i = 0; i < parts->n; i++) {
		if (parts->at[i].value.size == 0)
			return true;
		for (j = 0; j < i; j++)
			if (parts->at[j].index == parts->at[i].index)
				return true;
	}
	return false;
}

bool parts_read(struct parts *parts, const struct part_labels *labels,
		const char *text, size_t size)
{
	struct text_words words = {0};
	struct hits hits;
	size_t i;

	parts->n = 0;
	parts->before = (struct text_span){text, 0};
	text_words_add(&words, text, size, 0, WORD_ANY);
	parts->is_doubtful = words.failed;
	find_hits(&hits, labels, &words);
	if (words.failed || hits.n == 0) {
		text_words_release(&words);
		return false;
	}
	/* "40 (MN: 12": a figure before the first label may be a total; the
	 * label is followed by a figure then, and the last one too */
	if (hits.first_figure < hits.at[0].start &&
	    !has_figure(between(text, hits.at[hits.n - 1].end, size)))
		cut_behind(parts, &hits, text);
	else
		cut_before(parts, &hits, text, size);
	for (i = 0; i < hits.n; i++) {
		parts->at[i].index = hits.at[i].index;
		parts->at[i].label = between(text, hits.at[i].start,
					     hits.at[i].end);
	}
	parts->is_doubtful = hits.is_over || is_doubtful(parts);
	text_words_release(&words);
	return true;
}

/* ---- status -------------------------------------------------------------- */

static bool is_denied(const struct text_words *words, size_t start)
{
	static const char *const deny[] = {"chưa", "không", "ko"};
	const struct text_word *before = NULL;
	size_t i;

	for (i = 0; i < words->n && words->at[i].start < start; i++)
		before = &words->at[i];
	for (i = 0; before && i < sizeof(deny) / sizeof(*deny); i++)
		if (before->key == text_words_key(deny[i], strlen(deny[i])))
			return true;
	return false;
}

/* The one share of the text; false when there are two. */
static bool find_share(struct part_status *out, const char *text, size_t size)
{
	struct figure f;
	size_t at = 0;

	while (figure_next(&f, text, size, &at)) {
		if (f.kind != FIGURE_PERCENT)
			continue;
		if (out->share.size)
			return false;
		out->share = f.first;
	}
	return true;
}

static bool has_more(const struct text_words *words, const struct hit *hit)
{
	size_t i;

	for (i = 0; i < words->n; i++)
		if (words->at[i].kind == WORD_LETTERS &&
		    (words->at[i].start < hit->start ||
		     words->at[i].start >= hit->end))
			return true;
	return false;
}

bool parts_status(struct part_status *out, const struct part_labels *labels,
		  const char *text, size_t size)
{
	struct text_words words = {0};
	struct hits hits;
	bool good;
	size_t i;

	*out = (struct part_status){.index = -1, .share = {text, 0}};
	text_words_add(&words, text, size, 0, WORD_ANY);
	find_hits(&hits, labels, &words);
	good = !words.failed && hits.n > 0 && !hits.is_over;
	for (i = 1; good && i < hits.n; i++)
		good = hits.at[i].index == hits.at[0].index;
	good = good && !is_denied(&words, hits.at[0].start) &&
	       find_share(out, text, size);
	if (good) {
		out->index = hits.at[0].index;
		out->label = between(text, hits.at[0].start, hits.at[0].end);
		out->has_more = has_more(&words, &hits.at[0]);
	}
	text_words_release(&words);
	return good;
}
