/* office.c - see office.h. */
#include "cli/office.h"

#include "cli/msg.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
	long left = OFFICE_SECONDS_MAX * 1000L / STEP_MS;
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

enum cmd_exit office_run(char *const *argv, const char *packages)
{
	pid_t pid = 0;
	int status = 0, rc = start(&pid, argv);
	enum cmd_exit done;

	if (rc == ENOENT) {
		msg_say(msg_tr("this needs '%s': install the Debian "
			       "packages %s",
			       "việc này cần '%s': hãy cài các gói "
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
			argv[0], OFFICE_SECONDS_MAX);
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

static bool make_folder(struct office *office)
{
	const char *temp = getenv("TMPDIR");
	int n = snprintf(office->path, sizeof(office->path),
			 "%s/vanban-office.XXXXXX",
			 temp && temp[0] == '/' ? temp : "/tmp");

	if (n < 0 || (size_t)n >= sizeof(office->path) ||
	    !mkdtemp(office->path)) {
		office->path[0] = '\0';
		return false;
	}
	buf_adds(&office->profile, "-env:UserInstallation=file://");
	/* a file URL: what is not plain is escaped byte by byte */
	for (const char *p = office->path; *p; p++)
		if (strchr("/._-~", *p) || (*p >= '0' && *p <= '9') ||
		    (*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z'))
			buf_addc(&office->profile, *p);
		else
			buf_addf(&office->profile, "%%%02X", (unsigned char)*p);
	buf_adds(&office->profile, "/profile");
	return buf_ok(&office->profile);
}

bool office_open(struct office *office)
{
	struct sigaction act;

	memset(office, 0, sizeof(*office));
	memset(&act, 0, sizeof(act));
	act.sa_handler = on_signal;
	sigemptyset(&act.sa_mask);
	sigaction(SIGINT, &act, &office->old_int);
	sigaction(SIGTERM, &act, &office->old_term);
	if (make_folder(office))
		return true;
	msg_say("%s", msg_tr("cannot make a temporary folder",
			     "không tạo được thư mục tạm"));
	return false;
}

void office_close(struct office *office)
{
	if (office->path[0])
		nftw(office->path, remove_one, DEPTH_MAX, FTW_DEPTH | FTW_PHYS);
	buf_release(&office->profile);
	sigaction(SIGINT, &office->old_int, NULL);
	sigaction(SIGTERM, &office->old_term, NULL);
}
