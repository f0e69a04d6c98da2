#!/bin/sh
# peers.sh - vanban and four other engines over the same work, in one run:
# DOCUMENTS (200) reports of a 7-column table with 50 rows, 46 placeholders,
# 12 numbered paragraphs, and one of ROWS (20000) rows; ROUNDS (5). Needs a
# network the first time: npm and apt bring the others, into build/peers only.
set -eu
cd "$TOP"
peers=$TOP/build/peers
sh .ci/deps python3 python3-docxtpl >&2
command -v npm >/dev/null 2>&1 || sh .ci/deps nodejs npm >&2
mkdir -p "$peers"
[ -d "$peers/node_modules/carbone" ] ||
	npm install --prefix "$peers" --no-audit --no-fund --silent \
		carbone@3.8.2 docxtemplater@3.71.0 pizzip@3.3.0 \
		easy-template-x@7.2.8 >&2 || {
	echo 'the peers cannot be had: no comparison'
	exit 0
}
rm -rf "$peers/work"
python3 tests/bench/work.py "$peers/work" "${DOCUMENTS:-200}" "${ROWS:-20000}"
exec python3 tests/bench/race.py "$VANBAN" "$TOOLS/floor" \
	"$peers/node_modules" "$peers/work" "${DOCUMENTS:-200}" "${ROUNDS:-5}"
