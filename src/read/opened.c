#include "read/opened.h"

uint32_t
opened_begin(struct opened *o, struct str x, uint32_t low, uint32_t at)
{
	uint32_t beg = at;

	switch (o->kind) {
	case OPENED_LINK:
		o->form = syntax_link_form(x, low, at, &beg);
		break;
	case OPENED_IMAGE:
		if (syntax_link_form(x, low, at, &beg) == LINK_BRACKET)
			beg = syntax_back(x, low, beg, '!', '!', 1);
		break;
	case OPENED_EMPHASIS:
		beg = syntax_back(x, low, at, '*', '_', 1);
		break;
	case OPENED_STRONG:
		beg = syntax_back(x, low, at, '*', '_', 2);
		break;
	case OPENED_DELETED:
		beg = syntax_back(x, low, at, '~', '~', 2);
		break;
	case OPENED_CODE:
		beg = syntax_back(x, low, at, ' ', '\n', 1);
		beg = syntax_back(x, low, beg, '`', '`', UINT32_MAX);
		break;
	case OPENED_OTHER:
		break;
	}
	return beg;
}

uint32_t
opened_end(const struct opened *o, struct str x, uint32_t at)
{
	uint32_t end = at;

	switch (o->kind) {
	case OPENED_LINK:
		if (o->form == LINK_ANGLE)
			end = syntax_over(x, at, '>', '>', 1);
		if (o->form != LINK_BRACKET)
			break;
		/* fall through */
	case OPENED_IMAGE:
		end = syntax_link_close(x, at);
		end = syntax_link_tail(x, end);
		break;
	case OPENED_EMPHASIS:
		end = syntax_over(x, at, '*', '_', 1);
		break;
	case OPENED_STRONG:
		end = syntax_over(x, at, '*', '_', 2);
		break;
	case OPENED_DELETED:
		end = syntax_over(x, at, '~', '~', 2);
		break;
	case OPENED_CODE:
		end = syntax_over(x, at, ' ', '\n', 1);
		end = syntax_over(x, end, '`', '`', UINT32_MAX);
		break;
	case OPENED_OTHER:
		break;
	}
	return end;
}
