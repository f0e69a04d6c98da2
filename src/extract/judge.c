/*
 * judge.c - what is to be made of the words at a value's marks: its state and
 * how sure that is; judge_report.c tells what has to be said about it.
 *
 * Confidence, for a value that parses:
 *
 *	0.99  as filled, or control, binding and bookmark agree
 *	0.97  two of them
 *	0.95  control or binding alone
 *	0.93  bookmark alone
 *
 * times 0.85 when a number, date or reference is not written the official
 * way, 0.9 when the unit was typed into the blank (value.c); at most
 *
 *	0.8   a pending tracked change touches it
 *	0.6   marks disagree, or hidden words stand beside
 *	0.5   several places show different words for it
 *	0.3   hidden altogether, or ambiguous: then it is not given
 */
#include "extract/reading.h"

#include "text/norm.h"
#include "text/span.h"
#include "util/err.h"

#include <stdio.h>
#include <string.h>

static int no_memory(const struct extractor *ex)
{
	return err_set(ex->err, VB_NOMEM, "out of memory");
}

static void at_most(struct verdict *v, double limit)
{
	if (v->confidence > limit)
		v->confidence = limit;
}

static bool same(const char *a, const char *b)
{
	return text_same(a, strlen(a), b, strlen(b));
}

/* ---- marks --------------------------------------------------------------- */
static const struct shown *bound(const struct extractor *ex,
				 const struct view *view)
{
	return view->shown ? &ex->source->report->shown.at[view->shown - 1]
			   : NULL;
}

static void weigh_marks(struct verdict *v, const struct view *view)
{
	unsigned n;

	if (view->anchor) {
		v->method = view->method;
		v->confidence = view->sure;
		return;
	}
	n = (unsigned)(view->control && view->by_tag) +
	    (unsigned)(view->shown > 0) + (unsigned)(view->bookmark != NULL);

	v->method = view->control && view->by_tag ? VB_BY_CONTROL
		    : view->control		  ? VB_BY_BINDING
						  : VB_BY_BOOKMARK;
	if (n >= 3)
		v->confidence = 0.99;
	else if (n == 2)
		v->confidence = 0.97;
	else
		v->confidence = v->method == VB_BY_BOOKMARK ? 0.93 : 0.95;
}

static void set_place(struct verdict *v, const struct view *view)
{
	const struct wml_mark *mark = view->control    ? view->control
				      : view->bookmark ? view->bookmark
				      : view->last     ? view->last
						       : view->anchor;

	v->has_place = true;
	v->story = view->story;
	v->para = mark->first;
	v->offset = mark->start;
}

/*
 * The binding holds the words as they were filled, or as Word last saw them.
 * An empty one says nothing: whoever fills a blank in another editor leaves
 * it empty.
 */
static int compare_binding(struct verdict *v, struct extractor *ex,
			   const struct view *view)
{
	const struct shown *f = bound(ex, view);

	if (!f || text_is_leader(f->words, f->size) || same(v->raw, f->words))
		return VB_OK;
	v->is_disagreeing = true;
	v->other_mark = "binding";
	v->other = source_shorten(&ex->reading->arena, f->words, f->size,
				  READING_QUOTE_MAX, false);
	return v->other ? VB_OK : no_memory(ex);
}

static int compare_marks(struct verdict *v, struct extractor *ex,
			 const struct view *view, const struct words *words)
{
	struct words own = {.is_figure = words->is_figure};
	const struct wml_mark *control = view->control;
	const struct wml_para *para;

	if (!words->is_disagreeing || !control)
		return compare_binding(v, ex, view);
	para = &ex->source->stories.at[view->story]
			.wml->paras.at[control->first];
	words_range(&own, para, control->start,
		    control->last == control->first ? control->end
						    : para->size);
	v->is_disagreeing = true;
	v->other_mark = "control";
	v->other = source_shorten(&ex->reading->arena, buf_cstr(&own.text),
				  own.text.size, READING_QUOTE_MAX, false);
	words_release(&own);
	return v->other ? VB_OK : no_memory(ex);
}

/* ---- values -------------------------------------------------------------- */
/* A blank that was filled with nothing may be a blank on the page: a stamp
 * needs the room. */
static void leave_blank(struct verdict *v, const struct answer *copy)
{
	v->state = VB_BLANK;
	if (!copy || copy->kind != VALUE_EMPTY)
		return;
	v->answer = *copy;
	v->is_unchanged = true;
}

static void take_copy(struct verdict *v, const struct answer *copy)
{
	v->answer = *copy;
	v->is_unchanged = true;
	v->state = copy->kind == VALUE_EMPTY ? VB_BLANK : VB_ANSWERED;
	if (v->confidence > 0.96)
		v->confidence = 0.99;
}

/* Checks what was read against the type; a fault makes it invalid. */
static int make_canonical(struct verdict *v, struct extractor *ex)
{
	struct vb_error fault;
	int code;

	err_clear(&fault);
	code = answer_canonical(ex->reading->answers, &v->answer, &fault);
	if (code == VB_ANSWERS) {
		v->state = VB_INVALID;
		snprintf(v->fault, sizeof(v->fault), "%.120s", fault.text);
		return VB_OK;
	}
	if (code != VB_OK && ex->err && ex->err->code == VB_OK)
		*ex->err = fault;
	return code;
}

static int read_value(struct verdict *v, struct extractor *ex,
		      const struct instance *instance, const char *words)
{
	const struct field *field = instance->field;
	struct value value = {.answer = &v->answer};
	int code;

	code = value_read(ex, field, words, strlen(words), &value);
	v->state = value.state;
	v->why = value.why;
	if (code == VB_OK && v->state != VB_INVALID)
		code = make_canonical(v, ex);
	if (code != VB_OK)
		return code;
	v->confidence *= value.sure;
	/* "1.234" percent is ambiguous, but not when 1234 was filled there */
	if (instance->copy && v->state != VB_INVALID &&
	    answer_equal(&v->answer, instance->copy))
		take_copy(v, instance->copy);
	return VB_OK;
}

/* As a filter of the template showed it: the words are not the value, and
 * those of a value that nobody answered are no answer. */
static bool take_filtered(struct verdict *v, struct extractor *ex,
			  const struct instance *instance,
			  const struct view *view)
{
	if (!filtered_same(ex, instance, view, v->raw))
		return false;
	v->is_filtered = true;
	if (instance->copy)
		take_copy(v, instance->copy);
	else if (instance->calculated)
		take_copy(v, instance->calculated);
	else
		leave_blank(v, NULL);
	return true;
}

/* Words that somebody changed where a filter shows them: figures and dates
 * cannot be told from them, texts can but for their letters. */
static void doubt_filtered(struct verdict *v, struct extractor *ex,
			   const struct instance *instance,
			   const struct view *view)
{
	if (v->is_unchanged || v->state != VB_ANSWERED)
		return;
	v->filter = filtered_by(ex, instance, view);
	if (!v->filter)
		return;
	at_most(v, 0.6);
	if (beside_matters(instance->field) ||
	    instance->field->type == FIELD_DATE)
		v->state = VB_AMBIGUOUS;
}

static bool has_words(const struct buf *buf)
{
	return !text_is_leader(buf_cstr(buf), buf->size);
}

/* The value that a list has for what it shows: a list may say it in other
 * words than the form. */
static const char *chosen(const struct extractor *ex, const struct view *view,
			  const char *raw)
{
	const char *value = NULL;

	if (view->control)
		value = wml_chosen(ex->source->stories.at[view->story].wml,
				   view->control, raw);
	return value && *value ? value : NULL;
}

static bool has_picture(const struct extractor *ex, const struct view *view)
{
	const struct wml_story *wml = ex->source->stories.at[view->story].wml;
	const struct wml_mark *mark = view->control ? view->control
						    : view->bookmark;
	size_t i;

	if (!mark || mark->is_placeholder)
		return false;
	for (i = mark->first; i <= mark->last && i < wml->paras.n; i++)
		if (wml->paras.at[i].has_picture)
			return true;
	return false;
}

/* The name of its file stands only in the copy of the answers; which picture
 * it is now, nobody compares. */
static void judge_picture(struct verdict *v, const struct answer *copy)
{
	if (copy && copy->kind == VALUE_FILES) {
		take_copy(v, copy);
		at_most(v, 0.9);
		return;
	}
	v->state = VB_INVALID;
	snprintf(v->fault, sizeof(v->fault),
		 "a picture stands here; the name of its file is not known");
}

static int judge_inline(struct verdict *v, struct extractor *ex,
			const struct instance *instance,
			const struct view *view, const struct words *words)
{
	const struct answer *copy = instance->copy;
	const char *value;
	int code;

	if (instance->field->type == FIELD_IMAGE && !has_words(&words->text) &&
	    has_picture(ex, view)) {
		judge_picture(v, copy);
		return VB_OK;
	}
	if (!has_words(&words->text) && has_words(&words->hidden)) {
		v->raw = arena_strn(&ex->reading->arena,
				    buf_cstr(&words->hidden),
				    words->hidden.size);
		v->is_hidden = true;
		v->state = VB_AMBIGUOUS;
		at_most(v, 0.3);
		return v->raw ? VB_OK : no_memory(ex);
	}
	if (!words->is_placeholder && take_filtered(v, ex, instance, view))
		return VB_OK;
	if (copy && !words->is_placeholder &&
	    value_is_shown(ex, instance->field, copy, v->raw, strlen(v->raw))) {
		take_copy(v, copy);
		return VB_OK;
	}
	if (!has_words(&words->text) && words->is_raised) {
		v->state = VB_AMBIGUOUS;
		return VB_OK;
	}
	/* a box that nobody answered says nothing while it is not ticked */
	if (words->is_placeholder || !has_words(&words->text) ||
	    ((!copy || copy->kind == VALUE_EMPTY) &&
	     value_box(v->raw, strlen(v->raw)) == VALUE_UNTICKED)) {
		leave_blank(v, copy);
		return VB_OK;
	}
	value = chosen(ex, view, v->raw);
	if (value && copy && copy->kind == VALUE_TEXT &&
	    strcmp(copy->text, value) == 0) {
		take_copy(v, copy);
		return VB_OK;
	}
	code = read_value(v, ex, instance,
			  view->ticked ? view->ticked : v->raw);
	if (code == VB_OK && v->state == VB_INVALID && value) {
		v->fault[0] = '\0';
		code = read_value(v, ex, instance, value);
	}
	if (code == VB_OK)
		doubt_filtered(v, ex, instance, view);
	return code;
}

static void judge_long(struct verdict *v, struct extractor *ex,
		       const struct instance *instance, const struct view *view,
		       const struct words *words)
{
	const struct answer *copy = instance->copy;

	if (!words->is_placeholder && take_filtered(v, ex, instance, view))
		return;
	if (copy && !words->is_placeholder && longtext_same(&v->answer, copy))
		take_copy(v, copy);
	else if (words->is_placeholder || v->answer.kind == VALUE_EMPTY)
		leave_blank(v, copy);
	else
		v->state = VB_ANSWERED;
	if (v->state == VB_ANSWERED && words->lost) {
		v->why = words->lost;
		v->is_unchanged = false;
		at_most(v, 0.8);
	}
	doubt_filtered(v, ex, instance, view);
}

/* A value that the form calculates and nobody answered was put on the page by
 * filling; the answers say nothing about it, and go on saying nothing. */
static bool is_calculated(struct extractor *ex, const struct instance *instance,
			  const struct verdict *v)
{
	return instance->calculated && !instance->copy &&
	       (v->is_filtered ||
		value_is_shown(ex, instance->field, instance->calculated,
			       v->raw, strlen(v->raw)));
}

static int judge_words(struct verdict *v, struct extractor *ex,
		       const struct instance *instance, const struct view *view,
		       struct words *words)
{
	struct text_span seen = text_trim(buf_cstr(&words->text),
					  words->text.size);
	int code = VB_OK;

	v->raw = arena_strn(&ex->reading->arena, seen.at, seen.size);
	if (!v->raw)
		return no_memory(ex);
	v->is_tracked = words->is_tracked;
	v->is_hidden = has_words(&words->hidden);
	v->is_struck = words->is_struck;
	v->is_raised = words->is_raised;
	v->is_echo = words->is_echo;
	v->is_placeholder = words->is_placeholder && has_words(&words->text);
	if (instance->field->type == FIELD_LONGTEXT)
		judge_long(v, ex, instance, view, words);
	else
		code = judge_inline(v, ex, instance, view, words);
	if (code == VB_OK && instance->field->type != FIELD_LONGTEXT)
		code = compare_marks(v, ex, view, words);
	if (code == VB_OK && beside_matters(instance->field) &&
	    v->state != VB_INVALID && !v->is_echo)
		code = beside_find(&v->beside, ex, instance, view,
				   v->state == VB_BLANK);
	if (v->beside) {
		v->state = VB_AMBIGUOUS;
		v->is_unchanged = false;
	}
	v->is_kept_out = is_calculated(ex, instance, v);
	if (v->is_tracked)
		at_most(v, 0.8);
	if (v->is_disagreeing || v->is_hidden || v->is_raised)
		at_most(v, 0.6);
	if (v->state == VB_AMBIGUOUS || v->state == VB_INVALID)
		at_most(v, 0.3);
	return code;
}

static int judge_view(struct verdict *v, struct extractor *ex,
		      const struct instance *instance, const struct view *view)
{
	struct words words = {.is_figure = beside_matters(instance->field)};
	int code;

	memset(v, 0, sizeof(*v));
	v->answer.id = instance->field->id;
	v->answer.level = instance->level < 0
				  ? ""
				  : ex->form->levels[instance->level].id;
	v->answer.field = instance->field;
	weigh_marks(v, view);
	set_place(v, view);
	if (instance->field->type == FIELD_LONGTEXT)
		code = longtext_read(ex, instance, view, &words, &v->answer);
	else
		code = words_read(&words, ex, view);
	if (code == VB_OK)
		code = judge_words(v, ex, instance, view, &words);
	words_release(&words);
	return code;
}

/* ---- several places ------------------------------------------------------ */
/* Of places that differ, the one somebody wrote in counts. */
static int rank(const struct verdict *v)
{
	if (v->state == VB_BLANK)
		return 0;
	if (v->is_unchanged)
		return 1;
	return v->state == VB_ANSWERED ? 3 : 2;
}

/* A template may leave a blank where it shows the value elsewhere, and show
 * it in other words. */
static bool is_same_value(const struct verdict *a, const struct verdict *b)
{
	if (rank(a) == 0 && rank(b) == 0)
		return true;
	return a->is_unchanged && b->is_unchanged &&
	       (a->is_filtered || b->is_filtered);
}

/* ---- marks against the words around them --------------------------------- */
/* What stands where the words say (judge_check.c) is the value. */
static int check_words(struct verdict *v, struct extractor *ex,
		       const struct instance *instance)
{
	struct verdict next;
	struct view view;
	int code;

	if (!beside_matters(instance->field) ||
	    !judge_elsewhere(&view, ex, instance))
		return VB_OK;
	code = judge_view(&next, ex, instance, &view);
	if (code != VB_OK || next.state != VB_ANSWERED ||
	    same(v->raw, next.raw))
		return code;
	next.other = source_shorten(&ex->reading->arena, v->raw, strlen(v->raw),
				    READING_QUOTE_MAX, false);
	if (!next.other)
		return no_memory(ex);
	*v = next;
	v->is_unchanged = v->is_kept_out = false;
	v->is_disagreeing = true;
	v->other_mark = "the mark at another line";
	at_most(v, 0.6);
	return VB_OK;
}

/* Words of the form say too little about whose value it is: no answer. */
static void doubt_words(struct verdict *v)
{
	if (v->state != VB_ANSWERED || v->confidence >= READING_SURE_MIN ||
	    (v->method != VB_BY_ANCHOR && v->method != VB_BY_TABLE))
		return;
	v->state = VB_AMBIGUOUS;
	v->is_doubtful = true;
}

static bool goes_on(const struct extractor *ex, const struct view *view)
{
	const struct wml_mark *mark = view->control ? view->control
						    : view->bookmark;

	return mark && above_goes_on(ex->source->stories.at[view->story].wml,
				     mark->first);
}

int judge_instance(struct verdict *out, struct extractor *ex,
		   const struct instance *instance)
{
	struct verdict next;
	struct view view;
	bool differ = false;
	size_t i = 0;
	int code = VB_OK;

	memset(out, 0, sizeof(*out));
	out->state = VB_MISSING;
	while (code == VB_OK && instances_view(&view, instance, &i)) {
		const char *other;

		/* its value stands above, and in other places too */
		if (instance->row > 1 && goes_on(ex, &view))
			continue;
		code = judge_view(&next, ex, instance, &view);
		if (code != VB_OK || !out->has_place) {
			*out = next;
			continue;
		}
		out->is_echo = out->is_echo || next.is_echo;
		if (same(out->raw, next.raw) || is_same_value(out, &next))
			continue;
		if (rank(&next) > rank(out)) {
			other = out->raw;
			*out = next;
		} else {
			other = next.raw;
		}
		differ = true;
		out->other = source_shorten(&ex->reading->arena, other,
					    strlen(other), READING_QUOTE_MAX,
					    false);
		if (!out->other)
			return no_memory(ex);
	}
	if (differ) {
		out->is_disagreeing = true;
		out->other_mark = "another place";
		at_most(out, 0.5);
	}
	doubt_words(out);
	if (code == VB_OK && out->has_place && !differ)
		code = check_words(out, ex, instance);
	return code;
}
