/* sendback.c - see sendback.h. */
#include "cli/sendback.h"

#include "util/err.h"
#include "util/file.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum cmd_exit sendback_open(struct sendback *back, const char *dir)
{
	struct vb_error err = {0};

	memset(back, 0, sizeof(*back));
	back->dir = dir;
	if (!dir || file_mkdirs(dir, &err) == VB_OK)
		return CMD_DONE;
	msg_error_output(&err, dir);
	return cmd_exit_write(&err);
}

void sendback_release(struct sendback *back)
{
	size_t i;

	for (i = 0; i < back->names.n; i++)
		free(back->names.at[i]);
	vec_release(&back->names);
	memset(back, 0, sizeof(*back));
}

static bool is_taken(const struct sendback *back, const char *name)
{
	size_t i;

	for (i = 0; i < back->names.n; i++)
		if (strcasecmp(back->names.at[i], name) == 0)
			return true;
	return false;
}

/* Of ".docx" and its like; what else is read, Flat OPC, becomes a .docx. */
static const char *suffix_of(const char *base)
{
	static const char *const tails[] = {".docx", ".docm", ".dotx", ".dotm"};
	size_t n = strlen(base), i;

	for (i = 0; n > 5 && i < sizeof(tails) / sizeof(tails[0]); i++)
		if (strcasecmp(base + n - 5, tails[i]) == 0)
			return base + n - 5;
	return ".docx";
}

static bool choose_name(struct sendback *back, struct buf *name,
			const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash ? slash + 1 : path;
	const char *suffix = suffix_of(base);
	size_t stem = strlen(base), n = 1;
	char **slot;

	if (suffix > base && suffix < base + stem)
		stem = (size_t)(suffix - base);
	buf_add(name, base, stem);
	buf_adds(name, suffix);
	while (buf_ok(name) && is_taken(back, buf_cstr(name))) {
		name->size = stem;
		buf_addf(name, "~%zu%s", ++n, suffix);
	}
	slot = vec_push(&back->names);
	if (slot)
		*slot = strdup(buf_cstr(name));
	return slot && *slot && buf_ok(name);
}

/* The folder may be the one the documents lie in. */
static bool is_same(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

static enum cmd_exit write_copy(struct sendback *back, const char *path,
				const char *file, const struct vb_form *form,
				const struct notes *notes)
{
	struct annotate what = {file, NULL, true, VB_WARNING, form};
	struct buf name = BUF_INIT, target = BUF_INIT;
	enum cmd_exit rc = CMD_INTERNAL;

	if (!annotate_count(&what, notes))
		return CMD_DONE;
	if (choose_name(back, &name, path))
		buf_addf(&target, "%s/%s", back->dir, buf_cstr(&name));
	what.out = buf_cstr(&target);
	if (!target.size || !buf_ok(&target)) {
		msg_say("%s", vb_code_text(VB_NOMEM));
	} else if (is_same(file, what.out)) {
		msg_usage("extract",
			  msg_tr("the output would replace the input '%s'",
				 "kết quả sẽ ghi đè lên tệp vào '%s'"),
			  path);
		rc = CMD_USAGE;
	} else {
		rc = annotate_write(&what, notes);
		back->n += rc == CMD_DONE;
	}
	buf_release(&name);
	buf_release(&target);
	return rc;
}

enum cmd_exit sendback_take(struct sendback *back, const char *path,
			    const char *file, const struct vb_reading *reading)
{
	struct notes notes = {.failed = false};
	enum cmd_exit rc;
	size_t i;

	if (!back->dir || strcmp(path, "-") == 0)
		return CMD_DONE;
	for (i = 0; i < vb_reading_findings(reading); i++)
		notes_add(&notes, vb_reading_finding(reading, i));
	rc = write_copy(back, path, file, vb_reading_form(reading), &notes);
	notes_clear(&notes);
	return rc;
}
