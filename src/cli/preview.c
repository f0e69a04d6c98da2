/* preview.c - see preview.h. */
#include "cli/preview.h"

#include "cli/msg.h"
#include "util/buf.h"
#include "util/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum {
	STEP_MS = 50,
	DEPTH_MAX = 32 /* open folders while removing */
};

/* Set by a signal: the only way to tell a loop. */
static volatile sig_atomic_t stop;

static void on_signal(int number)
{
	(void)number;
	stop = 1;
}

static bool ends_in(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n > m && strcasecmp(name + n - m, end) == 0;
}

bool preview_is_name(const struct cmd *cmd, const char *out)
{
	if (ends_in(out, ".pdf") || ends_in(out, ".png"))
		return true;
	msg_usage(
		cmd->name,
		msg_tr("a preview is a .pdf or a .png, not '%s'",
		       "bản xem trước là tệp .pdf hoặc .png, không phải '%s'"),
		out);
	return false;
}

/* ---- programs ---------------------------------------------------------- */

static int start(pid_t *pid, char *const *argv)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attr;
	int rc = posix_spawn_file_actions_init(&files);

	if (rc != 0)
		return rc;
	rc = posix_spawnattr_init(&attr);
	if (rc != 0) {
		posix_spawn_file_actions_destroy(&files);
		return rc;
	}
	for (int fd = 0; fd < 3 && rc == 0; fd++)
		rc = posix_spawn_file_actions_addopen(
			&files, fd, "/dev/null", fd ? O_WRONLY : O_RDONLY, 0);
	/* a group of its own: soffice is a script that starts others */
	if (rc == 0)
		rc = posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETPGROUP);
	if (rc == 0)
		rc = posix_spawnp(pid, argv[0], &files, &attr, argv, environ);
	posix_spawnattr_destroy(&attr);
	posix_spawn_file_actions_destroy(&files);
	return rc;
}

/* Waits; CMD_STOPPED by a signal, CMD_INTERNAL when it took too long. */
static enum cmd_exit wait_for(pid_t pid, int *status)
{
	const struct timespec step = {0, STEP_MS * 1000000L};
	long left = PREVIEW_SECONDS_MAX * 1000L / STEP_MS;
	pid_t done = 0;

	while (left-- > 0 && !stop) {
		done = waitpid(pid, status, WNOHANG);
		if (done == pid)
			return CMD_DONE;
		if (done < 0 && errno != EINTR)
			return CMD_INTERNAL;
		nanosleep(&step, NULL);
	}
	kill(-pid, SIGKILL);
	while (waitpid(pid, status, 0) < 0 && errno == EINTR)
		continue;
	return stop ? CMD_STOPPED : CMD_INTERNAL;
}

static enum cmd_exit run(char *const *argv, const char *packages)
{
	pid_t pid = 0;
	int status = 0, rc = start(&pid, argv);
	enum cmd_exit done;

	if (rc == ENOENT) {
		msg_say(msg_tr("a preview needs '%s': install the Debian "
			       "packages %s",
			       "bản xem trước cần '%s': hãy cài các gói "
			       "Debian %s"),
			argv[0], packages);
		return CMD_OUTPUT;
	}
	if (rc != 0) {
		msg_say(msg_tr("cannot run '%s': %s",
			       "không chạy được '%s': %s"),
			argv[0], strerror(rc));
		return CMD_OUTPUT;
	}
	done = wait_for(pid, &status);
	if (done == CMD_STOPPED)
		return done;
	if (done != CMD_DONE) {
		msg_say(msg_tr("'%s' took longer than %d seconds",
			       "'%s' chạy quá %d giây"),
			argv[0], PREVIEW_SECONDS_MAX);
		return CMD_OUTPUT;
	}
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		msg_say(msg_tr("'%s' failed", "'%s' bị lỗi"), argv[0]);
		return CMD_OUTPUT;
	}
	return CMD_DONE;
}

/* ---- the folder -------------------------------------------------------- */

static int remove_one(const char *path, const struct stat *st, int type,
		      struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	remove(path);
	return 0;
}

struct folder {
	char path[512];
	struct buf docx, pdf, profile, pages;
};

static bool make_folder(struct folder *f)
{
	const char *temp = getenv("TMPDIR");
	int n = snprintf(f->path, sizeof(f->path), "%s/vanban-preview.XXXXXX",
			 temp && temp[0] == '/' ? temp : "/tmp");

	if (n < 0 || (size_t)n >= sizeof(f->path) || !mkdtemp(f->path)) {
		f->path[0] = '\0';
		return false;
	}
	buf_addf(&f->docx, "%s/page.docx", f->path);
	buf_addf(&f->pdf, "%s/page.pdf", f->path);
	buf_addf(&f->pages, "%s/page", f->path);
	buf_adds(&f->profile, "-env:UserInstallation=file://");
	/* a file URL: what is not plain is escaped byte by byte */
	for (const char *p = f->path; *p; p++)
		if (strchr("/._-~", *p) || (*p >= '0' && *p <= '9') ||
		    (*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z'))
			buf_addc(&f->profile, *p);
		else
			buf_addf(&f->profile, "%%%02X", (unsigned char)*p);
	buf_adds(&f->profile, "/profile");
	return buf_ok(&f->docx) && buf_ok(&f->pdf) && buf_ok(&f->pages) &&
	       buf_ok(&f->profile);
}

static void release_folder(struct folder *f)
{
	if (f->path[0])
		nftw(f->path, remove_one, DEPTH_MAX, FTW_DEPTH | FTW_PHYS);
	buf_release(&f->docx);
	buf_release(&f->pdf);
	buf_release(&f->profile);
	buf_release(&f->pages);
}

/* ---- results ----------------------------------------------------------- */

static enum cmd_exit copy(const char *from, const char *to)
{
	struct vb_error err = {0};
	struct vb_blob blob = {0};
	enum cmd_exit rc;

	if (file_read(&blob, from, &err) != VB_OK) {
		msg_say("%s", msg_tr("LibreOffice wrote no page",
				     "LibreOffice không tạo ra trang nào"));
		return CMD_OUTPUT;
	}
	rc = cmd_write(to, &blob);
	vb_blob_release(&blob);
	return rc;
}

/* The number in "page-07.png", 0 for other names. */
static unsigned page_number(const char *name)
{
	unsigned number = 0;
	size_t n = strlen("page-");

	if (strncmp(name, "page-", n) != 0)
		return 0;
	for (; name[n] >= '0' && name[n] <= '9' && number < 100000; n++)
		number = number * 10 + (unsigned)(name[n] - '0');
	return strcmp(name + n, ".png") == 0 ? number : 0;
}

static enum cmd_exit copy_page(const struct folder *f, const char *name,
			       unsigned number, const char *out)
{
	struct buf from = BUF_INIT, to = BUF_INIT;
	size_t stem = strlen(out) - strlen(".png");
	enum cmd_exit rc = CMD_INTERNAL;

	buf_addf(&from, "%s/%s", f->path, name);
	buf_add(&to, out, stem);
	if (number > 1)
		buf_addf(&to, "-%u", number);
	buf_adds(&to, out + stem);
	if (buf_ok(&from) && buf_ok(&to))
		rc = copy(buf_cstr(&from), buf_cstr(&to));
	buf_release(&from);
	buf_release(&to);
	return rc;
}

static enum cmd_exit copy_pages(const struct folder *f, const char *out)
{
	DIR *dir = opendir(f->path);
	enum cmd_exit rc = CMD_DONE;
	struct dirent *entry;

	while (dir && rc == CMD_DONE && (entry = readdir(dir))) {
		unsigned number = page_number(entry->d_name);

		if (number > 0)
			rc = copy_page(f, entry->d_name, number, out);
	}
	if (dir)
		closedir(dir);
	return dir ? rc : CMD_OUTPUT;
}

static enum cmd_exit make_pdf(struct folder *f, const struct vb_blob *docx)
{
	char convert[] = "--convert-to", headless[] = "--headless";
	char restore[] = "--norestore", pdf[] = "pdf", outdir[] = "--outdir";
	char program[] = "soffice";
	char *const argv[] = {program,	    headless, restore, f->profile.data,
			      convert,	    pdf,      outdir,  f->path,
			      f->docx.data, NULL};
	struct vb_error err = {0};

	if (file_write(f->docx.data, docx->data, docx->size, &err) != VB_OK) {
		msg_error_output(&err, f->docx.data);
		return CMD_OUTPUT;
	}
	return run(argv, "libreoffice-writer-nogui, fonts-liberation2");
}

static enum cmd_exit make_pages(struct folder *f)
{
	char program[] = "pdftoppm", png[] = "-png", r[] = "-r", dpi[16];
	char *const argv[] = {program,	   png,		  r,   dpi,
			      f->pdf.data, f->pages.data, NULL};

	snprintf(dpi, sizeof(dpi), "%d", PREVIEW_DPI);
	return run(argv, "poppler-utils");
}

enum cmd_exit preview_write(const struct vb_blob *docx, const char *out)
{
	struct sigaction act, old_int, old_term;
	struct folder f = {.path = ""};
	bool is_png = ends_in(out, ".png");
	enum cmd_exit rc;

	memset(&act, 0, sizeof(act));
	act.sa_handler = on_signal;
	sigemptyset(&act.sa_mask);
	sigaction(SIGINT, &act, &old_int);
	sigaction(SIGTERM, &act, &old_term);
	if (!make_folder(&f)) {
		msg_say("%s", msg_tr("cannot make a temporary folder",
				     "không tạo được thư mục tạm"));
		rc = CMD_OUTPUT;
	} else {
		rc = make_pdf(&f, docx);
		if (rc == CMD_DONE && is_png)
			rc = make_pages(&f);
		if (rc == CMD_DONE)
			rc = is_png ? copy_pages(&f, out)
				    : copy(f.pdf.data, out);
	}
	release_folder(&f);
	sigaction(SIGINT, &old_int, NULL);
	sigaction(SIGTERM, &old_term, NULL);
	return rc;
}
