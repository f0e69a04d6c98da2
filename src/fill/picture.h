/*
 * picture.h - the holes in the bytes of a drawing whose picture is replaced,
 * between picture.c that makes them and write_image.c that fills them.
 */
#ifndef FILL_PICTURE_H
#define FILL_PICTURE_H

#define PICTURE_HOLE  "vb*"
#define PICTURE_EMBED PICTURE_HOLE "e" /* r:embed */
#define PICTURE_SVG   PICTURE_HOLE "s" /* what an SVG adds to a:blip */
#define PICTURE_ID    PICTURE_HOLE "i" /* of wp:docPr */
#define PICTURE_NAME  PICTURE_HOLE "n"
#define PICTURE_WORDS PICTURE_HOLE "d"
#define PICTURE_TITLE PICTURE_HOLE "t"
#define PICTURE_CX    PICTURE_HOLE "x"
#define PICTURE_CY    PICTURE_HOLE "y"

#endif
