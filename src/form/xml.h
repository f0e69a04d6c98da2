/*
 * xml.h - the codec beside the data: forms and answers from and to XML.
 */
#ifndef FORM_XML_H
#define FORM_XML_H

#include "form/answers.h"
#include "util/buf.h"

/* Bytes of a form or answers file (a 100,000-row answers file is 30 MB). */
#define XML_FILE_MAX ((size_t)64 << 20)

#define ANSWERS_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* Serializes answers canonically: XML declaration, <answers> with form,
 * version, unit; base, then entries in form order, each on its line, two
 * blanks a depth; NFC; only & < > escaped (and " in attributes). */
void answers_serialize(struct buf *out, const struct vb_answers *answers);

/* The same without the declaration and with a prefix-free default namespace
 * declared, for embedding in another XML document. */
void answers_serialize_element(struct buf *out,
			       const struct vb_answers *answers);

#endif
