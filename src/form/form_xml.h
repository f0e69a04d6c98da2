/*
 * form_xml.h - what the files of the form reader share: form_xml_doc.c (bytes
 * to document), form_xml.c (the head, helpers), form_xml_page.c (the tree),
 * form_xml_field.c (the fields).
 */
#ifndef FORM_FORM_XML_H
#define FORM_FORM_XML_H

#include <libxml/tree.h>

#include "form/form_build.h"
#include "util/buf.h"

/* Where an element stands: decides what it may be. One bit each. */
enum form_place {
	IN_PAGE = 1 << 0,
	IN_LETTERHEAD = 1 << 1,
	IN_ANNEX = 1 << 2,
	IN_HEADING = 1 << 3,
	IN_ADDRESSEES = 1 << 4,
	IN_BLOCKS = 1 << 5,
	IN_TABLE = 1 << 6,
	IN_ROWS = 1 << 7, /* of a header or a repeat */
	IN_ROW = 1 << 8,
	IN_SIGNATURE = 1 << 9,
	IN_RECIPIENTS = 1 << 10,
	IN_LINE = 1 << 11, /* words that may end in a long answer */
	IN_WORDS = 1 << 12,
	IN_SPAN = 1 << 13,
	IN_HINT = 1 << 14, /* words without blanks */
	IN_BASE = 1 << 15,
	IN_NOTE = 1 << 16, /* words of a footnote: no blanks, but links */
	IN_CELL = 1 << 17  /* a cell of several lines */
};

struct form_reader {
	struct form_builder b;
	const struct field *group; /* the repeat being read */
	unsigned depth;
	unsigned sections; /* how deep in sections */
	enum node_mark numbering[FORM_DEPTH_MAX];
	unsigned n_numbering;
	/* white space of the words being read */
	bool is_spaced;	   /* at the start or behind a space */
	struct node *tail; /* the last words, when nothing stands behind */
	struct buf words;
};

static inline const char *form_xml_name(const xmlNode *xml)
{
	return (const char *)xml->name;
}

int form_xml_line(const xmlNode *xml);

/* A copy of an attribute, NULL when there is none (or no memory, which the
 * arena remembers). */
const char *form_xml_attr(struct form_reader *r, const xmlNode *xml,
			  const char *name);
/* The same for an attribute that must be there and not be empty. */
int form_xml_need(struct form_reader *r, const char **out, const xmlNode *xml,
		  const char *name);
/* True for a date, or month, as answers write it. */
bool form_xml_is_date(struct form_reader *r, const char *text);
/* A number attribute between limits; `*out` is left alone when absent. */
int form_xml_number(struct form_reader *r, unsigned *out, const xmlNode *xml,
		    const char *name, unsigned low, unsigned high);
int form_xml_bool(struct form_reader *r, bool *out, const xmlNode *xml,
		  const char *name);
/* Fails on an attribute that is not in the blank-separated list. */
int form_xml_attrs(const struct form_reader *r, const xmlNode *xml,
		   const char *allowed);
/* The first, or next, element; fails on anything else but comments. */
int form_xml_child(const struct form_reader *r, xmlNode **out,
		   const xmlNode *parent, xmlNode *from);
/* The words of an element that holds nothing but words, collapsed. */
int form_xml_words(struct form_reader *r, const char **out, const xmlNode *xml);
/* True for [a-z0-9][a-z0-9<more>]* of at most FORM_ID_MAX bytes. */
bool form_xml_is_token(const char *text, const char *more);

/* Parses a form file; `*out` has a root element. */
int form_xml_document(const struct form_builder *b, xmlDoc **out,
		      const void *data, size_t size);

/* True when there is nothing but white space. */
bool form_xml_is_blank(const char *text);

/* The mark a token means. */
int form_xml_mark(const struct form_reader *r, enum node_mark *out,
		  const xmlNode *xml, const char *token, size_t size);

/* Reads what a letter asks of whom, from <obligations>. */
int form_xml_obligations(struct form_reader *r, const xmlNode *xml);

/* Reads the page: everything from `xml` to its last sibling. */
int form_xml_page(struct form_reader *r, xmlNode *parent, xmlNode *xml);

/* The type an element declares, -1 when it is no field. */
int form_xml_field_type(const char *name);
/* Reads a field, or a repeat's own attributes, and lists it. */
int form_xml_field(struct form_reader *r, struct field **out,
		   const xmlNode *xml, enum field_type type,
		   enum form_place place);

#endif
