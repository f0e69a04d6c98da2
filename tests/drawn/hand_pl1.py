"""hand_pl1.py - clerks of Phòng GDĐT, blocks of schools and single schools who type the
report of Hải Phòng's Phụ lục 1 (2023): in lines, in prose, in tables or in one table."""
import dataclasses

import words_pl1 as words
from page import Cell, grouped, rate

FORM = "hp-2023-pl1"


@dataclasses.dataclass
class Result:
    """What the unit has to answer: n of so many, and the same of each level."""

    n: int
    of: int
    levels: dict
    parts: dict


class OnDemand(dict):
    """Values made only when a template asks for them: what is typed is what is true."""

    def __getitem__(self, key):
        return super().__getitem__(key)()


# ---- what a unit has to answer


class Facts:
    """The counts of one unit, from which every figure of its report is drawn."""

    def __init__(self, page, office):
        self.dice = page.dice
        self.office = office
        self.slips = page.chance(0.1, "figures that do not agree")
        self.totals = {level: self.dice.randint(*words.SIZES[level]) for level in office.levels}
        schools = sum(self.totals.values()) or 2
        self.people = {"giáo viên": schools * self.dice.randint(22, 34)}
        self.people["cán bộ, giáo viên"] = self.people["giáo viên"] + schools * 3
        self.people["cán bộ chuyên trách"] = max(2, schools - self.dice.randint(0, 9))

    def share(self, usual):
        """Many units do all; the others do about the usual share."""
        if usual > 0.6 and self.dice.random() < 0.3:
            return 1.0
        return min(1.0, max(0.02, self.dice.gauss(usual, 0.15)))

    def result(self, question):
        """The answer to a question and to what is asked in its line."""
        if question.kind == "people":
            of = self.people[question.who]
            levels, n = {}, max(1, round(of * self.share(question.usual)))
        elif not self.office.levels:
            levels, of = {}, 1
            n = self.dice.randint(20, 400) if question.kind == "material" else 1
        else:
            levels = self.levels(question)
            n, of = (sum(pair[i] for pair in levels.values()) for i in (0, 1))
            if self.slips and n + 1 < of:
                n += 1
        return Result(n, of, levels, self.parts(question, n))

    def levels(self, question):
        """The count of each level and its whole."""
        totals = dict(self.totals)
        if not question.preschools:
            totals.pop("mn", None)
        if question.kind == "material":
            return {level: (of * self.dice.randint(5, 90), 0) for level, of in totals.items()}
        return {level: (round(of * self.share(question.usual)), of)
                for level, of in totals.items()}

    def parts(self, question, n):
        """The counts asked in the question's line, each with its whole."""
        if question.parts is words.ESIGN_PARTS:
            teachers = self.people["giáo viên"]
            signed = self.dice.randint(0, teachers)
            counts = ((self.dice.randint(n // 2, n), n), (signed, teachers))
        elif question.parts is words.MATERIAL_PARTS:
            counts = ((self.dice.randint(1, max(1, n // 2)), n),)
        else:
            first = self.dice.randint(0, n)
            second = self.dice.randint(0, n - first)
            counts = ((first, n), (second, n), (n - first - second, n))
        return dict(zip((part.count for part in question.parts), counts))


# ---- who types


class Clerk:
    """One clerk with his habits; each method types one sort of thing."""

    def __init__(self, page):
        self.page = page
        self.office = page.pick(words.OFFICES, "office")
        self.place = page.pick(words.DISTRICTS, "place")
        self.facts = Facts(page, self.office)
        self.layout = self.draw_layout()
        self.draw_number_habits()
        self.draw_heading_habits()
        self.draw_line_habits()
        self.draw_table_habits()
        self.results = {q.key: self.facts.result(q) for qs in words.FIGURES.values() for q in qs}
        self.states = {key: self.draw_state(key) for key in self.results}

    # -- habits

    def draw_layout(self):
        page = self.page
        if self.office.levels and page.chance(1 / 6, "hard page"):
            return page.pick(["prose", "one table"], "hard layout")
        return page.pick(["lines", "lines", "lines", "mixed", "tables"], "layout")

    def draw_number_habits(self):
        page = self.page
        page.grouping = page.pick([".", ".", ".", "", " "], "grouping")
        page.comma = page.pick([",", ",", ",", "."], "decimal mark")
        page.splits_runs = page.chance(0.15, "runs split")
        self.digits = page.pick([0, 1, 1, 2, 2], "decimals")
        self.keeps_zeros = page.chance(0.15, "zeros kept after the comma")
        self.sign = page.pick(["%", "%", "%", " %"], "percent sign")
        self.pads = page.chance(0.3, "small counts padded")
        self.units = {who: page.pick(names, f"unit {who}") for who, names in words.UNITS.items()}
        self.names = dict(zip(words.LEVELS, page.pick(words.LEVEL_NAMES, "level names")))
        self.schools = dict(zip(words.LEVELS, words.SCHOOLS))

    def draw_heading_habits(self):
        page = self.page
        self.numbering = page.pick(
            ["outline", "outline", "slash", "decimal", "letters", "none", "word", "abc"],
            "numbering")
        self.caps = page.chance(0.5, "top headings in capitals")
        self.heading_styles = page.pick([("b", "b", "b"), ("b", "b", "bi"), ("b", "b", "i"),
                                         ("bu", "b", ""), ("", "", ""), ("b", "bi", "i")],
                                        "heading styles")
        if self.numbering == "none" and not self.heading_styles[1]:
            self.heading_styles = ("b", "b", "b")
        self.titles_kept = page.chance(0.45, "titles of the outline kept")
        self.hint_place = page.pick(["none", "none", "title", "own"], "hints of the outline")
        self.statistics_hints = page.chance(0.2, "hints of 3.4 kept")
        self.colons = page.chance(0.3, "headings end with a colon")
        self.lists = {}

    def draw_line_habits(self):
        page = self.page
        self.bullet = page.pick(["- ", "- ", "- ", "+ ", "• ", "* ", "", "– ", "1. ", "a) ",
                                 "word"], "bullet of questions")
        self.sub_bullet = page.pick(["+ ", "  + ", "\t+ ", "• ", "", "\t- "],
                                    "bullet of levels")
        self.level_layout = page.pick(["inline", "inline", "below", "soft", "table", "bare"],
                                      "levels in lines")
        self.level_join = page.pick(["; ", ", ", "; "], "levels joined by")
        self.levels_reversed = page.chance(0.1, "levels from the highest")
        self.level_zeroes = page.pick(["0", "0", "không có"], "none at a level")
        self.level_item = {kind: page.pick(forms, f"level item {kind}")
                           for kind, forms in words.LEVEL_ITEMS.items()}
        self.level_line = {kind: page.pick(forms, f"level line {kind}")
                           for kind, forms in words.LEVEL_LINES.items()}
        self.one_answer = page.chance(0.5, "one form of answers")
        self.answer_turn = page.dice.randrange(18)
        self.questions_kept = page.chance(0.35, "questions of the outline kept")
        self.separator = page.pick([": ", ": ", ": ", " là: ", ":\t", ":  "], "separator")
        self.end = page.pick([".", ".", "", ";"], "ends of lines")
        self.answers_below = page.chance(0.08, "answers below the questions")
        self.dotted = page.chance(0.07, "dots left around answers")
        self.bold_answers = page.chance(0.12, "answers in bold")
        self.parts_below = page.chance(0.4, "parts on lines of their own")
        self.statements = page.chance(0.1, "statements in place of questions")
        self.align = "both" if page.chance(0.4, "justified") else ""

    def draw_table_habits(self):
        page = self.page
        self.tt = page.pick(["TT", "STT", "Stt", ""], "numbers in tables")
        self.topic = page.pick(["Nội dung", "Chỉ tiêu", "Nội dung báo cáo", "Tiêu chí"],
                               "head of topics")
        self.result_head = page.pick(["Kết quả", "Kết quả thực hiện", "Số liệu"],
                                     "head of results")
        self.count_head = page.pick(["Số lượng", "SL", "Số lượng đạt"], "head of counts")
        self.rate_head = page.pick(["Tỷ lệ (%)", "Tỷ lệ %", "Tỷ lệ", "TL (%)"], "head of rates")
        self.total_head = page.pick(["Tổng", "Tổng số", "Cộng", "Tổng cộng"], "head of totals")
        self.total_first = page.chance(0.3, "totals before the levels")
        self.signs_in_cells = page.chance(0.5, "percent signs in cells")
        self.notes_column = page.chance(0.25, "a column for notes")
        self.short_rows = page.chance(0.5, "short names in tables")
        self.table_kind = page.pick(["result", "rate", "rate", "levels", "levels", "wide",
                                     "years", "across"], "sort of table")
        self.empty_cell = page.pick(["", "", "/"], "cells without an answer")
        self.heads_bold = page.chance(0.6, "table heads in bold")

    def draw_state(self, key):
        """given, none (a zero), blank or dropped"""
        page = self.page
        if page.chance(0.03, f"{key} dropped"):
            return "dropped"
        if page.chance(0.05, f"{key} blank"):
            return "blank"
        if key in words.MAY_BE_NONE and page.chance(0.12, f"{key} none"):
            return "none"
        return "given"

    # -- figures

    def plain(self, n):
        return grouped(n, self.page.grouping)

    def count(self, field, n, level=None, zero=None):
        """A count; what the outline does not ask (no field) is typed alike."""
        text = f"{n:02d}" if self.pads and 0 < n < 10 else None
        if n == 0:
            text = zero
        if field:
            return self.page.count(field, n, level, text)
        return text or self.plain(n)

    def rate(self, field, n, of, level=None, sign=True):
        value = 100 * n / of
        text = f"{value:.{self.digits}f}".replace(".", self.page.comma)
        if not self.keeps_zeros or value == 100:
            text = rate(value, self.digits, self.page.comma)
        if field:
            text = self.page.percent(field, value, self.digits, level, text)
        return text + (self.sign if sign else "")

    def values(self, question, level=None, zero=None, **more):
        """Everything that a template about a question may ask for."""
        result = self.results[question.key]
        n, of = result.levels[level] if level else (result.n, result.of)
        rates_by_level = question.kind == "rates"
        percent = question.percent if rates_by_level or not level else ""
        return OnDemand(
            n=lambda: self.count(question.count, n, level, zero),
            of=lambda: self.plain(of),
            p=lambda: self.rate(percent, n, of, level),
            unit=lambda: self.unit(question),
            name=lambda: self.names[level],
            school=lambda: self.schools[level],
            words=lambda: self.page.count(question.count, n, None, words.WORDS[n]),
            **more,
        )

    def unit(self, question):
        return self.units["học liệu" if question.kind == "material" else question.who]

    def part_values(self, question, part, **more):
        n, of = self.results[question.key].parts[part.count]
        return OnDemand(
            n=lambda: self.count(part.count, n),
            of=lambda: self.plain(of),
            p=lambda: self.rate(part.percent, n, of),
            unit=lambda: self.units[part.unit],
            **more,
        )

    # -- levels

    def level_kind(self, question):
        return question.kind if question.kind in words.LEVEL_ITEMS else "schools"

    def levels_of(self, question):
        levels = list(self.results[question.key].levels)
        return levels[::-1] if self.levels_reversed else levels

    def level_texts(self, question, in_line):
        """What is typed of each level, in a line or on lines of their own."""
        form = (self.level_item if in_line else self.level_line)[self.level_kind(question)]
        zero = self.level_zeroes if form.endswith(": {n}") else None
        return [form.format_map(self.values(question, level, zero))
                for level in self.levels_of(question)]

    def level_phrase(self, question):
        return self.level_join.join(self.level_texts(question, True))

    # -- a question and its answer in words

    def wording(self, question):
        """The question as this clerk types it."""
        page = self.page
        first = self.questions_kept
        verb = question.verbs[0] if first else page.pick(question.verbs, f"{question.key} asked")
        if question.kind == "material":
            return verb
        subjects = words.RATE_SUBJECTS if question.kind == "rates" else words.SUBJECTS[question.who]
        return f"{subjects[0] if first else page.dice.choice(subjects)} {verb}"

    def answer_form(self, forms):
        """One of the forms: the same wherever they come, or any."""
        if self.one_answer:
            return forms[self.answer_turn % len(forms)]
        return self.page.dice.choice(forms)

    def answer(self, question, with_levels):
        """The answer's words, with its levels in them or not."""
        n = self.results[question.key].n
        if self.states[question.key] == "blank":
            return self.page.dice.choice(words.BLANKS).format(unit=self.unit(question))
        if self.states[question.key] == "none":
            form = self.page.dice.choice(words.ZEROES).format(unit=self.unit(question))
            return self.page.count(question.count, 0, None, form)
        if with_levels:
            form = self.answer_form(words.ANSWERS_WITH_LEVELS[question.kind])
            return form.format_map(self.values(
                question, levels=lambda: self.level_phrase(question)))
        form = self.answer_form(words.ANSWERS[question.kind])
        if form.startswith("{n} ") and n in words.WORDS and self.page.chance(0.1, "count in words"):
            form = form.replace("{n}", "{words}")
        return form.format_map(self.values(question))

    def tail(self, question):
        """Last year's figures, aims or money behind an answer, now and then."""
        if question.kind not in ("rated", "people") or question.parts:
            return ""
        if self.states[question.key] != "given" or not self.page.chance(0.08, "tails"):
            return ""
        n, of = self.results[question.key].n, self.results[question.key].of
        if n == of:
            return ""
        return self.page.dice.choice(words.TAILS).format(
            less=self.plain(n - n // 4), unit=self.unit(question), aim="100" + self.sign,
            few=self.page.dice.randint(2, 9), money=self.page.dice.randint(20, 900))

    def has_parts(self, question):
        if not question.parts or self.states[question.key] != "given":
            return False
        return question.parts is not words.LEVEL_PARTS or self.page.chance(0.6, "levels of tin học")

    def part_texts(self, question):
        """The figures of the question's line, each with its lead."""
        turn = self.page.dice.randrange(len(question.parts[0].leads))
        return [f"{part.leads[turn]}: {self.part_answer(question, part)}"
                for part in question.parts]

    def part_answer(self, question, part):
        forms = words.ANSWERS["people"] if part.percent else words.PART_COUNTS
        return self.answer_form(forms).format_map(self.part_values(question, part))

    def given(self, question):
        return self.states[question.key] == "given"

    def shows_levels(self, question):
        return self.given(question) and len(self.results[question.key].levels) > 0

    # -- lines

    def line(self, place, text, answer=""):
        """A line of a question: its bullet, its words and its answer."""
        numbered = self.word_list("-") if self.bullet == "word" else None
        text = ("" if numbered else words.mark_at(self.bullet, place)) + text
        pieces = [(text, ""), (answer, "b")] if self.bold_answers and answer else text + answer
        self.page.para(pieces, numbered=numbered, align=self.align)

    def word_list(self, mark):
        """The one list of Word's own with this mark for headings or questions."""
        if mark not in self.lists:
            self.lists[mark] = self.page.list(mark)
        return self.lists[mark]

    def sub_lines(self, texts):
        for text in texts:
            self.page.para(self.sub_bullet + text + self.end, align=self.align)

    def figure_line(self, question, place):
        """A question with its answer, its levels and its parts."""
        if self.given(question) and (self.statements or self.page.chance(0.05, "statement")):
            self.line(place, self.sentence(question))
            return
        layout = self.level_layout if self.shows_levels(question) else "bare"
        typed = self.answer(question, layout == "inline") + self.tail(question)
        if self.dotted and self.given(question) and typed[0].isdigit():
            typed = f"...{typed}..."
        parts = self.part_texts(question) if self.has_parts(question) else []
        if parts and not self.parts_below:
            typed += self.page.dice.choice(words.PART_JOINS[question.kind]).format("; ".join(parts))
            parts = []
        if layout == "soft":
            typed += "".join(f"\n+ {text}" for text in self.level_texts(question, False))
        self.asked_and_answered(place, self.wording(question), typed)
        if layout == "below":
            self.sub_lines(self.level_texts(question, False))
        if layout == "table":
            self.level_table(question)
        self.sub_lines(words.raised(part) for part in parts)

    def asked_and_answered(self, place, asked, typed):
        ending = "" if typed.endswith((".", "…")) or not typed else self.end
        if self.answers_below and typed:
            self.line(place, asked + ":")
            self.page.para(words.raised(typed) + ending)
        else:
            self.line(place, asked + self.separator, typed + ending)

    def level_table(self, question):
        """The levels of one question in a table of two rows."""
        levels = self.levels_of(question)
        name = self.rate_head if question.kind == "rates" else self.count_head
        self.page.table([self.head(["Bậc học"] + [self.names[level] for level in levels]),
                         [name] + [self.cell(question, level) for level in levels]])

    def merged_line(self, place, first, second):
        """Two questions in one line."""
        texts = [self.wording(q) + ": " + self.answer(q, False) for q in (first, second)]
        self.line(place, f"{texts[0]}; {words.lowered(texts[1])}{self.end}")

    def can_merge(self, questions):
        """Two plain questions of one section are left."""
        return len(questions) > 1 and all(
            self.given(q) and not q.parts and q.kind != "rates" for q in questions[:2])

    def figure_lines(self, section):
        questions, place = self.questions_of(section), 0
        while questions:
            if self.can_merge(questions) and self.page.chance(0.05, "two in a line"):
                self.merged_line(place, questions.pop(0), questions.pop(0))
            else:
                self.figure_line(questions.pop(0), place)
            place += 1

    def questions_of(self, section):
        """Those that the clerk did not drop, in his order."""
        questions = [q for q in words.FIGURES[section] if self.states[q.key] != "dropped"]
        if len(questions) > 1 and self.page.chance(0.12, "questions in another order"):
            questions[-2:] = questions[:-3:-1]
        return questions

    # -- prose

    def sentence(self, question):
        """The question and its answer in one sentence, its parts behind it."""
        levels = ""
        if self.shows_levels(question) and self.level_layout != "bare":
            levels = "{levels_in}"
        form = self.page.dice.choice(words.SENTENCES[question.kind]).replace("{levels}", levels)
        verb = self.page.dice.choice(question.verbs).removeprefix("đã ")
        area = words.raised(self.office.area.format(place=self.place))
        text = form.format_map(self.values(
            question,
            verb=lambda: verb,
            who=lambda: words.WHO_IN_PROSE.get(question.who, question.who),
            lead=lambda: self.page.dice.choice(("Hiện nay", "Đến nay", "Năm học này", area)),
            levels_in=lambda: f" ({self.level_phrase(question)})",
        ))
        if self.has_parts(question):
            text += "; trong đó, " + ", ".join(self.part_texts(question))
        return text + "."

    def figure_prose(self, section):
        """All figures of a section in one or two paragraphs."""
        texts = [self.sentence(q) for q in self.questions_of(section) if self.given(q)]
        if self.page.chance(0.4, "a paragraph for each sentence"):
            for text in texts:
                self.page.para(text, align=self.align)
        elif texts:
            self.page.para(" ".join(texts), align=self.align)

    # -- tables

    def head(self, names):
        return [Cell(name, style="b" if self.heads_bold else "") for name in names]

    def cell(self, question, level=None, of="n"):
        """A count or a rate alone in its cell; of="p" wants the rate."""
        if self.states[question.key] == "blank":
            return self.empty_cell
        if self.states[question.key] == "none":
            return self.page.count(question.count, 0) if of == "n" and not level else ""
        result = self.results[question.key]
        if level and level not in result.levels:
            return self.empty_cell
        n, whole = result.levels[level] if level else (result.n, result.of)
        if of == "p" or question.kind == "rates":
            return self.rate_cell(question, n, whole, level)
        return self.count(question.count, n, level)

    def rate_cell(self, question, n, of, level):
        asked = not level or question.kind == "rates"
        if not of or (not level and not question.percent):
            return self.empty_cell
        signed = self.signs_in_cells or question.kind == "rates"
        return self.rate(question.percent if asked else "", n, of, level, signed)

    def row_name(self, question):
        return self.page.dice.choice(question.shorts) if self.short_rows else self.wording(question)

    def numbered_rows(self, head, rows):
        """A table with or without a column of numbers; a row without a number is part of
        the row above it."""
        if not self.tt:
            self.page.table([self.head(head)] + [row[1:] for row in rows])
        else:
            self.page.table([self.head([self.tt] + head)] + rows)

    def part_rows(self, question, columns, at):
        """Rows for the figures in a question's line: the count stands at `at`, a rate of its
        own in the last column."""
        if not self.has_parts(question):
            return []
        turn = self.page.dice.randrange(len(question.parts[0].leads))
        rows = []
        for part in question.parts:
            row = ["", "- " + words.raised(part.leads[turn])] + [""] * columns
            values = self.part_values(question, part)
            row[2 + at] = values["n"]
            if part.percent:
                row[-1] = values["p"]
            rows.append(row)
        return rows

    def table_result(self, questions):
        """A row for each question; everything answered in one cell."""
        rows = [[str(i + 1), self.row_name(q), self.result_cell(q)]
                for i, q in enumerate(questions)]
        self.numbered_rows([self.topic, self.result_head], rows)

    def result_cell(self, question):
        """Lines of one cell: the answer, levels and parts."""
        in_line = self.level_layout in ("inline", "table")
        shown = self.shows_levels(question)
        lines = [self.answer(question, in_line and shown)]
        if shown and not in_line and self.level_layout != "bare":
            lines += ["+ " + text for text in self.level_texts(question, False)]
        if self.has_parts(question):
            lines += ["- " + words.raised(text) for text in self.part_texts(question)]
        return lines

    def table_rate(self, questions):
        """Columns for the count and the rate; levels in rows below."""
        by_rows = self.page.chance(0.6, "levels in rows")
        rows = []
        for place, q in enumerate(questions):
            count = "" if q.kind == "rates" else self.cell(q)
            rows.append([str(place + 1), self.row_name(q), count, self.cell(q, of="p")])
            if by_rows and self.shows_levels(q):
                rows += [self.level_row(q, level) for level in self.levels_of(q)]
            rows += self.part_rows(q, 2, 0)
        head = [self.topic, self.count_head, self.rate_head]
        if self.notes_column:
            head.append("Ghi chú")
            rows = [row + [""] for row in rows]
        self.numbered_rows(head, rows)

    def level_row(self, question, level):
        count = "" if question.kind == "rates" else self.cell(question, level)
        return ["", "+ " + self.names[level], count, self.cell(question, level, "p")]

    def table_levels(self, questions):
        """A column for each level, one for the whole and one for the rate."""
        levels = self.office.levels
        at = 0 if self.total_first else len(levels)
        heads = [self.names[level] for level in levels]
        heads.insert(at, self.total_head)
        rows = []
        for place, q in enumerate(questions):
            cells = [self.cell(q, level) if self.given(q) else "" for level in levels]
            cells.insert(at, self.cell(q))
            rate_of = "" if q.kind == "rates" else self.cell(q, of="p")
            rows.append([str(place + 1), self.row_name(q)] + cells + [rate_of])
            rows += self.part_rows(q, len(levels) + 2, at)
        self.numbered_rows([self.topic] + heads + [self.rate_head], rows)

    def table_wide(self, questions):
        """For each level and for the whole a count and a rate, under a head of two rows."""
        groups = list(self.office.levels) + [None]
        names = [self.names.get(level, self.total_head) for level in groups]
        top = [Cell(self.topic, starts=True)] + [Cell(name, span=2) for name in names]
        under = [Cell("", joins=True)] + self.head([self.count_head, self.rate_head]) * len(names)
        rows = [top, under]
        for q in questions:
            row = [self.row_name(q)]
            for level in groups:
                count = "" if q.kind == "rates" else self.cell(q, level)
                row += [count, self.cell(q, level, "p")]
            rows.append(row)
            rows += [r[1:] for r in self.part_rows(q, 2 * len(groups), 2 * len(groups) - 2)]
        self.page.table(rows)

    def table_years(self, questions):
        """Last year beside this year; levels are left out."""
        rows = []
        for place, q in enumerate(questions):
            rows.append([str(place + 1), self.row_name(q), self.last_year(q),
                         self.answer(q, False)])
            rows += self.part_rows(dataclasses.replace(
                q, parts=tuple(p for p in q.parts if not p.percent)), 2, 1)
        self.numbered_rows([self.topic, "Năm học 2021-2022", "Năm học 2022-2023"], rows)

    def last_year(self, question):
        n = self.results[question.key].n
        if question.kind == "rates":
            return f"{self.page.dice.randint(10, 60)}{self.sign}"
        return f"{self.plain(n - n // 5)} {self.unit(question)}"

    def table_across(self, questions):
        """A row for each level, a column for each question; parts in lines below."""
        rows = [self.head(["Bậc học"] + [self.row_name(q) for q in questions])]
        for level in self.office.levels:
            rows.append([self.names[level]] + [
                self.cell(q, level) if self.given(q) else "" for q in questions])
        rows.append([self.total_head] + [self.cell(q) for q in questions])
        rated = [self.cell(q, of="p") if q.kind == "rated" else "" for q in questions]
        rows.append([self.rate_head] + rated)
        self.page.table(rows)
        for q in questions:
            if self.has_parts(q):
                self.sub_lines(words.raised(text) for text in self.part_texts(q))

    def figure_table(self, section):
        """A table of the sort that suits this section."""
        kind = self.table_kind
        if (section == "s35" or not self.office.levels) and kind in ("levels", "wide", "across"):
            kind = "rate"
        questions = self.questions_of(section)
        if questions:
            getattr(self, f"table_{kind}")(questions)

    # -- long answers

    def filled(self, text):
        """A sentence of the stock with this unit's name, numbers and dates."""
        dice = self.page.dice
        return text.format(
            Calls=words.raised(self.office.calls), year="2022-2023", doc=dice.randint(11, 990),
            day=f"{dice.randint(10, 28)}/{dice.randint(9, 12)}/2022",
            few=dice.randint(3, 9), money=dice.randint(20, 300))

    def said(self, field):
        """A long answer that will be typed, as pairs."""
        pairs = self.composed(field)
        self.page.says(field, [lead + text for lead, text in pairs])
        return pairs

    def composed(self, field):
        """Paragraphs of a long answer as pairs: a lead of its own or "", and the text."""
        page = self.page
        if field in words.NOTHING and page.chance(0.15, "nothing to say"):
            return [("", page.dice.choice(words.NOTHING[field]))]
        if field in words.OWN_LEADS and page.chance(0.2, "leads of its own"):
            return [(lead + " ", self.sentences([words.STOCK[field][i] for i in places], 2))
                    for lead, places in words.OWN_LEADS[field]]
        many = page.dice.choice((1, 1, 2, 2, 3, 4, 5))
        texts = page.dice.sample(words.STOCK[field], min(8, many + page.dice.randint(0, 3)))
        return [("", self.sentences(texts[i::many])) for i in range(many)]

    def sentences(self, texts, at_most=None):
        """Sentences of the stock in a row; of many, some."""
        if at_most:
            texts = self.page.dice.sample(texts, self.page.dice.randint(1, at_most))
        return " ".join(self.filled(text) for text in texts)

    def long_marks(self, many):
        """Marks of the paragraphs, or the number of a list of Word's own."""
        page = self.page
        if many > 1 and page.chance(0.12, "Word's list in a long answer"):
            return [""] * many, page.list(page.dice.choice(words.LONG_LISTS))
        marks = words.LONG_MARKS[:5] if many == 1 else words.LONG_MARKS
        mark = page.dice.choice(marks[:-1] if self.numbering == "abc" else marks)
        return [words.mark_at(mark, i) for i in range(many)], None

    def type_long(self, field, asked, style="", numbered=None, below=False):
        """What is asked, then the answer in its line or below it."""
        page = self.page
        if page.chance(0.04, "a long answer left blank"):
            page.para(asked, style=style, numbered=numbered)
            page.para(page.dice.choice((".....", "……………………", "...")))
            return
        pairs = self.said(field)
        if not below and page.chance(0.3, "long answer in the question's line"):
            page.para([(asked.rstrip(":") + ": ", style), ("".join(pairs[0]), "")],
                      numbered=numbered, align=self.align)
            pairs = pairs[1:]
        elif not below and len(pairs) == 1 and page.chance(0.08, "soft break before an answer"):
            page.para([(asked + "\n", style), ("".join(pairs[0]), "")], numbered=numbered)
            return
        else:
            page.para(asked, style=style, numbered=numbered)
        self.long_paragraphs(pairs)

    def long_paragraphs(self, pairs):
        marks, numbered = self.long_marks(len(pairs)) if pairs else ([], None)
        lead_style = self.page.dice.choice(("b", "bi", "i", ""))
        for mark, (lead, text) in zip(marks, pairs):
            runs = [(mark, ""), (lead, lead_style), (text, "")] if lead else mark + text
            self.page.para(runs, numbered=numbered, align=self.align)

    # -- headings

    def number(self, path):
        """The number typed before a heading at this place of the outline."""
        a, b, c = path + (1,) * (3 - len(path))
        text = words.NUMBERS[self.numbering][len(path) - 1].format(
            a=a, b=b, c=c, roman=words.ROMAN[a - 1], roman_b=words.ROMAN[b - 1],
            capital="ABCD"[a - 1], letter=words.LETTERS[c - 1])
        return text + " " if text else ""

    def title(self, key):
        titles = words.TITLES[key]
        text = titles[0] if self.titles_kept else self.page.pick(titles, f"title {key}")
        return text.upper() if self.caps and key in ("i", "ii", "iii", "iv") else text

    def heading(self, key, path):
        """Text, style and Word's own number of a heading."""
        text = self.number(path) + self.title(key)
        if key in words.HINTS and self.hint_place == "title":
            text += " " + words.HINTS[key]
        numbered = None
        if self.numbering == "word" and len(path) < 3:
            numbered = self.word_list("I." if len(path) == 1 else "1.")
        return text + (":" if self.colons else ""), self.heading_styles[len(path) - 1], numbered

    def type_heading(self, key, path):
        text, style, numbered = self.heading(key, path)
        self.page.para(text, style=style, numbered=numbered)

    def long_section(self, key, path):
        """A heading whose answer is one long text."""
        text, style, numbered = self.heading(key, path)
        if key in words.HINTS and self.hint_place == "own":
            self.page.para(text, style=style, numbered=numbered)
            self.type_long(words.LONG_OF[key], words.HINTS[key], "i", below=True)
        else:
            self.type_long(words.LONG_OF[key], text, style, numbered)

    # -- sections

    def figures(self, section):
        """The figures of a section in this clerk's layout."""
        tabled = {"tables": 1, "mixed": 0.5}.get(self.layout, 0)
        if self.layout == "prose":
            self.figure_prose(section)
        elif self.page.chance(tabled, f"{section} in a table"):
            self.figure_table(section)
        else:
            self.figure_lines(section)

    def figure_section(self, section, path):
        self.type_heading(section, path)
        online_last = section == "s31" and (
            self.layout == "prose" or self.page.chance(0.06, "online teaching last"))
        if section == "s31" and not online_last:
            self.led_long("s31_online_long")
        self.figures(section)
        if online_last:
            self.led_long("s31_online_long")
        elif self.page.chance(0.1, "a note below figures"):
            note = self.page.dice.choice(words.NOTES).format(money=self.page.dice.randint(50, 900))
            self.page.para(note, style="i")

    def lead(self, field):
        leads = words.LONG_LEADS[field]
        return leads[0] if self.questions_kept else self.page.pick(leads, f"asked {field}")

    def led_long(self, field):
        """A long answer behind a lead in a line."""
        mark = self.bullet if self.bullet in ("- ", "+ ", "* ", "– ") else ""
        asked = mark + self.lead(field) + ":"
        style = "i" if self.heading_styles[2] == "bi" else ""
        if field in words.HINTS and self.statistics_hints:
            self.page.para([(asked + " ", style), (words.HINTS[field], "i")])
            self.long_paragraphs(self.said(field))
        else:
            self.type_long(field, asked, style)

    def statistics_section(self, path):
        self.type_heading("s34", path)
        if self.page.chance(0.55, "the lead of 3.4 kept"):
            self.page.para(self.page.dice.choice(words.STATISTICS_LEADS), align=self.align)
        if self.page.chance(0.1, "3.4 in a table"):
            rows = [[str(i + 1), self.lead(f), self.long_cell(f)]
                    for i, f in enumerate(words.STATISTICS)]
            self.numbered_rows([self.topic, self.result_head], rows)
            return
        for field in words.STATISTICS:
            self.led_long(field)

    def totals(self):
        """The schools of the unit, that nobody asks for here."""
        levels = self.facts.totals
        each = "; ".join(f"{self.names[level]}: {n}" for level, n in levels.items())
        self.page.para(f"Tổng số CSGD trên địa bàn là {sum(levels.values())} đơn vị ({each}).")

    def detail_sections(self):
        """3.1 to 3.5, in the outline's order or nearly."""
        order = ["s31", "s32", "s33", "s34", "s35"]
        if self.page.chance(0.08, "3.5 before 3.4"):
            order[3:] = ["s35", "s34"]
        return [(key, (2, 3, place)) for place, key in enumerate(order, 1)]

    def sections(self):
        self.long_section("i", (1,))
        self.type_heading("ii", (2,))
        self.long_section("ii1", (2, 1))
        self.long_section("ii2", (2, 2))
        self.type_heading("ii3", (2, 3))
        if self.office.levels and self.page.chance(0.2, "totals of schools"):
            self.totals()
        for key, path in self.detail_sections():
            if key == "s34":
                self.statistics_section(path)
            else:
                self.figure_section(key, path)
        self.long_section("iii", (3,))
        self.long_section("iv", (4,))

    # -- one table for everything

    def long_cell(self, field):
        pairs = self.said(field)
        mark = "- " if len(pairs) > 1 else ""
        return [mark + lead + text for lead, text in pairs]

    def long_row(self, key, path):
        return [self.number(path).strip(), self.title(key), self.long_cell(words.LONG_OF[key])]

    def head_row(self, key, path):
        return [Cell(self.number(path).strip(), style="b"),
                Cell(self.title(key), span=2, style="b")]

    def detail_rows(self, key, path):
        """The heading of a section and a row for each of its questions."""
        rows = [self.head_row(key, path)]
        fields = {"s31": ("s31_online_long",), "s34": words.STATISTICS}.get(key, ())
        rows += [["", self.lead(field), self.long_cell(field)] for field in fields]
        if key in words.FIGURES:
            rows += [["-", self.row_name(q), self.result_cell(q)]
                     for q in self.questions_of(key)]
        return rows

    def one_table(self):
        self.numbering = "decimal" if self.numbering == "word" else self.numbering
        rows = [self.head([self.tt or "TT", self.topic, self.result_head])]
        rows += [self.long_row("i", (1,)), self.head_row("ii", (2,))]
        rows += [self.long_row("ii1", (2, 1)), self.long_row("ii2", (2, 2))]
        rows.append(self.head_row("ii3", (2, 3)))
        for key, path in self.detail_sections():
            rows += self.detail_rows(key, path)
        rows += [self.long_row("iii", (3,)), self.long_row("iv", (4,))]
        self.page.table(rows, [900, 3600, 4500])

    # -- the whole report

    def letterhead(self):
        page = self.page
        place = self.place.upper()
        superior = page.dice.choice(self.office.superiors).format(place=place)
        organ = page.dice.choice(self.office.organs).format(place=place)
        number = page.dice.choice(("Số: {}/BC-GDĐT", "Số:     /BC-GDĐT", "Số {}/BC")).format(
            page.dice.randint(11, 480))
        date = f"Hải Phòng, ngày {page.dice.randint(10, 16)} tháng 6 năm 2023"
        way = page.pick(["table", "table", "lines", "tabs", "none"], "letterhead")
        if way == "table":
            page.letterhead(superior, organ, number, date)
        elif way == "lines":
            for text in (superior, organ, number):
                page.para(text, style="b")
            page.para(date, style="i", align="right")
        elif way == "tabs":
            page.para(f"{superior}\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", style="b")
            page.para(f"{organ}\tĐộc lập - Tự do - Hạnh phúc", style="b")
            page.para(f"{number}\t{date}")

    def opening(self):
        page = self.page
        self.letterhead()
        joined = page.chance(0.2, "title in one paragraph")
        subject = page.pick(words.TITLE_LINES, "title")
        for text in [f"BÁO CÁO\n{subject}"] if joined else ["BÁO CÁO", subject]:
            page.para(text, style="b", align="center")
        if page.chance(0.3, "the annex named"):
            page.para("(Theo Đề cương tại Phụ lục 1)", style="i", align="center")
        if page.chance(0.5, "Kính gửi"):
            page.para("Kính gửi: Sở Giáo dục và Đào tạo Hải Phòng", align="center")
        if page.chance(0.6, "an introduction"):
            page.para(page.dice.choice(words.INTROS).format(
                calls=self.office.calls, Calls=words.raised(self.office.calls)))

    def closing(self):
        page = self.page
        if page.chance(0.35, "a closing line"):
            page.para(f"Trên đây là báo cáo của {self.office.calls}./.")
        signer = page.pick(words.SIGNERS, "signer")
        way = page.pick(["table", "table", "lines", "none"], "signature")
        if way == "table":
            page.signature(page.dice.choice(words.RECIPIENTS), self.office.head, signer)
        elif way == "lines":
            page.para(self.office.head, style="b", align="right")
            page.para(signer, style="b", align="right")

    def report(self):
        self.opening()
        if self.layout == "one table":
            self.one_table()
        else:
            self.sections()
        self.closing()


def type_report(page):
    """Types one whole report."""
    Clerk(page).report()
