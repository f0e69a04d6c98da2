/* deadlines.c - see deadlines.h. */
#include "cli/deadlines.h"

#include "cli/msg.h"

#include <stdio.h>
#include <string.h>

/* A day as ISO 8601 writes it; a deadline is compared with it as text. */
static bool is_day(const char *text)
{
	static const char shape[] = "0000-00-00";
	size_t i;

	for (i = 0; shape[i]; i++)
		if (shape[i] == '-' ? text[i] != '-'
				    : text[i] < '0' || text[i] > '9')
			return false;
	return text[i] == '\0' && strncmp(text + 5, "00", 2) > 0 &&
	       strncmp(text + 5, "12", 2) <= 0 &&
	       strncmp(text + 8, "00", 2) > 0 &&
	       strncmp(text + 8, "31", 2) <= 0;
}

static void name_passed(const struct vb_obligation *one, const char *path,
			const struct vb_sink *sink)
{
	char message[512];
	struct vb_finding finding = {
		.rule = "deadline-passed",
		.severity = VB_WARNING,
		.field = one->id,
		.level = "",
		.message = message,
		.place = {.file = path, .part = "", .heading = "", .near = ""},
	};

	snprintf(message, sizeof(message), "%s was due on %s from %s", one->id,
		 one->deadline, one->actor);
	sink->take(sink->payload, &finding);
}

void deadlines_passed(const struct vb_form *form, const char *path,
		      const char *on, const struct vb_sink *sink)
{
	size_t i, n = on && form ? vb_form_obligations(form) : 0;

	for (i = 0; i < n; i++) {
		const struct vb_obligation *one = vb_form_obligation(form, i);

		if (vb_obligation_passed(one, on))
			name_passed(one, path, sink);
	}
}

bool deadlines_day(const struct cmd *cmd, const char *on)
{
	if (!on || is_day(on))
		return true;
	msg_usage(cmd->name, "--on '%s' is not a day like 2023-10-01", on);
	return false;
}
