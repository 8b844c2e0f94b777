#include "lint/outcome.h"

#include <errno.h>

#include "base/file.h"

static struct linted
unreadable(struct arena *a, const char *path, int error)
{
	struct linted made = {.src = source_new(a, path, STR("")),
		.diags = diags_new(a)};

	if (error == EFBIG)
		diag_add(made.diags, &rule_input, made.src, (struct span){0},
		    "the file is larger than %d MB", FILE_LARGEST >> 20);
	else if (error == ENOENT && strpbrk(path, "*?[{"))
		diag_add(made.diags, &rule_input, made.src, (struct span){0},
		    "no file matches")->hint = STR("name a folder: every "
		    "draft below it is linted");
	else
		diag_add(made.diags, &rule_input, made.src, (struct span){0},
		    "cannot read the file: %s", strerror(error));
	return made;
}

/* false: the draft stays as it was, which is reported */
static bool
write_back(const char *path, const struct mended *m, struct linted *made,
    struct outcome *oc)
{
	if (!file_write(path, m->bytes)) {
		diag_add(made->diags, &rule_input, made->src,
		    (struct span){0}, "cannot write the file: %s",
		    strerror(errno));
		diags_sort(made->diags);
		return false;
	}
	buf_printf(&oc->trouble, "bylint: made %u fix%s in '", (unsigned)m->n,
	    m->n == 1 ? "" : "es");
	out_harmless(&oc->trouble, str_of(made->src->path));
	buf_puts(&oc->trouble, "'\n");
	return true;
}

/* the draft with its fixes made, where it goes; what is found is what stays */
static void
mend(const struct run_options *o, struct worker *w, struct arena *a,
    const char *path, const struct hiding *h, struct linted *made,
    struct outcome *oc)
{
	bool standard_input = strcmp(path, "-") == 0;
	struct mended m = {.bytes = made->src->bytes};

	if (made->facts)
		m = fix_draft(w, a, made, h);
	if (o->fix == FIX_DRY_RUN) {
		fix_diff(&oc->text, a, made->src->path, made->src->bytes, &m);
		if (m.n)
			made->diags = m.unmended;
		return;
	}
	if (standard_input)
		buf_add(&oc->text, m.bytes);
	else if (m.n && !write_back(path, &m, made, oc))
		oc->result.trouble = true;
	if (m.n && !oc->result.trouble) {
		*made = m.left;
		oc->result.baseline = m.old;
	}
}

/* what a baseline is to hold of the draft */
static void
record(const struct run_options *o, const struct linted *made,
    struct outcome *oc)
{
	const struct tokens *ts = made->facts ? made->facts->tokens : NULL;
	struct buf *lines = &oc->record.lines;

	if (o->record_old)
		oc->result.baseline = baseline_hide(o->baseline,
		    made->src->path, ts, made->diags, lines);
	else
		baseline_put(lines, o->baseline, made->src->path, ts,
		    made->diags);
	if (made->readable)
		made->diags->list.n = 0;	/* it is not to be told */
	oc->record.readable = made->readable;
}

static void
judge(const struct linter *l, const struct linted *made, struct outcome *oc)
{
	struct run_result *r = &oc->result;

	memset(r->level, 0, sizeof r->level);
	for (uint32_t i = 0; i < made->diags->list.n; i++)
		r->level[made->diags->list.v[i]->level]++;
	r->drafts = 1;
	r->found = made->diags->list.n > 0;
	r->bytes = made->src->bytes.n;
	oc->result.worst = diags_worst(made->diags);
	oc->result.failed = oc->result.worst >= l->fail;
	oc->result.silenced = made->silenced;
}

static void
put(const struct run_options *o, const struct sink *sink, struct buf *out,
    const struct linted *made)
{
	if (sink->draft)
		sink->draft(out, &o->out, made->src, made->facts,
		    made->diags);
	else if (sink->file && made->diags->list.n)
		sink->file(out, &o->out, made->diags);
	else if (sink->clean)
		sink->clean(out, &o->out, made->src);
}

/* taken: standard output is for what is mended */
static void
tell(const struct run_options *o, const struct linted *made, bool taken,
    struct outcome *oc)
{
	bool told = made->facts;

	for (uint32_t i = 0; i < o->noutput; i++) {
		const struct sink *sink = o->output[i].sink;
		struct buf *out = o->output[i].path ? &oc->to_file[i] :
		    &oc->text;

		put(o, sink, taken && !o->output[i].path ? &oc->trouble : out,
		    made);
		if (sink->facts && made->facts)
			sink->facts(out, &o->out, made->facts);
		told |= sink->file || sink->draft;
	}
	if (!told)
		sink_text.file(&oc->trouble, &o->out, made->diags);
}

/* rules outlive the draft's arena */
static void
note_rules(const struct linted *made, struct buf *spoke)
{
	for (uint32_t i = 0; i < made->diags->list.n; i++)
		buf_add(spoke, (struct str){
		    (const char *)&made->diags->list.v[i]->rule,
		    sizeof made->diags->list.v[i]->rule});
}

void
outcome_make(struct outcome *oc, const struct run_options *o,
    struct worker *w, const struct linter *l, struct arena *a,
    const char *path)
{
	bool standard_input = strcmp(path, "-") == 0;
	const char *name = standard_input ? o->stdin_name : path;
	bool taken = o->fix == FIX_DRY_RUN ||
	    (o->fix == FIX_WRITE && standard_input);
	struct str bytes;

	worker_use(w, l);
	struct linted made = file_read(a, path, &bytes) ?
	    lint(w, a, name, bytes) : unreadable(a, name, errno);
	oc->result.trouble = !made.readable;
	struct hiding h = hiding_of(&made, o->baseline, o->changed);
	if (o->record)
		record(o, &made, oc);
	else
		oc->result.baseline = hide(&h, &made);
	judge(l, &made, oc);
	if (o->fix)
		mend(o, w, a, path, &h, &made, oc);
	if (o->fix == FIX_WRITE)
		judge(l, &made, oc);
	if (o->stats)
		note_rules(&made, &oc->result.spoke);
	tell(o, &made, taken, oc);
}
