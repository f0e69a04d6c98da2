/*
 * tree.h - the editing door: small helpers over libxml2's tree.
 *
 * The tree owns its nodes and strings; nothing here keeps a second model.
 * Elements are told by namespace and name, never by prefix; the transitional
 * and the strict WordprocessingML namespace are the same to tree_is().
 */
#ifndef WML_TREE_H
#define WML_TREE_H

#include "util/buf.h"

#include <libxml/tree.h>

#define TREE_W_NS	 "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define TREE_W_NS_STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define TREE_W14_NS	 "http://schemas.microsoft.com/office/word/2010/wordml"
#define TREE_W15_NS	 "http://schemas.microsoft.com/office/word/2012/wordml"
#define TREE_WP_NS                                          \
	"http://schemas.openxmlformats.org/drawingml/2006/" \
	"wordprocessingDrawing"
#define TREE_MC_NS "http://schemas.openxmlformats.org/markup-compatibility/2006"

/* Elements and attributes of a part: a filled report of 20,000 rows has about
 * 3,000,000; a part may be 256 MiB, of which a tree would make 10 GB. */
enum {
	TREE_NODES_MAX = 4000000
};

/*
 * Parses a part: no network, no entity is expanded, a DOCTYPE is refused,
 * libxml2's own limits hold (256 deep, 10 MB a text), and TREE_NODES_MAX.
 * Comments, processing instructions and white space between elements are
 * dropped; CDATA becomes text. When the root is WordprocessingML its namespace
 * is bound to "w" in the whole part, so that text may be put in between.
 * Declarations of other prefixes move up to the root where they can, so that
 * nodes may be moved.
 */
int tree_parse(xmlDoc **out, const void *data, size_t size, const char *part,
	       struct vb_error *err);

/* A WordprocessingML element of that name. NULL gives false. */
bool tree_is(const xmlNode *node, const char *name);
/* An element of that namespace and name. */
bool tree_is_ns(const xmlNode *node, const char *ns, const char *name);

/* First WordprocessingML child of that name, or NULL. */
xmlNode *tree_child(const xmlNode *node, const char *name);
/* Nearest proper ancestor of that name, or NULL. */
xmlNode *tree_above(const xmlNode *node, const char *name);

/* The value of an attribute in the node's own namespace (w:val of a w:
 * element), "" when absent. Borrowed. */
const char *tree_attr(const xmlNode *node, const char *name);
/* w:val of the child of that name, NULL when there is no such child. */
const char *tree_child_val(const xmlNode *node, const char *name);
/* An attribute without namespace, "" when absent. */
const char *tree_plain_attr(const xmlNode *node, const char *name);

/* The next node of the tree below `top` in document order; `skip` leaves out
 * what is below `node`. NULL at the end. */
xmlNode *tree_next(const xmlNode *top, xmlNode *node, bool skip);

/* A copy of a node, deep or only the element with its attributes, as last
 * child of `parent` in the same document; NULL out of memory. */
xmlNode *tree_copy(const xmlNode *node, bool deep, xmlNode *parent);

/* Unlinks and frees a node and all below. */
void tree_remove(xmlNode *node);

/* Appends the XML of a node as it stands in its document. */
void tree_dump(struct buf *out, xmlNode *node);
/* Appends the XML of the whole document, with its declaration. */
void tree_dump_doc(struct buf *out, xmlDoc *doc);

#endif
