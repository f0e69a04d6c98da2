/* asset_table.h - the generated table behind asset.c. Ends with a NULL name. */
#ifndef UTIL_ASSET_TABLE_H
#define UTIL_ASSET_TABLE_H

#include "util/asset.h"

extern const struct asset asset_table[];

#endif
