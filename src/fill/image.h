/*
 * image.h - what a picture file is, told by its bytes: its kind, its pixels
 * and the size it has by its own resolution. A file that ends early is
 * refused: Word shows a red cross for it, after the report was sent.
 */
#ifndef FILL_IMAGE_H
#define FILL_IMAGE_H

#include "vanban.h"

/* English metric units: ECMA-376-1 20.1.2.1. */
#define IMAGE_EMU_INCH 914400
#define IMAGE_EMU_MM   36000
#define IMAGE_EMU_TWIP 635

enum {
	/* Bytes of one picture: a scan of an A4 page at 600 dpi has 10 to 25
	 * MiB; mail takes no more. */
	IMAGE_BYTES_MAX = 32 << 20,
	/* Width or height: what Word itself takes. */
	IMAGE_SIDE_MAX = 32767,
	/* Pixels in all: Word and LibreOffice hold them at 4 bytes each. */
	IMAGE_PIXELS_MAX = 100000000,
	/* Dots per inch that are believed; others are 96. */
	IMAGE_DPI_MIN = 10,
	IMAGE_DPI_MAX = 4800,
	IMAGE_DPI = 96
};

enum image_kind {
	IMAGE_PNG,
	IMAGE_JPEG,
	IMAGE_GIF,
	IMAGE_SVG
};

struct image {
	enum image_kind kind;
	uint32_t width, height; /* pixels */
	uint64_t cx, cy;	/* natural size in EMU */
};

/* VB_ANSWERS for what is no whole picture of these kinds, VB_LIMIT. */
int image_read(struct image *out, const void *data, size_t size,
	       struct vb_error *err);

/* "png": of the part's name; and its content type. */
const char *image_extension(enum image_kind kind);
const char *image_type(enum image_kind kind);

#endif
