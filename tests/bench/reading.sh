#!/bin/sh
# reading.sh - reading documents as text beside other readers and the floor:
# reports of 5, 300, 600 and 1200 pages as Word saves them (tests/tools/
# genreading.c), ROUNDS (5) each, whole processes by turns, CPU of the least.
# Needs a network the first time: npm and apt bring the others, npm's into
# build/peers only.
set -eu
cd "$TOP"
out=$TOP/build/bench/reading
peers=$TOP/build/peers
mkdir -p "$out" "$peers"
sh .ci/deps time pandoc docx2txt >&2 || :
if [ ! -d "$peers/node_modules/mammoth" ]; then
	npm install --prefix "$peers" --no-audit --no-fund --silent \
		mammoth@1.13.0 @firecrawl/anydoc@0.1.9 >&2 || :
fi
for pages in 5 300 600 1200; do
	"$TOOLS/genreading" $pages "$out/$pages.docx" >/dev/null
done

# timed WHAT FILE COMMAND...: CPU and wall seconds, peak memory
timed() {
	what=$1 file=$2
	shift 2
	: >"$out/times"
	round=0
	while [ $round -lt "${ROUNDS:-5}" ]; do
		/usr/bin/time -q -a -o "$out/times" -f '%U %S %e %M' "$@" \
			"$file" >"$out/text" 2>"$out/err" || {
			echo "$what: failed"
			return 0
		}
		round=$((round + 1))
	done
	awk -v what="$what" -v words="$(wc -w <"$out/text")" '
	{ cpu = $1 + $2
	  if (NR == 1 || cpu < best) best = cpu
	  if (NR == 1 || $3 < wall) wall = $3
	  if ($4 > mem) mem = $4 }
	END { printf "%-22s %7.2f s CPU %7.2f s %8.1f MiB %9d words\n",
		what, best, wall, mem / 1024, words }' "$out/times"
}

echo 'beside the floor: the main part inflated, and parsed by handlers that do nothing'
for pages in 5 300 600 1200; do
	printf '%5d pages: ' $pages
	"$TOOLS/readbench" "$out/$pages.docx" $((pages < 100 ? 200 : 5)) \
		"$TOP/templates/hp-2023-pl1/form.xml"
done
printf '200 cold starts, 5 pages: '
"$TOOLS/coldbench" 200 "$VANBAN" inspect --to text "$out/5.docx"
printf '200 cold starts, --version: '
"$TOOLS/coldbench" 200 "$VANBAN" --version
for pages in 5 300; do
	file=$out/$pages.docx
	echo "$pages pages, whole processes:"
	timed vanban "$file" "$VANBAN" inspect --to text
	if command -v docx2txt >/dev/null; then
		timed docx2txt "$file" sh -c 'docx2txt "$1" -' sh
	fi
	timed 'pandoc to plain' "$file" pandoc -t plain
	[ ! -f "$peers/node_modules/@firecrawl/anydoc/cli.js" ] ||
		timed anydoc "$file" node \
			"$peers/node_modules/@firecrawl/anydoc/cli.js"
	[ ! -d "$peers/node_modules/mammoth" ] ||
		timed 'mammoth to raw text' "$file" node -e '
		require(process.argv[1] + "/mammoth").extractRawText(
			{path: process.argv[2]}).then(r => console.log(r.value))
		' "$peers/node_modules"
done
