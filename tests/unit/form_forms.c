/* The folder of forms: found by folder, by file, by id; faults in it. */
#include "vanban.h"

#include <stdlib.h>
#include <unistd.h>

#include "tap.h"
#include "util/file.h"

static char root[] = "/tmp/vanban-forms-XXXXXX";

static void put(const char *name, const char *id)
{
	char path[256], text[512];

	(void)snprintf(path, sizeof(path), "%s/%s", root, name);
	(void)snprintf(text, sizeof(text),
		       "<form xmlns=\"urn:vanban:form:1\" id=\"%s\" "
		       "version=\"1\" type=\"bao-cao\"><title>T</title>"
		       "<body><line>a</line></body></form>",
		       id);
	if (file_write(path, text, strlen(text), NULL))
		printf("# cannot write %s\n", path);
}

static void drop(const char *name)
{
	char path[256];

	(void)snprintf(path, sizeof(path), "%s/%s", root, name);
	(void)remove(path);
}

static void find(struct vb_forms *forms, const char *id, int code,
		 const char *text)
{
	struct vb_error err = {0};
	const struct vb_form *form = NULL;
	char want[512] = "";

	/* '$' in the text stands for the folder */
	for (size_t n = 0; *text && n + sizeof(root) < sizeof(want); text++) {
		if (*text == '$') {
			memcpy(want + n, root, strlen(root));
			n += strlen(root);
		} else {
			want[n++] = *text;
		}
	}
	is_int(vb_forms_find(forms, id, &form, &err), code, id);
	is_str(err.text, want, "its error");
	if (code == VB_OK)
		is_str(form ? vb_form_id(form) : NULL, id, "its form");
	else
		ok(!form, "no form");
}

static void test_folder(void)
{
	struct vb_forms *forms = NULL;
	const struct vb_form *one = NULL, *two = NULL;
	char path[256];

	(void)snprintf(path, sizeof(path), "%s/in-folder", root);
	(void)file_mkdirs(path, NULL);
	(void)snprintf(path, sizeof(path), "%s/wrong-folder", root);
	(void)file_mkdirs(path, NULL);
	put("in-folder/form.xml", "in-folder");
	put("wrong-folder/form.xml", "another");
	put("b.form.xml", "beta");
	put("a.form.xml", "alpha");
	put(".hidden.form.xml", "hidden");
	put("other.xml", "other");
	is_int(vb_forms_open(&forms, root, NULL), VB_OK, "open");
	find(forms, "in-folder", VB_OK, "");
	find(forms, "alpha", VB_OK, "");
	find(forms, "beta", VB_OK, "");
	(void)vb_forms_find(forms, "beta", &one, NULL);
	(void)vb_forms_find(forms, "beta", &two, NULL);
	ok(one && one == two, "a form is read once");
	find(forms, "hidden", VB_NOFORM, "there is no form 'hidden' in '$'");
	find(forms, "other", VB_NOFORM, "there is no form 'other' in '$'");
	find(forms, "../in-folder", VB_NOFORM, "'../in-folder' is no form id");
	find(forms, "", VB_NOFORM, "'' is no form id");
	find(forms, "wrong-folder", VB_FORM,
	     "form 'another' stands in the folder of form 'wrong-folder'");
	put("wrong-folder/form.xml", "wrong-folder");
	find(forms, "wrong-folder", VB_OK, "");
	vb_forms_free(forms);
}

static void test_faults(void)
{
	struct vb_forms *forms = NULL;
	struct vb_error err = {0};
	char path[256];

	put("0.form.xml", "Not An Id");
	put("in-folder/form.xml", "Not An Id");
	is_int(vb_forms_open(&forms, root, NULL), VB_OK, "open again");
	find(forms, "beta", VB_OK, "");
	find(forms, "gamma", VB_NOFORM,
	     "there is no form 'gamma' in '$'; '$/0.form.xml' is not usable: "
	     "form id 'Not An Id' is not 1-64 of a-z 0-9 -");
	find(forms, "in-folder", VB_FORM,
	     "form id 'Not An Id' is not 1-64 of a-z 0-9 -");
	vb_forms_free(forms);
	(void)snprintf(path, sizeof(path), "%s/a.form.xml", root);
	is_int(vb_forms_open(&forms, path, &err), VB_IO, "a file is no folder");
	is_str(err.file, path, "the error names it");
	ok(!forms, "nothing is given");
	vb_forms_free(NULL);
}

int main(void)
{
	if (!mkdtemp(root))
		return 1;
	vb_init();
	test_folder();
	test_faults();
	drop("in-folder/form.xml");
	drop("wrong-folder/form.xml");
	drop("in-folder");
	drop("wrong-folder");
	drop("a.form.xml");
	drop("b.form.xml");
	drop("0.form.xml");
	drop(".hidden.form.xml");
	drop("other.xml");
	is_int(rmdir(root), 0, "cleaned up");
	return done_testing();
}
