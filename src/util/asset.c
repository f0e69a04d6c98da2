/* asset.c - see asset.h; the table itself is generated (build/gen). */
#include "util/asset.h"

#include "util/asset_table.h"

#include <string.h>

const struct asset *asset_find(const char *name)
{
	const struct asset *asset;

	for (asset = asset_table; asset->name; asset++)
		if (strcmp(asset->name, name) == 0)
			return asset;
	return NULL;
}
