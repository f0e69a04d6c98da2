/*
 * write_control.c - the marks of a filled slot (wml/marks.h): its bookmark,
 * and the content control that stays what it was in the template.
 *
 * Children of w:sdtPr stand in the order of ECMA-376-1 17.5.2.38 (ISO 29500
 * transitional schema).
 */
#include "fill/write.h"

#include "fill/filters.h"
#include "form/show.h"
#include "text/date.h"
#include "wml/marks.h"

#include <string.h>

void write_number(struct buf *out, uint32_t number)
{
	char text[10];
	size_t at = sizeof(text);

	do {
		text[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number);
	buf_add(out, text + at, sizeof(text) - at);
}

unsigned render_row(const struct renderer *r)
{
	const struct frame *loop = render_loop(r);

	return loop ? (unsigned)loop->row + 1 : 0;
}

/* ---- marks -------------------------------------------------------------- */

/*
 * Starts the bookmark of a value, once for each: the second place of the
 * same value has a control and a binding only, as names must differ. In a
 * repeat inside a repeat the row alone tells nothing.
 */
bool write_bookmark_open(struct renderer *r, const struct slot *slot,
			 bool is_last, uint32_t *id)
{
	struct seen *seen = &r->seen[slot->key];
	unsigned row = render_row(r);
	char name[MARK_BOOKMARK_MAX + 1];

	if (r->is_plain || slot->is_bare || r->loops > 1)
		return false;
	if (!is_last) {
		if (row + 1 <= seen->marked)
			return false;
		seen->marked = row + 1;
	}
	mark_bookmark(name, slot->name.id, slot->name.level, row, is_last);
	*id = r->bookmark++;
	ADD(r->out, "<w:bookmarkStart w:id=\"");
	write_number(r->out, *id);
	ADD(r->out, "\" w:name=\"");
	buf_adds(r->out, name);
	ADD(r->out, "\"/>");
	return true;
}

void write_bookmark_close(struct renderer *r, uint32_t id)
{
	ADD(r->out, "<w:bookmarkEnd w:id=\"");
	write_number(r->out, id);
	ADD(r->out, "\"/>");
}

/* The control's properties up to and with w:showingPlcHdr. */
void write_control_open(struct renderer *r, const struct slot *slot,
			bool is_blank)
{
	struct buf *out = r->out;

	ADD(out, "<w:sdt><w:sdtPr>");
	write_span(out, &slot->properties);
	ADD(out, "<w:alias w:val=\"");
	write_span(out, &slot->label);
	ADD(out, "\"/><w:tag w:val=\"");
	buf_adds(out, slot->name.id);
	if (slot->name.level[0]) {
		buf_addc(out, '.');
		buf_adds(out, slot->name.level);
	}
	if (slot->filters && slot->filters->fits_tag) {
		buf_addc(out, '|');
		write_span(out, &slot->filters->source);
	}
	ADD(out, "\"/><w:id w:val=\"");
	write_number(out, r->control++);
	ADD(out, "\"/>");
	write_span(out, &slot->lock);
	write_span(out, &slot->placeholder);
	/* a box that is not ticked is no placeholder to type over */
	if (is_blank &&
	    !(slot->control && slot->control->kind == CONTROL_CHECK))
		ADD(out, "<w:showingPlcHdr/>");
}

/*
 * LibreOffice writes bound words into a stylesheet without escaping them: one
 * '&', '<' or "]]>" and it saves the whole report part empty (measured:
 * 7.4.7). Such words have the other marks only.
 */
static bool is_bindable(const struct buf *value)
{
	return value->size == 0 || (!memchr(value->data, '&', value->size) &&
				    !memchr(value->data, '<', value->size) &&
				    !strstr(value->data, "]]>"));
}

/* What a filter made of a value, beside its name: Word writes into <f>, not
 * here, so that a word somebody changed is told from one as it was filled. */
static void add_as_filled(struct renderer *r, const struct slot *slot)
{
	struct buf *names = &r->names;

	ADD(names, "\" words=\"");
	buf_add_attr(names, buf_cstr(&r->value), r->value.size);
	if (!slot->filters->loses)
		return;
	ADD(names, "\" filter=\"");
	write_span(names, &slot->filters->source);
}

/* The <f> of a value in the report part: its number. Two places of one value
 * share it, so that an edit in Word changes both; in other words (`is_other`)
 * each place has its own. */
static unsigned add_shown(struct renderer *r, const struct slot *slot,
			  bool is_other)
{
	struct seen *seen = &r->seen[slot->key];
	struct buf *names = &r->names, *out = &r->shown;
	unsigned row = render_row(r);

	if (!is_other) {
		if (seen->f && seen->row == row + 1 && r->loops < 2)
			return seen->f;
		seen->f = r->n_shown + 1;
		seen->row = row + 1;
	}
	r->n_shown++;
	ADD(names, "<n id=\"");
	buf_adds(names, slot->name.id);
	if (slot->name.level[0]) {
		ADD(names, "\" level=\"");
		buf_adds(names, slot->name.level);
	}
	if (row) {
		ADD(names, "\" row=\"");
		write_number(names, row);
	}
	if (is_other)
		add_as_filled(r, slot);
	ADD(names, "\"/>");
	ADD(out, "<f>");
	if (is_bindable(&r->value))
		buf_add_text(out, r->value.data, r->value.size);
	ADD(out, "</f>");
	return r->n_shown;
}

static void add_binding(struct renderer *r, const struct slot *slot,
			bool is_other)
{
	struct buf *out = r->out;

	ADD(out, "<w:dataBinding w:prefixMappings=\"" MARK_BIND_NS
		 "\" w:xpath=\"/r:report[1]/r:shown[1]/r:f[");
	write_number(out, add_shown(r, slot, is_other));
	ADD(out, "]\" w:storeItemID=\"" MARK_STORE_ID "\"/>");
}

/* ---- kinds -------------------------------------------------------------- */

static void add_text_kind(struct renderer *r, const struct slot *slot)
{
	bool has_lines = r->value.size &&
			 memchr(r->value.data, '\n', r->value.size);

	if (has_lines || (slot->control && slot->control->is_multiline))
		ADD(r->out, "<w:text w:multiLine=\"1\"/>");
	else
		ADD(r->out, "<w:text/>");
}

/* The item of a list that a value means; NULL when there is none. */
static const struct control_item *find_item(const struct slot *slot,
					    const char *text)
{
	const struct control *control = slot->control;
	const char *label = text;
	size_t i;

	for (i = 0; slot->field && i < slot->field->n_options; i++)
		if (strcmp(slot->field->options[i].token, text) == 0)
			label = slot->field->options[i].label;
	for (i = 0; i < control->n_items; i++)
		if (strcmp(control->items[i].value, text) == 0)
			return &control->items[i];
	for (i = 0; i < control->n_items; i++)
		if (strcmp(control->items[i].shown, label) == 0 ||
		    strcmp(control->items[i].shown, text) == 0)
			return &control->items[i];
	return NULL;
}

static bool is_list(const struct slot *slot)
{
	return slot->control && (slot->control->kind == CONTROL_LIST ||
				 slot->control->kind == CONTROL_COMBO);
}

const struct control_item *write_item(struct renderer *r,
				      const struct slot *slot,
				      const struct answer *answer)
{
	const struct control_item *item;

	if (!is_list(slot) || !answer || answer->kind != VALUE_TEXT)
		return NULL;
	item = find_item(slot, answer->text);
	if (!item && slot->control->kind == CONTROL_LIST)
		render_tell(r, answer, "value-not-listed",
			    "the list of the control has no '%.60s'",
			    answer->text);
	return item;
}

/* The day of a date: "2023-06-05", not a month alone. */
static bool is_day(const struct answer *answer)
{
	struct buf day = BUF_INIT;
	bool good;

	if (!answer || answer->kind != VALUE_TEXT || answer->size != 10)
		return false;
	good = date_canonical(&day, answer->text, answer->size) == 0;
	buf_release(&day);
	return good;
}

static void add_choice(struct renderer *r, const struct slot *slot,
		       const struct answer *answer)
{
	struct buf *out = r->out;
	const struct control_item *item;

	switch (slot->control->kind) {
	case CONTROL_DATE:
		if (!is_day(answer))
			break;
		ADD(out, " w:fullDate=\"");
		buf_add(out, answer->text, answer->size);
		ADD(out, "T00:00:00Z\"");
		break;
	case CONTROL_LIST:
	case CONTROL_COMBO:
		item = answer && answer->kind == VALUE_TEXT
			       ? find_item(slot, answer->text)
			       : NULL;
		if (!item)
			break;
		ADD(out, " w:lastValue=\"");
		buf_add_attr(out, item->value, strlen(item->value));
		ADD(out, "\"");
		break;
	case CONTROL_CHECK:
		buf_addc(out, show_is_checked(answer, slot->field) ? '1' : '0');
		break;
	case CONTROL_PLAIN:
	case CONTROL_RICH:
	case CONTROL_PICTURE:
		break;
	}
}

/*
 * Only plain text is bound to the report part: a list would want its value in
 * the node, a date a day, and rich text a whole document.
 *
 * LibreOffice makes a control around paragraphs one around the words of the
 * first, without their bold, and with 'HYPERLINK "..."' before those of a link
 * (7.4.7). Only what may hold a building block it leaves as it is; Word takes
 * one without a gallery (17.5.2.12) as rich text.
 */
void write_control_kind(struct renderer *r, const struct slot *slot,
			const struct answer *answer, bool is_rich)
{
	const struct control *control = slot->control;
	enum control_kind kind = control ? control->kind : CONTROL_PLAIN;
	bool is_other = filters_change(slot, answer);
	/* LibreOffice joins the lines of plain text (7.4.7) */
	bool has_lines = is_other && r->value.size &&
			 memchr(r->value.data, '\n', r->value.size);
	bool is_plain = kind == CONTROL_PLAIN && !is_rich && !has_lines;

	if (is_plain && control && control->binding.size && !slot->is_block &&
	    is_bindable(&r->value)) {
		write_span(r->out, &control->binding);
		if (is_other)
			(void)add_shown(r, slot, true);
	} else if (is_plain && !slot->is_block && is_bindable(&r->value))
		add_binding(r, slot, is_other);
	else if (is_other)
		(void)add_shown(r, slot, true);
	if (control)
		write_span(r->out, &control->more);
	if (is_plain)
		add_text_kind(r, slot);
	else if (!is_other && kind <= CONTROL_RICH && answer &&
		 write_has_style(answer))
		ADD(r->out, "<w:docPartObj/>");
	else if (kind == CONTROL_PLAIN && answer &&
		 write_image_name(r, slot, answer))
		ADD(r->out, "<w:picture/>");
	else if (kind != CONTROL_PLAIN) {
		write_span(r->out, &control->head);
		add_choice(r, slot, answer);
		write_span(r->out, &control->tail);
	}
	ADD(r->out, "</w:sdtPr><w:sdtContent>");
}

void write_control_close(struct renderer *r)
{
	ADD(r->out, "</w:sdtContent></w:sdt>");
}
