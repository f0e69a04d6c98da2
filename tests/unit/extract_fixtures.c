/* The documents of fixtures/reader with the form of everything: the answers
 * they give, whole. */
#include "extract_kit.h"

#include "util/file.h"

#include <stdlib.h>

static const char *top;

static struct vb_blob slurp(const char *dir, const char *name)
{
	char path[4096];
	struct vb_blob blob = {NULL, 0};
	struct vb_error err = {0};

	snprintf(path, sizeof(path), "%s/fixtures/reader/%s/%s", top, dir,
		 name);
	if (file_read(&blob, path, &err))
		printf("# %s: %s\n", path, err.text);
	return blob;
}

static void try_fixture(const struct vb_form *form, const char *dir,
			const char *want)
{
	static const char rels[] = "<Relationships xmlns='" RELS "'>"
				   "<Relationship Id='rId1' Type='" REL
				   "officeDocument' "
				   "Target='any/name.xml'/></Relationships>";
	struct vb_blob document = slurp(dir, "document.xml");
	struct vb_blob report = slurp(dir, "report.xml");
	struct opc_item items[] = {
		{"_rels/.rels", NULL, rels, sizeof(rels) - 1},
		{"any/name.xml", WML "document.main+xml", document.data,
		 document.size},
		{"some/where.xml", "application/xml", report.data, report.size},
	};
	struct vb_blob docx = {NULL, 0};
	struct vb_reading *reading = NULL;
	struct vb_error err = {0};

	if (opc_build(&docx, items, 3, &err) ||
	    vb_read_memory(&reading, docx.data, docx.size, dir, form, NULL,
			   &err))
		printf("# %s: %s: %s\n", err.part, err.where, err.text);
	if (ok(reading != NULL, "%s: read", dir))
		kit_is_answers(reading, want, dir);
	vb_reading_free(reading);
	vb_blob_release(&docx);
	vb_blob_release(&document);
	vb_blob_release(&report);
}

int main(void)
{
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	char path[4096];

	vb_init();
	top = getenv("TOP") ? getenv("TOP") : ".";
	snprintf(path, sizeof(path), "%s/fixtures/forms/kitchen-sink.form.xml",
		 top);
	if (!ok(vb_form_read(&form, path, &err) == VB_OK, "form"))
		return done_testing();
	try_fixture(form, "filled",
		    "  <base>\n"
		    "    <csgd_n level=\"th\">20</csgd_n>\n"
		    "  </base>\n"
		    "  <org_name>TRƯỜNG THPT SÔNG NGUYỆT</org_name>\n"
		    "  <situation_long>\n"
		    "    <p>Đoạn một, <b>đậm</b></p>\n"
		    "    <p>Đoạn hai.</p>\n"
		    "  </situation_long>\n"
		    "  <internet_csgd_n>12</internet_csgd_n>\n"
		    "  <internet_pct>85.5</internet_pct>\n"
		    "  <plan_ref>\n"
		    "    <number>45/KH-THPT</number>\n"
		    "    <date>2022-09-12</date>\n"
		    "    <issuer>Sở GDĐT</issuer>\n"
		    "  </plan_ref>\n"
		    "  <course>\n"
		    "    <course_name_txt>Lớp một</course_name_txt>\n"
		    "  </course>\n");
	try_fixture(form, "libreoffice",
		    "  <org_name>PHÒNG GDĐT ĐẢO XANH</org_name>\n"
		    "  <addressees>\n"
		    "    <addressee_txt>Sở Giáo dục và Đào tạo"
		    "</addressee_txt>\n"
		    "  </addressees>\n"
		    "  <situation_long>\n"
		    "    <p>Đoạn một, <b>đậm</b></p>\n"
		    "    <p>Đoạn hai.</p>\n"
		    "  </situation_long>\n");
	vb_form_free(form);
	return done_testing();
}
