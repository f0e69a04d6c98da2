/*
 * score.c - a reading against the text that Word itself saved.
 *
 * `score DIR` reads every DIR/X.docx that has an X.docx.txt beside it
 * (UTF-8; Word's "plain text") and prints
 *
 *	recall, precision   of the words, as multisets, over the files without
 *	                    comments (with them Word's text ends)
 *	same                files with just Word's words
 *	labels              lines of Word's that begin with a number we count:
 *	                    how many stand in the reading the same
 *
 * and, with -v, the words and lines that differ. It ends with 1 below
 * SCORE_MIN. Such a collection is not part of the project.
 */
#include "opc/opc.h"
#include "text/utf8.h"
#include "util/buf.h"
#include "util/file.h"
#include "util/vec.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#define SCORE_MIN 0.995

struct text {
	char *at;
	size_t size;
};

struct texts {
	VEC(struct text);
};

struct score {
	size_t files, same, theirs, ours, both, failed;
	size_t labels, labels_found;
	bool verbose;
};

static int compare(const void *a, const void *b)
{
	const struct text *x = a, *y = b;
	size_t n = x->size < y->size ? x->size : y->size;
	int order = memcmp(x->at, y->at, n);

	return order ? order : (x->size > y->size) - (x->size < y->size);
}

static bool is_word(uint32_t c)
{
	switch ((int)utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return true;
	default:
		return c == '_';
	}
}

static void find_words(struct texts *words, char *text, size_t size)
{
	size_t at = 0, from, start = SIZE_MAX;

	while (at <= size) {
		bool in_word = false;

		from = at;
		if (at < size)
			in_word = is_word(utf8_next(text, size, &at));
		else
			at++;
		if (in_word && start == SIZE_MAX)
			start = from;
		if (!in_word && start != SIZE_MAX) {
			struct text *word = vec_push(words);

			if (!word)
				abort();
			word->at = text + start;
			word->size = from - start;
			start = SIZE_MAX;
		}
	}
	if (words->n)
		qsort(words->at, words->n, sizeof(*words->at), compare);
}

/* Counts what stands in both; prints the rest. */
static size_t match(const struct texts *theirs, const struct texts *ours,
		    bool verbose, const char *what)
{
	size_t i = 0, k = 0, both = 0;

	while (i < theirs->n || k < ours->n) {
		int order = i == theirs->n ? 1
			    : k == ours->n
				    ? -1
				    : compare(&theirs->at[i], &ours->at[k]);

		both += order == 0;
		if (verbose && order < 0)
			printf("  missing %s: %.*s\n", what,
			       (int)theirs->at[i].size, theirs->at[i].at);
		if (verbose && order > 0 && strcmp(what, "word") == 0)
			printf("  extra %s: %.*s\n", what,
			       (int)ours->at[k].size, ours->at[k].at);
		i += order <= 0;
		k += order >= 0;
	}
	return both;
}

/* A number or letter with what usually ends it, then a tab or space. */
static bool has_label(const char *line, size_t size)
{
	size_t i = 0, digits = 0;

	while (i < size && (line[i] == ' ' || line[i] == '('))
		i++;
	while (i < size && digits < 9 &&
	       ((line[i] >= '0' && line[i] <= '9') || line[i] == '.' ||
		(line[i] >= 'a' && line[i] <= 'z') ||
		(line[i] >= 'A' && line[i] <= 'Z')))
		i++, digits++;
	return digits && i + 1 < size &&
	       ((line[i - 1] == '.' && (line[i] == '\t' || line[i] == ' ')) ||
		line[i] == ')') &&
	       digits < 6;
}

/* Lines of that shape, their spaces made single and dropped at the ends. */
static void find_labels(struct texts *lines, char *text, size_t size, bool all)
{
	size_t start = 0, at;

	for (at = 0; at <= size; at++) {
		size_t i, n = 0;
		struct text *line;

		if (at < size && text[at] != '\r' && text[at] != '\n')
			continue;
		if (all || has_label(text + start, at - start)) {
			line = vec_push(lines);
			if (!line)
				abort();
			line->at = text + start;
			for (i = start; i < at; i++) {
				char c = text[i] == '\t' ? ' ' : text[i];

				if (c != ' ' || (n && line->at[n - 1] != ' '))
					line->at[n++] = c;
			}
			while (n && line->at[n - 1] == ' ')
				n--;
			line->size = n;
		}
		start = at + 1;
	}
	if (lines->n)
		qsort(lines->at, lines->n, sizeof(*lines->at), compare);
}

static void score_labels(struct score *score, struct vb_blob *word,
			 struct vb_blob *own)
{
	struct texts theirs = {0}, ours = {0};

	find_labels(&theirs, (char *)word->data, word->size, false);
	find_labels(&ours, (char *)own->data, own->size, true);
	score->labels += theirs.n;
	score->labels_found += match(&theirs, &ours, score->verbose, "label");
	vec_release(&theirs);
	vec_release(&ours);
}

static void score_words(struct score *score, struct vb_blob *word,
			struct vb_blob *own)
{
	struct texts theirs = {0}, ours = {0};
	size_t both;

	find_words(&theirs, (char *)word->data, word->size);
	find_words(&ours, (char *)own->data, own->size);
	both = match(&theirs, &ours, score->verbose, "word");
	score->files++;
	score->same += both == theirs.n && both == ours.n;
	score->theirs += theirs.n;
	score->ours += ours.n;
	score->both += both;
	vec_release(&theirs);
	vec_release(&ours);
}

static bool has_comments(const char *path)
{
	struct vb_error err = {0};
	struct opc *opc = NULL;
	bool has = false;
	size_t i;

	if (opc_open(&opc, path, &err) != VB_OK)
		return false;
	for (i = 0; i < opc_count(opc); i++)
		has = has || strstr(opc_at(opc, i)->name, "comments");
	opc_free(opc);
	return has;
}

static void score_file(struct score *score, const char *path)
{
	struct vb_blob word = {NULL, 0}, own = {NULL, 0};
	struct vb_error err = {0};
	struct buf saved = BUF_INIT;

	buf_addf(&saved, "%s.txt", path);
	if (file_read(&word, buf_cstr(&saved), &err) != VB_OK)
		goto out;
	if (score->verbose)
		printf("%s\n", path);
	if (vb_read_text(path, 0, &own, &err) != VB_OK) {
		printf("%s: %s\n", path, err.text);
		score->failed++;
	} else {
		if (!has_comments(path))
			score_words(score, &word, &own);
		score_labels(score, &word, &own);
	}
out:
	vb_blob_release(&word);
	vb_blob_release(&own);
	buf_release(&saved);
}

static int docx_only(const struct dirent *entry)
{
	size_t n = strlen(entry->d_name);

	return n > 5 && strcmp(entry->d_name + n - 5, ".docx") == 0;
}

int main(int argc, char **argv)
{
	struct score score = {.verbose = argc == 3 &&
					 strcmp(argv[1], "-v") == 0};
	const char *dir = argv[argc - 1];
	struct dirent **list = NULL;
	double recall, precision;
	int n, i;

	if (argc < 2 || argc > 3)
		return 2;
	n = scandir(dir, &list, docx_only, alphasort);
	for (i = 0; i < n; i++) {
		struct buf path = BUF_INIT;

		buf_addf(&path, "%s/%s", dir, list[i]->d_name);
		score_file(&score, buf_cstr(&path));
		buf_release(&path);
		free(list[i]);
	}
	free(list);
	if (!score.theirs || !score.ours)
		return 2;
	recall = (double)score.both / (double)score.theirs;
	precision = (double)score.both / (double)score.ours;
	printf("recall %.4f, precision %.4f, same %zu of %zu files, labelled "
	       "lines %zu of %zu, unread %zu\n",
	       recall, precision, score.same, score.files, score.labels_found,
	       score.labels, score.failed);
	return recall < SCORE_MIN || precision < SCORE_MIN;
}
