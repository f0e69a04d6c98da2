#!/bin/sh
# seed-package.sh DIR - packages, and the XML of packages (see fuzz_package.c).
set -eu

for dir in fixtures/*/*/; do
	types="$dir[Content_Types].xml"
	[ -e "$types" ] || continue
	name=$(echo "$dir" | tr / _)
	"$MKDOCX" "$dir" "$1/$name.docx"
	{
		printf X
		cat "$types"
		printf '\000'
		cat "$dir/_rels/.rels"
		printf '\000'
		cat "$dir"/word/_rels/*.rels 2>/dev/null || true
	} >"$1/$name.parts"
done
