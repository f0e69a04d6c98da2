"""page.py - the page that a hand types into: what stands on it, and beside it
the truth about it.

A hand (hand_*.py) is a program that types returned reports of one outline, each
in other habits; `draw.py` makes it type and scores what vanban reads of them.
Nothing but Python's own library is used, and equal seeds give equal pages.

    page.para("- Số CSGD có wifi: " + page.count("s33_wifi_csgd_n", 45) + " CSGD")
    page.long("iv_proposals_long", ["Không có."])
    page.table([["TT", "Nội dung", "Kết quả"], ["1", "Wifi", page.count(...)]])
"""
import random
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"""
RELS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
PARTS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>"""

# what Word puts before a numbered paragraph: number format and text
LISTS = {
    "-": ("bullet", "-"),
    "+": ("bullet", "+"),
    "•": ("bullet", "•"),
    "1.": ("decimal", "%1."),
    "1)": ("decimal", "%1)"),
    "a)": ("lowerLetter", "%1)"),
    "a.": ("lowerLetter", "%1."),
    "I.": ("upperRoman", "%1."),
    "(1)": ("decimal", "(%1)"),
}


def grouped(n, mark="."):
    """1234 as 1.234"""
    return f"{n:,}".replace(",", mark)


def rate(value, digits=2, comma=","):
    """75.5 as 75,5; at most so many digits, no zero at the end"""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", comma)


class Cell:
    """A cell: lines of text; how many columns it spans; `joins` the cell above."""

    def __init__(self, text="", span=1, joins=False, starts=False, style=""):
        self.lines = text if isinstance(text, list) else [text]
        self.span, self.joins, self.starts = span, joins, starts
        self.style = style


class Page:
    """What one hand types in one report."""

    def __init__(self, form, name, seed):
        self.form, self.name = form, name
        self.dice = random.Random(f"{name}-{seed}")
        self.figures = {}  # "id" or "id@level": the number as vanban gives it
        self.longs = {}  # id: paragraphs joined by a line's end
        self.body = []
        self.habits = []  # for whoever looks for what a hand did
        self.lists = []  # marks of Word's own lists, one for each list opened
        self.grouping = "."
        self.comma = ","
        self.splits_runs = False

    # ---- chance

    def chance(self, share, habit=""):
        """True in this share of all pages; the habit is written down."""
        yes = self.dice.random() < share
        if yes and habit:
            self.habits.append(habit)
        return yes

    def pick(self, choices, habit=""):
        """One of them; the habit is written down with the place of it."""
        n = self.dice.randrange(len(choices))
        if habit:
            self.habits.append(f"{habit}={n}")
        return choices[n]

    # ---- values: each gives the text to type and keeps the truth

    def count(self, field, n, level=None, text=None):
        """A whole number; `text` where it is typed in another way."""
        self.figures[f"{field}@{level}" if level else field] = str(n)
        return grouped(n, self.grouping) if text is None else text

    def percent(self, field, value, digits=2, level=None, text=None):
        """A rate, without its sign."""
        shown = rate(value, digits, self.comma)
        self.figures[f"{field}@{level}" if level else field] = rate(
            value, digits, "."
        )
        return shown if text is None else text

    def long(self, field, paragraphs, mark="", style="", numbered=None):
        """A long answer in paragraphs of its own."""
        self.says(field, paragraphs)
        for text in paragraphs:
            self.para(mark + text, style=style, numbered=numbered)

    def says(self, field, paragraphs):
        """The truth of a long answer that the hand types by other means."""
        self.longs[field] = "\n".join(paragraphs)

    # ---- what stands on the page

    def runs(self, text, style=""):
        """Runs of a text in which a tab is a tab and a line's end a break.

        Styles are letters: b bold, i italic, u underlined. `text` may be a
        list of (text, style) too.
        """
        if isinstance(text, list):
            return "".join(self.runs(t, s) for t, s in text)
        props = "".join(f"<w:{c}/>" for c in "bi" if c in style)
        if "u" in style:
            props += '<w:u w:val="single"/>'
        props = f"<w:rPr>{props}</w:rPr>" if props else ""
        pieces = [text]
        if self.splits_runs and len(text) > 3:
            at = self.dice.randrange(1, len(text))
            pieces = [text[:at], text[at:]]
        out = ""
        for piece in pieces:
            piece = escape(piece).replace("\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">")
            piece = piece.replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">")
            out += f'<w:r>{props}<w:t xml:space="preserve">{piece}</w:t></w:r>'
        return out

    def list(self, mark):
        """Opens a list of Word's own; its paragraphs are numbered=that."""
        self.lists.append(mark)
        return len(self.lists)

    def _paragraph(self, text, style="", align="", numbered=None, indent=0):
        props = ""
        if numbered:
            props += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>'
        if indent:
            props += f'<w:ind w:left="{indent}"/>'
        if align:
            props += f'<w:jc w:val="{align}"/>'
        props = f"<w:pPr>{props}</w:pPr>" if props else ""
        return f"<w:p>{props}{self.runs(text, style)}</w:p>"

    def para(self, text="", style="", align="", numbered=None, indent=0):
        """A paragraph; `align` is center, right or both."""
        self.body.append(self._paragraph(text, style, align, numbered, indent))

    def table(self, rows, widths=None, borders=True):
        """Rows of cells, each a Cell, a text or a list of lines."""
        rows = [[c if isinstance(c, Cell) else Cell(c) for c in r] for r in rows]
        columns = max(sum(c.span for c in r) for r in rows)
        widths = widths or [9000 // columns] * columns
        out = "<w:tbl><w:tblPr>"
        if borders:
            edges = ("top", "left", "bottom", "right", "insideH", "insideV")
            line = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
            out += "<w:tblBorders>" + "".join(f"<w:{e} {line}/>" for e in edges)
            out += "</w:tblBorders>"
        out += "</w:tblPr><w:tblGrid>"
        out += "".join(f'<w:gridCol w:w="{w}"/>' for w in widths) + "</w:tblGrid>"
        for row in rows:
            out += "<w:tr>" + "".join(self._cell(c) for c in row) + "</w:tr>"
        self.body.append(out + "</w:tbl>")
        self.para()

    def _cell(self, cell):
        props = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        if cell.starts:
            props += '<w:vMerge w:val="restart"/>'
        elif cell.joins:
            props += "<w:vMerge/>"
        lines = "".join(self._paragraph(t, cell.style) for t in cell.lines)
        return f"<w:tc><w:tcPr>{props}</w:tcPr>{lines}</w:tc>"

    def letterhead(self, superior, organ, number, place_date):
        """Two columns without borders, as Nghị định 30 has it."""
        self.table(
            [
                [
                    Cell([superior, organ], style="b"),
                    Cell(
                        [
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Độc lập - Tự do - Hạnh phúc",
                        ],
                        style="b",
                    ),
                ],
                [Cell(number), Cell(place_date, style="i")],
            ],
            [4000, 5000],
            borders=False,
        )

    def signature(self, recipients, title, name):
        """Nơi nhận at the left, who signs at the right."""
        self.table(
            [[["Nơi nhận:"] + [f"- {r};" for r in recipients], [title, "", "", name]]],
            [4500, 4500],
            borders=False,
        )

    # ---- the file

    def _numbering(self):
        out = f'<?xml version="1.0" encoding="UTF-8"?>\n<w:numbering {W}>'
        for i, mark in enumerate(self.lists):
            sort, text = LISTS[mark]
            out += (
                f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0">'
                f'<w:start w:val="1"/><w:numFmt w:val="{sort}"/>'
                f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
            )
        for i in range(len(self.lists)):
            out += f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>'
        return out + "</w:numbering>"

    def write(self, path):
        """As a DOCX; equal pages give equal bytes."""
        document = (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document {W}><w:body>'
            + "".join(self.body)
            + "<w:sectPr/></w:body></w:document>"
        )
        parts = {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELS,
            "word/_rels/document.xml.rels": PARTS,
            "word/numbering.xml": self._numbering(),
            "word/document.xml": document,
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
            for name, text in parts.items():
                out.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
