#include "base/freeze.h"

#include <assert.h>

struct head {
	uint32_t n, size;
};

static_assert(sizeof(struct head) == FREEZE_ALIGN, "what follows is aligned");

void
freeze_array(struct buf *out, const void *v, uint32_t n, size_t size)
{
	struct head head = {n, (uint32_t)size};

	assert(out->n % FREEZE_ALIGN == 0);
	buf_add(out, (struct str){(const char *)&head, sizeof head});
	buf_add(out, (struct str){v, n * head.size});
	buf_fill(out, '\0', -out->n & (FREEZE_ALIGN - 1));
}

void *
thaw_array(struct frozen *in, uint32_t *n, size_t size)
{
	const struct head *head = (const void *)in->rest.s;

	assert(in->rest.n >= sizeof *head && head->size == size);
	uint32_t bytes = (uint32_t)sizeof *head + head->n * head->size;
	bytes += -bytes & (FREEZE_ALIGN - 1);
	assert(in->rest.n >= bytes);
	in->rest = str_slice(in->rest, bytes, in->rest.n);
	*n = head->n;
	return (void *)(uintptr_t)(head + 1);
}
