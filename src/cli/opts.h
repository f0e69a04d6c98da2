/*
 * opts.h - reading a command line by the option table of its command.
 *
 * getopt_long() with "-": operands and options in any order, also when
 * POSIXLY_CORRECT is set.
 */
#ifndef CLI_OPTS_H
#define CLI_OPTS_H

#include "cli/cmd.h"

enum opts_result {
	OPTS_RUN,
	OPTS_HELP, /* --help was asked */
	OPTS_BAD   /* said on stderr */
};

/*
 * value[i] becomes the argument of row i of cmd->opts ("" for a flag that is
 * given), NULL when absent. Operands are moved to the front of argv[1..];
 * *n_args is their number.
 */
enum opts_result opts_read(const struct cmd *cmd, int argc, char **argv,
			   const char *value[OPTS_MAX], int *n_args);

/* The help of one command, on stdout. */
void opts_help(const struct cmd *cmd);

#endif
