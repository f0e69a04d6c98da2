/* Text tags: where they may stand, what they leave; the page without marks. */
#include "fill_kit.h"

#define P(x)   "<w:p>" x "</w:p>"
#define R(x)   "<w:r>" x "</w:r>"
#define T(x)   "<w:t>" x "</w:t>"
#define TP(x)  "<w:t xml:space=\"preserve\">" x "</w:t>"
#define RT(x)  R(T(x))
#define RTP(x) R(TP(x))

static void test_places(struct kit *k, const struct vb_answers *a)
{
	kit_is(k, P(RT("{{x}}")), a, true, P(RTP("1")), "a tag alone");
	kit_is(k, P(RT("a {{x}} b")), a, true, P(RTP("a ") RTP("1") RTP(" b")),
	       "a tag in words");
	kit_is(k, P(RT("{{x}}{{y}}")), a, true, P(RTP("1") RTP("2")),
	       "two tags in one run");
	kit_is(k,
	       P(R("<w:rPr><w:b/></w:rPr>" T("a{")) R(T(
		       "{")) "<w:bookmarkStart w:id=\"3\" "
			     "w:name=\"_GoBack\"/>"
			     "<w:bookmarkEnd w:id=\"3\"/>" RT(
				     "x") "<w:proofErr w:type=\"spellEnd\"/>"
					  "<w:del w:id=\"9\" w:author=\"A\">"
					  "<w:r><w:delText>}</w:delText></w:r>"
					  "</w:del>" RT("}} b")),
	       a, true,
	       P(R("<w:rPr><w:b/></w:rPr>" TP("a"))
			 R("<w:rPr><w:b/></w:rPr>" TP(
				 "1")) "<w:bookmarkStart w:id=\"3\" "
				       "w:name=\"_GoBack\"/>"
				       "<w:bookmarkEnd w:id=\"3\"/>"
				       "<w:del w:id=\"9\" w:author=\"A\">"
				       "<w:r><w:delText>}</w:delText></w:r>"
				       "</w:del>" RTP(" b")),
	       "a tag broken over runs with marks in between");
	kit_is(k, P(R("<w:rPr><w:i/></w:rPr><w:tab/>" T("{{x}}") "<w:tab/>")),
	       a, true,
	       P(R("<w:rPr><w:i/></w:rPr><w:tab/>")
			 R("<w:rPr><w:i/></w:rPr>" TP("1"))
				 R("<w:rPr><w:i/></w:rPr><w:tab/>")),
	       "tabs beside a tag keep their place");
	kit_is(k,
	       P("<w:hyperlink w:anchor=\"b\">" RT(
		       "{{x}}") "</w:hyperlink>"
				"<w:ins "
				"w:id=\"1\" "
				"w:author=\"A\">" RT("{{y}}") "</w:ins>"),
	       a, true,
	       P("<w:hyperlink w:anchor=\"b\">" RTP(
		       "1") "</w:hyperlink>"
			    "<w:ins w:id=\"1\" "
			    "w:author=\"A\">" RTP("2") "</w:ins>"),
	       "in a hyperlink and an insertion");
	kit_is(k, P(RT("{{x.th}}{{ x }}{{! a note }}")), a, true,
	       P(RTP("9") RTP("1")), "a level, spaces, a comment");
	kit_is(k, P(RT("a")) P(RT("{{! alone }}")), a, true, P(RT("a")),
	       "a comment alone takes its paragraph away");
	kit_is(k, P(RT("{{none}}")), a, true,
	       P(RTP("\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026")),
	       "unanswered: a leader");
}

int main(void)
{
	struct kit k = {0};
	struct vb_answers *a = kit_answers("x=1;y=2;x.th=9");

	vb_init();
	test_places(&k, a);
	vb_answers_free(a);
	kit_release(&k);
	return done_testing();
}
