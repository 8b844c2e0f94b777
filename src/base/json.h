/*
 * A streaming JSON writer: it puts the commas, quotes and escapes, the caller
 * gives keys and values in order.  Output is one line of valid UTF-8 without
 * raw control characters; text that is not UTF-8 has its bad bytes replaced
 * by U+FFFD.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

struct json {
	struct buf *out;
	bool comma;	/* something stands before the next value */
};

void json_open(struct json *j, char bracket);	/* '{' or '[' */
void json_close(struct json *j, char bracket);	/* '}' or ']' */
void json_key(struct json *j, const char *key);
void json_str(struct json *j, struct str x);
void json_int(struct json *j, long long x);
void json_raw(struct json *j, struct str x);	/* a value already in JSON */

/* key and value in one */
void json_put_str(struct json *j, const char *key, struct str x);
void json_put_int(struct json *j, const char *key, long long x);

/* x as a JSON string with its quotes */
void json_escape(struct buf *out, struct str x);

#endif
