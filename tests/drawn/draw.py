"""draw.py - makes the hands type and counts what vanban reads of their pages.

    draw.py [-v] [-c] [-k DIR] [-s SEED] [-n PAGES] [HAND...]

For each hand_NAME.py: its pages of the seed, PAGES of them (default 20),
are read by $VANBAN with the hand's form. Printed are of figures and of long
answers the share that is right of those given, and found of those typed; -v
names what is wrong (!) or missing (-), -k keeps the pages. With -c they are
held against floors.txt, as TAP. A seed that nobody has looked at tells what
to expect of pages not seen before.
"""
import argparse
import importlib
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from page import Page

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
MARK = re.compile(r"^\s*(?:(?:[-+*–—•●▪➢✓·]+|=>)\s*|\(?(?:[0-9]{1,2}(?:[.)/]|(?:\.[0-9]{1,2})+\.?)|(?:[ivx]{1,4}|[a-zđ])[.)])\s+)")


class Score:
    """Values typed; given, by the reader; given right."""

    def __init__(self):
        self.typed = self.given = self.right = 0
        self.sure = self.sure_right = 0

    def add(self, other):
        for name, n in vars(other).items():
            setattr(self, name, getattr(self, name) + n)

    def shares(self):
        return (
            self.right / self.given if self.given else 1.0,
            self.right / self.typed if self.typed else 1.0,
        )


def plain(text):
    """Spaces, forms of Unicode and marks of lists are not counted."""
    text = unicodedata.normalize("NFC", text)
    lines = [" ".join(MARK.sub("", line).split()) for line in text.split("\n")]
    return "\n".join(line for line in lines if line)


def read(vanban, form, path):
    """The answers of a page: {id@level: (value, confidence)}."""
    form = TOP / "templates" / form / "form.xml"
    done = subprocess.run(
        [vanban, "extract", "--form", str(form), str(path), "--to", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode > 1:
        sys.exit(f"draw.py: {path}: {done.stderr}")
    out = {}
    for field in json.loads(done.stdout)["fields"]:
        name = field["id"] + (f"@{field['level']}" if field["level"] else "")
        if field["state"] != "answered":
            continue
        value, sure = field["value"], field["confidence"]
        if name in out and field["row"]:  # rows are read as one answer
            value, sure = f"{out[name][0]}\n{value}", min(sure, out[name][1])
        out[name] = value, sure
    return out


def judge(score, truth, answers, same, report):
    for name, want in truth.items():
        score.typed += 1
        if name not in answers:
            report("-", name, want, "")
    for name, (got, sure) in answers.items():
        right = name in truth and same(truth[name], got)
        score.given += 1
        score.right += right
        score.sure += sure >= 0.9
        score.sure_right += right and sure >= 0.9
        if not right:
            report("!", name, truth.get(name, "(not typed)"), f"{got} ({sure})")


def same_number(want, got):
    return isinstance(got, (int, float)) and abs(float(want) - got) < 1e-9


def same_text(want, got):
    return plain(want) == plain(got)


def draw(hand, seed, number, options, folder):
    """One page typed, read and judged: its two scores."""
    name = hand.__name__.removeprefix("hand_")
    page = Page(hand.FORM, name, f"{seed}-{number}")
    hand.type_report(page)
    path = folder / f"{name}-{seed}-{number:03}.docx"
    page.write(path)
    if options.keep:
        truth = {"figures": page.figures, "long": page.longs, "habits": page.habits}
        path.with_suffix(".json").write_text(
            json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8"
        )
    answers = read(options.vanban, hand.FORM, path)

    def report(kind, field, want, got):
        if options.verbose:
            flat = " | ".join(str(want).split("\n"))
            print(f"{kind} {path.name} {field}: {flat} << " + got.replace("\n", " | "))

    scores = Score(), Score()
    figures = {k: v for k, v in answers.items() if k in page.figures or is_figure(k)}
    longs = {k: v for k, v in answers.items() if k.endswith("_long")}
    judge(scores[0], page.figures, figures, same_number, report)
    judge(scores[1], page.longs, longs, same_text, report)
    return scores


def is_figure(name):
    return name.split("@")[0].endswith(("_n", "_pct"))


def main():
    options = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].strip())
    options.add_argument("-v", dest="verbose", action="store_true")
    options.add_argument("-c", dest="check", action="store_true")
    options.add_argument("-k", dest="keep", metavar="DIR")
    options.add_argument("-s", dest="seed", type=int, default=1)
    options.add_argument("-n", dest="pages", type=int, default=20)
    options.add_argument("hands", nargs="*")
    options = options.parse_args()
    options.vanban = os.environ.get("VANBAN", str(TOP / "build" / "vanban"))
    hands = options.hands or sorted(p.stem[5:] for p in HERE.glob("hand_*.py"))
    total = Score(), Score()
    scores_of = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(options.keep or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for name in hands:
            hand = importlib.import_module(f"hand_{name}")
            sums = Score(), Score()
            for number in range(1, options.pages + 1):
                scores = draw(hand, options.seed, number, options, folder)
                for one, score in zip(sums, scores):
                    one.add(score)
            show(name, sums)
            scores_of[name] = sums
            for one, score in zip(total, sums):
                one.add(score)
        show("together", total)
    if options.check:
        check(scores_of)


def show(name, scores):
    figures, longs = scores
    print(
        f"# {name:10} figures {figures.typed:5}  %.4f %.4f" % figures.shares()
        + f"  wrong of the sure {figures.sure - figures.sure_right}"
        + f"  long {longs.typed:4}  %.3f %.3f" % longs.shares()
    )


def check(scores):
    """Each hand's shares are not below its line in floors.txt; as TAP."""
    tests = 0
    for line in (HERE / "floors.txt").read_text(encoding="utf-8").splitlines():
        name, *floors = line.partition("#")[0].split() or [""]
        if name not in scores:
            continue
        figures, longs = scores[name]
        reached = [*figures.shares(), *longs.shares()]
        fine = all(is_ >= float(least) for is_, least in zip(reached, floors))
        tests += 1
        print("ok" if fine else "not ok", f"{tests} - {name}: at least {' '.join(floors)}")
    print(f"1..{tests}")


if __name__ == "__main__":
    main()
