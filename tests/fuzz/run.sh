#!/bin/sh
# run.sh [SECONDS] - fuzz every target of this folder, SECONDS each (60).
#
# A target is fuzz_NAME.c with an LLVMFuzzerTestOneInput(). It is linked with
# the library's sources, all under AddressSanitizer, UBSan and libFuzzer, and
# begins from the files in build/fuzz/NAME.seed, which are made so:
#
#	seed-NAME.sh, when there is one, is run with the folder as $1 and
#	MKDOCX naming the tool that zips a folder of parts;
#	otherwise each fixtures/*/DIR with a [Content_Types].xml is zipped.
#
# What the fuzzer finds new is kept in build/fuzz/NAME.corpus from run to run.
# An input that fails is left as build/fuzz/NAME-crash-*, and the run fails.
# FUZZ_ONLY=NAME runs one target; FUZZ_BUILD is where the library and mkdocx
# are built (build/release).
set -eu

seconds=${1:-60}
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top"
out=build/fuzz
# Inputs past this teach nothing more; the fixtures are smaller.
max_len=65536
memory=2048

say() {
	echo "fuzz: $*" >&2
}

works() {
	mkdir -p $out
	echo 'int LLVMFuzzerTestOneInput(const unsigned char *d,
		unsigned long n) { return d && n ? 0 : 0; }' >$out/probe.c
	command -v clang >/dev/null 2>&1 &&
		clang -fsanitize=fuzzer,address -o $out/probe $out/probe.c \
			2>$out/probe.err
}

if ! works; then
	say "clang with libFuzzer is missing, installing it"
	sh .ci/deps clang libclang-rt-14-dev || true
	if ! works; then
		say "cannot run here: clang has no libFuzzer:"
		cat $out/probe.err >&2 || true
		exit 1
	fi
fi

build=${FUZZ_BUILD:-build/release}
make "B=$build" lib "$build/tools/mkdocx" >/dev/null
MKDOCX=$top/$build/tools/mkdocx
export MKDOCX

value() {
	sed -n "s/^$1 := //p" build/config.mk
}
flags="-std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700
	-D_FILE_OFFSET_BITS=64 -DARENA_EACH -Isrc $(value DEPS_CFLAGS)
	-O1 -g -fno-omit-frame-pointer -pthread
	-fsanitize=address,undefined,fuzzer-no-link
	-fno-sanitize-recover=undefined"

# The library once for all targets; an object is kept while nothing is newer.
objects=
for src in src/*/*.c build/gen/assets.c; do
	case $src in src/cli/*) continue ;; esac
	obj=$out/obj/$(echo "$src" | tr / _ | sed 's/\.c$/.o/')
	objects="$objects $obj"
	mkdir -p $out/obj
	if [ ! -e "$obj" ] || [ -n "$(find src build/gen/assets.c -newer \
		"$obj" -name '*.[ch]' | head -n 1)" ]; then
		clang $flags -c -o "$obj" "$src"
	fi
done

seed() {
	rm -rf "$out/$1.seed"
	mkdir -p "$out/$1.seed" "$out/$1.corpus"
	if [ -e "tests/fuzz/seed-$1.sh" ]; then
		sh "tests/fuzz/seed-$1.sh" "$out/$1.seed"
		return
	fi
	for dir in fixtures/*/*/; do
		[ -e "$dir[Content_Types].xml" ] || continue
		"$MKDOCX" "$dir" "$out/$1.seed/$(echo "$dir" |
			tr / _).docx" || true
	done
}

failed=
for target in tests/fuzz/fuzz_*.c; do
	name=$(basename "$target" .c)
	name=${name#fuzz_}
	[ "${FUZZ_ONLY:-$name}" = "$name" ] || continue
	clang $flags -fsanitize=fuzzer -o "$out/fuzz_$name" "$target" \
		$objects $(value DEPS_LIBS)
	seed "$name"
	say "$name for $seconds seconds"
	if ! "$out/fuzz_$name" -max_total_time="$seconds" -max_len=$max_len \
		-rss_limit_mb=$memory -timeout=10 -print_final_stats=1 \
		-artifact_prefix="$out/$name-" "$out/$name.corpus" \
		"$out/$name.seed" >"$out/$name.log" 2>&1; then
		say "$name FAILED:"
		tail -n 60 "$out/$name.log" >&2
		failed="$failed $name"
		continue
	fi
	sed -n 's/^stat::number_of_executed_units: */fuzz: inputs tried: /p' \
		"$out/$name.log" >&2
done
if [ -n "$failed" ]; then
	say "failed:$failed"
	exit 1
fi
say "no failure"
