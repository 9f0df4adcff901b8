"""A council's own template gives minutes their look, and nothing else of what it holds."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from clerk.minutes import Minutes
from exports.house_template import house_template
from exports.printed import printed_text
from exports.template import Template, open_template
from exports.word import word_bytes, word_text
from exports.word_check import check_word
from exports.word_package import NotWordError
from tests.exports.invented import MINUTES, PROPERTIES
from tests.exports.reading_back import W, WordFile
from tests.exports.templates import CREST, KINDS, SECRETS, template
from tests.exports.word_files import changed, parts_of, word_file

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus" / "docx"


@pytest.fixture(scope="module", params=KINDS)
def council(request: pytest.FixtureRequest) -> Template:
    return open_template(template(request.param), f"Council.{request.param}")


@pytest.fixture(scope="module")
def content(council: Template) -> bytes:
    return word_bytes(MINUTES, PROPERTIES, comments=True, template=council)


@pytest.fixture(scope="module")
def file(content: bytes) -> WordFile:
    return WordFile(content)


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def audited(path: Path, content: bytes) -> list[str]:
    path.write_bytes(content)
    found = [str(finding.description) for finding in OpenXmlValidator().validate(path).errors]
    return [one for one in found if "relationships/theme'" not in one]


def test_the_minutes_say_all_they_should_and_nothing_more(content: bytes) -> None:
    assert word_text(content) == printed_text(MINUTES)


def test_the_file_is_valid_open_xml(content: bytes, tmp_path: Path) -> None:
    assert audited(tmp_path / "minutes.docx", content) == []


def test_the_same_minutes_and_template_give_the_same_bytes(council: Template, content: bytes) -> None:
    assert word_bytes(MINUTES, PROPERTIES, True, open_template(template(council.name[-4:]), council.name)) == content


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_of_the_old_text_or_of_who_wrote_it_comes_along(content: bytes, secret: str) -> None:
    forms = (secret.encode(), secret.encode("utf-16-le"), secret.replace("\\", "/").encode())
    old = b"".join(parts_of(template("docm")).values())
    assert any(form in old for form in forms)
    for name, part in parts_of(content).items():
        assert not any(form in part for form in forms), name


def test_there_are_no_macros_and_it_is_a_plain_document(file: WordFile) -> None:
    names = file.archive.namelist()
    assert not [name for name in names if "vba" in name.lower() or "custom" in name.lower() or "thumb" in name]
    types = file.archive.read("[Content_Types].xml")
    assert b"macro" not in types.lower()
    assert KINDS["docx"].encode() in types


def test_the_properties_are_those_of_the_minutes(content: bytes) -> None:
    core = docx.Document(io.BytesIO(content)).core_properties
    assert (core.author, core.last_modified_by, core.revision) == (PROPERTIES.author, PROPERTIES.author, 1)
    assert core.title == f"{MINUTES.title} \u2013 DRAFT"


def test_the_header_keeps_its_words_and_its_crest_and_gains_the_status(content: bytes, file: WordFile) -> None:
    (header,) = [name for name in file.archive.namelist() if name.startswith("word/header")]
    assert "".join(file.values("//w:t/text()", header)) == "Old Council: working for youDraft minutes"
    pictures = [name for name in file.archive.namelist() if "media" in name]
    assert [CREST in file.archive.read(name) for name in pictures] == [True]
    section = docx.Document(io.BytesIO(content)).sections[0]
    assert section.footer.paragraphs[0].text == "Serving since 1894"


def test_the_header_says_below_its_own_words_that_minutes_are_not_for_publication(council: Template) -> None:
    content = word_bytes(replace(MINUTES, restricted="NOT FOR PUBLICATION"), PROPERTIES, template=council)
    paragraphs = docx.Document(io.BytesIO(content)).sections[0].header.paragraphs
    assert [paragraph.text for paragraph in paragraphs][-2:] == ["NOT FOR PUBLICATION", "Draft minutes"]


def test_confirmed_minutes_add_nothing_to_the_header(council: Template) -> None:
    confirmed = word_bytes(Minutes("Minutes", "Board", "", MINUTES.blocks), PROPERTIES, template=council)
    assert "raft" not in "".join(p.text for p in docx.Document(io.BytesIO(confirmed)).sections[0].header.paragraphs)


def test_styles_are_the_councils_by_name_and_the_houses_where_it_has_none(content: bytes) -> None:
    styles = docx.Document(io.BytesIO(content)).styles
    assert styles["Normal"].font.name == "Gill Sans MT"
    assert str(styles["Heading 2"].font.color.rgb) == "7A003C"
    assert styles["Minute Limb"].font.italic
    assert (styles["Heading 1"].style_id, styles["Minute Limb"].style_id) == ("Heading1", "MinuteLimb")
    assert styles["Minute Resolved"].font.bold
    assert styles["Another Style"].style_id == "MinutePoint2"
    assert styles["Minute Point"].style_id == "MinutePoint"


def test_every_style_and_list_that_is_used_is_there_once(file: WordFile) -> None:
    known = file.values("//w:style/@w:styleId", "word/styles.xml")
    assert len({identity.casefold() for identity in known}) == len(known)
    used = file.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    bases = file.values("//w:basedOn/@w:val | //w:next/@w:val | //w:link/@w:val", "word/styles.xml")
    assert {*used, *bases} <= set(known)
    numbers = file.values("//w:num/@w:numId", "word/numbering.xml")
    assert len(set(numbers)) == len(numbers)
    assert set(file.values("//w:numPr/w:numId/@w:val")) <= set(numbers)


def test_lists_count_as_the_minutes_say(file: WordFile) -> None:
    assert file.counted_labels() == WordFile(word_bytes(MINUTES, PROPERTIES)).counted_labels()


def test_a_heading_that_numbers_itself_does_so_no_more(council: Template, file: WordFile) -> None:
    assert not file.find("//w:style[@w:styleId='Heading2']//w:numPr", "word/styles.xml")
    assert any(
        note.startswith("Heading 2 in Council.") and "numbers of minutes are typed" in note for note in council.notes
    )


def test_numbers_that_a_style_inherits_are_taken_off_too() -> None:
    document = docx.Document()
    numbered = document.styles["List Number"]
    document.styles["Heading 2"].base_style = numbered
    content = word_bytes(MINUTES, PROPERTIES, template=open_template(saved(document), "numbered.docx"))
    number = "//w:style[@w:styleId='Heading2']/w:pPr/w:numPr/w:numId/@w:val"
    assert WordFile(content).values(number, "word/styles.xml") == ["0"]
    assert WordFile(content).find("//w:style[@w:styleId='ListNumber']/w:pPr/w:numPr", "word/styles.xml")


def test_tables_and_the_sign_off_are_as_wide_as_the_page(council: Template, file: WordFile) -> None:
    assert council.width == 12_000
    for number in range(1, 5):
        widths = [int(width) for width in file.values(f"(//w:tbl)[{number}]/w:tblGrid/w:gridCol/@w:w")]
        assert 11_990 <= sum(widths) <= 12_000
    assert file.values("//w:style[@w:styleId='MinuteSignOff']//w:tab/@w:pos", "word/styles.xml") == ["12000"]


def test_the_officer_is_told_what_was_put_in_and_what_was_left_out(council: Template) -> None:
    (lacks,) = [note for note in council.notes if "lacks the styles" in note]
    assert "Body Text" in lacks
    assert "Minute Point" in lacks
    assert "Minute Limb" not in lacks
    assert "Separator" not in lacks
    assert any("Pictures in the text" in note for note in council.notes)
    assert any("macros" in note for note in council.notes)
    assert all(note.endswith(".") and "\n" not in note for note in council.notes)


def test_the_check_finds_nothing_in_the_minutes(content: bytes) -> None:
    assert check_word(content) == ()


def test_the_check_finds_what_is_wrong_with_the_councils_styles() -> None:
    pale = changed(word_file(), "word/styles.xml", '<w:color w:val="003C80"/>', '<w:color w:val="99BBEE"/>')
    content = word_bytes(MINUTES, PROPERTIES, template=open_template(pale, "pale.docx"))
    assert [finding.rule for finding in check_word(content)] == ["contrast"]


def test_a_header_that_names_a_year_is_pointed_out() -> None:
    dated = changed(word_file(), "word/header2.xml", "</w:pPr>", "</w:pPr><w:r><w:t>Minutes of 3 May 2019</w:t></w:r>")
    assert any("“Minutes of 3 May 2019”" in note for note in open_template(dated, "Old.docx").notes)


def test_minutes_that_clerk_wrote_are_a_template_too(tmp_path: Path) -> None:
    before = word_bytes(MINUTES, PROPERTIES)
    again = open_template(before, "minutes.docx")
    content = word_bytes(MINUTES, PROPERTIES, template=again)
    assert not [note for note in again.notes if "lacks" in note]
    assert word_text(content) == printed_text(MINUTES)
    header = docx.Document(io.BytesIO(content)).sections[0].first_page_header
    assert [paragraph.text for paragraph in header.paragraphs] == ["\tDraft minutes"]
    assert WordFile(content).values("//w:abstractNum/w:name/@w:val", "word/numbering.xml") == [
        "Minute Points",
        "Minute Limbs",
        "Minute Bullets",
    ]
    assert audited(tmp_path / "again.docx", content) == []


def test_the_page_is_that_of_the_first_section_in_one_column() -> None:
    document = docx.Document()
    first = document.sections[0]
    first.header.paragraphs[0].text = "First pages"
    columns = first._sectPr.find(f"{W}cols")
    assert columns is not None
    columns.set(f"{W}num", "2")
    appendix = document.add_section()
    appendix.page_width, appendix.page_height = appendix.page_height, appendix.page_width
    appendix.header.is_linked_to_previous = False
    appendix.header.paragraphs[0].text = "Appendix"
    content = word_bytes(MINUTES, PROPERTIES, template=open_template(saved(document), "two.docx"))
    (section,) = docx.Document(io.BytesIO(content)).sections
    assert [paragraph.text for paragraph in section.header.paragraphs] == ["First pages", "Draft minutes"]
    assert (section.page_width or 0) < (section.page_height or 0)
    assert WordFile(content).values("//w:cols/@w:num") == []


def test_a_field_of_the_header_bound_to_the_title_forgets_the_old_one() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="Title"/><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]"'
        ' w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>Old title</w:t></w:r></w:sdtContent></w:sdt>"
    )
    bound = changed(word_file(), "word/header2.xml", "</w:pPr>", f"</w:pPr>{control}")
    file = WordFile(word_bytes(MINUTES, PROPERTIES, template=open_template(bound, "bound.docx")))
    assert "".join(file.values("//w:sdt//w:t/text()", "word/header2.xml")) == ""
    assert file.find("//w:dataBinding", "word/header2.xml")


def test_a_first_page_that_the_house_header_sets_apart_has_the_councils_footer_too() -> None:
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "Serving since 1894"
    content = word_bytes(MINUTES, PROPERTIES, template=open_template(saved(document), "footer.docx"))
    (section,) = docx.Document(io.BytesIO(content)).sections
    assert section.different_first_page_header_footer
    assert section.first_page_footer.paragraphs[0].text == section.footer.paragraphs[0].text == "Serving since 1894"


def test_a_header_part_of_an_unknown_type_is_a_header_all_the_same() -> None:
    odd = changed(word_file(), "[Content_Types].xml", '"/word/header2.xml"', '"/word/header9.xml"')
    content = word_bytes(MINUTES, PROPERTIES, template=open_template(odd, "odd.docx"))
    assert word_text(content) == printed_text(MINUTES)


def test_a_file_of_next_to_nothing_is_given_what_it_lacks(tmp_path: Path) -> None:
    bare = docx.Document()
    bare.element.body.clear()
    empty = open_template(saved(bare), "bare.docx")
    content = word_bytes(MINUTES, PROPERTIES, template=empty)
    assert word_text(content) == printed_text(MINUTES)
    assert audited(tmp_path / "bare.docx", content) == []
    assert [note for note in empty.notes if "has no header" in note or "has no footer" in note] == [
        "bare.docx has no header; the house template's was put in.",
        "bare.docx has no footer; page numbers were put in.",
    ]
    footer = docx.Document(io.BytesIO(content)).sections[0].footer
    assert footer.paragraphs[0].text == "Page 1 of 1"


def test_a_style_of_the_wrong_type_is_named() -> None:
    document = docx.Document()
    document.styles.add_style("Minute Resolved", WD_STYLE_TYPE.CHARACTER)
    with pytest.raises(NotWordError) as caught:
        open_template(saved(document), "house.dotx")
    assert str(caught.value) == (
        "In house.dotx the style Minute Resolved is a character style and minutes need a paragraph style of that name;"
        " rename it there in Word, or use another template."
    )


@pytest.mark.parametrize("content", [b"", b"notes", b"%PDF-1.7", house_template()[:1500]])
def test_a_template_that_is_no_word_document_is_named(content: bytes) -> None:
    with pytest.raises(NotWordError, match=r"^crest\.docx is .*\.$"):
        open_template(content, "crest.docx")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real files is not here")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.docx")) if CORPUS.is_dir() else [], ids=lambda path: path.name)
def test_a_real_file_serves_as_a_template(path: Path, tmp_path: Path) -> None:
    content = word_bytes(MINUTES, PROPERTIES, template=open_template(path))
    assert word_text(content) == printed_text(MINUTES)
    assert audited(tmp_path / "minutes.docx", content) == []
