/*
 * unit.c - whose document it is: the code in its marks, else the unit of the
 * list whose name stands in the letterhead.
 *
 * Names are compared by their bare words (text/token.h), abbreviations
 * written out and "và" left out: PGD&ĐT is Phòng Giáo dục và Đào tạo. Where
 * several units have one name, the body above them, the notation and the tones
 * of the name tell them apart; nothing is guessed.
 */
#include "extract/reading.h"
#include "form/units.h"
#include "text/fold.h"
#include "text/token.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	NAME_MAX_BYTES = 400,
	NAMED_MAX = 5, /* candidates named in a finding */
	FOUND_MAX = 200
};

#define SURE_MARKS 1.0
#define SURE_NAME  0.98 /* the name, and the body above it */
#define SURE_ALONE 0.9	/* the name, of one unit only */
#define SURE_ALIKE 0.75 /* one letter of it wrong */

struct key {
	uint64_t hash; /* of the bare words of a name */
	size_t unit;
};

struct vb_finder {
	const struct vb_units *units;
	struct {
		VEC(struct key);
	} keys; /* by hash */
	struct tokens tokens;
	struct buf a, b;
};

/* ---- names --------------------------------------------------------------- */

/* Abbreviations as bare words (y is i there). */
static const char *written_out(const struct token *t)
{
	static const char *const OUT[][2] = {
		{"thcs", "trung hoc co so"},
		{"thpt", "trung hoc pho thong"},
		{"ptth", "trung hoc pho thong"},
		{"th", "tieu hoc"},
		{"mn", "mam non"},
		{"mg", "mau giao"},
		{"ubnd", "ui ban nhan dan"},
		{"gddt", "giao duc dao tao"},
		{"gd", "giao duc"},
		{"dt", "dao tao"},
		{"pgd", "phong giao duc"},
		{"sgd", "so giao duc"},
		{"pgddt", "phong giao duc dao tao"},
		{"sgddt", "so giao duc dao tao"},
		{"gdtx", "giao duc thuong xuien"},
		{"gdnn", "giao duc nghe nghiep"},
		{"tt", "trung tam"},
		{"ttgdtx", "trung tam giao duc thuong xuien"},
		{"pt", "pho thong"},
		{"ptdtnt", "pho thong dan toc noi tru"},
		{"ptdtbt", "pho thong dan toc ban tru"},
		{"dtnt", "dan toc noi tru"},
		{"dtbt", "dan toc ban tru"},
		{"tp", "thanh pho"},
		{"tx", "thi xa"},
		{"va", ""}};
	size_t i;

	for (i = 0; i < sizeof(OUT) / sizeof(*OUT); i++)
		if (token_is(t, OUT[i][0]))
			return OUT[i][1];
	return NULL;
}

/* The words of a name, bare and written out, a space between. */
static bool name_key(struct vb_finder *f, struct buf *out, const char *name)
{
	size_t i, size = strlen(name);

	buf_clear(out);
	f->tokens.n = 0;
	if (!tokens_split(&f->tokens, name,
			  size < NAME_MAX_BYTES ? size : NAME_MAX_BYTES))
		return false;
	for (i = 0; i < f->tokens.n; i++) {
		const struct token *t = &f->tokens.at[i];
		const char *words = written_out(t);

		if (words && !words[0])
			continue;
		if (out->size)
			buf_addc(out, ' ');
		if (words)
			buf_adds(out, words);
		else
			buf_add(out, t->bare, t->n);
	}
	return buf_ok(out);
}

/* FNV-1a, as text/token.c. */
static uint64_t hash_of(const char *text)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
	return hash;
}

static const char *value(const struct vb_finder *f, size_t unit,
			 const char *column)
{
	return vb_units_value(f->units, unit, column);
}

/* ---- opening ------------------------------------------------------------- */

static int by_hash(const void *a, const void *b)
{
	const struct key *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->unit > y->unit) - (x->unit < y->unit);
}

static int add_key(struct vb_finder *f, size_t unit, const char *name)
{
	struct key *key;

	if (!name[0])
		return VB_OK;
	if (!name_key(f, &f->a, name))
		return VB_NOMEM;
	key = vec_push(&f->keys);
	if (!key)
		return VB_NOMEM;
	key->hash = hash_of(buf_cstr(&f->a));
	key->unit = unit;
	return VB_OK;
}

int vb_finder_open(struct vb_finder **out, const struct vb_units *units,
		   struct vb_error *err)
{
	struct vb_finder *f = calloc(1, sizeof(*f));
	size_t i, n = vb_units_count(units);
	int code = f ? VB_OK : VB_NOMEM;

	*out = NULL;
	for (i = 0; i < n && code == VB_OK; i++) {
		f->units = units;
		code = add_key(f, i, value(f, i, "name"));
		if (code == VB_OK)
			code = add_key(f, i, value(f, i, "org_name"));
	}
	if (code != VB_OK) {
		vb_finder_free(f);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	f->units = units;
	if (f->keys.n)
		qsort(f->keys.at, f->keys.n, sizeof(*f->keys.at), by_hash);
	*out = f;
	return VB_OK;
}

void vb_finder_free(struct vb_finder *f)
{
	if (!f)
		return;
	vec_release(&f->keys);
	vec_release(&f->tokens);
	buf_release(&f->a);
	buf_release(&f->b);
	free(f);
}

/* ---- what the document says ---------------------------------------------- */

static const char *answer_text(const struct vb_reading *reading, const char *id)
{
	const struct answer *answer =
		reading->answers ? answers_find(&reading->answers->top, id, "")
				 : NULL;

	return answer && answer->kind == VALUE_TEXT ? answer->text : "";
}

static const char *page_text(const struct vb_reading *reading,
			     enum vb_slot slot, double *sure)
{
	size_t i;

	for (i = 0; i < reading->particulars.n; i++)
		if (reading->particulars.at[i].slot == slot) {
			*sure = reading->particulars.at[i].confidence;
			return reading->particulars.at[i].value;
		}
	return "";
}

static const char *said(const struct vb_reading *reading, const char *id,
			enum vb_slot slot, double *sure)
{
	const char *text = answer_text(reading, id);

	*sure = 1;
	return text[0] ? text : page_text(reading, slot, sure);
}

/* ---- finding ------------------------------------------------------------- */

struct found {
	size_t at[FOUND_MAX];
	size_t n;
};

static void add_found(struct found *found, size_t unit)
{
	size_t i;

	for (i = 0; i < found->n; i++)
		if (found->at[i] == unit)
			return;
	if (found->n < FOUND_MAX)
		found->at[found->n++] = unit;
}

static void find_exact(const struct vb_finder *f, struct found *found,
		       uint64_t hash)
{
	size_t low = 0, high = f->keys.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (f->keys.at[mid].hash < hash)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < f->keys.n && f->keys.at[low].hash == hash; low++)
		add_found(found, f->keys.at[low].unit);
}

/* One letter is another, missing, or too many. */
static bool is_alike(const char *a, const char *b)
{
	size_t na = strlen(a), nb = strlen(b), i = 0, k = 0;

	if (na < 8 || na > nb + 1 || nb > na + 1)
		return false;
	while (i < na && i < nb && a[i] == b[i])
		i++;
	while (k < na - i && k < nb - i && a[na - 1 - k] == b[nb - 1 - k])
		k++;
	return na - i - k <= 1 && nb - i - k <= 1;
}

static int find_alike(struct vb_finder *f, struct found *found,
		      const char *name)
{
	static const char *const COLUMNS[] = {"name", "org_name"};
	size_t i, k, n = vb_units_count(f->units);

	if (!name_key(f, &f->a, name))
		return VB_NOMEM;
	for (i = 0; i < n; i++)
		for (k = 0; k < 2; k++) {
			if (!name_key(f, &f->b, value(f, i, COLUMNS[k])))
				return VB_NOMEM;
			if (is_alike(buf_cstr(&f->a), buf_cstr(&f->b)))
				add_found(found, i);
		}
	return VB_OK;
}

/* Keeps those for which `column` says what the document says, if any do. */
static int keep_same(struct vb_finder *f, struct found *found,
		     const char *column, const char *text, bool *is_told)
{
	struct found same = {.n = 0};
	size_t i;

	*is_told = false;
	if (!text[0])
		return VB_OK;
	for (i = 0; i < found->n; i++) {
		const char *cell = value(f, found->at[i], column);

		if (!cell[0])
			continue;
		if (!name_key(f, &f->a, text) || !name_key(f, &f->b, cell))
			return VB_NOMEM;
		if (strcmp(buf_cstr(&f->a), buf_cstr(&f->b)) == 0)
			add_found(&same, found->at[i]);
	}
	if (same.n) {
		*found = same;
		*is_told = true;
	}
	return VB_OK;
}

/* The body above by its own row: `parent` is its code. */
static int keep_parent(struct vb_finder *f, struct found *found,
		       const char *text, bool *is_told)
{
	struct found same = {.n = 0};
	size_t i, k, n = vb_units_count(f->units);

	for (i = 0; text[0] && i < found->n && found->n > 1; i++) {
		const char *code = value(f, found->at[i], "parent");

		for (k = 0; code[0] && k < n; k++) {
			if (strcmp(value(f, k, "code"), code) != 0)
				continue;
			if (!name_key(f, &f->a, text) ||
			    !name_key(f, &f->b, value(f, k, "name")))
				return VB_NOMEM;
			if (strcmp(buf_cstr(&f->a), buf_cstr(&f->b)) == 0)
				add_found(&same, found->at[i]);
		}
	}
	if (same.n) {
		*found = same;
		*is_told = true;
	}
	return VB_OK;
}

/* Nguyễn Du is not Nguyễn Dữ: the last word, with its tone. */
static void keep_tones(const struct vb_finder *f, struct found *found,
		       const char *name)
{
	const char *last = strrchr(name, ' ');
	struct found same = {.n = 0};
	size_t i;

	for (i = 0; last && i < found->n; i++) {
		const char *cell = value(f, found->at[i], "org_name");
		const char *other;

		if (!cell[0])
			cell = value(f, found->at[i], "name");
		other = strrchr(cell, ' ');
		if (other &&
		    text_fold_same(last, strlen(last), other, strlen(other)))
			add_found(&same, found->at[i]);
	}
	if (same.n)
		*found = same;
}

/* Bytes of the last bare word. */
static const char *last_word(const struct buf *key)
{
	const char *space = strrchr(buf_cstr(key), ' ');

	return space ? space + 1 : buf_cstr(key);
}

/* The body above is of another place: Quận Lê Chân, not Quận Ngô Quyền. */
static int is_elsewhere(struct vb_finder *f, size_t unit, const char *text,
			bool *out)
{
	const char *cell = value(f, unit, "org_parent");

	*out = false;
	if (!text[0] || !cell[0])
		return VB_OK;
	if (!name_key(f, &f->a, text) || !name_key(f, &f->b, cell))
		return VB_NOMEM;
	*out = strcmp(last_word(&f->a), last_word(&f->b)) != 0;
	return VB_OK;
}

/* ---- telling ------------------------------------------------------------- */

static int tell(struct vb_reading *reading, const char *rule, const char *fmt,
		const char *words, const char *more, struct vb_error *err)
{
	struct extractor ex = {.reading = reading, .err = err};
	struct vb_place place;
	size_t i;

	reading_nowhere(&ex, &place);
	for (i = 0; i < reading->particulars.n; i++)
		if (reading->particulars.at[i].slot == VB_ORGAN_NAME)
			place = reading->particulars.at[i].place;
	return reading_finding(&ex, rule, VB_WARNING, NULL, &place,
			       more ? "%s '%.120s': %.200s" : "%s '%.120s'",
			       fmt, words, more);
}

static int tell_ambiguous(struct vb_finder *f, struct vb_reading *reading,
			  const struct found *found, const char *name,
			  struct vb_error *err)
{
	size_t i;

	buf_clear(&f->a);
	for (i = 0; i < found->n && i < NAMED_MAX; i++)
		buf_addf(&f->a, "%s%s", i ? ", " : "",
			 value(f, found->at[i], "code"));
	if (found->n > NAMED_MAX)
		buf_adds(&f->a, ", ...");
	if (!buf_ok(&f->a))
		return err_set(err, VB_NOMEM, "out of memory");
	return tell(reading, "unit-ambiguous", "several units are called", name,
		    buf_cstr(&f->a), err);
}

static int take(struct vb_finder *f, struct vb_reading *reading, size_t unit,
		double sure, struct vb_error *err)
{
	const char *code = arena_str(&reading->arena, value(f, unit, "code"));

	if (!code)
		return err_set(err, VB_NOMEM, "out of memory");
	reading->unit = code;
	reading->unit_confidence = sure;
	if (reading->answers)
		reading->answers->unit = code;
	return VB_OK;
}

/* ---- the whole ----------------------------------------------------------- */

static int by_name(struct vb_finder *f, struct vb_reading *reading,
		   struct vb_error *err)
{
	struct found found = {.n = 0};
	double organ, other;
	const char *name = said(reading, "org_name", VB_ORGAN_NAME, &organ);
	const char *above = said(reading, "org_parent", VB_SUPERIOR_NAME,
				 &other);
	const char *notation = said(reading, "doc_code", VB_CODE_NOTATION,
				    &other);
	bool has_parent, is_told, is_exact, is_other = false;
	int code;

	if (!name[0])
		return tell(reading, "unit-unknown",
			    "no unit of the list is named by", reading->unit,
			    NULL, err);
	if (!name_key(f, &f->a, name))
		return err_set(err, VB_NOMEM, "out of memory");
	find_exact(f, &found, hash_of(buf_cstr(&f->a)));
	is_exact = found.n > 0;
	code = is_exact ? VB_OK : find_alike(f, &found, name);
	if (code == VB_OK)
		code = keep_same(f, &found, "org_parent", above, &has_parent);
	if (code == VB_OK)
		code = keep_parent(f, &found, above, &has_parent);
	if (code == VB_OK && found.n > 1)
		keep_tones(f, &found, name);
	if (code == VB_OK && found.n > 1)
		code = keep_same(f, &found, "doc_code", notation, &is_told);
	if (code == VB_OK && found.n == 1 && !has_parent)
		code = is_elsewhere(f, found.at[0], above, &is_other);
	if (code != VB_OK)
		return err_set(err, VB_NOMEM, "out of memory");
	if (found.n > 1)
		return tell_ambiguous(f, reading, &found, name, err);
	if (found.n == 0 || is_other)
		return tell(reading, "unit-unknown",
			    "no unit of the list is called", name, NULL, err);
	if (!is_exact)
		organ *= SURE_ALIKE;
	return take(f, reading, found.at[0],
		    organ * (has_parent ? SURE_NAME : SURE_ALONE), err);
}

int vb_finder_find(struct vb_finder *f, struct vb_reading *reading,
		   struct vb_error *err)
{
	size_t i, n = vb_units_count(f->units);

	for (i = 0; reading->unit[0] && i < n; i++)
		if (strcmp(value(f, i, "code"), reading->unit) == 0)
			return VB_OK;
	return by_name(f, reading, err);
}

double vb_reading_unit_confidence(const struct vb_reading *reading)
{
	return reading->unit_confidence;
}
