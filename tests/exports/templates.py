"""A council's template made up for tests: Word's usual untidiness, and everything that must not leak into minutes."""

import io
import zlib
from functools import cache
from struct import pack as packed

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor

from exports.house_template import pack
from tests.exports.word_files import parts_of

SECRETS = (
    *("Wendy Leak", "Kyle Oldhand", "Old agenda title", "Old body text", "Old comment", "Old deleted words"),
    *("VBA code", "customer data", "C:\\Users\\wendy", "00AB12CD", "old-body-picture", "Old Council Ltd"),
)
"""What the template says that its minutes must not."""
CREST = b"crest-picture"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
KINDS = {
    "docx": _DOCX,
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def png(says: bytes) -> bytes:
    """A picture of one dot with words in it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return packed(">I", len(data)) + name + data + packed(">I", zlib.crc32(name + data))

    dot = chunk(b"IHDR", packed(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + chunk(b"tEXt", b"Comment\0" + says)
    return b"\x89PNG\r\n\x1a\n" + dot + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


@cache
def template(kind: str = "docx") -> bytes:
    """The template of Old Council, as a file of one of ``KINDS``."""
    document = docx.Document()
    _fill_body(document)
    _fill_styles(document)
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Pt(700), Pt(50), Pt(50)
    header = section.header.paragraphs[0]
    header.add_run("Old Council: ")
    header.add_run().add_picture(io.BytesIO(png(CREST)))
    header._p.append(
        parse_xml(
            f'<w:del {_W} w:author="Wendy Leak" w:id="1"><w:r><w:delText>Old deleted words</w:delText></w:r></w:del>'
        )
    )
    header._p.append(
        parse_xml(f'<w:ins {_W} w:author="Wendy Leak" w:id="2"><w:r><w:t>working for you</w:t></w:r></w:ins>')
    )
    header._p.append(
        parse_xml(f'<w:fldSimple {_W} w:instr=" TITLE "><w:r><w:t>Old agenda title</w:t></w:r></w:fldSimple>')
    )
    section.footer.paragraphs[0].text = "Serving since 1894"
    core = document.core_properties
    core.author, core.last_modified_by, core.title, core.revision = (
        "Wendy Leak",
        "Kyle Oldhand",
        "Old agenda title",
        105,
    )
    buffer = io.BytesIO()
    document.save(buffer)
    return _as_word_left_it(buffer.getvalue(), kind)


def _fill_body(document: docx.document.Document) -> None:
    first = document.add_paragraph("Old body text", style="List Number")
    document.add_comment(first.runs, "Old comment", "Wendy Leak", "WL")
    document.add_picture(io.BytesIO(png(b"old-body-picture")))
    first._p.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rsidR", "00AB12CD")


def _fill_styles(document: docx.document.Document) -> None:
    styles = document.styles
    styles["Normal"].font.size, styles["Normal"].font.name = Pt(13), "Gill Sans MT"
    heading = styles["Heading 2"]
    heading.font.color.rgb = RGBColor(0x7A, 0x00, 0x3C)
    number = parse_xml(f'<w:numPr {_W}><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    heading.element.get_or_add_pPr().insert(2, number)
    limb = styles.add_style("Minute Limb", WD_STYLE_TYPE.PARAGRAPH)
    limb.font.italic, limb.base_style = True, styles["Normal"]
    styles["Heading 3"].font.color.rgb = RGBColor(0x7A, 0x00, 0x3C)
    styles.element.remove(styles["Body Text"].element)
    in_the_way = styles.add_style("Another Style", WD_STYLE_TYPE.PARAGRAPH)
    in_the_way.element.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId", "MinutePoint")


def _as_word_left_it(content: bytes, kind: str) -> bytes:
    """Give the file what python-docx does not: ids as LibreOffice makes them, macros, and parts of other programs."""
    parts = parts_of(content)
    for name in [name for name in parts if name.endswith(".xml")]:
        parts[name] = parts[name].replace(b'"MinuteLimb"', b'"WW-MinuteLimb"').replace(b'"Heading1"', b'"berschrift1"')
    types = parts["[Content_Types].xml"].decode().replace(_DOCX, KINDS[kind])
    binary = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    parts["[Content_Types].xml"] = types.replace("</Types>", binary).encode()
    parts["word/vbaProject.bin"] = b"VBA code"
    parts["customXml/item9.xml"] = b"<data>customer data</data>"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    microsoft = "http://schemas.microsoft.com/office/2006/relationships"
    more = (
        f'<Relationship Id="rIdVba" Type="{microsoft}/vbaProject" Target="vbaProject.bin"/>'
        f'<Relationship Id="rIdX" Type="{relations}/customXml" Target="../customXml/item9.xml"/></Relationships>'
    )
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", more.encode())
    parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{relations}/attachedTemplate" Target="C:\\Users\\wendy\\Normal.dotm"'
        ' TargetMode="External"/></Relationships>'
    ).encode()
    app = parts["docProps/app.xml"]
    parts["docProps/app.xml"] = app.replace(b"<Company/>", b"<Company>Old Council Ltd</Company>")
    return pack(parts.items())
