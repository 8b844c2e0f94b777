#include "base/die.h"
#include "command.h"
#include "settings.h"

static void
put_line(struct buf *out, const struct rule *r)
{
	out_harmless(out, r->info.id);
	buf_fill(out, ' ', r->info.id.n < 32 ? 33 - r->info.id.n : 1);
	buf_printf(out, "%-8s ", level_name[r->info.level]);
	out_harmless(out, r->info.summary);
	buf_puts(out, " (");
	out_harmless(out, str_of(r->file));
	buf_puts(out, ")\n");
}

int
command_rules(struct arena *a, const struct options *o)
{
	struct buf out = {0};
	bool broken;

	if (o->operand.n != 1)
		die("'bylint rules' takes no file; --rules adds rule files");
	const struct ruleset *rs = settings_rules(a, o, &broken);
	for (uint32_t i = 0; i < rs->rule.n; i++)
		put_line(&out, rs->rule.v[i]);
	command_print(&out, stdout);
	return broken ? EXIT_TROUBLE : 0;
}
