#!/bin/sh
# The documents of fixtures/reader as fuzz_extract.c takes them.
set -eu
for dir in fixtures/reader/*/; do
	name=$(basename "$dir")
	{
		cat "$dir/document.xml"
		echo '%%'
		cat "$dir/report.xml"
	} >"$1/$name"
done
