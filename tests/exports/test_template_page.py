"""A council's template and the page: its headers, page numbers and headings."""

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Pt
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from exports.template import open_template
from exports.word import word_bytes
from tests.exports.invented import MINUTES, PROPERTIES
from tests.exports.reading_back import WordFile

UNNUMBERED = "Neither header nor footer of council.docx numbers the pages; put a page number in its footer."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def minutes_on(document: Document) -> bytes:
    return word_bytes(MINUTES, PROPERTIES, template=open_template(saved(document), "council.docx"))


def headers(content: bytes) -> list[tuple[list[str], list[str]]]:
    """Of each header: the tab stops it clears, and the right-hand ones it sets."""
    file = WordFile(content)
    parts = [name for name in file.archive.namelist() if name.startswith("word/") and "header" in name]
    stops = "//w:pPr/w:tabs/w:tab[@w:val='{}']/@w:pos"
    return [(file.values(stops.format("clear"), part), file.values(stops.format("right"), part)) for part in parts]


def text_of(file: WordFile, part: str) -> str:
    """The text of a header, with its tabs and lines."""
    marks = {"tab": "\t", "br": "\n"}
    pieces = file.find("//w:r/w:t | //w:r/w:tab | //w:r/w:br", part)
    return "".join(marks.get(piece.tag.rpartition("}")[2], piece.text or "") for piece in pieces)


def test_the_houses_header_reaches_the_right_edge_whatever_stops_the_councils_style_has(tmp_path: Path) -> None:
    document = docx.Document()  # its style for headers has Word's own stops, for US Letter
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Pt(700), Pt(50), Pt(50)
    content = minutes_on(document)
    assert headers(content) == [(["4680", "9360"], ["12000"])] * 2
    path = tmp_path / "minutes.docx"
    path.write_bytes(content)
    assert not [one for one in OpenXmlValidator().validate(path).errors if "theme'" not in str(one.description)]


def test_a_council_without_a_style_for_headers_has_the_houses_moved_to_its_edge() -> None:
    document = docx.Document()
    styles = document.styles.element
    styles.remove(document.styles["Header"].element)
    content = minutes_on(document)
    assert headers(content) == [([], [])] * 2
    edge = WordFile(content).values("//w:style[@w:styleId='Header']//w:tab/@w:pos", "word/styles.xml")
    assert edge == [str(open_template(saved(document), "council.docx").width)]


def test_a_councils_own_header_keeps_its_stops() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Old Council"
    assert headers(minutes_on(document)) == [([], [])]


@pytest.mark.parametrize(
    ("size", "width", "lines"), [(None, 595, 1), (10, 595, 1), (24, 595, 2), (24, 1190, 1), (10, 320, 2)]
)
def test_in_large_print_or_on_a_small_page_the_status_has_a_line_of_its_own(
    size: int | None, width: int, lines: int
) -> None:
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(size) if size else None
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Pt(width), Pt(60), Pt(60)
    file = WordFile(minutes_on(document))
    (shown,) = [
        text
        for name in file.archive.namelist()
        if "header" in name and (text := text_of(file, name)) and MINUTES.body in text
    ]
    assert len(shown.split("\n")) == lines


def test_a_footer_of_the_councils_own_without_page_numbers_is_pointed_out() -> None:
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "Serving since 1894"
    assert UNNUMBERED in open_template(saved(document), "council.docx").notes


@pytest.mark.parametrize(
    "field",
    [
        '<w:fldSimple {} w:instr=" PAGE \\* MERGEFORMAT "/>',
        '<w:r {}><w:fldChar w:fldCharType="begin"/><w:instrText> PA</w:instrText><w:instrText>GE </w:instrText></w:r>',
        "<w:r {}><w:pgNum/></w:r>",
    ],
)
def test_a_page_number_in_header_or_footer_is_enough(field: str) -> None:
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "Serving since 1894"
    document.sections[0].header.paragraphs[0]._p.append(parse_xml(field.format(_W)))
    assert UNNUMBERED not in open_template(saved(document), "council.docx").notes


def test_the_number_of_pages_alone_numbers_none() -> None:
    document = docx.Document()
    document.sections[0].footer.paragraphs[0]._p.append(
        parse_xml(f'<w:fldSimple {_W} w:instr=" NUMPAGES "><w:r><w:t>9 pages</w:t></w:r></w:fldSimple>')
    )
    assert UNNUMBERED in open_template(saved(document), "council.docx").notes


@pytest.mark.parametrize(("own", "kept"), [(None, [None]), (False, ["0"])])
def test_a_heading_of_the_councils_does_not_end_a_page_unless_it_says_it_may(
    own: bool | None, kept: list[str | None]
) -> None:
    document = docx.Document()
    document.styles["Heading 2"].paragraph_format.keep_with_next = own
    found = WordFile(minutes_on(document)).find(
        "//w:style[@w:styleId='Heading2']/w:pPr/*[1][self::w:keepNext]", "word/styles.xml"
    )
    assert [one.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val") for one in found] == kept
