/*
 * law_draw.h - numbers by chance and the count of what was read right, for the
 * laws that draw pages (law_tables.c, law_lines.c).
 */
#ifndef LAW_DRAW_H
#define LAW_DRAW_H

#include "extract_kit.h"

#include <stdlib.h>

struct tally {
	size_t wanted, given, right;
};

static uint64_t draw_state;

static unsigned draw(unsigned n)
{
	draw_state = draw_state * 6364136223846793005U + 1442695040888963407U;
	return (unsigned)(draw_state >> 33) % n;
}

/* "38.46" as a hand writes it: "38,46", without zeros at the end. */
static const char *draw_rate(char out[16], double rate, int digits)
{
	size_t n;
	char *at;

	n = (size_t)snprintf(out, 16, "%.*f", digits, rate);
	for (at = out; *at; at++)
		if (*at == '.')
			*at = ',';
	while (digits > 1 && n && out[n - 1] == '0')
		out[--n] = '\0';
	if (digits > 1 && n && out[n - 1] == ',')
		out[--n] = '\0';
	return out;
}

/* The value that kit_values() tells for a blank, NULL for none. */
static const char *tally_value(char out[32], const char *values, const char *id)
{
	const char *at = values;
	size_t n = strlen(id), size;

	while (at && (strncmp(at, id, n) != 0 || at[n] != '=')) {
		at = strchr(at, ' ');
		at = at ? at + 1 : NULL;
	}
	if (!at || at[n + 1] == '?')
		return NULL;
	size = strcspn(at + n + 1, " ");
	snprintf(out, 32, "%.*s", (int)size, at + n + 1);
	return out;
}

static void tally_figure(struct tally *tally, const char *values,
			 const char *id, double want)
{
	char text[32];
	const char *got = tally_value(text, values, id);
	double off = got ? strtod(got, NULL) - want : 0;

	tally->wanted++;
	tally->given += got != NULL;
	tally->right += got && off < 0.06 && off > -0.06;
}

/* Draws N pages, or so many as the test wants, from SEED on. */
static void tally_pages(const struct vb_form *form, size_t pages,
			struct tally (*try)(const struct vb_form *form))
{
	const char *seed = getenv("SEED"), *asked = getenv("N");
	size_t n = asked ? strtoul(asked, NULL, 10) : pages, i;
	struct tally all = {0, 0, 0};

	draw_state = seed ? strtoull(seed, NULL, 10) : 1;
	for (i = 0; i < n; i++) {
		struct tally one = try(form);

		all.wanted += one.wanted;
		all.given += one.given;
		all.right += one.right;
	}
	printf("# %zu figures: %zu given, %zu right\n", all.wanted, all.given,
	       all.right);
	/* one in a thousand wrong was a rank taken for the whole of others */
	ok(all.given && all.right * 10000 >= all.given * 9999,
	   "what is given is right");
	ok(all.right * 1000 >= all.wanted * 998, "what is there is found");
}

#endif
