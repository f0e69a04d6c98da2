/*
 * said_columns.c - answers that are no figures, in columns of another time:
 * "Đánh giá năm 2024" beside "Kết quả đến nay".
 */
#include "extract/index.h"

#include <string.h>

static bool is_answer(const struct sighting *s)
{
	return said_is_found(s) && !beside_matters(s->field);
}

static bool is_of_other_time(const struct anchorer *a,
			     const struct said_cells *cells, size_t para)
{
	const struct anchor_text *text = &a->text;
	struct said_heads heads;
	size_t i;

	/* what is known to stand aside is not read: anchor_aside.c */
	if (!text->wml->paras.at[para].cell || text->is_aside[para])
		return false;
	said_heads_find(&heads, cells, a, para);
	for (i = 0; i < heads.n; i++) {
		size_t head = heads.at[i].para;
		struct aside_words words = {
			.period = &a->period,
			.text = text->wml->paras.at[head].text,
			.t = &text->tokens.at[text->first[head]],
			.n = text->first[head + 1] - text->first[head]};

		if (heads.at[i].is_column &&
		    aside_in_head(&words, true).is_time)
			return true;
	}
	return false;
}

/* What went wrong in a cell went wrong in those behind it too. */
static void doubt_row(struct anchorer *a, size_t para)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	struct extractor *ex = a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		struct sighting *s = &ex->sightings.at[i];

		if (is_answer(s) &&
		    paras[s->mark->first].row_serial == paras[para].row_serial)
			s->sure *= SAID_SURE_DOUBT;
	}
}

void said_doubt_columns(struct anchorer *a, const struct said_cells *cells)
{
	struct extractor *ex = a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (is_answer(s) && is_of_other_time(a, cells, s->mark->first))
			doubt_row(a, s->mark->first);
	}
}
