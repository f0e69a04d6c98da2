/* comments.c - comments and the package they go into. See comments.h. */
#include "wml/comments.h"

#include "util/buf.h"
#include "util/err.h"
#include "wml/reader_sax.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define W_NS	    "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define W_NS_STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define REL_TYPE                                                     \
	"http://schemas.openxmlformats.org/officeDocument/2006/rela" \
	"tionships/comments"
#define REL_TYPE_STRICT \
	"http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
#define PART_TYPE                                        \
	"application/vnd.openxmlformats-officedocument." \
	"wordprocessingml.comments+xml"

struct edit {
	size_t at, skip; /* bytes there that go */
	size_t order;	 /* among those at one place */
	const char *text;
};

enum {
	/* Of edit.order: the two halves of an empty tag lie around all. */
	ORDER_OPEN = 0,
	ORDER_FIRST = 1
};
#define ORDER_CLOSE SIZE_MAX

struct writer {
	struct arena arena;
	struct comments_story story;
	struct {
		VEC(struct edit);
	} edits;
	uint32_t *ids; /* of the new comments */
	struct buf out, part;
	/* the comments part as it came */
	struct vb_blob old;
	const char *old_prefix;
	size_t old_end;	   /* where new comments go */
	bool old_is_empty; /* that is the "/>" of its root */
};

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

/* ---- edits of the story -------------------------------------------------- */

static int add_edit(struct writer *w, size_t at, size_t order, size_t skip,
		    const char *text, struct vb_error *err)
{
	struct edit *edit = text ? vec_push(&w->edits) : NULL;

	if (!edit)
		return no_memory(err);
	edit->at = at;
	edit->order = order;
	edit->skip = skip;
	edit->text = text;
	return VB_OK;
}

/* A range mark or reference; where the paragraph has no prefix, with one of
 * its own, for an attribute of the namespace needs it. */
static const char *mark(struct writer *w, const struct comments_spot *spot,
			const char *name, uint32_t id)
{
	const char *ns = w->story.is_strict ? W_NS_STRICT : W_NS;

	if (spot->prefix[0])
		return arena_printf(&w->arena, "<%s:%s %s:id=\"%u\"/>",
				    spot->prefix, name, spot->prefix,
				    (unsigned)id);
	return arena_printf(&w->arena, "<w:%s xmlns:w=\"%s\" w:id=\"%u\"/>",
			    name, ns, (unsigned)id);
}

static const char *tail(struct writer *w, const struct comments_spot *spot,
			uint32_t id)
{
	const char *end = mark(w, spot, "commentRangeEnd", id);
	const char *reference = mark(w, spot, "commentReference", id);
	const char *colon = spot->prefix[0] ? ":" : "";

	if (!end || !reference)
		return NULL;
	return arena_printf(&w->arena, "%s<%s%sr>%s</%s%sr>", end, spot->prefix,
			    colon, reference, spot->prefix, colon);
}

static int add_comment(struct writer *w, size_t i, struct vb_error *err)
{
	const struct comments_spot *spot = &w->story.spots[i];
	const char *start = mark(w, spot, "commentRangeStart", w->ids[i]);
	int rc = VB_OK;

	if (spot->is_empty_tag) {
		rc = add_edit(w, spot->start, ORDER_OPEN, 2, ">", err);
		if (rc == VB_OK)
			rc = add_edit(w, spot->start, ORDER_CLOSE, 0,
				      arena_printf(&w->arena, "</%s%sp>",
						   spot->prefix,
						   spot->prefix[0] ? ":" : ""),
				      err);
	}
	if (rc == VB_OK)
		rc = add_edit(w, spot->start, ORDER_FIRST + 2 * i, 0, start,
			      err);
	if (rc == VB_OK)
		rc = add_edit(w, spot->end, ORDER_FIRST + 2 * i + 1, 0,
			      tail(w, spot, w->ids[i]), err);
	return rc;
}

static int compare_edits(const void *a, const void *b)
{
	const struct edit *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* Two comments of one empty tag open and close it once. */
static bool is_repeated(const struct writer *w, size_t i)
{
	const struct edit *edit = &w->edits.at[i];

	return i > 0 && edit[-1].at == edit->at &&
	       edit[-1].order == edit->order;
}

static int apply(struct writer *w, struct vb_error *err)
{
	const struct comments_story *story = &w->story;
	size_t i, at = 0;
	int rc = VB_OK;

	for (i = 0; i < story->n && rc == VB_OK; i++)
		rc = add_comment(w, i, err);
	if (rc)
		return rc;
	qsort(w->edits.at, w->edits.n, sizeof(*w->edits.at), compare_edits);
	for (i = 0; i < w->edits.n; i++) {
		const struct edit *edit = &w->edits.at[i];

		if (is_repeated(w, i))
			continue;
		/* what an empty tag holds comes behind the "/>" that went */
		if (edit->at > at)
			buf_add(&w->out, story->xml + at, edit->at - at);
		buf_adds(&w->out, edit->text);
		if (edit->at + edit->skip > at)
			at = edit->at + edit->skip;
	}
	buf_add(&w->out, story->xml + at, story->size - at);
	return buf_ok(&w->out) ? VB_OK : no_memory(err);
}

/* ---- the comments part --------------------------------------------------- */

struct scan {
	struct writer *w;
	size_t at;
	unsigned depth;
};

static int on_start(void *user, const struct sax_element *el,
		    struct vb_error *err)
{
	struct scan *scan = user;
	struct writer *w = scan->w;
	const char *xml = (const char *)w->old.data;
	long id;
	uint32_t *slot;

	scan->depth = el->depth;
	if (el->depth == 1) {
		if (strcmp(el->local, "comments") != 0)
			return err_set(err, VB_DOCUMENT, "not comments");
		w->old_is_empty = xml[scan->at] == '/';
		w->old_end = scan->at;
		w->old_prefix = comments_prefix(&w->arena, xml,
						comments_tag(xml, scan->at));
		return w->old_prefix ? VB_OK : no_memory(err);
	}
	if (el->depth != 2)
		return VB_OK;
	id = sax_attr_long(el, "id", -1);
	if (id < 0)
		return VB_OK;
	slot = vec_push(&w->story.ids);
	if (!slot)
		return no_memory(err);
	*slot = (uint32_t)id;
	return VB_OK;
}

static int on_end(void *user, struct vb_error *err)
{
	struct scan *scan = user;
	struct writer *w = scan->w;

	(void)err;
	if (--scan->depth == 0 && !w->old_is_empty)
		w->old_end = comments_tag((const char *)w->old.data,
					  scan->at - 1);
	return VB_OK;
}

static int read_old(struct writer *w, const struct opc *opc,
		    const struct opc_part *part, struct vb_error *err)
{
	static const struct sax_handler handler = {on_start, on_end, NULL};
	struct scan scan = {.w = w};
	struct sax_input input;
	int rc = opc_read(opc, part, &w->old, err);

	if (rc)
		return rc;
	if (w->old.size > 1 &&
	    (!w->old.data[0] || !w->old.data[1] || w->old.data[0] >= 0xfe)) {
		err_part(err, part->name);
		return err_set(err, VB_DOCUMENT,
			       "comments cannot be added to a part in UTF-16");
	}
	input.xml = w->old.data;
	input.size = w->old.size;
	input.part = part->name;
	input.at = &scan.at;
	return sax_parse_at(&handler, &scan, &input, err);
}

static void add_paragraph(struct buf *out, const char *text, size_t size,
			  bool is_first)
{
	size_t i;

	buf_adds(out, "<w:p>");
	if (is_first)
		buf_adds(out, "<w:r><w:annotationRef/></w:r>");
	buf_adds(out, "<w:r><w:rPr><w:sz w:val=\"20\"/></w:rPr>"
		      "<w:t xml:space=\"preserve\">");
	for (i = 0; i < size; i++) {
		/* words of a document may hold what XML may not */
		if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f)
			buf_addc(out, ' ');
		else
			buf_add_text(out, text + i, 1);
	}
	buf_adds(out, "</w:t></w:r></w:p>");
}

/* Written with a prefix of its own, whatever the part's is. */
static void add_text(struct writer *w, size_t i, bool has_ns)
{
	const struct vb_comment *comment = &w->story.list[i];
	const char *text = w->story.spots[i].is_elsewhere && comment->elsewhere
				   ? comment->elsewhere
				   : comment->text;
	const char *line = text ? text : "";
	struct buf *out = &w->part;
	size_t n;

	buf_adds(out, "<w:comment");
	if (!has_ns)
		buf_addf(out, " xmlns:w=\"%s\"",
			 w->story.is_strict ? W_NS_STRICT : W_NS);
	buf_addf(out,
		 " w:id=\"%u\" w:author=\"" COMMENTS_AUTHOR
		 "\" w:initials=\"vb\">",
		 (unsigned)w->ids[i]);
	do {
		n = strcspn(line, "\n");
		add_paragraph(out, line, n, line == text);
		line += n;
	} while (*line++);
	buf_adds(out, "</w:comment>");
}

static int write_part(struct writer *w, struct vb_error *err)
{
	const char *old = (const char *)w->old.data;
	bool has_ns = !old || strcmp(w->old_prefix, "w") == 0;
	size_t i;

	if (old)
		buf_add(&w->part, old, w->old_end);
	else
		buf_addf(&w->part,
			 "<?xml version=\"1.0\" encoding=\"UTF-8\" "
			 "standalone=\"yes\"?>\n<w:comments xmlns:w=\"%s\">",
			 w->story.is_strict ? W_NS_STRICT : W_NS);
	if (old && w->old_is_empty)
		buf_addc(&w->part, '>');
	for (i = 0; i < w->story.n; i++)
		add_text(w, i, has_ns);
	if (!old)
		buf_adds(&w->part, "</w:comments>");
	else if (w->old_is_empty)
		buf_addf(&w->part, "</%s%scomments>", w->old_prefix,
			 w->old_prefix[0] ? ":" : "");
	else
		buf_add(&w->part, old + w->old_end, w->old.size - w->old_end);
	return buf_ok(&w->part) ? VB_OK : no_memory(err);
}

/* ---- ids ----------------------------------------------------------------- */

static int compare_ids(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* The lowest numbers that nobody has. */
static int choose_ids(struct writer *w, struct vb_error *err)
{
	struct comments_ids *used = &w->story.ids;
	size_t i, k = 0;
	uint32_t next = 0;

	w->ids = arena_array(&w->arena, w->story.n + 1, sizeof(*w->ids));
	if (!w->ids)
		return no_memory(err);
	if (used->n)
		qsort(used->at, used->n, sizeof(*used->at), compare_ids);
	for (i = 0; i < w->story.n; i++) {
		while (k < used->n && used->at[k] <= next)
			if (used->at[k++] == next)
				next++;
		w->ids[i] = next++;
	}
	return VB_OK;
}

/* ---- the package --------------------------------------------------------- */

/* Adds the part; a relationship that led nowhere leads to it. */
static int add_part(struct writer *w, const struct opc *opc,
		    struct opc_edit *edit, struct vb_error *err)
{
	const struct opc_part *main_part = opc_main(opc);
	const struct opc_rel *rel = opc_rel_by_type(opc, main_part, "comments");
	char name[OPC_NAME_MAX] = "word/comments.xml";
	char id[OPC_ID_MAX];
	bool is_led_to = rel && !rel->external &&
			 strlen(rel->target) < sizeof(name);
	int rc = VB_OK;

	if (is_led_to)
		snprintf(name, sizeof(name), "%s",
			 rel->target + (rel->target[0] == '/'));
	else if (opc_edit_has(edit, name))
		rc = opc_edit_free_name(edit, "word/comments", ".xml", name,
					err);
	if (rc == VB_OK)
		rc = opc_edit_add(edit, name, PART_TYPE, w->part.data,
				  w->part.size, err);
	if (rc == VB_OK && !is_led_to)
		rc = opc_edit_relate(edit, main_part->name,
				     w->story.is_strict ? REL_TYPE_STRICT
							: REL_TYPE,
				     name, id, err);
	return rc;
}

static int package(struct writer *w, const struct opc *opc,
		   const struct opc_part *old, struct vb_blob *out,
		   struct vb_error *err)
{
	struct opc_edit *edit = NULL;
	int rc = opc_edit_new(&edit, opc, err);

	if (rc == VB_OK)
		rc = opc_edit_replace(edit, opc_main(opc), w->out.data,
				      w->out.size, err);
	if (rc == VB_OK && old)
		rc = opc_edit_replace(edit, old, w->part.data, w->part.size,
				      err);
	else if (rc == VB_OK)
		rc = add_part(w, opc, edit, err);
	if (rc == VB_OK)
		rc = opc_edit_write(edit, NULL, out, err);
	opc_edit_free(edit);
	return rc;
}

static int write_all(struct writer *w, const struct opc *opc,
		     struct vb_blob *out, struct vb_error *err)
{
	const struct opc_part *main_part = opc_main(opc);
	const struct opc_part *old = NULL;
	struct vb_blob xml = {0};
	int rc;

	if (!main_part)
		return err_set(err, VB_DOCUMENT, "no main document part");
	rc = opc_read(opc, main_part, &xml, err);
	w->story.xml = (const char *)xml.data;
	w->story.size = xml.size;
	w->story.part = main_part->name;
	if (rc == VB_OK)
		rc = comments_scan(&w->story, err);
	if (rc == VB_OK)
		old = opc_related(opc, main_part, "comments");
	if (rc == VB_OK && old)
		rc = read_old(w, opc, old, err);
	if (rc == VB_OK)
		rc = choose_ids(w, err);
	if (rc == VB_OK)
		rc = apply(w, err);
	if (rc == VB_OK)
		rc = write_part(w, err);
	if (rc == VB_OK)
		rc = package(w, opc, old, out, err);
	vb_blob_release(&xml);
	return rc;
}

int comments_write(const struct opc *opc, const struct vb_comment *list,
		   size_t n, struct vb_blob *out, struct vb_error *err)
{
	struct opc_edit *edit = NULL;
	struct writer w = {0};
	int rc;

	if (n > COMMENTS_MAX)
		return err_set(err, VB_LIMIT, "more than %d comments",
			       COMMENTS_MAX);
	if (n == 0) {
		rc = opc_edit_new(&edit, opc, err);
		if (rc == VB_OK)
			rc = opc_edit_write(edit, NULL, out, err);
		opc_edit_free(edit);
		return rc;
	}
	w.story.arena = &w.arena;
	w.story.list = list;
	w.story.n = n;
	rc = write_all(&w, opc, out, err);
	vec_release(&w.edits);
	vec_release(&w.story.ids);
	buf_release(&w.out);
	buf_release(&w.part);
	vb_blob_release(&w.old);
	arena_release(&w.arena);
	return rc;
}

int vb_annotate(const char *path, const struct vb_comment *comments, size_t n,
		struct vb_blob *out, struct vb_error *err)
{
	struct opc *opc;
	int rc = opc_open(&opc, path, err);

	if (rc)
		return rc;
	rc = comments_write(opc, comments, n, out, err);
	if (rc)
		err_file(err, path);
	opc_free(opc);
	return rc;
}
