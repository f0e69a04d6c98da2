/* What the form reader says of faulty forms: fixtures/forms/bad, each with
 * its exact error. A file without a row here fails the test. */
#include "form/form.h"

#include <dirent.h>
#include <stdlib.h>

#include "form/form_build.h"
#include "tap.h"
#include "util/buf.h"

static const struct {
	const char *name;
	enum vb_code code;
	const char *where, *text;
} faults[] = {
	{"annex-before", VB_FORM, "line 4",
	 "element 'annex' must stand after 'body'"},
	{"annex-order", VB_FORM, "line 6",
	 "element 'signature' stands behind an annex"},
	{"annex-without-body", VB_FORM, "line 5",
	 "element 'annex' lacks 'body'"},
	{"cell-line-late", VB_FORM, "line 7",
	 "element 'line' is not allowed in 'cell'"},
	{"cell-merge-rows", VB_FORM, "line 7",
	 "merge is for the cells of a repeat of one row"},
	{"cell-merge-words", VB_FORM, "line 7",
	 "a cell with merge holds one field of one line, its id of at most 57 characters"},
	{"cell-words", VB_FORM, "line 7",
	 "words are not allowed in element 'cell'"},
	{"field-in-footnote", VB_FORM, "line 5",
	 "field 'text' is not allowed in 'footnote'"},
	{"footnote-in-repeat", VB_FORM, "line 6",
	 "a footnote stands in repeat 'r'"},
	{"link-address", VB_FORM, "line 5",
	 "href='file:///etc/passwd' is no address beginning with https:, http: or mailto:"},
	{"link-space", VB_FORM, "line 5",
	 "href='https://a b' is no address beginning with https:, http: or mailto:"},
	{"link-empty", VB_FORM, "line 5", "element 'link' is empty"},
	{"alert-without-constraint", VB_FORM, "line 5",
	 "field 'a_n': alert without constraint"},
	{"breakdown-base", VB_FORM, "line 7",
	 "breakdown of 'a_n': base figures are not shown"},
	{"breakdown-plain", VB_FORM, "line 5",
	 "breakdown of 'a_n': the field is not by=\"level\""},
	{"breakdown-repeat", VB_FORM, "line 9",
	 "breakdown of 'a_n' does not stand in the same repeat as the field"},
	{"breakdown-twice", VB_FORM, "line 7",
	 "breakdown of 'a_n' stands on the page twice"},
	{"breakdown-unknown", VB_FORM, "line 5",
	 "breakdown of 'b_n': there is no such field"},
	{"by-without-levels", VB_FORM, "line 5",
	 "field 'a_n' is by='level' but the form has no <levels>"},
	{"by", VB_FORM, "line 6", "field 'a_n': by='levels' is not 'level'"},
	{"deadline", VB_FORM, "line 2",
	 "deadline='2023-02-30' is not a date like 2023-06-16"},
	{"doctype", VB_XML, "line 2", "a DOCTYPE is not allowed"},
	{"field-id-base", VB_FORM, "line 5",
	 "field id 'base' is not usable: 1-64 of a-z 0-9 _, a letter first, no '__', not 'base'"},
	{"field-id-double", VB_FORM, "line 5",
	 "field id 'a__n' is not usable: 1-64 of a-z 0-9 _, a letter first, no '__', not 'base'"},
	{"field-id", VB_FORM, "line 5",
	 "field id 'A_n' is not usable: 1-64 of a-z 0-9 _, a letter first, no '__', not 'base'"},
	{"field-in-hint", VB_FORM, "line 5",
	 "field 'count' is not allowed in 'hint'"},
	{"field-no-id", VB_FORM, "line 5",
	 "element 'count' needs attribute 'id'"},
	{"field-twice", VB_FORM, "line 6",
	 "id 'a_n' is used twice, first on line 5"},
	{"foreign-element", VB_FORM, "line 5",
	 "element 'line' is not of namespace urn:vanban:form:1"},
	{"form-id", VB_FORM, "line 2",
	 "form id 'Báo cáo' is not 1-64 of a-z 0-9 -"},
	{"format", VB_FORM, "line 5",
	 "field 'a_date': format='short' is not 'long'"},
	{"image-in-line", VB_FORM, "line 5",
	 "field 'image' is not allowed in 'line'"},
	{"letterhead-lacks", VB_FORM, "line 4",
	 "element 'letterhead' lacks 'place'"},
	{"letterhead-order", VB_FORM, "line 5",
	 "element 'letterhead' lacks 'issuer' before 'number'"},
	{"level-end", VB_FORM, "line 4",
	 "level id 'z' is not usable: a letter, then letters or digits (a-z 0-9), not 'z', not 'r' and a number"},
	{"level-row", VB_FORM, "line 4",
	 "level id 'r2' is not usable: a letter, then letters or digits (a-z 0-9), not 'z', not 'r' and a number"},
	{"level-twice", VB_FORM, "line 4", "level 'th' is declared twice"},
	{"level-unknown", VB_FORM, "line 6",
	 "field 'a_n': level 'mn' is not one of the form's"},
	{"levels-without-by", VB_FORM, "line 6",
	 "field 'a_n': levels='th' needs by='level'"},
	{"line-empty", VB_FORM, "line 5", "element 'line' is empty"},
	{"line-mark", VB_FORM, "line 5",
	 "'*' is no mark: there are I. 1. 1.1. a) (1) - + none"},
	{"longtext-in-bold", VB_FORM, "line 5",
	 "field 'longtext' is not allowed in 'b'"},
	{"longtext-not-last", VB_FORM, "line 5",
	 "field 'a_long' (longtext) must be the last of its line"},
	{"misplaced-element", VB_FORM, "line 5",
	 "element 'cell' is not allowed in 'body'"},
	{"no-body", VB_FORM, "line 2", "the form has no 'body'"},
	{"no-breakdown", VB_FORM, "line 6",
	 "field 'a_n' is by=\"level\" but no <breakdown of=\"a_n\"/> shows its parts"},
	{"no-id", VB_FORM, "line 2", "element 'form' needs attribute 'id'"},
	{"no-namespace", VB_FORM, "line 2",
	 "element 'form' is not of namespace urn:vanban:form:1"},
	{"no-option", VB_FORM, "line 5", "field 'a_status' has no option"},
	{"no-title", VB_FORM, "line 3",
	 "element 'form' must begin with 'title'"},
	{"not-well-formed", VB_XML, "line 3",
	 "not well formed: Opening and ending tag mismatch: title line 3 and titel"},
	{"numbering", VB_FORM, "line 2",
	 "'A.' is no mark: there are I. 1. 1.1. a) (1) - + none"},
	{"of-without-per", VB_FORM, "line 5",
	 "field 'a_pct': of and per go together"},
	{"option-twice", VB_FORM, "line 5",
	 "field 'a_status': option 'dat' stands twice"},
	{"pad", VB_FORM, "line 5",
	 "pad='10' of element 'count' is not a number from 1 to 9"},
	{"page-order", VB_FORM, "line 4",
	 "element 'recipients' must stand after 'body'"},
	{"page-twice", VB_FORM, "line 7", "element 'body' stands twice"},
	{"ratio-without-of", VB_FORM, "line 5",
	 "field 'a_pct': rollup='ratio' needs of and per"},
	{"repeat-empty", VB_FORM, "line 5", "repeat 'r' asks for nothing"},
	{"repeat-in-repeat", VB_FORM, "line 6",
	 "a repeat stands in repeat 'r'"},
	{"required-true", VB_FORM, "line 5",
	 "field 'a_n': required='true' is the name of a field in XPath; write 'true()'"},
	{"rollup", VB_FORM, "line 5",
	 "field 'a_txt': rollup='sum' is not for type 'text'"},
	{"root", VB_FORM, "line 2",
	 "the root element is 'answers', not 'form'"},
	{"rule-empty", VB_FORM, "line 5", "field 'a_n': constraint is empty"},
	{"rule-unknown-name", VB_FORM, "line 5",
	 "constraint of 'a_n': 'b_n' names no field"},
	{"label-blank", VB_FORM, "line 5",
	 "field 'a_n': the label is empty or longer than 64 characters"},
	{"section-decimal", VB_FORM, "line 5",
	 "a section numbered 1.1. needs one numbered 1. around it"},
	{"section-empty", VB_FORM, "line 5", "element 'section' is empty"},
	{"section-too-deep", VB_FORM, "line 5",
	 "section is 2 deep but numbering has 1 marks"},
	{"size", VB_FORM, "line 2",
	 "size='12' of element 'form' is not a number from 13 to 14"},
	{"table-no-columns", VB_FORM, "line 5",
	 "element 'table' must begin with 'columns'"},
	{"table-no-row", VB_FORM, "line 5", "table without a row"},
	{"table-row-long", VB_FORM, "line 7",
	 "the row has more cells than the table's 2 columns"},
	{"table-row-short", VB_FORM, "line 7",
	 "the row fills 1 of the table's 2 columns"},
	{"table-rowspan", VB_FORM, "line 7",
	 "a rowspan reaches past the last row of its kind"},
	{"table-widths", VB_FORM, "line 5",
	 "the widths of the columns add up to 90, not 100"},
	{"too-deep", VB_FORM, "line 5", "elements are nested deeper than 32"},
	{"type", VB_FORM, "line 2", "type 'report' is no kind of document"},
	{"unknown-attribute", VB_FORM, "line 6",
	 "element 'count' has no attribute 'of'"},
	{"unknown-element", VB_FORM, "line 5",
	 "unknown element 'paragraph' in 'body'"},
	{"words-in-body", VB_FORM, "line 5",
	 "words are not allowed in element 'body'"},
	{"words-in-table", VB_FORM, "line 7",
	 "words are not allowed in element 'table'"},
};

static void try_fault(const char *dir, size_t i)
{
	struct vb_error err = {0};
	struct vb_form *form = NULL;
	char path[1024];
	int rc;

	(void)snprintf(path, sizeof(path), "%s/%s.form.xml", dir,
		       faults[i].name);
	rc = vb_form_read(&form, path, &err);
	if (!ok(rc == (int)faults[i].code && !form &&
			err.code == faults[i].code &&
			strcmp(err.where, faults[i].where) == 0 &&
			strcmp(err.file, path) == 0 &&
			strcmp(err.text, faults[i].text) == 0,
		"%s", faults[i].name))
		printf("#  got: %d %s: %s: %s\n# want: %d %s: %s\n", rc,
		       err.file, err.where, err.text, (int)faults[i].code,
		       faults[i].where, faults[i].text);
	vb_form_free(form);
	/* an error nobody asked for is not written */
	is_int(vb_form_read(&form, path, NULL), (long)faults[i].code,
	       "the same without an error object");
}

static size_t count_files(const char *dir)
{
	DIR *d = opendir(dir);
	size_t n = 0;

	if (!d)
		return 0;
	for (const struct dirent *e; (e = readdir(d)) != NULL;)
		n += e->d_name[0] != '.';
	(void)closedir(d);
	return n;
}

#define HEAD                                                        \
	"<form xmlns=\"urn:vanban:form:1\" id=\"x\" version=\"1\" " \
	"type=\"bao-cao\"><title>X</title>"

static void try_text(const char *text, size_t size, int code, const char *want,
		     const char *what)
{
	struct vb_error err = {0};
	struct vb_form *form = NULL;

	is_int(vb_form_parse(&form, text, size, "x.xml", &err), code, what);
	is_str(err.text, want, what);
	vb_form_free(form);
}

static void test_limits(void)
{
	struct buf b = BUF_INIT;

	try_text("", 0, VB_XML, "not well formed: Document is empty",
		 "an empty file");
	try_text(NULL, 0, VB_XML, "not well formed: Document is empty",
		 "no data");
	buf_adds(&b, HEAD "<levels>");
	for (int i = 0; i <= FORM_LEVELS_MAX; i++)
		buf_addf(&b, "<level id=\"l%d\" label=\"L\"/>", i);
	buf_adds(&b, "</levels><body><line>a</line></body></form>");
	try_text(b.data, b.size, VB_FORM, "more than 32 levels",
		 "one level too many");
	buf_clear(&b);
	buf_adds(&b, HEAD "<body>");
	for (int i = 0; i <= FORM_FIELDS_MAX; i++)
		buf_addf(&b, "<line><text id=\"f%d\"/></line>", i);
	buf_adds(&b, "</body></form>");
	try_text(b.data, b.size, VB_FORM, "more than 4096 fields",
		 "one field too many");
	buf_clear(&b);
	buf_adds(&b, HEAD "<body><table><columns>");
	for (int i = 0; i <= FORM_COLUMNS_MAX; i++)
		buf_adds(&b, "<column width=\"1\"/>");
	buf_adds(&b, "</columns></table></body></form>");
	try_text(b.data, b.size, VB_FORM, "more than 63 columns",
		 "one column too many");
	buf_release(&b);
}

static void test_ids(void)
{
	struct buf b = BUF_INIT;
	struct vb_form *form = NULL;

	buf_adds(&b, HEAD "<body><line><text id=\"");
	for (int i = 0; i < FORM_ID_MAX; i++)
		buf_addc(&b, 'a');
	buf_adds(&b, "\"/></line></body></form>");
	is_int(vb_form_parse(&form, b.data, b.size, "x.xml", NULL), VB_OK,
	       "an id of 64 bytes");
	vb_form_free(form);
	buf_clear(&b);
	buf_adds(&b, HEAD "<body><line><text id=\"");
	for (int i = 0; i <= FORM_ID_MAX; i++)
		buf_addc(&b, 'a');
	buf_adds(&b, "\"/></line></body></form>");
	is_int(vb_form_parse(&form, b.data, b.size, "x.xml", NULL), VB_FORM,
	       "an id of 65 bytes");
	buf_release(&b);
}

/* A form larger than libxml2's 16 bits of line. */
static void test_line(void)
{
	struct buf b = BUF_INIT;
	struct vb_error err = {0};
	struct vb_form *form = NULL;

	buf_adds(&b, HEAD "<body>");
	for (int i = 0; i < 70000; i++)
		buf_addc(&b, '\n');
	buf_adds(&b, "<line>a</line><cell/></body></form>");
	is_int(vb_form_parse(&form, b.data, b.size, "x.xml", &err), VB_FORM,
	       "a fault far down");
	is_str(err.where, "line 70001", "has its line");
	buf_release(&b);
}

int main(void)
{
	const char *top = getenv("TOP");
	char dir[512];

	(void)snprintf(dir, sizeof(dir), "%s/fixtures/forms/bad",
		       top ? top : ".");
	vb_init();
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++)
		try_fault(dir, i);
	is_int((long)count_files(dir), sizeof(faults) / sizeof(faults[0]),
	       "every faulty form is expected");
	test_limits();
	test_ids();
	test_line();
	return done_testing();
}
