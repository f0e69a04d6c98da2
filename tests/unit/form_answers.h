/* form_answers.h - what the tests of answers, units and rules share. */
#ifndef UNIT_FORM_ANSWERS_H
#define UNIT_FORM_ANSWERS_H

#include "form/xml.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>

/* A file of the project, by its path below the top. */
__attribute__((unused)) static const char *at_top(char path[512],
						  const char *name)
{
	const char *top = getenv("TOP");

	snprintf(path, 512, "%s/%s", top ? top : ".", name);
	return path;
}

__attribute__((unused)) static struct vb_form *form_at(const char *name)
{
	struct vb_error err = {0};
	struct vb_form *form = NULL;
	char path[512];

	if (vb_form_read(&form, at_top(path, name), &err) != VB_OK)
		printf("# %s: %s: %s\n", err.file, err.where, err.text);
	return form;
}

/* Findings as lines: "rule field[level] row N, line N: message". */
__attribute__((unused)) static void
note_finding(void *payload, const struct vb_finding *finding)
{
	struct buf *out = payload;

	buf_addf(out, "%s %s", finding->rule, finding->field);
	if (finding->level[0])
		buf_addf(out, "[%s]", finding->level);
	if (finding->row)
		buf_addf(out, " row %d", finding->row);
	if (finding->place.line)
		buf_addf(out, ", line %d", finding->place.line);
	buf_addf(out, ": %s\n", finding->message);
}

/* An error as "code: file: where: text". */
__attribute__((unused)) static const char *error_line(char line[800],
						      const struct vb_error *e)
{
	snprintf(line, 800, "%d: %s: %s: %s", (int)e->code, e->file, e->where,
		 e->text);
	return line;
}

#define ANSWERS_OPEN  "<answers xmlns=\"urn:vanban:answers:1\">\n"
#define ANSWERS_CLOSE "</answers>\n"

/* Parses the body of an answers element; NULL with the error in `line`. */
__attribute__((unused)) static struct vb_answers *
parse_body(const struct vb_form *form, const char *body, struct buf *findings,
	   char line[800])
{
	struct vb_sink sink = {note_finding, findings};
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	struct buf xml = BUF_INIT;
	int rc;

	buf_adds(&xml, ANSWERS_OPEN);
	buf_adds(&xml, body);
	buf_adds(&xml, ANSWERS_CLOSE);
	rc = vb_answers_parse(&answers, form, xml.data, xml.size, "a.xml",
			      findings ? &sink : NULL, &err);
	buf_release(&xml);
	if (rc != VB_OK)
		error_line(line, &err);
	else
		line[0] = '\0';
	return rc == VB_OK ? answers : NULL;
}

#endif
