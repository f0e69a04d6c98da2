/* annotate.c - see annotate.h. */
#include "cli/annotate.h"

#include "util/err.h"

#include <stdio.h>
#include <string.h>

enum {
	/* Lines of the comment on the document as a whole. */
	WHOLE_MAX = 100
};

struct draft {
	const struct annotate *what;
	bool is_vietnamese;
	struct arena arena;
	struct {
		VEC(struct vb_comment);
	} list;
	struct buf buf;
	struct buf whole; /* of findings without a place, a line each */
	size_t n_whole;
	bool failed;
};

static bool is_vietnamese(void)
{
	return msg_tr("en", "vi")[0] == 'v';
}

/* Of findings about the file as such, or about what was in it before somebody
 * edited it, the one who wrote it can mend nothing. */
static bool is_about_file(const struct vb_finding *finding)
{
	static const char *const rules[] = {
		"answers-changed",  "digest-missing", "form-changed",
		"form-differs",	    "form-unknown",   "marks-disagree",
		"more-findings",    "report-broken",  "report-missing",
		"template-changed", "unit-twice",     "values-changed",
		"version-differs",
	};
	size_t i;

	for (i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (strcmp(rules[i], finding->rule) == 0)
			return true;
	return false;
}

static void add_field(struct buf *out, const struct vb_form *form,
		      const struct vb_finding *finding)
{
	const char *label = form ? vb_form_label(form, finding->field) : "";
	const char *level = form ? vb_form_level_label(form, finding->level)
				 : "";

	if (label[0])
		buf_addf(out, " (\"%s\"", label);
	else
		buf_addf(out, " (trường %s", finding->field);
	if (finding->level[0])
		buf_addf(out, ", %s%s", level[0] ? "" : "bậc ",
			 level[0] ? level : finding->level);
	if (finding->row)
		buf_addf(out, ", hàng %d", finding->row);
	buf_addc(out, ')');
}

static void add_sentence(struct draft *d, struct buf *out,
			 const struct vb_finding *finding)
{
	if (d->is_vietnamese)
		annotate_vietnamese(out, finding);
	else
		buf_adds(out, finding->message);
	if (d->is_vietnamese && finding->field[0])
		add_field(out, d->what->form, finding);
	buf_addf(out, " [%s]", finding->rule);
}

static const char *keep(struct draft *d)
{
	const char *text = buf_ok(&d->buf)
				   ? arena_str(&d->arena, buf_cstr(&d->buf))
				   : NULL;

	d->failed |= !text;
	return text;
}

/* "word/header1.xml, paragraph 2, near "...": sentence" */
static void add_place(const struct draft *d, struct buf *out,
		      const struct vb_place *place)
{
	bool vi = d->is_vietnamese;

	buf_addf(out, vi ? "Ở %s, đoạn %d" : "In %s, paragraph %d", place->part,
		 place->paragraph);
	if (place->near[0])
		buf_addf(out, vi ? ", gần \"%s\"" : ", near \"%s\"",
			 place->near);
	buf_adds(out, ": ");
}

/* In a partial of the template, another file than the one that is copied. */
static bool is_partial(const struct draft *d, const struct vb_place *place)
{
	return place->paragraph > 0 && place->file[0] &&
	       strcmp(place->file, d->what->in) != 0;
}

static void add_to_whole(struct draft *d, const struct vb_finding *finding)
{
	if (d->n_whole++ >= WHOLE_MAX)
		return;
	buf_adds(&d->whole, d->whole.size ? "\n" : "");
	if (is_partial(d, &finding->place)) {
		buf_addf(&d->whole, "%s: ", finding->place.file);
		add_place(d, &d->whole, &finding->place);
	}
	add_sentence(d, &d->whole, finding);
}

static void add_comment(struct draft *d, const struct vb_finding *finding)
{
	struct vb_comment *comment;

	if (finding->place.paragraph <= 0 || !finding->place.part[0] ||
	    is_partial(d, &finding->place)) {
		add_to_whole(d, finding);
		return;
	}
	comment = vec_push(&d->list);
	if (!comment) {
		d->failed = true;
		return;
	}
	comment->place = finding->place;
	buf_clear(&d->buf);
	add_sentence(d, &d->buf, finding);
	comment->text = keep(d);
	buf_clear(&d->buf);
	add_place(d, &d->buf, &finding->place);
	add_sentence(d, &d->buf, finding);
	comment->elsewhere = keep(d);
}

static void add_whole(struct draft *d)
{
	struct vb_comment *comment;

	if (!d->n_whole)
		return;
	if (d->n_whole > WHOLE_MAX)
		buf_addf(&d->whole,
			 d->is_vietnamese ? "\n... và %zu chỗ khác"
					  : "\n... and %zu more",
			 d->n_whole - WHOLE_MAX);
	comment = vec_push(&d->list);
	if (!comment || !buf_ok(&d->whole)) {
		d->failed = true;
		return;
	}
	comment->text = comment->elsewhere = buf_cstr(&d->whole);
}

static bool is_wanted(const struct annotate *what,
		      const struct vb_finding *finding)
{
	return finding->severity >= what->min && !is_about_file(finding);
}

size_t annotate_count(const struct annotate *what, const struct notes *notes)
{
	size_t i, n = 0;

	for (i = 0; i < notes->list.n; i++)
		n += is_wanted(what, &notes->list.at[i]);
	return n;
}

enum cmd_exit annotate_write(const struct annotate *what,
			     const struct notes *notes)
{
	struct draft d = {.what = what};
	struct vb_error err = {0};
	struct vb_blob blob = {0};
	enum cmd_exit rc = CMD_DONE;
	size_t i;

	d.is_vietnamese = what->is_vietnamese || is_vietnamese();
	for (i = 0; i < notes->list.n; i++)
		if (is_wanted(what, &notes->list.at[i]))
			add_comment(&d, &notes->list.at[i]);
	add_whole(&d);
	if (d.failed || notes->failed)
		err_set(&err, VB_NOMEM, "out of memory");
	else
		vb_annotate(what->in, d.list.at, d.list.n, &blob, &err);
	if (err.code != VB_OK) {
		msg_error(&err, what->in);
		rc = cmd_exit_read(&err);
	} else {
		rc = cmd_write(what->out, &blob);
	}
	vb_blob_release(&blob);
	vec_release(&d.list);
	buf_release(&d.buf);
	buf_release(&d.whole);
	arena_release(&d.arena);
	return rc;
}
