/*
 * opc.h - an Office package: a zip of parts, their content types and the
 * relationships between them (ECMA-376-2).
 *
 * `struct opc` is an opened package. It keeps the compressed bytes of every
 * entry in memory and never changes after opening: threads may share it and
 * read parts at the same time. `struct opc_edit` is one output made from it,
 * owned by one thread. Entries an edit does not touch leave as the compressed
 * bytes they came in.
 *
 * Parts are found by relationship and content type, never by file name:
 * opc_main() is "word/document.xml" in most files and something else in some.
 *
 * What arrives is often a little broken and still has a body to read: names
 * with backslashes, bytes before the zip, relationships that lead nowhere, a
 * damaged picture. Opening takes all that and keeps a list of faults; who
 * wants a whole package (a template) refuses when the list is not empty.
 * A Flat OPC file, the XML document of Word, opens like the package it is.
 */
#ifndef OPC_OPC_H
#define OPC_OPC_H

#include "vanban.h"

/*
 * Limits. A file beyond one of them is refused with VB_LIMIT before memory
 * for it is taken.
 */

/* Bytes of the file. Real reports with scans reach 30 MiB; the mail servers
 * that carry them stop at 25 to 50. */
#define OPC_FILE_MAX ((size_t)128 << 20)
/* Bytes of one part, inflated. A table of 20,000 rows and eight columns has
 * 25 to 29 MB. */
#define OPC_PART_MAX ((uint64_t)256 << 20)
/* Bytes of all parts together, inflated. */
#define OPC_TOTAL_MAX ((uint64_t)512 << 20)
/* Inflated to compressed. Deflate cannot pass 1,032, which blanks reach; a
 * table of 20,000 equal blank rows measures 199 to 221, the parts of real
 * documents up to 30. */
#define OPC_RATIO_MAX 1000
/* Parts up to this size pass at any ratio. */
#define OPC_RATIO_FROM ((uint64_t)1 << 20)
/* Entries of the zip. Real documents have under 50; one with thousands of
 * pictures is thinkable. */
#define OPC_PARTS_MAX 10000
/* Bytes of a part name. */
#define OPC_NAME_MAX 512
/* Relationships of the whole package: one a hyperlink or picture. */
#define OPC_RELS_MAX 65536
/* Bytes of a content types or relationships part: 65,536 links of 200 bytes
 * fit. */
#define OPC_XML_MAX ((uint64_t)16 << 20)
/* Element depth of the same; the schemas know two (ECMA-376-2 Annex D). */
#define OPC_DEPTH_MAX 8
/* Element depth of a Flat OPC document: libxml2's own limit for a part, and
 * the three elements around it. */
#define OPC_FLAT_DEPTH_MAX 259
/* Bytes of a relationship id made here, with its NUL: "rId4294967295". */
#define OPC_ID_MAX 16

struct opc;

/* One entry of the zip, [Content_Types].xml and .rels parts included. */
struct opc_part {
	const char *name; /* "word/document.xml", no leading slash, as stored */
	const char *type; /* content type, "" when none is declared */
	uint64_t size;	  /* inflated */
	size_t index;	  /* opc_at(opc, index) is this part */
};

/* Something that was passed over when the package was opened. */
struct opc_fault {
	const char *part; /* its name */
	const char *text;
};

struct opc_rel {
	const char *id;
	const char *type;   /* the whole URI */
	const char *target; /* a part name, or the URI when external */
	bool external;
};

/*
 * Opening. Errors carry the file name and, when one is at fault, the part:
 * VB_IO, VB_LIMIT, VB_PACKAGE, VB_ENCRYPTED, VB_LEGACY (told what the file is
 * instead of a .docx), VB_XML (content types or relationships).
 */
int opc_open(struct opc **out, const char *path, struct vb_error *err);
/* Copies what it needs; `name` is for errors and may be NULL. */
int opc_open_memory(struct opc **out, const void *data, size_t size,
		    const char *name, struct vb_error *err);
/* Takes `blob` (releases it) on success; the caller keeps it on failure. */
int opc_open_blob(struct opc **out, struct vb_blob *blob, const char *name,
		  struct vb_error *err);
void opc_free(struct opc *opc);

/* The nth fault (from 0), NULL past the last. */
const struct opc_fault *opc_fault(const struct opc *opc, size_t n);
size_t opc_count(const struct opc *opc);
/* NULL past the end. */
const struct opc_part *opc_at(const struct opc *opc, size_t i);
/* By name, ASCII case-insensitively (ECMA-376-2 6.2.2.3), a leading slash
 * allowed; NULL when absent. */
const struct opc_part *opc_find(const struct opc *opc, const char *name);
/* The nth (from 0) part of a content type, case-insensitively. */
const struct opc_part *opc_by_type(const struct opc *opc,
				   const char *content_type, size_t nth);
/* The bytes of a part, size and CRC checked. Thread-safe. */
int opc_read(const struct opc *opc, const struct opc_part *part,
	     struct vb_blob *out, struct vb_error *err);

/* Relationships of a part, NULL for those of the package, in file order. */
const struct opc_rel *opc_rels(const struct opc *opc,
			       const struct opc_part *source, size_t *count);
/*
 * The first relationship whose type ends in `tail` after a slash: with
 * "officeDocument" both the transitional and the strict URI match.
 */
const struct opc_rel *opc_rel_by_type(const struct opc *opc,
				      const struct opc_part *source,
				      const char *tail);
/* The part an internal relationship of that type leads to; NULL when the
 * relationship or the part is absent. */
const struct opc_part *opc_related(const struct opc *opc,
				   const struct opc_part *source,
				   const char *tail);
/* The target of the officeDocument relationship; when that leads nowhere, the
 * first part with the content type of a document; else NULL. */
const struct opc_part *opc_main(const struct opc *opc);

/* ISO 29500 strict, told by the relationship of the main part. */
bool opc_is_strict(const struct opc *opc);
/* The same package with transitional names; the caller frees both. */
int opc_to_transitional(struct opc **out, const struct opc *opc,
			struct vb_error *err);

/* ---- writing ------------------------------------------------------------ */

struct opc_edit;
struct opc_scratch;
struct opc_stream;

/*
 * Starts an output. `base` must outlive it; NULL starts from nothing.
 * Data given to opc_edit_replace() and opc_edit_add() is borrowed until the
 * edit is freed; names, types and ids are copied.
 */
int opc_edit_new(struct opc_edit **out, const struct opc *base,
		 struct vb_error *err);
void opc_edit_free(struct opc_edit *edit);

/* New bytes for a part of the base. Not for [Content_Types].xml or .rels. */
int opc_edit_replace(struct opc_edit *edit, const struct opc_part *part,
		     const void *data, size_t size, struct vb_error *err);
/*
 * A part that is too long to stand in memory: opc_stream_start(), _add() in
 * pieces, _end(), then _replace_stream(), which borrows it until the edit is
 * freed. One stream serves many parts, one after the other.
 */
struct opc_stream *opc_stream_new(void); /* NULL out of memory */
void opc_stream_free(struct opc_stream *stream);
void opc_stream_start(struct opc_stream *stream);
int opc_stream_add(struct opc_stream *stream, const void *data, size_t size,
		   struct vb_error *err);
int opc_stream_end(struct opc_stream *stream, struct vb_error *err);
int opc_edit_replace_stream(struct opc_edit *edit, const struct opc_part *part,
			    const struct opc_stream *stream,
			    struct vb_error *err);
/*
 * A part at the end. The name must be free. `content_type` NULL is for an
 * extension that has a default type. A name ending in .rels gives the
 * relationships of a part that has none yet: they are parsed, then written
 * in our own form.
 */
int opc_edit_add(struct opc_edit *edit, const char *name,
		 const char *content_type, const void *data, size_t size,
		 struct vb_error *err);
/* Other bytes for a part that was added. */
int opc_edit_renew(struct opc_edit *edit, const char *name, const void *data,
		   size_t size, struct vb_error *err);
/* Another content type for a part of the base. */
int opc_edit_retype(struct opc_edit *edit, const struct opc_part *part,
		    const char *content_type, struct vb_error *err);
/* Takes a part of the base out, with its own relationships and with every
 * relationship that leads to it. */
int opc_edit_remove(struct opc_edit *edit, const struct opc_part *part,
		    struct vb_error *err);
/*
 * A relationship from `source` ("" for the package) to the part `target`.
 * The id is rIdN, N one more than the highest N there.
 */
int opc_edit_relate(struct opc_edit *edit, const char *source, const char *type,
		    const char *target, char id[OPC_ID_MAX],
		    struct vb_error *err);
/* The same to an address outside the package (TargetMode="External"), which
 * stands as it is given. */
int opc_edit_link(struct opc_edit *edit, const char *source, const char *type,
		  const char *address, char id[OPC_ID_MAX],
		  struct vb_error *err);
/* Takes a relationship away; VB_PACKAGE when there is none of that id. */
int opc_edit_unrelate(struct opc_edit *edit, const char *source, const char *id,
		      struct vb_error *err);
/* True when a part of that name is in the output. */
bool opc_edit_has(const struct opc_edit *edit, const char *name);
/*
 * The first free name for N = 1, 2, ...: prefix, N, suffix, as in
 * ("customXml/item", ".xml").
 */
int opc_edit_free_name(const struct opc_edit *edit, const char *prefix,
		       const char *suffix, char name[OPC_NAME_MAX],
		       struct vb_error *err);
/* The date of every zip entry, seconds since 1970 UTC, kept within what zip
 * can say (1980 to 2107). Without it: 1980-01-01 00:00. */
void opc_edit_epoch(struct opc_edit *edit, int64_t epoch);

/*
 * The bytes of the package. [Content_Types].xml and .rels parts are written
 * anew only when they changed. Equal edits give equal bytes. May be called
 * more than once.
 */
int opc_edit_write(struct opc_edit *edit, struct opc_scratch *scratch,
		   struct vb_blob *out, struct vb_error *err);

/* A compressor and its buffers, kept from document to document by a thread
 * that writes many. NULL out of memory. */
struct opc_scratch *opc_scratch_new(void);
void opc_scratch_free(struct opc_scratch *scratch);

struct opc_item {
	const char *name;
	const char *type; /* NULL: by extension, or as the items say */
	const void *data;
	size_t size;
};

/*
 * A zip of the items as they are, in their order. Without an item called
 * [Content_Types].xml one is made of their types and put first.
 */
int opc_build(struct vb_blob *out, const struct opc_item *items, size_t n,
	      struct vb_error *err);

#endif
