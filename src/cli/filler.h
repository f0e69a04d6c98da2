/*
 * filler.h - a template opened together with the form it belongs to: the
 * one that is given, else the one whose id the template carries, else none
 * (values are then shown as they stand, and a note says so).
 */
#ifndef CLI_FILLER_H
#define CLI_FILLER_H

#include "cli/forms.h"
#include "cli/msg.h"

struct filler {
	struct forms forms;
	const struct vb_form *form; /* may be NULL */
	struct vb_template *tpl;
};

/* `form` and `dir` are the values of --form and --forms, or NULL. */
int filler_open(struct filler *filler, const char *path, const char *form,
		const char *dir, struct msg_tally *tally, struct vb_error *err);
void filler_release(struct filler *filler);

#endif
