"""The minutes as a Word file: what it says, how it is built, and what it says of itself."""

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

import exports.word
from clerk.minutes import Heading, ListItem, Minutes, Paragraph, Role, Run, SignOff, Table
from exports.printed import printed_text
from exports.word import ExportError, Properties, word_bytes, word_text, write_word
from tests.exports.invented import ACTIONS, MINUTES, PRESENT, PROPERTIES, WHEN, heading, paragraph
from tests.exports.reading_back import W, WordFile


@pytest.fixture(scope="module")
def content() -> bytes:
    return word_bytes(MINUTES, PROPERTIES)


@pytest.fixture(scope="module")
def file(content: bytes) -> WordFile:
    return WordFile(content)


def only(*blocks: Heading | Paragraph | ListItem | Table | SignOff, status: str = "DRAFT") -> Minutes:
    return Minutes("Title", "Body", status, blocks)


@pytest.mark.parametrize("comments", [False, True])
def test_the_file_is_valid_open_xml(tmp_path: Path, comments: bool) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(word_bytes(MINUTES, PROPERTIES, comments))
    findings = [str(finding.description) for finding in OpenXmlValidator().validate(path).errors]
    # Word needs no theme; the validator asks every document for one.
    assert [finding for finding in findings if "relationships/theme'" not in finding] == []


def test_the_validator_sees_a_broken_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.docx"
    with zipfile.ZipFile(io.BytesIO(content)) as good, zipfile.ZipFile(path, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, good.read(name).replace(b'w:numId w:val="1"', b'w:numId w:val="x"'))
    assert len(OpenXmlValidator().validate(path).errors) > 1


def test_the_same_minutes_give_the_same_bytes(content: bytes) -> None:
    assert word_bytes(MINUTES, PROPERTIES) == content


def test_no_entry_of_the_file_bears_the_time_of_day(file: WordFile) -> None:
    assert {entry.date_time for entry in file.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_what_the_minutes_say(content: bytes) -> None:
    said = word_text(content)
    assert said == printed_text(MINUTES)
    assert "27.\tSafer Places performance 2025/26, Quarter 3" in said
    assert "10.00 - 11.25 am\tCHAIRMAN\n6 March 2026" in said


def test_python_docx_reads_the_headings_by_their_built_in_names(content: bytes) -> None:
    document = docx.Document(io.BytesIO(content))
    headings = [
        (p.style.name, p.text) for p in document.paragraphs if p.style and (p.style.name or "")[:7] == "Heading"
    ]
    assert headings[0] == ("Heading 1", "Minutes of the Wexcombe Safer Places Board")
    assert ("Heading 2", "24.\tIntroductions") in headings
    assert ("Heading 3", "Tarnbeck School") in headings
    assert [name for name, _ in headings].count("Heading 1") == 1


def test_every_style_used_is_in_the_template(file: WordFile) -> None:
    known = set(file.values("//w:style/@w:styleId", "word/styles.xml"))
    used = set(file.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert used <= known
    assert {"MinuteResolved", "MinuteResolution", "MinuteLimb", "MinuteAction", "MinuteVote", "MinuteSignOff"} <= used


def test_every_role_of_the_tree_has_its_style(file: WordFile) -> None:
    styles = set(file.values("//w:style/@w:styleId", "word/styles.xml"))
    every = word_bytes(only(*(paragraph(role.value, role) for role in Role)), PROPERTIES)
    assert word_text(every) == [role.value for role in Role]
    assert set(WordFile(every).values("//w:pStyle/@w:val")) <= styles


def test_the_page_is_a4_in_arial_12_and_british_english(file: WordFile) -> None:
    assert file.values("//w:pgSz/@w:w | //w:pgSz/@w:h") == ["11906", "16838"]
    defaults = "//w:docDefaults//"
    assert file.values(f"{defaults}w:rFonts/@w:ascii", "word/styles.xml") == ["Arial"]
    assert file.values(f"{defaults}w:sz/@w:val", "word/styles.xml") == ["24"]
    assert file.values(f"{defaults}w:lang/@w:val", "word/styles.xml") == ["en-GB"]
    assert file.values("//w:compatSetting[@w:name='compatibilityMode']/@w:val", "word/settings.xml") == ["15"]


def test_a_welsh_document_says_it_is_welsh() -> None:
    file = WordFile(word_bytes(MINUTES, replace(PROPERTIES, language="cy-GB")))
    assert file.values("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["cy-GB"]
    assert file.values("//*[local-name()='language']/text()", "docProps/core.xml") == ["cy-GB"]


def test_draft_stands_in_the_headers_the_title_and_the_body(file: WordFile, content: bytes) -> None:
    for header in ("word/header1.xml", "word/header2.xml"):
        assert "Draft minutes" in file.values("//w:t/text()", header)
    assert docx.Document(io.BytesIO(content)).core_properties.title == f"{MINUTES.title} \u2013 DRAFT"
    assert word_text(content)[1].startswith("DRAFT")


def test_confirmed_minutes_say_nothing_of_a_draft() -> None:
    content = word_bytes(replace(MINUTES, status="", blocks=MINUTES.blocks[3:]), PROPERTIES)
    said = [name for name in WordFile(content).archive.namelist() if b"raft" in WordFile(content).archive.read(name)]
    assert said == ["docProps/core.xml"]  # its key words, which the caller chose
    assert docx.Document(io.BytesIO(content)).core_properties.title == MINUTES.title


def test_a_title_that_says_draft_does_not_say_it_twice() -> None:
    content = word_bytes(replace(MINUTES, title="Draft minutes"), PROPERTIES)
    assert docx.Document(io.BytesIO(content)).core_properties.title == "Draft minutes"


def test_a_long_name_leaves_the_status_a_line_of_its_own_in_the_header() -> None:
    file = WordFile(word_bytes(replace(MINUTES, body="Joint Panel for Health, Housing and Care " * 2), PROPERTIES))
    assert file.find("//w:br/following-sibling::w:tab", "word/header2.xml")
    assert not WordFile(word_bytes(MINUTES, PROPERTIES)).find("//w:br", "word/header2.xml")


def test_a_name_and_the_status_share_the_header_s_line_where_there_is_room() -> None:
    body = "Marlow Vale and Upper Nether Joint Health and Wellbeing Board"
    file = WordFile(word_bytes(replace(MINUTES, body=body), PROPERTIES))
    assert file.values("//w:t/text()", "word/header2.xml") == [body, "Draft minutes"]
    assert not file.find("//w:br", "word/header2.xml")
    shouted = WordFile(word_bytes(replace(MINUTES, body=body.upper()), PROPERTIES))
    assert shouted.find("//w:br", "word/header2.xml")


def test_loading_the_export_does_not_load_python_docx() -> None:
    code = "import sys, exports.word; sys.exit('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0


def test_the_footer_counts_the_pages(file: WordFile) -> None:
    assert [code.strip() for code in file.values("//w:instrText/text()", "word/footer1.xml")] == ["PAGE", "NUMPAGES"]
    assert len(file.find("//w:footerReference")) == 2


def test_the_properties_are_the_officers_and_no_librarys(content: bytes, file: WordFile) -> None:
    core = docx.Document(io.BytesIO(content)).core_properties
    assert (core.author, core.last_modified_by, core.subject) == (PROPERTIES.author, PROPERTIES.author, "Minutes")
    assert core.created == core.modified == WHEN
    assert core.language == "en-GB"
    everything = b"".join(file.archive.read(name) for name in file.archive.namelist())
    assert b"python" not in everything.lower()


def test_a_moment_with_a_time_zone_is_written_in_universal_time() -> None:
    summer = datetime(2026, 6, 5, 10, tzinfo=timezone(timedelta(hours=1)))
    content = word_bytes(MINUTES, replace(PROPERTIES, created=summer))
    assert b"2026-06-05T09:00:00Z" in WordFile(content).archive.read("docProps/core.xml")


def test_properties_too_long_for_word_are_cut_and_keep_the_status() -> None:
    long = Properties("a" * 300, WHEN, WHEN, subject="s\x07" * 200, keywords="k" * 999)
    core = docx.Document(io.BytesIO(word_bytes(replace(MINUTES, title="t" * 400), long))).core_properties
    assert max(map(len, (core.title, core.author, core.subject, core.keywords))) == 255
    assert core.title.endswith("DRAFT")


def test_a_table_repeats_its_heading_and_breaks_no_row(file: WordFile) -> None:
    tables = file.find("//w:tbl")
    assert len(tables) == 4
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        assert table.find(f"{W}tblPr/{W}tblDescription") is not None
        assert not list(table.iter(f"{W}gridSpan", f"{W}vMerge"))


def test_columns_take_their_shares_of_the_page(file: WordFile) -> None:
    widths = [int(width) for width in file.values("(//w:tbl)[4]/w:tblGrid/w:gridCol/@w:w")]
    assert sum(widths) == 9026
    assert [round(width / 90.26) for width in widths] == list(ACTIONS.shares)


def test_two_tables_on_end_stay_two_and_a_last_one_is_followed_by_a_paragraph() -> None:
    body = WordFile(word_bytes(only(PRESENT, ACTIONS), PROPERTIES)).find("//w:body/*")
    assert [part.tag.removeprefix(W) for part in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_row_that_is_too_short_is_filled_up() -> None:
    short = Table("Ragged", ("A", "B"), (("only one",), ("x", "y")), (50, 50))
    assert word_text(word_bytes(only(short), PROPERTIES)) == ["A", "B", "only one", "x", "y"]


def test_a_resolution_stays_with_its_label(file: WordFile) -> None:
    assert file.find("//w:style[@w:styleId='MinuteResolved']/w:pPr/w:keepNext", "word/styles.xml")
    limbs = file.find("//w:p[w:pPr/w:pStyle/@w:val='MinuteLimb']")
    assert [limb.find(f"{W}pPr/{W}keepNext") is not None for limb in limbs] == [True, True, False]


def test_the_sign_off_is_not_alone_on_its_page() -> None:
    blocks = only(paragraph("First"), paragraph("Last"), SignOff("", "6 March 2026", "CHAIR"))
    first, last, sign = WordFile(word_bytes(blocks, PROPERTIES)).find("//w:body/w:p")
    assert first.find(f"{W}pPr/{W}keepNext") is None
    assert last.find(f"{W}pPr/{W}keepNext") is not None
    assert word_text(word_bytes(blocks, PROPERTIES))[-1] == "6 March 2026\tCHAIR"
    assert sign.find(f"{W}r/{W}tab") is not None


def test_spacing_is_never_an_empty_paragraph(file: WordFile) -> None:
    assert not file.find("//w:body/w:p[not(.//w:t)]")


def test_bookmarks_name_the_minute_and_are_unique(file: WordFile) -> None:
    names = file.values("//w:bookmarkStart/@w:name")
    assert {"m24", "m24_1", "m27", "m27_12", "m29_2", "p1"} <= set(names)
    assert len(names) == len(set(names)) == len(file.find("//w:body/w:p"))
    assert file.values("//w:bookmarkStart/@w:id") == file.values("//w:bookmarkEnd/@w:id")
    assert len(set(file.values("//w:bookmarkStart/@w:id"))) == len(names)


def test_two_minutes_of_one_number_still_have_their_own_bookmarks() -> None:
    blocks = only(heading("A", "7."), paragraph("a"), heading("B", "7."), paragraph("b"), heading("Ç", "№/Ω"))
    names = WordFile(word_bytes(blocks, PROPERTIES)).values("//w:bookmarkStart/@w:name")
    assert names == ["m7", "m7_1", "m7x2", "m7_1x2", "p1"]


def test_a_link_is_a_real_link_with_its_words(file: WordFile) -> None:
    (link,) = file.find("//w:hyperlink")
    assert "".join(map(str, link.itertext())) == "Board’s performance page"
    relations = file.archive.read("word/_rels/document.xml.rels").decode()
    assert "https://www.wexcombe.example/board/performance?q=3&amp;y=2026" in relations


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "http://[broken", "https://", "see page 4", "http://a b.org/"],
)
def test_what_is_no_web_address_prints_as_plain_words(address: str) -> None:
    file = WordFile(word_bytes(only(Paragraph(Role.BODY, (Run("words", link=address),))), PROPERTIES))
    assert not file.find("//w:hyperlink")
    assert file.values("//w:t/text()") == ["words"]


def test_queries_print_nothing_in_the_minutes(file: WordFile) -> None:
    everything = b"".join(file.archive.read(name) for name in file.archive.namelist())
    assert b"Ask Gwen" not in everything
    assert "word/comments.xml" not in file.archive.namelist()


def test_queries_stand_as_comments_in_a_working_copy(content: bytes) -> None:
    asked = replace(paragraph("One", ask="Who?\nWhen?"), queries=("Who?\nWhen?", "Second\x07"))
    working = word_bytes(only(asked, paragraph("Two")), PROPERTIES, comments=True)
    (one, two) = docx.Document(io.BytesIO(working)).comments
    assert (one.author, one.initials, one.timestamp) == ("Clerk", "C", WHEN)
    assert (one.text, two.text) == ("Who?\nWhen?", "Second[U+0007]")
    assert word_text(working) == ["One", "Two"]
    first = WordFile(working).find("//w:body/w:p")[0]
    assert [part.get(f"{W}id") for part in first.iter(f"{W}commentReference")] == ["0", "1"]


def test_writing_saves_a_file_that_reads_back(tmp_path: Path) -> None:
    write_word(tmp_path / "minutes.docx", MINUTES, PROPERTIES)
    assert word_text((tmp_path / "minutes.docx").read_bytes()) == printed_text(MINUTES)


def test_a_file_that_lost_a_word_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lossy = word_bytes(replace(MINUTES, blocks=MINUTES.blocks[:-1]), PROPERTIES)
    monkeypatch.setattr(exports.word, "word_bytes", lambda *_: lossy)
    with pytest.raises(ExportError, match=r"not saved, because paragraph .* would not read as it should"):
        write_word(tmp_path / "minutes.docx", MINUTES, PROPERTIES)
    assert not list(tmp_path.iterdir())


def test_minutes_of_nothing_are_a_document() -> None:
    assert word_text(word_bytes(only(), PROPERTIES)) == []
