/* form_units.c - the list of units: reading it, merging it into answers. */
#include "form/units.h"

#include "form_answers.h"

static struct vb_form *form;

static struct vb_units *parse(const char *csv, size_t size, char line[800])
{
	struct vb_units *units = NULL;
	struct vb_error err = {0};

	if (units_parse(&units, csv, size, "u.csv", &err) == VB_OK)
		line[0] = '\0';
	else
		error_line(line, &err);
	return units;
}

static void refused(const char *csv, const char *want, const char *what)
{
	char line[800];
	struct vb_units *units = parse(csv, strlen(csv), line);

	is_str(line, want, what);
	vb_units_free(units);
}

static void test_read(void)
{
	static const char csv[] = "\xef\xbb\xbf"
				  "code;name;\"org;name\"\r\n"
				  "LC; Lê Chân ;\"Phòng \"\"A\"\"\r\nB\"\r\n"
				  ";;\r\n"
				  "hb.2;\"\";x, y\r\n\r\n"
				  "Z;Trường \"B\";";
	char line[800];
	struct vb_units *units = parse(csv, sizeof(csv) - 1, line);

	is_str(line, "", "semicolons, a mark, CRLF");
	if (!units)
		return;
	is_int((long)vb_units_count(units), 3, "empty rows are no units");
	is_str(vb_units_value(units, 0, "code"), "LC", "a code");
	is_str(vb_units_value(units, 0, "name"), "Lê Chân", "trimmed");
	is_str(vb_units_value(units, 0, "org;name"), "Phòng \"A\"\nB",
	       "quotes and a newline inside quotes");
	is_str(vb_units_value(units, 1, "name"), "", "an empty cell");
	is_str(vb_units_value(units, 1, "org;name"), "x, y",
	       "a comma is no separator then");
	is_str(vb_units_value(units, 2, "name"), "Trường \"B\"",
	       "quotes inside bare words");
	is_str(vb_units_value(units, 2, "level"), "", "an absent column");
	is_str(vb_units_value(units, 3, "code"), "", "an absent unit");
	is_int(units->lines[0], 2, "lines are of the file");
	is_int(units->lines[1], 5, "also behind a newline in quotes");
	vb_units_free(units);
}

static void test_forms_of_text(void)
{
	static const char tab[] = "name\tcode\nA, B; C\tX\n";
	static const char wide[] = "\xff\xfe"
				   "c\0o\0d\0e\0\n\0A\0\n\0";
	char line[800];
	struct vb_units *units = parse(tab, sizeof(tab) - 1, line);

	is_str(units ? vb_units_value(units, 0, "name") : line, "A, B; C",
	       "tabs");
	vb_units_free(units);
	units = parse(wide, sizeof(wide) - 1, line);
	is_str(units ? vb_units_value(units, 0, "code") : line, "A", "UTF-16");
	vb_units_free(units);
	units = parse("code\n", 5, line);
	is_int(units ? (long)vb_units_count(units) : -1, 0, "no units");
	vb_units_free(units);
}

static void test_faults(void)
{
	refused("", "11: u.csv: line 1, column 1: the column has no name",
		"nothing");
	refused("name,place\nA,B\n",
		"11: u.csv: line 1: there is no column 'code'", "no code");
	refused("code,,b\n",
		"11: u.csv: line 1, column 2: the column has no "
		"name",
		"no name");
	refused("code,a,code\n",
		"11: u.csv: line 1, column 3: column 'code' is there twice",
		"a column twice");
	refused("code,name\nA,x\nB\n",
		"11: u.csv: line 3: the row has 1 cells, the header 2",
		"a short row");
	refused("code,name\nA,x,y\n",
		"11: u.csv: line 2: the row has 3 cells, the header 2",
		"a long row");
	refused("name,code\nx,A/B\n",
		"11: u.csv: line 2, column 2: code 'A/B' is not 1 to 64 of A-Z "
		"a-z 0-9 . _ - or starts with a dot",
		"a slash in a code");
	refused("code\n..\n",
		"11: u.csv: line 2, column 1: code '..' is not 1 to 64 of A-Z "
		"a-z 0-9 . _ - or starts with a dot",
		"dots for a code");
	refused("code\nLê\n",
		"11: u.csv: line 2, column 1: code 'Lê' is not 1 to 64 of A-Z "
		"a-z 0-9 . _ - or starts with a dot",
		"letters that make bad file names");
	refused("code,name\n,x\n",
		"11: u.csv: line 2, column 1: code '' is not 1 to 64 of A-Z "
		"a-z 0-9 . _ - or starts with a dot",
		"no code in a row");
	refused("code\nLC\nHB\nlc\n",
		"11: u.csv: line 4, column 1: code 'lc' is there already on "
		"line 2",
		"a code twice, whatever its case");
	refused("code,name\nA,\"x\ny\n",
		"11: u.csv: line 2, column 2: the quote is never closed",
		"an open quote");
	refused("code,name\nA,\"x\"y\n",
		"11: u.csv: line 2, column 2: words follow the closing quote",
		"words behind a quote");
	refused("code,name\nA,x\x02y\n",
		"11: u.csv: line 2, column 2: character U+0002 is not allowed",
		"a control character");
	refused("code,name\nA,Tr\xfd\n",
		"11: u.csv: : the list is not UTF-8: save it as CSV UTF-8",
		"another character set");
}

static void test_limits(void)
{
	struct buf csv = BUF_INIT;
	char line[800];
	struct vb_units *units;
	int i;

	buf_adds(&csv, "code");
	for (i = 0; i < UNITS_COLUMNS_MAX; i++)
		buf_addf(&csv, ",c%d", i);
	units = parse(csv.data, csv.size, line);
	is_str(line, "3: u.csv: line 1: more than 1024 columns", "columns");
	vb_units_free(units);
	buf_clear(&csv);
	buf_adds(&csv, "code,x\nA,");
	for (i = 0; i <= UNITS_CELL_MAX; i++)
		buf_addc(&csv, 'x');
	units = parse(csv.data, csv.size, line);
	is_str(line,
	       "3: u.csv: line 2, column 2: more than 1048576 bytes in a cell",
	       "a cell");
	vb_units_free(units);
	buf_clear(&csv);
	buf_adds(&csv, "code\n");
	for (i = 0; i < UNITS_MAX; i++)
		buf_addf(&csv, "U%d\n", i);
	units = parse(csv.data, csv.size, line);
	is_int(units ? (long)vb_units_count(units) : -1, 200000,
	       "200,000 units");
	vb_units_free(units);
	buf_addf(&csv, "U%d\n", i);
	units = parse(csv.data, csv.size, line);
	is_str(line, "3: u.csv: line 200002: more than 200000 units",
	       "but one more");
	vb_units_free(units);
	buf_release(&csv);
}

/* The canonical answers of the first unit of a list, or the error. */
static void merged(const struct vb_form *with, const char *csv,
		   struct vb_answers *into, const char *want, const char *what)
{
	char line[800] = "";
	struct vb_units *units = parse(csv, strlen(csv), line);
	struct vb_answers *answers = into ? into : answers_new(with);
	struct vb_error err = {0};
	struct vb_blob out = {0};
	const char *text = line;

	if (units && units_merge(units, 0, answers, &err) != VB_OK)
		error_line(line, &err);
	else if (units && vb_answers_write(answers, &out, &err) == VB_OK)
		text = strchr((const char *)out.data, '\n') + 1;
	is_str(text, want, what);
	vb_blob_release(&out);
	vb_answers_free(answers);
	vb_units_free(units);
}

#define OPEN(unit)                                \
	"<answers xmlns=\"urn:vanban:answers:1\"" \
	" form=\"kitchen-sink\" version=\"1.0\" unit=\"" unit "\">\n"

static void test_merge(void)
{
	char line[800];

	merged(form,
	       "code,name,org_name,csgd_n,csgd_n.th,internet_csgd_n.thcs,"
	       "idea_name_txt,recipients,proof_ev,situation_long,plan_ref,"
	       "issued_date\n"
	       "LC,x,Phòng,12,5,07,y,UBND (b/c); Trường;,a.pdf; b.pdf,"
	       "\"một\nhai\",số 45/KH-THPT ngày 12/9/2022,\n",
	       NULL,
	       OPEN("LC") "  <base>\n    <csgd_n>12</csgd_n>\n"
			  "    <csgd_n level=\"th\">5</csgd_n>\n"
			  "  </base>\n"
			  "  <org_name>Phòng</org_name>\n"
			  "  <situation_long>\n    <p>một</p>\n    <p>hai</p>\n"
			  "  </situation_long>\n"
			  "  <internet_csgd_n level=\"thcs\">7"
			  "</internet_csgd_n>\n"
			  "  <plan_ref>\n    <number>45/KH-THPT</number>\n"
			  "    <date>2022-09-12</date>\n  </plan_ref>\n"
			  "  <proof_ev>\n    <file>a.pdf</file>\n"
			  "    <file>b.pdf</file>\n  </proof_ev>\n"
			  "  <recipients>\n"
			  "    <recipient_name_txt>UBND (b/c)"
			  "</recipient_name_txt>\n  </recipients>\n"
			  "  <recipients>\n"
			  "    <recipient_name_txt>Trường"
			  "</recipient_name_txt>\n  </recipients>\n"
			  "</answers>\n",
	       "columns that are fields become answers");
	merged(form, "code,org_name\nLC,Phòng\n",
	       parse_body(form, "<org_name>Sở</org_name>", NULL, line),
	       OPEN("LC") "  <org_name>Sở</org_name>\n</answers>\n",
	       "what the answers hold stays");
	merged(form, "code,org_name\nLC,Phòng\n",
	       parse_body(form, "<org_name/>", NULL, line),
	       OPEN("LC") "  <org_name/>\n</answers>\n",
	       "also when it is nothing");
	merged(form, "code,male_n\nLC,nhiều\n", NULL,
	       "11: u.csv: line 2, column 2: 'male_n' is 'nhiều', not a whole "
	       "number",
	       "a wrong figure has a place");
	merged(form, "code,plan_ref\nLC,hôm qua\n", NULL,
	       "11: u.csv: line 2, column 2: the cell is not a reference such "
	       "as 'số 45/KH-THPT ngày 12/9/2022'",
	       "a reference that is none");
	merged(NULL, "code,thing\nLC,\"a\"\n", NULL,
	       "<answers xmlns=\"urn:vanban:answers:1\" unit=\"LC\">\n"
	       "  <code>LC</code>\n  <thing>a</thing>\n</answers>\n",
	       "without a form every column is an answer");
}

static void test_unit(void)
{
	static const char xml[] =
		"<answers xmlns='urn:vanban:answers:1' unit='HB'/>";
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};

	vb_answers_parse(&answers, form, xml, sizeof(xml) - 1, "LC.xml", NULL,
			 &err);
	merged(form, "code\nLC\n", answers,
	       "10: LC.xml: : the answers are of unit 'HB', not 'LC'",
	       "answers of another unit");
}

int main(void)
{
	form = form_at("fixtures/forms/kitchen-sink.form.xml");
	if (!ok(form != NULL, "the form"))
		return done_testing();
	test_read();
	test_forms_of_text();
	test_faults();
	test_limits();
	test_merge();
	test_unit();
	vb_form_free(form);
	return done_testing();
}
