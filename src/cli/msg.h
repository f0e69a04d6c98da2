/*
 * msg.h - what the program says, all of it on stderr.
 *
 * One stable form for errors and findings, unknown parts left out:
 *
 *	FILE:LINE: error: message [id]
 *	FILE:PART: paragraph 12, table 2 row 3 column 4 (heading "..", near
 *	    "..."): warning: message [id]          (on one line)
 *
 * The program's own sentences are Vietnamese when LC_ALL, LC_MESSAGES or
 * LANG (the first that is set) starts with "vi"; those of the library stay
 * English. Control characters in names and words come out as '?', so that a
 * document cannot steer a terminal.
 */
#ifndef CLI_MSG_H
#define CLI_MSG_H

#include "vanban.h"

/* Chooses the language. */
void msg_init(void);

/* One of two sentences by language. Both are checked as formats. */
const char *msg_tr(const char *en, const char *vi)
	__attribute__((format_arg(1), format_arg(2)));

/* "vanban: sentence" */
void msg_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Wrong usage of a command (NULL: of the program), with a hint at --help. */
void msg_usage(const char *command, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* An error; `file` stands in when the error names none. */
void msg_error(const struct vb_error *err, const char *file);
/* The same of an output: "-" is called standard output. */
void msg_error_output(const struct vb_error *err, const char *path);

void msg_finding(const struct vb_finding *finding);

enum {
	MSG_RECENT = 64 /* units may be at work at once, each with one error */
};

/* Findings seen, by severity; and which severe ones lately. */
struct msg_tally {
	size_t severe, warnings, notes;
	unsigned long recent[MSG_RECENT];
};

/* An error, unless a severe finding has just said the same of the file. */
void msg_error_once(const struct vb_error *err, const char *file,
		    const struct msg_tally *tally);

/* A sink that says each finding and counts it. */
struct vb_sink msg_sink(struct msg_tally *tally);

/* True when something above a note was seen. */
bool msg_has_findings(const struct msg_tally *tally);

/* Draws a line that the next message replaces; "" takes it away. */
void msg_bar(const char *line);

#endif
