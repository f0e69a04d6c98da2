"""work.py DIR DOCUMENTS ROWS - the work of the peers' bench, made anew.

DIR/template.ENGINE.docx  one template for each engine, equal but for its tags
DIR/json/N.json           the data of document N; DIR/xml/N.xml the same as
                          answers; DIR/text/N.txt the words it must show
DIR/long.json, .xml, .txt one document with ROWS rows
DIR/units.csv             for `vanban bulk`
"""
import json
import os
import random
import sys
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
COLUMNS = ["no", "school", "pupils", "teachers", "share", "plan", "note"]
SCALARS = [f"s{n:02}" for n in range(1, 33)]
ITEMS = 12  # numbered paragraphs
ROWS = 50

# how each engine writes a value, a row of the table, an item of the list
ENGINES = {
    "vanban": ("{{%s}}", "{{%s}}"),
    "docxtemplater": ("{%s}", "{%s}"),
    "easy-template-x": ("{%s}", "{%s}"),
    "docxtpl": ("{{ %s }}", "{{ r.%s }}"),
    "carbone": ("{d.%s}", None),
}


def run(text, bold=False):
    pr = "<w:b/><w:bCs/>" if bold else ""
    return (
        '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" '
        'w:hAnsi="Times New Roman" w:cs="Times New Roman"/>' + pr +
        '<w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr>'
        '<w:t xml:space="preserve">' + escape(text) + "</w:t></w:r>")


def para(*runs, pr=""):
    return (
        "<w:p><w:pPr>" + pr + '<w:spacing w:before="60" w:after="60"/>'
        "</w:pPr>" + "".join(runs) + "</w:p>")


def cell(content, width):
    edges = "".join(
        f'<w:{e} w:val="single" w:sz="4"/>'
        for e in ("top", "left", "bottom", "right"))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>'
        f'{edges}</w:tcBorders><w:vAlign w:val="center"/></w:tcPr>'
        + content + "</w:tc>")


def table(rows, widths, pr=""):
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>' + pr +
        "</w:tblPr><w:tblGrid>" + grid + "</w:tblGrid>" + "".join(rows) +
        "</w:tbl>")


def row(cells):
    return "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + "".join(cells) + "</w:tr>"


def loops(engine):
    """Rows of the table and paragraphs of the list, with the loop's tags."""
    widths = [600, 2600, 1100, 1100, 1000, 1900, 1300]
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

    def fields(name, before="", after=""):
        if engine == "carbone":
            return [[f"{{d.rows[{name}].{c}}}" for c in COLUMNS]]
        texts = [ENGINES[engine][1] % c for c in COLUMNS]
        texts[0] = before + texts[0]
        texts[-1] += after
        return [texts]

    def lines(rows):
        return [row(cell(para(run(t)), w) for t, w in zip(r, widths))
                for r in rows]

    def item(title, text):
        return para(run(title, True), run(": "), run(text), pr=listed)

    if engine == "vanban":
        rows = lines(fields("", "{{#rows}}", "{{/rows}}"))
        items = [para(run("{{#items}}")), item("{{title}}", "{{text}}"),
                 para(run("{{/items}}"))]
    elif engine == "docxtemplater":
        rows = lines(fields("", "{#rows}", "{/rows}"))
        items = [para(run("{#items}")), item("{title}", "{text}"),
                 para(run("{/items}"))]
    elif engine == "easy-template-x":
        rows = lines(fields("", "{#rows}", "{/rows}"))
        items = [item('{#items [loopOver: "paragraph"]}{title}',
                      "{text}{/items}")]
    elif engine == "docxtpl":
        rows = (lines([["{%tr for r in rows %}"] + [""] * 6]) +
                lines(fields("")) + lines([["{%tr endfor %}"] + [""] * 6]))
        items = [para(run("{%p for i in items %}")),
                 item("{{ i.title }}", "{{ i.text }}"),
                 para(run("{%p endfor %}"))]
    else:
        rows = lines(fields("i") + fields("i+1"))
        items = [item("{d.items[%s].title}" % i, "{d.items[%s].text}" % i)
                 for i in ("i", "i+1")]
    return rows, items, widths


def body(engine):
    tag = ENGINES[engine][0]
    value = [tag % s for s in SCALARS]
    rows, items, widths = loops(engine)
    center = '<w:jc w:val="center"/>'

    def plain(content, width):
        return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                + content + "</w:tc>")

    parts = [table([row([
        plain(para(run(value[0])) + para(run(value[1], True)) +
              para(run("Số: "), run(value[2]), run("/BC-"), run(value[3])),
              4500),
        plain(para(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True)) +
              para(run("Độc lập - Tự do - Hạnh phúc", True)) +
              para(run(value[4]), run(", ngày "), run(value[5]),
                   run(" tháng "), run(value[6]), run(" năm "),
                   run(value[7])), 5100)])], [4500, 5100])]
    parts.append(para(run("BÁO CÁO", True), pr=center))
    parts.append(para(run(value[8], True), pr=center))
    for n in range(9, 27, 2):
        parts.append(para(
            run(f"{n - 8}. Kết quả triển khai: ", True), run(value[n]),
            run(" cơ sở giáo dục, đạt tỷ lệ: "), run(value[n + 1]),
            run(" %.")))
    # five values stand in a second place: 37 places of 32 values
    parts.append(para(run("Đơn vị "), run(value[1]), run(" thuộc "),
                      run(value[0]), run(" báo cáo năm "), run(value[7]),
                      run(", "), run(value[4]), run(", "), run(value[8])))
    names = ["TT", "Trường", "Học sinh", "Giáo viên", "Tỷ lệ", "Kế hoạch",
             "Ghi chú"]
    head = row(cell(para(run(n, True)), w) for n, w in zip(names, widths))
    parts.append(table([head] + rows, widths))
    parts.extend(items)
    parts.append(table([row([
        plain(para(run("Nơi nhận:", True)) + para(run("- "), run(value[27])) +
              para(run("- Lưu: "), run(value[28])), 4500),
        plain(para(run(value[29], True), pr=center) +
              para(run(value[30], True), pr=center), 5100)])], [4500, 5100]))
    parts.append(
        f'<w:sectPr><w:footerReference xmlns:r="{R}" w:type="default" '
        'r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" '
        'w:right="851" w:bottom="1134" w:left="1701" w:header="709" '
        'w:footer="709" w:gutter="0"/></w:sectPr>')
    return "".join(parts)


def footer(engine):
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText '
        'xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar '
        'w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r>'
        '<w:fldChar w:fldCharType="end"/></w:r>')
    tag = ENGINES[engine][0] % SCALARS[31]
    return para(run(tag), run(" - trang "), field)


def styles():
    latent = "".join(
        f'<w:lsdException w:name="Style of the office {n}" '
        'w:semiHidden="1" w:uiPriority="99" w:unhideWhenUsed="1"/>'
        for n in range(376))
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz '
        'w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults><w:latentStyles '
        'w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
        'w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376">' + latent +
        '</w:latentStyles><w:style w:type="paragraph" w:default="1" '
        'w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>')


def package(engine):
    rel = "http://schemas.openxmlformats.org/package/2006/relationships"
    names = [("styles", "styles"), ("numbering", "numbering"),
             ("settings", "settings"), ("fontTable", "fontTable"),
             ("footer", "footer1")]
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="%{n + 1}."/><w:lvlJc w:val="left"/></w:lvl>'
        for n in range(9))
    types = "".join(
        f'<Override PartName="/word/{file}.xml" ContentType="{OFFICE}{kind}'
        '+xml"/>' for kind, file in names)
    return {
        "[Content_Types].xml":
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            'content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{OFFICE}'
            f'document.main+xml"/>{types}<Override '
            'PartName="/docProps/core.xml" ContentType="application/'
            'vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{rel}"><Relationship Id="rId1" Type="{R}/'
            'officeDocument" Target="word/document.xml"/><Relationship '
            'Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/'
            'relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>',
        "word/document.xml":
            f'<w:document xmlns:w="{W}"><w:body>{body(engine)}</w:body>'
            "</w:document>",
        "word/_rels/document.xml.rels":
            f'<Relationships xmlns="{rel}">' + "".join(
                f'<Relationship Id="rId{n}" Type="{R}/{kind}" '
                f'Target="{file}.xml"/>'
                for n, (kind, file) in enumerate(names, 1)) +
            "</Relationships>",
        "word/styles.xml": styles(),
        "word/numbering.xml":
            f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
            f'{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId '
            'w:val="0"/></w:num></w:numbering>',
        "word/settings.xml":
            f'<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/>'
            "</w:settings>",
        "word/fontTable.xml":
            f'<w:fonts xmlns:w="{W}"><w:font w:name="Times New Roman">'
            '<w:charset w:val="00"/></w:font></w:fonts>',
        "word/footer1.xml": f'<w:ftr xmlns:w="{W}">{footer(engine)}</w:ftr>',
        "docProps/core.xml":
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/'
            'package/2006/metadata/core-properties" xmlns:dc="http://purl.org/'
            'dc/elements/1.1/"><dc:title>Báo cáo</dc:title>'
            "</cp:coreProperties>",
    }


WORDS = ("trường tiểu học trung cơ sở giáo viên học sinh chuyển đổi số kế "
         "hoạch triển khai phần mềm quản trị dữ liệu GD&ĐT đạt chuẩn quốc gia "
         "năm học mới phòng máy tính kết nối mạng internet < 50 >").split()


def words(rand, n):
    return " ".join(rand.choice(WORDS) for _ in range(n))


def data(seed, rows):
    rand = random.Random(seed)
    made = {s: words(rand, rand.randint(2, 6)) for s in SCALARS}
    made["rows"] = [dict(zip(COLUMNS, [
        str(n + 1), "Trường " + words(rand, 3), str(rand.randint(100, 2000)),
        str(rand.randint(10, 90)), f"{rand.randint(0, 99)},{rand.randint(1, 9)}"
        " %", f"{rand.randint(1, 99)}/KH-THCS", words(rand, 2)]))
        for n in range(rows)]
    made["items"] = [{"title": words(rand, 4), "text": words(rand, 12)}
                     for _ in range(ITEMS)]
    return made


def answers(made, code):
    def group(name, item):
        inner = "".join(f"<{k}>{escape(v)}</{k}>" for k, v in item.items())
        return f"<{name}>{inner}</{name}>\n"

    flat = "".join(f"<{s}>{escape(made[s])}</{s}>\n" for s in SCALARS)
    return ('<answers xmlns="urn:vanban:answers:1" form="bench" version="1" '
            f'unit="{code}">{flat}' +
            "".join(group("rows", r) for r in made["rows"]) +
            "".join(group("items", i) for i in made["items"]) + "</answers>\n")


def shown(made):
    """The words of the page, a paragraph a line."""
    s = [made[n] for n in SCALARS]
    lines = [s[0], s[1], f"Số: {s[2]}/BC-{s[3]}",
             "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
             "Độc lập - Tự do - Hạnh phúc",
             f"{s[4]}, ngày {s[5]} tháng {s[6]} năm {s[7]}", "BÁO CÁO", s[8]]
    for n in range(9, 27, 2):
        lines.append(f"{n - 8}. Kết quả triển khai: {s[n]} cơ sở giáo dục, "
                     f"đạt tỷ lệ: {s[n + 1]} %.")
    lines.append(f"Đơn vị {s[1]} thuộc {s[0]} báo cáo năm {s[7]}, {s[4]}, "
                 f"{s[8]}")
    lines += ["TT", "Trường", "Học sinh", "Giáo viên", "Tỷ lệ", "Kế hoạch",
              "Ghi chú"]
    lines += [r[c] for r in made["rows"] for c in COLUMNS]
    lines += [f"{i['title']}: {i['text']}" for i in made["items"]]
    lines += ["Nơi nhận:", f"- {s[27]}", f"- Lưu: {s[28]}", s[29], s[30],
              f"{s[31]} - trang 1"]
    return "\n".join(lines) + "\n"


def write(path, text):
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def main():
    top, n, rows = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    for folder in ("json", "xml", "text"):
        os.makedirs(os.path.join(top, folder), exist_ok=True)
    for engine in ENGINES:
        path = os.path.join(top, f"template.{engine}.docx")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
            for name, xml in package(engine).items():
                out.writestr(name, xml if xml.startswith("<?xml")
                             else HEAD + xml)
    codes = [f"D{i:04}" for i in range(n)] + ["long"]
    for i, code in enumerate(codes):
        made = data(i, rows if code == "long" else ROWS)
        base = os.path.join(top, "%s", code)
        write(base % "json" + ".json", json.dumps(made, ensure_ascii=False))
        write(base % "xml" + ".xml", answers(made, code))
        write(base % "text" + ".txt", shown(made))
    write(os.path.join(top, "units.csv"),
          "code,name\n" + "".join(f"{c},{c}\n" for c in codes[:-1]))


main()
