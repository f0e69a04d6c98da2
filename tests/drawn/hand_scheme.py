"""hand_scheme.py - hands of schools and Phòng GDĐT that type the report of
de-an-cntt-truong: long answers in I, II and V, figures in III, targets in IV."""
from typing import NamedTuple

import words_scheme as words
from page import Cell, grouped

FORM = "de-an-cntt-truong"


class Unit(NamedTuple):
    name: str
    superior: str
    code: str
    head: str
    calls: str  # what the hand calls itself in a sentence
    schools: int
    secondary: int
    teachers: int
    students: int


def lowered(text):
    """With a small first letter, unless that begins an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def draw_unit(page):
    kind = page.pick(words.KINDS, "kind_of_unit")
    name, district = page.pick(words.SCHOOL_NAMES), page.pick(words.DISTRICTS)
    dice = page.dice
    if kind == "phong":
        schools = dice.randrange(20, 60)
        secondary = dice.randrange(8, schools // 2)
        return Unit(
            f"Phòng GDĐT {district}", f"UBND {district}", "PGDĐT", "TRƯỞNG PHÒNG", "Đơn vị",
            schools, secondary,
            schools * dice.randrange(20, 40), schools * dice.randrange(300, 700),
        )
    title = {"thcs": "THCS", "thpt": "THPT", "lien_cap": "THCS và THPT"}[kind]
    superior = f"UBND {district}" if kind == "thcs" else "Sở Giáo dục và Đào tạo"
    teachers = dice.randrange(18, 110)
    calls = page.pick(("Nhà trường", "Trường", "Đơn vị"), "calls_itself")
    return Unit(
        f"Trường {title} {name}", superior, title.split()[0], "HIỆU TRƯỞNG", calls,
        1, 1, teachers, teachers * dice.randrange(12, 22) + dice.randrange(12),
    )


class Figures:
    """The figures of III and how this hand types them."""

    def __init__(self, page, unit):
        self.page = page
        page.grouping, page.comma = page.pick(words.NUMBER_MARKS, "number_marks")
        self.digits = page.pick((2, 2, 1, 1, 0), "digits_of_rates")
        self.padded = page.chance(0.2, "zeros_after_comma")
        self.percent_sign = page.pick(("%", "%", "%", " %"), "percent_sign")
        self.of_whole = page.chance(0.25, "counts_of_whole")
        self.with_unit = page.chance(0.4, "units_named")
        self.two_digits = page.chance(0.25, "zero_before_one_digit")
        self.in_words = page.chance(0.12, "small_numbers_in_words")
        self.zero_said = page.chance(0.5, "zero_in_words")
        self.together = page.pick(words.COUNT_AND_RATE, "count_and_rate")
        self.named = page.pick(words.NAMED, "names_of_platforms")
        self.blank = page.pick(words.BLANKS, "blank")
        self.last_year = page.pick(words.LAST_YEARS, "last_year") if page.chance(0.2) else ""
        self.plan = page.pick(words.PLANS, "plan") if page.chance(0.15) else ""
        self.facts = self._draw_facts(unit)
        self.items = [item for topic in words.TOPICS for item in topic.items]
        self.states = self._draw_states()
        self.wrong = page.pick(self.items).key if page.chance(0.1, "rate_miscounted") else ""

    def _draw_facts(self, unit):
        """Count and whole of each item; the rate of t4 in place of a count."""
        dice = self.page.dice
        foreign, domestic = dice.randrange(3), dice.randrange(1, 5)
        self.names = dice.sample(words.DOMESTIC, domestic) + dice.sample(words.FOREIGN, foreign)
        whole = {**unit._asdict(), "records": dice.randrange(200, 3000)}
        facts = {}
        for item in (item for topic in words.TOPICS for item in topic.items if item.whole):
            least = 0 if item.unit == "CSGD" else round(whole[item.whole] * 0.4)
            all_of_them = dice.random() < 0.35
            count = whole[item.whole] if all_of_them else dice.randint(least, whole[item.whole])
            facts[item.key] = (count, whole[item.whole])
        facts["t3_platform"] = (foreign + domestic, 0)
        facts["t3_platform_domestic"] = (domestic, 0)
        facts["t4_online_content"] = (dice.randrange(40, 400) / 10, 0)
        return facts

    def _draw_states(self):
        """given, blank, bare (without its rate) or not ours, by item."""
        page = self.page
        blanks = 0.15 if page.chance(0.3, "some_left_blank") else 0
        bare = 0.2 if page.chance(0.15, "some_rates_left_blank") else 0
        states = {}
        for item in self.items:
            bare_now = page.dice.random() < bare and item.unit
            states[item.key] = "bare" if bare_now else "given"
            if page.dice.random() < blanks:
                states[item.key] = "blank"
        if page.chance(0.7, "records_not_ours"):
            states["t5_so_records"] = "not ours"
        return states

    def given(self, item):
        return self.states[item.key] in ("given", "bare")

    def said_none(self, item):
        return self.zero_said and self.facts[item.key][0] == 0

    def number(self, item, with_unit):
        """The count as typed, and the truth of it."""
        n, whole = self.facts[item.key]
        text = shown = grouped(n, self.page.grouping)
        if self.of_whole and whole:
            text = f"{shown}/{grouped(whole, self.page.grouping)}"
        elif self.in_words and 0 < n < len(words.WORDS):
            text, with_unit = words.WORDS[n], True
        elif self.two_digits and n < 10:
            text = f"{n:02}"
        if with_unit:
            text += f" {item.unit}"
        return self.page.count(f"{item.key}_n", n, text=text)

    def rate(self, item, sign=True):
        """The rate as typed, and the truth of it."""
        n, whole = self.facts[item.key]
        value = n / whole * 100 if whole else n
        if item.key == self.wrong:
            value = max(value - 3, 1)
        value = round(value, self.digits)
        text = self.page.percent(f"{item.key}_pct", value, self.digits)
        if self.padded:
            text = f"{value:.{self.digits}f}".replace(".", self.page.comma)
        return text + self.percent_sign if sign else text

    def absent(self, item):
        """What stands in place of a count that is not given."""
        if self.states[item.key] != "not ours":
            return self.blank
        return self.page.pick(words.NOT_OURS, "records_of_the_department")

    def count_cell(self, item):
        if not self.given(item):
            return self.absent(item)
        if not item.unit:
            return ""
        if self.said_none(item):
            return self.page.count(f"{item.key}_n", 0, text="không có")
        text = self.number(item, self.with_unit)
        if item.key == "t3_platform":
            text = self.named.format(n=text, names=", ".join(self.names))
        return text

    def rate_cell(self, item, sign=True):
        asked = item.whole or not item.unit
        if not asked or not self.given(item) or self.said_none(item):
            return ""
        if self.states[item.key] == "bare":
            return "…"
        return self.rate(item, sign)

    def answer(self, item):
        """Count and rate in one text."""
        count, rate = self.count_cell(item), self.rate_cell(item)
        if not (count and rate):
            return (count or rate) + self.beside(item)
        return self.together.format(n=count, p=rate) + self.beside(item)

    def beside(self, item):
        """Last year's figure or a plan beside what is asked."""
        n, whole = self.facts[item.key]
        if self.states[item.key] != "given" or not whole or n < 5:
            return ""
        if self.last_year and self.page.chance(0.4):
            less = self.page.dice.randrange(1, n // 2 + 1)
            shown = {"k": n - less, "d": less}
            return self.last_year.format(
                **{k: grouped(v, self.page.grouping) for k, v in shown.items()}
            )
        return self.plan if self.page.chance(0.3) else ""


class Said(dict):
    """Slots of a sentence of words.PROSE: a figure is typed when it is asked for."""

    def __init__(self, figures, items, calls):
        super().__init__(T=calls, names=", ".join(figures.names))
        self.figures, self.items = figures, {item.key: item for item in items}

    def __missing__(self, slot):
        item = self.items[slot.rstrip("%")]
        return self.figures.rate(item) if slot.endswith("%") else self.figures.number(item, True)


class Answers:
    """Long answers: what they say, and how this hand lays them out."""

    def __init__(self, page, unit):
        self.page, self.unit = page, unit
        self.bullet = page.pick(words.ANSWER_BULLETS, "answer_bullet")
        self.number = page.pick(words.ANSWER_NUMBERS, "answer_number")
        self.bold_leads = page.chance(0.5, "leads_in_bold")
        self.leads_alone = page.chance(0.2, "leads_in_own_line")
        self.leads = page.pick(words.ISSUE_LEADS, "leads_of_issues")
        self.nothing_share = page.pick((0.1, 0.2, 0.5), "says_nothing_often")

    def fill(self, sentence):
        dice, calls = self.page.dice, self.unit.calls
        return sentence.format(
            T=calls, t=calls.lower(), n=dice.randrange(2, 25), m=dice.randrange(26, 95),
            y=dice.choice(("2023-2024", "2024-2025")),
        )

    def _sentences(self, field):
        """Some of the stock, in as many paragraphs as by chance."""
        wanted = self.page.pick((1, 1, 2, 2, 3, 4, 5))
        most = min(wanted * 2, len(words.STOCK[field]))
        drawn = self.page.dice.sample(words.STOCK[field], self.page.dice.randint(wanted, most))
        return [" ".join(self.fill(s) for s in drawn[i::wanted]) for i in range(wanted)]

    def _short(self, field):
        kind = "proposals" if field in words.PROPOSALS else field.split("_")[-2]
        return words.NOTHING.get(kind, ())

    def _led(self, leads, paragraphs):
        """Paragraphs under leads of their own, as runs."""
        style = "b" if self.bold_leads else ""
        for lead, text in zip(leads, paragraphs):
            if self.leads_alone:
                yield from ([(f"{lead}:", style)], [(text, "")])
            else:
                yield [(f"{lead}: ", style), (text, "")]

    def lines(self, field):
        """The answer's paragraphs as runs, and whether these are all prose."""
        short = self._short(field)
        if short and self.page.chance(self.nothing_share):
            return [[(self.page.pick(short, "nothing_to_say"), "")]], True
        if "issues" in field:
            texts = [self.fill(self.page.pick(kind)) for kind in words.ISSUES[field]]
            leads, led_share = self.leads, 0.5
            if self.page.chance(0.3, "issues_in_one_paragraph"):
                return [[(" ".join(texts), "")]], True
        else:
            texts, leads = self._sentences(field), self.page.dice.sample(words.RESULT_LEADS, 5)
            led_share = 0.12 if len(texts) > 1 and field not in words.PROPOSALS else 0
        if self.page.chance(led_share, "answer_with_leads"):
            return list(self._led(leads, texts)), False
        return [[(text, "")] for text in texts], True

    def typed(self, field, only_prose=False):
        """Runs of each paragraph, its Word list, and whether the question's line may hold it."""
        lines, plain = self.lines(field)
        self.page.says(field, ["".join(text for text, _ in runs) for runs in lines])
        if only_prose or not plain or len(lines) == 1:
            return lines, None, plain
        manner = self.page.pick(words.MANNERS, "answer_manner")
        if manner == "breaks":
            return [[("\n".join(text for [(text, _)] in lines), "")]], None, True
        if manner == "list":
            return lines, self.page.list(self.page.pick(("-", "+", "•"), "answer_list")), False
        if manner:
            lines = [
                [(self.bullet if manner == "bullets" else self.number.format(i=i), "")] + runs
                for i, runs in enumerate(lines, 1)
            ]
        return lines, None, not manner

    def cell(self, field):
        """The answer's paragraphs in a cell."""
        return self.typed(field, only_prose=self.page.chance(0.5))[0]


class Hand:
    """One report: its habits, and what it types in order."""

    def __init__(self, page):
        self.page = page
        self.unit = draw_unit(page)
        self.figures = Figures(page, self.unit)
        self.answers = Answers(page, self.unit)
        page.splits_runs = page.chance(0.15, "runs_split")
        self.hard = page.pick(("prose", "one table"), "hard") if page.chance(1 / 6) else ""
        self.section_mark, self.part_mark = page.pick(words.NUMBERINGS, "numbering_of_headings")
        self.section_style = page.pick(("b", "b", "bu", ""), "section_style")
        self.caps = page.chance(0.35, "sections_in_capitals")
        self.part_style = page.pick(("b", "bi", "i", ""), "part_style")
        self.mark = page.pick(words.QUESTION_MARKS, "question_marks")
        self.question_style = page.pick(("", "", "b", "i"), "question_style")
        self.separator = page.pick((": ", ": ", ". ", ":\n", " : "), "after_question")
        self.below = page.pick((0.1, 0.5, 0.9), "answers_below_often")
        self.drops = page.pick((0, 0.05, 0.15), "questions_dropped_often")
        self.keeps_hints = page.chance(0.4, "hint_of_results_kept")
        self.line_mark = page.pick(("- ", "- ", "+ ", "• ", ""), "line_mark")
        self.line_separator = page.pick(words.SEPARATORS, "before_figure")
        self.rates_apart = page.chance(0.5, "broken_lines_apart")
        self.lists = {}

    # ---- headings and questions

    def listed(self, kind, mark):
        """One of Word's lists that runs through the report."""
        if kind not in self.lists:
            self.lists[kind] = self.page.list(mark)
        return self.lists[kind]

    def section(self, name, n):
        title = self.page.pick(words.SECTIONS[name], f"title_of_{name}")
        title = title.upper() if self.caps else title
        if self.section_mark == "list":
            self.page.para(title, self.section_style, numbered=self.listed("section", "I."))
        else:
            mark = self.section_mark.format(n=n, roman=words.ROMANS[n - 1])
            self.page.para(mark + title, self.section_style)

    def part(self, part, n, sub):
        """Types the title of a part of II; gives its number for what is under it."""
        title = self.page.pick(part.titles, "title_of_part")
        if self.part_mark == "list":
            self.page.para(title, self.part_style, numbered=self.listed("part", "1."))
            return f"{sub}. "
        mark = self.part_mark.format(n=n, roman=words.ROMANS[n - 1], sub=sub)
        self.page.para(mark + title, self.part_style)
        return mark

    def question(self, field):
        return self.page.pick(words.QUESTIONS[field], f"wording_of_{field}")

    def ask(self, field, mark="", numbered=None, lead=""):
        """A question and its long answer, at one of several places; may be left out."""
        if self.page.chance(self.drops, "question_dropped"):
            return
        question = self.question(field)
        if lead:
            question = lead + lowered(question)
        asked = [(mark + question, self.question_style)]
        if self.page.chance(self.drops, "question_unanswered"):
            dots = self.page.pick((": ……………………", ":", ": ..."), "dots_for_answer")
            self.page.para(asked + [(dots, "")], numbered=numbered)
            return
        self.reply(field, asked, numbered)

    def reply(self, field, asked, numbered=None):
        """Types the answer in the question's line or below it."""
        prose = self.hard == "prose"
        lines, answer_list, fits = self.answers.typed(field, only_prose=prose)
        if fits and (prose or not self.page.chance(self.below, "answer_below")):
            self.page.para(asked + [(self.separator, "")] + lines[0], numbered=numbered)
            lines = lines[1:]
        else:
            self.page.para(asked + [(":", self.question_style)], numbered=numbered)
        for runs in lines:
            self.page.para(runs, numbered=answer_list)

    def ask_all(self, fields, outline):
        """The questions of one part in marks of one sort."""
        mark, lead, opened = self.mark, "", None
        if self.hard == "prose":
            mark, lead = "", "Về "
        if mark.startswith("list "):
            opened, mark = self.page.list(mark.removeprefix("list ")), ""
        stem = outline.rstrip("./ ")
        for i, field in enumerate(fields, 1):
            shown = mark.format(
                i=i, letter="abcd"[i - 1], outline=f"{stem}.{i}. " if stem else f"{i}. "
            )
            self.ask(field, shown, opened, lead)

    # ---- sections

    def leadership(self, n):
        self.section("leadership", n)
        if self.page.chance(0.3, "hint_of_leadership_kept"):
            self.page.para(words.LEADERSHIP_HINT, "i")
        for runs, numbered in self._free("i_leadership_long"):
            self.page.para(runs, numbered=numbered)

    def _free(self, field):
        lines, numbered, _ = self.answers.typed(field)
        return [(runs, numbered) for runs in lines]

    def results(self, n):
        self.section("results", n)
        in_tables = not self.hard and self.page.chance(0.12, "answers_in_tables")
        for sub, part in enumerate(words.PARTS, 1):
            outline = self.part(part, n, sub)
            fields = list(part.fields)
            if self.page.chance(0.08, "questions_swapped"):
                fields[0], fields[1] = fields[1], fields[0]
            if in_tables:
                self.page.table([["Nội dung", "Kết quả thực hiện"]] + [
                    [self.question(field), Cell(self.answers.cell(field))]
                    for field in fields + [part.issues]
                ], [3500, 5500])
                continue
            if self.keeps_hints and not self.hard:
                self.page.para("- " + self.page.pick(words.RESULT_HINTS, "hint_of_results"))
            self.ask_all(fields, outline)
            self.ask(part.issues, self.page.pick(("- ", "- ", "* ", ""), "mark_of_issues"))

    def statistics(self, n):
        self.section("figures", n)
        if self.page.chance(0.25, "totals_before_figures"):
            self.page.para(self.page.pick(words.BASE_LINES, "line_of_totals").format(
                teachers=grouped(self.unit.teachers, self.page.grouping),
                students=grouped(self.unit.students, self.page.grouping),
            ))
        if self.hard == "prose":
            self.prose()
        else:
            layouts = (
                self.form_table, self.form_table, self.row_table, self.column_table,
                self.plain_table, self.topic_lines, self.flat_lines,
            )
            self.page.pick(layouts, "layout_of_figures")()
        if self.page.chance(0.2, "note_under_figures"):
            self.page.para(self.page.pick(words.STATISTICS_NOTES, "which_note"), "i")

    def label(self, item):
        return self.page.pick(item.labels, f"label_of_{item.key}")

    def line(self, item):
        """A figure's label and the figure in one line."""
        return f"{self.label(item)}{self.line_separator}{self.figures.answer(item)}"

    def lines(self, items):
        """The lines of one topic, some merged, some of two pieces."""
        if len(items) > 1 and self.page.chance(0.12, "lines_merged"):
            first = f"{self.line(items[0])}; {lowered(self.line(items[1]))}"
            return [self.line_mark + first] + self.lines(items[2:])
        lines = [self.line_mark + self.line(item) for item in items]
        if self.rates_apart:
            lines = [piece for line in lines for piece in line.split("\n")]
        return lines

    def groups(self):
        """Topics with the title of a group where one begins."""
        before = ""
        for topic in words.TOPICS:
            yield (topic.group if topic.group != before else ""), topic
            before = topic.group

    def group_row(self, rows, title, columns):
        """A row for the title of a group, numbered in the order of groups."""
        if title:
            begun = sum(1 for row in rows[1:] if len(row) == 2)
            rows.append([Cell(words.ROMANS[begun], style="b"), Cell(title, columns - 1, style="b")])

    def statistics_head(self):
        return self.page.pick(words.STATISTICS_HEADER, "table_head")

    def form_table(self):
        """As the outline has it: one cell for all figures of a topic."""
        rows = [["STT", "Nội dung triển khai", self.statistics_head()]]
        for n, (title, topic) in enumerate(self.groups(), 1):
            self.group_row(rows, title, 3)
            name = self.page.pick(topic.names, "name_of_topic")
            rows.append([f"{n}.", name, Cell(self.lines(topic.items))])
        self.page.table(rows, [700, 3300, 5000])

    def row_table(self):
        """A row for each figure; the topic's cell joins them."""
        rows = [["STT", "Nội dung", self.statistics_head()]]
        for n, (title, topic) in enumerate(self.groups(), 1):
            self.group_row(rows, title, 3)
            several = len(topic.items) > 1
            heads = [Cell(str(n), starts=several), Cell(topic.names[-1], starts=several)]
            for item in topic.items:
                rows.append(heads + [self.line_mark + self.line(item)])
                heads = [Cell(joins=True), Cell(joins=True)]
        self.page.table(rows, [700, 3300, 5000])

    def column_table(self):
        """Columns for counts and rates, and for last year's if it is by habit."""
        past = self.page.chance(0.3, "column_of_last_year")
        units = self.page.chance(0.3, "column_of_units")
        signed = self.page.chance(0.4, "sign_in_column_of_rates")
        head = ["TT", "Nội dung"] + ["ĐVT"] * units + ["Năm học trước"] * past
        head.append("Số lượng hiện nay" if past else "Số lượng")
        rows = [head + ["Tỉ lệ" if signed else "Tỉ lệ (%)"]]
        for n, item in enumerate(self.figures.items, 1):
            row = [str(n), self.label(item)] + [item.unit or "%"] * units
            row += [self.past_count(item)] * past
            rows.append(row + [self.figures.count_cell(item), self.figures.rate_cell(item, signed)])
        self.page.table(rows)

    def past_count(self, item):
        count, whole = self.figures.facts[item.key]
        return grouped(count * 4 // 5, self.page.grouping) if whole else ""

    def plain_table(self):
        """Two columns: what, and how many."""
        rows = [["Nội dung", self.statistics_head()]]
        rows += [[self.label(item), self.figures.answer(item)] for item in self.figures.items]
        self.page.table(rows, [5500, 3500])

    def topic_lines(self):
        """Lines under the titles of groups and topics."""
        for n, (title, topic) in enumerate(self.groups(), 1):
            if title:
                self.page.para(title, "b")
            self.page.para(f"{n}. {self.page.pick(topic.names, 'name_of_topic')}:")
            for line in self.lines(topic.items):
                self.page.para(line)

    def flat_lines(self):
        """Lines alone; the figure may stand below its label."""
        below = self.page.chance(0.15, "figures_below_labels")
        opened = self.page.list("-") if self.page.chance(0.3, "lines_in_list_of_word") else None
        mark = "" if opened else self.line_mark
        for item in self.figures.items:
            if below:
                self.page.para(f"{mark}{self.label(item)}:", numbered=opened)
                self.page.para(self.figures.answer(item))
            else:
                self.page.para(mark + self.line(item), numbered=opened)

    def prose(self):
        """Sentences in the clerk's own order; a topic with a blank is left out."""
        together = self.page.chance(0.4, "prose_in_one_paragraph")
        sentences = [
            self.page.pick(wordings, "prose_of_topic").format_map(
                Said(self.figures, topic.items, self.unit.calls)
            )
            for topic, wordings in zip(words.TOPICS, words.PROSE)
            if all(self.figures.given(item) or item.whole == "records" for item in topic.items)
        ]
        for text in [" ".join(sentences)] if together else sentences:
            self.page.para(text, align="both")

    def goals(self, n):
        if self.page.chance(0.1, "targets_left_out"):
            return
        self.section("goals", n)
        pick = self.page.pick
        status = [pick(words.STATUSES) for _ in words.GOALS]
        if self.page.chance(0.25, "targets_in_lines"):
            for goal, said in zip(words.GOALS, status):
                self.page.para(f"- {goal.topic}: {said.lower() or '…'}")
            return
        rows = [["TT", "Nội dung", "Mục tiêu", "Kết quả (ghi đạt/không đạt/tiến độ)"]]
        heads = self.page.chance(0.7, "heads_of_targets")
        for i, (goal, said) in enumerate(zip(words.GOALS, status)):
            if heads and i in (0, words.MANAGEMENT_GOALS):
                rows.append([Cell(words.GOAL_HEADS[i > 0], 4, style="b")])
            rows.append([str(i + 1), goal.topic, goal.target, said])
        self.page.table(rows, [600, 2200, 4200, 2000])

    def proposals(self, n):
        self.section("proposals", n)
        fields = [f for f in words.PROPOSALS if f != "v_ministry_long"]
        if not self.hard and self.page.chance(0.12, "proposals_in_table"):
            self.page.table([["Nơi nhận kiến nghị", "Nội dung"]] + [
                [self.question(field), Cell(self.answers.cell(field))] for field in fields
            ], [3000, 6000])
            return
        mark = self.page.pick(("- ", "- ", "+ ", "{i}. ", "{i}) ", ""), "mark_of_proposals")
        asks_ministries = self.page.chance(0.6, "ministries_asked")
        for i, field in enumerate(words.PROPOSALS if asks_ministries else fields, 1):
            shown = mark.format(i=i)
            if field == "v_ministry_long":
                self.ministries(shown)
            else:
                self.ask(field, shown)

    def ministries(self, mark):
        """One ministry by its name, or none."""
        question = mark + self.question("v_ministry_long")
        if self.page.chance(0.5, "ministries_unanswered"):
            self.page.para(f"{question}: ……")
            return
        self.page.para(f"{question}:")
        text = self.answers.fill(self.page.pick(words.STOCK["v_ministry_long"]))
        self.page.says("v_ministry_long", [text])
        name = self.page.pick(words.MINISTRIES, "which_ministry")
        self.page.para(f"{'*' if mark == '+ ' else '+'} {name}: {text}")

    # ---- all in one table

    def one_table(self):
        """Questions of all sections and their answers in one table."""
        rows = [["STT", "Nội dung báo cáo", "Kết quả thực hiện"]]
        number = 0
        for title, entries in self.entries():
            rows.append([Cell(title, 3, style="b")])
            for question, lines in entries:
                number += 1
                rows.append([str(number), question, Cell(lines)])
        self.page.table(rows, [700, 3300, 5000])

    def entries(self):
        """Title of each block of the one table, and its questions with lines."""
        titles = {
            name: f"{roman}. {self.page.pick(wordings, f'title_of_{name}')}"
            for roman, (name, wordings) in zip(words.ROMANS, words.SECTIONS.items())
        }
        yield titles["leadership"], [
            ("Công tác lãnh đạo, chỉ đạo", self.answers.cell("i_leadership_long"))
        ]
        for sub, part in enumerate(words.PARTS, 1):
            title = self.page.pick(part.titles, "title_of_part")
            yield f"II.{sub}. {title}", self.answered((*part.fields, part.issues))
        yield titles["figures"], [
            (self.label(item), [self.figures.answer(item)]) for item in self.figures.items
        ]
        yield titles["goals"], [
            (goal.target, [self.page.pick(words.STATUSES)]) for goal in words.GOALS
        ]
        yield titles["proposals"], self.answered(("v_pm_long", "v_moet_long", "v_local_long"))

    def answered(self, fields):
        return [(self.question(field), self.answers.cell(field)) for field in fields]

    # ---- the head and the end of a report

    def front(self):
        page, unit = self.page, self.unit
        head = page.pick(("table", "table", "lines", "annex", "none"), "head_of_report")
        if head == "table":
            number = page.pick((f"Số: {page.dice.randrange(10, 300)}/BC-{unit.code}", "Số:    /BC"))
            page.letterhead(
                unit.superior.upper(), unit.name.upper(), number, "ngày 05 tháng 6 năm 2025"
            )
        elif head == "lines":
            page.para(f"{unit.superior}\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b")
            page.para(f"{unit.name}\tĐộc lập - Tự do - Hạnh phúc", "b")
        elif head == "annex":
            page.para("Phụ lục 2", "b", "center")
            page.para("ĐỀ CƯƠNG BÁO CÁO", "b", "center")
        title = page.pick((
            "BÁO CÁO", "BÁO CÁO KẾT QUẢ THỰC HIỆN", "BÁO CÁO SƠ KẾT",
        ), "title_of_report")
        page.para(title, "b", "center")
        page.para("Đề án ứng dụng CNTT và chuyển đổi số vào dạy học", "b", "center")
        if page.chance(0.5, "hint_for_schools_kept"):
            page.para("(Dành cho các trường học)", "i", "center")
        if page.chance(0.4, "addressed"):
            page.para("Kính gửi: Sở Giáo dục và Đào tạo", align="center")
        if page.chance(0.5, "introduction"):
            page.para(page.pick((
                f"Thực hiện công văn của Sở GDĐT, {unit.name} báo cáo kết quả như sau:",
                f"{unit.name} xin báo cáo kết quả thực hiện Đề án giai đoạn 2022-2025, cụ thể:",
                "Căn cứ Quyết định số 131/QĐ-TTg ngày 25/01/2022, đơn vị báo cáo như sau:",
            ), "words_of_introduction"))

    def end(self):
        page = self.page
        if page.chance(0.5, "closing_words"):
            page.para(f"Trên đây là báo cáo của {self.unit.name}./.")
        signer = page.pick(words.SIGNERS, "signer")
        sign = page.pick(("table", "table", "lines", "none"), "signature")
        if sign == "table":
            page.signature(("Sở GDĐT", "Lưu: VT"), self.unit.head, signer)
        elif sign == "lines":
            page.para(self.unit.head, "b", "right")
            page.para(signer, align="right")

    def report(self):
        self.front()
        if self.hard == "one table":
            self.one_table()
        else:
            sections = [
                self.leadership, self.results, self.statistics, self.goals, self.proposals
            ]
            if self.page.chance(0.1, "targets_before_figures"):
                sections[2], sections[3] = sections[3], sections[2]
            for n, section in enumerate(sections, 1):
                section(n)
        self.end()


def type_report(page):
    """Types one whole report."""
    Hand(page).report()
