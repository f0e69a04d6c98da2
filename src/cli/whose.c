/* whose.c - see whose.h. */
#include "cli/whose.h"

#include "util/buf.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

int whose_open(struct whose *whose, const char *list, struct vb_error *err)
{
	int rc;

	memset(whose, 0, sizeof(*whose));
	if (!list)
		return VB_OK;
	rc = vb_units_read(&whose->units, list, err);
	return rc == VB_OK ? vb_finder_open(&whose->finder, whose->units, err)
			   : rc;
}

/* Where the code is, or belongs. */
static size_t find(const struct whose *whose, const char *code)
{
	size_t low = 0, high = whose->seen.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (strcasecmp(whose->seen.at[mid].code, code) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static int remember(struct whose *whose, size_t at, const char *code,
		    const char *path, struct vb_error *err)
{
	struct whose_seen one = {strdup(code), strdup(path)};

	struct whose_seen *slot = one.code && one.path ? vec_push(&whose->seen)
						       : NULL;

	if (!slot) {
		free(one.code);
		free(one.path);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	memmove(&whose->seen.at[at + 1], &whose->seen.at[at],
		(whose->seen.n - 1 - at) * sizeof(one));
	whose->seen.at[at] = one;
	return VB_OK;
}

static int tell_twice(const struct whose_seen *first,
		      struct vb_reading *reading, const char *path,
		      struct vb_error *err)
{
	struct buf text = BUF_INIT;
	struct vb_finding f = {"unit-twice",
			       VB_WARNING,
			       "",
			       "",
			       0,
			       NULL,
			       {path, "", "", "", 0, 0, 0, 0, 0}};
	int rc;

	buf_addf(&text, "unit '%s' has sent '%s' too", vb_reading_unit(reading),
		 first->path);
	f.message = buf_cstr(&text);
	rc = buf_ok(&text) ? vb_reading_add(reading, &f, err)
			   : err_set(err, VB_NOMEM, "out of memory");
	buf_release(&text);
	return rc;
}

int whose_take(struct whose *whose, struct vb_reading *reading,
	       const char *path, struct vb_error *err)
{
	const char *code;
	size_t at;
	int rc = whose->finder ? vb_finder_find(whose->finder, reading, err)
			       : VB_OK;

	code = vb_reading_unit(reading);
	if (rc != VB_OK || !code[0])
		return rc;
	at = find(whose, code);
	if (at < whose->seen.n &&
	    strcasecmp(whose->seen.at[at].code, code) == 0)
		return tell_twice(&whose->seen.at[at], reading, path, err);
	return remember(whose, at, code, path, err);
}

void whose_release(struct whose *whose)
{
	size_t i;

	for (i = 0; i < whose->seen.n; i++) {
		free(whose->seen.at[i].code);
		free(whose->seen.at[i].path);
	}
	vec_release(&whose->seen);
	vb_finder_free(whose->finder);
	vb_units_free(whose->units);
	memset(whose, 0, sizeof(*whose));
}
