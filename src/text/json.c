/* json.c - see json.h. */
#include "text/json.h"

#include "text/utf8.h"
#include "util/buf.h"
#include "util/err.h"

#include <string.h>

json_t *json_words(const char *text)
{
	struct buf out = BUF_INIT;
	size_t pos = 0, size = strlen(text);
	json_t *json;

	if (utf8_valid(text, size, NULL))
		return json_stringn(text, size);
	while (pos < size)
		utf8_put(&out, utf8_next(text, size, &pos));
	json = buf_ok(&out) ? json_stringn(buf_cstr(&out), out.size) : NULL;
	buf_release(&out);
	return json;
}

json_t *json_words_or_null(const char *text)
{
	return text && text[0] ? json_words(text) : json_null();
}

static int add_bytes(const char *data, size_t size, void *payload)
{
	buf_add(payload, data, size);
	return buf_ok(payload) ? 0 : -1;
}

int json_line(struct vb_blob *out, json_t *json, struct vb_error *err)
{
	struct buf text = BUF_INIT;
	int failed;

	if (!json)
		return err_set(err, VB_NOMEM, "out of memory");
	failed = json_dump_callback(
		json, add_bytes, &text,
		JSON_COMPACT | JSON_REAL_PRECISION(JSON_DIGITS_MAX));
	json_decref(json);
	buf_addc(&text, '\n');
	if (failed && buf_ok(&text)) {
		buf_release(&text);
		/* all of it is ours: only the memory to write can lack */
		return err_set(err, VB_NOMEM, "out of memory");
	}
	return buf_take(&text, out, err);
}
