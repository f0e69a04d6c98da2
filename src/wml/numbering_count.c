/* numbering_count.c - see numbering.h: counting through a story. */
#include "wml/numbering_impl.h"

#include "text/utf8.h"
#include "wml/symbol.h"

#include <stdlib.h>
#include <string.h>

struct list_state {
	long count[WML_LEVELS];
	bool is_counted[WML_LEVELS];
};

struct wml_counters {
	const struct wml_numbering *numbering;
	struct list_state *lists; /* by index of the abstract list */
	/* by index of the w:num: levels whose w:startOverride is used up */
	uint16_t *restarted;
	struct buf text;
};

struct wml_counters *wml_counters_new(const struct wml_numbering *numbering)
{
	struct wml_counters *counters = calloc(1, sizeof(*counters));

	if (!counters)
		return NULL;
	counters->numbering = numbering;
	counters->text.limit = WML_LABEL_MAX;
	if (!numbering)
		return counters;
	counters->lists = calloc(numbering->abstracts.n + 1,
				 sizeof(*counters->lists));
	counters->restarted = calloc(numbering->nums.n + 1,
				     sizeof(*counters->restarted));
	if (counters->lists && counters->restarted)
		return counters;
	wml_counters_free(counters);
	return NULL;
}

void wml_counters_free(struct wml_counters *counters)
{
	if (!counters)
		return;
	free(counters->lists);
	free(counters->restarted);
	buf_release(&counters->text);
	free(counters);
}

static const struct numbering_level *level_of(const struct numbering_num *num,
					      int level)
{
	if (num->overrides && num->overrides[level].level)
		return num->overrides[level].level;
	return &num->list->levels[level];
}

static long start_of(const struct numbering_num *num, int level)
{
	if (num->overrides && num->overrides[level].start >= 0)
		return num->overrides[level].start;
	return level_of(num, level)->start;
}

static void count(struct wml_counters *counters,
		  const struct numbering_num *num, struct list_state *list,
		  int level)
{
	uint16_t *used =
		&counters->restarted[num - counters->numbering->nums.at];
	uint16_t bit = (uint16_t)(1u << level);
	int i;

	if (num->overrides && num->overrides[level].start >= 0 &&
	    !(*used & bit)) {
		/* the first use of this w:num begins anew */
		list->count[level] = num->overrides[level].start;
	} else if (list->is_counted[level]) {
		list->count[level]++;
	} else {
		list->count[level] = start_of(num, level);
	}
	*used |= bit;
	list->is_counted[level] = true;
	for (i = level + 1; i < WML_LEVELS; i++) {
		int restart = level_of(num, i)->restart;

		/* w:lvlRestart: 0 never, N at level N and above it */
		if (restart < 0 || level < restart)
			list->is_counted[i] = false;
	}
}

/* The characters of a bullet, whose font is often Symbol or Wingdings. */
static void add_bullet(struct buf *out, const struct numbering_level *level)
{
	enum symbol_font font = symbol_font(level->font, strlen(level->font));
	size_t size = strlen(level->text), at = 0;

	while (at < size)
		utf8_put(out,
			 symbol_char(font, utf8_next(level->text, size, &at)));
}

/* "%1" to "%9" of w:lvlText are the counts of the levels (17.9.11). A level
 * that was not counted yet stands with its start. */
static void add_text(struct buf *out, const struct numbering_num *num,
		     const struct list_state *list, int level)
{
	const struct numbering_level *own = level_of(num, level);
	const char *at;

	for (at = own->text; *at; at++) {
		const struct numbering_level *of;
		int i;

		if (*at != '%' || at[1] < '1' || at[1] > '9') {
			buf_addc(out, *at);
			continue;
		}
		i = *++at - '1';
		if (i > level)
			continue;
		of = level_of(num, i);
		numformat_add(out,
			      own->is_legal && of->format != NUMFORMAT_NONE
				      ? NUMFORMAT_DECIMAL
				      : of->format,
			      list->is_counted[i] ? list->count[i]
						  : start_of(num, i),
			      of->pad);
	}
}

bool wml_counters_next(struct wml_counters *counters, int num_id, int level,
		       struct wml_label *label)
{
	const struct wml_numbering *numbering = counters->numbering;
	const struct numbering_num *num = numbering_find(numbering, num_id);
	const struct numbering_level *own;
	struct list_state *list;

	if (!num || !num->list || level < 0 || level >= WML_LEVELS)
		return false;
	list = &counters->lists[num->list - numbering->abstracts.at];
	count(counters, num, list, level);
	own = level_of(num, level);
	buf_clear(&counters->text);
	counters->text.failed = counters->text.over = false;
	if (own->format == NUMFORMAT_BULLET)
		add_bullet(&counters->text, own);
	else
		add_text(&counters->text, num, list, level);
	label->text = buf_cstr(&counters->text);
	label->size = counters->text.size;
	label->value = list->count[level];
	label->suffix = own->suffix;
	label->is_nomem = counters->text.failed && !counters->text.over;
	label->is_bullet = own->format == NUMFORMAT_BULLET;
	return true;
}
