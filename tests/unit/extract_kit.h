/*
 * extract_kit.h - a small form and hand-made documents of it, for the tests
 * of extract and export.
 */
#ifndef EXTRACT_KIT_H
#define EXTRACT_KIT_H

#include "opc/opc.h"
#include "tap.h"
#include "util/buf.h"

#define W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define REL \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WML  "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELS "http://schemas.openxmlformats.org/package/2006/relationships"

/* One run, one paragraph. */
#define R(t)  "<w:r><w:t xml:space='preserve'>" t "</w:t></w:r>"
#define P(in) "<w:p>" in "</w:p>"
#define H1(t) "<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr>" R(t) "</w:p>"
/* A control with a tag; with a binding; with neither. */
#define SDT(pr, in)                                         \
	"<w:sdt><w:sdtPr>" pr "</w:sdtPr><w:sdtContent>" in \
	"</w:sdtContent></w:sdt>"
#define TAG(name) "<w:tag w:val='" name "'/>"
#define BIND(n) \
	"<w:dataBinding w:xpath='/r:report[1]/r:shown[1]/r:f[" n "]'/><w:text/>"
#define BLANK "<w:showingPlcHdr/>"
#define BM(id, name, in)                                        \
	"<w:bookmarkStart w:id='" id "' w:name='" name "'/>" in \
	"<w:bookmarkEnd w:id='" id "'/>"
/* All marks of an inline value. */
#define VALUE(id, n, name, words) \
	BM(id, "vb_" name, SDT(TAG(name) BIND(n), R(words)))
#define TC(in) "<w:tc>" in "</w:tc>"
#define TR(in) "<w:tr>" in "</w:tr>"

/* Paragraphs, cells and rows of words alone. */
#define L(t)		    P(R(t))
#define C(t)		    TC(L(t))
#define ROW2(a, b)	    TR(C(a) C(b))
#define ROW3(a, b, c)	    TR(C(a) C(b) C(c))
#define ROW4(a, b, c, d)    TR(C(a) C(b) C(c) C(d))
#define ROW5(a, b, c, d, e) TR(C(a) C(b) C(c) C(d) C(e))
#define TBL(rows)	    "<w:tbl>" rows "</w:tbl>"

__attribute__((unused)) static const char kit_form[] =
	"<form xmlns='urn:vanban:form:1' id='kit' version='2' type='bao-cao'>"
	"<title>Kit</title>"
	"<levels><level id='th' label='TH'/><level id='thcs' label='THCS'/>"
	"</levels>"
	"<base><count id='all_n'/></base>"
	"<letterhead><issuer><text id='org_name' required='true()'/></issuer>"
	"<number>So: <text id='doc_no'/></number>"
	"<place>Noi, ngay</place></letterhead>"
	"<heading><name>BAO CAO</name></heading>"
	"<body><section title='Chung'>"
	"<longtext id='story'/>"
	"<line>So: <count id='n' by='level' unit='CSGD'/> CSGD "
	"(<breakdown of='n'/>), dat <percent id='pct'/>%.</line>"
	"<line>Ngay <date id='on'/>: <choice id='grade'>"
	"<option value='dat'>Dat</option>"
	"<option value='khong_dat'>Khong dat</option></choice> "
	"<docref id='plan'/> <evidence id='proof'/></line>"
	"<table><columns><column width='60'/><column width='40'/></columns>"
	"<header><row><cell>Ten</cell><cell>So</cell></row></header>"
	"<repeat id='item' blank-rows='1'><row>"
	"<cell><text id='item_name'/></cell>"
	"<cell><count id='item_n'/></cell></row></repeat></table>"
	"</section></body></form>";

__attribute__((unused)) static struct vb_form *kit_read_form(void)
{
	struct vb_form *form = NULL;
	struct vb_error err = {0};

	vb_init();
	if (vb_form_parse(&form, kit_form, strlen(kit_form), "kit.xml", &err))
		printf("# form: %s: %s\n", err.where, err.text);
	return form;
}

/* One of a test's own, which is told first; false when it is none. */
__attribute__((unused)) static bool kit_open(struct vb_form **form,
					     const char *xml, const char *name)
{
	struct vb_error err = {0};

	vb_init();
	if (ok(vb_form_parse(form, xml, strlen(xml), name, &err) == VB_OK,
	       "the form"))
		return true;
	printf("# %s: %s\n", err.where, err.text);
	return false;
}

/* A report part: the f elements, then the inside of answers. */
#define REPORT(f, in)                                                       \
	"<report xmlns='urn:vanban:report:1' form='kit' version='2' "       \
	"unit='U1'><shown>" f "</shown><answers "                           \
	"xmlns='urn:vanban:answers:1' form='kit' version='2' unit='U1'>" in \
	"</answers></report>"

/* A package of a body and, when given, a report part and properties. */
__attribute__((unused)) static struct vb_blob
kit_docx(const char *body, const char *report, const char *props)
{
	struct buf doc = BUF_INIT;
	static const char package_rels[] =
		"<Relationships xmlns='" RELS "'>"
		"<Relationship Id='rId1' Type='" REL "officeDocument' "
		"Target='word/document.xml'/>"
		"<Relationship Id='rId2' Type='" REL "custom-properties' "
		"Target='docProps/custom.xml'/></Relationships>";
	static const char document_rels[] =
		"<Relationships xmlns='" RELS "'>"
		"<Relationship Id='rId1' Type='" REL "styles' "
		"Target='styles.xml'/></Relationships>";
	static const char styles[] =
		"<w:styles xmlns:w='" W_NS "'><w:style w:type='paragraph' "
		"w:styleId='H'><w:name w:val='heading 1'/></w:style>"
		"</w:styles>";
	struct opc_item items[6];
	struct vb_blob blob = {NULL, 0};
	struct vb_error err = {0};
	size_t n = 4;

	buf_addf(&doc,
		 "<w:document xmlns:w='" W_NS "'><w:body>%s</w:body>"
		 "</w:document>",
		 body);
	memset(items, 0, sizeof(items));
	items[0].name = "_rels/.rels";
	items[0].data = package_rels;
	items[1].name = "word/document.xml";
	items[1].type = WML "document.main+xml";
	items[1].data = buf_cstr(&doc);
	items[2].name = "word/_rels/document.xml.rels";
	items[2].data = document_rels;
	items[3].name = "word/styles.xml";
	items[3].type = WML "styles+xml";
	items[3].data = styles;
	if (report) {
		items[n].name = "customXml/item7.xml";
		items[n].type = "application/xml";
		items[n++].data = report;
	}
	if (props) {
		items[n].name = "docProps/custom.xml";
		items[n].type = "application/vnd.openxmlformats-"
				"officedocument.custom-properties+xml";
		items[n++].data = props;
	}
	for (size_t i = 0; i < n; i++)
		items[i].size = strlen(items[i].data);
	if (opc_build(&blob, items, n, &err))
		printf("# build: %s\n", err.text);
	buf_release(&doc);
	return blob;
}

__attribute__((unused)) static struct vb_reading *
kit_read(const struct vb_form *form, const char *body, const char *report)
{
	struct vb_blob blob = kit_docx(body, report, NULL);
	struct vb_reading *reading = NULL;
	struct vb_error err = {0};

	if (vb_read_memory(&reading, blob.data, blob.size, "x.docx", form, NULL,
			   &err))
		printf("# read: %s: %s: %s\n", err.part, err.where, err.text);
	vb_blob_release(&blob);
	return reading;
}

__attribute__((unused)) static const struct vb_read_field *
kit_field(const struct vb_reading *reading, const char *id, const char *level,
	  int row)
{
	size_t i;

	for (i = 0; i < vb_reading_fields(reading); i++) {
		const struct vb_read_field *field = vb_reading_field(reading,
								     i);

		if (strcmp(field->id, id) == 0 &&
		    strcmp(field->level, level) == 0 && field->row == row)
			return field;
	}
	return NULL;
}

/* "STATE METHOD CONFIDENCE VALUE|RAW" of a field, then the rules of its
 * findings in brackets. */
__attribute__((unused)) static const char *
kit_say(char *out, size_t room, const struct vb_reading *reading,
	const char *id, const char *level, int row)
{
	static const char *const states[] = {"answered", "blank", "missing",
					     "invalid", "ambiguous"};
	static const char *const methods[] = {"nothing",  "control", "binding",
					      "bookmark", "anchor",  "table"};
	const struct vb_read_field *field = kit_field(reading, id, level, row);
	size_t used, i;

	if (!field)
		return "none";
	used = (size_t)snprintf(out, room, "%s %s %.2f %s|%s%s",
				states[field->state], methods[field->method],
				field->confidence, field->value, field->raw,
				field->tracked ? " tracked" : "");
	for (i = 0; i < vb_reading_findings(reading) && used < room; i++) {
		const struct vb_finding *finding = vb_reading_finding(reading,
								      i);

		if (strcmp(finding->field, id) == 0 &&
		    strcmp(finding->level, level) == 0 && finding->row == row)
			used += (size_t)snprintf(out + used, room - used,
						 " [%s]", finding->rule);
	}
	return out;
}

/* "id.level#row=value ..." of all that a body answers; "?" for what is doubted.
 * Good until the next call. */
__attribute__((unused)) static const char *
kit_values(const struct vb_form *form, const char *body)
{
	static struct buf out;
	struct vb_reading *reading = kit_read(form, body, NULL);
	size_t i;

	buf_clear(&out);
	if (!reading)
		buf_adds(&out, "no reading");
	for (i = 0; reading && i < vb_reading_fields(reading); i++) {
		const struct vb_read_field *f = vb_reading_field(reading, i);

		if (f->state != VB_ANSWERED && f->state != VB_AMBIGUOUS)
			continue;
		buf_addf(&out, "%s%s%s%s", out.size ? " " : "", f->id,
			 f->level[0] ? "." : "", f->level);
		if (f->row)
			buf_addf(&out, "#%d", f->row);
		buf_addf(&out, "=%s", f->state == VB_ANSWERED ? f->value : "?");
	}
	vb_reading_free(reading);
	return buf_cstr(&out);
}

/* The same with "|" between the paragraphs of long answers. */
__attribute__((unused)) static const char *kit_line(const struct vb_form *form,
						    const char *body)
{
	static char out[4096];
	char *at;

	snprintf(out, sizeof(out), "%s", kit_values(form, body));
	for (at = out; *at; at++)
		if (*at == '\n')
			*at = '|';
	return out;
}

/* The answers without their first two lines and the last. */
__attribute__((unused)) static void
kit_is_answers(const struct vb_reading *reading, const char *want,
	       const char *what)
{
	struct vb_blob xml = {NULL, 0};
	struct vb_error err = {0};
	char *start, *end;

	vb_answers_write(vb_reading_answers(reading), &xml, &err);
	start = strstr((char *)xml.data, "<answers");
	start = start ? strchr(start, '\n') : NULL;
	end = start ? strstr(start, "</answers>") : NULL;
	if (end)
		*end = '\0';
	is_str(end ? start + 1 : "", want, what);
	vb_blob_release(&xml);
}

#endif
