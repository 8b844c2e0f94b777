#include "lint/hide.h"

#include "base/locate.h"

struct hiding
hiding_of(const struct linted *found, const struct baseline *baseline,
    const struct changed *changed)
{
	struct arena *a = found->diags->arena;
	/* one that is not among the changed ones is here to be told missing */
	const struct changed_file *file = changed ? changed_find(changed,
	    locate_file(a, found->src->path)) : NULL;
	struct hiding h = {.baseline = baseline,
		.by_line = file && !file->whole};

	if (h.by_line)
		h.changed = changed_spans(a, file, found->src->bytes);
	return h;
}

struct baseline_counts
hide(const struct hiding *h, const struct linted *made)
{
	struct baseline_counts counts = {0};

	if (h->baseline)
		counts = baseline_hide(h->baseline, made->src->path,
		    made->facts ? made->facts->tokens : NULL, made->diags,
		    NULL);
	if (h->by_line)
		changed_keep(h->changed, made->diags);
	return counts;
}

/* the changed bytes of a text, as far as it has been walked */
struct moving {
	struct arena *arena;
	struct str was, text;
	struct spans from;	/* in the draft */
	uint32_t next;		/* of these: no earlier one reaches further */
	VEC(struct span) to;
};

static void
add(struct moving *m, struct span s)
{
	while (m->to.n && m->to.v[m->to.n - 1].end >= s.beg) {
		struct span last = m->to.v[--m->to.n];

		s.beg = last.beg < s.beg ? last.beg : s.beg;
		s.end = last.end > s.end ? last.end : s.end;
	}
	*VEC_PUSH(m->arena, &m->to) = s;
}

static bool
at_line(struct str text, uint32_t at)
{
	return at == 0 || text.s[at - 1] == '\n';
}

/* the lines that hold the bytes, and the byte behind them */
static void
add_lines(struct moving *m, uint32_t beg, uint32_t end)
{
	while (!at_line(m->text, beg))
		beg--;
	end += str_find(str_slice(m->text, end, m->text.n), '\n');
	add(m, (struct span){beg, end < m->text.n ? end + 1 : UINT32_MAX});
}

/* bytes [beg, end) of the draft stand at `at` */
static void
add_kept(struct moving *m, uint32_t beg, uint32_t end, uint32_t at)
{
	while (m->next < m->from.n && m->from.v[m->next].end <= beg)
		m->next++;
	for (uint32_t i = m->next; i < m->from.n && m->from.v[i].beg < end;
	    i++) {
		struct span s = m->from.v[i];
		uint32_t from = s.beg > beg ? s.beg : beg;

		add(m, (struct span){at + (from - beg), s.end == UINT32_MAX &&
		    end == m->was.n ? UINT32_MAX :
		    at + ((s.end < end ? s.end : end) - beg)});
	}
}

/* bytes [beg, end) of the draft are gone, and n others stand at `at` */
static void
add_edit(struct moving *m, uint32_t beg, uint32_t end, uint32_t at,
    uint32_t n)
{
	bool lines = n == 0 && at_line(m->was, beg) && at_line(m->was, end);

	if (beg < end || n)
		add_lines(m, lines && at ? at - 1 : at, at + n);
}

struct hiding
hiding_moved(struct arena *a, const struct hiding *h, struct str was,
    struct str text, const struct stretch *v, uint32_t n)
{
	struct moving m = {.arena = a, .was = was, .text = text,
		.from = h->changed};
	struct hiding moved = *h;
	uint32_t done = 0, at = 0, written = 0;

	for (uint32_t i = 0; h->by_line && i <= n; i++) {
		uint32_t beg = i < n ? v[i].was : was.n;

		if (i < n && !v[i].kept) {
			written += v[i].text.n;
			continue;
		}
		add_edit(&m, done, beg, at, written);
		at += written;
		written = 0;
		if (i == n)
			break;
		add_kept(&m, beg, beg + v[i].text.n, at);
		done = beg + v[i].text.n;
		at += v[i].text.n;
	}
	moved.changed = (struct spans){m.to.v, m.to.n};
	return moved;
}
