#!/bin/sh
# check-editors.sh - what other programs open and save is still read right:
# LibreOffice, python-docx, pandoc (Debian packages, installed when missing).
# RANDOM_N random answers per form go through LibreOffice; a fifth of that for
# a letter, which asks little. TAP on stdout.
. "$TOP/tests/lib.sh"
N=${RANDOM_N:-200}
BATCH=100 # documents per start of LibreOffice
sh "$TOP/.ci/deps" libreoffice-writer-nogui fonts-liberation2 python3-docx \
	pandoc >&2 || cannot 'the editors' 'the packages cannot be installed'
started=$(date +%s)
lap() { echo "# $1: $(($(date +%s) - started)) s"; }

rounds() { # of a form
	if [ "$(grep -o ' id="' "$1" | wc -l)" -ge 40 ]; then
		echo "$N"
	else
		echo $(((N + 4) / 5))
	fi
}

# office KIND FOLDER FILE...: converts in batches, its own profile
office() {
	kind=$1 into=$2
	shift 2
	printf '%s\n' "$@" | xargs -n $BATCH timeout 900 soffice \
		"-env:UserInstallation=file://$work/profile" --headless \
		--convert-to "$kind" --outdir "$into" >>"$work/office" 2>&1
}

# ---- documents: want/NAME.xml is canonical, docs/NAME.docx is filled with it ----
mkdir docs want lo py pan pdf back
for form in "$TOP"/templates/*/form.xml; do
	id=$(basename "$(dirname "$form")")
	vanban template "$form" -o "$id.docx"
	for a in "$(dirname "$form")"/answers/*.xml; do
		n=$id-$(basename "$a" .xml)
		vanban fill "$id.docx" "$a" --form "$form" -o "docs/$n.docx" \
			2>>err
		vanban extract --form "$form" "docs/$n.docx" -o "want/$n.xml" \
			2>>err
		echo "$n" >>samples
	done
	seed=1 n_random=$(rounds "$form")
	while [ $seed -le "$n_random" ]; do
		n=$id-random$seed
		"$TOOLS/genanswers" "$form" $seed nolinks >"want/$n.xml"
		vanban fill "$id.docx" "want/$n.xml" --form "$form" \
			-o "docs/$n.docx" 2>>err
		seed=$((seed + 1))
	done
done
lap 'documents made'

# same FOLDER NAME: the document there gives the answers that were filled
same() {
	form=$TOP/templates/${2%-*}/form.xml
	vanban extract --form "$form" "$1/$2.docx" -o back/x.xml 2>back/err &&
		: >back/status || echo $? >back/status
	cmp -s back/x.xml "want/$2.xml" && return
	echo "$1/$2.docx reads otherwise:"
	diff "want/$2.xml" back/x.xml | head -n 10
	head -n 5 back/err
	return 1
}

# all EDITOR FOLDER: samples one by one, the random ones in one test a form
all() {
	while read -r n; do
		ok "$1: $n" same "$2" "$n"
	done <samples
	for form in "$TOP"/templates/*/form.xml; do
		id=$(basename "$(dirname "$form")")
		: >said
		seed=1 bad=0 n_random=$(rounds "$form")
		while [ $seed -le "$n_random" ]; do
			same "$2" "$id-random$seed" >>said ||
				bad=$((bad + 1))
			rm -f back/x.xml
			seed=$((seed + 1))
		done
		ok "$1: $id, $n_random random answers" test $bad = 0
		head -n 20 said | sed 's/^/# /'
	done
}

office 'docx:MS Word 2007 XML' lo docs/*.docx
lap 'LibreOffice'
all LibreOffice lo
lap 'read back'

/usr/bin/python3 - docs py <<'END'
import os, sys
import docx
for name in sorted(os.listdir(sys.argv[1])):
    docx.Document(os.path.join(sys.argv[1], name)).save(
        os.path.join(sys.argv[2], name))
END
lap 'python-docx'
all python-docx py
lap 'read back'

# ---- pandoc drops every mark: what is read is right or missing, never wrong -----
words() {
	/usr/bin/python3 - "$1" <<'END'
import sys
import zipfile
import xml.etree.ElementTree as ET
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
with zipfile.ZipFile(sys.argv[1]) as package:
    tree = ET.fromstring(package.read('word/document.xml'))
text = ' '.join(''.join(t.text or '' for t in p.iter(W + 't'))
                for p in tree.iter(W + 'p'))
# a leader of dots is no word: pandoc makes "…" of "..."
print('\n'.join(w for w in text.split() if any(c.isalnum() for c in w)))
END
}
never_wrong() {
	form=$TOP/templates/${1%-*}/form.xml
	vanban extract --form "$form" "pan/$1.docx" -o back/p.xml 2>back/err
	[ -s back/p.xml ] || return 0
	# a line of the answers that was not filled is a wrong value; the
	# root may have lost the unit
	grep -v '^<' back/p.xml | grep -vxFf "want/$1.xml"
	test $? = 1
}
while read -r n; do
	pandoc -f docx -t docx -o "pan/$n.docx" "docs/$n.docx" 2>>err
	words "docs/$n.docx" | sort -u >a
	words "pan/$n.docx" | sort -u >b
	ok "pandoc: $n keeps its words" sh -c 'test -z "$(comm -23 a b)"'
	comm -23 a b | head -n 5 | sed 's/^/# lost: /'
	ok "pandoc: $n, no wrong value" never_wrong "$n"
done <samples
lap 'pandoc'

# ---- reports typed without marks, through the same editors ----------------------
# Figures read wrong or made up are at most 5 in 1,000, read right at least 97
# in 100; of an editor, over all hands of tests/returned.
mkdir typed typed/lo typed/odt typed/odt2 typed/doc typed/doc2 typed/py typed/pan
TYPED_N=${TYPED_N:-2}
hands() { # COMMAND..., with PAGE FORM SEED NAME behind it
	for page in "$TOP"/tests/returned/*.txt; do
		id=$(basename "$page" .txt)
		for seed in $(seq 1 "$TYPED_N"); do
			"$@" "$page" "$TOP/templates/${id%%.*}/form.xml" \
				"$seed" "$id-$seed.docx"
		done
	done
}
make_typed() { "$TOOLS/returned" make "$1" "$2" "$3" "typed/$4"; }
score_typed() { # FOLDER PAGE FORM SEED NAME
	"$TOOLS/returned" score "$2" "$3" "$4" "$1/$5"
}
hands make_typed
office 'docx:MS Word 2007 XML' typed/lo typed/*.docx
office odt typed/odt typed/*.docx
office 'docx:MS Word 2007 XML' typed/odt2 typed/odt/*.odt
office 'doc:MS Word 97' typed/doc typed/*.docx
office 'docx:MS Word 2007 XML' typed/doc2 typed/doc/*.doc
/usr/bin/python3 - typed typed/py <<'END'
import os, sys
import docx
for name in sorted(os.listdir(sys.argv[1])):
    if name.endswith('.docx'):
        docx.Document(os.path.join(sys.argv[1], name)).save(
            os.path.join(sys.argv[2], name))
END
for f in typed/*.docx; do
	pandoc -f docx -t docx -o "typed/pan/$(basename "$f")" "$f" 2>>err
done
good_typed() { # FOLDER: the sums of its scores
	hands score_typed "$1" >scores || return 1
	awk '{ r[$2] += $3; w[$2] += $4 + $6; m[$2] += $5; n[$2] += $3 + $4 + $5 }
	END { for (s in r) printf "# '"$1"' %s: %d right, %d wrong, %d missing\n",
		s, r[s], w[s], m[s]
	exit !(w["figures"] <= 0.005 * (r["figures"] + w["figures"]) &&
		r["figures"] >= 0.97 * n["figures"] &&
		r["long"] >= 0.95 * n["long"]) }' scores
}
for folder in typed typed/lo typed/odt2 typed/doc2 typed/py typed/pan; do
	good_typed $folder >said && right=0 || right=1
	ok "typed by other hands: $folder" test $right = 0
	cat said
done
lap 'typed'

# ---- notes from a partial, comments between them: LibreOffice has the words -----
mkdir notes
cp -r "$TOP"/fixtures/partials/* notes
mkdir notes/phu-luc/word/media
printf PNG >notes/phu-luc/word/media/image1.png
for d in mau phu-luc loi-ky; do
	"$TOOLS/mkdocx" notes/$d notes/$d.docx
done
vanban fill --plain notes/mau.docx notes/answers.xml -o notes/full.docx 2>>err
office fodt notes notes/full.docx
ok 'LibreOffice: both notes of a partial put in twice' \
	test "$(grep -c 'Số liệu đến' notes/full.fodt)" = 2
lap 'notes'

# ---- and everything opens: a page for each -------------------------------------
office pdf pdf $(sed 's,.*,docs/&.docx,' samples)
while read -r n; do
	ok "PDF: $n" grep -aq '^%PDF' "pdf/$n.pdf"
done <samples
lap 'PDF'
done_testing
