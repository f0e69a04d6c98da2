/*
 * said_class.c - whether persons or places are counted: "25.973 người" are no
 * schools, whatever else is said.
 */
#include "extract/said.h"

#include <string.h>

enum {
	WORD_SIZE = 8 /* the longest of the nouns' first words, and its end */
};

enum said_class said_class_of(const struct token *t, size_t n)
{
	static const struct {
		char first[WORD_SIZE];
		const char *second;
		enum said_class class;
	} NOUNS[] = {{"bo", "phat", SAID_THINGS},
		     {"ca", "nhan", SAID_PERSONS},
		     {"can", "bo", SAID_PERSONS},
		     {"chau", NULL, SAID_PERSONS},
		     {"chuien", "vien", SAID_PERSONS},
		     {"cb", NULL, SAID_PERSONS},
		     {"cbql", NULL, SAID_PERSONS},
		     {"co", "so", SAID_PLACES},
		     {"csgd", NULL, SAID_PLACES},
		     {"co", "giao", SAID_PERSONS},
		     {"cuc", "phat", SAID_THINGS},
		     {"diem", "phat", SAID_THINGS},
		     {"don", "vi", SAID_PLACES},
		     {"dong", "chi", SAID_PERSONS},
		     {"em", NULL, SAID_PERSONS},
		     {"giao", "vien", SAID_PERSONS},
		     {"gv", NULL, SAID_PERSONS},
		     {"hoc", "sinh", SAID_PERSONS},
		     {"hoc", "vien", SAID_PERSONS},
		     {"hs", NULL, SAID_PERSONS},
		     {"hv", NULL, SAID_PERSONS},
		     {"ke", "toan", SAID_PERSONS},
		     {"luot", NULL, SAID_PERSONS},
		     {"nguoi", NULL, SAID_PERSONS},
		     {"nha", "giao", SAID_PERSONS},
		     {"nhan", "vien", SAID_PERSONS},
		     {"phu", "huinh", SAID_PERSONS},
		     {"thai", "co", SAID_PERSONS},
		     {"tre", NULL, SAID_PERSONS},
		     {"trung", "tam", SAID_PLACES},
		     {"trg", NULL, SAID_PLACES},
		     {"truong", NULL, SAID_PLACES},
		     {"vien", "chuc", SAID_PERSONS}};
	size_t i;

	/* they stand by their first letter */
	for (i = 0; n > 0 && t->n > 1 && i < sizeof(NOUNS) / sizeof(*NOUNS) &&
		    NOUNS[i].first[0] <= t->bare[0];
	     i++) {
		const char *first = NOUNS[i].first;
		const char *second = NOUNS[i].second;

		if (t->bare[0] != first[0] || t->bare[1] != first[1] ||
		    !token_is(&t[0], first) ||
		    (second && !(n > 1 && token_is(&t[1], second))))
			continue;
		/* "cơ sở vật chất" */
		return n > 2 && token_is(&t[1], "so") && token_is(&t[2], "vat")
			       ? SAID_ANY
			       : NOUNS[i].class;
	}
	return SAID_ANY;
}

/* Words before what is counted: "tổng số", "tỷ lệ". */
static bool leads(const struct token *t)
{
	static const char *const WORDS[] = {"le",   "luong", "nhieu", "so",
					    "tong", "cac",   "nhung"};

	return token_is_among(t, WORDS, sizeof(WORDS) / sizeof(*WORDS));
}

/* "học liệu của các trường": whose it is, is not what is counted. */
static bool is_whose(const struct token *t, size_t i)
{
	static const char *const WORDS[] = {"cho", "cua", "o", "tai", "trong"};

	return i > 1 &&
	       token_is_among(&t[i - 2], WORDS, sizeof(WORDS) / sizeof(*WORDS));
}

/* "Kết quả (người)", "(giáo viên)", but not "(người đứng đầu phê duyệt)". */
static bool fills_bracket(const char *text, const struct token *t, size_t n)
{
	return t->start > 0 && said_opens(text[t->start - 1]) &&
	       (said_closes(text[t->start + t->size]) ||
		(n > 1 && said_closes(text[t[1].start + t[1].size])));
}

enum said_class said_class_in(const char *text, const struct token *t, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		enum said_class class = said_class_of(&t[i], n - i);
		bool in_bracket = fills_bracket(text, &t[i], n - i);

		if (class != SAID_ANY &&
		    (i == 0 || in_bracket ||
		     (leads(&t[i - 1]) && !is_whose(t, i)) ||
		     (i == 1 && t[0].kind == TOKEN_SIGN)))
			return class;
	}
	return SAID_ANY;
}

bool said_names_all(const struct token *t, size_t n)
{
	static const char *const WORDS[] = {"duc", "giao", "thong"};
	static const char *const ALL[] = {"pho", "pt", "csgdpt"};
	bool is_counted = false, is_all = false;
	size_t i;

	for (i = 0; i < n; i++) {
		bool is_place = said_class_of(&t[i], n - i) == SAID_PLACES;

		bool is_of_all = token_is_among(&t[i], ALL,
						sizeof(ALL) / sizeof(*ALL));

		if (!is_place && !is_of_all && !said_is_filler(&t[i]) &&
		    !token_is_among(&t[i], WORDS,
				    sizeof(WORDS) / sizeof(*WORDS)))
			return false;
		is_counted |= is_place || token_is(&t[i], "csgdpt");
		is_all |= is_of_all;
	}
	return is_counted && is_all;
}
