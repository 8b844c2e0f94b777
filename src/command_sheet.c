#include "command.h"
#include "out/out.h"

int
command_sheet(struct arena *a, const struct options *o)
{
	return command_lint(a, o, 1, sinks_sheet);
}
