/* States of a value: answered, blank, invalid, ambiguous, missing, and what
 * is said about each. */
#include "extract_kit.h"

static struct vb_form *form;

static void try_count(const char *marks, const char *report, const char *want,
		      const char *what)
{
	struct buf body = BUF_INIT;
	struct vb_reading *reading;
	char out[512];

	buf_addf(&body, H1("Chung") "<w:p>" R("So: ") "%s" R(" CSGD") "</w:p>",
		 marks);
	reading = kit_read(form, buf_cstr(&body), report);
	if (ok(reading != NULL, "%s: read", what))
		is_str(kit_say(out, sizeof(out), reading, "n", "", 0), want,
		       what);
	vb_reading_free(reading);
	buf_release(&body);
}

#define F(words) "<f id='n'>" words "</f>"

static void test_counts(void)
{
	const char *filled = REPORT(F("1.234"), "<n>1234</n>");

	try_count(VALUE("1", "1", "n", "1.234"), filled,
		  "answered control 0.99 1234|1.234", "as filled");
	try_count(VALUE("1", "1", "n", "12"), REPORT(F("12"), "<n>1234</n>"),
		  "answered control 0.99 12|12", "changed in Word");
	try_count(VALUE("1", "1", "n", "12"), filled,
		  "answered control 0.60 12|12 [marks-disagree]",
		  "changed where the binding is not known");
	try_count(VALUE("1", "1", "n", "12"), REPORT(F(""), ""),
		  "answered control 0.99 12|12", "an empty binding is silent");
	try_count(SDT(TAG("n"), R("7")), NULL, "answered control 0.95 7|7",
		  "a control alone");
	try_count(SDT(BIND("1"), R("7")), REPORT(F("7"), ""),
		  "answered binding 0.95 7|7", "a binding without a tag");
	try_count(BM("1", "vb_n", R("7")), NULL, "answered bookmark 0.93 7|7",
		  "a bookmark alone");
	try_count(SDT(TAG("n"), R("12 ……")), NULL,
		  "answered control 0.95 12|12 ……", "the leader was left");
	try_count(SDT(TAG("n"), R("12 CSGD")), NULL,
		  "answered control 0.85 12|12 CSGD [value-unusual]",
		  "the unit was typed");
	try_count(SDT(TAG("n"), R("1 234")), NULL,
		  "answered control 0.81 1234|1 234 [value-unusual]",
		  "not the official way");
	try_count(SDT(TAG("n"), R("khoang 12")), NULL,
		  "invalid control 0.30 |khoang 12 [value-invalid]", "words");
	try_count("", NULL, "blank anchor 0.76 |", "no mark");
}

/* The placeholder of an outline of ours; an editor that knows no
 * w:showingPlcHdr leaves it on. */
#define LINE                                              \
	"<w:placeholder><w:docPart w:val='vanbanDots6'/>" \
	"</w:placeholder>"

static void test_blanks(void)
{
	try_count(SDT(TAG("n") BLANK, R("chon mot so")), NULL,
		  "blank control 0.95 |chon mot so [placeholder-value]",
		  "the placeholder");
	try_count(SDT(TAG("n") LINE BLANK, R("7")), NULL,
		  "answered control 0.95 7|7",
		  "what was typed where the outline shows a leader");
	try_count(SDT(TAG("n") LINE BLANK, R("......")), NULL,
		  "blank control 0.95 |......", "the outline's leader");
	try_count(SDT(TAG("n"), R("………")), NULL, "blank control 0.95 |………",
		  "a leader");
	try_count(SDT(TAG("n"), ""), NULL, "blank control 0.95 |", "empty");
	try_count(VALUE("1", "1", "n", ""), REPORT(F("5"), "<n>5</n>"),
		  "blank control 0.60 | [marks-disagree]", "emptied");
}

static void test_changes(void)
{
	try_count(SDT(TAG("n"), "<w:ins>" R("5") "</w:ins>"), NULL,
		  "answered control 0.80 5|5 tracked [tracked-value]",
		  "inserted");
	try_count(SDT(TAG("n"), R("5") "<w:del><w:r><w:delText>1</w:delText>"
				       "</w:r></w:del>"),
		  NULL, "answered control 0.80 5|5 tracked [tracked-value]",
		  "deleted beside");
	try_count(SDT(TAG("n"), R("5")) R(" ") "<w:del><w:r><w:delText>1"
					       "</w:delText></w:r></w:del>",
		  NULL, "answered control 0.95 5|5", "a deletion elsewhere");
	try_count(SDT(TAG("n"), "<w:r><w:rPr><w:vanish/></w:rPr><w:t>5</w:t>"
				"</w:r>"),
		  NULL, "ambiguous control 0.30 |5 [hidden-value]", "hidden");
	try_count(SDT(TAG("n"), "<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t>"
				"</w:r>" R("5")),
		  NULL, "answered control 0.60 5|5 [hidden-value]",
		  "hidden beside");
}

#define RPR(pr, t) "<w:r><w:rPr><w:" pr "/></w:rPr><w:t>" t "</w:t></w:r>"

/* What a person sees is another figure than the marks hold. */
static void test_beside(void)
{
	static const char none[] =
		"ambiguous control 0.30 |95 [value-ambiguous]";

	try_count(SDT(TAG("n"), R("95")) R("0"), NULL, none, "a digit behind");
	try_count(R("1") SDT(TAG("n"), R("95")), NULL, none, "a digit before");
	try_count(R("1.") SDT(TAG("n"), R("95")), NULL, none, "and its mark");
	try_count(SDT(TAG("n"), R("95")) R(".000"), NULL, none, "thousands");
	try_count(SDT(TAG("n"), R("95")) R(" 000"), NULL, none,
		  "parted by a space");
	try_count(SDT(TAG("n"), R("95")) R(" nghìn"), NULL, none,
		  "a word that makes it more");
	try_count(VALUE("1", "1", "n", "95") R("0"),
		  REPORT(F("95"), "<n>95</n>"), none, "beside all marks");
	try_count(BM("1", "vb_n", "") R("95"), NULL,
		  "ambiguous bookmark 0.30 | [value-ambiguous]",
		  "typed beside a blank");
	try_count(SDT(TAG("n"), R("……")) R("… 95"), NULL,
		  "ambiguous control 0.30 |…… [value-ambiguous]",
		  "typed behind the dots of a blank");
	try_count(SDT(TAG("n"), R("95")) R(", 3 truong"), NULL,
		  "answered control 0.95 95|95", "another figure");
	try_count(SDT(TAG("n"), R("95")) R(". 3 truong"), NULL,
		  "answered control 0.95 95|95", "another sentence");
	try_count(SDT(TAG("n"), R("95")) R(" 2023"), NULL,
		  "answered control 0.95 95|95", "a year");
	try_count(SDT(TAG("n"), R("95"))
			  RPR("vertAlign w:val='superscript'", "2"),
		  NULL, "answered control 0.95 95|95",
		  "the mark of a note behind");
	try_count(SDT(TAG("n"),
		      R("95") RPR("vertAlign w:val='superscript'", "2")),
		  NULL, "answered control 0.60 95|95 [value-unusual]",
		  "the mark of a note inside");
	try_count(SDT(TAG("n"), RPR("vertAlign w:val='superscript'", "2")),
		  NULL,
		  "ambiguous control 0.30 | [value-ambiguous] "
		  "[value-unusual]",
		  "nothing but a raised figure");
	try_count(SDT(TAG("n"), RPR("strike", "80") R("95")), NULL,
		  "answered control 0.60 95|95 [hidden-value]",
		  "the old one struck out");
	try_count(SDT(TAG("n"), RPR("dstrike", "95")), NULL,
		  "ambiguous control 0.30 |95 [hidden-value]", "struck out");
}

static void test_pairs(void)
{
	try_count(BM("1", "vb_n", SDT(TAG("n"), R("12")) R("3")), NULL,
		  "answered control 0.60 123|123 [marks-disagree]",
		  "typed behind the control, within the bookmark");
	try_count(SDT(TAG("n"), R("4") BM("1", "vb_n", R("5"))), NULL,
		  "answered control 0.60 45|45 [marks-disagree]",
		  "typed before the bookmark, within the control");
	try_count(BM("1", "vb_n", "") SDT(TAG("n"), R("12")), NULL,
		  "answered control 0.97 12|12", "an emptied bookmark");
	try_count(SDT(TAG("n"), R("3")) R(" va ") SDT(TAG("n"), R("4")), NULL,
		  "answered control 0.50 3|3 [marks-disagree]",
		  "two places that differ");
	try_count(SDT(TAG("n"), R("3")) R(" va ") SDT(TAG("n"), R("4")),
		  REPORT("", "<n>3</n>"),
		  "answered control 0.50 4|4 [marks-disagree]",
		  "the place somebody wrote in counts");
	try_count(SDT(BIND("1"), R("7"))
			  SDT(BIND("1"), BM("1", "vb_n", R("7") R("7"))),
		  REPORT(F("77"), "<n>7</n>"),
		  "answered binding 0.60 7|7 [marks-disagree] [value-echoed]",
		  "LibreOffice's echo");
}

static void try_other(const char *id, const char *words, const char *report,
		      const char *want)
{
	struct buf body = BUF_INIT;
	struct vb_reading *reading;
	char out[512];

	buf_addf(&body,
		 "<w:p><w:sdt><w:sdtPr><w:tag w:val='%s'/></w:sdtPr>"
		 "<w:sdtContent>" R("%s") "</w:sdtContent></w:sdt></w:p>",
		 id, words);
	reading = kit_read(form, buf_cstr(&body), report);
	if (ok(reading != NULL, "%s '%s'", id, words))
		is_str(kit_say(out, sizeof(out), reading, id, "", 0), want,
		       words);
	vb_reading_free(reading);
	buf_release(&body);
}

static void test_types(void)
{
	try_other("pct", "85,5 %", NULL, "answered control 0.95 85.5|85,5 %");
	try_other("pct", "1.234", NULL,
		  "ambiguous control 0.30 |1.234 [value-ambiguous]");
	try_other("pct", "1.234", REPORT("", "<pct>1234</pct>"),
		  "answered control 0.95 1234|1.234 [rate-range]");
	try_other("on", "05/6/2023", NULL,
		  "answered control 0.95 2023-06-05|05/6/2023");
	try_other("on", "31/2/2023", NULL,
		  "invalid control 0.30 |31/2/2023 [value-invalid]");
	try_other("grade", "Khong dat", NULL,
		  "answered control 0.95 khong_dat|Khong dat");
	try_other("grade", "Chua dat", NULL,
		  "answered control 0.81 khong_dat|Chua dat [value-unusual]");
	try_other("grade", "Dat 85%", NULL,
		  "answered control 0.71 dat|Dat 85% [value-unusual]");
	try_other("grade", "Gan dat", NULL,
		  "invalid control 0.30 |Gan dat [value-invalid]");
	try_other("proof", "a.pdf; b.pdf", NULL,
		  "answered control 0.95 a.pdf; b.pdf|a.pdf; b.pdf");
	try_other("proof", "../a.pdf", NULL,
		  "invalid control 0.30 |../a.pdf [value-invalid]");
	try_other("doc_no", "v.v...", NULL,
		  "answered control 0.95 v.v...|v.v...");
	try_other("doc_no", "…", REPORT("", "<doc_no>…</doc_no>"),
		  "answered control 0.95 …|…");
}

static void test_places(void)
{
	struct vb_reading *reading =
		kit_read(form,
			 H1("Muc mot") "<w:tbl>" TR(TC(P(R("Nhan"))) TC(
				 P(SDT(TAG("n"), R("x"))))) "</w:tbl>",
			 NULL);
	const struct vb_read_field *field = kit_field(reading, "n", "", 0);

	is_str(field->place.heading, "Muc mot", "heading");
	is_str(field->place.near, "Nhan", "near words");
	is_str(field->place.part, "word/document.xml", "part");
	is_str(field->place.file, "x.docx", "file");
	is_int(field->place.paragraph, 3, "paragraph");
	is_int(field->place.table, 1, "table");
	is_int(field->place.row, 1, "row");
	is_int(field->place.column, 2, "column");
	vb_reading_free(reading);
}

int main(void)
{
	form = kit_read_form();
	if (!ok(form != NULL, "form"))
		return done_testing();
	test_counts();
	test_blanks();
	test_changes();
	test_beside();
	test_pairs();
	test_types();
	test_places();
	vb_form_free(form);
	return done_testing();
}
