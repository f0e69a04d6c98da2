/* text_table.h - rows of a tab-separated fixture under fixtures/text/. */
#ifndef TEXT_TABLE_H
#define TEXT_TABLE_H

#include "tap.h"

#include <stdlib.h>

enum {
	TABLE_COLUMNS = 4
};

/* Calls `each` with the columns of every row; the rest are "". */
static void table_rows(const char *name,
		       void (*each)(char *const columns[TABLE_COLUMNS]))
{
	const char *top = getenv("TOP") ? getenv("TOP") : ".";
	static char line[8192], path[4096];
	FILE *in;

	snprintf(path, sizeof(path), "%s/fixtures/text/%s", top, name);
	in = fopen(path, "r");
	if (!ok(in != NULL, "%s opens", name))
		return;
	while (fgets(line, sizeof(line), in)) {
		static char none[] = "";
		char *columns[TABLE_COLUMNS] = {none, none, none, none};
		char *at = line;
		int i;

		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || line[0] == '\0')
			continue;
		for (i = 0; i < TABLE_COLUMNS && at; i++) {
			columns[i] = at;
			at = strchr(at, '\t');
			if (at)
				*at++ = '\0';
		}
		each(columns);
	}
	fclose(in);
}

#endif
