/*
 * names.c - part names and relationship targets (ECMA-376-2 6.2.2, 6.5.3.4).
 *
 * Names are kept without the leading slash the standard writes, as the zip
 * does. Percent-encoding is left as it is: Word writes it the same way on both
 * sides of a comparison.
 */
#include "opc/package.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

static unsigned char fold(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

int opc_name_compare(const char *a, const char *b)
{
	while (*a && fold(*a) == fold(*b)) {
		a++;
		b++;
	}
	return fold(*a) - fold(*b);
}

char *opc_name_mend(char *name)
{
	char *p;

	for (p = name; *p; p++)
		if (*p == '\\')
			*p = '/';
	return name + (*name == '/');
}

static bool is_dots(const char *segment, size_t n)
{
	return (n == 1 && segment[0] == '.') ||
	       (n == 2 && segment[0] == '.' && segment[1] == '.');
}

static const char *fault_of(const char *name)
{
	const char *p = name;

	if (!*name)
		return "an entry has an empty name";
	if (*name == '/')
		return "a part name is absolute";
	for (; *p; p++)
		if ((unsigned char)*p < 0x20 || *p == 0x7f)
			return "a part name holds a control character";
	for (p = name; *p;) {
		size_t n = strcspn(p, "/");

		if (n == 0)
			return "a part name has an empty segment";
		if (is_dots(p, n))
			return "a part name holds '.' or '..'";
		p += n + (p[n] == '/');
	}
	return NULL;
}

int opc_name_check(const char *name, struct vb_error *err)
{
	const char *fault = fault_of(name);

	if (!fault && strlen(name) > OPC_NAME_MAX - 1)
		fault = "a part name is too long";
	else if (!fault)
		return VB_OK;
	err_part(err, name);
	if (strlen(name) > OPC_NAME_MAX - 1)
		return err_set(err, VB_LIMIT,
			       "a part name is longer than %d bytes",
			       OPC_NAME_MAX - 1);
	return err_set(err, VB_PACKAGE, "%s: '%s'", fault, name);
}

/* Where the last segment starts. */
static const char *base_of(const char *name)
{
	const char *slash = strrchr(name, '/');

	return slash ? slash + 1 : name;
}

/* Where "_rels/" starts in a .rels name, NULL in any other. */
static const char *rels_folder(const char *name)
{
	static const char folder[] = "_rels/";
	const char *base = base_of(name);
	size_t n = strlen(base);
	const char *at;

	if (base - name < 6 || n < 5 ||
	    opc_name_compare(base + n - 5, ".rels") != 0)
		return NULL;
	for (at = base - 6; at < base; at++)
		if (fold(*at) != (unsigned char)folder[at - (base - 6)])
			return NULL;
	at = base - 6;
	return at == name || at[-1] == '/' ? at : NULL;
}

bool opc_name_is_rels(const char *name)
{
	return rels_folder(name) != NULL;
}

const char *opc_name_source(struct arena *arena, const char *rels)
{
	const char *folder = rels_folder(rels);
	const char *base = base_of(rels);

	return arena_printf(arena, "%.*s%.*s", (int)(folder - rels), rels,
			    (int)strlen(base) - 5, base);
}

const char *opc_name_rels(struct arena *arena, const char *source)
{
	const char *base = base_of(source);

	return arena_printf(arena, "%.*s_rels/%s.rels", (int)(base - source),
			    source, base);
}

const char *opc_name_extension(const char *name)
{
	const char *dot = strrchr(base_of(name), '.');

	return dot ? dot + 1 : "";
}

/* RFC 3986 3.1: a scheme makes a target a URI of its own. */
bool opc_name_has_scheme(const char *target)
{
	const char *p = target;

	if (fold(*p) < 'a' || fold(*p) > 'z')
		return false;
	while ((fold(*p) >= 'a' && fold(*p) <= 'z') ||
	       (*p >= '0' && *p <= '9') || (*p && strchr("+-.", *p)))
		p++;
	return *p == ':';
}

/* Appends the segments of `path` to the name in `to`, which has room. */
static bool walk(char *to, const char *path, size_t size)
{
	const char *end = path + size;
	size_t used = strlen(to);

	while (path < end) {
		size_t n = 0;

		while (path + n < end && path[n] != '/' && path[n] != '\\')
			n++;
		if (n == 2 && path[0] == '.' && path[1] == '.') {
			if (used == 0)
				return false;
			while (used > 0 && to[used - 1] != '/')
				used--;
			used -= used > 0;
		} else if (n > 0 && !is_dots(path, n)) {
			if (used)
				to[used++] = '/';
			memcpy(to + used, path, n);
			used += n;
		}
		to[used] = '\0';
		path += n + 1;
	}
	return true;
}

int opc_name_resolve(const char **out, struct arena *arena, const char *source,
		     const char *target)
{
	size_t size = strcspn(target, "#?");
	size_t folder = (size_t)(base_of(source) - source);
	char *to;

	if (size == 0) { /* a place within the source itself */
		*out = source;
		return VB_OK;
	}
	to = arena_alloc(arena, folder + size + 2);
	if (!to)
		return VB_NOMEM;
	if (*target != '/' && *target != '\\')
		walk(to, source, folder);
	if (!walk(to, target, size))
		return VB_PACKAGE;
	*out = to;
	return VB_OK;
}

const char *opc_name_relative(struct arena *arena, const char *source,
			      const char *part)
{
	struct buf buf = BUF_INIT;
	const char *slash, *from = source, *result = NULL;
	const char *to = part;

	/* drop the folders they share */
	while ((slash = strchr(to, '/')) &&
	       strncmp(from, to, (size_t)(slash - to) + 1) == 0) {
		from += slash - to + 1;
		to = slash + 1;
	}
	while ((slash = strchr(from, '/'))) {
		buf_adds(&buf, "../");
		from = slash + 1;
	}
	buf_adds(&buf, to);
	if (buf_ok(&buf))
		result = arena_strn(arena, buf.data, buf.size);
	buf_release(&buf);
	return result;
}
