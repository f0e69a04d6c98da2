/*
 * schema.c - the RELAX NG schema of the answers to a form, XML syntax.
 *
 * It says what a reader of XML can say without XPath: names, places, levels,
 * types. The order of fields is free, as it is for vb_answers_parse(). An
 * empty element is an answer of any type.
 */
#include "form/form.h"

#include "util/buf.h"

#include <string.h>

/* What every schema shares. Paragraphs and their styles, references. */
static const char definitions[] =
	"  <define name=\"words\">\n"
	"    <mixed>\n"
	"      <zeroOrMore>\n"
	"        <choice>\n"
	"          <element name=\"b\"><ref name=\"words\"/></element>\n"
	"          <element name=\"i\"><ref name=\"words\"/></element>\n"
	"          <element name=\"u\"><ref name=\"words\"/></element>\n"
	"          <element name=\"a\">\n"
	"            <attribute name=\"href\">\n"
	"              <data type=\"anyURI\">\n"
	"                <param name=\"pattern\">"
	"([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:).+</param>\n"
	"              </data>\n"
	"            </attribute>\n"
	"            <ref name=\"linked\"/>\n"
	"          </element>\n"
	"        </choice>\n"
	"      </zeroOrMore>\n"
	"    </mixed>\n"
	"  </define>\n"
	"  <define name=\"linked\">\n"
	"    <mixed>\n"
	"      <zeroOrMore>\n"
	"        <choice>\n"
	"          <element name=\"b\"><ref name=\"linked\"/></element>\n"
	"          <element name=\"i\"><ref name=\"linked\"/></element>\n"
	"          <element name=\"u\"><ref name=\"linked\"/></element>\n"
	"        </choice>\n"
	"      </zeroOrMore>\n"
	"    </mixed>\n"
	"  </define>\n"
	"  <define name=\"text\">\n"
	"    <data type=\"string\">\n"
	"      <param name=\"pattern\">\\s*[^\\n\\r]*\\s*</param>\n"
	"    </data>\n"
	"  </define>\n"
	"  <define name=\"p\">\n"
	"    <element name=\"p\"><ref name=\"words\"/></element>\n"
	"  </define>\n"
	"  <define name=\"longtext\">\n"
	"    <choice>\n"
	"      <ref name=\"words\"/>\n"
	"      <group>\n"
	"        <ref name=\"p\"/>\n"
	"        <zeroOrMore>\n"
	"          <optional>\n"
	"            <element name=\"pagebreak\"><empty/></element>\n"
	"          </optional>\n"
	"          <ref name=\"p\"/>\n"
	"        </zeroOrMore>\n"
	"      </group>\n"
	"    </choice>\n"
	"  </define>\n"
	"  <define name=\"count\">\n"
	"    <choice><empty/><data type=\"integer\"/></choice>\n"
	"  </define>\n"
	"  <define name=\"number\">\n"
	"    <choice><empty/><data type=\"decimal\"/></choice>\n"
	"  </define>\n"
	"  <define name=\"date\">\n"
	"    <choice>\n"
	"      <empty/>\n"
	"      <data type=\"date\">\n"
	"        <param name=\"pattern\">[0-9]{4}-[0-9]{2}-[0-9]{2}</param>\n"
	"      </data>\n"
	"      <data type=\"gYearMonth\">\n"
	"        <param name=\"pattern\">[0-9]{4}-[0-9]{2}</param>\n"
	"      </data>\n"
	"    </choice>\n"
	"  </define>\n"
	"  <define name=\"docref\">\n"
	"    <interleave>\n"
	"      <optional>\n"
	"        <element name=\"number\"><ref name=\"text\"/></element>\n"
	"      </optional>\n"
	"      <optional>\n"
	"        <element name=\"date\"><ref name=\"date\"/></element>\n"
	"      </optional>\n"
	"      <optional>\n"
	"        <element name=\"issuer\"><ref name=\"text\"/></element>\n"
	"      </optional>\n"
	"    </interleave>\n"
	"  </define>\n"
	"  <define name=\"file\">\n"
	"    <element name=\"file\">\n"
	"      <data type=\"string\">\n"
	"        <param name=\"pattern\">"
	"\\s*[^./\\\\;\\s][^/\\\\;\\n\\r]*</param>\n"
	"      </data>\n"
	"    </element>\n"
	"  </define>\n"
	"  <define name=\"evidence\">\n"
	"    <zeroOrMore><ref name=\"file\"/></zeroOrMore>\n"
	"  </define>\n"
	"  <define name=\"image\">\n"
	"    <optional><ref name=\"file\"/></optional>\n"
	"  </define>\n";

static void indent(struct buf *out, int depth)
{
	while (depth-- > 0)
		buf_adds(out, "  ");
}

static void line(struct buf *out, int depth, const char *text)
{
	indent(out, depth);
	buf_adds(out, text);
	buf_addc(out, '\n');
}

static void add_value(struct buf *out, int depth, const char *value)
{
	indent(out, depth);
	buf_adds(out, "<value type=\"token\">");
	buf_add_text(out, value, strlen(value));
	buf_adds(out, "</value>\n");
}

static void add_levels(struct buf *out, const struct vb_form *form,
		       const struct field *field, int depth)
{
	int i;

	line(out, depth, "<optional>");
	line(out, depth + 1, "<attribute name=\"level\">");
	line(out, depth + 2, "<choice>");
	for (i = 0; i < (int)form->n_levels; i++)
		if (field_has_level(field, i))
			add_value(out, depth + 3, form->levels[i].id);
	line(out, depth + 2, "</choice>");
	line(out, depth + 1, "</attribute>");
	line(out, depth, "</optional>");
}

static void add_choice(struct buf *out, const struct field *field, int depth)
{
	size_t i;

	line(out, depth, "<choice>");
	line(out, depth + 1, "<empty/>");
	for (i = 0; i < field->n_options; i++)
		add_value(out, depth + 1, field->options[i].token);
	line(out, depth, "</choice>");
}

static const char *definition_of(enum field_type type)
{
	return type == FIELD_PERCENT ? "number" : field_type_name(type);
}

static bool stands_in(const struct field *field, const struct field *group,
		      bool is_base)
{
	return field->group == group && field->is_base == is_base;
}

static void add_group(struct buf *out, const struct vb_form *form,
		      const struct field *group, bool is_base, int depth);

static void add_field(struct buf *out, const struct vb_form *form,
		      const struct field *field, int depth)
{
	bool many = field->levels || field->type == FIELD_REPEAT;

	line(out, depth, many ? "<zeroOrMore>" : "<optional>");
	indent(out, depth + 1);
	buf_adds(out, "<element name=\"");
	buf_add_attr(out, field->id, strlen(field->id));
	buf_adds(out, "\">\n");
	indent(out, depth + 2);
	buf_adds(out, "<a:documentation>");
	buf_add_text(out, field->label, strlen(field->label));
	buf_adds(out, "</a:documentation>\n");
	if (field->levels)
		add_levels(out, form, field, depth + 2);
	if (field->type == FIELD_REPEAT) {
		/* a repeat stands in no repeat: the recursion ends here */
		add_group(out, form, field, false, depth + 2);
	} else if (field->type == FIELD_CHOICE) {
		add_choice(out, field, depth + 2);
	} else {
		indent(out, depth + 2);
		buf_addf(out, "<ref name=\"%s\"/>\n",
			 definition_of(field->type));
	}
	line(out, depth + 1, "</element>");
	line(out, depth, many ? "</zeroOrMore>" : "</optional>");
}

static bool has_any(const struct vb_form *form, const struct field *group,
		    bool is_base)
{
	size_t i;

	for (i = 0; i < form->n_fields; i++)
		if (stands_in(form->fields[i], group, is_base))
			return true;
	return false;
}

/* The fields of the page, of <base>, or of a row, in any order. */
static void add_group(struct buf *out, const struct vb_form *form,
		      const struct field *group, bool is_base, int depth)
{
	bool has_base = !group && !is_base && has_any(form, NULL, true);
	size_t i;

	if (!has_base && !has_any(form, group, is_base)) {
		line(out, depth, "<empty/>");
		return;
	}
	line(out, depth, "<interleave>");
	if (has_base) {
		line(out, depth + 1, "<optional>");
		line(out, depth + 2, "<element name=\"base\">");
		add_group(out, form, NULL, true, depth + 3);
		line(out, depth + 2, "</element>");
		line(out, depth + 1, "</optional>");
	}
	for (i = 0; i < form->n_fields; i++)
		if (stands_in(form->fields[i], group, is_base))
			add_field(out, form, form->fields[i], depth + 1);
	line(out, depth, "</interleave>");
}

static void add_root(struct buf *out, const struct vb_form *form)
{
	line(out, 1, "<start>");
	line(out, 2, "<element name=\"answers\">");
	line(out, 3, "<optional>");
	line(out, 4, "<attribute name=\"form\">");
	add_value(out, 5, form->id);
	line(out, 4, "</attribute>");
	line(out, 3, "</optional>");
	line(out, 3, "<optional><attribute name=\"version\"/></optional>");
	line(out, 3, "<optional><attribute name=\"unit\"/></optional>");
	add_group(out, form, NULL, false, 3);
	line(out, 2, "</element>");
	line(out, 1, "</start>");
}

int vb_form_schema(const struct vb_form *form, struct vb_blob *out,
		   struct vb_error *err)
{
	struct buf buf = BUF_INIT;

	buf_adds(&buf,
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<grammar "
		 "xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
		 "  xmlns:a=\"http://relaxng.org/ns/compatibility/"
		 "annotations/1.0\"\n  datatypeLibrary=\"http://"
		 "www.w3.org/2001/XMLSchema-datatypes\"\n  ns=\"" ANSWERS_NS
		 "\">\n");
	add_root(&buf, form);
	buf_adds(&buf, definitions);
	buf_adds(&buf, "</grammar>\n");
	return buf_take(&buf, out, err);
}
