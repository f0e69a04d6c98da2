/*
 * strict.c - the package of an ISO 29500 strict document as a transitional
 * one, which every editor reads.
 *
 * Strict names its namespaces and relationships under purl.oclc.org, and is
 * otherwise a subset of what transitional allows (ISO 29500-4): measures
 * with units, percent signs, "start" and "end" are in both. So only the
 * names change, where a whole attribute value is one of them: never in
 * words.
 */
#include "opc/package.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

#define STRICT	     "http://purl.oclc.org/ooxml/"
#define TRANSITIONAL "http://schemas.openxmlformats.org/"
#define OFFICE	     TRANSITIONAL "officeDocument/2006/"
#define PACKAGE_RELS TRANSITIONAL "package/2006/relationships/metadata/"

/* Names that differ in more than the year (ISO 29500-4 Annex A). */
static const struct {
	const char *strict, *transitional;
} others[] = {
	{"officeDocument/extendedProperties", OFFICE "extended-properties"},
	{"officeDocument/customProperties", OFFICE "custom-properties"},
	{"officeDocument/relationships/extendedProperties",
	 OFFICE "relationships/extended-properties"},
	{"officeDocument/relationships/customProperties",
	 OFFICE "relationships/custom-properties"},
	{"officeDocument/relationships/metadata/coreProperties",
	 PACKAGE_RELS "core-properties"},
	{"officeDocument/relationships/metadata/thumbnail",
	 PACKAGE_RELS "thumbnail"},
};

static bool is_text(const char *at, size_t size, const char *text)
{
	return size == strlen(text) && memcmp(at, text, size) == 0;
}

/* Appends the transitional name of a strict one; false for other values. */
static bool put_name(struct buf *out, const char *at, size_t size)
{
	const size_t n = sizeof(STRICT) - 1;
	const char *slash;
	size_t i;

	if (size <= n || memcmp(at, STRICT, n) != 0)
		return false;
	at += n;
	size -= n;
	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		if (!is_text(at, size, others[i].strict))
			continue;
		buf_adds(out, others[i].transitional);
		return true;
	}
	slash = memchr(at, '/', size);
	if (!slash)
		return false;
	buf_adds(out, TRANSITIONAL);
	buf_add(out, at, (size_t)(slash - at));
	buf_adds(out, "/2006");
	buf_add(out, slash, size - (size_t)(slash - at));
	return true;
}

/* "conformance" itself, whatever its prefix. */
static bool is_conformance(const char *name, const char *end)
{
	static const char text[] = "conformance";
	const size_t n = sizeof(text) - 1;

	while (end > name && (end[-1] == '=' || end[-1] == ' ' ||
			      (end[-1] >= '\t' && end[-1] <= '\r')))
		end--;
	return (size_t)(end - name) > n && memcmp(end - n, text, n) == 0;
}

/* A tag from '<' to behind '>': its values changed where they must be. */
static const char *put_tag(struct buf *out, const char *at, const char *end)
{
	const char *from = at, *name = at;

	while (at < end && *at != '>') {
		const char *close;

		if (*at != '"' && *at != '\'') {
			at++;
			continue;
		}
		close = memchr(at + 1, *at, (size_t)(end - at) - 1);
		if (!close)
			break;
		buf_add(out, from, (size_t)(at + 1 - from));
		from = close;
		if (is_text(at + 1, (size_t)(close - at) - 1, "strict") &&
		    is_conformance(name, at))
			buf_adds(out, "transitional");
		else if (!put_name(out, at + 1, (size_t)(close - at) - 1))
			from = at + 1;
		name = at = close + 1;
	}
	at = at < end ? at + 1 : end;
	buf_add(out, from, (size_t)(at - from));
	return at;
}

static const char *skip_to(const char *at, const char *end, const char *text)
{
	size_t n = strlen(text);

	for (; (size_t)(end - at) >= n; at++)
		if (memcmp(at, text, n) == 0)
			return at + n;
	return end;
}

static bool starts(const char *at, const char *end, const char *text)
{
	return (size_t)(end - at) >= strlen(text) &&
	       memcmp(at, text, strlen(text)) == 0;
}

/* XML in UTF-8; what is none goes through as it is. */
void opc_strict_map(struct buf *out, const char *at, size_t size)
{
	const char *end = at + size;

	while (at < end) {
		const char *tag = memchr(at, '<', (size_t)(end - at));
		const char *to;

		if (!tag)
			tag = end;
		buf_add(out, at, (size_t)(tag - at));
		at = tag;
		if (at == end)
			break;
		if (starts(at, end, "<!--"))
			to = skip_to(at, end, "-->");
		else if (starts(at, end, "<![CDATA["))
			to = skip_to(at, end, "]]>");
		else if (starts(at, end, "<?"))
			to = skip_to(at, end, "?>");
		else {
			at = put_tag(out, at, end);
			continue;
		}
		buf_add(out, at, (size_t)(to - at));
		at = to;
	}
}

bool opc_is_strict(const struct opc *opc)
{
	const struct opc_rel *rel = opc_rel_by_type(opc, NULL,
						    "officeDocument");

	return rel && strncmp(rel->type, STRICT, sizeof(STRICT) - 1) == 0;
}

static bool is_xml(const struct opc_part *part)
{
	const char *dot = opc_name_extension(part->name);
	size_t n = strlen(part->type);

	return opc_name_compare(dot, "xml") == 0 ||
	       opc_name_compare(dot, "rels") == 0 ||
	       (n > 4 && strcmp(part->type + n - 4, "+xml") == 0);
}

/* The bytes of a part, mapped when they are XML. */
static int take(struct buf *out, const struct opc *opc, size_t i,
		struct vb_error *err)
{
	const struct opc_part *part = opc_at(opc, i);
	struct vb_blob blob = {NULL, 0};
	int rc = opc_read(opc, part, &blob, err);

	if (rc != VB_OK)
		return rc;
	if (is_xml(part))
		opc_strict_map(out, (const char *)blob.data, blob.size);
	else
		buf_add(out, blob.data, blob.size);
	vb_blob_release(&blob);
	return buf_ok(out) ? VB_OK : err_set(err, VB_NOMEM, "out of memory");
}

int opc_to_transitional(struct opc **out, const struct opc *opc,
			struct vb_error *err)
{
	size_t n = opc_count(opc), i;
	struct opc_item *items = calloc(n + 1, sizeof(*items));
	struct buf *data = calloc(n + 1, sizeof(*data));
	struct vb_blob blob = {NULL, 0};
	int rc = VB_OK;

	if (!items || !data) {
		free(items);
		free(data);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	for (i = 0; i < n && rc == VB_OK; i++) {
		rc = take(&data[i], opc, i, err);
		items[i].name = opc_at(opc, i)->name;
		items[i].data = buf_cstr(&data[i]);
		items[i].size = data[i].size;
	}
	if (rc == VB_OK)
		rc = opc_build(&blob, items, n, err);
	if (rc == VB_OK)
		rc = opc_open_blob(out, &blob, opc->file, err);
	vb_blob_release(&blob);
	for (i = 0; i < n; i++)
		buf_release(&data[i]);
	free(data);
	free(items);
	return rc;
}
