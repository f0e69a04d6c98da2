/*
 * form_xml_obligation.c - what a letter asks of whom, until when: data beside
 * the page, so that offices can list and watch it.
 */
#include <string.h>

#include "form/form_xml.h"

static bool has_id(const struct vb_obligation *list, size_t n, const char *id)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].id, id) == 0)
			return true;
	return false;
}

static int read_one(struct form_reader *r, struct vb_obligation *list, size_t n,
		    const xmlNode *xml)
{
	struct vb_obligation *one = &list[n];
	int rc;

	if (strcmp(form_xml_name(xml), "obligation") != 0)
		return form_fail(&r->b, form_xml_line(xml),
				 "element '%s' is not allowed in 'obligations'",
				 form_xml_name(xml));
	if ((rc = form_xml_attrs(r, xml,
				 "id actor action deadline recipient")) ||
	    (rc = form_xml_need(r, &one->id, xml, "id")) ||
	    (rc = form_xml_need(r, &one->actor, xml, "actor")) ||
	    (rc = form_xml_need(r, &one->action, xml, "action")) ||
	    (rc = form_xml_need(r, &one->deadline, xml, "deadline")))
		return rc;
	one->recipient = form_xml_attr(r, xml, "recipient");
	if (!one->recipient)
		one->recipient = "";
	if (!form_xml_is_token(one->id, "_"))
		return form_fail(&r->b, form_xml_line(xml),
				 "obligation id '%s' is not 1-64 of a-z 0-9 _",
				 one->id);
	if (has_id(list, n, one->id))
		return form_fail(&r->b, form_xml_line(xml),
				 "obligation '%s' is declared twice", one->id);
	if (!form_xml_is_date(r, one->deadline))
		return form_fail(
			&r->b, form_xml_line(xml),
			"deadline='%s' of obligation '%s' is not a date like 2023-10-01 or a month like 2023-10",
			one->deadline, one->id);
	return VB_OK;
}

static size_t count(const xmlNode *xml)
{
	size_t n = 0;

	for (const xmlNode *child = xml->children; child; child = child->next)
		n += child->type == XML_ELEMENT_NODE;
	return n;
}

int form_xml_obligations(struct form_reader *r, const xmlNode *xml)
{
	struct vb_form *form = r->b.form;
	struct vb_obligation *list;
	xmlNode *child = NULL;
	size_t most = count(xml);
	int rc = form_xml_attrs(r, xml, "");

	if (rc)
		return rc;
	if (most > FORM_OBLIGATIONS_MAX)
		return form_fail(&r->b, form_xml_line(xml),
				 "more than %d obligations",
				 FORM_OBLIGATIONS_MAX);
	list = arena_array(&form->arena, most + 1, sizeof(*list));
	if (!list)
		return form_nomem(&r->b);
	form->obligations = list;
	rc = form_xml_child(r, &child, xml, xml->children);
	while (!rc && child) {
		rc = read_one(r, list, form->n_obligations, child);
		if (rc)
			break;
		form->n_obligations++;
		rc = form_xml_child(r, &child, xml, child->next);
	}
	if (!rc && form->n_obligations == 0)
		return form_fail(&r->b, form_xml_line(xml),
				 "element 'obligations' is empty");
	return rc;
}
