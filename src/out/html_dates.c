/*
 * The dates of a draft in their order, on a line and as a list, each with the
 * words around it.
 */
#include "out/html.h"

#include <stdlib.h>

/* a date that the draft gives; without a year it is the nearest to the draft's */
struct stamp {
	const struct time *time;	/* NULL: the draft's own */
	struct date date;
	bool taken;		/* its year is not said */
};

struct stamps {
	VEC(struct stamp) list;
	double first, last;	/* as years */
};

/* digits at s[at, at + n); -1: there is something else */
static int
digits(struct str s, uint32_t at, uint32_t n)
{
	int value = 0;

	if (at + n > s.n)
		return -1;
	for (uint32_t i = at; i < at + n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9')
			return -1;
		value = value * 10 + s.s[i] - '0';
	}
	return value;
}

/* near enough for a place on a line */
static double
years(struct date d)
{
	return d.year + (d.month ? d.month - 1 : 0) / 12.0 +
	    (d.day ? d.day - 1 : 0) / 372.0;
}

/* false: its year is not known */
static bool
date_of(struct arena *a, const struct time *t, struct stamp *s)
{
	struct str value = time_value(a, t);
	int year = digits(value, 0, 4);
	int month = digits(value, 5, 2), day = digits(value, 8, 2);

	if (year < 0)
		return false;
	s->taken = t->date.month && !t->date.year;
	s->date = (struct date){.year = year};
	if (month >= 1 && month <= 12)
		s->date.month = (uint8_t)month;
	if (s->date.month && day >= 1 && day <= 31)
		s->date.day = (uint8_t)day;
	return true;
}

static int
by_date(const void *a, const void *b)
{
	const struct stamp *x = a, *y = b;
	double xy = years(x->date), yy = years(y->date);

	if (xy != yy)
		return xy < yy ? -1 : 1;
	if (!x->time || !y->time)
		return (y->time == NULL) - (x->time == NULL);
	return x->time < y->time ? -1 : x->time > y->time;
}

static struct stamps
collect(const struct html_page *p)
{
	const struct facts *facts = p->facts;
	struct stamps all = {0};

	if (facts->date.year)
		*VEC_PUSH(p->arena, &all.list) =
		    (struct stamp){.date = facts->date};
	for (uint32_t i = 0; i < facts->time.n; i++) {
		struct stamp s = {.time = &facts->time.v[i]};

		if (s.time->kind == TIME_DATE &&
		    date_of(p->arena, s.time, &s))
			*VEC_PUSH(p->arena, &all.list) = s;
	}
	if (all.list.n) {
		qsort(all.list.v, all.list.n, sizeof *all.list.v, by_date);
		all.first = years(all.list.v[0].date);
		all.last = years(all.list.v[all.list.n - 1].date);
	}
	return all;
}

static void
put_date(struct buf *out, struct date d)
{
	buf_printf(out, "%04d", (int)d.year);
	if (d.month)
		buf_printf(out, "-%02u", d.month);
	if (d.day)
		buf_printf(out, "-%02u", d.day);
}

/* a stroke for each date, a longer one for the draft's own */
static void
put_line(const struct html_page *p, const struct stamps *all)
{
	struct buf *out = p->out;
	double wide = all->last - all->first;

	if (wide <= 0)
		return;
	buf_puts(out, "<div class=strip aria-hidden=true><svg width=\"100%\" "
	    "height=36><line class=axis x1=\"0%\" x2=\"100%\" y1=26 y2=26 />");
	for (uint32_t i = 0; i < all->list.n; i++) {
		const struct stamp *s = &all->list.v[i];
		double x = (years(s->date) - all->first) / wide * 100;

		buf_printf(out, "<line class=%s x1=\"%.2f%%\" x2=\"%.2f%%\" "
		    "y1=%d y2=32 />", s->time ? "tick" : "own", x, x,
		    s->time ? 18 : 2);
		if (!s->time)
			buf_printf(out, "<text x=\"%.2f%%\" y=11 dx=\"%s\" "
			    "text-anchor=%s>the draft</text>", x, x > 50 ?
			    "-.5em" : ".5em", x > 50 ? "end" : "start");
	}
	buf_puts(out, "</svg><span>");
	put_date(out, all->list.v[0].date);
	buf_puts(out, "</span><span>");
	put_date(out, all->list.v[all->list.n - 1].date);
	buf_puts(out, "</span></div>\n");
}

/* the sentence around the words, cut at blanks */
static void
put_around(const struct html_page *p, const struct time *t)
{
	enum { BEFORE = 70, BEHIND = 90 };	/* bytes */
	const struct tokens *ts = p->facts->tokens;
	const struct sentence *s = &ts->sentence[t->sentence];
	struct range in = tokens_range(ts, s->beg, s->end);
	struct range words = tokens_range(ts, t->words.beg, t->words.end);
	struct str text = p->facts->doc->text;
	struct range shown = {words.beg > in.beg + BEFORE ?
		words.beg - BEFORE : in.beg, words.end + BEHIND < in.end ?
		words.end + BEHIND : in.end};

	while (shown.beg > in.beg && shown.beg < words.beg &&
	    text.s[shown.beg - 1] != ' ')
		shown.beg++;
	while (shown.end < in.end && shown.end > words.end &&
	    text.s[shown.end] != ' ')
		shown.end--;
	buf_puts(p->out, shown.beg > in.beg ? "\xE2\x80\xA6\xC2\xA0" : "");
	html_text(p->out, str_slice(text, shown.beg, words.beg));
	buf_puts(p->out, "<b>");
	html_text(p->out, str_slice(text, words.beg, words.end));
	buf_puts(p->out, "</b>");
	html_text(p->out, str_slice(text, words.end, shown.end));
	buf_puts(p->out, shown.end < in.end ? "\xC2\xA0\xE2\x80\xA6" : "");
}

static void
put_stamp(const struct html_page *p, const struct stamp *s)
{
	struct buf *out = p->out;

	buf_printf(out, "<li%s><span class=when>", s->time ? "" :
	    " class=own");
	put_date(out, s->date);
	buf_puts(out, s->taken ? "<span class=taken>year not said</span>" :
	    "");
	buf_puts(out, "</span> <span dir=auto class=said>");
	if (s->time)
		put_around(p, s->time);
	else
		buf_puts(out, "the draft\xE2\x80\x99s own date");
	buf_puts(out, "</span> <span class=at>");
	if (s->time)
		html_put_line(p, tokens_range(p->facts->tokens,
		    s->time->words.beg, s->time->words.end));
	buf_puts(out, "</span></li>\n");
}

void
html_put_dates(const struct html_page *p)
{
	struct stamps all = collect(p);

	if (!all.list.n)
		return;
	buf_puts(p->out, "<section class=dates><h3>Dates in their order</h3>\n");
	put_line(p, &all);
	buf_puts(p->out, "<ol>\n");
	for (uint32_t i = 0; i < all.list.n; i++)
		put_stamp(p, &all.list.v[i]);
	buf_puts(p->out, "</ol></section>\n");
}
