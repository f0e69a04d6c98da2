/*
 * facet_prose.c - which value of a facet a figure is told by in its own
 * paragraph: the one before it, "mức 1: 5 trường, mức 2: 7 trường"; the one
 * behind it, "5 trường ở mức 1, 7 trường ở mức 2"; by their order, "mức 1, 2
 * và 3 lần lượt là 5, 7 và 2"; or the one that a sentence before is about.
 */
#include "extract/facet.h"

#include <string.h>

enum {
	RUNS_MAX = 64, /* of a sentence; a longer one tells nothing */
	COUNTS_MAX = PARTS_MAX,
	SENTENCES_BACK = 10,	/* that may say what one is about */
	CLAUSE_MAX = 40,	/* tokens before a figure, and behind it */
	NAMED_FIGURES_MAX = 60, /* of a paragraph that names rates */
	NAMED_RATES_MIN = 2, /* behind the counts: told by names of their own */
	ORDER_MAX = 12
};

/* What is named between two counts. */
struct run {
	size_t token; /* its first */
	int value;
	bool is_weak;	       /* by "Tổng" or the like, and no more */
	int listed[ORDER_MAX]; /* different values, in their order */
	size_t n;
};

/* A sentence, and what of one axis is in it. */
struct sentence {
	const struct facet_page *page;
	unsigned axis;
	size_t para;
	size_t from, to; /* tokens */
	struct run runs[RUNS_MAX];
	size_t n;
	size_t counts[COUNTS_MAX]; /* their tokens, in their order */
	size_t n_counts;
	bool is_full; /* more is in it than is looked at */
};

static const struct anchor_text *text_of(const struct facet_page *page)
{
	return &page->m->a->text;
}

static int whole_or(const struct sentence *s, int otherwise)
{
	int whole = s->page->facets->axes[s->axis].whole;

	return whole >= 0 ? whole : otherwise;
}

/* ---- where it is --------------------------------------------------------- */

/* A full stop, or the end of a line, stands before a token. */
static bool begins(const struct anchor_text *text, size_t para, size_t token)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	const struct token *t = &text->tokens.at[token];
	size_t at;

	if (token == text->first[para])
		return true;
	for (at = t[-1].start + t[-1].size; at < t->start; at++)
		if (p->text[at] == '\n' ||
		    (p->text[at] == '.' && at + 1 < t->start &&
		     strchr(" \n", p->text[at + 1])))
			return true;
	return false;
}

static void find_bounds(struct sentence *s, size_t token)
{
	const struct anchor_text *text = text_of(s->page);
	struct facet_bounds *last = s->page->last;

	if (last->para == s->para && token >= last->from && token < last->to) {
		s->from = last->from;
		s->to = last->to;
		return;
	}
	s->from = token;
	s->to = token + 1;
	while (!begins(text, s->para, s->from))
		s->from--;
	while (s->to < text->first[s->para + 1] &&
	       !begins(text, s->para, s->to))
		s->to++;
	*last = (struct facet_bounds){s->para, s->from, s->to};
}

/* ---- what is in it ------------------------------------------------------- */

static bool is_count(const struct sentence *s, const struct said_figure *f)
{
	return !f->is_rate && !f->aside && f->token >= s->from &&
	       f->token < s->to;
}

/* How many counts of the sentence stand before a token. */
static size_t counts_before(const struct sentence *s, size_t token)
{
	size_t n = 0;

	while (n < s->n_counts && s->counts[n] < token)
		n++;
	return n;
}

static void add_count(struct sentence *s, size_t token)
{
	size_t at = s->n_counts++;

	for (; at > 0 && s->counts[at - 1] > token; at--)
		s->counts[at] = s->counts[at - 1];
	s->counts[at] = token;
}

static void find_counts(struct sentence *s)
{
	const struct said_figure *all = s->page->m->page->figures.at;
	size_t i = s->page->figures[s->para];

	s->n_counts = 0;
	s->is_full = false;
	for (; i < s->page->figures[s->para + 1] && !s->is_full; i++) {
		if (!is_count(s, &all[i]))
			continue;
		s->is_full = s->n_counts == COUNTS_MAX;
		if (!s->is_full)
			add_count(s, all[i].token);
	}
}

/* The first token behind the counts. */
static size_t counts_end(const struct sentence *s)
{
	return s->n_counts > 0 ? s->counts[s->n_counts - 1] + 1 : s->from;
}

/* ';' parts what is left without a figure from the next. */
static bool is_parted(const struct sentence *s, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to; i++)
		if (anchor_has_sign(text_of(s->page), s->para, i, ";"))
			return true;
	return false;
}

static void add_to(const struct sentence *s, struct run *run,
		   const struct facet_mention *m)
{
	if (m->is_weak) {
		/* "cả TH và THCS" */
		run->value = run->n == 1 ? run->value : whole_or(s, run->value);
		return;
	}
	if (run->n > 0 && run->listed[run->n - 1] == m->value)
		return;
	if (run->n < ORDER_MAX)
		run->listed[run->n++] = m->value;
	if (run->n == 1)
		run->value = m->value;
	else if (!run->is_weak && run->value != whole_or(s, FACET_UNSURE))
		run->value = m->value == whole_or(s, FACET_UNSURE)
				     ? m->value
				     : FACET_UNSURE;
	else
		run->value = whole_or(s, FACET_UNSURE);
}

static bool is_in(const struct sentence *s, const struct facet_mention *m)
{
	return m->axis == s->axis && m->token >= s->from && m->token < s->to;
}

/* "80% (24 trường)": the count in the brackets behind a rate. */
static bool is_in_bracket(const struct facet_page *page,
			  const struct said_figure *rate,
			  const struct said_figure *count)
{
	size_t i;

	if (count->is_rate || count->token <= rate->last ||
	    !anchor_has_sign(text_of(page), rate->para, count->token - 1, "("))
		return false;
	/* nothing but its sign stands between */
	for (i = rate->last + 1; i < count->token; i++)
		if (text_of(page)->tokens.at[i].kind != TOKEN_SIGN)
			return false;
	return true;
}

/* The count that stands beside a rate, SIZE_MAX for none. */
static size_t count_of(const struct facet_page *page, size_t rate)
{
	const struct said_figure *all = page->m->page->figures.at;
	size_t para = all[rate].para, i;

	if (all[rate].of != SIZE_MAX && all[all[rate].of].para == para)
		return all[rate].of;
	for (i = page->figures[para]; i < page->figures[para + 1]; i++)
		if (is_in_bracket(page, &all[rate], &all[i]))
			return i;
	return SIZE_MAX;
}

/* The token behind the figure before one, of its paragraph. */
static size_t behind_last_figure(const struct facet_page *page, size_t figure)
{
	const struct said_figure *all = page->m->page->figures.at;
	size_t para = all[figure].para, from = text_of(page)->first[para], i;

	for (i = page->figures[para]; i < page->figures[para + 1]; i++)
		if (all[i].token < all[figure].token && all[i].last >= from)
			from = all[i].last + 1;
	return from;
}

/* What is named between a rate that no count stands beside and the figure
 * before it: "TH: 46,7%, THCS: 41,7%". */
static int named_right_before(const struct facet_page *page, size_t figure,
			      unsigned axis)
{
	const struct said_figure *f = &page->m->page->figures.at[figure];
	size_t from = behind_last_figure(page, figure);
	size_t i = page->first[f->para], end = page->first[f->para + 1];
	int value = FACET_NONE;

	if (!f->is_rate ||
	    page->figures[f->para + 1] - page->figures[f->para] >
		    NAMED_FIGURES_MAX ||
	    count_of(page, figure) != SIZE_MAX)
		return FACET_NONE;

	for (; i < end && page->mentions.at[i].token < f->token; i++) {
		const struct facet_mention *m = &page->mentions.at[i];

		if (m->axis != axis || m->is_weak || m->token < from)
			continue;
		value = value == FACET_NONE || value == m->value ? m->value
								 : FACET_UNSURE;
	}
	return value;
}

/* "12 trường (TH: 7, THCS: 5), tỷ lệ 44% (TH: 47%, THCS: 42%)": names behind
 * all counts are those of rates. */
static bool has_named_rates(const struct sentence *s)
{
	const struct said_figure *all = s->page->m->page->figures.at;
	size_t i = s->page->figures[s->para], n = 0;

	for (; i < s->page->figures[s->para + 1] && n < NAMED_RATES_MIN; i++)
		n += !all[i].aside && all[i].token >= counts_end(s) &&
		     all[i].token < s->to &&
		     named_right_before(s->page, i, s->axis) >= 0;
	return n == NAMED_RATES_MIN;
}

static void find_runs(struct sentence *s)
{
	size_t i = s->page->first[s->para], end = s->page->first[s->para + 1];
	size_t last = 0, counts = 0, to;

	s->n = 0;
	s->is_full |= end - i > FACET_MENTIONS_MAX;
	to = !s->is_full && has_named_rates(s) ? counts_end(s) : s->to;
	for (; i < end && !s->is_full; i++) {
		const struct facet_mention *m = &s->page->mentions.at[i];

		if (!is_in(s, m) || m->token >= to)
			continue;
		if (s->n == 0 || counts_before(s, m->token) != counts ||
		    is_parted(s, last, m->token)) {
			s->is_full = s->n == RUNS_MAX;
			if (s->is_full)
				return;
			s->runs[s->n++] =
				(struct run){.token = m->token,
					     .value = whole_or(s, FACET_NONE),
					     .is_weak = m->is_weak};
		}
		add_to(s, &s->runs[s->n - 1], m);
		last = m->token;
		counts = counts_before(s, last);
	}
	for (i = 0; i < s->n; i++)
		s->runs[i].is_weak &= s->runs[i].n == 0;
}

static void read_sentence(struct sentence *s, size_t token)
{
	find_bounds(s, token);
	find_counts(s);
	find_runs(s);
}

/* ---- whose a figure is --------------------------------------------------- */

/* The run before a token, or from it on; NULL for none. */
static const struct run *before(const struct sentence *s, size_t token)
{
	size_t i = s->n;

	while (i > 0 && s->runs[i - 1].token >= token)
		i--;
	return i > 0 ? &s->runs[i - 1] : NULL;
}

static const struct run *behind(const struct sentence *s, size_t token)
{
	size_t i = 0;

	while (i < s->n && s->runs[i].token < token)
		i++;
	return i < s->n ? &s->runs[i] : NULL;
}

/* "Tổng số có 3 trường ở mức 1, 4 trường ở mức 2": each has one behind it. */
static bool is_lead_only(const struct sentence *s)
{
	return s->runs[0].is_weak && s->n == s->n_counts + 1 &&
	       s->runs[s->n - 1].token >= counts_end(s);
}

/* "mức 1 có 2 trường, 10 trường mức 2, mức 3 có 8": two counts behind a run,
 * and two values behind them. */
static bool is_before_several(const struct sentence *s, const struct run *run,
			      size_t token)
{
	const struct run *next = behind(s, token);

	return next && next->n > 1 &&
	       counts_before(s, next->token) > counts_before(s, run->token) + 1;
}

static int of_runs_before(const struct sentence *s, size_t token)
{
	const struct run *run = before(s, token);
	size_t k;

	if (!run)
		return whole_or(s, FACET_UNSURE);
	if (whole_or(s, -1) < 0 && is_before_several(s, run, token))
		return FACET_UNSURE;
	k = counts_before(s, token);
	/* one list, and as many counts behind it */
	if (s->n == 1 && run->n > 1 && run->n == s->n_counts && k < run->n)
		return run->listed[k];
	return run->value;
}

static int of_run_behind(const struct sentence *s, size_t token)
{
	const struct run *run = behind(s, token);

	/* "10 trường, gồm 3 trường TH" */
	return run && counts_before(s, token + 1) ==
				       counts_before(s, run->token)
		       ? run->value
		       : whole_or(s, FACET_UNSURE);
}

/* "Mức 1 có 2 trường, 10 trường đạt mức 2 và 8 trường đạt mức 3": behind some
 * figures, and before others. */
static bool is_mixed(const struct sentence *s)
{
	size_t i;

	for (i = 0; i + 1 < s->n; i++)
		if (counts_before(s, s->runs[i + 1].token) >
		    counts_before(s, s->runs[i].token) + 1)
			return true;
	return false;
}

/* "chỉ có hai trường ở mức 1; mức 2 có 16 trường": between semicolons one count
 * and one value are each other's. */
static int of_clause(const struct sentence *s, size_t token)
{
	size_t from = token, to = token + 1, i;
	int value = FACET_NONE;

	while (from > s->from && token - from < CLAUSE_MAX &&
	       !is_parted(s, from - 1, from))
		from--;
	while (to < s->to && to - token < CLAUSE_MAX &&
	       !is_parted(s, to - 1, to))
		to++;
	if (counts_before(s, to) - counts_before(s, from) != 1)
		return FACET_UNSURE;
	for (i = s->page->first[s->para]; i < s->page->first[s->para + 1];
	     i++) {
		const struct facet_mention *m = &s->page->mentions.at[i];

		if (!is_in(s, m) || m->token < from || m->token >= to)
			continue;
		value = value == FACET_NONE || value == m->value ? m->value
								 : FACET_UNSURE;
	}
	return value == FACET_NONE ? FACET_UNSURE : value;
}

static int of_runs(const struct sentence *s, size_t token)
{
	bool is_led, ends;

	if (s->is_full)
		return FACET_UNSURE;
	if (s->n == 0)
		return FACET_NONE;
	/* "có 11 trường ở mức 2, gồm 9 trường TH và 2 trường THCS" */
	if (s->n == 1 && s->runs[0].n == 1 && whole_or(s, -1) < 0)
		return s->runs[0].value;
	is_led = counts_before(s, s->runs[0].token) == 0 && !is_lead_only(s);
	ends = s->runs[s->n - 1].token >= counts_end(s);
	if (is_led)
		return ends && is_mixed(s) ? FACET_UNSURE
					   : of_runs_before(s, token);
	/* "5 trường ở mức 1": behind, when the last one is */
	if (ends)
		return of_run_behind(s, token);
	/* a whole may lead its parts in, and nothing else may */
	return whole_or(s, -1) < 0 ? FACET_UNSURE : of_runs_before(s, token);
}

static int of_sentence(const struct sentence *s, size_t token)
{
	int value = of_runs(s, token);

	return value == FACET_UNSURE && !s->is_full && whole_or(s, -1) < 0
		       ? of_clause(s, token)
		       : value;
}

/* What a sentence is about as a whole. */
static int topic_of(const struct sentence *s)
{
	size_t i;

	for (i = 1; i < s->n; i++)
		if (s->runs[i].value != s->runs[0].value)
			return whole_or(s, FACET_UNSURE);
	return s->n > 0 ? s->runs[0].value : FACET_NONE;
}

/* "12 trường (TH: 7), chiếm 44%": of a figure in brackets that end before
 * another. */
static bool is_bracketed_off(const struct facet_page *page,
			     const struct said_figure *count,
			     const struct said_figure *rate)
{
	const struct anchor_text *text = text_of(page);
	const char *line = text->wml->paras.at[count->para].text;
	const struct token *last = &text->tokens.at[count->last];
	size_t at = last->start + last->size, depth = 0;

	for (; at < text->tokens.at[rate->token].start; at++) {
		depth += line[at] == '(';
		if (line[at] == ')' && depth-- == 0)
			return true;
	}
	return false;
}

/* A rate is told by what its count is; itself where none stands before it. */
static size_t told_for(const struct facet_page *page, size_t figure)
{
	const struct said_figure *all = page->m->page->figures.at;
	size_t para = all[figure].para, best = figure, i;

	if (!all[figure].is_rate)
		return figure;
	i = count_of(page, figure);
	if (i != SIZE_MAX)
		return i;
	for (i = page->figures[para]; i < page->figures[para + 1]; i++)
		if (!all[i].is_rate && all[i].token < all[figure].token &&
		    !is_bracketed_off(page, &all[i], &all[figure]) &&
		    (best == figure || all[i].token > all[best].token))
			best = i;
	return best;
}

/* "Mức 1 | Mức 2" above "THCS | 3 | 19", between tabs, in lines of one
 * paragraph. */
static int named_over_line(const struct facet_page *page,
			   const struct said_figure *f, size_t from,
			   unsigned axis)
{
	const struct anchor_text *text = text_of(page);
	struct facet_tabs tabs = facet_tabs(text, f->para, f->token);
	size_t i = page->first[f->para + 1], line = 0;
	int value = FACET_NONE;

	if (tabs.between == 0 || i - page->first[f->para] > FACET_MENTIONS_MAX)
		return FACET_NONE;
	while (i-- > page->first[f->para]) {
		const struct facet_mention *m = &page->mentions.at[i];
		size_t its = m->token;

		if (m->axis != axis || m->is_weak ||
		    !facet_tabs_same(m->tabs, tabs) || m->token >= from)
			continue;
		while (!begins(text, f->para, its))
			its--;
		if (value != FACET_NONE && its != line)
			break;
		line = its;
		value = value == FACET_NONE || value == m->value ? m->value
								 : FACET_UNSURE;
	}
	return value;
}

int facet_in_para(const struct facet_page *page, size_t figure, unsigned axis)
{
	const struct said_figure *f =
		&page->m->page->figures.at[told_for(page, figure)];
	struct sentence s = {.page = page, .axis = axis, .para = f->para};
	size_t first = text_of(page)->first[f->para], n;
	int value = named_right_before(page, figure, axis);

	if (value >= 0)
		return value;
	read_sentence(&s, f->token);
	value = of_sentence(&s, f->token);
	if (value == FACET_NONE)
		value = named_over_line(page, f, s.from, axis);
	for (n = 0; value == FACET_NONE && s.from > first && n < SENTENCES_BACK;
	     n++) {
		read_sentence(&s, s.from - 1);
		value = topic_of(&s);
	}
	return value;
}
