/* levels.c - see levels.h. */
#include "extract/levels.h"

#include <string.h>

/* What the usual initials of levels stand for, bare (text/token.h). Not GDTX:
 * "cơ sở giáo dục thường xuyên tổ chức thi" is none. */
static const char *const WHOLE[][6] = {
	{"thcs", "trung", "hoc", "co", "so", NULL},
	{"thpt", "trung", "hoc", "pho", "thong", NULL}};

bool levels_read(struct level_names *names, const struct vb_form *form)
{
	size_t i;

	names->form = form;
	for (i = 0; i < form->n_levels; i++) {
		struct tokens *label = &names->labels[i];

		if (!tokens_split(label, form->levels[i].label,
				  strlen(form->levels[i].label)))
			return false;
		if (label->n)
			names->starts[(unsigned char)label->at[0].bare[0]] =
				true;
		names->starts[(unsigned char)form->levels[i].id[0]] = true;
	}
	for (i = 0; i < sizeof(WHOLE) / sizeof(*WHOLE); i++)
		names->starts[(unsigned char)WHOLE[i][1][0]] = true;
	return true;
}

void levels_release(struct level_names *names)
{
	size_t i;

	for (i = 0; i < FORM_LEVELS_MAX; i++)
		vec_release(&names->labels[i]);
}

/* "MN" for "Mầm non". */
static bool is_initials(const struct token *t, const struct tokens *label)
{
	size_t i;

	if (t->kind != TOKEN_WORD || label->n < 2 || t->n != label->n)
		return false;
	for (i = 0; i < label->n; i++)
		if (t->bare[i] != label->at[i].bare[0])
			return false;
	return true;
}

/* How many of the tokens write the level's initials out. */
static size_t writes_out(const struct tokens *label, const struct token *tokens,
			 size_t room)
{
	size_t i, n;

	for (i = 0; i < sizeof(WHOLE) / sizeof(*WHOLE); i++) {
		if (label->n != 1 || !token_is(&label->at[0], WHOLE[i][0]))
			continue;
		for (n = 0; WHOLE[i][n + 1]; n++)
			if (n == room || !token_is(&tokens[n], WHOLE[i][n + 1]))
				return 0;
		return n;
	}
	return 0;
}

/* How many of the tokens name a level, 0 when the first is none's name. */
static size_t names_level(const struct level_names *names, size_t level,
			  const struct token *tokens, size_t room)
{
	const char *id = names->form->levels[level].id;
	const struct tokens *label = &names->labels[level];
	size_t n = 0;

	while (n < label->n && n < room && label->at[n].hash == tokens[n].hash)
		n++;
	if (n == label->n && n > 0)
		return n;
	n = writes_out(label, tokens, room);
	if (n > 0)
		return n;
	return is_initials(tokens, label) || token_is(tokens, id);
}

int levels_at(const struct level_names *names, uint32_t among,
	      const struct token *tokens, size_t room, size_t *n)
{
	size_t level, words;
	int found = -1;

	*n = 0;
	if (!names->starts[(unsigned char)tokens->bare[0]])
		return -1;
	for (level = 0; level < names->form->n_levels; level++) {
		if (!(among >> level & 1))
			continue;
		words = names_level(names, level, tokens, room);
		if (words > *n) {
			*n = words;
			found = (int)level;
		}
	}
	return found;
}

/* "giáo dục thường xuyên", but not "cơ sở giáo dục thường xuyên tổ chức". */
static bool is_gdtx(const struct tokens *tokens, size_t at)
{
	static const char *const WORDS[] = {"giao", "duc", "thuong", "xuien"};
	const struct token *t = &tokens->at[at];
	size_t i;

	for (i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++)
		if (at + i >= tokens->n || !token_is(&t[i], WORDS[i]))
			return false;
	/* in the same paragraph: places grow in one */
	return at < 2 || !(token_is(&t[-2], "co") && token_is(&t[-1], "so") &&
			   t[-1].start < t->start);
}

/* "TT" and "trung tâm" before a level are of its name. */
static size_t centre_at(const struct tokens *tokens, size_t at)
{
	const struct token *t = &tokens->at[at];

	if (at + 1 < tokens->n && token_is(&t[0], "tt"))
		return 1;
	return at + 2 < tokens->n && token_is(&t[0], "trung") &&
			       token_is(&t[1], "tam")
		       ? 2
		       : 0;
}

int levels_named(const struct level_names *names, const struct tokens *tokens,
		 size_t at, size_t *n)
{
	size_t before = centre_at(tokens, at), i;
	int level = levels_at(names, LEVELS_ALL, &tokens->at[at + before],
			      tokens->n - at - before, n);

	if (level >= 0 && before > 0)
		*n += before;
	if (level < 0 && before > 0)
		level = levels_at(names, LEVELS_ALL, &tokens->at[at],
				  tokens->n - at, n);

	if (level >= 0 || !is_gdtx(tokens, at))
		return level;
	for (i = 0; i < names->form->n_levels; i++)
		if (names->labels[i].n == 1 &&
		    token_is(&names->labels[i].at[0], "gdtx")) {
			*n = 4;
			return (int)i;
		}
	return level;
}

enum {
	NAME_WORDS_MAX = 5 /* "trung tâm GDTX" */
};

bool levels_are_named(const struct level_names *names,
		      const struct tokens *tokens, size_t from, size_t to)
{
	size_t n;

	for (; from < to; from++)
		if (levels_named(names, tokens, from, &n) >= 0)
			return true;
	return false;
}

size_t levels_before(const struct level_names *names,
		     const struct tokens *tokens, size_t first, size_t i)
{
	size_t back = i - first < NAME_WORDS_MAX ? i - first : NAME_WORDS_MAX;
	size_t n;

	for (; back > 0; back--)
		if (levels_named(names, tokens, i - back, &n) >= 0 && n == back)
			return back;
	return 0;
}

size_t levels_begin(const struct level_names *names,
		    const struct tokens *tokens, size_t from, size_t to)
{
	static const char *const BEFORE[] = {"bac",  "cac",   "cap",	"doi",
					     "khoi", "o",     "rieng",	"tai",
					     "tinh", "trong", "truong", "voi"};
	size_t at = from, n = 0;

	while (at < to && token_is_among(&tokens->at[at], BEFORE,
					 sizeof(BEFORE) / sizeof(*BEFORE)))
		at++;
	if (at >= to || levels_named(names, tokens, at, &n) < 0)
		return 0;
	return at + n - from;
}

bool levels_figure(const struct level_names *names, const struct tokens *tokens,
		   size_t from, size_t to)
{
	static const char *const BETWEEN[] = {"co", "dat", "la"};
	size_t n = levels_begin(names, tokens, from, to);

	if (n == 0)
		return false;
	from += n;
	if (from < to && token_is_among(&tokens->at[from], BETWEEN,
					sizeof(BETWEEN) / sizeof(*BETWEEN)))
		from++;
	return from < to && tokens->at[from].kind == TOKEN_NUMBER;
}
