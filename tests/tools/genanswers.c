/* genanswers FORM SEED [nolinks] - random valid answers of a form as XML. */
#include "gen.h"

#include <stdlib.h>

int main(int argc, char **argv)
{
	struct vb_form *form;
	struct vb_answers *answers;
	struct vb_error err = {0};
	struct vb_blob xml = {NULL, 0};
	int code;

	if (argc != 3 && argc != 4) {
		fputs("usage: genanswers FORM SEED [nolinks]\n", stderr);
		return 2;
	}
	vb_init();
	if (vb_form_read(&form, argv[1], &err)) {
		fprintf(stderr, "%s: %s: %s\n", argv[1], err.where, err.text);
		return 3;
	}
	answers = gen_answers_as(form, strtoull(argv[2], NULL, 10), argc == 4);
	code = answers ? vb_answers_write(answers, &xml, &err) : VB_NOMEM;
	if (code == VB_OK)
		fwrite(xml.data, 1, xml.size, stdout);
	vb_blob_release(&xml);
	vb_answers_free(answers);
	vb_form_free(form);
	return code == VB_OK ? 0 : 70;
}
