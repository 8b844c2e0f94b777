/*
 * What the head of a draft says of its references, as Pandoc has it:
 *
 *	bibliography: [mill.bib, harbour.json]
 *	nocite: '@doe99, @roe'
 *	references:
 *	- id: smith
 *	  title: A History of the Strait
 */
#ifndef READ_FRONT_REFERENCES_H
#define READ_FRONT_REFERENCES_H

#include "text/doc.h"
#include "yaml/yaml.h"

/* node 1 of the tree is a map */
void front_references_read(struct arena *a, const struct yaml *y,
    struct front_matter *front);

/* the ids of a list of entries; none if the node is no list */
struct named_list front_reference_ids(struct arena *a, const struct yaml *y,
    uint32_t list);

#endif
