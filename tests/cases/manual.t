#!/bin/sh
# docs/vanban.1 and the program's tables say the same (house rule: docs that
# cannot drift), and the examples of both manuals run.
. "$TOP/tests/lib.sh"
man=$TOP/docs/vanban.1

# same WHAT: "table" and "page" hold the same lines
same() {
	sort -u table >a
	sort -u page >b
	ok "$1: the page says what the table says" diff a b
	ok "$1: there are some" test -s a
}

commands=$(vanban --help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p')
echo "$commands" >table
awk '/^\.Sh COMMANDS/,/^\.Sh OPTIONS/' "$man" |
	sed -n 's/^\.Ss //p' | grep -v '^help$' >page
same commands

# every option, with its letter and argument
for c in $commands; do
	vanban help "$c" | sed -n '/^Options/,/^$/p' |
		grep -oE -- '^ +(-[a-zA-Z],)? *--[a-z]+( [A-Z/]+)?' |
		sed 's/[ ,]\+/ /g;s/^ //'
done | sed 's/\(--output\) .*/\1 FILE/' | sort -u >table
awk '/^\.Sh OPTIONS/,/^\.Sh FORMS/' "$man" | grep '^\.It' |
	grep -v version | sed -E 's/^\.It //;s/Fl -([a-z]+)/--\1/g
		s/Fl ([a-zA-Z])/-\1/g;s/Ar //g;s/^(-[a-zA-Z]) [A-Z/]+ ,/\1/
		s/^(-[a-zA-Z]) ,/\1/' >page
same options

# which command takes an option: its synopsis names it
for c in $commands; do
	vanban help "$c" | grep -oE -- '--[a-z]+' | grep -v -- --help |
		sed "s/^/$c /;s/--output/-o/;s/--jobs/-j/"
done >table
awk '/^\.Sh SYNOPSIS/ { on = 1 } /^\.Sh DESCRIPTION/ { exit }
	on && /^\.Cm/ { c = $2 } on && c != "help" && /Fl / {
		for (i = 1; i < NF; i++) if ($i ~ /^\.?Fl$/) {
			o = $(i + 1); print c, "-" o } }' "$man" |
	grep -v -- '--version' >page
same synopsis

vanban --help | sed -n 's/^ *\([0-9]\{1,3\}\)  \(.*\)/\1 \2/p' >table
awk '/^\.Sh EXIT STATUS/,/^\.Pp/' "$man" |
	awk '/^\.It/ { n = $2; getline; print n " " $0 }' >page
same 'exit status'

sed -n 's/^	X(\([A-Z]*\), "\(.*\)").*/\1 \2/p' "$TOP/src/vanban.h" |
	grep -v '^OK ' | awk '{ $1 = tolower($1); print }' >table
awk '/^\.Ss Errors/,/^\.El/' "$man" |
	awk '/^\.It/ { n = $3; getline; print n " " $0 }' >page
same errors

# rule ids: the only words in quotes with a dash in the sources, but for these
cat >others <<'END'
bao-cao
blank-rows
cong-van
core-properties
custom-properties
libreoffice-writer-nogui
money-words
extended-properties
normalize-space
phu-luc
poppler-utils
starts-with
string-length
substring-after
substring-before
END
cat "$TOP"/src/*/*.c | grep -oE '"[a-z]+(-[a-z]+)+"' | tr -d '"' | sort -u |
	grep -vxFf others >table
awk '/^\.Ss Rules of/ { on = 1 } /^\.Sh / { on = 0 } on' "$man" |
	sed -n 's/^\.It Li //p' >page
same rules

# filters: the rows of their table
sed -n 's/^	{"\([a-z-]*\)", ARGS_.*/\1/p' "$TOP/src/fill/filters_show.c" >table
sed -n '/^\.Ss Filters/,/^\.El/s/^\.It \([a-z-]*\) Ta.*/\1/p' \
	"$TOP/docs/vanban-form.5" >page
same filters

# limits: what a page says of them, by the names they have in the sources
while IFS='|' read -r words name; do
	value=$(cat "$TOP"/src/*/*.h |
		sed -nE "s/^.*[^A-Z_]$name (= )?([0-9]+).*/\2/p" | head -n 1)
	echo ".It $words Ta ${value:-nothing}"
done >table <<'END'
fields of a form|FORM_FIELDS_MAX
levels of a form|FORM_LEVELS_MAX
nesting of elements|FORM_DEPTH_MAX
obligations of a form|FORM_OBLIGATIONS_MAX
columns of a table|FORM_COLUMNS_MAX
rows of a repeat|ANSWERS_ROWS_MAX
answers in a file|ANSWERS_ITEMS_MAX
units in a list|UNITS_MAX
parts of a document|OPC_PARTS_MAX
nesting of elements of a part|SAX_DEPTH_MAX
tables in tables|WML_TABLE_DEPTH_MAX
paragraphs of a part|WML_PARAS_MAX
cells of a part|WML_CELLS_MAX
links, notes and comments of a part|WML_ANCHORS_MAX
controls and bookmarks of a part|WML_MARKS_MAX
marks that inspect shows|INSPECT_ITEMS_MAX
ids that inspect compares|INSPECT_IDS_MAX
faults of a package that inspect tells|INSPECT_FAULTS_MAX
findings of a document|READING_FINDINGS_MAX
comments that are put into it|COMMENTS_MAX
findings of a template|FILL_FAULTS_MAX
slots of a template|FILL_SLOTS_MAX
section tags of a part of a template|FILL_ENDS_MAX
pixels of a picture|IMAGE_PIXELS_MAX
width or height of a picture|IMAGE_SIDE_MAX
pictures of a document|MEDIA_ITEMS_MAX
links and pictures of a document|MEDIA_RELS_MAX
lists of a document that begin anew|RENDER_LISTS_MAX
partials of a template|PARTIALS_MAX
partials inside partials|PARTIALS_DEPTH_MAX
END
sed -n '/^\.Sh LIMITS/,/^\.El/p' "$man" "$TOP/docs/vanban-form.5" |
	grep '^\.It' | grep -v MiB >page
same limits

# examples: lines that start with "$ " in the literal blocks of a page
examples() {
	sed -n '/^\.Sh EXAMPLES/,/^\.Sh /p' "$1" |
		sed -n '/^\.Bd/,/^\.Ed/s/^\$ //p' | sed 's/\\e/\\/g;s/\\-/-/g'
}
cp -r "$TOP/templates" .
for page in vanban.1 vanban-form.5; do
	[ -f "$TOP/docs/$page" ] || continue
	full=$(find templates/hp-2023-pl1/answers -name '*full*.xml' | head -n 1)
	cp "$full" answers.xml
	cp "$TOP/fixtures/units/hai-phong.csv" units.csv
	cp -r "$TOP/fixtures/units/hai-phong" answers
	"$TOOLS/mkdocx" "$TOP/fixtures/outlines/hp-2023-phu-luc" outline.docx
	examples "$TOP/docs/$page" >commands
	while read -r line; do
		case $line in
		*--preview*)
			if ! command -v soffice >/dev/null; then
				skip "$page: $line" 'no LibreOffice'
				continue
			fi ;;
		esac
		sh -c "$line" >shown 2>&1
		rc=$?
		[ $rc -le 1 ] || sed 's/^/# /' shown
		ok "$page: $line" test $rc -le 1
	done <commands
	rm -rf answers answers.xml
done
done_testing
