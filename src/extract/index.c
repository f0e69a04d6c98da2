/* index.c - see index.h. */
#include "extract/index.h"

#include "util/err.h"

#include <stdlib.h>

static void release(void *what)
{
	struct extract_index *index = what;

	once_free(index->said);
	levels_release(&index->levels);
	counted_release(&index->counted);
	topics_release(&index->topics);
	pairs_release(&index->pairs);
	anchor_page_release(&index->page);
	free(index);
}

static int make(void **out, const void *payload, struct vb_error *err)
{
	const struct vb_form *form = payload;
	struct extract_index *index = calloc(1, sizeof(*index));
	int code;

	if (!index)
		return err_set(err, VB_NOMEM, "out of memory");
	index->said = once_new();
	code = index->said && levels_read(&index->levels, form) &&
			       counted_read(&index->counted, form) &&
			       period_read(&index->period, form)
		       ? anchor_page_read(&index->page, form, err)
		       : err_set(err, VB_NOMEM, "out of memory");
	if (code == VB_OK && (!topics_read(&index->topics, &index->page) ||
			      !pairs_read(&index->pairs, &index->page)))
		code = err_set(err, VB_NOMEM, "out of memory");
	if (code == VB_OK)
		*out = index;
	else
		release(index);
	return code;
}

int index_of(const struct extract_index **out, const struct vb_form *form,
	     struct vb_error *err)
{
	const void *what = NULL;
	int code = once_get(form->index, &what, make, form, release, err);

	*out = what;
	return code;
}

static void release_said(void *what)
{
	said_form_release(what);
	free(what);
}

static int make_said(void **out, const void *payload, struct vb_error *err)
{
	const struct extract_index *index = payload;
	struct said_form *said = calloc(1, sizeof(*said));
	int code = said ? said_form_read(said, &index->levels, err)
			: err_set(err, VB_NOMEM, "out of memory");

	if (code == VB_OK)
		*out = said;
	else if (said)
		release_said(said);
	return code;
}

int index_said(const struct said_form **out, const struct extract_index *index,
	       struct vb_error *err)
{
	const void *what = NULL;
	int code = once_get(index->said, &what, make_said, index, release_said,
			    err);

	*out = what;
	return code;
}
