/* particulars.c - see particulars.h. */
#include "export/particulars.h"

#include "text/json.h"

#include <string.h>

static const char *const names[] = {
	[VB_SUPERIOR_NAME] = "superior_name",
	[VB_ORGAN_NAME] = "organ_name",
	[VB_CODE_NUMBER] = "code_number",
	[VB_CODE_NOTATION] = "code_notation",
	[VB_PLACE_NAME] = "place",
	[VB_ISSUED_DATE] = "issued_date",
	[VB_TYPE_NAME] = "type",
	[VB_SUBJECT] = "subject",
	[VB_URGENCY] = "urgency",
	[VB_SECRECY] = "secrecy",
	[VB_ADDRESSEE] = "addressee",
	[VB_AUTHORITY] = "authority",
	[VB_POSITION] = "position",
	[VB_SIGNER] = "signer",
	[VB_RECIPIENT] = "recipient",
	[VB_ARCHIVE] = "archive",
	[VB_CITATION] = "citation",
	[VB_DEADLINE] = "deadline",
};

const char *particulars_value(const struct vb_reading *reading,
			      enum vb_slot slot)
{
	size_t i, n = vb_reading_particulars(reading);

	for (i = 0; i < n; i++) {
		const struct vb_particular *p = vb_reading_particular(reading,
								      i);

		if (p->slot == slot)
			return p->value[0] ? p->value : NULL;
	}
	return NULL;
}

json_t *particulars_list(const struct vb_reading *reading, enum vb_slot slot)
{
	size_t i, n = vb_reading_particulars(reading);
	json_t *list = json_array();

	for (i = 0; list && i < n; i++) {
		const struct vb_particular *p = vb_reading_particular(reading,
								      i);

		if (p->slot == slot && p->value[0] &&
		    json_array_append_new(list, json_words(p->value))) {
			json_decref(list);
			return NULL;
		}
	}
	return list;
}

static bool has_number(const json_t *list, const char *number)
{
	size_t i;

	for (i = 0; i < json_array_size(list); i++) {
		const char *other = json_string_value(
			json_object_get(json_array_get(list, i), "number"));

		if (other && strcmp(other, number) == 0)
			return true;
	}
	return false;
}

int particulars_citations(json_t *list, const struct vb_reading *reading)
{
	size_t i, n = vb_reading_particulars(reading);

	for (i = 0; i < n; i++) {
		const struct vb_particular *p = vb_reading_particular(reading,
								      i);

		if (p->slot != VB_CITATION || has_number(list, p->value))
			continue;
		if (json_array_append_new(
			    list,
			    json_pack("{s:o, s:o, s:o, s:o}", "number",
				      json_words(p->value), "date",
				      json_words_or_null(p->date), "issuer",
				      json_words_or_null(p->issuer), "type",
				      json_words_or_null(p->type))))
			return -1;
	}
	return 0;
}

int particulars_deadlines(json_t *list, const struct vb_reading *reading)
{
	size_t i, n = vb_reading_particulars(reading);

	for (i = 0; i < n; i++) {
		const struct vb_particular *p = vb_reading_particular(reading,
								      i);

		if (p->slot != VB_DEADLINE)
			continue;
		if (json_array_append_new(
			    list,
			    json_pack("{s:n, s:o, s:o, s:o, s:o}", "id", "date",
				      json_words(p->value), "actor",
				      json_words_or_null(p->actor), "action",
				      json_words_or_null(p->action),
				      "recipient",
				      json_words_or_null(p->recipient))))
			return -1;
	}
	return 0;
}

static json_t *number_or_null(int n)
{
	return n > 0 ? json_integer(n) : json_null();
}

static json_t *detail(const struct vb_particular *p)
{
	const struct vb_place *at = &p->place;
	json_t *cell = at->table ? json_pack("[i, i, i]", at->table, at->row,
					     at->column)
				 : json_null();

	return json_pack("{s:s, s:o, s:o, s:o, s:f, s:o, s:o, s:o}", "slot",
			 names[p->slot], "value", json_words_or_null(p->value),
			 "raw", json_words(p->raw), "purpose",
			 json_words_or_null(p->purpose), "confidence",
			 p->confidence, "part", json_words_or_null(at->part),
			 "paragraph", number_or_null(at->paragraph), "cell",
			 cell);
}

json_t *particulars_details(const struct vb_reading *reading)
{
	size_t i, n = vb_reading_particulars(reading);
	json_t *list = json_array();

	for (i = 0; list && i < n; i++)
		if (json_array_append_new(
			    list, detail(vb_reading_particular(reading, i)))) {
			json_decref(list);
			return NULL;
		}
	return list;
}
