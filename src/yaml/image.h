/*
 * An image holds parsed files without a pointer in it: made at build time,
 * used where it lies.  Whoever opens one reads no YAML and copies nothing.
 * It suits machines with the byte order and struct layout of the one that
 * made it, and lies at a multiple of IMAGE_ALIGN.
 */
#ifndef YAML_IMAGE_H
#define YAML_IMAGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "yaml/yaml.h"

enum { IMAGE_ALIGN = 8 };

struct image_file {
	struct str path;	/* a NUL follows it */
	struct yaml yaml;	/* nnode 0: a word list, it has no tree */
	struct str text;	/* the file's bytes */
};

/* append an image of the files, which keep their order; out is empty before */
void image_write(struct buf *out, const struct image_file *file,
    uint32_t nfile);

uint32_t image_nfile(struct str image);

/* file i of the image; its parts point into the image */
const struct image_file *image_get(struct arena *a, struct str image,
    uint32_t i);

/* NULL if the image has no file of that path */
const struct image_file *image_find(struct arena *a, struct str image,
    struct str path);

#endif
