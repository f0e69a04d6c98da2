/* document.c - see document.h. */
#include "wml/document.h"

#include "util/err.h"
#include "wml/reader_sax.h"

#include <stdlib.h>
#include <string.h>

struct opening {
	struct wml_document *document;
	const struct opc_part *main_part;
	unsigned flags;
	bool *seen; /* by part: read already */
};

/* True when `code` must end the reading, not only cost this part. */
static bool is_fatal(int code)
{
	return code == VB_NOMEM || code == VB_LIMIT || code == VB_INTERNAL;
}

/* What became of a part other than the body. */
static int spare(struct wml_document *document, int code,
		 const struct opc_part *part, const struct vb_error *own,
		 struct vb_error *err)
{
	struct opc_fault *fault;

	if (code == VB_OK)
		return VB_OK;
	if (is_fatal(code)) {
		if (err)
			*err = *own;
		return code;
	}
	fault = vec_push(&document->unread);
	if (!fault)
		return err_set(err, VB_NOMEM, "out of memory");
	fault->part = part->name;
	fault->text = arena_str(&document->arena, own->text);
	return fault->text ? VB_OK : err_set(err, VB_NOMEM, "out of memory");
}

/* ---- what stories need --------------------------------------------------- */

struct theme {
	struct wml_document *document;
	bool is_major;
};

/* a:theme/a:themeElements/a:fontScheme/a:majorFont/a:latin */
static int on_theme(void *user, const struct sax_element *el,
		    struct vb_error *err)
{
	struct theme *theme = user;
	const char **font = theme->is_major ? &theme->document->major
					    : &theme->document->minor;

	if (el->depth == 4)
		theme->is_major = strcmp(el->local, "majorFont") == 0;
	if (el->depth != 5 || strcmp(el->local, "latin") != 0 || (*font)[0])
		return VB_OK;
	*font = sax_attr_copy(&theme->document->arena, el, "typeface");
	return *font ? VB_OK : err_set(err, VB_NOMEM, "out of memory");
}

static int read_theme(struct wml_document *document, const struct vb_blob *xml,
		      const char *part, struct vb_error *err)
{
	static const struct sax_handler handler = {on_theme, NULL, NULL};
	struct theme theme = {document, false};

	return sax_parse(&handler, &theme, xml->data, xml->size, part, err);
}

static int read_look(struct opening *opening, const char *tail,
		     struct vb_error *err)
{
	struct wml_document *document = opening->document;
	const struct opc_part *part = opc_related(document->opc,
						  opening->main_part, tail);
	struct vb_blob xml = {NULL, 0};
	struct vb_error own = {VB_OK, "", "", "", ""};
	int code;

	if (!part)
		return VB_OK;
	code = opc_read(document->opc, part, &xml, &own);
	if (code == VB_OK && strcmp(tail, "styles") == 0)
		code = wml_styles_read(&document->styles, xml.data, xml.size,
				       &own);
	else if (code == VB_OK && strcmp(tail, "numbering") == 0)
		code = wml_numbering_read(&document->numbering, xml.data,
					  xml.size, &own);
	else if (code == VB_OK)
		code = read_theme(document, &xml, part->name, &own);
	vb_blob_release(&xml);
	return spare(document, code, part, &own, err);
}

/* ---- stories ------------------------------------------------------------- */

static int add_story(struct opening *opening, const struct opc_part *part,
		     enum wml_story_kind kind, struct vb_error *err)
{
	struct wml_document *document = opening->document;
	struct wml_context context = {
		.styles = document->styles,
		.numbering = document->numbering,
		.major = document->major,
		.minor = document->minor,
		.opc = document->opc,
		.part = part,
		.rejected = opening->flags & WML_READ_REJECTED,
	};
	struct vb_blob xml = {NULL, 0};
	struct wml_story *story = NULL, **at;
	int code;

	opening->seen[part->index] = true;
	code = opc_read(document->opc, part, &xml, err);
	if (code == VB_OK)
		code = wml_read(&story, xml.data, xml.size, part->name,
				&context, err);
	vb_blob_release(&xml);
	if (code != VB_OK)
		return code;
	story->kind = kind;
	at = vec_push(&document->stories);
	if (!at) {
		wml_story_free(story);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	*at = story;
	return VB_OK;
}

static bool is_type(const char *type, const char *tail)
{
	size_t size = strlen(type), n = strlen(tail);

	return size > n && type[size - n - 1] == '/' &&
	       strcmp(type + size - n, tail) == 0;
}

/* The parts of one kind, each once, in the order of their relationships. */
static int add_kind(struct opening *opening, const char *tail,
		    enum wml_story_kind kind, struct vb_error *err)
{
	struct wml_document *document = opening->document;
	size_t n, i;
	const struct opc_rel *rels = opc_rels(document->opc, opening->main_part,
					      &n);
	int code = VB_OK;

	for (i = 0; i < n && code == VB_OK; i++) {
		const struct opc_part *part;
		struct vb_error own = {VB_OK, "", "", "", ""};

		if (rels[i].external || !is_type(rels[i].type, tail))
			continue;
		part = opc_find(document->opc, rels[i].target);
		if (!part || opening->seen[part->index])
			continue;
		code = add_story(opening, part, kind, &own);
		code = spare(document, code, part, &own, err);
	}
	return code;
}

static int read_all(struct opening *opening, struct vb_error *err)
{
	static const struct {
		const char *tail;
		enum wml_story_kind kind;
	} kinds[] = {
		{"header", WML_HEADER},	      {"footer", WML_FOOTER},
		{"footnotes", WML_FOOTNOTES}, {"endnotes", WML_ENDNOTES},
		{"comments", WML_COMMENTS},
	};
	static const char *const looks[] = {"theme", "styles", "numbering"};
	struct wml_document *document = opening->document;
	int code = VB_OK;
	size_t i;

	for (i = 0; i < sizeof(looks) / sizeof(*looks) && code == VB_OK; i++)
		code = read_look(opening, looks[i], err);
	wml_numbering_link(document->numbering, document->styles);
	if (code == VB_OK)
		code = add_story(opening, opening->main_part, WML_MAIN, err);
	for (i = 0; i < sizeof(kinds) / sizeof(*kinds) && code == VB_OK; i++)
		if (kinds[i].kind < WML_FOOTNOTES ||
		    opening->flags & WML_READ_NOTES)
			code = add_kind(opening, kinds[i].tail, kinds[i].kind,
					err);
	return code;
}

int wml_document_read(struct wml_document **out, const struct opc *opc,
		      unsigned flags, struct vb_error *err)
{
	struct opening opening = {NULL, opc_main(opc), flags, NULL};
	int code;

	*out = NULL;
	if (!opening.main_part)
		return err_set(err, VB_DOCUMENT,
			       "the package has no main document");
	opening.document = calloc(1, sizeof(*opening.document));
	opening.seen = calloc(opc_count(opc) + 1, sizeof(*opening.seen));
	if (opening.document && opening.seen) {
		opening.document->opc = opc;
		opening.document->major = opening.document->minor = "";
		code = read_all(&opening, err);
	} else {
		code = err_set(err, VB_NOMEM, "out of memory");
	}
	free(opening.seen);
	if (code == VB_OK)
		*out = opening.document;
	else
		wml_document_free(opening.document);
	return code;
}

void wml_document_free(struct wml_document *document)
{
	size_t i;

	if (!document)
		return;
	for (i = 0; i < document->stories.n; i++)
		wml_story_free(document->stories.at[i]);
	vec_release(&document->stories);
	vec_release(&document->unread);
	wml_styles_free(document->styles);
	wml_numbering_free(document->numbering);
	arena_release(&document->arena);
	free(document);
}
