/* Addresses of links: which are taken, and which mean the same. */
#include "form/answers.h"
#include "form/link.h"
#include "tap.h"
#include "util/buf.h"

#include <string.h>

static void faulty(const char *address, const char *want)
{
	const char *fault = link_fault(address, strlen(address));

	is_str(fault ? fault : "good", want, address);
}

static void test_faults(void)
{
	static char text[LINK_MAX + 2] = "http://a.vn/";

	faulty("http://truong.example.vn", "good");
	faulty("HTTPS://a_b.vn:8443/x?y=%20&z#p", "good");
	faulty("http://a.vn/tr\xc6\xb0\xe1\xbb\x9dng", "good");
	faulty("mailto:van-thu@example.vn?subject=x", "good");
	faulty("javascript:alert(1)", "is not of http, https or mailto");
	faulty("file:///c:/x", "is not of http, https or mailto");
	faulty("www.example.vn", "is not of http, https or mailto");
	faulty("", "is not of http, https or mailto");
	faulty("http:///x", "has no host that the network knows");
	faulty("http://", "has no host that the network knows");
	faulty("http://.vn", "has no host that the network knows");
	faulty("http://a..vn", "has no host that the network knows");
	faulty("http://a.vn:99999", "has no host that the network knows");
	faulty("http://a.vn:8x", "has no host that the network knows");
	faulty("http://a.vn@b.vn", "has no host that the network knows");
	faulty("http://tr\xc6\xb0\xe1\xbb\x9dng.vn",
	       "has no host that the network knows");
	faulty("mailto:@b.vn", "names nobody at a host");
	faulty("mailto:a@", "names nobody at a host");
	faulty("http://a.vn/x y", "holds a character that no address has");
	faulty("http://a.vn/<x>", "holds a character that no address has");
	faulty("http://a.vn/x\ny", "holds a character that no address has");
	memset(text + strlen(text), 'x', sizeof(text) - 1 - strlen(text));
	is_str(link_fault(text, LINK_MAX + 1), "is too long", "long");
	ok(!link_fault(text, LINK_MAX), "as long as it may be");
}

static void test_same(void)
{
	ok(link_same("http://a.vn", "HTTP://A.vn/"), "scheme, host, no path");
	ok(link_same("http://a.vn?x", "http://a.vn/?x"), "a question");
	ok(link_same("http://a.vn/%c6%b0%20", "http://a.vn/\xc6\xb0 "),
	   "letters by their bytes");
	ok(link_same("mailto:a@b.vn", "MAILTO:a@b.vn"), "mail");
	ok(!link_same("http://a.vn/x", "http://a.vn/X"), "a path has case");
	ok(!link_same("http://a.vn/x", "http://a.vn/x/"), "and an end");
	ok(!link_same("http://a.vn", "https://a.vn"), "another scheme");
	ok(!link_same("http://a.vn", "http://a.vnn"), "a longer host");
	ok(!link_same("mailto:a@b.vn", "http://a@b.vn"), "mail and web");
}

static void test_ascii(void)
{
	struct arena arena = ARENA_INIT;

	is_str(link_ascii(&arena, "http://a.vn/\xc6\xb0 <%41", 19),
	       "http://a.vn/%C6%B0%20%3C%41", "what an address cannot have");
	arena_release(&arena);
}

static void take(void *payload, const struct vb_finding *f)
{
	buf_addf(payload, "%s %s %d: %s\n", f->rule, f->field, f->place.line,
		 f->message);
}

static void test_place(void)
{
	static const char XML[] =
		"<answers xmlns=\"urn:vanban:answers:1\">\n<x>\n"
		"<p>a <a\nhref=\"ftp://a.vn\">b</a></p></x></answers>";
	struct buf findings = BUF_INIT;
	struct vb_sink sink = {take, &findings};
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};

	is_int(vb_answers_parse(&answers, NULL, XML, sizeof(XML) - 1, "a",
				&sink, &err),
	       VB_ANSWERS, "refused");
	is_str(buf_cstr(&findings),
	       "wrong-link x 4: the address 'ftp://a.vn' is not of http, "
	       "https or mailto\n",
	       "once, at its line");
	is_str(err.where, "line 4", "of the error too");
	buf_release(&findings);
}

int main(void)
{
	vb_init();
	test_faults();
	test_same();
	test_ascii();
	test_place();
	return done_testing();
}
