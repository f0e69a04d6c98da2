/*
 * aside.h - figures beside those a report is asked for: of another time than
 * its own, "(năm học trước 52 cơ sở)", planned, "chỉ tiêu: 35%", or of one
 * year's pupils, "170 em khối 10".
 */
#ifndef EXTRACT_ASIDE_H
#define EXTRACT_ASIDE_H

#include "form/form.h"
#include "text/token.h"

/* The years a form asks about; 0 when its titles do not say. */
struct period {
	int first, last;
	int school; /* the year that its year of school ends; 0: last */
};

/* Tokens of one text. */
struct aside_words {
	const struct period *period;
	const char *text;
	const struct token *t;
	size_t n;
};

/* What words say of a figure. The key is that of the words (as said_pair()
 * has it): a blank that has them too asks for such figures. */
struct aside {
	uint64_t key;	 /* 0: nothing, or that it is of the report's time */
	bool is_time;	 /* another time; what follows is of it too */
	bool is_present; /* the report's time is named */
};

/* False out of memory. */
bool period_read(struct period *period, const struct vb_form *form);
/* Of years of which a report is of one, that one: the year it is dated
 * ("2024-05-24", NULL unknown). */
void period_narrow(struct period *period, const char *date);
/* Two words that name a plan: "kế hoạch", "chỉ tiêu". */
bool aside_is_plan(const struct token *t);
/* By the words of the figure's own part of a sentence: token `figure` of
 * those. */
struct aside aside_in_sentence(const struct aside_words *words, size_t figure);
/* By a head over its column, or before its row; by a title, which is read as
 * one over a column. */
struct aside aside_in_head(const struct aside_words *words, bool is_column);
/* The last of the years that a head over a column names, 0 for none; the key
 * is that of the first. */
int aside_year_of_head(const struct aside_words *words, uint64_t *key);

#endif
