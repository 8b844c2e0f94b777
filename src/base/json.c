#include "base/json.h"

#include "base/utf8.h"

static void
separate(struct json *j)
{
	if (j->comma)
		buf_char(j->out, ',');
	j->comma = true;
}

void
json_open(struct json *j, char bracket)
{
	separate(j);
	buf_char(j->out, bracket);
	j->comma = false;
}

void
json_close(struct json *j, char bracket)
{
	buf_char(j->out, bracket);
	j->comma = true;
}

void
json_key(struct json *j, const char *key)
{
	separate(j);
	json_escape(j->out, str_of(key));
	buf_char(j->out, ':');
	j->comma = false;
}

void
json_str(struct json *j, struct str x)
{
	separate(j);
	json_escape(j->out, x);
}

void
json_int(struct json *j, long long x)
{
	separate(j);
	buf_printf(j->out, "%lld", x);
}

void
json_raw(struct json *j, struct str x)
{
	separate(j);
	buf_add(j->out, x);
}

void
json_put_str(struct json *j, const char *key, struct str x)
{
	json_key(j, key);
	json_str(j, x);
}

void
json_put_int(struct json *j, const char *key, long long x)
{
	json_key(j, key);
	json_int(j, x);
}

/* controls, line separators, and what turns the direction of writing */
static bool
unseen(uint32_t cp)
{
	return cp < ' ' || (cp >= 0x7F && cp < 0xA0) ||
	    (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

/* '##[' makes a GitHub runner take what follows as a command */
static bool
opens_command(const char *s, const char *beg)
{
	return *s == '[' && s - beg >= 2 && s[-1] == '#' && s[-2] == '#';
}

static void
escape_one(struct buf *out, uint32_t cp)
{
	if (cp == '"' || cp == '\\')
		buf_printf(out, "\\%c", (char)cp);
	else if (cp == '\n')
		buf_puts(out, "\\n");
	else if (cp == '\t')
		buf_puts(out, "\\t");
	else if (cp == 0xFFFD)
		buf_puts(out, "\xEF\xBF\xBD");
	else
		buf_printf(out, "\\u%04x", (unsigned)cp);
}

void
json_escape(struct buf *out, struct str x)
{
	const char *s = x.n ? x.s : "", *end = s + x.n, *plain = s;
	uint32_t cp;

	buf_char(out, '"');
	while (s < end) {
		unsigned n = utf8_next(s, end, &cp);

		if (cp == '"' || cp == '\\' || unseen(cp) ||
		    (cp == 0xFFFD && n == 1) || opens_command(s, end - x.n)) {
			buf_add(out, (struct str){plain,
			    (uint32_t)(s - plain)});
			escape_one(out, cp);
			plain = s + n;
		}
		s += n;
	}
	buf_add(out, (struct str){plain, (uint32_t)(end - plain)});
	buf_char(out, '"');
}
