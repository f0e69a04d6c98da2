/*
 * judge_report.c - what has to be said about a value that judge.c judged: a
 * finding for everything that makes it less than sure.
 */
#include "extract/reading.h"

#include "util/err.h"

#include <string.h>

static int report_state(struct extractor *ex, const struct instance *instance,
			const struct verdict *v, const struct vb_place *place,
			const char *quote)
{
	switch (v->state) {
	case VB_INVALID:
		if (v->fault[0])
			return reading_finding(ex, "value-invalid", VB_WARNING,
					       instance, place, "%s", v->fault);
		return reading_finding(ex, "value-invalid", VB_WARNING,
				       instance, place,
				       "'%s' cannot be read as a %s", quote,
				       field_type_name(instance->field->type));
	case VB_AMBIGUOUS:
		if (v->beside)
			return reading_finding(ex, "value-ambiguous",
					       VB_WARNING, instance, place,
					       "'%s' stands right beside '%s'",
					       v->beside, quote);
		if (v->is_hidden || v->filter)
			return VB_OK;
		if (v->is_doubtful)
			return reading_finding(
				ex, "value-doubtful", VB_WARNING, instance,
				place, "'%s' may be the value of another blank",
				quote);
		return reading_finding(ex, "value-ambiguous", VB_WARNING,
				       instance, place,
				       "'%s' can be read in two ways", quote);
	case VB_ANSWERED:
		if (v->why && !v->is_unchanged)
			return reading_finding(ex, "value-unusual", VB_NOTE,
					       instance, place, "'%s': %s",
					       quote, v->why);
		return VB_OK;
	case VB_BLANK:
	case VB_MISSING:
		return VB_OK;
	}
	return VB_OK;
}

static int report_hidden(struct extractor *ex, const struct instance *instance,
			 const struct verdict *v, const struct vb_place *place,
			 const char *quote)
{
	bool alone = v->state == VB_AMBIGUOUS && !v->beside;

	if (v->is_struck)
		return reading_finding(ex, "hidden-value", VB_WARNING, instance,
				       place,
				       alone ? "'%s' is struck out"
					     : "struck-out words stand beside "
					       "'%s'",
				       quote);
	return reading_finding(ex, "hidden-value", VB_WARNING, instance, place,
			       alone ? "'%s' is hidden text"
				     : "hidden text stands beside '%s'",
			       quote);
}

/* "Click here" is nothing; a figure that a script left in a control without
 * telling it that it is filled may be the answer. */
static enum vb_severity placeholder_severity(const struct instance *instance,
					     const char *raw)
{
	switch (instance->field->type) {
	case FIELD_COUNT:
	case FIELD_NUMBER:
	case FIELD_PERCENT:
	case FIELD_DATE:
		return strpbrk(raw, "0123456789") ? VB_WARNING : VB_NOTE;
	case FIELD_TEXT:
	case FIELD_LONGTEXT:
	case FIELD_DOCREF:
	case FIELD_EVIDENCE:
	case FIELD_CHOICE:
	case FIELD_IMAGE:
	case FIELD_REPEAT:
		break;
	}
	return VB_NOTE;
}

int judge_report(struct extractor *ex, const struct instance *instance,
		 const struct verdict *v, const struct vb_place *place)
{
	const char *quote = source_shorten(&ex->reading->arena, v->raw,
					   strlen(v->raw), READING_QUOTE_MAX,
					   false);
	const char *filter;
	int code;

	if (!quote)
		return err_set(ex->err, VB_NOMEM, "out of memory");
	filter = v->filter ? source_shorten(&ex->reading->arena, v->filter,
					    strlen(v->filter),
					    READING_QUOTE_MAX, false)
			   : "";
	if (!filter)
		return err_set(ex->err, VB_NOMEM, "out of memory");
	code = report_state(ex, instance, v, place, quote);
	if (code == VB_OK && v->filter)
		code = reading_finding(
			ex, "value-filtered", VB_WARNING, instance, place,
			"'%s' was changed where the filter '%s' shows it: "
			"the value itself is not known",
			quote, filter);
	if (code == VB_OK && v->is_disagreeing)
		code = reading_finding(
			ex, "marks-disagree", VB_WARNING, instance, place,
			"the page says '%s', %s '%s'", quote,
			strcmp(v->other_mark, "binding") == 0 ? "the binding"
			: strcmp(v->other_mark, "control") == 0
				? "the control alone"
				: v->other_mark,
			v->other);
	if (code == VB_OK && v->is_placeholder)
		code = reading_finding(ex, "placeholder-value",
				       placeholder_severity(instance, v->raw),
				       instance, place,
				       "'%s' is the template's placeholder, "
				       "not an answer",
				       quote);
	if (code == VB_OK && v->is_echo)
		code = reading_finding(ex, "value-echoed", VB_WARNING, instance,
				       place,
				       "the page repeats '%s' (LibreOffice "
				       "does that in the first cell)",
				       quote);
	if (code == VB_OK && v->is_tracked)
		code = reading_finding(
			ex, "tracked-value", VB_WARNING, instance, place,
			"a pending tracked change touches '%s'", quote);
	if (code == VB_OK && v->is_raised)
		code = reading_finding(
			ex, "value-unusual", VB_WARNING, instance, place,
			"raised words at '%s' are not read", quote);
	if (code == VB_OK && v->is_hidden)
		code = report_hidden(ex, instance, v, place, quote);
	return code;
}
