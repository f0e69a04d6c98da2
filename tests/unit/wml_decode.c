/* wml_decode.c - TCVN3 and VNI words of a story, and the places in it. */
#include "tap.h"
#include "wml/reader.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RUN(props, text)                                                 \
	"<w:r><w:rPr>" props "</w:rPr><w:t xml:space=\"preserve\">" text \
	"</w:t></w:r>"

static struct wml_story *read_body(const char *body)
{
	struct wml_story *story = NULL;
	char xml[8192];

	snprintf(xml, sizeof(xml),
		 "<w:document xmlns:w=\"" W
		 "\"><w:body>%s</w:body></w:document>",
		 body);
	if (!ok(wml_read(&story, xml, strlen(xml), "word/document.xml", NULL,
			 NULL) == VB_OK,
		"the body is read"))
		printf("# %s\n", xml);
	return story;
}

static void is_at(const struct wml_para *para, size_t start, size_t size,
		  const char *want)
{
	char got[256] = "";

	if (start + size <= para->size && size < sizeof(got))
		memcpy(got, para->text + start, size);
	is_str(got, want, "what stands there");
}

/* A letter and its mark in two runs, a bookmark and a control around words,
 * a soft hyphen that is a letter. */
static void places(void)
{
	struct wml_story *story = read_body(
		"<w:p>" RUN("<w:b/>", "Soá lô") RUN("", "ùp: ") "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>" RUN(
			"<w:i/>",
			"möôøi hai") "<w:bookmarkEnd w:id=\"1\"/>"
				     "<w:sdt><w:sdtPr><w:tag w:val=\"b\"/></w:sdtPr><w:sdtContent>" RUN(
					     "",
					     " hoïc sinh") "</w:sdtContent></w:sdt></w:p>"
							   "<w:p><w:r><w:t>Bé tr</w:t><w:softHyphen/><w:t>ëng</w:t>"
							   "</w:r></w:p>"
							   "<w:p>" RUN(
								   "",
								   "Số lớp: mười hai") "</w:p>");
	const struct wml_para *para;

	if (!story)
		return;
	para = &story->paras.at[0];
	is_str(para->text, "Số lớp: mười hai học sinh", "VNI");
	is_int((long)para->size, (long)strlen(para->text), "its size");
	is_int((long)para->n_spans, 4, "spans are kept");
	is_at(para, para->spans[2].start, para->spans[2].size, "mười hai");
	is_int((long)(para->spans[3].start + para->spans[3].size),
	       (long)para->size, "and cover it");
	is_at(para, story->marks.at[0].start,
	      story->marks.at[0].end - story->marks.at[0].start, "mười hai");
	is_at(para, story->marks.at[1].start,
	      story->marks.at[1].end - story->marks.at[1].start, " học sinh");
	is_str(story->paras.at[1].text, "Bộ trưởng", "TCVN3");
	is_str(story->paras.at[2].text, "Số lớp: mười hai", "Unicode");
	wml_story_free(story);
}

static void others(void)
{
	struct wml_story *story = read_body("<w:p>" RUN(
		"",
		"François, Señor ® 2026: 5 × 3") "</w:p>"
						 "<w:p>" RUN("", "th") "<w:r><w:softHyphen/></w:r>" RUN(
							 "",
							 "ông tin") "</w:p>");

	if (!story)
		return;
	is_str(story->paras.at[0].text, "François, Señor ® 2026: 5 × 3",
	       "other languages stay");
	is_str(story->paras.at[1].text, "th\xc2\xadông tin",
	       "a soft hyphen stays one");
	wml_story_free(story);
}

int main(void)
{
	places();
	others();
	return done_testing();
}
