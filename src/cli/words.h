/* words.h - the words of documents on standard output. */
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include "cli/cmd.h"

/* Prints each document as vb_read_text() has it, with its name before it
 * when there are several. What is wrong is said. */
enum cmd_exit words_print(char *const *paths, int n, unsigned flags);

#endif
