"""hand_brvt.py - hands of clerks who type the report of the annex of Sở GDĐT Bà Rịa - Vũng Tàu
(May 2023): for Phòng GDĐT, schools and centres; in lines, in prose, in tables."""
import words_brvt as words
from page import Cell, grouped, rate

FORM = "brvt-2023-bao-cao"


def lower_first(text):
    """As in the middle of a sentence; abbreviations stay."""
    return text if text[1:2].isupper() else text[0].lower() + text[1:]


def upper_first(text):
    return text[0].upper() + text[1:]


def padded(n):
    return f"{n:02d}"


def parts_of(dice, total, pieces):
    """A whole number in so many parts that add up to it, none of them 0."""
    cuts = sorted(dice.sample(range(1, total), pieces - 1))
    return [b - a for a, b in zip([0] + cuts, cuts + [total])]


class Unit:
    """Who reports, and what is so there."""

    def __init__(self, page):
        dice = page.dice
        self.is_office = page.chance(0.35, "Phòng GDĐT")
        sort, self.town = page.pick(words.TOWNS)
        if self.is_office:
            self.name, self.code = f"Phòng GDĐT {sort} {self.town}", "PGDĐT"
            self.superior = f"UBND {sort} {self.town}"
            self.voice, self.pupils = "Phòng GDĐT", "học sinh"
            self.bodies = "các trường trực thuộc"
            self.students = {level: dice.randint(900, 6000) for level in ("mn", "th", "thcs")}
            self.managers, self.teachers = dice.randint(60, 140), dice.randint(500, 1900)
            self.rooms = dice.randint(25, 80)
        else:
            sort, self.code = page.pick(words.SCHOOLS, "sort of school")
            self.name = f"{sort} {page.pick(words.PATRONS)}"
            self.superior = "Sở GDĐT Bà Rịa – Vũng Tàu"
            voices = ("Trung tâm", "Đơn vị") if "Trung tâm" in sort else ("Nhà trường", "Đơn vị")
            self.voice = page.pick(voices, "voice")
            self.pupils = "học viên" if "Trung tâm" in sort else "học sinh"
            self.bodies = "các tổ chuyên môn"
            self.students = {"": dice.randint(250, 1600)}
            self.managers, self.teachers = dice.randint(2, 4), dice.randint(22, 90)
            self.rooms = dice.randint(2, 4)
        self.cashless = {k: self._payers(page, n) for k, n in self.students.items()}
        if page.chance(0.15, "all pay cashless"):
            self.cashless = dict(self.students)
        elif page.chance(0.04, "none pays cashless"):
            self.cashless = dict.fromkeys(self.students, 0)
        self.gradebook, self.learning = page.pick(words.GRADEBOOKS), page.pick(words.LEARNING)

    @staticmethod
    def _payers(page, students):
        return round(students * page.dice.uniform(0.35, 0.98))

    def slots(self, dice):
        """What a sentence of the stock may name; numbers are drawn anew."""
        return {
            "unit": self.voice, "pupils": self.pupils, "pupils_cap": upper_first(self.pupils),
            "bodies": self.bodies, "bodies_cap": upper_first(self.bodies), "rooms": self.rooms,
            "lms": self.learning, "sis": self.gradebook, "n": padded(dice.randint(2, 9)),
            "m": dice.randint(12, 60), "q": dice.randint(100, 900), "p": f"{dice.randint(70, 98)}%",
            "date": f"{padded(dice.randint(1, 28))}/{padded(dice.randint(1, 5))}/2023",
        }


class Training:
    """Classes of one sort and who went there."""

    def __init__(self, page, unit, field):
        dice = page.dice
        self.field = field
        self.course, names = words.COURSES[field]
        zero = page.chance(0.05, "no class")
        self.classes = 0 if zero else dice.randint(1, 12 if unit.is_office else 6)
        self.staff = unit.managers + unit.teachers
        whole = page.chance(0.4, "all take part")
        self.managers = unit.managers if whole else dice.randint(1, unit.managers)
        teachers = unit.teachers if whole else dice.randint(12, unit.teachers)
        self.people = 0 if zero else self.managers + teachers
        self.names = dice.sample(names, min(self.classes, len(names)))
        self.periods = [dice.choice(words.PERIODS) for _ in self.names]


class Numbering:
    """What stands before headings: typed, by Word, or nothing."""

    def __init__(self, page, by_word):
        self.page = page
        self.scheme = page.pick(words.SCHEMES, "numbering")
        self.word = page.pick(words.WORD_LISTS, "Word's numbering") if by_word else {}
        self.scheme = words.SCHEMES[0] if by_word else self.scheme
        self.at = [0, 0, 0]
        self.lists = {}

    def next(self, level):
        """The text before the next heading, or a list of Word's own."""
        self.at[level] += 1
        self.at[level + 1:] = [0] * (2 - level)
        if level in self.word:
            if self.at[level] == 1:
                self.lists[level] = self.page.list(self.word[level])
            return "", self.lists[level]
        values = {}
        for i, n in enumerate(self.at):
            values.update({f"n{i}": n, f"r{i}": words.ROMAN[n] if n < len(words.ROMAN) else n,
                           f"A{i}": chr(64 + n), f"a{i}": chr(96 + n)})
        return self.scheme[level].format(**values), None


class LongAnswer:
    """Paragraphs, each a lead and a text, and the form they are typed in."""

    def __init__(self, paragraphs, form):
        self.paragraphs, self.form = paragraphs, form

    def plain(self):
        return [" ".join(filter(None, p)) for p in self.paragraphs]


class Author:
    """Composes long answers out of the stock."""

    def __init__(self, page, unit):
        self.page, self.unit = page, unit
        self.form = page.pick(words.LONG_FORMS, "form of long answers")
        self.faithful = page.chance(0.6, "one form for all")
        self.semicolons = page.chance(0.3, "items end in semicolons")

    def answer(self, field):
        """None where the clerk leaves it blank."""
        page = self.page
        if page.chance(0.04, "long left blank"):
            return None
        if field in words.NONE_ANSWERS and page.chance(0.12, "says there is none"):
            return LongAnswer([("", page.pick(words.NONE_ANSWERS[field]))], "prose")
        form = self.form if self.faithful else page.pick(words.LONG_FORMS, "form")
        topics = self._topics(field)
        if field == "i2_pros_cons_long" and "leads" not in form:
            hard = topics[1][1]
            hard[0] = "Tuy nhiên, " + lower_first(hard[0])
        if form == "leads above":
            topics = topics[:2]
            paragraphs = [p for lead, said in topics
                          for p in [(lead, "")] + [("", s) for s in said]]
        elif form in ("leads", "bold leads"):
            paragraphs = [(lead, " ".join(said)) for lead, said in topics]
        elif form == "prose":
            paragraphs = [("", " ".join(said)) for _, said in topics]
        else:
            paragraphs = [("", s) for _, said in topics for s in said][:5]
        if form == "bullets" and self.semicolons:
            paragraphs = [("", t.rstrip(".") + ";") for _, t in paragraphs[:-1]] + paragraphs[-1:]
        if form == "prose" and len(paragraphs) > 1 and page.chance(0.06, "soft breaks"):
            paragraphs = [("", "\n".join(t for _, t in paragraphs))]
        return LongAnswer(paragraphs, form)

    def _topics(self, field):
        """A few topics of the field, each with one or two sentences said."""
        page, topics = self.page, words.STOCK[field]
        count = page.pick((1, 2, 2, 3, 3, 4, 5), "paragraphs")
        if field == "i2_pros_cons_long":
            count = 2
        chosen = sorted(page.dice.sample(range(len(topics)), min(count, len(topics))))
        return [(topics[i][0], self._sentences(topics[i][1])) for i in chosen]

    def _sentences(self, stock):
        said = self.page.dice.sample(stock, self.page.pick((1, 1, 2)))
        texts = [s.format(**self.unit.slots(self.page.dice)) for s in said]
        return [upper_first(t) for t in texts]


class Figures:
    """Figures as this clerk types them, with what stands beside them."""

    def __init__(self, page, unit):
        self.page, self.unit = page, unit
        page.grouping = page.pick((".", ".", "", " "), "grouping")
        page.comma = page.pick((",", ",", ",", "."), "decimal mark")
        self.digits = page.pick((0, 1, 2, 2), "decimals")
        self.pads = page.chance(0.5, "pads small numbers")
        self.words = page.pick(("", "", "", "", "words", "both"), "numbers in words")
        self.sign = page.pick(("%", "%", "%", " %"), "percent sign")
        self.staff = page.pick(words.STAFF, "staff is called")
        self.unit_word = page.pick(("", " người", f" {self.staff}", " đồng chí"), "unit of people")
        self.blank = page.pick(words.BLANKS, "a blank is typed")
        self.beside = page.pick(("", "", "of all", "split", "last year", "rate", "levels"),
                                "beside people")
        self.class_beside = page.pick(("", "", "", "last year", "plan"), "beside classes")
        self.agrees = not page.chance(0.1, "figures disagree")
        self.levels = page.pick(words.LEVEL_NAMES, "names of levels")
        self.level_glue = page.pick((": ", " ", " - "), "after a level")
        self.level_comma = page.pick(("; ", ", "), "between levels")
        self.level_order = page.pick((("mn", "th", "thcs"), ("thcs", "th", "mn")),
                                     "order of levels")

    def _skips(self):
        return self.page.chance(0.04, "figure left blank")

    def by_level(self, values):
        """Levels in a line, as typed beside a whole."""
        return self.level_comma.join(
            f"{self.levels[k]}{self.level_glue}{values[k]}" for k in self.level_order)

    def small(self, n):
        if self.words and 0 < n < len(words.NUMBER_WORDS):
            word = words.NUMBER_WORDS[n]
            return word if self.words == "words" else f"{padded(n)} ({word})"
        return padded(n) if self.pads and n < 10 else grouped(n, self.page.grouping)

    def classes(self, training, bare=False):
        field = training.field + "_class_n"
        if self._skips():
            return words.DOTS if bare else self.blank
        if not training.classes and not bare:
            text = self.page.pick(("0", "Không có", "không có lớp nào"), "no class is typed")
            return self.page.count(field, 0, text=text)
        text = self.page.count(field, training.classes, text=self.small(training.classes))
        if bare:
            return text
        last = padded(max(1, training.classes + self.page.dice.randint(-2, 2)))
        beside = {"last year": f" (năm học 2021-2022: {last} lớp)",
                  "plan": f" (kế hoạch đề ra: {last} lớp)"}
        return f"{text} lớp{beside.get(self.class_beside, '')}"

    def people(self, training, bare=False):
        """A number of people; bare: nothing beside it."""
        field, page = training.field + "_people_n", self.page
        if self._skips():
            return words.DOTS if bare else self.blank
        if not training.people and not bare:
            return page.count(field, 0, text=page.pick(("0", "Không có"), "nobody is typed"))
        text = page.count(field, training.people)
        return text if bare else self._with_beside(text, training)

    def _with_beside(self, text, training):
        n, staff = training.people, grouped(training.staff, self.page.grouping)
        if self.beside == "of all":
            return f"{text}/{staff}{self.unit_word}"
        return text + self.unit_word + {
            "split": lambda: self._split(training),
            "last year": lambda: f" (năm học trước: {self._last_year(n)})",
            "rate": lambda: f" (đạt {self._rate(n, training.staff)} tổng số {self.staff})",
            "levels": lambda: self._people_by_level(n),
        }.get(self.beside, str)()

    def _last_year(self, n):
        return grouped(n + self.page.dice.randint(-9, 9), self.page.grouping)

    def _split(self, training):
        teachers = training.people - training.managers + (0 if self.agrees else 1)
        return f", trong đó CBQL: {training.managers}, GV: {grouped(teachers, self.page.grouping)}"

    def _people_by_level(self, n):
        if not self.unit.is_office:
            return ""
        values = dict(zip(self.level_order, parts_of(self.page.dice, n, 3)))
        return f" ({self.by_level(values)})"

    def _rate(self, n, whole):
        return rate(100 * n / whole, self.digits, self.page.comma) + self.sign

    def payers(self):
        """All who pay without cash, and all students; for what stands beside the rate."""
        return sum(self.unit.cashless.values()), sum(self.unit.students.values())

    def level_rates(self):
        return {k: self._rate(n, self.unit.students[k]) for k, n in self.unit.cashless.items()}

    def cashless(self, bare=False):
        """The rate with its sign, or a blank; bare: in a sentence."""
        paying, students = self.payers()
        if self._skips():
            return words.DOTS + "%" if bare else self.blank
        field = "ii4_cashless_student_pct"
        if not paying:
            ways = ("0%",) if bare else ("0%", "Không có", "0 %")
            return self.page.percent(field, 0, text=self.page.pick(ways, "no rate is typed"))
        value = 100 * paying / students
        if not self.agrees:
            value = max(1, value - self.page.dice.randint(1, 5))
        return self.page.percent(field, value, self.digits) + self.sign


class Wording:
    """Which words a clerk has for questions; and whether hints are kept."""

    def __init__(self, page, prose):
        self.page = page
        tastes = ("short",) if prose else ("outline", "short", "short", "mixed")
        self.taste = page.pick(tastes, "taste of titles")
        self.keeps_hints = page.chance(0.4, "keeps hints")

    def of(self, wordings, name):
        if self.taste == "outline":
            return wordings[0]
        return self.page.pick(wordings[1:] if self.taste == "short" else wordings, name)

    def head(self, key):
        return self.of(words.HEADS[key], "title " + key)

    def ask(self, key):
        return self.of(words.ASKS[key], "question " + key)


class Lines:
    """Types headings, questions and answers in paragraphs."""

    def __init__(self, page, numbering, prose):
        self.page, self.numbering, self.prose = page, numbering, prose
        unnumbered = not numbering.scheme[0] and not numbering.word
        self.caps = page.chance(0.7, "sections in capitals")
        self.styles = page.pick((("b", "b", ""), ("b", "bi", "i"), ("b", "", ""), ("b", "b", "b")),
                                "style of headings")
        if unnumbered or prose:
            self.styles = ("b", "b", "bi")
        self.head_end = page.pick(("", "", "", ".", ":"), "end of headings")
        self.head_align = page.pick(("", "", "both"), "alignment of headings")
        self.mark = page.pick(words.QUESTION_MARKS, "mark of questions")
        self.by_word = page.chance(0.12, "Word's bullets for questions")
        self.colon = page.pick(words.COLONS, "colon")
        self.bold_ask = page.chance(0.2, "questions in bold")
        self.below = page.chance(0.15, "answers below")
        self.soft = page.chance(0.05, "answers after a soft break")
        self.dots = page.chance(0.08, "dots of the outline left")
        self.splits = page.chance(0.5, "a line each")
        self.glue = page.pick((", ", "; "), "between questions of a line")
        self.in_line = page.pick((0, 0, 0.3, 0.9), "how many long answers join")
        self.mark_long = page.pick([m for m in ("- ", "+ ", "• ", "* ") if m != self.mark],
                                   "mark of answers")
        self.word_bullets = page.chance(0.25, "Word's bullets for answers")
        self.number_long = page.pick(("{})", "({})", "word"), "numbers of answers")
        self.align = page.pick(("", "both"), "alignment of answers")
        self.tab = page.chance(0.12, "tab at the beginning")
        self.indent = page.pick((0, 0, 360), "indent")
        self.gaps = page.chance(0.15, "empty lines between sections")
        self.pending = None

    def head(self, level, text):
        """A heading; the answer may yet begin in its line."""
        self.flush()
        if level == 0 and self.gaps:
            self.page.para()
        number, numbered = self.numbering.next(level)
        text = text.upper() if level == 0 and self.caps else text
        if self.prose and level == 2 and not text.startswith("Đối với"):
            text = "Về " + lower_first(text)
        self.pending = (f"{number} {text}".strip(), self.styles[level], numbered)

    def flush(self):
        if self.pending:
            text, style, numbered = self.pending
            self.pending = None
            self.page.para(text + self.head_end, style=style, align=self.head_align,
                           numbered=numbered)

    def say(self, text):
        """A sentence of the clerk's own, in the heading's line if in prose."""
        if self.prose and self.pending and self.in_line:
            head, style, numbered = self.pending
            self.pending = None
            self.page.para([(head + ": ", style), (text, "")], numbered=numbered)
            return
        self.flush()
        self.page.para(("\t" if self.tab else "") + text, align=self.align)

    def line(self, pieces, below=()):
        """Questions and their answers: in one line, or in a line each."""
        self.flush()
        if self.splits or len(pieces) == 1:
            for label, answer in pieces:
                self._ask(label, answer)
        else:
            first, *others = pieces
            text = first[0] + self.colon + first[1]
            for label, answer in others:
                text += f"{self.glue}{lower_first(label)}: {answer}"
            self._marked(text + ".")
        for text in below:
            self.page.para(self.mark_long + text, indent=720)

    def _ask(self, label, answer):
        style = "b" if self.bold_ask else ""
        if self.below and answer:
            self._marked([(label + ":", style)])
            self.page.para(answer, indent=self.indent)
            return
        colon = ":\n" if self.soft else self.colon
        tail = "……" if self.dots else ""
        self._marked([(label + colon, style), (answer + tail, "")])

    def _marked(self, text):
        """A paragraph with the mark of questions before it."""
        if self.by_word:
            self.page.para(text, numbered=self.page.list("-"))
        elif isinstance(text, str):
            self.page.para(self.mark + text, indent=self.indent)
        else:
            self.page.para([(self.mark, "")] + text, indent=self.indent)

    def long(self, field, label, answer):
        """A long answer after its question, or after the heading where label is empty."""
        opening = self._opening(label)
        if answer is None:
            self._blank(opening)
            return
        self.page.says(field, answer.plain())
        paragraphs = answer.paragraphs
        joins = answer.form not in ("numbered", "leads above")
        if opening and joins and self.page.chance(self.in_line, "long answer begins in the line"):
            head, style, numbered = opening
            self.page.para([(head + ": ", style)] + self._runs(paragraphs[0], answer.form),
                           numbered=numbered)
            paragraphs = paragraphs[1:]
        elif opening:
            head, style, numbered = opening
            self.page.para(head + (":" if label else self.head_end), style=style,
                           numbered=numbered)
        self._paragraphs(paragraphs, answer.form)

    def _opening(self, label):
        if label:
            self.flush()
            return self.mark + label, "b" if self.bold_ask else "", None
        opening, self.pending = self.pending, None
        return opening

    def _blank(self, opening):
        if opening:
            head, style, numbered = opening
            self.page.para(head + ":", style=style, numbered=numbered)
        if self.page.chance(0.6, "dots for a long answer"):
            self.page.para("…" * 30)

    def _paragraphs(self, paragraphs, form):
        listed = None
        if form == "bullets" and self.word_bullets:
            listed = self.page.list("•")
        elif form == "numbered" and self.number_long == "word":
            listed = self.page.list("1)")
        for i, paragraph in enumerate(paragraphs, 1):
            runs = self._runs(paragraph, form)
            if not listed:
                runs = [(self._before(paragraph, form, i), "")] + runs
            self.page.para(runs, align=self.align, numbered=listed)

    def _before(self, paragraph, form, i):
        """What is typed before a paragraph of an answer."""
        if form == "numbered":
            return self.number_long.format(i) + " "
        if form == "bullets" or (form == "leads above" and not paragraph[0]):
            return self.mark_long
        return "\t" if self.tab else ""

    @staticmethod
    def _runs(paragraph, form):
        lead, text = paragraph
        if not lead:
            return [(text, "")]
        style = "" if form == "leads" else "b"
        return [(lead, style), (" " + text if text else "", "")]

    def grid(self, rows, widths=None):
        self.flush()
        header = [Cell(c, style="b") for c in rows[0]]
        self.page.table([header] + rows[1:], widths)

    def close(self):
        self.flush()


class Sheet:
    """Types headings, questions and answers into one table."""

    prose = False

    def __init__(self, page, numbering):
        self.page, self.numbering = page, numbering
        self.by_question = page.chance(0.5, "a row for each question")
        self.columns = page.pick((("TT", "Nội dung", "Kết quả thực hiện"),
                                  ("Nội dung", "Kết quả"),
                                  ("STT", "Nội dung báo cáo", "Kết quả", "Ghi chú")),
                                 "columns of the sheet")
        self.spans = page.chance(0.6, "section rows span the sheet")
        self.mark = page.pick(("- ", "+ ", ""), "mark in cells")
        self.rows = []

    def head(self, level, text):
        number, _ = self.numbering.next(level)
        self.rows.append([number, text.upper() if level == 0 else text, []])

    def line(self, pieces, below=()):
        if not self.by_question:
            self.rows[-1][2] += [f"{self.mark}{label}: {answer}" for label, answer in pieces]
        else:
            self.rows += [["", self.mark + label, [answer]] for label, answer in pieces]
        self.rows[-1][2] += below

    def long(self, field, label, answer):
        lines = ["……"]
        if answer is not None:
            self.page.says(field, answer.plain())
            lines = [("- " if answer.form == "bullets" else "") + t for t in answer.plain()]
        if label and self.by_question:
            self.rows.append(["", self.mark + label, lines])
        else:
            self.rows[-1][2] += ([f"{self.mark}{label}:"] if label else []) + lines

    def close(self):
        """The table itself, after all rows are known."""
        width = len(self.columns)
        table = [[Cell(c, style="b") for c in self.columns]]
        table += [self._row(number, text, lines, width) for number, text, lines in self.rows]
        sizes = {2: [4000, 5000], 3: [700, 3500, 4800], 4: [700, 3200, 4100, 1000]}
        self.page.table(table, sizes[width])

    def _row(self, number, text, lines, width):
        if width == 2:
            number, text = "", f"{number} {text}".strip()
        lead = [number] if width > 2 else []
        if not lines and self.spans:
            return lead + [Cell(text, span=width - len(lead), style="b")]
        return lead + [text, lines or ""] + [""] * (width - len(lead) - 2)


class Clerk:
    """Types the whole report in the order of the outline, or nearly so."""

    def __init__(self, page):
        self.page = page
        page.splits_runs = page.chance(0.15, "runs split")
        mode = page.pick(("lines",) * 9 + ("prose", "sheet", "half sheet"), "mode")
        self.prose, self.sheet = mode == "prose", mode == "sheet"
        self.unit = Unit(page)
        self.words = Wording(page, self.prose)
        self.author = Author(page, self.unit)
        self.figures = Figures(page, self.unit)
        by_word = "sheet" not in mode and page.chance(0.2, "Word numbers headings")
        self.numbering = Numbering(page, by_word)
        self.lines = Lines(page, self.numbering, self.prose)
        self.sheeted = {"sheet": ("I", "II", "III", "IV", "V"),
                        "half sheet": ("II", "III")}.get(mode, ())
        self.writer = self.lines
        self.drops_lone = page.chance(0.3, "lone a) dropped")
        self.doc_form = page.pick(("line", "line", "sentence"), "docs")
        self.date_form = page.pick(("{d:02d}/{m:02d}/{y}", "{d:02d}/{m}/{y}", "{d:02d}-{m:02d}-{y}",
                                    "ngày {d:02d} tháng {m:02d} năm {y}"), "dates")
        self.proof_place = page.pick(("bracket", "comma", "line", "none"), "place of evidence")
        self.name_glue = page.pick(("; ", ", ", " + "), "between names")
        self.quotes = page.chance(0.25, "names in quotes")
        self.course_form = page.pick(("lines", "lines", "lines", "sentence", "pairs", "classes",
                                      "columns", "rows"), "form of training")
        self.people_first = page.chance(0.15, "people before classes")
        self.swaps_courses = page.chance(0.1, "bồi dưỡng before tập huấn")
        self.pay_form = page.pick(("line", "line", "counts", "merged", "sentence", "years",
                                   "levels"), "form of cashless")
        self.pay_beside = page.pick(("", "", "", "last year", "target", "money", "fraction"),
                                    "beside the rate")
        self.swaps_pay = page.chance(0.08, "II.5 before II.4")
        self.source = page.pick(("", "", "", "Nguồn: CSDL ngành.", "(Số liệu tính đến 31/5/2023)"),
                                "source of figures")
        self.tells_other = page.chance(0.2, "tells what is not for the unit")
        if self.prose:
            self.doc_form = self.course_form = self.pay_form = "sentence"

    # ---- small texts

    def date(self, years=(2022, 2023)):
        dice = self.page.dice
        year = dice.choice(years)
        month = dice.randint(8, 12) if year == 2022 else dice.randint(1, 5)
        return self.date_form.format(d=dice.randint(1, 28), m=month, y=year)

    def reference(self, key):
        """A document by sort, number and date, as typed."""
        _, sort, code, _, _ = words.DOCUMENTS[key]
        day = self.date((2023,) if key == "level" else (2022, 2023))
        day = day if day.startswith("ngày") else "ngày " + day
        return f"{sort} số {self.page.dice.randint(5, 480)}/{code}-{self.unit.code} {day}"

    def proof(self, file):
        proof = self.page.pick(words.PROOFS, "evidence")
        return proof.format(file=file, n=self.page.dice.randint(1, 9))

    def quoted(self, name):
        return f"“{name}”" if self.quotes else name

    def class_names(self, training):
        names = self.name_glue.join(self.quoted(n) for n in training.names)
        return names + (" …" if training.classes > len(training.names) else "")

    def times(self, training):
        return self.name_glue.join(dict.fromkeys(training.periods))

    # ---- parts of the outline

    def head(self, key):
        self.writer.head(key.count("."), self.words.head(key))

    def long(self, field, ask=""):
        label = self.words.ask(ask) if ask else ""
        self.writer.long(field, label, self.author.answer(field))

    def titled_long(self, key, field):
        self.head(key)
        self.long(field)

    def document(self, key):
        """A question for a document's number and date, with its evidence."""
        asks, _, _, subject, file = words.DOCUMENTS[key]
        reference = self.reference(key)
        if self.doc_form == "sentence" and self.writer is self.lines:
            said = f"{self.unit.voice} đã ban hành {reference} về {subject}"
            self.writer.say(f"{said} ({self.proof(file)}).")
            return
        self._evidenced(self.words.of(asks, "document " + key), reference, file)

    def _evidenced(self, label, value, file):
        if self.words.keeps_hints:
            label += words.HINT_PROOF
        if self.proof_place == "bracket":
            value += f" ({self.proof(file)})"
        elif self.proof_place == "comma":
            value += f", {self.proof(file)}"
        pieces = [(label, value)]
        if self.proof_place == "line":
            pieces.append(("Minh chứng", self.proof(file)))
        self.writer.line(pieces)

    def part_one(self):
        self.titled_long("I.1", "i1_results_long")
        self.titled_long("I.2", "i2_pros_cons_long")

    def part_two(self):
        self.online()
        self.head("II.2")
        if not self.drops_lone:
            self.head("II.2.a")
        self.long("ii2a_erecords_long")
        self.statistics()
        last = [self.cashless, self.rating]
        for part in reversed(last) if self.swaps_pay else last:
            part()

    def online(self):
        self.head("II.1")
        if self.page.chance(0.8, "tells of online teaching"):
            self.online_situation()
        self.head("II.1.a")
        self.document("online")
        self.long("ii1a_options_long", "options")
        self.titled_long("II.1.b", "ii1b_lms_long")
        self.titled_long("II.1.c", "ii1c_materials_long")
        self.head("II.1.d")
        self.writer.line([(self.words.ask("method"), self.page.pick(words.METHODS))])
        self.long("ii1d_figures_long", "assessed")

    def online_situation(self):
        """The answer under the title, with the outline's hint or as a question."""
        way = self.page.pick(("", "hint", "question"), "online teaching is told")
        if way == "hint" and self.writer is self.lines:
            self.lines.flush()
            self.page.para(words.HINT_ONLINE, style="i")
        label = "Tình hình dạy học trực tuyến của đơn vị" if way == "question" else ""
        self.writer.long("ii1_online_situation_long", label,
                         self.author.answer("ii1_online_situation_long"))

    def statistics(self):
        self.head("II.3")
        if not self.drops_lone:
            self.head("II.3.a")
        self.long("ii3a_done_long", "done")
        label = self.words.ask("reported")
        self.writer.long("ii3a_figures_long", label, self.author.answer("ii3a_figures_long"))
        if "minh chứng" not in label:
            self.writer.line([("Minh chứng", self.proof("bao_cao_thong_ke.pdf"))])

    def cashless(self):
        self.head("II.4")
        form = self.pay_form
        if self.writer is not self.lines and form in ("sentence", "years", "levels"):
            form = "counts"
        if form == "levels" and not self.unit.is_office:
            form = "years"
        getattr(self, "pay_" + form)()
        if self.source and form != "sentence" and self.writer is self.lines:
            self.page.para(self.source, style="i")

    def _means(self):
        software, provider = self.page.pick(words.SOFTWARE, "software")
        if not sum(self.unit.cashless.values()):
            software = provider = "chưa có"
        return [(self.words.ask("software"), software), (self.words.ask("provider"), provider)]

    def _rate(self, bare=False):
        """The rate and what this clerk types beside it."""
        dice, (paying, students) = self.page.dice, self.figures.payers()
        text = self.figures.cashless(bare)
        if not paying or not any(c.isdigit() for c in text):
            return text
        mark = self.page.grouping
        return text + {
            "last year": f" (năm học 2021-2022: {dice.randint(20, 60)}%)",
            "target": f" (chỉ tiêu đề ra: {dice.choice((70, 80, 90))}%)",
            "money": f" (tổng số tiền thu: {grouped(dice.randint(300, 2400), '.')} triệu đồng)",
            "fraction": f" ({grouped(paying, mark)}/{grouped(students, mark)} {self.unit.pupils})",
        }.get(self.pay_beside, "")

    def pay_line(self):
        below = []
        if self.unit.is_office and sum(self.unit.cashless.values()):
            if self.page.chance(0.4, "rates of levels below"):
                below = ["Chia theo cấp học: " + self.figures.by_level(self.figures.level_rates())]
        self.writer.line([(self.words.ask("cashless"), self._rate())], below)
        self.writer.line(self._means())

    def pay_counts(self):
        paying, students = (grouped(n, self.page.grouping) for n in self.figures.payers())
        self.writer.line([(f"Tổng số {self.unit.pupils}", students)])
        self.writer.line([(f"Số {self.unit.pupils} nộp không dùng tiền mặt", paying)])
        self.pay_line()

    def pay_merged(self):
        self.writer.line([(self.words.ask("cashless"), self._rate())] + self._means())

    def pay_sentence(self):
        (_, software), (_, provider) = self._means()
        text = self.page.pick((
            "Tỉ lệ {pupils} nộp các khoản thu không dùng tiền mặt đạt {rate}; {means}.",
            "Đến cuối năm học, tỉ lệ {pupils} nộp học phí và các khoản thu không dùng tiền mặt "
            "là {rate}. {Means}.",
            "{Means}; tỉ lệ {pupils} thanh toán không dùng tiền mặt của đơn vị là {rate}."),
            "sentence of cashless")
        means = f"phần mềm thu là {software} do {provider} cung cấp"
        if software == "chưa có":
            means = "đơn vị chưa có phần mềm thu"
        self.writer.say(text.format(pupils=self.unit.pupils, rate=self._rate(bare=True),
                                    means=means, Means=upper_first(means)))

    def pay_years(self):
        """A table with last year's figures beside this year's."""
        last = f"{self.page.dice.randint(20, 60)}%"
        rows = [["Nội dung", "Năm học 2021-2022", "Năm học 2022-2023"],
                [self.words.ask("cashless"), last, self.figures.cashless()]]
        rows += [[label, "", value] for label, value in self._means()]
        self.writer.grid(rows, [4600, 2200, 2200])

    def pay_levels(self):
        """A table of levels whose last row is the whole."""
        unit, figures, mark = self.unit, self.figures, self.page.grouping
        rates = figures.level_rates()
        rows = [["Cấp học", "Tổng số HS", "Số HS nộp không dùng tiền mặt",
                 "Tỉ lệ HS nộp không dùng tiền mặt"]]
        for k in figures.level_order:
            rows.append([figures.levels[k], grouped(unit.students[k], mark),
                         grouped(unit.cashless[k], mark), rates[k]])
        paying, students = (grouped(n, mark) for n in figures.payers())
        whole = self.page.pick(("Tổng cộng", "Chung toàn ngành", "Tổng"), "row of the whole")
        rows.append([whole, students, paying, figures.cashless()])
        self.writer.grid(rows)
        self.writer.line(self._means())

    def rating(self):
        self.head("II.5")
        self.document("level")
        date = self.date((2023,)).removeprefix("ngày ")
        proof = self.page.pick(words.RATING_PROOFS, "minutes").format(date=date)
        self.writer.line([(self.words.of(words.RATING_ASKS, "question minutes"), proof)])

    def part_three(self):
        self.head("III.1")
        self.appointment()
        self.courses()
        self.head("III.2")
        self.document("plan")

    def appointment(self):
        """Point a) is for Phòng GDĐT, point b) for schools."""
        keys = ("III.1.a", "III.1.b")
        own = 0 if self.unit.is_office else 1
        for i, key in enumerate(keys):
            if i == own:
                self.head(key)
                self._appointed()
            elif self.tells_other and self.writer is self.lines:
                self.head(key)
                self.writer.say("Không thuộc phạm vi báo cáo của đơn vị.")

    def _appointed(self):
        if self.unit.is_office:
            self.document("decision")
        else:
            label = self.words.of(words.MINUTES_ASKS, "question of appointment")
            self._evidenced(label, self.date((2022,)), "bien_ban_phan_cong.pdf")

    def courses(self):
        """Points c) and d): twins that their titles tell apart."""
        trainings = [Training(self.page, self.unit, field) for field in ("iii1c", "iii1d")]
        if self.swaps_courses:
            trainings.reverse()
        form = self.course_form
        if self.writer is not self.lines:
            form = "lines"
        if form in ("columns", "rows"):
            getattr(self, "courses_in_" + form)(trainings)
            return
        for training in trainings:
            self.head("III.1." + training.field[-1])
            usable = form != "classes" or 1 < training.classes <= len(training.names)
            getattr(self, "course_" + (form if usable else "lines"))(training)

    def _class_pieces(self, training):
        pieces = [(self.words.ask("classes"), self.figures.classes(training))]
        if training.classes:
            pieces += [(self.words.ask("names"), self.class_names(training)),
                       (self.words.ask("times"), self.times(training))]
        return pieces

    def course_lines(self, training):
        lines = [self._class_pieces(training),
                 [(self.words.ask("people"), self.figures.people(training))]]
        if self.people_first:
            lines.reverse()
        if self.page.chance(0.1, "classes and people in one line"):
            lines = [[lines[0][0], *lines[1]]] if not self.people_first else lines
        for pieces in lines:
            self.writer.line(pieces)

    def course_sentence(self, training):
        if not training.classes:
            self.page.count(training.field + "_class_n", 0)
            self.writer.say(f"Trong năm học, {lower_first(self.unit.voice)} không tham gia lớp "
                            f"{training.course} nào.")
            return
        text = self.page.pick((
            "Trong năm học, {unit} đã cử {people} {staff} tham gia {classes} lớp {course}{more}.",
            "Đã tham gia {classes} lớp {course}{more}, với {people} {staff} tham dự.",
            "Có {people} {staff} tham gia {classes} lớp {course}{more}.",
            "Số lớp {course} đã tham gia là {classes} lớp{more}; số {staff} tham gia là {people} "
            "người."), "sentence of training")
        more = self.page.pick((" ({names}; thời gian: {times})", " gồm: {names}, thời gian {times}",
                               " ({names})"), "names in a sentence")
        more = more.format(names=self.class_names(training), times=training.periods[0])
        self.writer.say(text.format(
            unit=lower_first(self.unit.voice), staff=self.figures.staff, course=training.course,
            classes=self.figures.classes(training, bare=True), more=more,
            people=self.figures.people(training, bare=True)))

    def course_pairs(self, training):
        """Questions and answers as two columns."""
        pieces = self._class_pieces(training)
        pieces.append((self.words.ask("people"), self.figures.people(training)))
        self.writer.grid([["Nội dung", "Kết quả"]] + [list(p) for p in pieces], [4500, 4500])

    def course_classes(self, training):
        """A row for each class, and the whole below."""
        shares = parts_of(self.page.dice, training.people, training.classes)
        rows = [["TT", "Tên lớp", "Thời gian", self.words.ask("people")]]
        for i, (name, time, n) in enumerate(zip(training.names, training.periods, shares), 1):
            rows.append([str(i), name, time, grouped(n, self.page.grouping)])
        whole = f"Tổng cộng: {self.figures.classes(training, bare=True)} lớp"
        rows.append(["", whole, "", self.figures.people(training, bare=True)])
        self.writer.grid(rows, [700, 4000, 2300, 2000])

    def courses_in_columns(self, trainings):
        """Both in one table, a row for each sort of classes."""
        rows = [["Nội dung", self.words.ask("classes"), "Tên lớp", "Thời gian",
                 self.words.ask("people")]]
        for training in trainings:
            rows.append([self.words.head("III.1." + training.field[-1]),
                         self.figures.classes(training), self.class_names(training),
                         self.times(training),
                         self.figures.people(training)])
        self.writer.grid(rows)

    def courses_in_rows(self, trainings):
        """Both in one table, a column for each sort of classes."""
        columns = [[self.words.head("III.1." + t.field[-1]), self.figures.classes(t),
                    self.class_names(t), self.figures.people(t)] for t in trainings]
        labels = ["Tiêu chí", self.words.ask("classes"), "Tên lớp", self.words.ask("people")]
        self.writer.grid([list(row) for row in zip(labels, *columns)])

    def part_four(self):
        self.titled_long("IV.1", "iv1_results_long")
        self.titled_long("IV.2", "iv2_difficulties_long")

    def part_five(self):
        self.long("v_proposals_long")

    # ---- the whole report

    def report(self):
        self.opening()
        parts = {"I": self.part_one, "II": self.part_two, "III": self.part_three,
                 "IV": self.part_four, "V": self.part_five}
        for key, part in parts.items():
            self._turn_to(Sheet(self.page, self.numbering) if self._opens_sheet(key)
                          else self.writer if key in self.sheeted else self.lines)
            self.head(key)
            part()
        self.writer.close()
        self.closing()

    def _opens_sheet(self, key):
        return key in self.sheeted and self.writer is self.lines

    def _turn_to(self, writer):
        if writer is not self.writer:
            self.writer.close()
            self.writer = writer

    def opening(self):
        page, unit = self.page, self.unit
        self._letterhead()
        page.para("BÁO CÁO", style="b", align="center")
        page.para(words.SUBJECT, style="b", align="center")
        if page.chance(0.3, "note of the heading kept"):
            page.para(words.HEADING_NOTE, style="i", align="center")
        if page.chance(0.3, "addressed"):
            page.para("Kính gửi: Sở Giáo dục và Đào tạo Bà Rịa – Vũng Tàu", align="center")
        if page.chance(0.6, "introduction"):
            page.para(page.pick(words.INTROS, "words of introduction").format(name=unit.name))
        if page.chance(0.2, "size of the unit told"):
            students = grouped(sum(unit.students.values()), page.grouping)
            staff = grouped(unit.managers + unit.teachers, page.grouping)
            page.para(f"Năm học 2022-2023, đơn vị có {students} {unit.pupils} và {staff} cán bộ "
                      "quản lý, giáo viên.")

    def _letterhead(self):
        page, unit = self.page, self.unit
        number = f"Số: {page.dice.randint(20, 300)}/BC-{unit.code}"
        days = (f"ngày {padded(page.dice.randint(1, 9))}", "ngày     ")
        day = page.pick(days, "day of the letter")
        place = f"{page.pick(('Bà Rịa – Vũng Tàu', unit.town), 'place')}, {day} tháng 6 năm 2023"
        superior, name = unit.superior.upper(), unit.name.upper()
        if page.chance(0.12, "line of the annex kept"):
            page.para(words.ANNEX, style="i", align="center")
        way = page.pick(("table", "table", "lines", "tabs"), "letterhead")
        if way == "table":
            page.letterhead(superior, name, number, place)
        elif way == "tabs":
            for left, right in zip((superior, name, number), words.MOTTO + (place,)):
                page.para(f"{left}\t{right}")
        else:
            for text in (superior, name, number) + words.MOTTO + (place,):
                page.para(text, align="center")

    def closing(self):
        page, unit = self.page, self.unit
        if page.chance(0.5, "closing sentence"):
            page.para(page.pick(words.CLOSINGS, "words of closing").format(name=unit.name))
        title = page.pick(("THỦ TRƯỞNG ĐƠN VỊ", "HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"),
                          "who signs")
        if unit.is_office or "Trung tâm" in unit.name:
            title = "TRƯỞNG PHÒNG" if unit.is_office else "GIÁM ĐỐC"
        signer = page.pick(words.SIGNERS)
        if page.chance(0.8, "signature in a table"):
            page.signature(["Sở GDĐT (t/h)", "Cổng TTĐT đơn vị (tt)", "Lưu: VT"], title, signer)
        else:
            for text in ("Nơi nhận:", "- Sở GDĐT (t/h);", "- Lưu: VT."):
                page.para(text)
            page.para(title, style="b", align="right")
            page.para(signer, align="right")
        if page.chance(0.15, "list of evidence at the end"):
            self._evidence_list()

    def _evidence_list(self):
        self.page.para("DANH MỤC MINH CHỨNG KÈM THEO", style="b", align="center")
        rows = [["TT", "Tên văn bản", "Tệp đính kèm"]]
        for i, (_, sort, _, subject, file) in enumerate(words.DOCUMENTS.values(), 1):
            rows.append([str(i), f"{sort} {subject}", file])
        self.page.table(rows, [700, 5300, 3000])


def type_report(page):
    """Types one whole report."""
    Clerk(page).report()
