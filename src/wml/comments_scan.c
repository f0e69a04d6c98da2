/* comments_scan.c - the bytes of a story where comments go. See comments.h. */
#include "wml/comments.h"

#include "util/buf.h"
#include "util/err.h"
#include "wml/reader_sax.h"

#include <stdlib.h>
#include <string.h>

/* Paragraphs in paragraphs, by text boxes: as deep as the reader goes. */
#define NEST_MAX 16

#define W_NS	    "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define W_NS_STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define MC_NS	    "http://schemas.openxmlformats.org/markup-compatibility/2006"

enum kind {
	OTHER,
	ALTERNATIVE, /* mc:AlternateContent, no branch read yet */
	CHOSEN,	     /* ... one was read */
	BACKGROUND,
	BOX,
	CELL,
	DEL,
	P,
	PPR,
	REFERENCE,
	RPR,
	TABLE,
	WORDS
};

static const struct {
	const char *name;
	enum kind kind;
} names[] = {
	{"background", BACKGROUND},
	{"commentRangeEnd", REFERENCE},
	{"commentRangeStart", REFERENCE},
	{"commentReference", REFERENCE},
	{"del", DEL},
	{"moveFrom", DEL},
	{"p", P},
	{"pPr", PPR},
	{"rPr", RPR},
	{"t", WORDS},
	{"tbl", TABLE},
	{"tc", CELL},
	{"txbxContent", BOX},
};

/* A child of the paragraph in hand, and its words. */
struct child {
	size_t start, end;
	size_t from, to; /* of scan.words */
};

struct scan {
	struct comments_story *story;
	size_t at; /* where the parser stands */
	unsigned char kinds[SAX_DEPTH_MAX + 2];
	unsigned depth;
	unsigned skip;	  /* depth inside what the reader passes over */
	unsigned deleted; /* w:del and w:moveFrom that are open */
	/* paragraphs, counted as wml/reader.c does */
	size_t count;
	unsigned nest;
	bool is_waiting[NEST_MAX + 1];
	bool is_mark_deleted[NEST_MAX + 1];
	/* the outermost paragraph that is open */
	struct comments_spot spot;
	unsigned spot_depth;
	size_t spot_count; /* its own number, and of all in its boxes */
	struct {
		VEC(struct child);
	} children;
	struct buf words;
	/* the first one of the story */
	struct comments_spot first;
	bool has_first;
	/* comments of this story by paragraph, and how many are placed */
	size_t *order;
	size_t n_order, n_placed;
};

size_t comments_tag(const char *xml, size_t at)
{
	/* no "<" may stand in an attribute (XML 1.0, 2.3) */
	while (at > 0 && xml[at] != '<')
		at--;
	return at;
}

const char *comments_prefix(struct arena *arena, const char *xml, size_t tag)
{
	const char *name = xml + tag + 1;
	size_t n = strcspn(name, ": \t\r\n/>");

	return name[n] == ':' ? arena_strn(arena, name, n) : "";
}

static enum kind kind_of(const struct sax_element *el)
{
	size_t i;

	if (strcmp(el->uri, MC_NS) == 0)
		return strcmp(el->local, "AlternateContent") == 0 ? ALTERNATIVE
								  : OTHER;
	if (strcmp(el->uri, W_NS) != 0 && strcmp(el->uri, W_NS_STRICT) != 0)
		return OTHER;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(el->local, names[i].name) == 0)
			return names[i].kind;
	return OTHER;
}

/* False in the second branch of mc:AlternateContent: the VML copy of a box. */
static bool is_chosen(struct scan *scan, const struct sax_element *el)
{
	unsigned char *parent = &scan->kinds[scan->depth];

	if (strcmp(el->uri, MC_NS) != 0 ||
	    (*parent != ALTERNATIVE && *parent != CHOSEN))
		return true;
	if (*parent == CHOSEN)
		return false;
	*parent = CHOSEN;
	return true;
}

/* ---- paragraphs ---------------------------------------------------------- */

static void flush(struct scan *scan)
{
	scan->is_waiting[scan->nest] = false;
}

static int start_paragraph(struct scan *scan, struct vb_error *err)
{
	struct comments_story *story = scan->story;
	struct comments_spot *spot = &scan->spot;

	if (scan->nest == NEST_MAX)
		return err_set(err, VB_LIMIT, "paragraphs nest deeper than %d",
			       NEST_MAX);
	/* joined with one whose mark is deleted: not counted */
	if (!scan->is_waiting[scan->nest])
		scan->count++;
	scan->is_waiting[scan->nest] = false;
	scan->is_mark_deleted[scan->nest++] = false;
	if (scan->nest > 1)
		return VB_OK;
	memset(spot, 0, sizeof(*spot));
	spot->is_empty_tag = story->xml[scan->at] == '/';
	spot->start = scan->at + !spot->is_empty_tag;
	spot->prefix = comments_prefix(story->arena, story->xml,
				       comments_tag(story->xml, scan->at));
	scan->spot_depth = scan->depth;
	scan->spot_count = scan->count;
	scan->children.n = 0;
	buf_clear(&scan->words);
	return spot->prefix ? VB_OK : err_set(err, VB_NOMEM, "out of memory");
}

/* Words without their white space, which a finding has made single. */
static void add_squeezed(struct buf *out, const char *text, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++)
		if (!strchr(" \t\r\n", text[i]) || !text[i])
			buf_addc(out, text[i]);
}

/* The children that hold the words a comment is about; without such, all. */
static int narrow(struct scan *scan, struct comments_spot *spot,
		  const char *near, struct vb_error *err)
{
	struct buf want = BUF_INIT;
	const char *found = NULL;
	size_t i, from, to;
	bool good;

	add_squeezed(&want, near ? near : "", near ? strlen(near) : 0);
	good = buf_ok(&want) && buf_ok(&scan->words);
	if (good && want.size)
		found = strstr(buf_cstr(&scan->words), buf_cstr(&want));
	if (found) {
		from = (size_t)(found - scan->words.data);
		to = from + want.size;
		for (i = 0; i < scan->children.n; i++) {
			const struct child *child = &scan->children.at[i];

			if (child->from <= from && from < child->to)
				spot->start = child->start;
			if (child->from < to && to <= child->to)
				spot->end = child->end;
		}
	}
	buf_release(&want);
	return good ? VB_OK : err_set(err, VB_NOMEM, "out of memory");
}

/* Places the comments whose paragraph this was, or stood in a box of it. */
static int place(struct scan *scan, struct vb_error *err)
{
	struct comments_story *story = scan->story;
	int rc = VB_OK;

	if (!scan->has_first)
		scan->first = scan->spot;
	scan->has_first = true;
	while (rc == VB_OK && scan->n_placed < scan->n_order) {
		size_t i = scan->order[scan->n_placed];
		const struct vb_comment *comment = &story->list[i];
		struct comments_spot *spot = &story->spots[i];

		if ((size_t)comment->place.paragraph > scan->count)
			break;
		*spot = scan->spot;
		if ((size_t)comment->place.paragraph == scan->spot_count)
			rc = narrow(scan, spot, comment->place.near, err);
		scan->n_placed++;
	}
	return rc;
}

static int end_paragraph(struct scan *scan, struct vb_error *err)
{
	struct comments_spot *spot = &scan->spot;

	if (scan->nest == 0)
		return err_set(err, VB_INTERNAL, "a paragraph ends twice");
	scan->nest--;
	scan->is_waiting[scan->nest] = scan->is_mark_deleted[scan->nest];
	if (scan->nest > 0)
		return VB_OK;
	spot->end = spot->is_empty_tag
			    ? spot->start
			    : comments_tag(scan->story->xml, scan->at - 1);
	return place(scan, err);
}

/* ---- the parse ----------------------------------------------------------- */

static int add_id(struct scan *scan, const struct sax_element *el,
		  struct vb_error *err)
{
	long id = sax_attr_long(el, "id", -1);
	uint32_t *slot;

	if (id < 0)
		return VB_OK;
	slot = vec_push(&scan->story->ids);
	if (!slot)
		return err_set(err, VB_NOMEM, "out of memory");
	*slot = (uint32_t)id;
	return VB_OK;
}

/* The children of the outermost paragraph, w:pPr left out. */
static int start_child(struct scan *scan, struct vb_error *err)
{
	struct child *child = vec_push(&scan->children);

	if (!child)
		return err_set(err, VB_NOMEM, "out of memory");
	child->start = comments_tag(scan->story->xml, scan->at);
	child->from = scan->words.size;
	return VB_OK;
}

static void end_child(struct scan *scan, enum kind kind)
{
	struct child *child = &scan->children.at[scan->children.n - 1];

	child->end = scan->at;
	child->to = scan->words.size;
	if (kind != PPR)
		return;
	scan->spot.start = scan->at;
	scan->children.n--;
}

static bool is_child(const struct scan *scan)
{
	return scan->nest > 0 && scan->depth == scan->spot_depth + 1;
}

static int enter(struct scan *scan, const struct sax_element *el,
		 enum kind kind, struct vb_error *err)
{
	const unsigned char *above = &scan->kinds[scan->depth - 1];

	switch ((int)kind) {
	case P:
		return start_paragraph(scan, err);
	case TABLE:
	case BOX:
		flush(scan);
		return VB_OK;
	case DEL:
		if (scan->depth > 2 && above[0] == RPR && above[-1] == PPR) {
			if (scan->nest > 0)
				scan->is_mark_deleted[scan->nest - 1] = true;
		}
		scan->deleted++;
		return VB_OK;
	case REFERENCE:
		return add_id(scan, el, err);
	default:
		return VB_OK;
	}
}

static int on_start(void *user, const struct sax_element *el,
		    struct vb_error *err)
{
	struct scan *scan = user;
	enum kind kind;
	int rc = VB_OK;

	if (scan->skip) {
		scan->skip++;
		return VB_OK;
	}
	if (el->depth == 1)
		scan->story->is_strict = strcmp(el->uri, W_NS_STRICT) == 0;
	kind = kind_of(el);
	if (kind == BACKGROUND || !is_chosen(scan, el)) {
		scan->skip = 1;
		return VB_OK;
	}
	scan->kinds[++scan->depth] = (unsigned char)kind;
	if (is_child(scan))
		rc = start_child(scan, err);
	return rc ? rc : enter(scan, el, kind, err);
}

static int on_end(void *user, struct vb_error *err)
{
	struct scan *scan = user;
	enum kind kind;
	int rc = VB_OK;

	if (scan->skip) {
		/* a branch passed over ends inside of what holds it */
		scan->skip--;
		return VB_OK;
	}
	kind = (enum kind)scan->kinds[scan->depth];
	if (is_child(scan))
		end_child(scan, kind);
	if (kind == P)
		rc = end_paragraph(scan, err);
	else if (kind == CELL || kind == BOX)
		flush(scan);
	else if (kind == DEL)
		scan->deleted--;
	scan->depth--;
	return rc;
}

static int on_text(void *user, const char *text, size_t size,
		   struct vb_error *err)
{
	struct scan *scan = user;

	(void)err;
	if (!scan->skip && scan->nest == 1 && !scan->deleted &&
	    scan->kinds[scan->depth] == WORDS)
		add_squeezed(&scan->words, text, size);
	return VB_OK;
}

/* ---- all ----------------------------------------------------------------- */

/* What qsort() compares has to hold all it needs. */
struct key {
	size_t paragraph, index;
};

static int compare_keys(const void *a, const void *b)
{
	const struct key *x = a, *y = b;

	if (x->paragraph != y->paragraph)
		return x->paragraph < y->paragraph ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

static int sort(struct scan *scan, struct vb_error *err)
{
	struct comments_story *story = scan->story;
	struct key *keys = arena_array(story->arena, story->n + 1,
				       sizeof(*keys));
	size_t i, n = 0;

	scan->order = arena_array(story->arena, story->n + 1,
				  sizeof(*scan->order));
	story->spots = arena_array(story->arena, story->n + 1,
				   sizeof(*story->spots));
	if (!keys || !scan->order || !story->spots)
		return err_set(err, VB_NOMEM, "out of memory");
	for (i = 0; i < story->n; i++) {
		const struct vb_place *place = &story->list[i].place;

		if (place->paragraph <= 0 || !place->part ||
		    strcmp(place->part, story->part) != 0)
			continue;
		keys[n].paragraph = (size_t)place->paragraph;
		keys[n++].index = i;
	}
	qsort(keys, n, sizeof(*keys), compare_keys);
	for (i = 0; i < n; i++)
		scan->order[i] = keys[i].index;
	scan->n_order = n;
	return VB_OK;
}

static int refuse_utf16(const struct comments_story *story,
			struct vb_error *err)
{
	const unsigned char *xml = (const unsigned char *)story->xml;

	if (story->size < 2 || (xml[0] && xml[1] && xml[0] < 0xfe))
		return VB_OK;
	err_part(err, story->part);
	return err_set(err, VB_DOCUMENT,
		       "comments cannot be put into a story in UTF-16");
}

/* Every comment that found no place stands at the first paragraph. */
static int place_others(struct scan *scan, struct vb_error *err)
{
	struct comments_story *story = scan->story;
	size_t i;

	if (!scan->has_first) {
		err_part(err, story->part);
		return err_set(err, VB_DOCUMENT,
			       "no paragraph that a comment could stand at");
	}
	for (i = 0; i < story->n; i++) {
		struct comments_spot *spot = &story->spots[i];

		if (spot->prefix)
			continue;
		*spot = scan->first;
		spot->is_elsewhere = true;
	}
	return VB_OK;
}

int comments_scan(struct comments_story *story, struct vb_error *err)
{
	static const struct sax_handler handler = {on_start, on_end, on_text};
	struct scan *scan = calloc(1, sizeof(*scan));
	struct sax_input input = {story->xml, story->size, story->part, NULL};
	int rc = refuse_utf16(story, err);

	if (!scan)
		return err_set(err, VB_NOMEM, "out of memory");
	scan->story = story;
	input.at = &scan->at;
	if (rc == VB_OK)
		rc = sort(scan, err);
	if (rc == VB_OK)
		rc = sax_parse_at(&handler, scan, &input, err);
	if (rc == VB_OK)
		rc = place_others(scan, err);
	vec_release(&scan->children);
	buf_release(&scan->words);
	free(scan);
	return rc;
}
