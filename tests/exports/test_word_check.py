"""The check of a Word file: every rule finds what is wrong, and nothing in what is right."""

import io
from datetime import datetime
from pathlib import Path

import docx
import pytest

from clerk.demo import demo_record
from exports import word_check
from exports.draft_minutes import write_draft
from exports.word import word_bytes
from exports.word_check import Severity, check_word
from exports.word_check_look import contrast
from tests.exports.invented import MINUTES, PROPERTIES
from tests.exports.word_files import (
    PLAIN,
    changed,
    paragraph,
    picture,
    row,
    table,
    word_file,
)

LONG = "The Board was told that the figures had been late, and asked that they be sent to every member by Friday."
WHITE = "<w:color w:val='FFFFFF'/>"
RAISED = "<w:sz w:val='16'/><w:vertAlign w:val='superscript'/>"
HEADED = row("Name", "Post", header=True)
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>" + PLAIN + "</w:sdtContent></w:sdt>"
FIELD = (
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK &quot;https://x.example&quot;"
    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>{}</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)
LINK = "<w:p><w:hyperlink w:anchor='a'><w:r><w:t>{}</w:t></w:r></w:hyperlink></w:p>"


def rules(content: bytes) -> set[str]:
    return {finding.rule for finding in check_word(content)}


def level(number: int) -> str:
    return f'<w:pStyle w:val="Heading{number}"/>'


def numbered(number: int) -> str:
    return f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{number}'/></w:numPr>"


def shaded(fill: str) -> str:
    return f"<w:shd w:val='clear' w:color='auto' w:fill='{fill}'/>"


WRONG_AND_RIGHT = [
    ("alt-text", picture(), picture("descr='The crest of the council'")),
    ("alt-text", picture("descr='  '"), picture(inside="<a:extLst><adec:decorative val='1'/></a:extLst>")),
    (
        "alt-text",
        "<w:p><w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p>",
        "<w:p><w:r><w:pict><v:shape alt='The crest'><v:imagedata/></v:shape></w:pict></w:r></w:p>",
    ),
    ("alt-text-name", picture("descr='crest.png'"), picture("descr='The crest'")),
    ("table-header", table(row("Name", "Post"), row("A", "B")), table(HEADED, row("A", "B"))),
    ("table-header", table(row("Name", "Post"), row("A", "B")), table(row("only one", "row"))),
    ("control-title", CONTROL.format(""), CONTROL.format("<w:alias w:val='Venue'/>")),
    ("control-title", CONTROL.format("<w:alias w:val=' '/>"), CONTROL.format("<w:docPartObj/>")),
    ("merged-cells", table(HEADED, row("A", cell_properties="<w:gridSpan w:val='2'/>")), table(HEADED, row("A", "B"))),
    ("merged-cells", table(HEADED, row("A", "B", cell_properties="<w:vMerge/>")), table(HEADED)),
    (
        "nested-table",
        table(HEADED, f"<w:tr><w:tc>{table(HEADED)}{PLAIN}</w:tc></w:tr>"),
        table(HEADED) + PLAIN + table(HEADED),
    ),
    ("heading-skipped", paragraph("Deep", properties=level(3)), paragraph("Next", properties=level(2))),
    ("one-heading-1", paragraph("Second", properties=level(1)), paragraph("Next", properties=level(2))),
    ("floating", picture("descr='Crest'", place="anchor"), picture("descr='Crest'")),
    ("floating", paragraph("Framed", properties="<w:framePr w:w='100'/>"), paragraph("Not framed")),
    ("floating", table(HEADED, properties="<w:tblpPr w:tblpX='1'/>"), table(HEADED)),
    ("fake-heading", paragraph("Apologies for absence", "<w:b/>"), paragraph("Apologies for absence")),
    ("fake-heading", paragraph("Apologies", "<w:b/>"), paragraph("RESOLVED:", "<w:b/>")),
    ("fake-heading", paragraph("Apologies", "<w:b/>"), paragraph("Apologies", "<w:b w:val='0'/>")),
    ("fake-heading", paragraph("Apologies", "<w:b/>"), paragraph(LONG, "<w:b/>")),
    ("fake-heading", paragraph("Apologies", "<w:b/>"), paragraph("Apologies", "<w:b/>", level(2))),
    (
        "typed-list",
        paragraph("(i) one") + paragraph("(ii) two"),
        paragraph("(i) one", properties=numbered(1)) + paragraph("(ii) two", properties=numbered(1)),
    ),
    ("typed-list", paragraph("1. one") + paragraph("2. two"), paragraph("2. alone")),
    ("typed-list", paragraph("\u2022 one") + paragraph("\u2022 two"), paragraph("I. Brown") + paragraph("A. Fry")),
    ("empty-paragraph", "<w:p/>", PLAIN),
    ("empty-paragraph", paragraph("  "), table(HEADED) + "<w:p/>" + table(HEADED)),
    ("empty-paragraph", "<w:p/>", table(row("A", ""))),
    ("blanks", paragraph("Chair    Smith"), paragraph("Chair  Smith")),
    ("blanks", paragraph("Chair\u00a0 \u00a0Smith"), paragraph("Chair\u00a0Smith")),
    ("contrast", paragraph(LONG, "<w:color w:val='999999'/>"), paragraph(LONG, "<w:color w:val='595959'/>")),
    ("contrast", paragraph(LONG, WHITE), paragraph(LONG, f"{WHITE}{shaded('000080')}")),
    (
        "contrast",
        paragraph(LONG, "<w:color w:val='000000'/>", shaded("000080")),
        paragraph(LONG, "<w:color w:val='auto'/>", shaded("000080")),
    ),
    (
        "contrast",
        paragraph(LONG, "<w:color w:val='777777'/><w:sz w:val='24'/>"),
        paragraph(LONG, "<w:color w:val='777777'/><w:sz w:val='36'/>"),
    ),
    ("small-text", paragraph(LONG, "<w:sz w:val='22'/>"), paragraph(LONG, "<w:sz w:val='24'/>")),
    ("small-text", paragraph(LONG, "<w:sz w:val='22'/>"), paragraph("2", RAISED)),
    ("justified", paragraph(LONG, properties="<w:jc w:val='both'/>"), paragraph(LONG)),
    ("centred", paragraph(LONG, properties="<w:jc w:val='center'/>"), table(HEADED, row("1", "2"))),
    ("link-text", LINK.format("click here"), LINK.format("the report on the budget")),
    ("link-text", FIELD.format("here"), FIELD.format("the report")),
    ("bare-address", LINK.format("https://www.x.example/a?b=1"), LINK.format("clerk@x.example")),
    ("capitals", paragraph("APOLOGIES FOR ABSENCE"), paragraph("CHAIRMAN")),
    ("capitals", paragraph("Apologies for absence", "<w:caps/>"), paragraph("Apologies for absence")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "wrong", "right"), WRONG_AND_RIGHT)
def test_each_rule_finds_what_is_wrong_and_lets_pass_what_is_right(rule: str, wrong: str, right: str) -> None:
    assert rule in rules(word_file(wrong))
    assert rule not in rules(word_file(right))


def test_a_sound_file_has_no_findings() -> None:
    assert check_word(word_file()) == ()


def test_every_rule_is_tried_here() -> None:
    alone = {"title", "language", "protected", "no-heading-1", "draft", "no-headings"}
    assert {rule for rule, _, _ in WRONG_AND_RIGHT} | alone == {rule.name for rule in word_check._RULES}


@pytest.mark.parametrize("title", ["", "<dc:title> </dc:title>", "<dc:title>Microsoft Word - Document1</dc:title>"])
def test_a_file_needs_a_title_that_says_something(title: str) -> None:
    (finding,) = check_word(word_file(core=title))
    assert (finding.rule, finding.severity, finding.places) == ("title", Severity.ERROR, ())


@pytest.mark.parametrize(("language", "found"), [("en-US", True), ("en-GB", False), ("cy-GB", False), ("es-ES", True)])
def test_the_language_is_that_of_most_of_the_text(language: str, found: bool) -> None:
    styles = changed(word_file(), "word/styles.xml", 'w:lang w:val="en-GB"', f'w:lang w:val="{language}"')
    assert ("language" in rules(styles)) is found
    run = word_file(paragraph(LONG, f"<w:lang w:val='{language}'/>") + PLAIN)
    assert ("language" in rules(run)) is found


def test_a_word_in_another_language_is_no_finding() -> None:
    assert rules(word_file(paragraph("raison d'être", "<w:lang w:val='fr-FR'/>"))) == set()


def test_a_file_closed_to_editing_is_found() -> None:
    old, new = "<w:defaultTabStop", "<w:documentProtection w:edit='readOnly' w:enforcement='{}'/><w:defaultTabStop"
    assert rules(changed(word_file(), "word/settings.xml", old, new.format(1))) == {"protected"}
    assert rules(changed(word_file(), "word/settings.xml", old, new.format(0))) == set()


def test_headings_begin_with_a_heading_1_and_are_there_at_all() -> None:
    assert rules(word_file(heading=paragraph("Apologies", properties=level(2)))) == {"no-heading-1"}
    assert rules(word_file(heading="")) == {"no-headings"}


def test_a_draft_must_say_so_in_its_text() -> None:
    header = changed(word_file(), "word/header2.xml", "</w:pPr>", "</w:pPr><w:r><w:t>DRAFT</w:t></w:r>")
    assert rules(header) == {"draft"}
    said = changed(header, "word/document.xml", "The Board considered", "DRAFT. The Board considered")
    assert rules(said) == set()


def test_a_watermark_is_not_read_out() -> None:
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="Draft"/></v:shape>'
    mark = f"</w:pPr><w:r><w:pict>{shape}</w:pict></w:r>"
    assert rules(changed(word_file(), "word/header1.xml", "</w:pPr>", mark)) == {"draft"}


def test_what_a_style_says_counts_and_what_stands_on_the_paragraph_counts_more() -> None:
    base = changed(word_file(), "word/styles.xml", '<w:sz w:val="24"/>', '<w:sz w:val="20"/>')
    assert "small-text" in rules(base)
    assert "small-text" not in rules(
        changed(base, "word/document.xml", "<w:r>", '<w:r><w:rPr><w:sz w:val="24"/></w:rPr>')
    )


def test_a_style_called_a_heading_that_is_none_is_a_fake_heading() -> None:
    named = '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="{}"/><w:rPr><w:b/></w:rPr></w:style></w:styles>'
    body = word_file(paragraph("Apologies", properties="<w:pStyle w:val='X'/>"))
    assert rules(changed(body, "word/styles.xml", "</w:styles>", named.format("Section title"))) == {"fake-heading"}
    assert rules(changed(body, "word/styles.xml", "</w:styles>", named.format("Strong note"))) == set()


def test_styles_based_on_each_other_in_a_ring_do_not_stop_the_check() -> None:
    ring = (
        '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="X"/><w:basedOn w:val="Y"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Y"><w:name w:val="Y"/><w:basedOn w:val="X"/></w:style></w:styles>'
    )
    body = word_file(paragraph("Apologies", properties="<w:pStyle w:val='X'/>"))
    assert rules(changed(body, "word/styles.xml", "</w:styles>", ring)) == set()


def test_text_that_was_deleted_is_not_checked_and_text_put_in_is() -> None:
    shouted = "<w:r><w:{0}>APOLOGIES FOR ABSENCE</w:{0}></w:r>"
    assert (
        rules(word_file(f"<w:p><w:r><w:t>Apologies</w:t></w:r><w:del>{shouted.format('delText')}</w:del></w:p>"))
        == set()
    )
    assert rules(word_file(f"<w:p><w:ins>{shouted.format('t')}</w:ins></w:p>")) == {"capitals"}


def test_a_finding_is_one_sentence_with_its_first_place_and_the_number_of_others() -> None:
    (one,) = check_word(word_file(paragraph(LONG, properties="<w:jc w:val='both'/>")))
    first = "“The Board was told that the figures had been late, and …”"
    assert one.message == f"The text is justified at {first}: align it left."
    (three,) = check_word(word_file(paragraph("Just so", properties="<w:jc w:val='both'/>") * 3))
    assert three.message == "The text is justified at “Just so” and in 2 other places: align it left."
    assert three.places == ("“Just so”",) * 3


def test_a_picture_is_found_by_the_words_before_it() -> None:
    (finding,) = check_word(word_file(PLAIN + picture()))
    assert finding.places == ("“The Board considered a report.”",)


def test_the_worst_comes_first() -> None:
    body = paragraph(LONG, properties="<w:jc w:val='center'/>") + "<w:p/>" + picture()
    severities = [finding.severity for finding in check_word(word_file(body, core=""))]
    assert severities == [Severity.ERROR, Severity.ERROR, Severity.WARNING, Severity.TIP]


def test_minutes_that_clerk_writes_have_no_findings(tmp_path: Path) -> None:
    assert check_word(word_bytes(MINUTES, PROPERTIES)) == ()
    assert check_word(word_bytes(MINUTES, PROPERTIES, comments=True)) == ()
    found = write_draft(tmp_path / "minutes.docx", demo_record(datetime(2026, 6, 19, 10, 43)))
    # An address that the officer typed is printed as typed, and is the one thing said of it.
    assert {finding.rule for finding in found} <= {"bare-address"}


def test_python_docx_s_own_document_has_findings() -> None:
    document = docx.Document()
    document.core_properties.title = ""
    document.add_paragraph("Minutes of the meeting")
    buffer = io.BytesIO()
    document.save(buffer)
    assert rules(buffer.getvalue()) == {"title", "language", "small-text", "no-headings"}


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("000000", "FFFFFF", 21), ("777777", "FFFFFF", 4.48), ("ABCDEF", "ABCDEF", 1)]
)
def test_contrast_is_reckoned_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)
