/*
 * office.h - LibreOffice, and other programs, run from here.
 *
 * With a profile of its own in a temporary folder, so that neither an open
 * window nor old settings matter, without a shell, in a process group of its
 * own, and not longer than OFFICE_SECONDS_MAX. The folder goes in any case.
 */
#ifndef CLI_OFFICE_H
#define CLI_OFFICE_H

#include "cli/cmd.h"
#include "util/buf.h"

#include <signal.h>

enum {
	/* a first start on an old machine took 40 s; a page needs 2 */
	OFFICE_SECONDS_MAX = 180
};

struct office {
	char path[512];	    /* the folder */
	struct buf profile; /* the argument that names the profile */
	struct sigaction old_int, old_term;
};

/* Makes the folder; an interrupt from here on ends the program that runs.
 * False, and said, when it cannot be made. office_close() in any case. */
bool office_open(struct office *office);
void office_close(struct office *office);

/* Runs a program and waits; what fails is said. `packages` are those that
 * have it. */
enum cmd_exit office_run(char *const *argv, const char *packages);

#endif
