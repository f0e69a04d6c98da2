/*
 * check.c - the rules of the form over what was read, each finding at the
 * place of its field.
 */
#include "extract/reading.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

static int compare_field(const struct vb_read_field *field, const char *id,
			 const char *level, int row)
{
	int order = strcmp(field->id, id);

	if (order == 0)
		order = strcmp(field->level, level);
	return order ? order : (field->row > row) - (field->row < row);
}

struct sorted_field {
	const struct vb_read_field *field;
};

static int by_name(const void *a, const void *b)
{
	const struct vb_read_field *y = ((const struct sorted_field *)b)->field;

	return compare_field(((const struct sorted_field *)a)->field, y->id,
			     y->level, y->row);
}

struct rule_sink {
	struct extractor *ex;
	struct sorted_field *sorted;
	int code;
};

/* Gives a rule's finding the place of its field. */
static void take_rule(void *payload, const struct vb_finding *finding)
{
	struct rule_sink *sink = payload;
	struct extractor *ex = sink->ex;
	size_t low = 0, high = ex->reading->fields.n;
	struct instance instance = {.field = NULL};
	struct vb_place place;

	reading_nowhere(ex, &place);
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct vb_read_field *field = sink->sorted[mid].field;
		int order = compare_field(field, finding->field, finding->level,
					  finding->row);

		if (order == 0) {
			place = field->place;
			break;
		}
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	instance.field = form_field(ex->form, finding->field);
	instance.level = finding->level[0]
				 ? form_level(ex->form, finding->level)
				 : -1;
	instance.row = (unsigned)finding->row;
	if (sink->code == VB_OK)
		sink->code = reading_finding(ex, finding->rule,
					     finding->severity,
					     instance.field ? &instance : NULL,
					     &place, "%s", finding->message);
}

int check_rules(struct extractor *ex)
{
	struct rule_sink own = {ex, NULL, VB_OK};
	struct vb_sink sink = {take_rule, &own};
	struct vb_reading *reading = ex->reading;
	size_t i, n = reading->fields.n, count;
	int code;

	own.sorted = calloc(n + 1, sizeof(*own.sorted));
	if (!own.sorted)
		return err_set(ex->err, VB_NOMEM, "out of memory");
	for (i = 0; i < n; i++)
		own.sorted[i].field = &reading->fields.at[i];
	if (n)
		qsort(own.sorted, n, sizeof(*own.sorted), by_name);
	code = vb_answers_check(reading->answers, ex->form, reading->file,
				&sink, &count, ex->err);
	free(own.sorted);
	return code == VB_OK ? own.code : code;
}
