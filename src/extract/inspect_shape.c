/*
 * inspect_shape.c - what no form is needed for: a package and stories that
 * Word would call damaged, or change on opening. Rules: id-twice,
 * structure-broken, relationship-missing, type-missing, part-damaged.
 *
 * The schema is not checked, only what editors and engines are known to get
 * wrong: ids that are there twice, and containers left without what they must
 * hold (ECMA-376-1 17.4.66 w:tc, 17.4.79 w:tr, 17.4.38 w:tbl).
 */
#include "extract/inspect.h"

#include "util/err.h"
#include "wml/reader_sax.h"
#include "wml/tree.h"

#include <stdlib.h>
#include <string.h>

#define R_NS \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define R_NS_STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"

enum kind {
	OTHER,
	ALTERNATIVE, /* mc:AlternateContent, no branch read yet */
	CHOSEN,	     /* ... one was read */
	BOOKMARK,
	BOX,
	CELL,
	COMMENT,
	CONTENT,
	CUSTOM,
	DEL,
	ENDNOTE,
	FOOTNOTE,
	ID,
	P,
	PPR,
	ROW,
	RPR,
	SDT,
	SDT_PR,
	TABLE
};

static const struct {
	const char *name;
	enum kind kind;
} KINDS[] = {
	{"bookmarkStart", BOOKMARK},
	{"comment", COMMENT},
	{"customXml", CUSTOM},
	{"del", DEL},
	{"endnote", ENDNOTE},
	{"footnote", FOOTNOTE},
	{"id", ID},
	{"moveFrom", DEL},
	{"p", P},
	{"pPr", PPR},
	{"rPr", RPR},
	{"sdt", SDT},
	{"sdtContent", CONTENT},
	{"sdtPr", SDT_PR},
	{"tbl", TABLE},
	{"tc", CELL},
	{"tr", ROW},
	{"txbxContent", BOX},
};

/* An element that is open. */
struct level {
	enum kind kind;
	bool is_full;	      /* holds what it must */
	bool ends_with_table; /* a cell */
};

struct shape {
	const struct inspection *in;
	const struct vb_sink *sink;
	struct arena arena;
	struct inspect_ids *ids;
	size_t n_told;
	/* the part in hand */
	const struct opc_part *part;
	const char **rels; /* sorted */
	size_t n_rels;
	struct level levels[SAX_DEPTH_MAX + 2];
	unsigned depth;
	unsigned copies; /* branches open that repeat another one */
	/* paragraphs, counted as wml/reader.c does */
	size_t paragraph;
	bool is_waiting, is_mark_deleted;
};

/* ---- telling ------------------------------------------------------------- */

static bool find_place(struct shape *s, struct vb_place *place,
		       const char *part, size_t paragraph)
{
	const struct source *source = s->in->source;
	size_t i;

	memset(place, 0, sizeof(*place));
	place->heading = place->near = "";
	for (i = 0; paragraph && i < source->stories.n; i++) {
		const struct wml_story *wml = source->stories.at[i].wml;

		if (strcmp(wml->part, part) == 0 && paragraph <= wml->paras.n)
			return source_place(source, &s->arena, place, i,
					    paragraph - 1, 0);
	}
	place->file = source->file;
	place->part = part;
	return true;
}

static int tell(struct shape *s, const char *rule, const char *part,
		size_t paragraph, const char *message, struct vb_error *err)
{
	struct vb_finding finding = {.rule = rule,
				     .severity = VB_WARNING,
				     .field = "",
				     .level = "",
				     .message = message};

	if (s->n_told++ >= INSPECT_FAULTS_MAX)
		return VB_OK;
	if (!message || !find_place(s, &finding.place, part, paragraph))
		return err_set(err, VB_NOMEM, "out of memory");
	s->sink->take(s->sink->payload, &finding);
	return VB_OK;
}

static int tell_here(struct shape *s, const char *message, struct vb_error *err)
{
	return tell(s, "structure-broken", s->part->name, s->paragraph, message,
		    err);
}

static int add_id(struct shape *s, enum inspect_what what,
		  const struct sax_element *el, const char *attr,
		  struct vb_error *err)
{
	struct inspect_id id = {what, NULL, s->part, s->paragraph};
	size_t size;

	if (s->copies || !sax_attr(el, attr, &size))
		return VB_OK;
	id.value = sax_attr_copy(&s->arena, el, attr);
	return id.value ? inspect_ids_add(s->ids, &id, err)
			: err_set(err, VB_NOMEM, "out of memory");
}

/* One finding an id, where it stands the second time. */
static int tell_id(void *user, const struct inspect_id *id, const char *message,
		   struct vb_error *err)
{
	return tell(user, "id-twice", id->part->name, id->paragraph, message,
		    err);
}

/* ---- relationships ------------------------------------------------------- */

static int compare_words(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int check_relationship(struct shape *s, const char *id,
			      struct vb_error *err)
{
	if (!id)
		return err_set(err, VB_NOMEM, "out of memory");
	if (!*id || (s->n_rels && bsearch(&id, s->rels, s->n_rels,
					  sizeof(*s->rels), compare_words)))
		return VB_OK;
	return tell(s, "relationship-missing", s->part->name, s->paragraph,
		    arena_printf(&s->arena, "no relationship '%.60s'", id),
		    err);
}

static bool is_relation(const char *uri)
{
	return uri && (strcmp(uri, R_NS) == 0 || strcmp(uri, R_NS_STRICT) == 0);
}

static int check_attrs(struct shape *s, const struct sax_element *el,
		       struct vb_error *err)
{
	int i, rc = VB_OK;

	for (i = 0; i < el->n_attrs && rc == VB_OK; i++) {
		const unsigned char **attr = el->attrs + (size_t)i * 5;

		if (is_relation((const char *)attr[2]))
			rc = check_relationship(
				s,
				arena_strn(&s->arena, (const char *)attr[3],
					   (size_t)(attr[4] - attr[3])),
				err);
		else if (attr[2] &&
			 strcmp((const char *)attr[2], TREE_W14_NS) == 0 &&
			 strcmp((const char *)attr[0], "paraId") == 0)
			rc = add_id(s, INSPECT_PARAGRAPH, el, "paraId", err);
	}
	return rc;
}

/* ---- containers ---------------------------------------------------------- */

static enum kind kind_of(const struct sax_element *el)
{
	size_t i;

	if (strcmp(el->uri, TREE_MC_NS) == 0)
		return strcmp(el->local, "AlternateContent") == 0 ? ALTERNATIVE
								  : OTHER;
	if (strcmp(el->uri, TREE_W_NS) != 0 &&
	    strcmp(el->uri, TREE_W_NS_STRICT) != 0)
		return OTHER;
	for (i = 0; i < sizeof(KINDS) / sizeof(*KINDS); i++)
		if (strcmp(el->local, KINDS[i].name) == 0)
			return KINDS[i].kind;
	return OTHER;
}

/* The innermost level of that kind, not farther than a table or box. */
static struct level *above(struct shape *s, enum kind kind)
{
	unsigned i = s->depth;

	while (--i > 0 && s->levels[i].kind != kind)
		if (s->levels[i].kind == TABLE || s->levels[i].kind == BOX)
			return NULL;
	return i > 0 ? &s->levels[i] : NULL;
}

/* A block of a cell, maybe in controls. */
static void add_block(struct shape *s, bool is_table)
{
	unsigned i = s->depth;

	while (--i > 0 &&
	       (s->levels[i].kind == SDT || s->levels[i].kind == CONTENT ||
		s->levels[i].kind == CUSTOM))
		;
	if (i == 0 || s->levels[i].kind != CELL)
		return;
	s->levels[i].is_full = true;
	s->levels[i].ends_with_table = is_table;
}

static void start_paragraph(struct shape *s)
{
	if (!s->copies && !s->is_waiting)
		s->paragraph++;
	s->is_waiting = s->is_mark_deleted = false;
}

/* The second branch of mc:AlternateContent says the same as the first. */
static bool is_copy(struct shape *s, const struct sax_element *el)
{
	struct level *level = &s->levels[s->depth];

	if (strcmp(el->uri, TREE_MC_NS) != 0)
		return false;
	if (level->kind == ALTERNATIVE) {
		level->kind = CHOSEN;
		return false;
	}
	return level->kind == CHOSEN;
}

/* Not the names of separators in the settings. */
static int add_note(struct shape *s, const struct sax_element *el,
		    enum kind kind, struct vb_error *err)
{
	enum inspect_what what = kind == COMMENT    ? INSPECT_COMMENT
				 : kind == FOOTNOTE ? INSPECT_FOOTNOTE
						    : INSPECT_ENDNOTE;

	return add_id(s, what, el, "id", err);
}

static int enter(struct shape *s, const struct sax_element *el, enum kind kind,
		 struct vb_error *err)
{
	const struct level *parent = &s->levels[s->depth - 1];
	struct level *holder;
	int rc;

	switch ((int)kind) {
	case P:
		start_paragraph(s);
		return VB_OK;
	case DEL:
		if (s->depth > 3 && parent->kind == RPR &&
		    parent[-1].kind == PPR)
			s->is_mark_deleted = true;
		return VB_OK;
	case ROW:
	case CELL:
		holder = above(s, kind == ROW ? TABLE : ROW);
		if (holder)
			holder->is_full = true;
		return VB_OK;
	case TABLE:
	case BOX:
		s->is_waiting = false;
		return VB_OK;
	case ID:
		return parent->kind == SDT_PR
			       ? add_id(s, INSPECT_CONTROL, el, "val", err)
			       : VB_OK;
	case BOOKMARK:
		rc = add_id(s, INSPECT_BOOKMARK, el, "id", err);
		return rc ? rc : add_id(s, INSPECT_NAME, el, "name", err);
	case COMMENT:
	case FOOTNOTE:
	case ENDNOTE:
		return s->depth == 2 ? add_note(s, el, kind, err) : VB_OK;
	default:
		return VB_OK;
	}
}

static int on_start(void *user, const struct sax_element *el,
		    struct vb_error *err)
{
	struct shape *s = user;
	enum kind kind = kind_of(el);
	int rc;

	if (s->copies || is_copy(s, el))
		s->copies++;
	if (s->levels[s->depth].kind == CONTENT)
		s->levels[s->depth].is_full = true;
	s->levels[++s->depth] = (struct level){.kind = kind};
	rc = enter(s, el, kind, err);
	if (rc == VB_OK && strcmp(el->uri, TREE_WP_NS) == 0 &&
	    strcmp(el->local, "docPr") == 0)
		rc = add_id(s, INSPECT_DRAWING, el, "id", err);
	return rc ? rc : check_attrs(s, el, err);
}

static int leave(struct shape *s, const struct level *level,
		 struct vb_error *err)
{
	switch ((int)level->kind) {
	case P:
		s->is_waiting = s->is_mark_deleted;
		add_block(s, false);
		return VB_OK;
	case TABLE:
		add_block(s, true);
		return level->is_full
			       ? VB_OK
			       : tell_here(s, "a table without a row", err);
	case ROW:
		return level->is_full
			       ? VB_OK
			       : tell_here(s, "a row without a cell", err);
	case CELL:
		s->is_waiting = false;
		if (!level->is_full)
			return tell_here(s, "a cell without a paragraph", err);
		return level->ends_with_table
			       ? tell_here(s,
					   "a cell does not end with a "
					   "paragraph",
					   err)
			       : VB_OK;
	case BOX:
		s->is_waiting = false;
		return VB_OK;
	case CONTENT:
		return level->is_full
			       ? VB_OK
			       : tell_here(s, "a control without content", err);
	default:
		return VB_OK;
	}
}

static int on_end(void *user, struct vb_error *err)
{
	struct shape *s = user;
	int rc = leave(s, &s->levels[s->depth], err);

	s->depth--;
	if (s->copies)
		s->copies--;
	return rc;
}

/* ---- parts --------------------------------------------------------------- */

static int find_relationships(struct shape *s, struct vb_error *err)
{
	const struct opc_rel *rels = opc_rels(s->in->source->opc, s->part,
					      &s->n_rels);
	size_t i;

	s->rels = arena_array(&s->arena, s->n_rels + 1, sizeof(*s->rels));
	if (!s->rels)
		return err_set(err, VB_NOMEM, "out of memory");
	for (i = 0; i < s->n_rels; i++)
		s->rels[i] = rels[i].id;
	if (s->n_rels)
		qsort(s->rels, s->n_rels, sizeof(*s->rels), compare_words);
	return VB_OK;
}

/* Damage costs the part, as it does for the reader. */
static int check_story(struct shape *s, const struct opc_part *part,
		       struct vb_error *err)
{
	static const struct sax_handler handler = {on_start, on_end, NULL};
	struct vb_error own = {0};
	struct vb_blob blob = {NULL, 0};
	int rc;

	s->part = part;
	s->depth = s->copies = 0;
	s->paragraph = 0;
	s->is_waiting = s->is_mark_deleted = false;
	rc = find_relationships(s, &own);
	if (rc == VB_OK)
		rc = opc_read(s->in->source->opc, part, &blob, &own);
	if (rc == VB_OK)
		rc = sax_parse(&handler, s, blob.data, blob.size, part->name,
			       &own);
	vb_blob_release(&blob);
	if (rc == VB_OK)
		return VB_OK;
	if (rc == VB_XML || rc == VB_PACKAGE)
		return tell(s, "part-damaged", part->name, 0,
			    arena_printf(&s->arena, "%s", own.text), err);
	if (err)
		*err = own;
	return rc;
}

/* Building blocks are a document of their own. */
static bool is_story(const struct opc *opc, const struct opc_part *part)
{
	return part == opc_main(opc) ||
	       (strstr(part->type, ".wordprocessingml.") &&
		!strstr(part->name, "glossary/"));
}

static int check_targets(struct shape *s, const struct opc_part *source,
			 struct vb_error *err)
{
	const struct opc *opc = s->in->source->opc;
	size_t i, n;
	const struct opc_rel *rels = opc_rels(opc, source, &n);
	int rc = VB_OK;

	for (i = 0; i < n && rc == VB_OK; i++)
		if (!rels[i].external && !opc_find(opc, rels[i].target))
			rc = tell(s, "relationship-missing",
				  source ? source->name : "", 0,
				  arena_printf(&s->arena,
					       "'%.40s' leads to '%.120s', "
					       "which is not there",
					       rels[i].id, rels[i].target),
				  err);
	return rc;
}

static bool is_typed(const struct opc_part *part)
{
	return part->type[0] || strcmp(part->name, "[Content_Types].xml") == 0;
}

static int check_parts(struct shape *s, struct vb_error *err)
{
	const struct opc *opc = s->in->source->opc;
	const struct opc_fault *fault;
	size_t i;
	int rc = check_targets(s, NULL, err);

	for (i = 0; rc == VB_OK && (fault = opc_fault(opc, i)); i++)
		rc = tell(s, "part-damaged", fault->part, 0, fault->text, err);
	for (i = 0; rc == VB_OK && i < opc_count(opc); i++) {
		const struct opc_part *part = opc_at(opc, i);

		rc = check_targets(s, part, err);
		if (rc == VB_OK && !is_typed(part))
			rc = tell(s, "type-missing", part->name, 0,
				  "the part has no content type", err);
		if (rc == VB_OK && is_story(opc, part))
			rc = check_story(s, part, err);
	}
	return rc;
}

int inspect_shape(const struct inspection *in, const struct vb_sink *sink,
		  struct vb_error *err)
{
	struct shape *s = calloc(1, sizeof(*s));
	struct inspect_teller teller = {tell_id, s};
	int rc;

	if (!s)
		return err_set(err, VB_NOMEM, "out of memory");
	s->in = in;
	s->sink = sink;
	rc = inspect_ids_new(&s->ids, err);
	if (rc == VB_OK)
		rc = check_parts(s, err);
	if (rc == VB_OK)
		rc = inspect_ids_tell(s->ids, &teller, err);
	inspect_ids_free(s->ids);
	arena_release(&s->arena);
	free(s);
	return rc;
}
