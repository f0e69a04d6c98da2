/* What libxml2 must not get: start tags of many attributes, other encodings. */
#include "tap.h"
#include "util/buf.h"
#include "util/err.h"
#include "xml/scan.h"

#include <stdlib.h>
#include <string.h>

static void is_scanned(const void *xml, size_t size, enum vb_code code,
		       const char *text, const char *what)
{
	struct vb_error err = {0};

	is_int(xmlscan_part(xml, size, &err), code, what);
	is_str(err.text, text, "its words");
}

#define SCAN(xml, code, text, what) \
	is_scanned(xml, sizeof(xml) - 1, code, text, what)
#define NO_ENCODING "the encoding is not UTF-8 or UTF-16"

static void add_tag(struct buf *xml, size_t n)
{
	size_t i;

	buf_adds(xml, "<a");
	for (i = 0; i < n; i++)
		buf_addf(xml, " a%zu='=>'", i);
	buf_adds(xml, "/>");
}

static void test_tags(void)
{
	struct buf xml = BUF_INIT;
	struct vb_error err = {0};

	add_tag(&xml, XMLSCAN_ATTRS_MAX);
	is_scanned(xml.data, xml.size, VB_OK, "", "as many as may be");
	buf_clear(&xml);
	buf_adds(&xml, "<r>\n<!-- ' -->\n<![CDATA[<a ']]> \" ");
	add_tag(&xml, XMLSCAN_ATTRS_MAX + 1);
	is_scanned(xml.data, xml.size, VB_LIMIT, "more than 256 attributes",
		   "one more, behind quotes that are none");
	is_int(xmlscan_tags(xml.data, xml.size, &err), VB_LIMIT,
	       "in a form or answers too");
	is_str(err.where, "line 3", "the line");
	buf_release(&xml);
}

/* Every beginning of what is looked at, in memory that ends with it. */
static void test_cut(const char *xml, size_t size)
{
	struct vb_error err = {0};
	size_t n;

	for (n = 0; n <= size; n++) {
		char *cut = malloc(n ? n : 1);

		if (!cut)
			return;
		memcpy(cut, xml, n);
		xmlscan_part(cut, n, &err);
		xmlscan_tags(cut, n, &err);
		free(cut);
	}
	ok(true, "%zu beginnings, nothing read behind them", size);
}

#define CUT(xml) test_cut(xml, sizeof(xml) - 1)

static void test_wide(bool is_big)
{
	struct buf xml = BUF_INIT, wide = BUF_INIT;
	size_t i;

	buf_adds(&xml, "<?xml version='1.0' encoding='utf-16'?>\n");
	add_tag(&xml, XMLSCAN_ATTRS_MAX + 1);
	buf_add(&wide, is_big ? "\xfe\xff" : "\xff\xfe", 2);
	for (i = 0; i < xml.size; i++) {
		buf_addc(&wide, is_big ? '\0' : xml.data[i]);
		buf_addc(&wide, is_big ? xml.data[i] : '\0');
	}
	is_scanned(wide.data, wide.size, VB_LIMIT, "more than 256 attributes",
		   is_big ? "UTF-16, big end first" : "little end first");
	is_scanned(wide.data + 2, wide.size - 2, VB_LIMIT,
		   "more than 256 attributes", "without its mark");
	buf_release(&xml);
	buf_release(&wide);
}

static void test_encodings(void)
{
	SCAN("<?xml version='1.0' encoding='UTF-8'?><a/>", VB_OK, "", "UTF-8");
	SCAN("\xef\xbb\xbf<a/>", VB_OK, "", "its mark");
	SCAN("<a encoding='x'/>", VB_OK, "", "no declaration");
	SCAN("<?xml version='1.0' encoding='UTF-7'?><a/>", VB_XML, NO_ENCODING,
	     "UTF-7, whose tags are not seen");
	SCAN("<?xml version='1.0' encoding='windows-1258'?><a/>", VB_XML,
	     NO_ENCODING, "a code page");
	SCAN("\x4c\x6f\xa7\x94", VB_XML, NO_ENCODING, "EBCDIC");
	SCAN("", VB_OK, "", "nothing is for libxml2 to refuse");
	SCAN("<", VB_OK, "", "half a tag");
	SCAN("<?xml", VB_OK, "", "half a declaration");
	SCAN("<a b='", VB_OK, "", "half a value");
	SCAN("<!-", VB_OK, "", "half a comment");
}

int main(void)
{
	test_tags();
	test_wide(true);
	test_wide(false);
	test_encodings();
	CUT("<?xml version='1.0' encoding='UTF-8'?><a b='c'/>");
	CUT("<?xml encoding=utf");
	CUT("\xff\xfe<\0a\0/\0>\0");
	CUT("\xef\xbb\xbf<!-- x --><![CDATA[y]]>");
	return done_testing();
}
