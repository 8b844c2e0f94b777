/*
 * Number formats: which signs part the digits of a number.  The language of a
 * draft does not say it ('1.234,5' stands in English copy from Rome), so a
 * newsroom does.
 */
#ifndef TEXT_FORMAT_H
#define TEXT_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

/* rows: enum constant, name in configurations, sign between groups, before
 * decimals, groups of two before the last three */
#define NUMBER_FORMATS(X) \
	X(ENGLISH, "english", ',', '.', false)		/* 1,234,567.8 */ \
	X(CONTINENTAL, "continental", '.', ',', false)	/* 1.234.567,8 */ \
	X(SWISS, "swiss", '\'', '.', false)		/* 1'234'567.8 */ \
	X(INDIAN, "indian", ',', '.', true)		/* 12,34,567.8 */

enum number_format_id {
#define X(name, label, group, decimal, pairs) NUMBER_FORMAT_##name,
	NUMBER_FORMATS(X)
#undef X
	NUMBER_FORMAT_N
};

struct number_format {
	char group;	/* ' stands for the curly one, too */
	char decimal;
	bool pairs;
};

/* names, then NULL */
extern const char *const number_format_name[NUMBER_FORMAT_N + 1];

struct number_format number_format(enum number_format_id id);

#endif
