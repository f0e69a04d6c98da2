/*
 * beside.c - what stands right beside the marks of a figure. Somebody who
 * types where a control ends writes outside of it: "95" with a "0" behind is
 * 950 for whoever reads the page, and so is "2" before " nghìn" no 2.
 */
#include "extract/reading.h"

#include "text/norm.h"
#include "text/span.h"
#include "text/utf8.h"
#include "util/err.h"

#include <string.h>

enum {
	BESIDE_BYTES = 64, /* looked at on either side */
	GROUP_DIGITS = 3,  /* "12 000" */
	MARKS_NEAR = 64	   /* in order of their start, on either side */
};

/* Words that make a figure another one. */
static const char *const scales[] = {"chục",  "trăm", "nghìn", "ngàn",
				     "triệu", "tỷ",   "tỉ"};

bool beside_matters(const struct field *field)
{
	return field->type == FIELD_COUNT || field->type == FIELD_NUMBER ||
	       field->type == FIELD_PERCENT;
}

static bool is_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

static bool is_digit_at(const char *text, size_t size, size_t at)
{
	return at < size && is_digit(utf8_next(text, size, &at));
}

/* A digit, or a mark of thousands or decimals and a digit. */
static bool goes_on(const char *text, size_t size)
{
	if (size > 1 && (text[0] == '.' || text[0] == ','))
		return is_digit_at(text, size, 1);
	return is_digit_at(text, size, 0);
}

static bool ends_open(const char *text, size_t size)
{
	size_t at;

	if (size > 1 && (text[size - 1] == '.' || text[size - 1] == ','))
		size--;
	at = size;
	while (at > 0 && ((unsigned char)text[--at] & 0xc0) == 0x80)
		continue;
	return is_digit_at(text, size, at);
}

/* A space and three digits, no more: thousands. */
static bool is_group(const char *text, size_t size)
{
	struct text_span rest = text_trim(text, size);
	size_t n = 0;

	if (rest.at == text)
		return false;
	while (n < rest.size && rest.at[n] >= '0' && rest.at[n] <= '9')
		n++;
	return n == GROUP_DIGITS && !goes_on(rest.at + n, rest.size - n);
}

/* A blank may have kept its dots before what was typed. */
static bool is_answer(const char *text, size_t size)
{
	struct text_span rest = text_trim(text, size);
	size_t at = 0;

	while (at < rest.size) {
		size_t next = at;

		utf8_next(rest.at, rest.size, &next);
		if (!text_is_leader(rest.at + at, next - at))
			break;
		at = next;
	}
	return is_digit_at(rest.at, rest.size, at);
}

static bool is_scale(const char *text, size_t size)
{
	struct text_span rest = text_trim(text, size);
	size_t n = 0, i;

	while (n < rest.size && !memchr(" ,.;:()\xc2", rest.at[n], 8))
		n++;
	for (i = 0; i < sizeof(scales) / sizeof(*scales); i++)
		if (text_same(rest.at, n, scales[i], strlen(scales[i])))
			return true;
	return false;
}

static bool is_strange(const char *text, size_t size, bool is_blank)
{
	if (is_blank)
		return is_answer(text, size);
	return goes_on(text, size) || is_group(text, size) ||
	       is_scale(text, size);
}

/* Whether the form's own words beside the blank look like that too. */
static bool is_of_form(const struct extractor *ex, const struct field *field,
		       bool is_behind, bool is_blank)
{
	const struct node *node = ex->form->root, *before;

	if (is_behind && field->unit &&
	    is_scale(field->unit, strlen(field->unit)))
		return true;
	while ((node = node_next(ex->form->root, node)) != NULL)
		if (node->kind == NODE_FIELD && node->field == field)
			break;
	if (!node)
		return false;
	if (is_behind)
		return node->next && node->next->kind == NODE_TEXT &&
		       is_strange(node->next->text, strlen(node->next->text),
				  is_blank);
	before = node->parent->first;
	while (before != node && before->next != node)
		before = before->next;
	return before->kind == NODE_TEXT &&
	       ends_open(before->text, strlen(before->text));
}

static const struct wml_mark *first_of(const struct view *view)
{
	const struct wml_mark *a = view->control, *b = view->bookmark;

	if (!a || !b)
		return a ? a : b;
	if (a->first != b->first)
		return a->first < b->first ? a : b;
	return a->start < b->start ? a : b;
}

static const struct wml_mark *last_of(const struct view *view)
{
	const struct wml_mark *a = view->control, *b = view->bookmark;

	if (!a || !b)
		return a ? a : b;
	if (a->last != b->last)
		return a->last > b->last ? a : b;
	return a->end > b->end ? a : b;
}

static bool is_value(const struct wml_mark *mark)
{
	struct mark name;

	if (mark->kind == WML_BOOKMARK)
		return mark_parse_bookmark(&name, mark->name);
	return mark->name[0] || mark->xpath[0];
}

/* Whether the words beside `own` are those of another value, that begins
 * where it ends, or ends where it begins. */
static bool is_other_value(const struct wml_story *story,
			   const struct wml_mark *own, bool is_behind)
{
	size_t para = is_behind ? own->last : own->first;
	size_t at = is_behind ? own->end : own->start;
	size_t i = (size_t)(own - story->marks.at), end = i + MARKS_NEAR;
	const char *text = story->paras.at[para].text;

	while (is_behind && at < story->paras.at[para].size && text[at] == ' ')
		at++;
	i = i > MARKS_NEAR ? i - MARKS_NEAR : 0;
	for (; i < story->marks.n && i < end; i++) {
		const struct wml_mark *mark = &story->marks.at[i];
		bool is_empty = mark->first == mark->last &&
				mark->start == mark->end;

		if (is_empty || !is_value(mark))
			continue;
		if (is_behind ? mark->first == para && mark->start == at
			      : mark->last == para && mark->end == at)
			return true;
	}
	return false;
}

static int quote(const char **out, struct extractor *ex,
		 const struct words *words)
{
	struct text_span seen = text_trim(buf_cstr(&words->text),
					  words->text.size);

	*out = source_shorten(&ex->reading->arena, seen.at, seen.size,
			      READING_QUOTE_MAX, false);
	return *out ? VB_OK : err_set(ex->err, VB_NOMEM, "out of memory");
}

int beside_find(const char **out, struct extractor *ex,
		const struct instance *instance, const struct view *view,
		bool is_blank)
{
	const struct wml_story *story = ex->source->stories.at[view->story].wml;
	const struct wml_mark *first = first_of(view), *last = last_of(view);
	struct words before = {.is_figure = true}, behind = {.is_figure = true};
	const struct wml_para *para;
	int code = VB_OK;

	if (!first)
		return VB_OK;
	para = &story->paras.at[last->last];
	words_range(&behind, para, last->end,
		    last->end + BESIDE_BYTES < para->size
			    ? last->end + BESIDE_BYTES
			    : para->size);
	para = &story->paras.at[first->first];
	words_range(&before, para,
		    first->start > BESIDE_BYTES ? first->start - BESIDE_BYTES
						: 0,
		    first->start);
	if (!buf_ok(&before.text) || !buf_ok(&behind.text))
		code = err_set(ex->err, VB_NOMEM, "out of memory");
	else if (is_strange(buf_cstr(&behind.text), behind.text.size,
			    is_blank) &&
		 !is_other_value(story, last, true) &&
		 !is_of_form(ex, instance->field, true, is_blank))
		code = quote(out, ex, &behind);
	else if (ends_open(buf_cstr(&before.text), before.text.size) &&
		 !is_other_value(story, first, false) &&
		 !is_of_form(ex, instance->field, false, is_blank))
		code = quote(out, ex, &before);
	words_release(&before);
	words_release(&behind);
	return code;
}
