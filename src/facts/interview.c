/*
 * Interviews that are printed as questions and answers, without quotation
 * marks.  A question is a paragraph that ends in its mark; whoever is asked is
 * spoken to in it, and speaks in the first person in the answer.  That tells
 * interviews from explainers, where the newsroom answers what it asks itself.
 */
#include "facts/parts.h"

enum { FEWEST = 3 };	/* questions so answered that make an interview */

/* the sentences of one block */
struct passage {
	uint32_t beg, end;	/* sentences */
	bool question, address, first_person;
};

static bool
is_question(const struct tokens *ts, const struct sentence *last)
{
	return last->end > last->beg &&
	    ts->doc->text.s[ts->token[last->end - 1].beg] == '?';
}

static struct passage
passage_at(const struct finding *f, uint32_t sentence)
{
	const struct tokens *ts = f->ts;
	uint32_t block = ts->sentence[sentence].block;
	struct passage p = {.beg = sentence, .end = sentence + 1};

	while (p.end < ts->nsentence && ts->sentence[p.end].block == block)
		p.end++;
	p.question = f->facts->doc->block[block].kind == BLOCK_PARAGRAPH &&
	    is_question(ts, &ts->sentence[p.end - 1]);
	return p;
}

static void
look_at_persons(const struct finding *f, struct passage *p)
{
	const struct tokens *ts = f->ts;

	for (uint32_t i = ts->sentence[p->beg].beg;
	    i < ts->sentence[p->end - 1].end; i++) {
		bool address = token_is(ts, i, CLASS_ADDRESSEE);
		bool first_person = token_is(ts, i, CLASS_FIRST_PERSON);

		if ((!address && !first_person) ||
		    quotation_holds(f->facts, i))
			continue;
		p->address |= address;
		p->first_person |= first_person;
	}
}

static uint32_t
count_answered(const struct finding *f)
{
	uint32_t n = 0;
	bool asked = false;
	struct passage p;

	for (uint32_t i = 0; i < f->ts->nsentence; i = p.end) {
		p = passage_at(f, i);
		if (p.question || asked)
			look_at_persons(f, &p);
		if (p.question) {
			asked = p.address;
		} else if (asked && p.first_person) {
			asked = false;
			n++;
		}
	}
	return n;
}

struct questions {
	uint32_t n, last;	/* how many; where the last one begins */
};

static struct questions
questions_of(const struct finding *f)
{
	struct questions q = {0};
	struct passage p;

	for (uint32_t i = 0; i < f->ts->nsentence; i = p.end) {
		p = passage_at(f, i);
		if (p.question) {
			q.n++;
			q.last = i;
		}
	}
	return q;
}

/*
 * Whatever stands between two questions is an answer.  After the last one the
 * next paragraph is, and those that follow for as long as somebody speaks of
 * himself.
 */
void
interview_find(struct finding *f)
{
	struct facts *facts = f->facts;
	struct questions asked = questions_of(f);
	bool answers = false, just_asked = false;
	struct passage p;

	if (asked.n < FEWEST || count_answered(f) < FEWEST)
		return;
	bool *answer = NEWS(f->arena, bool, facts->doc->nblock);
	for (uint32_t i = 0; i < f->ts->nsentence; i = p.end) {
		uint32_t block = f->ts->sentence[i].block;

		p = passage_at(f, i);
		if (i > asked.last)
			look_at_persons(f, &p);
		if (facts->doc->block[block].kind == BLOCK_HEADING)
			answers = false;
		else if (p.question)
			answers = true;
		else if (i > asked.last && !p.first_person && !just_asked)
			answers = false;
		just_asked = p.question;
		answer[block] = answers && !p.question;
	}
	facts->answer = answer;
}
