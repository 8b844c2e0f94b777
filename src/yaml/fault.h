/*
 * What can be wrong with a YAML file, in words for the people who write one:
 * at its exact place, with what would settle it.  yaml.c finds the faults,
 * this puts them; it knows the parser by its messages only.
 */
#ifndef YAML_FAULT_H
#define YAML_FAULT_H

#include "diag/diag.h"
#include "text/source.h"

#define FAULT_SINGLE_QUOTES "write the value in single quotes"

/* a file that is read and where its faults go */
struct yaml_file {
	const struct source *src;
	struct span body;	/* the part that is YAML */
	const struct rule_info *rule;
	struct diags *diags;
};

static inline bool
yaml_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* the character at offset; empty at the end of the body */
struct span fault_char(const struct yaml_file *f, uint32_t offset);

/* offset without the white space before it, at least `least` */
uint32_t fault_back(const struct yaml_file *f, uint32_t offset,
    uint32_t least);

/* hint may be NULL; both strings must last */
struct diag *fault_add(const struct yaml_file *f, struct span span,
    const char *message, const char *hint);

/* a syntax error as libyaml words it; start: where the construct began */
void fault_syntax(const struct yaml_file *f, const char *problem, uint32_t at,
    const uint32_t *start);

/* bytes that are no text: what the parser says of them */
void fault_encoding(const struct yaml_file *f, const char *problem,
    uint32_t at);

#endif
