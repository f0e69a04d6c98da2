/*
 * cmd_bulk.c - one template, all units of a list -> a folder of documents.
 *
 * An interrupt lets the files in hand be finished: the library is told to
 * stop by the value of unit_done(), every output is whole or absent.
 */
#include "cli/cmd.h"
#include "cli/filler.h"
#include "cli/msg.h"
#include "cli/progress.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

enum {
	UNITS,
	ANSWERS,
	OUT,
	FORM,
	FORMS,
	JOBS,
	SHARD,
	RESUME,
	PLAIN
};

enum {
	JOBS_MAX = 256,	   /* far above the cores of one machine */
	SHARDS_MAX = 10000 /* more machines than any ministry has */
};

static const struct opt opts[] = {
	[UNITS] = {"units", 'u', "CSV", "the list of units"},
	[ANSWERS] = {"answers", 'a', "DIR",
		     "folder with CODE.xml of each unit"},
	[OUT] = {"output", 'o', "DIR", "folder for CODE.docx of each unit"},
	[FORM] = OPT_FORM,
	[FORMS] = OPT_FORMS,
	[JOBS] = {"jobs", 'j', "N", "units at a time; one per core"},
	[SHARD] = {"shard", 0, "K/N", "only the K-th of N parts of the list"},
	[RESUME] = {"resume", 0, NULL, "skip documents that are up to date"},
	[PLAIN] = OPT_PLAIN,
	OPT_END,
};

static volatile sig_atomic_t is_interrupted;

static void on_signal(int number)
{
	(void)number;
	is_interrupted = 1;
}

static void catch_signals(void)
{
	struct sigaction sa = {0};

	sa.sa_handler = on_signal;
	/* restart: half a read is no error; reset: a second one kills */
	sa.sa_flags = SA_RESTART | (int)SA_RESETHAND;
	sigaction(SIGINT, &sa, NULL);
	sigaction(SIGTERM, &sa, NULL);
}

struct run {
	struct progress progress;
	struct msg_tally tally;
};

static int unit_done(void *payload, const char *code, enum vb_unit_state state,
		     const struct vb_error *err, size_t done, size_t total)
{
	struct run *run = payload;

	if (state == VB_UNIT_FAILED && err)
		msg_error_once(err, code, &run->tally);
	progress_step(&run->progress, done, total);
	return is_interrupted;
}

static bool read_shard(struct vb_bulk_options *options, const char *text,
		       const struct cmd *cmd)
{
	char number[16];
	const char *slash = strchr(text, '/');
	size_t n = slash ? (size_t)(slash - text) : 0;

	if (n == 0 || n >= sizeof(number)) {
		msg_usage(cmd->name,
			  msg_tr("--shard takes K/N, not '%s'",
				 "--shard cần K/N, không phải '%s'"),
			  text);
		return false;
	}
	memcpy(number, text, n);
	number[n] = '\0';
	return cmd_number(&options->shards, slash + 1, 1, SHARDS_MAX, cmd,
			  "--shard K/N") &&
	       cmd_number(&options->shard, number, 1, options->shards, cmd,
			  "--shard K/N");
}

static bool read_options(struct vb_bulk_options *options,
			 const char *const *value, const struct cmd *cmd)
{
	if (!value[UNITS] || !value[OUT]) {
		msg_usage(cmd->name,
			  msg_tr("missing option: give %s",
				 "thiếu tùy chọn: cần có %s"),
			  value[UNITS] ? "-o DIR" : "--units CSV");
		return false;
	}
	options->answers_dir = value[ANSWERS];
	options->out_dir = value[OUT];
	options->resume = value[RESUME] != NULL;
	options->plain = value[PLAIN] != NULL;
	if (value[JOBS] &&
	    !cmd_number(&options->jobs, value[JOBS], 0, JOBS_MAX, cmd, "-j"))
		return false;
	return !value[SHARD] || read_shard(options, value[SHARD], cmd);
}

static void say_summary(const struct vb_bulk_summary *s, double seconds)
{
	size_t made = s->done + s->findings;

	msg_say(msg_tr("units: %zu total, %zu done, %zu with findings, "
		       "%zu failed, %zu skipped; %.2f s, %.0f documents/s",
		       "đơn vị: tổng %zu, xong %zu, cần xem lại %zu, "
		       "hỏng %zu, bỏ qua %zu; %.2f giây, %.0f văn bản/giây"),
		s->total, s->done, s->findings, s->failed, s->skipped, seconds,
		seconds > 0 ? (double)made / seconds : 0.0);
}

static enum cmd_exit bulk(struct run *run, const struct filler *filler,
			  const struct vb_bulk_options *given, const char *csv)
{
	struct vb_bulk_options options = *given;
	struct vb_error err = {0};
	struct vb_units *units = NULL;
	struct vb_bulk_summary sum = {0};
	enum cmd_exit rc = CMD_DONE;

	if (vb_units_read(&units, csv, &err) != VB_OK) {
		msg_error(&err, csv);
		return cmd_exit_read(&err);
	}
	progress_init(&run->progress);
	options.unit_done = unit_done;
	options.payload = run;
	options.sink = msg_sink(&run->tally);
	catch_signals();
	if (vb_bulk(filler->tpl, filler->form, units, &options, &sum, &err) !=
	    VB_OK) {
		if (err.code != VB_CANCELLED)
			msg_error(&err, options.out_dir);
		rc = cmd_exit_write(&err);
	} else if (is_interrupted) {
		rc = CMD_STOPPED;
	}
	progress_end(&run->progress);
	if (sum.total || rc == CMD_DONE)
		say_summary(&sum, progress_seconds(&run->progress));
	if (sum.failed || sum.findings)
		rc = cmd_worse(rc, CMD_FINDINGS);
	vb_units_free(units);
	return rc;
}

static int run(const struct cmd *cmd, const char *const *value,
	       char *const *args, int n_args)
{
	struct vb_error err = {0};
	struct filler filler = {0};
	struct vb_bulk_options options = {0};
	struct run work = {0};
	enum cmd_exit rc;

	(void)n_args;
	if (!read_options(&options, value, cmd))
		return CMD_USAGE;
	if (filler_open(&filler, args[0], value[FORM], value[FORMS],
			&work.tally, &err) != VB_OK) {
		msg_error_once(&err, args[0], &work.tally);
		rc = cmd_exit_read(&err);
	} else {
		rc = bulk(&work, &filler, &options, value[UNITS]);
	}
	if (msg_has_findings(&work.tally))
		rc = cmd_worse(rc, CMD_FINDINGS);
	filler_release(&filler);
	return (int)rc;
}

const struct cmd cmd_bulk = {
	"bulk",
	"TEMPLATE --units CSV -o DIR",
	"fill a template for every unit of a list",
	"điền một mẫu cho mọi đơn vị trong danh sách",
	opts,
	1,
	1,
	run,
};
