/*
 * package.h - what the files of opc share: the tables of an opened package,
 * names, the two kinds of package XML, and zip in and out.
 */
#ifndef OPC_PACKAGE_H
#define OPC_PACKAGE_H

#include "opc/opc.h"
#include "util/arena.h"
#include "util/buf.h"
#include "util/vec.h"

#define OPC_TYPES_NAME "[Content_Types].xml"
#define OPC_RELS_TYPE  "application/vnd.openxmlformats-package.relationships+xml"
#define OPC_NONE       ((size_t)-1)

/* Default elements looked through for every part, so few. Real: under 20. */
#define OPC_DEFAULTS_MAX 1024

/* The methods of zip a package may use (ECMA-376-2 Annex B). */
enum {
	OPC_STORED = 0,
	OPC_DEFLATED = 8
};

/* An entry as it stands, or will stand, in a zip. */
struct opc_raw {
	const char *name;
	const unsigned char *data; /* compressed */
	size_t packed;		   /* bytes of data */
	uint64_t size;
	uint32_t crc;
	int method;
};

struct opc_type {
	const char *key; /* an extension, or a part name without slash */
	const char *type;
};

struct opc_type_list {
	VEC(struct opc_type);
};

struct opc_types {
	struct opc_type_list defaults, overrides;
};

/* A relationship and its Target as the file writes it. */
struct opc_link {
	struct opc_rel rel;
	const char *written;
};

struct opc_link_list {
	VEC(struct opc_link);
	const char *fault; /* NULL: all was read */
};

/* The relationships of one source in an opened package. */
struct opc_rel_set {
	struct opc_rel *rels;
	const char **written;
	size_t n;
	size_t part; /* index of the .rels part, OPC_NONE when there is none */
};

struct opc {
	struct arena arena;
	const char *file;     /* for errors, or NULL */
	unsigned char *bytes; /* compressed data of all entries */
	struct opc_part *parts;
	struct opc_raw *raws; /* one a part */
	size_t n;
	size_t *sorted; /* indexes in the order of opc_name_compare() */
	size_t types_part;
	struct opc_types types;
	struct opc_rel_set *sets; /* one a part, and [n] for the package */
	size_t rels;		  /* in all */
	struct {
		VEC(struct opc_fault);
	} faults;
};

/* ---- names.c ------------------------------------------------------------ */

int opc_name_compare(const char *a, const char *b);
/* Some zip programs write '\\' for '/', or a '/' first: makes the name what
 * they meant. Returns where it begins. */
char *opc_name_mend(char *name);
/* VB_PACKAGE for a name no part may have. */
int opc_name_check(const char *name, struct vb_error *err);
bool opc_name_is_rels(const char *name);
/* The source of a .rels part, "" for the package; NULL out of memory. */
const char *opc_name_source(struct arena *arena, const char *rels);
/* The .rels part of a source; NULL out of memory. */
const char *opc_name_rels(struct arena *arena, const char *source);
const char *opc_name_extension(const char *name);
bool opc_name_has_scheme(const char *target);
/* A target seen from its source; VB_PACKAGE when it leaves the package. */
int opc_name_resolve(const char **out, struct arena *arena, const char *source,
		     const char *target);
/* The shortest target that leads from source to part; NULL out of memory. */
const char *opc_name_relative(struct arena *arena, const char *source,
			      const char *part);

/* ---- xml.c -------------------------------------------------------------- */

struct opc_xml {
	const void *data;
	size_t size;
	const char *part; /* for errors */
};

int opc_types_parse(struct opc_types *out, struct arena *arena,
		    const struct opc_xml *xml, struct vb_error *err);
void opc_types_write(const struct opc_types *types, struct buf *buf);
void opc_types_release(struct opc_types *types);
/*
 * Appends to `out`; `total` counts against OPC_RELS_MAX. What cannot be read
 * of them is left out: `out->fault` then says what, in the arena.
 */
int opc_links_parse(struct opc_link_list *out, struct arena *arena,
		    const struct opc_xml *xml, const char *source,
		    size_t *total, struct vb_error *err);
void opc_links_write(const struct opc_link_list *links, struct buf *buf);

/* ---- sniff.c, zip_read.c, zip_write.c ----------------------------------- */

/* An XML file that is a whole package (flat.c). */
bool opc_sniff_flat(const unsigned char *data, size_t size);
/* Says what bytes are that are no zip; VB_OK when they may be one. */
int opc_sniff(const unsigned char *data, size_t size, struct vb_error *err);

/* A Flat OPC document to the zip it stands for. */
int opc_flat_read(struct vb_blob *out, const void *data, size_t size,
		  struct vb_error *err);

/* XML of a strict document to transitional. */
void opc_strict_map(struct buf *out, const char *xml, size_t size);

/* Fills bytes, parts, raws and n. */
int opc_zip_read(struct opc *opc, const unsigned char *data, size_t size,
		 struct vb_error *err);
int opc_inflate(const struct opc_raw *raw, struct vb_blob *out,
		struct vb_error *err);

/* The entry of a stream that has ended, without its name. */
void opc_stream_raw(const struct opc_stream *stream, struct opc_raw *raw);

/* Date and time as zip writes them: date << 16 | time. */
#define OPC_DOS_1980 ((uint32_t)0x21 << 16)
uint32_t opc_dos_time(int64_t epoch);
int opc_zip_write(struct vb_blob *out, const struct opc_raw *entries, size_t n,
		  uint32_t dos_time, struct vb_error *err);

#endif
