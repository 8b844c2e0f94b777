/*
 * --dump: what stands after a stage of the pipeline.
 */
#include "out/out.h"

static void
dump_text(struct buf *out, const struct out_options *o,
    const struct facts *facts)
{
	static const char *const kind[] = {
		[BLOCK_PARAGRAPH] = "paragraph", [BLOCK_HEADING] = "heading",
		[BLOCK_ITEM] = "item", [BLOCK_CELL] = "cell",
		[BLOCK_FOOTNOTE] = "footnote",
	};

	(void)o;
	for (uint32_t i = 0; i < facts->doc->nblock; i++) {
		const struct block *b = &facts->doc->block[i];

		buf_printf(out, "%s%s: ", kind[b->kind],
		    b->flags & IN_QUOTE ? " in quotation" : "");
		out_harmless(out, doc_str(facts->doc, b->range));
		buf_char(out, '\n');
	}
}

static void
put_classes(struct buf *out, const struct tokens *ts, uint16_t set)
{
	for (uint16_t c = 1; set && c < lexicon_nclass(ts->lexicon); c++)
		if (lexicon_has(ts->lexicon, set, c))
			buf_printf(out, " %.*s",
			    STR_ARG(lexicon_class_name(ts->lexicon, c)));
}

static void
dump_tokens(struct buf *out, const struct out_options *o,
    const struct facts *facts)
{
	const struct tokens *ts = facts->tokens;

	(void)o;
	for (uint32_t i = 0; i < ts->ntoken; i++) {
		const struct token *t = &ts->token[i];

		buf_printf(out, "%-10s ", t->flags & TOKEN_NAME ? "Name" :
		    token_kind_name[t->kind]);
		out_harmless(out, token_str(ts, i));
		put_classes(out, ts, t->set);
		buf_char(out, '\n');
	}
}

static void
dump_sentences(struct buf *out, const struct out_options *o,
    const struct facts *facts)
{
	const struct tokens *ts = facts->tokens;

	(void)o;
	for (uint32_t i = 0; i < ts->nsentence; i++) {
		out_harmless(out, tokens_str(ts, ts->sentence[i].beg,
		    ts->sentence[i].end));
		buf_char(out, '\n');
	}
}

static void
dump_facts(struct buf *out, const struct out_options *o,
    const struct facts *facts)
{
	sinks_facts[0].facts(out, o, facts);
}

const struct sink sinks_dump[] = {
	{.name = "text", .facts = dump_text},
	{.name = "tokens", .facts = dump_tokens},
	{.name = "sentences", .facts = dump_sentences},
	{.name = "facts", .facts = dump_facts},
	{0},
};
