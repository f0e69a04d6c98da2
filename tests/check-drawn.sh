#!/bin/sh
# check-drawn.sh - whole pages typed by programs (tests/drawn) are read back, not
# below what was reached before. Installs what it needs. TAP on stdout.
. "$TOP/tests/lib.sh"

sh "$TOP/.ci/deps" python3 >&2 || cannot 'python3' 'cannot be installed'
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$TOP/tests/drawn/draw.py" -c
