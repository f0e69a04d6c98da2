/*
 * extract_examples.h - one body of an outline, typed composed and decomposed,
 * and what is read of it. "x=1" is answered with 1; "x!" is not, or
 * in doubt ("x=?").
 */
#ifndef EXTRACT_EXAMPLES_H
#define EXTRACT_EXAMPLES_H

#include "extract_kit.h"

#include "vanban.h"

#include <stdlib.h>
#include <utf8proc.h>

struct example {
	const char *what, *form, *body, *want;
};

/* "x=1" or "x!" is so of "a=2 x=1 b=3". */
static bool example_is_so(const char *values, const char *want, size_t size)
{
	bool is_absent = want[size - 1] == '!';
	size_t n = size - is_absent;
	const char *at = values;

	for (; *at; at += *at == ' ') {
		size_t length = strcspn(at, " ");

		if (length >= n && memcmp(at, want, n) == 0 &&
		    (is_absent ? at[n] == '=' && at[n + 1] != '?'
			       : length == n))
			return !is_absent;
		at += length;
	}
	return is_absent;
}

static void example_try_body(const struct vb_form *form,
			     const struct example *e, const char *body,
			     const char *how)
{
	const char *values = kit_values(form, body), *want = e->want;
	bool is_good = true;

	while (*want) {
		size_t size = strcspn(want, " ");

		if (!example_is_so(values, want, size)) {
			printf("# not %.*s\n", (int)size, want);
			is_good = false;
		}
		want += size;
		want += *want == ' ';
	}
	if (!ok(is_good, "%s%s", e->what, how))
		printf("# %s\n", values);
}

static void example_try(const struct vb_form *form, const struct example *e)
{
	utf8proc_uint8_t *parted = NULL;

	example_try_body(form, e, e->body, "");
	if (utf8proc_map((const utf8proc_uint8_t *)e->body, 0, &parted,
			 UTF8PROC_NULLTERM | UTF8PROC_STABLE |
				 UTF8PROC_DECOMPOSE) < 0)
		ok(false, "%s, decomposed: %s", e->what, "no memory");
	else
		example_try_body(form, e, (const char *)parted, ", decomposed");
	free(parted);
}

/* Each of n examples; the form is read anew where it is another. */
static int examples_run(const struct example *at, size_t n)
{
	const char *top = getenv("TOP") ? getenv("TOP") : ".", *open = "";
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	char path[300];
	size_t i;

	vb_init();
	for (i = 0; i < n; i++) {
		if (strcmp(open, at[i].form) != 0) {
			vb_form_free(form);
			form = NULL;
			open = at[i].form;
			snprintf(path, sizeof(path), "%s/templates/%s/form.xml",
				 top, open);
			if (!ok(vb_form_read(&form, path, &err) == VB_OK, "%s",
				open))
				return done_testing();
		}
		example_try(form, &at[i]);
	}
	vb_form_free(form);
	return done_testing();
}

#endif
