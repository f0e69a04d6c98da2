/*
 * names.c - ids for all that is asked: where it stands and what it is about,
 * "ii1a_phuong_an_thuc_hien_long". Short, ASCII, unique; the author gives
 * better ones.
 */
#include "draft/draft.h"

#include "text/norm.h"
#include "util/err.h"
#include "util/vec.h"

#include <stdio.h>
#include <string.h>

enum {
	WORDS_MAX = 4, /* syllables of an id; two Vietnamese words */
	ID_PATH_MAX = 24,
	STEM_MAX = 44 /* bytes, with room for "_12_long" below FORM_ID_MAX */
};

struct namer {
	struct draft *d;
	char path[ID_PATH_MAX];
	struct {
		VEC(const char *);
	} taken;
	bool failed;
};

/* Words that say nothing about a field. */
static const char stop[] =
	" so luong tong ty ti le cac cua va theo duoc da co cho trong ve tai "
	"voi la nhung mot viec nay do hien dat chiem rieng tu den nam bang "
	"nham de khi ma hay hoac cung ca moi tung thuc trien khai ket qua cong "
	"tac tinh hinh hieu ngay thang ban hanh ";

static bool is_stop(const char *word, size_t size)
{
	char key[16];

	if (size + 3 > sizeof(key))
		return false;
	key[0] = ' ';
	memcpy(key + 1, word, size);
	key[size + 1] = ' ';
	key[size + 2] = '\0';
	return strstr(stop, key) != NULL;
}

/* Appends "_word" for the first telling words; all words when none tells. */
static void add_words(struct buf *stem, const char *words, bool all)
{
	const char *plain = words;
	unsigned n = 0;

	while (*plain && n < WORDS_MAX) {
		size_t size = strcspn(plain, " ");

		if ((all || !is_stop(plain, size)) && size <= 14 &&
		    stem->size + size < STEM_MAX) {
			buf_addc(stem, '_');
			buf_add(stem, plain, size);
			n++;
		}
		plain += size;
		plain += *plain == ' ';
	}
	if (n == 0 && !all)
		add_words(stem, words, true);
}

/* Words without remarks in brackets. */
static void plain_words(struct buf *out, const char *words)
{
	struct buf bare = BUF_INIT;
	unsigned depth = 0;

	for (; *words; words++) {
		depth += *words == '(';
		if (depth == 0)
			buf_addc(&bare, *words);
		depth -= *words == ')' && depth > 0;
	}
	text_plain(out, buf_cstr(&bare), bare.size);
	out->failed |= bare.failed;
	buf_release(&bare);
}

static const char *suffix_of(enum field_type type)
{
	switch (type) {
	case FIELD_COUNT:
	case FIELD_NUMBER:
		return "_n";
	case FIELD_PERCENT:
		return "_pct";
	case FIELD_DATE:
		return "_date";
	case FIELD_DOCREF:
		return "_ref";
	case FIELD_EVIDENCE:
		return "_ev";
	case FIELD_LONGTEXT:
		return "_long";
	case FIELD_CHOICE:
		return "_status";
	case FIELD_REPEAT:
		return "_rows";
	case FIELD_TEXT:
	case FIELD_IMAGE:
		break;
	}
	return "_txt";
}

static bool is_taken(const struct namer *n, const char *id)
{
	for (size_t i = 0; i < n->taken.n; i++)
		if (strcmp(n->taken.at[i], id) == 0)
			return true;
	return false;
}

static void name_field(struct namer *n, struct draft_field *field,
		       const char *title)
{
	struct buf plain = BUF_INIT, stem = BUF_INIT;
	const char *suffix = suffix_of(field->type), *id, *start;
	const char **slot;
	unsigned k = 1;

	plain_words(&plain, *field->words ? field->words : title);
	buf_adds(&stem, n->path);
	add_words(&stem, buf_cstr(&plain), false);
	if (stem.size == 0)
		buf_adds(&stem, "f");
	/* without a section before it, the stem begins with '_' */
	id = buf_cstr(&stem) + (buf_cstr(&stem)[0] == '_');
	start = id[0] >= '0' && id[0] <= '9' ? "q" : "";
	field->id = arena_printf(&n->d->arena, "%s%s%s", start, id, suffix);
	while (field->id && is_taken(n, field->id))
		field->id = arena_printf(&n->d->arena, "%s%s_%u%s", start, id,
					 ++k, suffix);
	slot = vec_push(&n->taken);
	if (!field->id || !slot || !buf_ok(&plain) || !buf_ok(&stem))
		n->failed = true;
	if (slot)
		*slot = field->id ? field->id : "";
	n->d->n_fields++;
	buf_release(&plain);
	buf_release(&stem);
}

/* The number of a section as it stands in ids: "ii", "1", "a", "dd" for
 * "đ", as "d" is another one; nothing for dashes. */
static void ordinal_of(char out[32], const struct draft_node *section)
{
	char said[16];
	size_t n = 0;

	mark_ordinal(said, section->mark, section->ordinal);
	for (const char *p = said; *p && n < 30; p++) {
		if (*p >= 'A' && *p <= 'Z')
			out[n++] = (char)(*p - 'A' + 'a');
		else if ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9'))
			out[n++] = *p;
		else if (*p == '\xc4') /* the first byte of U+0111 */
			out[n++] = 'd';
		else if (*p == '\x91')
			out[n++] = 'd';
	}
	out[n] = '\0';
}

static void extend_path(struct namer *n, const struct draft_node *section)
{
	char ordinal[32], next[ID_PATH_MAX + sizeof(ordinal) + 16];

	if (section->mark == MARK_NONE)
		return;
	ordinal_of(ordinal, section);
	if (!ordinal[0])
		return;
	if (section->mark == MARK_DECIMAL) /* "3.1" is known by itself */
		snprintf(next, sizeof(next), "s%u%s", section->parent->ordinal,
			 ordinal);
	else
		snprintf(next, sizeof(next), "%s%s%s", n->path,
			 !n->path[0] && ordinal[0] <= '9' ? "p" : "", ordinal);
	if (strlen(next) < sizeof(n->path))
		memcpy(n->path, next, strlen(next) + 1);
}

static void count_sections(struct draft_node *parent)
{
	unsigned count[MARK_PLUS + 1] = {0};

	for (struct draft_node *n = parent->first; n; n = n->next)
		if (n->kind == DRAFT_SECTION && n->mark != MARK_NONE)
			n->ordinal = ++count[n->mark];
}

static void name_below(struct namer *n, struct draft_node *parent,
		       const char *title)
{
	char path[ID_PATH_MAX];

	memcpy(path, n->path, sizeof(path));
	count_sections(parent);
	for (struct draft_node *c = parent->first; c; c = c->next) {
		if (c->kind == DRAFT_SECTION)
			extend_path(n, c);
		if (c->field)
			name_field(n, c->field, title);
		for (struct draft_item *i = c->items; i; i = i->next)
			if (i->kind == ITEM_FIELD && i->field)
				name_field(n, i->field, title);
		name_below(n, c, c->kind == DRAFT_SECTION ? c->title : title);
		memcpy(n->path, path, sizeof(path));
	}
}

int names_give(struct draft *d)
{
	/* what the head and the foot of the page always ask */
	static const char *const fixed[] = {
		"base",	       "org_parent",	     "org_name",
		"doc_no",      "doc_code",	     "place",
		"date_day",    "date_month",	     "date_year",
		"recipients",  "recipient_name_txt", "sign_title",
		"signer_name", "sign_authority"};
	struct namer n = {.d = d};
	size_t i;

	for (i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++) {
		const char **slot = vec_push(&n.taken);

		if (slot)
			*slot = fixed[i];
		else
			n.failed = true;
	}
	if (d->body && !n.failed)
		name_below(&n, d->body, "noi dung");
	vec_release(&n.taken);
	return n.failed || d->arena.failed
		       ? err_set(d->err, VB_NOMEM, "out of memory")
		       : VB_OK;
}
