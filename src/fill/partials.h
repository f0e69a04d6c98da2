/*
 * partials.h - other documents put in where a template calls them.
 *
 *	partials.c	   the parts of a template, their tags, what they become
 *	partials_file.c	   the files: where they may be, each read once
 *	partials_adapt.c   nodes from another document: what they refer to
 *	partials_style.c   ... styles, told by their names
 *	partials_list.c	   ... lists
 *	partials_note.c	   ... footnotes, endnotes and comments
 *	partials_part.c	   ... pictures, links and whatever else is related
 *	partials_break.c   sections of pages inside a partial
 *	partials_target.c  parts of the template that take all that
 *
 * It is done on the tree, before everything else: to what comes behind, the
 * words of a partial are words of the template. What is Mustache's: the tags
 * of a partial mean what they would mean where it stands, it has tag marks of
 * its own, and one alone in its paragraph takes the paragraph's place. Not
 * Mustache's: a partial that is missing is a fault, and so is one that calls
 * itself; nothing is indented.
 */
#ifndef FILL_PARTIALS_H
#define FILL_PARTIALS_H

#include "fill/lexer.h"
#include "fill/tidy.h"
#include "wml/marks.h"

#include <libxml/hash.h>
#include <sys/types.h>

#define TREE_W16CID_NS \
	"http://schemas.microsoft.com/office/word/2016/wordml/cid"

enum {
	/* Put into one template, those inside others too: so that ten in ten
	 * in ten end. */
	PARTIALS_MAX = 100,
	PARTIALS_DEPTH_MAX = 8,	 /* inside each other */
	PARTIALS_NAME_MAX = 255, /* bytes of a name, as file systems have it */
	PARTIALS_STYLES_DEEP = 64, /* styles based on styles; Word has 11 */
	PARTIALS_PARTS_DEEP = 16   /* parts related to parts; a chart has 3 */
};

/* Parts of a document beside its words. */
enum role {
	ROLE_FOOTNOTES,
	ROLE_ENDNOTES,
	ROLE_COMMENTS,
	ROLE_STYLES,
	ROLE_NUMBERING,
	ROLE_SETTINGS,
	ROLE_N
};

/* A partial's file. */
struct source {
	const char *name, *path;
	dev_t device;
	ino_t inode;
	size_t partial; /* of tpl->partials */
	struct opc *opc;
	xmlDoc *main;
	xmlDoc *docs[ROLE_N]; /* read when asked for */
	size_t nodes;	      /* of `main` */
	const char *fault;    /* why it cannot be put in, or NULL */
	/* What its parts have, by id. */
	xmlHashTable *styles, *nums, *abstracts, *notes[ROLE_STYLES];
	/* What became of it: styles, lists of styles that are copied too (they
	 * are one list however often it is put in), parts, relationships. */
	xmlHashTable *to_style, *to_num, *to_abstract, *to_part, *to_rel;
	xmlHashTable *to_bullet;
	xmlHashTable *rels; /* "PART/ID", and "PART/" for a part that is in */
	xmlHashTable *style_nums; /* w:num of styles that the template lacks */
};

struct merger {
	struct compiler *c;
	const struct opc *opc;
	struct opc_edit *edit;
	struct {
		VEC(struct source *);
	} sources;
	struct {
		VEC(struct vb_blob);
	} blobs;
	size_t roles[ROLE_N]; /* in c->stories, SIZE_MAX: not open */
	xmlHashTable *style_names, *style_ids, *bookmarks;
	uint32_t next[SERIAL_N];
	uint32_t next_num, next_abstract, next_bullet;
	bool is_counted, has_styles;
	size_t n; /* put in so far */
	size_t nodes;
	size_t n_parts;
};

/* Inside which partials a tag stands, innermost first. */
struct chain {
	const struct chain *up;
	const struct source *source;
	bool is_inline; /* in words: no blocks here */
};

/* A partial being put in at one place. */
struct splice {
	struct merger *m;
	struct source *source;
	const struct chain *chain; /* with itself first */
	xmlNode *at;		   /* the paragraph of its tag, for faults */
	size_t origin, note_origins[ROLE_STYLES];
	int deep; /* styles inside each other */
	xmlHashTable *to_num, *to_abstract, *to_note, *to_mark, *to_name;
	xmlHashTable *to_shape;
};

/* Between which parts nodes go. */
struct route {
	const struct opc_part *from;
	size_t to; /* of c->stories */
};

int partials_no_memory(struct merger *m);
/* A table that is made when something is put into it. */
bool partials_put(xmlHashTable **table, const char *key, const void *value);
void *partials_get(xmlHashTable *table, const char *key);
/* Every child of that name by an attribute of its. */
bool partials_index(xmlHashTable **table, const xmlNode *root, const char *name,
		    const char *attr);
/* Where nodes of a part of the partial come from. */
int partials_origin(size_t *out, struct splice *s, const char *part);
/* A fault at the tag of a partial. */
void partials_fault(const struct splice *s, const char *why);

/* ---- partials.c ---- */

/* Puts in what a tree calls. */
int partials_scan(struct merger *m, size_t to, xmlNode *top,
		  const struct chain *chain);

/* ---- partials_file.c ---- */

/* The file of that name; NULL, and a fault at `at`, when it is none to put
 * in. */
int partials_source(struct source **out, struct merger *m, const char *name,
		    const xmlNode *at);
void partials_source_free(struct source *source);
/* A part of a partial, NULL when it has none. */
int partials_doc(xmlDoc **out, struct merger *m, struct source *source,
		 enum role role);
const struct opc_part *partials_part(const struct opc *opc, enum role role);

/* ---- partials_target.c ---- */

/* A part of the template; one that is missing is made, but settings. */
int partials_role(size_t *story, struct merger *m, enum role role);
/* A new part with a tree, which it takes, related from the main part. */
int partials_add(size_t *story, struct merger *m, const char *name,
		 const char *type, xmlDoc *doc, char id[OPC_ID_MAX]);
xmlNode *partials_root(struct merger *m, size_t story);
/* Copies a node to the end of a part, with the declarations of its own. */
xmlNode *partials_copy(struct merger *m, size_t to, const xmlNode *node,
		       xmlNode *parent);
/* Declares the prefixes of one root on another; false, and a fault, when
 * they mean something else there. */
int partials_declare(const struct splice *s, size_t to, const xmlDoc *from);
/* Bytes kept until the package is written. */
struct vb_blob *partials_blob(struct merger *m);
/* The package with all changes. */
int partials_write(struct opc **out, struct merger *m);

/* ---- partials_adapt.c ---- */

/* Notes the names of bookmarks in copied nodes: some get others. */
int partials_names(struct splice *s, xmlNode *top);
int partials_adapt(struct splice *s, const struct route *route, xmlNode *top);
/* Numbers and names in use, before the first one is given. */
int partials_count(struct merger *m);

/* ---- what nodes refer to: NULL in *out when there is no such thing ---- */

/* A style of that type and name in the template. */
bool partials_has_style(struct merger *m, const char *type, const char *name);
/* Reads the names of the template's styles, once. */
int partials_styles_index(struct merger *m);
int partials_style(const char **out, struct splice *s, const char *id);
int partials_list(const char **out, struct splice *s, const char *num);
int partials_note(const char **out, struct splice *s, enum role role,
		  const char *id);
int partials_rel(const char **out, struct splice *s, const struct route *route,
		 const char *id);
/* A part of the partial under a name of its own. */
int partials_carry(const char **out, struct splice *s,
		   const struct opc_part *part);

/* ---- partials_break.c ---- */

bool partials_has_breaks(const struct source *source);
/* Blocks first..last have been put in: pages before them stay what they are,
 * and what comes behind. */
int partials_break(struct splice *s, xmlNode *first, xmlNode *last);
/* A header or footer, with all that is in it. */
int partials_head(const char **out, struct splice *s, const struct route *route,
		  const char *id);

#endif
