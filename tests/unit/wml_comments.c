/* Comments put into a story by bytes: places, prefixes, ids, other parts. */
#include "wml/comments.h"

#include "tap.h"
#include "util/buf.h"
#include "util/err.h"
#include "wml/reader.h"

#include <stdlib.h>

#define NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define W  "xmlns:w=\"" NS "\""
#define MC \
	"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
#define REL \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WML_TYPE                                         \
	"application/vnd.openxmlformats-officedocument." \
	"wordprocessingml."

static const char TYPES[] =
	"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
	"content-types\"><Default Extension=\"rels\" ContentType=\"application/"
	"vnd.openxmlformats-package.relationships+xml\"/><Default "
	"Extension=\"xml\" ContentType=\"application/xml\"/><Override "
	"PartName=\"/word/document.xml\" ContentType=\"" WML_TYPE
	"document.main+xml\"/><Override PartName=\"/word/c.xml\" "
	"ContentType=\"" WML_TYPE "comments+xml\"/></Types>";
static const char RELS[] =
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
	"relationships\"><Relationship Id=\"rId1\" Type=\"" REL "officeDocument"
	"\" Target=\"word/document.xml\"/></Relationships>";
static const char DOC_RELS[] =
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
	"relationships\"><Relationship Id=\"rId4\" Type=\"" REL
	"comments\" Target=\"c.xml\"/></Relationships>";

struct result {
	char *story, *comments, *rels;
	struct vb_error err;
	int code;
};

static char *part(const struct opc *opc, const char *name)
{
	const struct opc_part *found = opc_find(opc, name);
	struct vb_blob blob = {0};

	if (!found || opc_read(opc, found, &blob, NULL))
		return NULL;
	return (char *)blob.data;
}

/* `old` is a comments part that was there before, or NULL. */
static void annotate(struct result *r, const char *story, size_t size,
		     const char *old, const struct vb_comment *list, size_t n)
{
	struct opc_item items[] = {
		{"[Content_Types].xml", NULL, TYPES, sizeof(TYPES) - 1},
		{"_rels/.rels", NULL, RELS, sizeof(RELS) - 1},
		{"word/document.xml", NULL, story, size},
		{"word/_rels/document.xml.rels", NULL, DOC_RELS,
		 sizeof(DOC_RELS) - 1},
		{"word/c.xml", NULL, old, old ? strlen(old) : 0}};
	struct vb_blob in = {0}, out = {0};
	struct opc *opc = NULL;

	free(r->story);
	free(r->comments);
	free(r->rels);
	memset(r, 0, sizeof(*r));
	ok(opc_build(&in, items, old ? 5 : 3, &r->err) == VB_OK &&
		   opc_open_blob(&opc, &in, "t.docx", &r->err) == VB_OK,
	   "a package");
	r->code = comments_write(opc, list, n, &out, &r->err);
	if (r->code)
		printf("# %s %s %s\n", r->err.part, r->err.where, r->err.text);
	opc_free(opc);
	opc = NULL;
	if (r->code == VB_OK &&
	    ok(opc_open_blob(&opc, &out, "o.docx", &r->err) == VB_OK,
	       "the copy opens")) {
		r->story = part(opc, "word/document.xml");
		r->comments = part(opc,
				   old ? "word/c.xml" : "word/comments.xml");
		r->rels = part(opc, "word/_rels/document.xml.rels");
	}
	opc_free(opc);
	vb_blob_release(&in);
	vb_blob_release(&out);
}

static struct vb_comment at(int paragraph, const char *near)
{
	struct vb_comment comment = {.place = {.part = "word/document.xml",
					       .near = near,
					       .paragraph = paragraph},
				     .text = "xem lại",
				     .elsewhere = "xem lại: ở chỗ khác"};

	return comment;
}

#define S(i) "<w:commentRangeStart w:id=\"" i "\"/>"
#define E(i)                                                        \
	"<w:commentRangeEnd w:id=\"" i "\"/><w:r><w:commentReferen" \
	"ce w:id=\"" i "\"/></w:r>"

static void test_places(struct result *r)
{
#define STORY(a, b, c, d)                                                 \
	"<?xml version=\"1.0\"?>\r\n<w:document " W "><!-- > --><w:body>" \
	"<w:p w:rsidR='>'><w:pPr><w:jc w:val=\"left\"/></w:pPr>" a        \
	"<w:tbl><w:tr><w:tc><w:p " b "</w:tc></w:tr></w:tbl>" c "<w:p>" d \
	"</w:p ><w:sectPr/></w:body></w:document>\n"
	static const char before[] =
		STORY("<w:r><w:t>mot</w:t></w:r><w:r><w:t>hai ba</w:t></w:r>"
		      "</w:p>",
		      "/>",
		      "<w:sdt><w:sdtContent><w:p><w:ins w:id=\"1\"><w:r/>"
		      "</w:ins></w:p></w:sdtContent></w:sdt>",
		      "");
	struct vb_comment list[] = {at(1, "hai  ba"), at(2, ""), at(3, NULL),
				    at(4, "no such words"), at(2, "")};

	annotate(r, before, sizeof(before) - 1, NULL, list, 5);
	is_str(r->story,
	       STORY("<w:r><w:t>mot</w:t></w:r>" S("0") "<w:r><w:t>hai ba"
							"</w:t></w:r>" E(
								"0") "</w:p>",
		     ">" S("1") E("1") S("4") E("4") "</w:p>",
		     "<w:sdt><w:sdtContent><w:p>" S(
			     "2") "<w:ins w:id=\"1\"><w:"
				  "r/></w:ins>" E(
					  "2") "</w:p></w:sdtContent></w:sdt>",
		     S("3") E("3")),
	       "at words, in a cell's empty tag twice, in a control, in an "
	       "empty paragraph; all else byte for byte");
	ok(r->comments && strstr(r->comments, "<w:comment w:id=\"3\" w:author="
					      "\"vanban\" w:initials=\"vb\">"),
	   "the comments part is made");
	ok(r->rels && strstr(r->rels, REL "comments\" "), "and related");
	annotate(r, before, sizeof(before) - 1, NULL, list, 0);
	is_str(r->story, before, "no comment, no change");
	ok(!r->comments, "... and no part");
}

static void test_elsewhere(struct result *r)
{
	static const char before[] = "<w:document " W "><w:body><w:p><w:r/>"
				     "</w:p></w:body></w:document>";
	struct vb_comment list[] = {at(1, ""), at(0, ""), at(77, "")};

	list[0].place.part = "word/header1.xml";
	list[1].elsewhere = "a & b\nhai\x01";
	annotate(r, before, sizeof(before) - 1, NULL, list, 3);
	is_str(r->story,
	       "<w:document " W "><w:body><w:p>" S("0") S("1")
		       S("2") "<w:r/>" E("0") E("1")
			       E("2") "</w:p></w:body></w:document>",
	       "of a header, of no place, of a place that is not there: first "
	       "paragraph");
	ok(r->comments && strstr(r->comments, "xem lại: ở chỗ khác</w:t>"),
	   "with the words that name the place");
	ok(r->comments && strstr(r->comments, "a &amp; b</w:t></w:r></w:p><w:p>"
					      "<w:r>"),
	   "escaped, a paragraph a line");
	ok(r->comments && !strchr(r->comments, '\x01'), "no control character");
	annotate(r, "<w:document " W "><w:body/></w:document>",
		 strlen("<w:document " W "><w:body/></w:document>"), NULL, list,
		 1);
	is_int(r->code, VB_DOCUMENT, "no paragraph at all");
}

static void test_prefixes(struct result *r)
{
	static const char other[] = "<x:document xmlns:x=\"" NS "\"><x:body>"
				    "<x:p/></x:body></x:document>";
	static const char none[] = "<document xmlns=\"" NS "\"><body><p>"
				   "<r/></p></body></document>";
	static const char strict[] =
		"<w:document xmlns:w=\"http://purl.oclc.org/ooxml/"
		"wordprocessingml/main\"><w:body><w:p></w:p></w:body>"
		"</w:document>";
	struct vb_comment list[] = {at(1, "")};

	annotate(r, other, sizeof(other) - 1, NULL, list, 1);
	is_str(r->story,
	       "<x:document xmlns:x=\"" NS "\"><x:body><x:p>"
	       "<x:commentRangeStart x:id=\"0\"/><x:commentRangeEnd "
	       "x:id=\"0\"/><x:r><x:commentReference x:id=\"0\"/></x:r></x:p>"
	       "</x:body></x:document>",
	       "another prefix");
	annotate(r, none, sizeof(none) - 1, NULL, list, 1);
	is_str(r->story,
	       "<document xmlns=\"" NS "\"><body><p>"
	       "<w:commentRangeStart " W " w:id=\"0\"/><r/>"
	       "<w:commentRangeEnd " W " w:id=\"0\"/><r><w:commentReference " W
	       " w:id=\"0\"/></r></p></body></document>",
	       "no prefix: attributes bring one");
	annotate(r, strict, sizeof(strict) - 1, NULL, list, 1);
	ok(r->comments && strstr(r->comments, "ooxml/wordprocessingml/main"),
	   "a strict document has strict comments");
	ok(r->rels && strstr(r->rels, "purl.oclc.org/ooxml/officeDocument/"
				      "relationships/comments"),
	   "strictly related");
}

static void test_appended(struct result *r)
{
	static const char before[] = "<w:document " W "><w:body><w:p>" S("3")
		E("3") "</w:p></w:body></w:document>";
	struct vb_comment list[] = {at(1, ""), at(1, ""), at(1, "")};

	annotate(r, before, sizeof(before) - 1,
		 "<w:comments " W "><w:comment w:id=\"0\" w:author=\"\"/>"
		 "<w:comment w:id=\"2\" w:author=\"\"/></w:comments >\n",
		 list, 3);
	ok(r->comments &&
		   strncmp(r->comments,
			   "<w:comments " W
			   "><w:comment w:id=\"0\" w:author=\"\"/>"
			   "<w:comment w:id=\"2\" w:author=\"\"/><w:comment "
			   "w:id=\"1\" ",
			   strlen("<w:comments " W "><w:comment w:id=\"0\" "
				  "w:author=\"\"/><w:comment w:id=\"2\" "
				  "w:author=\"\"/><w:comment w:id=\"1\" ")) ==
			   0,
	   "behind those that are there, under a free id");
	ok(r->comments && strstr(r->comments, "w:id=\"4\"") &&
		   strstr(r->comments, "w:id=\"5\"") &&
		   !strstr(r->comments, "w:id=\"3\""),
	   "an id only referred to is not free");
	ok(r->comments && strstr(r->comments, "</w:comment></w:comments >\n"),
	   "the part's end stays");
	is_str(r->rels, DOC_RELS, "relationships too");
	annotate(r, before, sizeof(before) - 1,
		 "<x:comments xmlns:x=\"" NS "\"/>", list, 1);
	ok(r->comments && strstr(r->comments, "\"><w:comment " W " w:id") &&
		   strstr(r->comments, "</w:comment></x:comments>"),
	   "a part that was empty, with another prefix");
}

/* A box stands in the paragraph 1 and has 2 and 3, its copy none; 4 goes on
 * in what would be the next. */
static void test_counting(struct result *r)
{
#define BOX "<w:txbxContent><w:p/><w:p/></w:txbxContent>"
#define BODY(a, b, c)                                                          \
	"<w:document " W " " MC "><w:body><w:p>" a                             \
	"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" BOX           \
	"</mc:Choice><mc:Fallback>" BOX                                        \
	"</mc:Fallback></mc:AlternateContent></w:r>" b                         \
	"</w:p><w:p><w:pPr><w:rPr><w:del w:id=\"9\"/></w:rPr></w:pPr></w:p>"   \
	"<w:p/><w:p>" c "<w:r><w:t xml:space=\"preserve\"> nam </w:t></w:r>" c \
	"</w:p></w:body></w:document>"
	static const char before[] = BODY("", "", "");
	struct vb_comment list[] = {at(3, ""), at(5, "nam")};
	struct wml_story *story = NULL;
	struct vb_error err = {0};

	ok(wml_read(&story, before, sizeof(before) - 1, "p", NULL, &err) ==
			   VB_OK &&
		   story->paras.n == 5 &&
		   strstr(story->paras.at[4].text, "nam"),
	   "the reader counts five");
	wml_story_free(story);
	annotate(r, before, sizeof(before) - 1, NULL, list, 2);
	ok(r->story && strncmp(r->story,
			       "<w:document " W " " MC "><w:body>"
			       "<w:p>" S("0"),
			       strlen("<w:document " W " " MC
				      "><w:body><w:p>" S("0"))) == 0,
	   "a comment for a box stands at its anchor");
	ok(r->story && strstr(r->story, "</mc:AlternateContent></w:r>" E("0")),
	   "around the drawing");
	ok(r->story && strstr(r->story, "<w:p/><w:p>" S("1") "<w:r>"),
	   "boxes, their copies and joined paragraphs are counted alike");
}

static void test_refused(struct result *r)
{
	static const char utf16[] = "\xff\xfe<\0a\0/\0>\0";
	struct vb_comment list[] = {at(1, "")};

	annotate(r, utf16, sizeof(utf16) - 1, NULL, list, 1);
	is_int(r->code, VB_DOCUMENT, "a story in UTF-16");
	is_str(r->err.part, "word/document.xml", "is named");
	annotate(r, "<w:document " W "><w:body>", 30, NULL, list, 1);
	is_int(r->code, VB_XML, "a broken one");
}

int main(void)
{
	struct result r = {0};

	test_places(&r);
	test_elsewhere(&r);
	test_prefixes(&r);
	test_appended(&r);
	test_counting(&r);
	test_refused(&r);
	free(r.story);
	free(r.comments);
	free(r.rels);
	return done_testing();
}
