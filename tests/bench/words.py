"""words.py DOCX TXT... - whether each document says what its text says, word
for word, in the body and then the footer; exit 1 when one does not."""
import sys
import zipfile
import xml.etree.ElementTree as tree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(path):
    lines = []
    with zipfile.ZipFile(path) as docx:
        for part in ("word/document.xml", "word/footer1.xml"):
            root = tree.fromstring(docx.read(part))
            for p in root.iter(W + "p"):
                lines.append("".join(t.text or "" for t in p.iter(W + "t")))
    return "\n".join(lines) + "\n"


bad = 0
for docx, txt in zip(sys.argv[1::2], sys.argv[2::2]):
    with open(txt, encoding="utf-8") as file:
        want = file.read().split("\n")
    got = words(docx).split("\n")
    if got == want:
        continue
    bad += 1
    at = next((n for n, (a, b) in enumerate(zip(got, want)) if a != b),
              min(len(got), len(want)))
    if bad == 1:
        print(f"{docx}: paragraph {at + 1} of {len(got)}, want {len(want)}: "
              f"{got[at:at + 2]}, want {want[at:at + 2]}", file=sys.stderr)
sys.exit(1 if bad else 0)
