/* image.c - see image.h. */
#include "fill/image.h"

#include "util/err.h"
#include "wml/tree.h"

#include <stdlib.h>
#include <string.h>

/* Bytes still to be read. */
struct bytes {
	const unsigned char *at;
	size_t size;
};

static uint32_t big(const unsigned char *at, int n)
{
	uint32_t value = 0;

	while (n-- > 0)
		value = value << 8 | *at++;
	return value;
}

static uint32_t little16(const unsigned char *at)
{
	return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

static int broken(struct vb_error *err, const char *kind)
{
	return err_set(err, VB_ANSWERS, "the %s picture is damaged or cut off",
		       kind);
}

/* Pixels at so many in `inches` inches, as a natural size. */
static uint64_t natural(uint32_t pixels, double dpi)
{
	if (!(dpi >= IMAGE_DPI_MIN && dpi <= IMAGE_DPI_MAX))
		dpi = IMAGE_DPI;
	return (uint64_t)(pixels * (double)IMAGE_EMU_INCH / dpi + 0.5);
}

static void set_size(struct image *out, double x, double y)
{
	/* one without the other says nothing */
	if (!(x >= IMAGE_DPI_MIN && x <= IMAGE_DPI_MAX) ||
	    !(y >= IMAGE_DPI_MIN && y <= IMAGE_DPI_MAX))
		x = y = IMAGE_DPI;
	out->cx = natural(out->width, x);
	out->cy = natural(out->height, y);
}

/* ---- PNG (ISO/IEC 15948) ------------------------------------------------ */

static const unsigned char PNG_SIGN[8] = {0x89, 'P',  'N',  'G',
					  '\r', '\n', 0x1a, '\n'};

/* Bitwise, without a table: only the short first chunk is checked. */
static uint32_t crc32_of(const unsigned char *at, size_t size)
{
	uint32_t crc = 0xffffffffU;
	int bit;

	while (size-- > 0) {
		crc ^= *at++;
		for (bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320U : 0);
	}
	return ~crc;
}

static int read_png(struct image *out, struct bytes b, struct vb_error *err)
{
	double x = 0, y = 0;
	bool has_head = false, has_data = false;

	out->kind = IMAGE_PNG;
	b.at += sizeof(PNG_SIGN);
	b.size -= sizeof(PNG_SIGN);
	while (b.size >= 12) {
		uint32_t size = big(b.at, 4);
		const unsigned char *type = b.at + 4, *data = b.at + 8;

		if (size > b.size - 12)
			return broken(err, "PNG");
		if (!has_head) {
			if (memcmp(type, "IHDR", 4) != 0 || size != 13 ||
			    crc32_of(type, 17) != big(data + 13, 4))
				return broken(err, "PNG");
			out->width = big(data, 4);
			out->height = big(data + 4, 4);
			has_head = true;
		} else if (memcmp(type, "pHYs", 4) == 0 && size == 9 &&
			   data[8] == 1) {
			/* pixels per metre */
			x = big(data, 4) * 0.0254;
			y = big(data + 4, 4) * 0.0254;
		} else if (memcmp(type, "IDAT", 4) == 0) {
			has_data = true;
		} else if (memcmp(type, "IEND", 4) == 0) {
			if (!has_data)
				return broken(err, "PNG");
			set_size(out, x, y);
			return VB_OK;
		}
		b.at += size + 12;
		b.size -= size + 12;
	}
	return broken(err, "PNG");
}

/* ---- JPEG (ITU-T T.81; JFIF: T.871) ------------------------------------- */

/* SOF0 to SOF15 without DHT, JPG and DAC. */
static bool is_frame(unsigned char marker)
{
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 &&
	       marker != 0xc8 && marker != 0xcc;
}

/* Cameras and scanners write a few bytes behind the end. */
static bool has_end(struct bytes b)
{
	size_t i;

	for (i = b.size; i > 1; i--)
		if (b.at[i - 2] == 0xff && b.at[i - 1] == 0xd9)
			return true;
	return false;
}

static void read_density(const unsigned char *data, size_t size, double *x,
			 double *y)
{
	double unit;

	if (size < 12 || memcmp(data, "JFIF", 5) != 0 ||
	    (data[7] != 1 && data[7] != 2))
		return;
	unit = data[7] == 1 ? 1 : 2.54; /* per inch, per centimetre */
	*x = big(data + 8, 2) * unit;
	*y = big(data + 10, 2) * unit;
}

static int read_jpeg(struct image *out, struct bytes b, struct vb_error *err)
{
	double x = 0, y = 0;

	out->kind = IMAGE_JPEG;
	b.at += 2;
	b.size -= 2;
	while (b.size >= 4) {
		unsigned char marker = b.at[1];
		size_t size;

		if (b.at[0] != 0xff)
			return broken(err, "JPEG");
		if (marker == 0xff) { /* fill bytes */
			b.at++;
			b.size--;
			continue;
		}
		size = big(b.at + 2, 2);
		if (size < 2 || size > b.size - 2)
			return broken(err, "JPEG");
		if (marker == 0xe0)
			read_density(b.at + 4, size - 2, &x, &y);
		if (is_frame(marker) && size >= 8) {
			out->height = big(b.at + 5, 2);
			out->width = big(b.at + 7, 2);
		}
		b.at += size + 2;
		b.size -= size + 2;
		if (marker != 0xda)
			continue;
		if (!has_end(b))
			return broken(err, "JPEG");
		set_size(out, x, y);
		return VB_OK;
	}
	return broken(err, "JPEG");
}

/* ---- GIF ---------------------------------------------------------------- */

static int read_gif(struct image *out, struct bytes b, struct vb_error *err)
{
	out->kind = IMAGE_GIF;
	if (b.size < 14 || b.at[b.size - 1] != 0x3b)
		return broken(err, "GIF");
	out->width = little16(b.at + 6);
	out->height = little16(b.at + 8);
	set_size(out, 0, 0);
	return VB_OK;
}

/* ---- SVG ---------------------------------------------------------------- */

/* A length as CSS pixels, 96 to the inch; 0 for none and for percents. */
static double svg_length(const char *text)
{
	static const struct {
		const char *unit;
		double pixels;
	} UNITS[] = {
		{"px", 1},	   {"pt", 96 / 72.0}, {"pc", 16},
		{"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96},
	};
	double value = 0, scale = 1;
	size_t i;

	/* no strtod: it reads the locale */
	for (; *text >= '0' && *text <= '9'; text++)
		value = value * 10 + (*text - '0');
	if (*text == '.')
		for (text++; *text >= '0' && *text <= '9'; text++)
			value += (*text - '0') * (scale /= 10);
	if (!*text)
		return value;
	for (i = 0; i < sizeof(UNITS) / sizeof(UNITS[0]); i++)
		if (strcmp(text, UNITS[i].unit) == 0)
			return value * UNITS[i].pixels;
	return 0;
}

/* The last two of "0 0 300 150". */
static void svg_box(const char *text, double *width, double *height)
{
	double number[4] = {0};
	int n = 0;

	while (*text && n < 4) {
		char word[32];
		size_t size = strcspn(text, " ,\t\r\n");

		if (size && size < sizeof(word)) {
			memcpy(word, text, size);
			word[size] = '\0';
			number[n++] = svg_length(word);
		}
		text += size;
		text += strspn(text, " ,\t\r\n");
	}
	*width = number[2];
	*height = number[3];
}

static int read_svg(struct image *out, struct bytes b, struct vb_error *err)
{
	struct vb_error fault = {0};
	double width, height, w, h;
	xmlDoc *doc = NULL;
	const xmlNode *root;
	int rc = tree_parse(&doc, b.at, b.size, "svg", &fault);

	if (rc == VB_NOMEM)
		return err_set(err, VB_NOMEM, "out of memory");
	if (rc)
		return err_set(err, VB_ANSWERS, "the SVG picture: %s",
			       fault.text);
	root = xmlDocGetRootElement(doc);
	if (!tree_is_ns(root, "http://www.w3.org/2000/svg", "svg")) {
		xmlFreeDoc(doc);
		return err_set(err, VB_ANSWERS,
			       "no PNG, JPEG, GIF or SVG picture");
	}
	out->kind = IMAGE_SVG;
	svg_box(tree_plain_attr(root, "viewBox"), &w, &h);
	width = svg_length(tree_plain_attr(root, "width"));
	height = svg_length(tree_plain_attr(root, "height"));
	xmlFreeDoc(doc);
	if (w > 0 && h > 0) {
		if (width <= 0)
			width = height > 0 ? height * w / h : w;
		if (height <= 0)
			height = width * h / w;
	}
	/* what a browser takes without either */
	if (!(width >= 1 && height >= 1)) {
		width = 300;
		height = 150;
	}
	if (width > IMAGE_SIDE_MAX || height > IMAGE_SIDE_MAX)
		return err_set(err, VB_LIMIT, "the picture is wider than %d",
			       IMAGE_SIDE_MAX);
	out->width = (uint32_t)width;
	out->height = (uint32_t)height;
	set_size(out, 0, 0);
	return VB_OK;
}

/* ---- by content --------------------------------------------------------- */

static bool starts(struct bytes b, const void *sign, size_t size)
{
	return b.size >= size && memcmp(b.at, sign, size) == 0;
}

static int read_any(struct image *out, struct bytes b, struct vb_error *err)
{
	struct bytes text = b;

	if (starts(b, PNG_SIGN, sizeof(PNG_SIGN)))
		return read_png(out, b, err);
	if (starts(b, "\xff\xd8\xff", 3))
		return read_jpeg(out, b, err);
	if (starts(b, "GIF87a", 6) || starts(b, "GIF89a", 6))
		return read_gif(out, b, err);
	if (starts(b, "\xef\xbb\xbf", 3)) {
		text.at += 3;
		text.size -= 3;
	}
	while (text.size && strchr(" \t\r\n", *text.at) && *text.at) {
		text.at++;
		text.size--;
	}
	if (starts(text, "<", 1))
		return read_svg(out, b, err);
	return err_set(err, VB_ANSWERS, "no PNG, JPEG, GIF or SVG picture");
}

int image_read(struct image *out, const void *data, size_t size,
	       struct vb_error *err)
{
	struct bytes b = {data, size};
	int rc;

	memset(out, 0, sizeof(*out));
	if (size > IMAGE_BYTES_MAX)
		return err_set(err, VB_LIMIT,
			       "the picture has more than %d bytes",
			       IMAGE_BYTES_MAX);
	rc = read_any(out, b, err);
	if (rc)
		return rc;
	if (out->width == 0 || out->height == 0)
		return err_set(err, VB_ANSWERS, "the picture has no pixels");
	if (out->width > IMAGE_SIDE_MAX || out->height > IMAGE_SIDE_MAX ||
	    (uint64_t)out->width * out->height > IMAGE_PIXELS_MAX)
		return err_set(err, VB_LIMIT,
			       "the picture has %u by %u pixels, more than %d",
			       (unsigned)out->width, (unsigned)out->height,
			       IMAGE_PIXELS_MAX);
	return VB_OK;
}

static const struct {
	const char *extension, *type;
} KINDS[] = {
	[IMAGE_PNG] = {"png", "image/png"},
	[IMAGE_JPEG] = {"jpeg", "image/jpeg"},
	[IMAGE_GIF] = {"gif", "image/gif"},
	[IMAGE_SVG] = {"svg", "image/svg+xml"},
};

const char *image_extension(enum image_kind kind)
{
	return KINDS[kind].extension;
}

const char *image_type(enum image_kind kind)
{
	return KINDS[kind].type;
}
