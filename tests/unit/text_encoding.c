/* text_encoding.c - bytes of input files to UTF-8. */
#include "tap.h"
#include "text/encoding.h"

static void gives_n(const char *data, size_t size, const char *charset,
		    const char *want, const char *what)
{
	struct vb_blob out = {NULL, 0};
	struct vb_error err = {0};
	int rc = text_to_utf8(&out, data, size, charset, &err);

	is_int(rc, VB_OK, what);
	is_str((const char *)out.data, want, what);
	is_int((long)out.size, (long)strlen(want), what);
	is_str(err.text, "", what);
	vb_blob_release(&out);
}

static void fails_n(const char *data, size_t size, const char *charset,
		    const char *text, const char *what)
{
	struct vb_blob out = {NULL, 0};
	struct vb_error err = {0};

	is_int(text_to_utf8(&out, data, size, charset, &err), VB_IO, what);
	ok(out.data == NULL, "nothing is given");
	is_str(err.text, text, what);
}

#define gives(data, charset, want, what) \
	gives_n(data, sizeof(data) - 1, charset, want, what)
#define fails(data, charset, text, what) \
	fails_n(data, sizeof(data) - 1, charset, text, what)

#define ADVICE                                                               \
	"; name its character set: TCVN5712-1, VISCII, CP1258, UTF-16LE or " \
	"another that iconv knows"

static void detect(void)
{
	gives("", NULL, "", "empty");
	gives_n(NULL, 0, NULL, "", "no data");
	gives("Việt", NULL, "Việt", "UTF-8");
	gives("\xef\xbb\xbfViệt", NULL, "Việt", "UTF-8 with its mark");
	gives("\xff\xfeV\0i\0\xc7\x1et\0", NULL, "Việt", "UTF-16LE");
	gives("\xfe\xff\0V\0i\x1e\xc7\0t", NULL, "Việt", "UTF-16BE");
	gives("\xff\xfe\x3d\xd8\x00\xde", NULL, "\xf0\x9f\x98\x80",
	      "a surrogate pair");
	gives("\xff\xfe", NULL, "", "only a mark");
	fails("Vi\xd6t", NULL, "byte 3 is not valid UTF-8" ADVICE, "TCVN3");
	fails("\xef\xbb\xbf"
	      "a\xff",
	      NULL, "byte 5 is not valid UTF-8" ADVICE, "the mark counts");
	fails("\xff\xfe"
	      "a\0\x3d\xd8"
	      "a\0",
	      NULL, "byte 5 is not valid UTF-16 after its byte order mark",
	      "half a pair");
	fails("\xff\xfe"
	      "a\0b",
	      NULL, "byte 5 is not valid UTF-16 after its byte order mark",
	      "half a unit");
	fails("\xff\xfe\x00\xdc", NULL,
	      "byte 3 is not valid UTF-16 after its byte order mark",
	      "a low half first");
}

static void charsets(void)
{
	char many[20001];
	struct vb_blob out = {NULL, 0};

	gives("C\xe9ng h\xdf"
	      "a x\xb7 h\xe9i",
	      "TCVN5712-1", "Cộng hòa xã hội", "TCVN3");
	gives("a", "TCVN5712-1", "a", "the last letter is not kept back");
	gives("\xb5", "TCVN5712-1", "à", "nor one with a tone");
	gives("ti\xea\xecng Vi\xea\xf2t", "CP1258", "tiếng Việt", "CP1258");
	gives("ti\xea\xec", "CP1258", "tiế", "its last letter");
	gives("Vi\xaet", "VISCII", "Việt", "VISCII");
	gives("V\0i\0\xc7\x1et\0", "UTF-16LE", "Việt", "UTF-16LE by name");
	gives("\xef\xbb\xbf"
	      "a",
	      "UTF-8", "a", "the mark goes by name too");
	gives("Vi\xc3\xaa\xcc\xa3t", "UTF-8", "Việt", "the result is NFC");
	gives("", "CP1258", "", "empty by name");
	gives_n(NULL, 0, "CP1258", "", "no data by name");
	fails("a", "NO-SUCH-SET",
	      "the character set 'NO-SUCH-SET' is not "
	      "known here",
	      "an unknown name");
	fails("ab\xff", "UTF-8",
	      "byte 3 is not valid in the character set "
	      "'UTF-8'",
	      "a byte it has not");
	fails("a\0b", "UTF-16LE",
	      "byte 3 is not valid in the character set "
	      "'UTF-16LE'",
	      "a cut unit");
	/* longer than the room of one call, with letters that grow */
	memset(many, 0xb5, sizeof(many) - 1);
	many[sizeof(many) - 1] = '\0';
	is_int(text_to_utf8(&out, many, sizeof(many) - 1, "TCVN5712-1", NULL),
	       VB_OK, "a long text");
	is_int((long)out.size, 40000, "is all there");
	vb_blob_release(&out);
}

int main(void)
{
	detect();
	charsets();
	return done_testing();
}
