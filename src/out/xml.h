/*
 * Text of a draft in XML: harmless, and nothing in it is markup.
 */
#ifndef OUT_XML_H
#define OUT_XML_H

#include "out/out.h"

/* as content, or within double quotes; a line end stays one in both */
void xml_text(struct buf *out, struct str text);

/* the same of text that is harmless already, such as told() makes */
void xml_escape(struct buf *out, struct str harmless);

/* ' name="text"' */
void xml_attribute(struct buf *out, const char *name, struct str text);
void xml_number(struct buf *out, const char *name, uint32_t n);

#endif
