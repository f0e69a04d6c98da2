/*
 * write_image.c - the XML of a picture (ECMA-376-1 20.4.2.8, 20.2.2.5): in
 * the frame of the template, or in a line of its own making.
 *
 * An SVG is shown by who knows [MS-ODRAWXML] 2.2.11 asvg:svgBlip; its PNG, by
 * all others.
 */
#include "fill/write.h"

#include "fill/picture.h"

#include "util/err.h"

#include <string.h>

#define A_NS "http://schemas.openxmlformats.org/drawingml/2006/main"
#define R_NS \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PIC_NS "http://schemas.openxmlformats.org/drawingml/2006/picture"
#define WP_NS                                               \
	"http://schemas.openxmlformats.org/drawingml/2006/" \
	"wordprocessingDrawing"
#define SVG_NS "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

/* The height of the text of an A4 page less a line. */
#define HEIGHT_MAX ((uint64_t)240 * IMAGE_EMU_MM)

/* Wider than any picture is set; products with a size stay in 64 bits. */
#define UNBOUND ((uint64_t)4000000000U)

/* What goes into the holes of one picture. */
struct filling {
	const char *name;  /* of the file */
	struct span words; /* escaped: the field's label */
	const struct name *tag;
	char embed[OPC_ID_MAX], svg[OPC_ID_MAX]; /* svg "": there is none */
	uint64_t cx, cy;
	uint32_t id;
};

static const char *name_of(const struct slot *slot, const struct answer *answer)
{
	bool is_place = slot->picture || slot->image_width_mm ||
			slot->image_height_mm;

	if (slot->field)
		is_place = slot->field->type == FIELD_IMAGE;
	if (!answer || !is_place)
		return NULL;
	if (answer->kind == VALUE_FILES && answer->n_files == 1)
		return answer->files[0];
	/* without a form the name alone does */
	if (answer->kind == VALUE_TEXT && !slot->field && answer->size)
		return answer->text;
	return NULL;
}

const char *write_image_name(const struct renderer *r, const struct slot *slot,
			     const struct answer *answer)
{
	const char *name = name_of(slot, answer);

	return name && media_has(&r->media, name) ? name : NULL;
}

void write_image_check(struct renderer *r, const struct slot *slot,
		       const struct answer *answer)
{
	const char *name = name_of(slot, answer);

	if (name && !media_has(&r->media, name))
		render_tell(r, answer, "picture-missing",
			    "there is no picture '%.80s' beside the answers",
			    name);
}

/* ---- size --------------------------------------------------------------- */

/* Scales to the largest size that fits; both boxes are less than 2^32. */
static void fit(struct filling *f, uint64_t cx, uint64_t cy)
{
	if (f->cx * cy > f->cy * cx) {
		f->cy = f->cy * cx / f->cx;
		f->cx = cx;
	} else {
		f->cx = f->cx * cy / f->cy;
		f->cy = cy;
	}
	f->cx = f->cx ? f->cx : 1;
	f->cy = f->cy ? f->cy : 1;
}

/* What is not given does not bind. */
static uint64_t millimetres(unsigned mm)
{
	return mm ? (uint64_t)mm * IMAGE_EMU_MM : UNBOUND;
}

static void set_size(struct filling *f, const struct slot *slot,
		     const struct image *image)
{
	f->cx = image->cx ? image->cx : 1;
	f->cy = image->cy ? image->cy : 1;
	if (slot->picture)
		fit(f, slot->picture->cx, slot->picture->cy);
	else if (slot->image_width_mm || slot->image_height_mm)
		fit(f, millimetres(slot->image_width_mm),
		    millimetres(slot->image_height_mm));
	else if ((slot->room && f->cx > slot->room) || f->cy > HEIGHT_MAX)
		fit(f, slot->room ? slot->room : f->cx, HEIGHT_MAX);
}

/* ---- bytes -------------------------------------------------------------- */

static void add_wide(struct buf *out, uint64_t number)
{
	buf_addf(out, "%llu", (unsigned long long)number);
}

static void add_svg(struct buf *out, const struct filling *f)
{
	if (!f->svg[0])
		return;
	ADD(out, "<a:extLst xmlns:a=\"" A_NS "\"><a:ext "
		 "uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">"
		 "<asvg:svgBlip xmlns:asvg=\"" SVG_NS "\" xmlns:r=\"" R_NS
		 "\" r:embed=\"");
	buf_adds(out, f->svg);
	ADD(out, "\"/></a:ext></a:extLst>");
}

static void add_hole(struct renderer *r, const struct filling *f, char hole)
{
	switch (hole) {
	case 'e':
		buf_adds(r->out, f->embed);
		break;
	case 's':
		add_svg(r->out, f);
		break;
	case 'i':
		write_number(r->out, f->id);
		break;
	case 'n':
		buf_add_attr(r->out, f->name, strlen(f->name));
		break;
	case 'd':
		write_span(r->out, &f->words);
		break;
	case 't':
		/* so that a filled document is still a template */
		if (!r->is_plain)
			buf_addf(r->out, "{{%s}}", f->tag->id);
		break;
	case 'x':
		add_wide(r->out, f->cx);
		break;
	case 'y':
		add_wide(r->out, f->cy);
		break;
	default:
		break;
	}
}

static void add_frame(struct renderer *r, const struct span *run,
		      const struct filling *f)
{
	const char *at = run->at, *end = run->at + run->size;
	const char *hole = strstr(at, PICTURE_HOLE);

	for (; hole && hole < end; hole = strstr(at, PICTURE_HOLE)) {
		buf_add(r->out, at, (size_t)(hole - at));
		hole += strlen(PICTURE_HOLE);
		add_hole(r, f, *hole);
		at = *hole ? hole + 1 : hole;
	}
	buf_add(r->out, at, (size_t)(end - at));
}

/* A picture in the line. */
static const char INLINE[] =
	"<w:drawing><wp:inline xmlns:wp=\"" WP_NS
	"\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
	"<wp:extent cx=\"" PICTURE_CX "\" cy=\"" PICTURE_CY
	"\"/><wp:docPr id=\"" PICTURE_ID "\" name=\"" PICTURE_NAME
	"\" descr=\"" PICTURE_WORDS "\"/><wp:cNvGraphicFramePr>"
	"<a:graphicFrameLocks xmlns:a=\"" A_NS
	"\" noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
	"<a:graphic xmlns:a=\"" A_NS "\"><a:graphicData uri=\"" PIC_NS
	"\"><pic:pic xmlns:pic=\"" PIC_NS "\"><pic:nvPicPr>"
	"<pic:cNvPr id=\"" PICTURE_ID "\" name=\"" PICTURE_NAME
	"\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r=\"" R_NS
	"\" r:embed=\"" PICTURE_EMBED "\">" PICTURE_SVG
	"</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
	"<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"" PICTURE_CX
	"\" cy=\"" PICTURE_CY "\"/></a:xfrm><a:prstGeom prst=\"rect\">"
	"<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
	"</a:graphic></wp:inline></w:drawing>";

/* ---- the door ----------------------------------------------------------- */

/* Says which picture of which answer it is. */
static int fail(struct renderer *r, const struct answer *answer,
		const char *name, const struct vb_error *fault)
{
	if (answer->line)
		err_where(&r->err, "line %d", answer->line);
	err_part(&r->err, r->program->part_name);
	return err_set(&r->err, fault->code, "the picture '%.80s' of '%s': %s",
		       name, answer->id, fault->text);
}

static int relate(char id[OPC_ID_MAX], struct renderer *r, int item,
		  struct vb_error *fault)
{
	const char *rel = "";
	int rc = media_relate(&rel, &r->media, r->program->part_name, item,
			      fault);

	if (rc == VB_OK)
		strncpy(id, rel, OPC_ID_MAX - 1);
	return rc;
}

static int load(struct filling *f, struct renderer *r, const struct slot *slot,
		struct vb_error *fault)
{
	const struct media_item *item;
	int at = 0;
	int rc = media_load(&at, &r->media, f->name, fault);

	if (rc)
		return rc;
	item = &r->media.items.at[at];
	set_size(f, slot, &item->image);
	if (item->fallback == MEDIA_NONE)
		return relate(f->embed, r, at, fault);
	rc = relate(f->embed, r, item->fallback, fault);
	return rc ? rc : relate(f->svg, r, at, fault);
}

int write_image(struct renderer *r, const struct slot *slot,
		const struct answer *answer)
{
	struct filling f = {.name = name_of(slot, answer),
			    .words = slot->label,
			    .tag = &slot->name};
	struct vb_error fault = {0};
	struct span line = {INLINE, sizeof(INLINE) - 1};
	int rc = load(&f, r, slot, &fault);

	if (rc)
		return fail(r, answer, f.name, &fault);
	f.id = r->drawing++;
	if (slot->picture) {
		add_frame(r, &slot->picture->run, &f);
		return VB_OK;
	}
	ADD(r->out, "<w:r>");
	write_span(r->out, &slot->rpr[0]);
	add_frame(r, &line, &f);
	ADD(r->out, "</w:r>");
	return VB_OK;
}
