#!/bin/sh
# The words of the program itself: help, version, wrong usage.
. "$TOP/tests/lib.sh"

run 'no command' 'vanban'
run 'version' 'vanban --version'
run 'help' 'vanban --help'
run 'help in Vietnamese' 'LC_ALL=vi_VN.UTF-8 vanban help'
run 'C.UTF-8 is no Vietnamese' 'LC_MESSAGES=vi_VN.UTF-8 vanban'
for c in template fill bulk extract inspect schema validate; do
	run "help $c" "vanban help $c"
	vanban $c --help >a
	vanban help $c >b
	ok "$c --help is the same" cmp a b
done
run 'a command in Vietnamese' 'LC_ALL=vi vanban help bulk'
run 'a language that only starts alike' 'LC_ALL=vis vanban'
run 'help of nothing' 'vanban help nothing'
run 'unknown command' 'vanban fil'
run 'unknown option of the program' 'vanban --nope'
run 'unknown long option' 'vanban fill --nope a b'
run 'unknown letter' 'vanban fill -xy a b'
run 'option without its argument' 'vanban fill a b -o'
run 'argument to a flag' 'vanban fill a b --plain=yes -o x'
run 'missing argument' 'vanban fill a -o x'
run 'one argument too many' 'vanban fill a b c -o x'
run 'fill without output' 'vanban fill a b'
run 'template from stdin' 'vanban fill - b -o c'
run 'bulk without units' 'vanban bulk t -o out'
run 'bulk without output' 'vanban bulk t --units u.csv'
run 'jobs that are no number' 'vanban bulk t -u u -o out -j many'
run 'jobs past the limit' 'vanban bulk t -u u -o out -j 257'
run 'a shard that is none' 'vanban bulk t -u u -o out --shard 1'
run 'a shard past the last' 'vanban bulk t -u u -o out --shard 4/3'
run 'shard zero' 'vanban bulk t -u u -o out --shard 0/3'
run 'extract to nothing known' 'vanban extract --to pdf a.docx'
run 'inspect to nothing known' 'vanban inspect --to xml a.docx'
run 'several answers to stdout' 'vanban extract a.docx b.docx'
run 'options after --' 'vanban fill -- -o x y'
run 'operands before options, as POSIXLY_CORRECT' \
	'POSIXLY_CORRECT=1 vanban fill a --nope'
run 'help on a full disk' 'vanban --help >/dev/full'
done_testing
