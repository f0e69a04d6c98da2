/*
 * bulk.c - one template, every unit of a list, all cores.
 *
 * The template is shared read-only; each worker keeps its own renderer, so
 * memory is bounded by the largest document times the workers. What a unit
 * yields does not depend on the others, so the number of workers never shows
 * in the output. A unit that fails is told and passed over.
 */
#include "fill/render.h"

#include "form/units.h"
#include "util/err.h"
#include "util/file.h"
#include "util/pool.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct bulk {
	const struct vb_template *tpl;
	const struct vb_form *form;
	const struct vb_units *units;
	const struct vb_bulk_options *opt;
	struct vb_bulk_summary *summary;
	size_t *mine; /* indexes of the units of this shard */
	struct renderer **renderers;
	pthread_mutex_t lock; /* of summary, unit_done and the sink */
};

/* The unit in hand. */
struct job {
	struct bulk *bulk;
	size_t unit;
	const char *code;
	const char *answers_path, *out_path;
	size_t n_findings;
	struct vb_error err;
};

/* FNV-1a, 64 bits: the shard of a unit is the same on every machine. */
static uint64_t hash_code(const char *code)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (; *code; code++) {
		hash ^= (unsigned char)*code;
		hash *= UINT64_C(0x100000001b3);
	}
	return hash;
}

static char *join_path(const char *dir, const char *code, const char *suffix)
{
	size_t size = strlen(dir) + strlen(code) + strlen(suffix) + 2;
	char *path = malloc(size);

	if (path)
		snprintf(path, size, "%s/%s%s", dir, code, suffix);
	return path;
}

/* A unit without a file of answers is found by its line in the list. */
static void take_finding(void *payload, const struct vb_finding *found)
{
	struct job *job = payload;
	const struct vb_sink *sink = &job->bulk->opt->sink;
	struct vb_finding copy = *found;
	const struct vb_finding *finding = &copy;

	if (!job->answers_path && copy.place.line == 0)
		copy.place.line = job->bulk->units->lines[job->unit];
	if (finding->severity != VB_NOTE)
		job->n_findings++;
	if (!sink->take)
		return;
	pthread_mutex_lock(&job->bulk->lock);
	sink->take(sink->payload, finding);
	pthread_mutex_unlock(&job->bulk->lock);
}

/* ---- resuming ----------------------------------------------------------- */

static bool is_newer(const struct stat *out, const char *input)
{
	struct stat in;

	if (!input || !*input)
		return true;
	if (stat(input, &in) != 0)
		return false;
	if (out->st_mtim.tv_sec != in.st_mtim.tv_sec)
		return out->st_mtim.tv_sec > in.st_mtim.tv_sec;
	return out->st_mtim.tv_nsec > in.st_mtim.tv_nsec;
}

static bool is_newer_than_all(const struct stat *out,
			      const struct vb_template *tpl)
{
	size_t i;

	for (i = 0; i < tpl->partials.n; i++)
		if (!is_newer(out, tpl->partials.at[i].path))
			return false;
	return is_newer(out, tpl->file);
}

/* Outputs appear by renaming: one that is there is whole. */
static bool is_done(const struct job *job)
{
	const struct bulk *bulk = job->bulk;
	struct stat out;

	if (!bulk->opt->resume || stat(job->out_path, &out) != 0)
		return false;
	return is_newer(&out, job->answers_path) &&
	       is_newer(&out, bulk->units->file) &&
	       is_newer_than_all(&out, bulk->tpl) &&
	       (!bulk->form || is_newer(&out, bulk->form->file));
}

/* ---- one unit ----------------------------------------------------------- */

static int read_answers(struct vb_answers **out, struct job *job,
			const struct vb_sink *sink)
{
	const struct bulk *bulk = job->bulk;
	struct stat st;
	int rc;

	if (!job->answers_path) {
		*out = answers_new(bulk->form);
		if (!*out)
			return err_set(&job->err, VB_NOMEM, "out of memory");
		return VB_OK;
	}
	if (stat(job->answers_path, &st) != 0 && errno == ENOENT) {
		err_file(&job->err, job->answers_path);
		return err_set(&job->err, VB_IO, "the unit has no answers");
	}
	rc = vb_answers_read(out, bulk->form, job->answers_path, sink,
			     &job->err);
	if (rc)
		return rc;
	if ((*out)->unit[0] && strcmp((*out)->unit, job->code) != 0) {
		err_file(&job->err, job->answers_path);
		return err_set(&job->err, VB_ANSWERS,
			       "the answers are of the unit '%s'",
			       (*out)->unit);
	}
	return VB_OK;
}

static int fill_unit(struct job *job, struct renderer *renderer,
		     const struct vb_answers *answers,
		     const struct vb_sink *sink)
{
	struct vb_fill_options opt = {.plain = job->bulk->opt->plain,
				      .file = job->answers_path};
	struct vb_blob blob = {0};
	int rc = renderer_fill(renderer, answers, &opt, &blob, sink, &job->err);

	if (rc == VB_OK)
		rc = file_write(job->out_path, blob.data, blob.size, &job->err);
	vb_blob_release(&blob);
	return rc;
}

static int make_unit(struct job *job, struct renderer *renderer)
{
	const struct bulk *bulk = job->bulk;
	struct vb_sink sink = {take_finding, job};
	struct vb_answers *answers = NULL;
	const char *file = job->answers_path;
	size_t count = 0;
	int rc = read_answers(&answers, job, &sink);

	if (rc == VB_OK)
		rc = units_merge(bulk->units, job->unit, answers, &job->err);
	if (rc == VB_OK)
		rc = answers_finish(answers, &job->err);
	if (rc == VB_OK && bulk->form)
		rc = vb_answers_check(answers, bulk->form,
				      file ? file : bulk->units->file, &sink,
				      &count, &job->err);
	if (rc == VB_OK)
		rc = fill_unit(job, renderer, answers, &sink);
	vb_answers_free(answers);
	return rc;
}

static enum vb_unit_state try_unit(struct job *job, unsigned worker)
{
	struct bulk *bulk = job->bulk;
	const struct vb_bulk_options *opt = bulk->opt;
	struct renderer **renderer = &bulk->renderers[worker];

	if (!job->out_path || (opt->answers_dir && !job->answers_path)) {
		err_set(&job->err, VB_NOMEM, "out of memory");
		return VB_UNIT_FAILED;
	}
	if (is_done(job))
		return VB_UNIT_SKIPPED;
	if (!*renderer && renderer_new(renderer, bulk->tpl, &job->err))
		return VB_UNIT_FAILED;
	if (make_unit(job, *renderer))
		return VB_UNIT_FAILED;
	return job->n_findings ? VB_UNIT_FINDINGS : VB_UNIT_DONE;
}

/* Counts a unit and tells of it; what unit_done() says. */
static int report(struct job *job, enum vb_unit_state state)
{
	struct bulk *bulk = job->bulk;
	struct vb_bulk_summary *sum = bulk->summary;
	size_t *const counters[] = {
		[VB_UNIT_DONE] = &sum->done,
		[VB_UNIT_FINDINGS] = &sum->findings,
		[VB_UNIT_FAILED] = &sum->failed,
		[VB_UNIT_SKIPPED] = &sum->skipped,
	};
	size_t done;
	int stop = 0;

	pthread_mutex_lock(&bulk->lock);
	++*counters[state];
	done = sum->done + sum->findings + sum->failed + sum->skipped;
	if (bulk->opt->unit_done)
		stop = bulk->opt->unit_done(
			bulk->opt->payload, job->code, state,
			state == VB_UNIT_FAILED ? &job->err : NULL, done,
			sum->total);
	pthread_mutex_unlock(&bulk->lock);
	return stop;
}

static int work(void *payload, unsigned worker, size_t i)
{
	struct bulk *bulk = payload;
	const struct vb_bulk_options *opt = bulk->opt;
	struct job job = {.bulk = bulk, .unit = bulk->mine[i]};
	char *answers_path = NULL, *out_path;
	int stop;

	job.code = vb_units_value(bulk->units, job.unit, "code");
	out_path = join_path(opt->out_dir, job.code, ".docx");
	if (opt->answers_dir)
		answers_path = join_path(opt->answers_dir, job.code, ".xml");
	job.out_path = out_path;
	job.answers_path = answers_path;
	stop = report(&job, try_unit(&job, worker));
	free(answers_path);
	free(out_path);
	return stop ? VB_CANCELLED : VB_OK;
}

/* ---- all ---------------------------------------------------------------- */

static int choose_units(struct bulk *bulk, struct vb_error *err)
{
	const struct vb_bulk_options *opt = bulk->opt;
	size_t n = vb_units_count(bulk->units);
	size_t i;

	bulk->mine = calloc(n + 1, sizeof(*bulk->mine));
	if (!bulk->mine)
		return err_set(err, VB_NOMEM, "out of memory");
	for (i = 0; i < n; i++) {
		const char *code = vb_units_value(bulk->units, i, "code");

		if (opt->shards &&
		    hash_code(code) % opt->shards + 1 != opt->shard)
			continue;
		bulk->mine[bulk->summary->total++] = i;
	}
	return VB_OK;
}

static int run(struct bulk *bulk, struct vb_error *err)
{
	size_t n = bulk->summary->total;
	unsigned workers = pool_size(bulk->opt->jobs, n);
	unsigned i;
	int rc;

	bulk->renderers = calloc(workers, sizeof(*bulk->renderers));
	if (!bulk->renderers || pthread_mutex_init(&bulk->lock, NULL)) {
		free(bulk->renderers);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	rc = pool_run(workers, n, work, bulk, err);
	if (rc == VB_CANCELLED)
		err_set(err, VB_CANCELLED, "stopped after %zu of %zu units",
			bulk->summary->done + bulk->summary->findings +
				bulk->summary->failed + bulk->summary->skipped,
			n);
	pthread_mutex_destroy(&bulk->lock);
	for (i = 0; i < workers; i++)
		renderer_free(bulk->renderers[i]);
	free(bulk->renderers);
	return rc;
}

int vb_bulk(const struct vb_template *tpl, const struct vb_form *form,
	    const struct vb_units *units, const struct vb_bulk_options *opt,
	    struct vb_bulk_summary *summary, struct vb_error *err)
{
	struct bulk bulk = {.tpl = tpl, .form = form, .units = units};
	struct vb_bulk_summary own = {0};
	int rc;

	bulk.opt = opt;
	bulk.summary = summary ? summary : &own;
	memset(bulk.summary, 0, sizeof(*bulk.summary));
	rc = file_mkdirs(opt->out_dir, err);
	if (rc == VB_OK)
		rc = choose_units(&bulk, err);
	if (rc == VB_OK)
		rc = run(&bulk, err);
	free(bulk.mine);
	return rc;
}
