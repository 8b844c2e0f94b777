#include "read/opened.h"

uint32_t
opened_begin(struct opened *o, struct str x, uint32_t low, uint32_t at)
{
	uint32_t beg = at;

	switch (o->type) {
	case MD_SPAN_A:
		o->form = syntax_link_form(x, low, at, &beg);
		break;
	case MD_SPAN_IMG:
		if (syntax_link_form(x, low, at, &beg) == LINK_BRACKET)
			beg = syntax_back(x, low, beg, '!', '!', 1);
		break;
	case MD_SPAN_EM:
		beg = syntax_back(x, low, at, '*', '_', 1);
		break;
	case MD_SPAN_STRONG:
		beg = syntax_back(x, low, at, '*', '_', 2);
		break;
	case MD_SPAN_DEL:
		beg = syntax_back(x, low, at, '~', '~', 2);
		break;
	case MD_SPAN_CODE:
		beg = syntax_back(x, low, at, ' ', '\n', 1);
		beg = syntax_back(x, low, beg, '`', '`', UINT32_MAX);
		break;
	default:
		break;
	}
	return beg;
}

uint32_t
opened_end(const struct opened *o, struct str x, uint32_t at)
{
	uint32_t end = at;

	switch (o->type) {
	case MD_SPAN_A:
		if (o->form == LINK_ANGLE)
			end = syntax_over(x, at, '>', '>', 1);
		if (o->form != LINK_BRACKET)
			break;
		/* fall through */
	case MD_SPAN_IMG:
		end = syntax_link_close(x, at);
		end = syntax_link_tail(x, end);
		break;
	case MD_SPAN_EM:
		end = syntax_over(x, at, '*', '_', 1);
		break;
	case MD_SPAN_STRONG:
		end = syntax_over(x, at, '*', '_', 2);
		break;
	case MD_SPAN_DEL:
		end = syntax_over(x, at, '~', '~', 2);
		break;
	case MD_SPAN_CODE:
		end = syntax_over(x, at, ' ', '\n', 1);
		end = syntax_over(x, end, '`', '`', UINT32_MAX);
		break;
	default:
		break;
	}
	return end;
}
