/*
 * form_xml_field.c - the elements that ask for something: <count>, <text>,
 * <choice> and so on, and what <repeat> has in common with them.
 */
#include "form/form_xml.h"

#include <string.h>

#include "text/utf8.h"

#define RULES " id label required relevant constraint alert readonly rollup"

static const struct field_element {
	const char *attrs;
	unsigned places;  /* where it may stand */
	unsigned rollups; /* bits of enum field_rollup it may have */
	enum field_rollup rollup;
} elements[] = {
	[FIELD_TEXT] = {"calculate blank" RULES,
			IN_LINE | IN_WORDS | IN_SPAN | IN_BASE,
			1 << ROLLUP_LIST | 1 << ROLLUP_NONE, ROLLUP_LIST},
	[FIELD_LONGTEXT] = {"blank" RULES, IN_LINE | IN_BLOCKS,
			    1 << ROLLUP_LIST | 1 << ROLLUP_NONE, ROLLUP_LIST},
	[FIELD_COUNT] = {"calculate blank by levels unit pad" RULES,
			 IN_LINE | IN_WORDS | IN_SPAN | IN_BASE,
			 1 << ROLLUP_SUM | 1 << ROLLUP_NONE, ROLLUP_SUM},
	[FIELD_NUMBER] = {"calculate blank by levels unit" RULES,
			  IN_LINE | IN_WORDS | IN_SPAN | IN_BASE,
			  1 << ROLLUP_SUM | 1 << ROLLUP_NONE, ROLLUP_NONE},
	[FIELD_PERCENT] = {"calculate blank by levels of per" RULES,
			   IN_LINE | IN_WORDS | IN_SPAN | IN_BASE,
			   1 << ROLLUP_RATIO | 1 << ROLLUP_NONE, ROLLUP_NONE},
	[FIELD_DATE] = {"calculate blank format" RULES,
			IN_LINE | IN_WORDS | IN_SPAN | IN_BASE,
			1 << ROLLUP_LIST | 1 << ROLLUP_NONE, ROLLUP_NONE},
	[FIELD_DOCREF] = {"blank" RULES, IN_LINE | IN_WORDS | IN_SPAN | IN_BASE,
			  1 << ROLLUP_LIST | 1 << ROLLUP_NONE, ROLLUP_NONE},
	[FIELD_EVIDENCE] = {"blank" RULES, IN_LINE | IN_BLOCKS,
			    1 << ROLLUP_LIST | 1 << ROLLUP_NONE, ROLLUP_LIST},
	[FIELD_CHOICE] = {"calculate blank" RULES,
			  IN_LINE | IN_WORDS | IN_SPAN | IN_BASE,
			  1 << ROLLUP_LIST | 1 << ROLLUP_NONE, ROLLUP_NONE},
	[FIELD_IMAGE] = {RULES, IN_BLOCKS, 1 << ROLLUP_NONE, ROLLUP_NONE},
	[FIELD_REPEAT] = {"id label required relevant rollup blank-rows",
			  IN_BLOCKS | IN_TABLE | IN_ADDRESSEES | IN_RECIPIENTS,
			  1 << ROLLUP_LIST | 1 << ROLLUP_NONE, ROLLUP_NONE},
};

static const char *const rollup_names[] = {
	[ROLLUP_NONE] = "none",
	[ROLLUP_SUM] = "sum",
	[ROLLUP_RATIO] = "ratio",
	[ROLLUP_LIST] = "list",
};

int form_xml_field_type(const char *name)
{
	for (int type = 0; type <= FIELD_REPEAT; type++)
		if (strcmp(field_type_name((enum field_type)type), name) == 0)
			return type;
	return -1;
}

/* "__" parts a field from its level in the names of bookmarks; <base> is an
 * element of the answers. */
static bool is_field_id(const char *id)
{
	return form_xml_is_token(id, "_") && id[0] >= 'a' && id[0] <= 'z' &&
	       !strstr(id, "__") && strcmp(id, "base") != 0;
}

static int read_id(struct form_reader *r, struct field *field,
		   const xmlNode *xml)
{
	int rc = form_xml_need(r, &field->id, xml, "id");

	if (rc)
		return rc;
	if (!is_field_id(field->id))
		return form_fail(
			&r->b, field->line,
			"field id '%s' is not usable: 1-64 of a-z 0-9 _, a letter first, no '__', not 'base'",
			field->id);
	field->label = form_xml_attr(r, xml, "label");
	if (field->label &&
	    (form_xml_is_blank(field->label) ||
	     utf8_length(field->label, strlen(field->label)) > FORM_LABEL_MAX))
		return form_fail(
			&r->b, field->line,
			"field '%s': the label is empty or longer than %d characters",
			field->id, FORM_LABEL_MAX);
	return VB_OK;
}

static int add_levels(struct form_reader *r, struct field *field,
		      const char *list)
{
	for (;;) {
		char id[FORM_ID_MAX + 1];
		size_t n;
		int level = -1;

		list += strspn(list, " \t\r\n");
		n = strcspn(list, " \t\r\n");
		if (n == 0)
			return VB_OK;
		if (n < sizeof(id)) {
			memcpy(id, list, n);
			id[n] = '\0';
			level = form_level(r->b.form, id);
		}
		if (level < 0)
			return form_fail(
				&r->b, field->line,
				"field '%s': level '%.*s' is not one of the form's",
				field->id, (int)(n < 64 ? n : 64), list);
		field->levels |= (uint32_t)1 << level;
		list += n;
	}
}

static int read_levels(struct form_reader *r, struct field *field,
		       const xmlNode *xml)
{
	const char *by = form_xml_attr(r, xml, "by");
	const char *levels = form_xml_attr(r, xml, "levels");

	if (!by && !levels)
		return VB_OK;
	if (!by || strcmp(by, "level") != 0)
		return form_fail(
			&r->b, field->line,
			by ? "field '%s': by='%s' is not 'level'"
			   : "field '%s': levels='%s' needs by='level'",
			field->id, by ? by : levels);
	if (r->b.form->n_levels == 0)
		return form_fail(
			&r->b, field->line,
			"field '%s' is by='level' but the form has no <levels>",
			field->id);
	if (levels) {
		int rc = add_levels(r, field, levels);

		if (rc || field->levels)
			return rc;
		return form_fail(&r->b, field->line,
				 "field '%s': levels is empty", field->id);
	}
	for (size_t i = 0; i < r->b.form->n_levels; i++)
		field->levels |= (uint32_t)1 << i;
	return VB_OK;
}

static int read_rollup(struct form_reader *r, struct field *field,
		       const xmlNode *xml)
{
	const struct field_element *type = &elements[field->type];
	const char *text = form_xml_attr(r, xml, "rollup");

	field->rollup = type->rollup;
	if (field->type == FIELD_PERCENT && field->of)
		field->rollup = ROLLUP_RATIO;
	if (!text)
		return VB_OK;
	for (unsigned i = 0; i <= ROLLUP_LIST; i++)
		if (strcmp(rollup_names[i], text) == 0 &&
		    (type->rollups >> i & 1) != 0) {
			field->rollup = (enum field_rollup)i;
			if (field->rollup != ROLLUP_RATIO || field->of)
				return VB_OK;
			return form_fail(
				&r->b, field->line,
				"field '%s': rollup='ratio' needs of and per",
				field->id);
		}
	return form_fail(&r->b, field->line,
			 "field '%s': rollup='%s' is not for type '%s'",
			 field->id, text, field_type_name(field->type));
}

/* An expression: not empty, and not the bare word that XPath takes for the
 * name of a field. */
static int read_rule(struct form_reader *r, const char **out,
		     const struct field *field, const xmlNode *xml,
		     const char *name)
{
	const char *text = form_xml_attr(r, xml, name);

	*out = text;
	if (!text)
		return VB_OK;
	if (form_xml_is_blank(text))
		return form_fail(&r->b, field->line, "field '%s': %s is empty",
				 field->id, name);
	if (strcmp(text, "true") == 0 || strcmp(text, "false") == 0)
		return form_fail(
			&r->b, field->line,
			"field '%s': %s='%s' is the name of a field in XPath; write '%s()'",
			field->id, name, text, text);
	return VB_OK;
}

static int read_rules(struct form_reader *r, struct field *field,
		      const xmlNode *xml)
{
	const struct {
		const char **out, *name;
	} rules[] = {
		{&field->required, "required"},
		{&field->relevant, "relevant"},
		{&field->constraint, "constraint"},
		{&field->calculate, "calculate"},
		{&field->of, "of"},
		{&field->per, "per"},
		{&field->alert, "alert"},
		{&field->unit, "unit"},
	};
	int rc = VB_OK;

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]) && !rc; i++)
		rc = read_rule(r, rules[i].out, field, xml, rules[i].name);
	if (rc)
		return rc;
	if (!field->of != !field->per)
		return form_fail(&r->b, field->line,
				 "field '%s': of and per go together",
				 field->id);
	if (field->alert && !field->constraint)
		return form_fail(&r->b, field->line,
				 "field '%s': alert without constraint",
				 field->id);
	return form_xml_bool(r, &field->is_readonly, xml, "readonly");
}

static int read_look(struct form_reader *r, struct field *field,
		     const xmlNode *xml)
{
	const char *format = form_xml_attr(r, xml, "format");
	int rc;

	if (format && strcmp(format, "long") != 0)
		return form_fail(&r->b, field->line,
				 "field '%s': format='%s' is not 'long'",
				 field->id, format);
	field->is_date_long = format != NULL;
	rc = form_xml_number(r, &field->pad, xml, "pad", 1, 9);
	if (!rc)
		rc = form_xml_number(r, &field->blank, xml, "blank", 1,
				     FORM_BLANK_MAX);
	if (!rc)
		rc = form_xml_number(r, &field->blank_rows, xml, "blank-rows",
				     0, FORM_ROWS_MAX);
	return rc;
}

static int read_option(struct form_reader *r, struct field *field,
		       struct field_option *option, const xmlNode *xml)
{
	int rc;

	if (strcmp(form_xml_name(xml), "option") != 0)
		return form_fail(&r->b, form_xml_line(xml),
				 "element '%s' is not allowed in 'choice'",
				 form_xml_name(xml));
	if ((rc = form_xml_attrs(r, xml, "value")) != VB_OK ||
	    (rc = form_xml_need(r, &option->token, xml, "value")) != VB_OK ||
	    (rc = form_xml_words(r, &option->label, xml)) != VB_OK)
		return rc;
	if (!form_xml_is_token(option->token, "_-"))
		return form_fail(
			&r->b, form_xml_line(xml),
			"field '%s': option '%s' is not of a-z 0-9 _ -",
			field->id, option->token);
	for (const struct field_option *o = field->options; o != option; o++)
		if (strcmp(o->token, option->token) == 0)
			return form_fail(&r->b, form_xml_line(xml),
					 "field '%s': option '%s' stands twice",
					 field->id, option->token);
	return VB_OK;
}

static int read_options(struct form_reader *r, struct field *field,
			const xmlNode *xml)
{
	struct field_option *options;
	xmlNode *child = NULL;
	size_t n = 0;
	int rc = form_xml_child(r, &child, xml, xml->children);

	if (rc)
		return rc;
	if (!child)
		return form_fail(&r->b, field->line, "field '%s' has no option",
				 field->id);
	options = arena_array(&r->b.form->arena,
			      xmlChildElementCount((xmlNode *)xml),
			      sizeof(*options));
	if (!options)
		return form_nomem(&r->b);
	field->options = options;
	while (!rc && child) {
		rc = read_option(r, field, &options[n++], child);
		if (!rc)
			rc = form_xml_child(r, &child, xml, child->next);
	}
	field->n_options = n;
	return rc;
}

static int list_field(struct form_reader *r, struct field *field)
{
	struct field **slot;

	if (r->b.fields.n == FORM_FIELDS_MAX)
		return form_fail(&r->b, field->line, "more than %d fields",
				 FORM_FIELDS_MAX);
	slot = vec_push(&r->b.fields);
	if (!slot)
		return form_nomem(&r->b);
	*slot = field;
	return VB_OK;
}

int form_xml_field(struct form_reader *r, struct field **out,
		   const xmlNode *xml, enum field_type type,
		   enum form_place place)
{
	const struct field_element *element = &elements[type];
	struct field *field = arena_new(&r->b.form->arena, struct field);
	xmlNode *child = NULL;
	int rc;

	if (!field)
		return form_nomem(&r->b);
	field->type = type;
	field->line = form_xml_line(xml);
	field->group = r->group;
	field->is_base = place == IN_BASE;
	field->blank_rows = type == FIELD_REPEAT; /* unless stated: one */
	if (!(element->places & place))
		return form_fail(
			&r->b, field->line, "field '%s' is not allowed in '%s'",
			form_xml_name(xml), form_xml_name(xml->parent));
	if ((rc = form_xml_attrs(r, xml, element->attrs)) != VB_OK ||
	    (rc = read_id(r, field, xml)) != VB_OK ||
	    (rc = read_rules(r, field, xml)) != VB_OK ||
	    (rc = read_levels(r, field, xml)) != VB_OK ||
	    (rc = read_rollup(r, field, xml)) != VB_OK ||
	    (rc = read_look(r, field, xml)) != VB_OK)
		return rc;
	if (type == FIELD_CHOICE) {
		rc = read_options(r, field, xml);
	} else if (type != FIELD_REPEAT) {
		rc = form_xml_child(r, &child, xml, xml->children);
		if (!rc && child)
			rc = form_fail(&r->b, form_xml_line(child),
				       "element '%s' is not allowed in '%s'",
				       form_xml_name(child),
				       form_xml_name(xml));
	}
	*out = field;
	return rc ? rc : list_field(r, field);
}
