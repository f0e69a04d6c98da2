"""hand_pl2.py - hands of the 2023 outline of Hải Phòng, Phụ lục 2: how far the
schools of a district have gone in digital transformation, by the Phòng GDĐT."""
from page import Cell, grouped
from words_pl2 import (
    ASSESSED, ASSESSED_PROSE, ASSESSED_RATES, BULLETS, CLOSINGS, DIFFICULTIES, DISTRICTS,
    GROUPS_IN_SENTENCE, GROUP_LEADS, GROUP_NAMES, INTRODUCTIONS, KINDS_IN_SENTENCE, KIND_NAMES,
    LEVELS_IN_SENTENCE, LEVEL_NAMES, MEASURES, MERGED_SECTIONS, NOTHING, OPENERS, PAIRS,
    PROPOSALS, RATE_LEADS, RECIPIENTS, RESULT_LEADS, RESULT_NOTES, SCALE_NOTES, SECTIONS,
    SENTENCE_PAIRS, SIGNERS, SPLIT_LEADS, STOCK, TITLES, TYPED_NUMBERS, WORDS,
)

FORM = "hp-2023-pl2"

GROUPS = ("teach", "admin")
KINDS = ("pt", "th", "thcs")
LEVELS = (1, 2, 3)


def capital(text):
    return text[0].upper() + text[1:]


def field(group, kind, level, measure):
    return f"dx_{group}_{kind}_l{level}_{measure}"


# ---- what is so in the district


class Facts:
    """The schools of a district and how they were assessed."""

    def __init__(self, page):
        dice = page.dice
        self.schools = {k: dice.randint(6, 36) for k in ("th", "thcs")}
        self.assessed = dict(self.schools)
        if page.chance(0.4, "not all were assessed"):
            for kind in self.schools:
                self.assessed[kind] -= dice.randint(0, 4)
        self.results = {g: self._results(dice, self.assessed) for g in GROUPS}
        self.past_schools = {k: dice.randint(1, n) for k, n in self.schools.items()}
        self.past = {g: self._results(dice, self.past_schools) for g in GROUPS}
        self.total = sum(self.assessed.values())
        if page.chance(0.1, "figures disagree"):
            self._disagree(dice)

    def _results(self, dice, schools):
        split = {kind: self._split(dice, n) for kind, n in schools.items()}
        split["pt"] = [a + b for a, b in zip(split["th"], split["thcs"])]
        return split

    @staticmethod
    def _split(dice, total):
        """So many schools on the three levels."""
        low = dice.choice([0, 0, dice.randint(0, total // 3)])
        high = dice.choice([0, dice.randint(0, total - low), dice.randint(0, total - low)])
        return [low, total - low - high, high]

    def _disagree(self, dice):
        """A slip of the pen: the whole is not the sum."""
        if dice.random() < 0.5:
            self.total -= 1
        else:
            self.results[dice.choice(GROUPS)]["pt"][1] += 1

    @property
    def all_schools(self):
        return sum(self.schools.values())

    @property
    def assessed_rate(self):
        return 100 * self.total / self.all_schools

    def whole(self, group, kind):
        return sum(self.results[group][kind])

    def rate(self, group, kind, level):
        return 100 * self.results[group][kind][level - 1] / self.whole(group, kind)


# ---- the clerk: his habits, and figures typed in them


class Clerk:
    """One clerk at one page."""

    def __init__(self, page):
        self.page, self.facts = page, Facts(page)
        self.section = 0
        self.where, place = page.pick(DISTRICTS, "district")
        self.area = f"{self.where} {place}"
        self._habits_of_figures()
        self._habits_of_words()
        self._habits_of_headings()

    def _habits_of_figures(self):
        page = self.page
        page.splits_runs = page.chance(0.12, "split runs")
        page.comma, page.grouping = page.pick([(",", "."), (",", "."), (",", " "), (".", ",")],
                                              "decimals and groups")
        self.digits = page.pick([0, 1, 2, 2], "digits of rates")
        self.pads = page.chance(0.2, "zeros at the end of rates")
        self.zeros = page.chance(0.4, "zeros before small numbers")
        self.spells = page.chance(0.06, "numbers in words")
        self.sign = " %" if page.chance(0.08, "space before %") else "%"
        self.sign_in_cells = page.chance(0.3, "% in cells")
        self.rateless = page.chance(0.06, "no rates of results")
        self.nil = page.pick(["0", "0", "0", "Không", "Không có"], "nil in cells")
        self.nil_rate = not page.chance(0.08, "no rate of nil")
        self.says_none = page.chance(0.5, "none in words")
        self.gaps = 0.06 if page.chance(0.1, "gaps in tables") else 0
        self.blank = page.pick(["", "…", ".....", "/", "Chưa thống kê", "Đang rà soát"], "blanks")
        self.assessed_rate = not page.chance(0.06, "no rate of the assessed")
        self.pair = page.pick(PAIRS, "count and rate")
        self.sentence_pair = page.pick(SENTENCE_PAIRS, "count and rate in sentences")

    def _habits_of_words(self):
        page = self.page
        self.unit = page.pick(["CSGD", "CSGD", "trường", "đơn vị", "cơ sở"], "unit")
        self.levels = LEVELS[::-1] if page.chance(0.1, "best level first") else LEVELS
        self.kinds = KINDS[1:] + KINDS[:1] if page.chance(0.12, "whole last") else KINDS
        self.groups = GROUPS[::-1] if page.chance(0.05, "groups swapped") else GROUPS
        self.level_names = page.pick(LEVEL_NAMES, "levels")
        self.level_words = page.pick(LEVELS_IN_SENTENCE, "levels in sentences")
        self.group_names = dict(zip(GROUPS, page.pick(GROUP_NAMES, "groups")))
        self.group_words = dict(zip(GROUPS, page.pick(GROUPS_IN_SENTENCE, "groups in sentences")))
        self.kind_names = {k: page.pick(KIND_NAMES[k], f"name of {k}") for k in KINDS}
        self.kind_words = page.pick(KINDS_IN_SENTENCE, "kinds in sentences")
        self.question = page.pick(ASSESSED, "question of the assessed")
        self.bullet = page.pick(["- ", "- ", "* ", "• ", "", "– "], "bullet")
        self.sub_bullet = page.pick(["+ ", "+ ", "- ", "   ", "• "], "bullet of levels")
        self.dot = page.pick([".", ";", ""], "end of lines")

    def _habits_of_headings(self):
        page = self.page
        self.number = page.pick(
            ["{i}. ", "{i}. ", "{roman}. ", "{i}/ ", "{i}) ", "Mục {i}. ", ""], "numbering")
        self.style = page.pick(["b", "b", "b", "bi", "bu", ""], "style of headings")
        self.caps = page.chance(0.15, "headings in capitals")
        self.colon = page.chance(0.3, "colon after headings")
        self.sub_style = page.pick(["b", "i", "bi", ""], "style of subheadings")
        self.sub_number = page.pick(["{letter}) ", "{section}.{i}. ", "- ", "* "], "subheadings")
        self.list = None
        if page.chance(0.15, "headings numbered by Word"):
            self.number = ""
            self.list = page.list(page.pick(["1.", "I.", "1)"], "list of headings"))

    def fill(self, text):
        """A sentence with the district and numbers nobody asked for."""
        dice = self.page.dice
        return text.format(
            area=self.area, where=self.where, few=dice.randint(3, 9),
            money=dice.randrange(40, 900, 5), share=dice.randint(5, 25),
            past=sum(self.facts.past_schools.values()), all=self.facts.all_schools,
            classes=self.large(200, 900), pupils=self.large(9000, 39000),
            teachers=self.large(500, 1900))

    def large(self, low, high):
        return grouped(self.page.dice.randint(low, high), self.page.grouping)

    # figures

    def digits_of(self, n):
        return f"{n:02d}" if self.zeros else str(n)

    def count(self, name, n, spells=False):
        """A count; small ones in words where sentences have them so."""
        spelt = spells and self.spells and 0 < n < len(WORDS)
        return self.page.count(name, n, text=WORDS[n] if spelt else self.digits_of(n))

    def percent(self, name, value, sign=None):
        shown = f"{value:.{self.digits}f}".replace(".", self.page.comma)
        text = shown if self.pads else None
        sign = self.sign if sign is None else sign
        return self.page.percent(name, value, self.digits, text=text) + sign

    def total(self, spells=False):
        return self.count("p1_csgd_assessed_n", self.facts.total, spells)

    def total_rate(self, sign=None):
        return self.percent("p1_csgd_assessed_pct", self.facts.assessed_rate, sign)

    def assessed(self, kind, spells=False):
        return self.count(f"p1_{kind}_assessed_n", self.facts.assessed[kind], spells)

    def result(self, group, kind, level, pair=None, spells=False):
        """Count and rate of one level, as typed in a line."""
        n = self.facts.results[group][kind][level - 1]
        name = field(group, kind, level, "n")
        if n == 0 and self.says_none:
            return self.page.count(name, 0, text=f"không có {self.unit} nào")
        number = self.count(name, n, spells)
        if self.rateless:
            return f"{number} {self.unit}"
        rate = self.percent(field(group, kind, level, "pct"), self.facts.rate(group, kind, level))
        whole = self.facts.whole(group, kind)
        return (pair or self.pair).format(n=number, unit=self.unit, whole=whole, pct=rate)

    def told(self, group, kind, level):
        """The same in a sentence: with its verb."""
        spells = "{whole}" not in self.sentence_pair
        text = self.result(group, kind, level, self.sentence_pair, spells)
        return text if text.startswith("không") else f"có {text}"

    def count_cell(self, group, kind, level):
        if self.page.dice.random() < self.gaps:
            return self.blank
        n = self.facts.results[group][kind][level - 1]
        text = self.digits_of(n) if n else self.nil
        return self.page.count(field(group, kind, level, "n"), n, text=text)

    def rate_cell(self, group, kind, level):
        n = self.facts.results[group][kind][level - 1]
        if self.rateless or self.page.dice.random() < self.gaps:
            return self.blank
        if n == 0 and not self.nil_rate:
            return ""
        sign = self.sign if self.sign_in_cells else ""
        return self.percent(field(group, kind, level, "pct"),
                            self.facts.rate(group, kind, level), sign)

    # names

    def level_name(self, level):
        return self.level_names[level - 1]

    def level_word(self, level):
        return self.level_words[level - 1]

    def kind_word(self, kind):
        return self.fill(self.kind_words[kind])

    # headings and lines

    def title(self, name):
        return self.fill(self.page.pick(SECTIONS[name], f"title of {name}"))

    def heading(self, text, tail=""):
        """The next section's heading; `tail` goes on in its line."""
        self.section += 1
        self.subsection = 0
        roman = ("I", "II", "III", "IV")[self.section - 1]
        text = self.number.format(i=self.section, roman=roman) + text
        text = text.upper() if self.caps else text
        self._head(text, tail, self.style, self.list)

    def subheading(self, text, tail=""):
        self.subsection += 1
        self._head(self.ordinal(self.sub_number, self.subsection) + text, tail, self.sub_style)

    def run_in(self, text, tail):
        """A title that is no heading."""
        self.page.para(f"{text}: {tail}")

    def _head(self, text, tail, style, numbered=None):
        text += ":" if self.colon or tail else ""
        self.page.para([(text, style), (" " + tail if tail else "", "")], numbered=numbered)

    def ordinal(self, pattern, i):
        return pattern.format(i=i, letter="abcdefghijkl"[i - 1], section=self.section)

    def line(self, text, sub=False):
        self.page.para((self.sub_bullet if sub else self.bullet) + text,
                       indent=400 if sub else 0)


# ---- section 1: layouts


def rate_phrase(clerk):
    """The rate of the assessed, or the outline's dots."""
    lead = clerk.page.pick(RATE_LEADS, "lead of the rate")
    return f"{lead} {clerk.total_rate() if clerk.assessed_rate else '.....%'}"


def assessed_lines(clerk):
    """As the outline has it; now and then the dots of the levels are left standing."""
    lead = clerk.page.pick(SPLIT_LEADS, "lead of levels")
    clerk.line(f"{clerk.question}: {clerk.total()} {clerk.unit}, {rate_phrase(clerk)}. {lead}")
    blank = clerk.page.chance(0.1, "levels left blank")
    for kind in ("th", "thcs"):
        answer = "....." if blank else f"{clerk.assessed(kind)} {clerk.unit}{clerk.dot}"
        clerk.line(f"{clerk.kind_names[kind]}: {answer}", True)


def assessed_levels(clerk, unit=""):
    return "; ".join(f"{clerk.kind_names[k]}: {clerk.assessed(k)}{unit}" for k in ("th", "thcs"))


def assessed_one_line(clerk):
    clerk.line(f"{clerk.question}: {clerk.total()} {clerk.unit} ({assessed_levels(clerk)}), "
               f"{rate_phrase(clerk)}.")


def assessed_merged_levels(clerk):
    clerk.line(f"{clerk.question}: {clerk.total()}/{clerk.facts.all_schools} {clerk.unit}, "
               f"{rate_phrase(clerk)}")
    clerk.line(assessed_levels(clerk, " " + clerk.unit) + ".", True)


def assessed_below(clerk):
    """Answers under their question."""
    clerk.page.para(f"{clerk.bullet}{clerk.question}:", style=clerk.sub_style)
    clerk.page.para(f"{clerk.total()} {clerk.unit}, {rate_phrase(clerk)}.")
    clerk.page.para(assessed_levels(clerk, " " + clerk.unit) + ".")


def assessed_items(clerk):
    """Questions and answers of section 1, one by one."""
    yield clerk.question, clerk.total(), "CSGD"
    if clerk.assessed_rate:
        yield clerk.page.pick(ASSESSED_RATES, "question of the rate"), clerk.total_rate(""), "%"
    for kind in ("th", "thcs"):
        yield clerk.kind_names[kind], clerk.assessed(kind), "CSGD"


def assessed_split(clerk):
    """A line for each figure: by itself, with tabs, or after a soft break."""
    form = clerk.page.pick(["{}: {} {}", "{}:\t{}\t{}", "{}: {} {}"], "form of split lines")
    lines = [form.format(*item) for item in assessed_items(clerk)]
    soft = clerk.page.chance(0.25, "soft breaks in the scale")
    for text in ["\n".join(lines)] if soft else lines:
        clerk.line(text)


def assessed_sentence(clerk):
    pattern = clerk.page.pick(ASSESSED_PROSE, "sentence of the assessed")
    return pattern.format(
        area=clerk.area, unit=clerk.unit, n=clerk.total(), pct=clerk.total_rate(),
        th=clerk.assessed("th", True), thcs=clerk.assessed("thcs", True))


def assessed_prose(clerk):
    clerk.line(assessed_sentence(clerk))


def assessed_table(clerk):
    """A row for each question."""
    rows = [["TT", "Nội dung", "Đơn vị tính", "Kết quả"]]
    for i, (question, answer, unit) in enumerate(assessed_items(clerk), 1):
        rows.append([str(i), question, unit, answer])
    clerk.page.table(rows, [700, 5300, 1500, 1500])


def assessed_table_of_levels(clerk):
    """A row for each level, with all schools beside the assessed."""
    facts = clerk.facts
    rows = [["Bậc học", "Tổng số CSGD", "Số CSGD triển khai đánh giá", "Tỷ lệ (%)"]]
    for kind in ("th", "thcs"):
        share = 100 * facts.assessed[kind] / facts.schools[kind]
        rows.append([clerk.kind_names[kind], str(facts.schools[kind]), clerk.assessed(kind),
                     f"{share:.1f}".replace(".", clerk.page.comma)])
    last = clerk.page.pick(["Tổng cộng", "Cộng", "CSGD phổ thông", "Toàn {where}"], "row of wholes")
    rate = clerk.total_rate("") if clerk.assessed_rate else clerk.blank
    rows.append([clerk.fill(last), str(facts.all_schools), clerk.total(), rate])
    clerk.page.table(rows)


def assessed_table_in_columns(clerk):
    """One row of answers under the questions."""
    heads = [Cell(question, style="b") for question, _, _ in assessed_items(clerk)]
    clerk.page.table([heads, [answer for _, answer, _ in assessed_items(clerk)]])


def assessed_two_years(clerk):
    """A column of last year beside this year's."""
    past = [clerk.facts.past_schools[k] for k in ("th", "thcs")]
    share = 100 * sum(past) / clerk.facts.all_schools
    last_year = [sum(past), f"{share:.1f}".replace(".", clerk.page.comma)] + past
    items = list(assessed_items(clerk))
    if not clerk.assessed_rate:
        last_year.pop(1)
    rows = [["Nội dung", "Năm 2022", "Năm 2023"],
            *([f"{question.replace(' năm 2023', '')} ({unit})", str(was), answer]
              for was, (question, answer, unit) in zip(last_year, items))]
    clerk.page.table(rows, [5000, 2000, 2000])


SCALE_LAYOUTS = [
    assessed_lines, assessed_lines, assessed_lines, assessed_lines, assessed_one_line,
    assessed_merged_levels, assessed_below, assessed_split, assessed_split, assessed_prose,
    assessed_table, assessed_table_of_levels, assessed_table_in_columns, assessed_two_years,
]


def scale(clerk):
    page = clerk.page
    clerk.heading(clerk.title("scale"))
    if page.chance(0.15, "note before the scale"):
        clerk.line(clerk.fill(page.pick(SCALE_NOTES, "which note before")))
    page.pick(SCALE_LAYOUTS, "layout of the scale")(clerk)
    if page.chance(0.2, "note after the scale"):
        clerk.line(clerk.fill(page.pick(SCALE_NOTES, "which note after")))


# ---- section 2: tables with levels in columns


class Grid:
    """A table like the outline's, in the clerk's variety of it."""

    def __init__(self, clerk):
        page = clerk.page
        self.clerk = clerk
        self.ordinals = page.pick(["1.1", "1.1", "2.2", "all", "empty", None], "STT")
        self.names = page.pick(MEASURES, "names of measures")
        self.joined = page.chance(0.12, "count and rate in one cell")
        self.rate_first = page.chance(0.04, "rate before count")
        self.flat = page.chance(0.2, "header of one row")
        self.broken = page.chance(0.2, "header in lines")
        self.wholes = page.chance(0.12, "column of wholes")
        self.remarks = page.chance(0.12, "column of remarks")
        self.titled = page.chance(0.06, "title in the table")
        self.adult = page.chance(0.05, "row of GDTX")
        self.past = page.chance(0.05, "row of last year")
        self.mark = page.pick(["+ ", "+ ", "- ", ""], "mark of rows")
        self.head_style = page.pick(["b", "b", ""], "style of header")

    def left(self):
        """Heads of the columns before the levels."""
        heads = ["Nhóm tiêu chí"] if self.ordinals is None else ["STT", "Nhóm tiêu chí"]
        return heads + (["Tổng số CSGD được đánh giá"] if self.wholes else [])

    def right(self):
        return ["Ghi chú"] if self.remarks else []

    def measures(self):
        return self.names[::-1] if self.rate_first else self.names

    def width(self):
        return len(self.left() + self.right()) + len(LEVELS) * (1 if self.joined else 2)

    def level_head(self, level, span=1):
        name = self.clerk.level_name(level)
        lines = name.replace(" (", "\n(").split("\n") if self.broken else name
        return Cell(lines, span=span, style=self.head_style)

    def header(self):
        rows = [[Cell("Mức độ chuyển đổi số của CSGD phổ thông", span=self.width())]]
        rows = rows if self.titled else []
        levels = self.clerk.levels
        if self.joined:
            return rows + [self.left() + [self.level_head(n) for n in levels] + self.right()]
        if self.flat:
            names = [f"{self.clerk.level_name(n)} - {m}" for n in levels for m in self.measures()]
            return rows + [self.left() + names + self.right()]
        left = [Cell(h, starts=True, style=self.head_style) for h in self.left()]
        right = [Cell(h, starts=True, style=self.head_style) for h in self.right()]
        rows.append(left + [self.level_head(n, 2) for n in levels] + right)
        rows.append([Cell(joins=True) for _ in left] + list(self.measures()) * len(levels)
                    + [Cell(joins=True) for _ in right])
        return rows

    def values(self, group, kind):
        out = []
        for level in self.clerk.levels:
            if self.joined:
                out.append(self.clerk.result(group, kind, level))
                continue
            pair = [self.clerk.count_cell(group, kind, level),
                    self.clerk.rate_cell(group, kind, level)]
            out += pair[::-1] if self.rate_first else pair
        return out

    def row(self, label, ordinal, whole, values):
        left = [] if self.ordinals is None else [ordinal]
        left += [label] + ([str(whole)] if self.wholes else [])
        return left + values + ["" for _ in self.right()]

    def ordinal(self, group, kind):
        i = GROUPS.index(group) + 1
        if self.ordinals == "all":
            return f"{i}.{self.clerk.kinds.index(kind) + 1}"
        if kind != "pt" or self.ordinals in (None, "empty"):
            return ""
        return "2.2" if group == "admin" and self.ordinals == "2.2" else f"{i}.1"

    def group_row(self, group):
        """A row that names the group, as in the outline."""
        name = Cell(self.clerk.group_names[group], style="b")
        if self.ordinals is None:
            name.span = self.width()
            return [name]
        name.span = self.width() - 1
        return [Cell(str(GROUPS.index(group) + 1), style="b"), name]

    def label(self, kind):
        return ("" if kind == "pt" else self.mark) + self.clerk.kind_names[kind]

    def rows(self, group, prefix=""):
        facts = self.clerk.facts
        for kind in self.clerk.kinds:
            yield self.row(prefix + self.label(kind), self.ordinal(group, kind),
                           facts.whole(group, kind), self.values(group, kind))
        if self.past:
            yield self.row("CSGD phổ thông năm 2022 (để so sánh)", "", "",
                           self.unasked(facts.past[group]["pt"]))
        if self.adult:
            yield self.row("CSGD giáo dục thường xuyên", "", 1, self.unasked([0, 1, 0]))

    def unasked(self, counts):
        """Figures of a row that the outline does not have."""
        out = []
        for level in self.clerk.levels:
            n = counts[level - 1]
            rate = f"{100 * n / sum(counts):.0f}"
            pair = [f"{n} ({rate}%)"] if self.joined else [str(n), rate]
            out += pair[::-1] if self.rate_first else pair
        return out


def grid_of_both_groups(clerk):
    """Under rows that name the group; or each row names its group."""
    grid = Grid(clerk)
    long = clerk.page.chance(0.2, "long labels")
    grid.mark = "" if long else grid.mark
    rows = grid.header()
    for group in clerk.groups:
        rows += [] if long else [grid.group_row(group)]
        rows += grid.rows(group, clerk.group_names[group] + " - " if long else "")
    clerk.page.table(rows)


def grid_for_each_group(clerk):
    grid = Grid(clerk)
    for group in clerk.groups:
        clerk.subheading(clerk.group_names[group])
        clerk.page.table(grid.header() + list(grid.rows(group)))


def grid_with_group_column(clerk):
    """The group's name stands in a merged cell at the left."""
    grid = Grid(clerk)
    grid.ordinals, grid.titled, grid.mark = None, False, ""
    head, *more = grid.header()
    merged = bool(more)
    rows = [[Cell("Nội dung", starts=merged)] + head]
    rows += [[Cell(joins=True)] + row for row in more]
    for group in clerk.groups:
        for i, row in enumerate(grid.rows(group)):
            name = clerk.group_names[group] if i == 0 else ""
            rows.append([Cell(name, starts=i == 0, joins=i > 0, style="b")] + row)
    clerk.page.table(rows)


# ---- section 2: other tables


def pair_cells(clerk, group, kind, level):
    return [clerk.count_cell(group, kind, level), clerk.rate_cell(group, kind, level)]


def table_turned(clerk):
    """Levels in rows, kinds of schools in columns; a table for each group."""
    names = clerk.page.pick(MEASURES, "names of measures")
    for group in clerk.groups:
        clerk.subheading(clerk.group_names[group])
        rows = [[Cell("Mức độ", starts=True)]
                + [Cell(clerk.kind_names[k], span=2, style="b") for k in clerk.kinds],
                [Cell(joins=True)] + list(names) * len(clerk.kinds)]
        for level in clerk.levels:
            cells = [pair_cells(clerk, group, kind, level) for kind in clerk.kinds]
            rows.append([clerk.level_name(level)] + sum(cells, []))
        clerk.page.table(rows)


def table_of_both_groups(clerk):
    """The groups side by side, a row for each kind and level."""
    names = clerk.page.pick(MEASURES, "names of measures")
    rows = [[Cell("Bậc học", starts=True), Cell("Mức độ", starts=True)]
            + [Cell(clerk.group_names[g], span=2, style="b") for g in clerk.groups],
            [Cell(joins=True), Cell(joins=True)] + list(names) * 2]
    for kind in clerk.kinds:
        for i, level in enumerate(clerk.levels):
            cells = [pair_cells(clerk, group, kind, level) for group in clerk.groups]
            name = Cell(clerk.kind_names[kind] if i == 0 else "", starts=i == 0, joins=i > 0)
            rows.append([name, clerk.level_name(level)] + sum(cells, []))
    clerk.page.table(rows)


def table_of_figures(clerk):
    """A row for each level of each kind of each group."""
    names = clerk.page.pick(MEASURES, "names of measures")
    past = clerk.page.chance(0.3, "column of last year")
    rows = [["Nhóm tiêu chí", "Bậc học", "Mức độ"]
            + (["Năm 2022"] if past else []) + [f"Năm 2023: {name}" for name in names]]
    for group in clerk.groups:
        for kind in clerk.kinds:
            for level in clerk.levels:
                last = [str(clerk.facts.past[group][kind][level - 1])] if past else []
                rows.append([clerk.group_names[group], clerk.kind_names[kind],
                             clerk.level_name(level)] + last
                            + pair_cells(clerk, group, kind, level))
    clerk.page.table(rows)


# ---- section 2: lines and sentences


def lines_of_kinds(clerk):
    """A line for each kind of schools, with its three levels."""
    for group in clerk.groups:
        clerk.subheading(clerk.group_names[group])
        for kind in clerk.kinds:
            levels = [f"{clerk.level_name(n)}: {clerk.result(group, kind, n)}"
                      for n in clerk.levels]
            clerk.line(f"{clerk.kind_names[kind]}: {'; '.join(levels)}{clerk.dot}", kind != "pt")


def lines_of_levels(clerk):
    """A line for each level, and the two kinds under it."""
    soft = clerk.page.chance(0.25, "soft breaks in results")
    for group in clerk.groups:
        clerk.subheading(clerk.group_names[group])
        for level in clerk.levels:
            lines = [f"{clerk.level_name(level)}: {clerk.kind_names['pt']} "
                     f"{clerk.result(group, 'pt', level)}. Trong đó:"]
            lines += [f"{clerk.sub_bullet}{clerk.kind_names[kind]}: "
                      f"{clerk.result(group, kind, level)}" for kind in ("th", "thcs")]
            lines[0] = clerk.bullet + lines[0]
            for text in ["\n".join(lines)] if soft else lines:
                clerk.page.para(text)


def lines_for_each_figure(clerk):
    """A title for each kind, and a line for each of its levels."""
    tabs = clerk.page.chance(0.3, "tabs in results")
    for group in clerk.groups:
        clerk.subheading(clerk.group_names[group])
        for kind in clerk.kinds:
            clerk.page.para(clerk.bullet + clerk.kind_names[kind] + ":")
            for level in clerk.levels:
                clerk.line(clerk.level_name(level) + (":\t" if tabs else ": ")
                           + clerk.result(group, kind, level) + clerk.dot, True)


def told_by_kinds(clerk, group):
    """A group's results in a sentence, kind by kind."""
    clauses = []
    for kind in clerk.kinds:
        levels = [f"{clerk.told(group, kind, n)} ở {clerk.level_word(n)}" for n in clerk.levels]
        clauses.append(f"{clerk.kind_word(kind)} {', '.join(levels[:2])} và {levels[2]}")
    return "; ".join(clauses) + "."


def told_by_levels(clerk, group):
    """A group's results in sentences, level by level."""
    sentences = []
    for level in clerk.levels:
        kinds = [f"{clerk.kind_word(k)} {clerk.told(group, k, level)}" for k in KINDS]
        sentences.append(f"ở {clerk.level_word(level)}, {kinds[0]}, "
                         f"trong đó {kinds[1]} và {kinds[2]}")
    return "; ".join(text.replace(",,", ",") for text in sentences) + "."


def result_sentences(clerk):
    """A paragraph for each group."""
    tell = clerk.page.pick([told_by_kinds, told_by_levels], "order of telling")
    lead = clerk.page.pick(GROUP_LEADS, "lead of groups")
    for group in clerk.groups:
        text = lead.format(group=clerk.group_words[group]) + tell(clerk, group)
        yield capital(text.replace(",,", ",").replace(",;", ";").replace(",.", "."))


def results_prose(clerk):
    for text in result_sentences(clerk):
        clerk.line(text)


RESULT_LAYOUTS = [grid_of_both_groups] * 5 + [
    grid_for_each_group, grid_with_group_column, table_turned, table_of_both_groups,
    table_of_figures, lines_of_kinds, lines_of_levels, lines_for_each_figure, results_prose,
]


def results(clerk):
    page = clerk.page
    clerk.heading(clerk.title("results"))
    if page.chance(0.4, "sentence before results"):
        page.para(page.pick(RESULT_LEADS, "which sentence before"))
    page.pick(RESULT_LAYOUTS, "layout of results")(clerk)
    if page.chance(0.35, "note after results"):
        page.para(clerk.fill(page.pick(RESULT_NOTES, "which note on results")), style="i")


# ---- sections 3 and 4: forms of long answers


def thoughts(clerk, name, most=5):
    """Leads and what is said under each."""
    dice = clerk.page.dice
    stock = STOCK[name]
    for lead, sentences in dice.sample(stock, dice.randint(1, min(most, len(stock)))):
        said = dice.sample(sentences, dice.choice([1, 1, 2]))
        yield clerk.fill(lead), clerk.fill(" ".join(said))


def paragraphs(clerk, name, most=5):
    return [text for _, text in thoughts(clerk, name, most)]


def opener(clerk, name):
    """A sentence of the clerk's own before a list, or nothing."""
    if not clerk.page.chance(0.3, "sentence before a list"):
        return []
    return [clerk.fill(clerk.page.pick(OPENERS[name], "which opener"))]


def long_prose(clerk, name, head, title):
    head(title)
    said = paragraphs(clerk, name)
    whole = clerk.page.chance(0.3, "one paragraph")
    clerk.page.long(name, [" ".join(said)] if whole else said)


def long_marked(clerk, name, head, title):
    """Bullets or numbers, typed."""
    head(title)
    first = opener(clerk, name)
    pattern = clerk.page.pick(BULLETS + TYPED_NUMBERS, "marks of answers")
    said = paragraphs(clerk, name)
    for text in first:
        clerk.page.para(text)
    for i, text in enumerate(said, 1):
        clerk.page.para(clerk.ordinal(pattern, i) + text)
    clerk.page.says(name, first + said)


def long_word_list(clerk, name, head, title):
    head(title)
    page = clerk.page
    numbered = page.list(page.pick(["-", "+", "•", "a)", "(1)", "1)"], "Word's list of answers"))
    page.long(name, paragraphs(clerk, name), numbered=numbered)


def long_bold_leads(clerk, name, head, title):
    """Each paragraph has a lead of its own."""
    head(title)
    style = clerk.page.pick(["b", "i", "bi", ""], "style of leads")
    mark = clerk.page.pick(["", "- ", "+ "], "mark of leads")
    said = list(thoughts(clerk, name))
    for lead, text in said:
        clerk.page.para([(f"{mark}{lead}:", style), (f" {text}", "")])
    clerk.page.says(name, [f"{lead}: {text}" for lead, text in said])


def long_leads_apart(clerk, name, head, title):
    """Each lead has a paragraph, and bullets follow it."""
    head(title)
    style = clerk.page.pick(["b", "i", ""], "style of leads apart")
    typed = []
    for lead, text in thoughts(clerk, name, 3):
        clerk.page.para(f"* {lead}:", style=style)
        clerk.page.para(f"- {text}")
        typed += [f"{lead}:", text]
    clerk.page.says(name, typed)


def long_soft_breaks(clerk, name, head, title):
    head(title)
    said = paragraphs(clerk, name, 4)
    clerk.page.para("\n".join(f"- {text}" for text in said))
    clerk.page.says(name, said)


def long_in_line(clerk, name, head, title):
    """Begins in the heading's line."""
    said = paragraphs(clerk, name, 3)
    head(title, said[0])
    for text in said[1:]:
        clerk.page.para(text)
    clerk.page.says(name, said)


def long_nothing(clerk, name, head, title):
    text = clerk.page.pick(NOTHING[name], "words for nothing")
    if clerk.page.chance(0.5, "nothing in the heading's line"):
        head(title, text)
        clerk.page.says(name, [text])
    else:
        head(title)
        clerk.page.long(name, [text], mark=clerk.page.pick(["", "- "], "mark of nothing"))


def long_blank(clerk, name, head, title):
    """The outline's dots; in half of the cases an answer stands below them."""
    head(title)
    clerk.page.para(clerk.page.pick([".....", "……………………", "…"], "dots of blanks"))
    if clerk.page.chance(0.5, "answer below the dots"):
        clerk.page.long(name, paragraphs(clerk, name, 3))


LONG_FORMS = [
    long_prose, long_prose, long_prose, long_marked, long_marked, long_marked, long_marked,
    long_word_list, long_bold_leads, long_bold_leads, long_leads_apart, long_soft_breaks,
    long_in_line, long_nothing, long_nothing, long_blank,
]


def long_section(clerk, name, head):
    form = clerk.page.pick(LONG_FORMS, f"form of {name}")
    form(clerk, name, head, clerk.title(name))


def words(clerk):
    """Sections 3 and 4."""
    page = clerk.page
    names = [DIFFICULTIES, PROPOSALS]
    if page.chance(0.06, "proposals before difficulties"):
        names.reverse()
    elif page.chance(0.05, "no proposals"):
        names.pop()
    elif page.chance(0.12, "sections 3 and 4 merged"):
        clerk.heading(page.pick(MERGED_SECTIONS, "title of the merged"))
        for name in names:
            long_section(clerk, name, clerk.subheading)
        return
    for name in names:
        long_section(clerk, name, clerk.heading)


# ---- hard pages


def all_prose(clerk):
    """Sentences, with or without headings, in the clerk's own order."""
    page = clerk.page
    headed = page.chance(0.5, "prose under headings")
    together = page.chance(0.3, "results in one paragraph")
    if headed:
        clerk.heading(clerk.title("scale"))
    page.para(assessed_sentence(clerk))
    if headed:
        clerk.heading(clerk.title("results"))
    told = list(result_sentences(clerk))
    for text in [" ".join(told)] if together else told:
        page.para(text)
    for name in (DIFFICULTIES, PROPOSALS):
        if headed:
            long_prose(clerk, name, clerk.heading, clerk.title(name))
        else:
            long_in_line(clerk, name, clerk.run_in, clerk.title(name))


def long_cell(clerk, name):
    """The paragraphs of an answer in a cell."""
    mark = clerk.page.pick(["", "- ", "+ "], "mark in cells")
    said = paragraphs(clerk, name, 3)
    clerk.page.says(name, said)
    return [mark + text for text in said]


def table_of_sections(clerk):
    """Two columns: the outline's sections, and all that is said to each."""
    rows = [[Cell("Nội dung báo cáo", style="b"), Cell("Kết quả", style="b")],
            [clerk.title("scale"), [assessed_sentence(clerk)]],
            [clerk.title("results"), list(result_sentences(clerk))]]
    for name in (DIFFICULTIES, PROPOSALS):
        rows.append([clerk.title(name), long_cell(clerk, name)])
    clerk.page.table(rows, [2500, 6500])


def table_of_everything(clerk):
    """A row for each figure, the long answers in wide cells."""
    rows = [["STT", "Nội dung", "Số lượng", "Tỷ lệ (%)"], wide_row("1", clerk.title("scale"))]
    rate = clerk.total_rate("") if clerk.assessed_rate else ""
    rows.append(["", clerk.question, clerk.total(), rate])
    for kind in ("th", "thcs"):
        rows.append(["", f"{clerk.sub_bullet}{clerk.kind_names[kind]}", clerk.assessed(kind), ""])
    rows.append(wide_row("2", clerk.title("results")))
    for group in clerk.groups:
        rows.append(wide_row(f"2.{GROUPS.index(group) + 1}", clerk.group_names[group]))
        for kind in clerk.kinds:
            for level in clerk.levels:
                label = f"{clerk.kind_names[kind]} - {clerk.level_name(level)}"
                rows.append(["", label] + pair_cells(clerk, group, kind, level))
    for number, name in (("3", DIFFICULTIES), ("4", PROPOSALS)):
        rows.append([number, clerk.title(name), Cell(long_cell(clerk, name), span=2)])
    clerk.page.table(rows, [700, 4300, 2000, 2000])


def wide_row(number, text):
    return [Cell(number, style="b"), Cell(text, span=3, style="b")]


HARD_LAYOUTS = [all_prose, all_prose, table_of_sections, table_of_everything]


# ---- the head and the foot of the report


def letterhead(clerk):
    page = clerk.page
    superior, organ = f"UBND {clerk.area}".upper(), "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"
    number = f"Số: {page.pick(['', '118', '245', '67'], 'number')}/BC-PGDĐT"
    date = f"Hải Phòng, ngày {page.dice.randint(5, 15)} tháng 6 năm 2023"
    form = page.pick(["table", "table", "lines", "organ", "none"], "letterhead")
    if form == "table":
        page.letterhead(superior, organ, number, date)
    elif form == "lines":
        page.para(f"{superior}\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", style="b")
        page.para(f"{organ}\tĐộc lập - Tự do - Hạnh phúc", style="b")
        page.para(f"{number}\t{date}")
    elif form == "organ":
        page.para(f"{superior}\n{organ}", style="b")


def opening(clerk):
    page = clerk.page
    letterhead(clerk)
    if page.chance(0.5, "name of the annex"):
        page.para("Phụ lục 2", style="b", align="center")
    title = clerk.fill(page.pick(TITLES, "title"))
    if page.chance(0.6, "BÁO CÁO above the title"):
        page.para("BÁO CÁO", style="b", align="center")
    title = title.upper() if page.chance(0.3, "title in capitals") else title
    page.para(title, style="b", align="center")
    if page.chance(0.2, "note under the title"):
        page.para("(Kèm theo Văn bản số /SGDĐT-VP ngày ..../..../2023 của Sở GDĐT)",
                  style="i", align="center")
    if page.chance(0.4, "addressee"):
        page.para("Kính gửi: Sở Giáo dục và Đào tạo Hải Phòng.", align="center")
    if page.chance(0.6, "introduction"):
        page.para(clerk.fill(page.pick(INTRODUCTIONS, "which introduction")))


def closing(clerk):
    page = clerk.page
    if page.chance(0.6, "closing sentence"):
        page.para(clerk.fill(page.pick(CLOSINGS, "which closing")))
    form = page.pick(["table", "table", "lines", "none"], "signature")
    title, signer = page.pick(SIGNERS, "signer")
    if form == "table":
        recipients = [clerk.fill(r) for r in page.pick(RECIPIENTS, "recipients")]
        page.signature(recipients, title, signer)
    elif form == "lines":
        page.para(title, style="b", align="right")
        page.para(signer, style="b", align="right")


def type_report(page):
    clerk = Clerk(page)
    opening(clerk)
    if page.chance(1 / 6, "hard"):
        page.pick(HARD_LAYOUTS, "hard layout")(clerk)
    else:
        scale(clerk)
        results(clerk)
        words(clerk)
    closing(clerk)
