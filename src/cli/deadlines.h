/*
 * deadlines.h - what a form asks for, against the day of --on.
 */
#ifndef CLI_DEADLINES_H
#define CLI_DEADLINES_H

#include "cli/cmd.h"

#define OPT_ON                                                     \
	{                                                          \
		"on", 0, "DATE", "the day deadlines are judged on" \
	}

/* True for a day, and for none; says what is wrong with any other. */
bool deadlines_day(const struct cmd *cmd, const char *on);

/* A finding for every deadline of the form before `on`; none when NULL. */
void deadlines_passed(const struct vb_form *form, const char *path,
		      const char *on, const struct vb_sink *sink);

#endif
