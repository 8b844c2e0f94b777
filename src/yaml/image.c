#include "yaml/image.h"

#include <assert.h>

static_assert(alignof(struct node) <= IMAGE_ALIGN,
    "nodes are read where they lie");

/* bytes [at, at + n) of the image */
struct part {
	uint32_t at, n;
};

struct entry {
	struct part path, node, scalars, text;
};

struct head {
	uint32_t magic;		/* also tells the byte order */
	uint32_t node_size;	/* tells an image of another layout */
	uint32_t nfile;
	uint32_t size;		/* of the whole image */
	struct entry entry[];
};

enum { MAGIC = 0x62796c31 };

static void
align(struct buf *out)
{
	buf_fill(out, '\0', -out->n & (IMAGE_ALIGN - 1));
}

/* a NUL follows each part, so that a path can be used as a C string */
static struct part
add_part(struct buf *out, struct str bytes)
{
	struct part part = {(uint32_t)out->n, bytes.n};

	buf_add(out, bytes);
	buf_char(out, '\0');
	align(out);
	return part;
}

static struct str
node_bytes(const struct yaml *y)
{
	return (struct str){(const char *)y->node,
	    y->nnode * (uint32_t)sizeof *y->node};
}

static struct entry
add_file(struct buf *out, const struct image_file *file)
{
	struct entry entry = {.path = add_part(out, file->path)};

	entry.node = add_part(out, node_bytes(&file->yaml));
	entry.scalars = add_part(out, file->yaml.text);
	entry.text = add_part(out, file->text);
	return entry;
}

void
image_write(struct buf *out, const struct image_file *file, uint32_t nfile)
{
	struct head head = {
		.magic = MAGIC,
		.node_size = sizeof(struct node),
		.nfile = nfile,
	};

	assert(out->n == 0);
	buf_fill(out, '\0', sizeof head + nfile * sizeof(struct entry));
	align(out);
	for (uint32_t i = 0; i < nfile; i++) {
		struct entry entry = add_file(out, &file[i]);

		memcpy(out->s + sizeof head + i * sizeof entry, &entry,
		    sizeof entry);
	}
	assert(out->n <= UINT32_MAX);
	head.size = (uint32_t)out->n;
	memcpy(out->s, &head, sizeof head);
}

/* an image that does not fit is a fault of the build, not of a user */
static const struct head *
head_of(struct str image)
{
	const struct head *head = (const void *)image.s;

	assert((uintptr_t)image.s % IMAGE_ALIGN == 0);
	assert(image.n >= sizeof *head && head->magic == MAGIC);
	assert(head->node_size == sizeof(struct node));
	assert(head->size == image.n);
	return head;
}

static struct str
part_str(struct str image, struct part part)
{
	return str_slice(image, part.at, part.at + part.n);
}

uint32_t
image_nfile(struct str image)
{
	return head_of(image)->nfile;
}

const struct image_file *
image_get(struct arena *a, struct str image, uint32_t i)
{
	const struct head *head = head_of(image);

	assert(i < head->nfile);

	const struct entry *entry = &head->entry[i];
	struct image_file *file = NEW(a, struct image_file);

	*file = (struct image_file){
		.path = part_str(image, entry->path),
		.yaml = {
			.node = (const void *)(image.s + entry->node.at),
			.nnode = entry->node.n / head->node_size,
			.text = part_str(image, entry->scalars),
		},
		.text = part_str(image, entry->text),
	};
	return file;
}

const struct image_file *
image_find(struct arena *a, struct str image, struct str path)
{
	const struct head *head = head_of(image);

	for (uint32_t i = 0; i < head->nfile; i++)
		if (str_eq(part_str(image, head->entry[i].path), path))
			return image_get(a, image, i);
	return NULL;
}
