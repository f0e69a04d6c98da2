/* JSON and CSV of what was read: exact strings. */
#include "extract_kit.h"

static void is_json(const struct vb_form *form)
{
	static const char one[] =
		"{\"id\":\"n\",\"level\":\"th\",\"row\":null,\"value\":1234,"
		"\"raw\":\"1.234\",\"state\":\"answered\","
		"\"method\":\"control\",\"confidence\":0.95,"
		"\"tracked\":false,\"part\":\"word/document.xml\","
		"\"paragraph\":1,\"cell\":null}";
	static const char cell[] =
		"{\"id\":\"item_n\",\"level\":null,\"row\":1,\"value\":3,"
		"\"raw\":\"3\",\"state\":\"answered\",\"method\":\"control\","
		"\"confidence\":0.95,\"tracked\":false,"
		"\"part\":\"word/document.xml\",\"paragraph\":2,"
		"\"cell\":[1,1,1]}";
	static const char missing[] =
		"{\"id\":\"on\",\"level\":null,\"row\":null,\"value\":null,"
		"\"raw\":\"\",\"state\":\"missing\",\"method\":null,"
		"\"confidence\":0.0,\"tracked\":false,\"part\":null,"
		"\"paragraph\":null,\"cell\":null}";
	static const char finding[] =
		"{\"rule\":\"field-missing\",\"severity\":\"warning\","
		"\"field\":\"on\",\"level\":null,\"row\":null,\"message\":"
		"\"no mark of 'on' is left in the document\",\"place\":"
		"{\"part\":null,\"paragraph\":null,\"cell\":null,"
		"\"heading\":null,\"near\":null}}";
	struct vb_reading *reading = kit_read(
		form,
		P(SDT(TAG("org_name"), R("Truong \"A\"")) SDT(
			TAG("n.th"), R("1.234")) SDT(TAG("pct"),
						     R("97,4")) SDT(TAG("plan"),
								    R("1/KH"))
			  SDT(TAG("proof"),
			      R("a.pdf; b"))) "<w:tbl>" TR(TC(P(SDT(TAG("item_n"),
								    R("3"))))) "</w:tbl>",
		REPORT("", "<base><all_n>1234567890123456</all_n></base>"));
	struct vb_blob out = {NULL, 0};
	struct vb_error err = {0};
	char *text;

	is_int(vb_export_json(reading, &out, &err), VB_OK, "json");
	text = (char *)out.data;
	ok(strchr(text, '\n') == text + out.size - 1, "one line");
	ok(strstr(text, one) != NULL, "a level");
	ok(strstr(text, cell) != NULL, "a cell of a row");
	ok(strstr(text, missing) != NULL, "a missing field");
	ok(strstr(text, finding) != NULL, "a finding");
	ok(strstr(text, "\"value\":97.4,") != NULL, "a decimal is exact");
	ok(strstr(text, "\"value\":{\"number\":\"1/KH\",\"date\":null,"
			"\"issuer\":null}") != NULL,
	   "a reference");
	ok(strstr(text, "\"value\":[\"a.pdf\",\"b\"]") != NULL, "files");
	ok(strstr(text, "\"value\":\"1234567890123456\"") != NULL,
	   "a number past 15 digits is a string");
	*strstr(text, "\"1234567890123456\"") = '\0';
	is_str(text,
	       "{\"file\":\"x.docx\",\"form\":\"kit\",\"version\":\"2\","
	       "\"unit\":\"U1\",\"unit_confidence\":1.0,"
	       "\"metadata\":{\"superior_name\":null,"
	       "\"organ_name\":\"Truong \\\"A\\\"\",\"code_number\":null,"
	       "\"code_notation\":null,\"place\":null,\"issued_date\":null,"
	       "\"type\":\"bao-cao\",\"subject\":null,\"addressees\":[],"
	       "\"recipients\":[],\"authority\":null,\"position\":null,"
	       "\"signer\":null,\"citations\":[{\"number\":\"1/KH\","
	       "\"date\":null,\"issuer\":null}],\"deadlines\":[],"
	       "\"urgency\":null,\"secrecy\":null,\"archive\":null,"
	       "\"details\":[]},"
	       "\"fields\":[{\"id\":\"all_n\",\"level\":null,\"row\":null,"
	       "\"value\":",
	       "keys in their order");
	vb_blob_release(&out);
	vb_reading_free(reading);
}

static void is_csv(const struct vb_form *form)
{
	struct vb_reading *readings[2];
	struct vb_blob out = {NULL, 0};
	struct vb_error err = {0};

	readings[0] = kit_read(
		form,
		P(SDT(TAG("org_name"), R("=A1+\"x\"")) SDT(TAG("n"), R("12"))
			  SDT(TAG("n.th"), R("5")) SDT(TAG("pct"), R("-3,5"))
				  SDT(TAG("on"), R("05/6/2023"))
					  SDT(TAG("proof"), R("a; b")))
			SDT(TAG("story"),
			    P(R("mot, hai")) P(R(
				    "ba"))) "<w:tbl>" TR(TC(P(SDT(TAG("item_n"),
								  R("3")))))
				TR(TC(P(SDT(TAG("item_n"),
					    R("4"))))) "</w:tbl>",
		REPORT("", "<base><all_n>7</all_n></base>"));
	readings[1] = kit_read(form, P(SDT(TAG("doc_no"), R("@x"))), NULL);
	is_int(vb_export_csv((const struct vb_reading *const *)readings, 2,
			     &out, &err),
	       VB_OK, "csv");
	is_str((char *)out.data,
	       "file,form,version,unit,all_n,org_name,doc_no,story,n,n.th,"
	       "n.thcs,pct,on,grade,plan,proof,item\r\n"
	       "x.docx,kit,2,U1,7,\"'=A1+\"\"x\"\"\",,\"mot, hai\nba\",12,5,,"
	       "-3.5,2023-06-05,,,a; b,2\r\n"
	       "x.docx,kit,2,,,,\"'@x\",,,,,,,,,,\r\n",
	       "quotes, formulas, figures, repeats");
	vb_blob_release(&out);
	is_int(vb_export_csv(NULL, 0, &out, &err), VB_OK, "csv of nothing");
	is_int((long)out.size, 0, "is empty");
	vb_blob_release(&out);
	vb_reading_free(readings[0]);
	vb_reading_free(readings[1]);
}

int main(void)
{
	struct vb_form *form = kit_read_form();

	if (!ok(form != NULL, "form"))
		return done_testing();
	is_json(form);
	is_csv(form);
	vb_form_free(form);
	return done_testing();
}
