/*
 * reading.c - document to answers: the public calls. See reading.h for who
 * does what.
 */
#include "extract/reading.h"

#include "extract/metadata.h"
#include "form/rules.h"
#include "util/err.h"
#include "wml/marks.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int no_memory(const struct extractor *ex)
{
	return err_set(ex->err, VB_NOMEM, "out of memory");
}

/* ---- findings ------------------------------------------------------------ */

int reading_finding(struct extractor *ex, const char *rule,
		    enum vb_severity severity, const struct instance *instance,
		    const struct vb_place *place, const char *fmt, ...)
{
	static const struct vb_place nowhere = {"", "", "", "", 0, 0, 0, 0, 0};
	struct vb_reading *reading = ex->reading;
	struct vb_finding *finding;
	char message[512];
	va_list ap;

	if (reading->findings.n >= READING_FINDINGS_MAX)
		return VB_OK;
	va_start(ap, fmt);
	err_format(message, sizeof(message), fmt, ap);
	va_end(ap);
	if (reading->findings.n == READING_FINDINGS_MAX - 1) {
		rule = "more-findings";
		severity = VB_WARNING;
		instance = NULL;
		place = NULL;
		snprintf(message, sizeof(message),
			 "there are more findings than these");
	}
	finding = vec_push(&reading->findings);
	if (!finding)
		return no_memory(ex);
	finding->rule = rule;
	finding->severity = severity;
	finding->field = instance ? instance->field->id : "";
	finding->level = instance && instance->level >= 0
				 ? ex->form->levels[instance->level].id
				 : "";
	finding->row = instance ? (int)instance->row : 0;
	finding->place = place ? *place : nowhere;
	finding->place.file = reading->file;
	finding->message = arena_str(&reading->arena, message);
	return finding->message ? VB_OK : no_memory(ex);
}

void reading_nowhere(const struct extractor *ex, struct vb_place *place)
{
	memset(place, 0, sizeof(*place));
	place->file = ex->reading->file;
	place->part = place->heading = place->near = "";
}

/* ---- the whole ----------------------------------------------------------- */
/* Long answers that have words of the form behind them in their line. */
static int find_inline(struct extractor *ex)
{
	const struct node *node = ex->form->root;

	ex->is_inline = calloc(ex->form->n_fields + 1, sizeof(*ex->is_inline));
	if (!ex->is_inline)
		return no_memory(ex);
	while ((node = node_next(ex->form->root, node)) != NULL) {
		if (node->kind == NODE_FIELD && node->field && node->next &&
		    node->next->kind <= NODE_HINT)
			ex->is_inline[node->field->index] = true;
	}
	return VB_OK;
}

/* What filling shows besides: fields that the form calculates and nobody
 * answered. Answers that parsed once parse again. */
static int calculate(struct extractor *ex)
{
	struct vb_reading *reading = ex->reading;
	const struct buf *xml = &ex->source->report->answers;
	size_t i;
	int code;

	for (i = 0; i < ex->form->n_fields; i++)
		if (ex->form->fields[i]->calculate)
			break;
	if (i == ex->form->n_fields || !ex->form->rules)
		return VB_OK;
	code = vb_answers_parse(&reading->calculated, ex->form, xml->data,
				xml->size, reading->file, NULL, ex->err);
	return code == VB_OK ? rules_calculate(ex->form->rules,
					       reading->calculated, ex->err)
			     : code;
}

/* The answers that were filled. When they are broken the page still is not. */
static int read_copy(struct extractor *ex)
{
	const struct source *source = ex->source;
	struct vb_reading *reading = ex->reading;
	const char *part = source->report ? source->report->part : "";
	struct vb_error fault = source->report_error;
	struct vb_place place;
	int code = VB_OK;

	if (source->report && source->report->answers.size > 0)
		code = vb_answers_parse(
			&reading->copy, ex->form, source->report->answers.data,
			source->report->answers.size, part, NULL, &fault);
	if (code == VB_NOMEM || code == VB_LIMIT) {
		if (ex->err)
			*ex->err = fault;
		return code;
	}
	reading_nowhere(ex, &place);
	place.part = arena_str(&reading->arena,
			       source->report ? part : fault.part);
	if (!place.part)
		return no_memory(ex);
	if (fault.code != VB_OK)
		return reading_finding(
			ex, "report-broken", VB_WARNING, NULL, &place,
			"the copy of the answers is broken: %s", fault.text);
	if (!reading->copy)
		return reading_finding(
			ex, "report-missing", VB_NOTE, NULL, &place,
			"the document carries no copy of the answers");
	return calculate(ex);
}

static int start_answers(struct extractor *ex)
{
	struct vb_reading *reading = ex->reading;
	const char *id = source_about(ex->source, MARK_PROP_FORM);
	const char *version = source_about(ex->source, MARK_PROP_VERSION);
	struct vb_answers *answers = answers_new(ex->form);

	reading->answers = answers;
	if (!answers)
		return no_memory(ex);
	reading->unit = arena_str(&reading->arena,
				  source_about(ex->source, MARK_PROP_UNIT));
	answers->file = reading->file;
	answers->unit = reading->unit;
	if (!reading->unit)
		return no_memory(ex);
	if (id[0] && strcmp(id, ex->form->id) != 0)
		return reading_finding(ex, "form-differs", VB_WARNING, NULL,
				       NULL,
				       "the document is of form '%.64s', "
				       "read as '%s'",
				       id, ex->form->id);
	if (version[0] && strcmp(version, ex->form->version) != 0)
		return reading_finding(ex, "version-differs", VB_WARNING, NULL,
				       NULL,
				       "the document is of version '%.32s' of "
				       "the form, read as '%s'",
				       version, ex->form->version);
	return VB_OK;
}

static int tell_fault(struct extractor *ex, const struct opc_fault *fault)
{
	struct vb_place place;

	reading_nowhere(ex, &place);
	place.part = arena_str(&ex->reading->arena, fault->part);
	if (!place.part)
		return no_memory(ex);
	return reading_finding(ex, "part-damaged", VB_WARNING, NULL, &place,
			       "a part is damaged and was not read whole: %s",
			       fault->text);
}

/* What was passed over so that the body could be read. */
static int tell_damage(struct extractor *ex)
{
	const struct source *source = ex->source;
	const struct opc_fault *fault;
	size_t i;
	int code = VB_OK;

	for (i = 0; code == VB_OK && (fault = opc_fault(source->opc, i)); i++)
		code = tell_fault(ex, fault);
	for (i = 0; code == VB_OK && i < source->document->unread.n; i++)
		code = tell_fault(ex, &source->document->unread.at[i]);
	return code;
}

static int extract(struct extractor *ex)
{
	struct vb_reading *reading = ex->reading;
	int code;

	if ((code = tell_damage(ex)) != VB_OK ||
	    (code = start_answers(ex)) != VB_OK ||
	    (code = find_inline(ex)) != VB_OK ||
	    (code = read_copy(ex)) != VB_OK)
		return code;
	if (reading->copy) {
		reading->answers->form_id = reading->copy->form_id;
		reading->answers->version = reading->copy->version;
		reading->answers->unit = reading->copy->unit;
	}
	if ((code = marks_find(ex)) != VB_OK ||
	    (code = take_all(ex)) != VB_OK || (code = unread_tell(ex)) != VB_OK)
		return code;
	code = answers_finish(reading->answers, ex->err);
	return code == VB_OK ? check_rules(ex) : code;
}

/* The particulars are all there is to read. */
static int read_formless(struct extractor *ex)
{
	ex->reading->unit = arena_str(&ex->reading->arena,
				      source_about(ex->source, MARK_PROP_UNIT));
	return ex->reading->unit ? tell_damage(ex) : no_memory(ex);
}

static int choose_form(const struct vb_form **out, const struct source *source,
		       const struct vb_form *form, struct vb_forms *forms,
		       struct vb_error *err)
{
	const char *id = source_about(source, MARK_PROP_FORM);

	*out = form;
	if (form || !id[0])
		return VB_OK;
	if (!forms)
		return err_set(err, VB_NOFORM,
			       "the document is of form '%.64s', which is not "
			       "at hand",
			       id);
	return vb_forms_find(forms, id, out, err);
}

/* What the page says of itself; a document of the Party is another matter. */
static int read_metadata(struct extractor *ex, struct metadata *m)
{
	struct vb_place place;
	struct metadata_range at;
	size_t i;
	int code = metadata_read(m, ex->reading, ex->source, ex->err);

	if (code != VB_OK || !m->is_party)
		return code;
	for (i = 0; m->lines.at[i].kind != METADATA_PARTY;)
		i++;
	at = metadata_of_lines(m, i, i);
	if (!source_place(ex->source, &ex->reading->arena, &place, at.story,
			  at.first, at.start))
		return no_memory(ex);
	return reading_finding(ex, "party-document", VB_WARNING, NULL, &place,
			       "a document of the Party: its particulars are "
			       "not read");
}

static int read_source(struct vb_reading **out, const struct source *source,
		       const struct vb_form *form, struct vb_forms *forms,
		       struct vb_error *err)
{
	struct extractor ex = {.source = source, .err = err};
	struct metadata metadata = {.lines = {NULL, 0, 0}};
	struct vb_reading *reading = calloc(1, sizeof(*reading));
	int code;

	if (!reading)
		return err_set(err, VB_NOMEM, "out of memory");
	ex.reading = reading;
	reading->file = arena_str(&reading->arena, source->file);
	if (!reading->file)
		code = err_set(err, VB_NOMEM, "out of memory");
	else
		code = choose_form(&ex.form, source, form, forms, err);
	reading->form = ex.form;
	if (code == VB_OK)
		code = read_metadata(&ex, &metadata);
	ex.metadata = &metadata;
	if (code == VB_OK)
		code = ex.form ? extract(&ex) : read_formless(&ex);
	metadata_release(&metadata);
	if (reading->unit && reading->unit[0])
		reading->unit_confidence = 1;
	vec_release(&ex.sightings);
	vec_release(&ex.checks);
	vec_release(&ex.hashes);
	free(ex.is_inline);
	docref_reader_free(ex.docref);
	buf_release(&ex.scratch);
	buf_release(&ex.shown);
	if (code != VB_OK) {
		vb_reading_free(reading);
		return code;
	}
	*out = reading;
	return VB_OK;
}

/* Takes `opc`. */
static int read_package(struct vb_reading **out, struct opc *opc,
			const char *name, const struct vb_form *form,
			struct vb_forms *forms, struct vb_error *err)
{
	struct source *source;
	int code = source_open(&source, opc, name, err);

	if (code == VB_OK)
		code = read_source(out, source, form, forms, err);
	source_free(source);
	err_file(err, name);
	return code;
}

int vb_read(struct vb_reading **out, const char *path,
	    const struct vb_form *form, struct vb_forms *forms,
	    struct vb_error *err)
{
	struct opc *opc;
	int code;

	*out = NULL;
	code = opc_open(&opc, path, err);
	return code == VB_OK ? read_package(out, opc, path, form, forms, err)
			     : code;
}

int vb_read_memory(struct vb_reading **out, const void *data, size_t size,
		   const char *name, const struct vb_form *form,
		   struct vb_forms *forms, struct vb_error *err)
{
	struct opc *opc;
	int code;

	*out = NULL;
	code = opc_open_memory(&opc, data, size, name, err);
	return code == VB_OK ? read_package(out, opc, name ? name : "", form,
					    forms, err)
			     : code;
}

void vb_reading_free(struct vb_reading *reading)
{
	if (!reading)
		return;
	vec_release(&reading->fields);
	vec_release(&reading->findings);
	vec_release(&reading->particulars);
	vb_answers_free(reading->answers);
	vb_answers_free(reading->copy);
	vb_answers_free(reading->calculated);
	arena_release(&reading->arena);
	free(reading);
}

const struct vb_form *vb_reading_form(const struct vb_reading *reading)
{
	return reading->form;
}

const char *vb_reading_file(const struct vb_reading *reading)
{
	return reading->file;
}

int vb_reading_add(struct vb_reading *reading, const struct vb_finding *finding,
		   struct vb_error *err)
{
	struct extractor ex = {.reading = reading, .err = err};

	return reading_finding(&ex, finding->rule, finding->severity, NULL,
			       &finding->place, "%s", finding->message);
}

const char *vb_reading_unit(const struct vb_reading *reading)
{
	return reading->unit;
}

const struct vb_answers *vb_reading_answers(const struct vb_reading *reading)
{
	return reading->answers;
}

size_t vb_reading_fields(const struct vb_reading *reading)
{
	return reading->fields.n;
}

const struct vb_read_field *vb_reading_field(const struct vb_reading *reading,
					     size_t i)
{
	return i < reading->fields.n ? &reading->fields.at[i] : NULL;
}

size_t vb_reading_particulars(const struct vb_reading *reading)
{
	return reading->particulars.n;
}

const struct vb_particular *
vb_reading_particular(const struct vb_reading *reading, size_t i)
{
	return i < reading->particulars.n ? &reading->particulars.at[i] : NULL;
}

size_t vb_reading_findings(const struct vb_reading *reading)
{
	return reading->findings.n;
}

const struct vb_finding *vb_reading_finding(const struct vb_reading *reading,
					    size_t i)
{
	return i < reading->findings.n ? &reading->findings.at[i] : NULL;
}
