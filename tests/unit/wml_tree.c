/* The editing door: parsing, prefixes, copying. */
#include "tap.h"
#include "util/err.h"
#include "wml/tree.h"

#include <stdlib.h>

#define W "xmlns:w=\"" TREE_W_NS "\""

/* Parses and writes back without the declaration; to be freed. */
static char *again(const char *xml)
{
	struct vb_error err = {0};
	struct buf out = BUF_INIT;
	xmlDoc *doc = NULL;
	char *text;

	if (tree_parse(&doc, xml, strlen(xml), "p.xml", &err)) {
		printf("# %s: %s\n", err.where, err.text);
		return NULL;
	}
	tree_dump(&out, xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
	text = out.data;
	return text;
}

static void is_xml(const char *xml, const char *want, const char *what)
{
	char *text = again(xml);

	is_str(text, want, what);
	free(text);
}

static void is_refused(const char *xml, enum vb_code code, const char *text,
		       const char *what)
{
	struct vb_error err = {0};
	xmlDoc *doc = NULL;

	is_int(tree_parse(&doc, xml, strlen(xml), "p.xml", &err), code, what);
	is_str(err.text, text, "its words");
	is_str(err.part, "p.xml", "its part");
	xmlFreeDoc(doc);
}

static void test_parse(void)
{
	is_xml("<w:p " W ">\n  <w:r>\n    <w:t> a&amp;é </w:t>\n  </w:r>\n"
	       "</w:p>",
	       "<w:p " W "><w:r><w:t> a&amp;é </w:t></w:r></w:p>",
	       "layout goes, words and their spaces stay");
	is_xml("<w:t " W ">a<!-- x --><![CDATA[<b>]]><?vb s 0?>c</w:t>",
	       "<w:t " W ">a&lt;b&gt;c</w:t>",
	       "comments, instructions and CDATA");
	is_xml("<p xmlns=\"" TREE_W_NS "\"><r/></p>",
	       "<w:p xmlns:w=\"" TREE_W_NS "\"><w:r/></w:p>",
	       "no prefix becomes w");
	is_xml("<x:p xmlns:x=\"" TREE_W_NS_STRICT "\" x:a=\"1\"/>",
	       "<w:p xmlns:w=\"" TREE_W_NS_STRICT "\" w:a=\"1\"/>",
	       "another prefix, the strict namespace");
	is_xml("<w:p " W "><w:r xmlns:a=\"urn:a\"><a:x/></w:r>"
	       "<w:r xmlns:a=\"urn:a\"/><w:r xmlns:a=\"urn:b\"><a:x/></w:r>"
	       "</w:p>",
	       "<w:p xmlns:a=\"urn:a\" " W "><w:r><a:x/></w:r><w:r/>"
	       "<w:r xmlns:a=\"urn:b\"><a:x/></w:r></w:p>",
	       "declarations move up where they can");
}

static void test_refused(void)
{
	is_refused("<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
		   "<p>&e;</p>",
		   VB_XML, "a DOCTYPE is not allowed", "a DOCTYPE");
	is_refused("<w:p " W "><w:r></w:p>", VB_XML,
		   "not well formed: Premature end of data in tag p line 1",
		   "a wrong end");
	is_refused("<w:p " W "><w:r xmlns:w=\"urn:x\"/></w:p>", VB_DOCUMENT,
		   "the prefix 'w' is bound to another namespace",
		   "another meaning of w");
}

static void test_deep(void)
{
	struct buf xml = BUF_INIT;
	struct vb_error err = {0};
	xmlDoc *doc = NULL;
	int i;

	for (i = 0; i < 300; i++)
		buf_adds(&xml, "<a>");
	is_int(tree_parse(&doc, xml.data, xml.size, "p.xml", &err), VB_XML,
	       "300 deep is refused");
	buf_release(&xml);
}

/* 16 MB that would be a tree of 500 MB; zipped they are 16 kB. */
static void test_many(void)
{
	struct vb_error err = {0};
	struct buf xml = BUF_INIT;
	xmlDoc *doc = NULL;
	size_t i;

	buf_adds(&xml, "<p>");
	for (i = 0; i < TREE_NODES_MAX; i++)
		buf_adds(&xml, "<a/>");
	buf_adds(&xml, "</p>");
	is_int(tree_parse(&doc, xml.data, xml.size, "p.xml", &err), VB_LIMIT,
	       "too many elements");
	is_str(err.text, "more than 4000000 elements and attributes",
	       "its words");
	ok(!doc, "no tree");
	buf_release(&xml);
}

static void test_look(void)
{
	static const char XML[] =
		"<w:p " W " rsid=\"7\"><w:pPr><w:jc w:val=\"both\"/></w:pPr>"
		"<w:r><w:t>abc</w:t></w:r></w:p>";
	xmlDoc *doc = NULL;
	xmlNode *p, *r, *copy;
	struct buf out = BUF_INIT;

	tree_parse(&doc, XML, sizeof(XML) - 1, "p.xml", NULL);
	p = xmlDocGetRootElement(doc);
	r = tree_child(p, "r");
	is_str(tree_child_val(tree_child(p, "pPr"), "jc"), "both", "w:val");
	ok(!tree_child_val(p, "jc"), "no such child");
	is_str(tree_plain_attr(p, "rsid"), "7", "a plain attribute");
	is_str(tree_attr(p, "rsid"), "", "is not one of w:");
	is_str(tree_attr(r->children->children, "x"), "",
	       "words have no attributes");
	ok(tree_above(r->children, "p") == p && !tree_above(p, "p"),
	   "ancestors");
	ok(tree_next(p, r, true) == NULL &&
		   tree_next(p, r, false) == r->children,
	   "walking");
	copy = tree_copy(r, true, p);
	tree_dump(&out, copy);
	is_str(buf_cstr(&out), "<w:r><w:t>abc</w:t></w:r>",
	       "a copy declares nothing again");
	buf_clear(&out);
	tree_remove(copy);
	tree_dump(&out, tree_copy(p, false, p));
	is_str(buf_cstr(&out), "<w:p rsid=\"7\"/>", "a shallow copy");
	buf_release(&out);
	xmlFreeDoc(doc);
}

int main(void)
{
	vb_init();
	test_parse();
	test_refused();
	test_deep();
	test_many();
	test_look();
	return done_testing();
}
