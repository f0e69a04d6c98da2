/* err: what is kept, what is cut, and that no character is left in half. */
#include "tap.h"
#include "util/err.h"

#include <string.h>

static void keeping(void)
{
	struct vb_error err = {0};

	is_int(err_set(&err, VB_FORM, "no field '%s'", "a"), VB_FORM, "set");
	is_int(err_set(&err, VB_IO, "later"), VB_IO, "a later one");
	is_str(err.text, "no field 'a'", "leaves the first");
	err_where(&err, "line %d", 3);
	err_where(&err, "line %d", 4);
	is_str(err.where, "line 3", "so does a later place");
	err_clear(&err);
	is_int(err.code, VB_OK, "cleared");
	is_str(err.text, "", "without a text");
}

static void cutting(void)
{
	struct vb_error err = {0};
	char name[sizeof(err.text) + 8];

	err_set(&err, VB_FORM, "'%.4s' names a folder",
		"\xc4\x91i\xe1\xbb\x83m" /* điểm */);
	is_str(err.text, "'\xc4\x91i' names a folder",
	       "a name cut inside a character ends before it");
	err_clear(&err);
	err_set(&err, VB_FORM, "%s", "\xc4\x91i\xe1\xbb\x83m \xe1\xbb");
	is_str(err.text, "\xc4\x91i\xe1\xbb\x83m ", "a half at the end");
	err_clear(&err);
	err_set(&err, VB_FORM, "%s", "caf\xe9 \x91 \xff.docx");
	is_str(err.text, "caf \x91 \xff.docx",
	       "what never was UTF-8 is kept, but for what begins one");
	err_clear(&err);
	memset(name, 'a', sizeof(name));
	memcpy(name + sizeof(err.text) - 3, "\xe1\xbb\x83", 4);
	err_set(&err, VB_FORM, "%s", name);
	is_int((long)strlen(err.text), (long)sizeof(err.text) - 3,
	       "a long text ends before the character that has no room");
	err_set(NULL, VB_FORM, "nobody listens");
}

int main(void)
{
	keeping();
	cutting();
	return done_testing();
}
