/*
 * cmd.h - what main.c, the option reader and the commands share.
 *
 * A command is one row of the table in main.c: its words, its options and a
 * function. Parsing, `--help` and the manual check read the same rows.
 */
#ifndef CLI_CMD_H
#define CLI_CMD_H

#include "vanban.h"

/* What the program exits with. X(name, number, English, Vietnamese) */
#define CMD_EXITS(X)                                                          \
	X(DONE, 0, "done", "xong")                                            \
	X(FINDINGS, 1, "done, with findings: something missing or doubtful",  \
	  "xong, có chỗ cần xem lại: thiếu hoặc chưa chắc chắn")              \
	X(USAGE, 2, "wrong usage", "dùng sai lệnh")                           \
	X(INPUT, 3, "an input is unreadable or invalid",                      \
	  "dữ liệu vào không đọc được hoặc không hợp lệ")                     \
	X(OUTPUT, 4, "an output cannot be written", "không ghi được kết quả") \
	X(INTERNAL, 70, "internal error, or out of memory",                   \
	  "lỗi bên trong, hoặc hết bộ nhớ")                                   \
	X(STOPPED, 130, "stopped by an interrupt", "dừng theo yêu cầu")

enum cmd_exit {
#define CMD_EXIT_ENUM(name, number, en, vi) CMD_##name = number,
	CMD_EXITS(CMD_EXIT_ENUM)
#undef CMD_EXIT_ENUM
};

struct opt {
	const char *name; /* long name */
	char letter;	  /* short name, 0 without */
	const char *arg;  /* name of its argument, NULL for a flag */
	const char *help; /* one line, lower case */
};

enum {
	OPTS_MAX = 12
};

struct cmd {
	const char *name;
	const char *operands; /* "TEMPLATE ANSWERS" */
	const char *help, *help_vi;
	const struct opt *opts; /* ends with a NULL name */
	int min_args, max_args; /* operands; max -1: any number */
	int (*run)(const struct cmd *cmd, const char *const *value,
		   char *const *args, int n_args);
};

/* Options several commands have. */
#define OPT_FORM                                                             \
	{                                                                    \
		"form", 'f', "FORM", "the form: a file, or an id to look up" \
	}
#define OPT_FORMS                                                              \
	{                                                                      \
		"forms", 'F', "DIR", "folder where ids of forms are looked up" \
	}
#define OPT_PLAIN                                                           \
	{                                                                   \
		"plain", 0, NULL, "write words only, no marks to read back" \
	}
#define OPT_END                     \
	{                           \
		NULL, 0, NULL, NULL \
	}

extern const struct cmd cmd_form, cmd_template, cmd_fill, cmd_bulk, cmd_extract,
	cmd_inspect, cmd_schema, cmd_validate;

/* True, and said, when -o names a file that is also an input: an office's
 * document must not be lost by a slip. */
bool cmd_overwrites(const struct cmd *cmd, const char *const *value,
		    char *const *args, int n_args);

/* The exit of an error met while reading; writing gives CMD_OUTPUT. */
enum cmd_exit cmd_exit_read(const struct vb_error *err);
enum cmd_exit cmd_exit_write(const struct vb_error *err);

/* Writes a result to a file or "-"; says what failed. */
enum cmd_exit cmd_write(const char *path, const struct vb_blob *blob);

/* Makes something of a form: `dir` is the value of --forms or NULL, `arg` a
 * FORM argument. The caller releases the blob. */
enum cmd_exit cmd_made(struct vb_blob *blob, const char *dir, const char *arg,
		       int (*make)(const struct vb_form *form,
				   struct vb_blob *blob, struct vb_error *err));

/* The same, and writes it: `out` is a path, "-" or NULL for
 * stdout. */
enum cmd_exit cmd_make(const char *out, const char *dir, const char *arg,
		       int (*make)(const struct vb_form *form,
				   struct vb_blob *blob, struct vb_error *err));

/* The graver of two exits. */
enum cmd_exit cmd_worse(enum cmd_exit a, enum cmd_exit b);

/* A decimal number in min..max; false, and said, when it is not one. */
bool cmd_number(unsigned *out, const char *text, unsigned min, unsigned max,
		const struct cmd *cmd, const char *option);

#endif
