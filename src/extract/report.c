/* report.c - see report.h. */
#include "extract/report.h"

#include "util/err.h"
#include "xml/attr.h"
#include "wml/marks.h"
#include "wml/reader_sax.h"

#include <stdlib.h>
#include <string.h>

struct report_reader {
	struct report *report;
	struct buf words; /* of the <f> that is open */
	bool in_f;
	unsigned depth;
	unsigned answers; /* depth of <answers> while it is open, else 0 */
	bool is_other;	  /* the root is not ours */
	/* names of the open elements inside <answers>, for their end tags */
	const char *names[SAX_DEPTH_MAX + 1];
};

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

static int root(struct report_reader *reader, const struct sax_element *el,
		struct vb_error *err)
{
	struct report *report = reader->report;

	if (strcmp(el->local, "report") != 0 ||
	    strcmp(el->uri, MARK_REPORT_NS) != 0) {
		reader->is_other = true;
		return err_set(err, VB_DOCUMENT, "not a report");
	}
	report->form = sax_attr_copy(&report->arena, el, "form");
	report->version = sax_attr_copy(&report->arena, el, "version");
	report->unit = sax_attr_copy(&report->arena, el, "unit");
	return report->arena.failed ? no_memory(err) : VB_OK;
}

/* Adds what names a value: id, level and row. */
static int add_shown(struct shown_list *list, struct arena *arena,
		     const struct sax_element *el, struct vb_error *err)
{
	long row = sax_attr_long(el, "row", 0);
	struct shown *f;
	size_t size;

	if (list->n >= REPORT_SHOWN_MAX)
		return err_set(err, VB_LIMIT, "more than %d values",
			       REPORT_SHOWN_MAX);
	f = vec_push(list);
	if (!f)
		return no_memory(err);
	f->id = sax_attr_copy(arena, el, "id");
	f->level = sax_attr_copy(arena, el, "level");
	f->row = row > 0 ? (unsigned)row : 0;
	f->words = f->filter = "";
	if (sax_attr(el, "words", &size)) {
		f->filled = sax_attr_copy(arena, el, "words");
		f->filter = sax_attr_copy(arena, el, "filter");
	}
	return arena->failed ? no_memory(err) : VB_OK;
}

/* LibreOffice rewrites bound nodes without their attributes (measured:
 * 7.4.7), so that names stand apart too: <names><n id level row/>... */
static void take_names(struct report *report)
{
	size_t i;

	for (i = 0; i < report->shown.n && i < report->names.n; i++) {
		struct shown *f = &report->shown.at[i];

		f->filled = report->names.at[i].filled;
		f->filter = report->names.at[i].filter;
		if (f->id[0])
			continue;
		f->id = report->names.at[i].id;
		f->level = report->names.at[i].level;
		f->row = report->names.at[i].row;
	}
}

static int by_value(const void *a, const void *b)
{
	const struct shown *x = *(const struct shown *const *)a;
	const struct shown *y = *(const struct shown *const *)b;
	int order = strcmp(x->id, y->id);

	if (order == 0)
		order = strcmp(x->level, y->level);
	if (order == 0 && x->row != y->row)
		order = x->row < y->row ? -1 : 1;
	return order ? order : (x > y) - (x < y);
}

static int sort_filtered(struct report *report, struct vb_error *err)
{
	size_t i;

	for (i = 0; i < report->shown.n; i++) {
		const struct shown **f;

		if (!report->shown.at[i].filled)
			continue;
		f = vec_push(&report->filtered);
		if (!f)
			return no_memory(err);
		*f = &report->shown.at[i];
	}
	if (report->filtered.n)
		qsort(report->filtered.at, report->filtered.n,
		      sizeof(*report->filtered.at), by_value);
	return VB_OK;
}

/* The answers go on as XML text, to the one reader of answers. */
static void copy_start(struct report_reader *reader,
		       const struct sax_element *el)
{
	struct buf *out = &reader->report->answers;
	const unsigned char **at = el->attrs;
	int i;

	buf_addc(out, '<');
	buf_adds(out, el->local);
	if (el->depth == reader->answers || strcmp(el->uri, ANSWERS_NS) != 0) {
		buf_adds(out, " xmlns=\"");
		buf_add_attr(out, el->uri, strlen(el->uri));
		buf_addc(out, '"');
	}
	for (i = 0; i < el->n_attrs; i++, at += 5) {
		size_t size = (size_t)(at[4] - at[3]);
		const char *value;

		if (at[2]) /* an attribute in a namespace is not ours */
			continue;
		value = xmlattr_copy(&reader->report->arena, &size, at[3],
				     size);
		if (!value)
			return;
		buf_addf(out, " %s=\"", (const char *)at[0]);
		buf_add_attr(out, value, size);
		buf_addc(out, '"');
	}
	buf_addc(out, '>');
	reader->names[el->depth] = el->local;
}

static int on_start(void *user, const struct sax_element *el,
		    struct vb_error *err)
{
	struct report_reader *reader = user;
	struct report *report = reader->report;

	reader->depth = el->depth;
	if (el->depth == 1)
		return root(reader, el, err);
	if (reader->answers) {
		copy_start(reader, el);
		return VB_OK;
	}
	if (el->depth == 2 && strcmp(el->local, "answers") == 0 &&
	    strcmp(el->uri, ANSWERS_NS) == 0 && report->answers.size == 0) {
		reader->answers = el->depth;
		copy_start(reader, el);
	} else if (el->depth == 3 && strcmp(el->local, "f") == 0 &&
		   strcmp(el->uri, MARK_REPORT_NS) == 0) {
		reader->in_f = true;
		buf_clear(&reader->words);
		return add_shown(&report->shown, &report->arena, el, err);
	} else if (el->depth == 3 && strcmp(el->local, "n") == 0 &&
		   strcmp(el->uri, MARK_REPORT_NS) == 0) {
		return add_shown(&report->names, &report->arena, el, err);
	}
	return VB_OK;
}

static int on_end(void *user, struct vb_error *err)
{
	struct report_reader *reader = user;
	struct report *report = reader->report;

	if (reader->answers) {
		buf_addf(&report->answers, "</%s>",
			 reader->names[reader->depth]);
		if (reader->depth == reader->answers)
			reader->answers = 0;
	} else if (reader->in_f && reader->depth == 3) {
		struct shown *f = &report->shown.at[report->shown.n - 1];

		if (!buf_ok(&reader->words))
			return no_memory(err);
		f->size = reader->words.size;
		f->words = arena_strn(&report->arena, buf_cstr(&reader->words),
				      f->size);
		if (!f->words)
			return no_memory(err);
		reader->in_f = false;
	}
	reader->depth--;
	return VB_OK;
}

static int on_text(void *user, const char *text, size_t size,
		   struct vb_error *err)
{
	struct report_reader *reader = user;

	(void)err;
	if (reader->answers)
		buf_add_text(&reader->report->answers, text, size);
	else if (reader->in_f)
		buf_add(&reader->words, text, size);
	return VB_OK;
}

int report_read(struct report **out, const void *xml, size_t size,
		const char *part, struct vb_error *err)
{
	static const struct sax_handler handler = {on_start, on_end, on_text};
	struct report_reader reader = {.report = NULL};
	struct report *report = calloc(1, sizeof(*report));
	struct vb_error own;
	int code;

	*out = NULL;
	if (!report)
		return no_memory(err);
	err_clear(&own);
	reader.report = report;
	report->form = report->version = report->unit = "";
	report->part = arena_str(&report->arena, part);
	code = sax_parse(&handler, &reader, xml, size, part, &own);
	buf_release(&reader.words);
	if (code == VB_OK &&
	    (report->arena.failed || !buf_ok(&report->answers)))
		code = err_set(&own, VB_NOMEM, "out of memory");
	if (code == VB_OK) {
		take_names(report);
		code = sort_filtered(report, &own);
	}
	if (code == VB_OK) {
		*out = report;
		return VB_OK;
	}
	report_free(report);
	/* XML without any element of ours is somebody else's */
	if (reader.is_other || (code == VB_XML && reader.depth == 0))
		return VB_OK;
	if (err && err->code == VB_OK)
		*err = own;
	return code;
}

void report_free(struct report *report)
{
	if (!report)
		return;
	vec_release(&report->shown);
	vec_release(&report->names);
	vec_release(&report->filtered);
	buf_release(&report->answers);
	arena_release(&report->arena);
	free(report);
}
