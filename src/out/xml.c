#include "out/xml.h"

void
xml_escape(struct buf *out, struct str harmless)
{
	uint32_t plain = 0;

	for (uint32_t i = 0; i < harmless.n; i++) {
		char c = harmless.s[i];

		if (!strchr("<>&\"'\n\t", c))
			continue;
		buf_add(out, str_slice(harmless, plain, i));
		buf_printf(out, "&#%d;", c);
		plain = i + 1;
	}
	if (plain < harmless.n)
		buf_add(out, str_slice(harmless, plain, harmless.n));
}

void
xml_text(struct buf *out, struct str text)
{
	struct buf b = {0};

	out_harmless(&b, text);
	xml_escape(out, buf_str(&b));
	buf_free(&b);
}

void
xml_attribute(struct buf *out, const char *name, struct str text)
{
	buf_printf(out, " %s=\"", name);
	xml_text(out, text);
	buf_char(out, '"');
}

void
xml_number(struct buf *out, const char *name, uint32_t n)
{
	buf_printf(out, " %s=\"%u\"", name, (unsigned)n);
}
