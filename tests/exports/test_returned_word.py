"""A Word draft that comes back: read as its readers left it, compared, and taken into the record."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from clerk.model import Body, Declaration, Entry, Item, Meeting, Presence, Record
from clerk.store import Store
from clerk.terms import Attendance, ItemState, MeetingState
from exports.word_reading import passages
from tests.clerk.command_line import Clerk
from tests.exports import returned_files as edit
from tests.exports.test_redline import settled

PAGE = """The Board considered a report of Ann Hart.
- Costs had risen {Bob Osei>agreed to say} by how much.
- Fees \\{as set} would follow; see www.fees.example.
Q: Which fees?
-- with the usual exceptions.
R: that the report be noted
R: That fees be set.
N: private
M: AH, BO: that fees be frozen
V: 8-3-1
A: AH: circulate the figures by 5 January
PM: The figures were sent."""
MEETING = Record(
    Body("Northmere Board", noun="Board"),
    Meeting(date(2026, 6, 19), state=MeetingState.DRAFT, first_minute=24),
    (
        Item("Budget", "1", state=ItemState.DONE, entries=tuple(Entry(line) for line in PAGE.split("\n"))),
        Item("Roads & paths", "2", state=ItemState.DONE, entries=(Entry("Noted."),)),
    ),
    (
        Presence("Cllr Ann Hart", initials="AH", status=Attendance.PRESENT, chair=True),
        Presence("Bob Osei", initials="BO", status=Attendance.PRESENT),
    ),
    (Declaration("Bob Osei", "personal", items=(2,), made_at=2, made=datetime(2026, 6, 19, 10)),),
)


class Draft:
    """A draft that is out, in a folder with its record."""

    def __init__(self, folder: Path) -> None:
        self.clerk = Clerk(folder / "clerk.db")
        self.sent, self.back = folder / "sent.docx", folder / "back.docx"
        with Store.open(self.clerk.db) as store:
            store.add(MEETING)
        self.clerk.ok("export", "minutes", "1", "-o", str(self.sent))
        self.content = self.sent.read_bytes()

    def change(self, way: Callable[..., bytes], *words: Any) -> None:
        """Edit what is to come back."""
        self.content = way(self.content, *words)
        self.back.write_bytes(self.content)

    def told(self) -> list[str]:
        return self.clerk.ok("compare-word", "1", str(self.back)).splitlines()

    def accept(self, *blocks: str, code: int = 0) -> list[str]:
        result = self.clerk.run("accept-word", "1", str(self.back), *(blocks or ("--all",)))
        assert result.exit_code == code, result.output
        return result.output.splitlines()

    def page(self, item: int = 1) -> list[str]:
        return self.clerk.record().items[item - 1].text.split("\n")

    def only(self, line: int, becomes: str | None) -> bool:
        """Whether one line of the first item became another (or went), and everything else is as it was."""
        lines = PAGE.split("\n")
        lines[line : line + 1] = [] if becomes is None else [becomes]
        return self.page() == lines


@pytest.fixture
def out(tmp_path: Path) -> Draft:
    return Draft(tmp_path)


def test_a_draft_that_nobody_touched_says_so(out: Draft) -> None:
    out.change(edit.without_bookmarks)
    assert out.told() == ["Nothing was changed."]
    assert out.accept() == ["0 accepted, 0 not applied."]


@pytest.mark.parametrize("way", [edit.reworded, edit.tracked])
def test_a_changed_point_stays_a_point_and_keeps_its_marks(out: Draft, way: Callable[..., bytes]) -> None:
    out.change(way, "Costs had risen", "Costs had fallen")
    who = " (Jo Tran)" if way is edit.tracked else ""
    (line,) = out.told()
    assert line == f"changed m24_2{who}: Costs had [-risen-]{{+fallen+}} Bob Osei agreed to say by how much."
    assert out.accept()[-1] == "1 accepted, 0 not applied."
    assert out.only(1, "- Costs had fallen {Bob Osei>agreed to say} by how much.")
    assert out.told() == ["Nothing was changed."]


@pytest.mark.parametrize(
    ("old", "new", "line", "becomes"),
    [
        ("That the report be noted;", "That the report be welcomed;", 5, "R: that the report be welcomed"),
        ("That fees be set.", "That fees be set at once.", 6, "R: That fees be set at once."),
        ("circulate the figures by 5", "circulate all figures by 12", 10, "A: AH: circulate all figures by 12 January"),
        ("The figures were sent.", "They were sent.", 11, "PM: They were sent."),
        ("as set", "as {set}", 2, "- Fees \\{as \\{set\\}} would follow; see www.fees.example."),
        ("a report of Ann Hart.", "- a paper.", 0, "The Board considered - a paper."),
        ("The Board considered a report of Ann Hart.", "- not a point", 0, "\\- not a point"),
    ],
)
def test_a_line_is_changed_where_its_words_changed(out: Draft, old: str, new: str, line: int, becomes: str) -> None:
    out.change(edit.reworded, old, new)
    out.accept()
    made = out.page()[line]
    assert made == becomes or made.replace("\\", "") == becomes.replace("\\", "")
    assert out.only(line, made)
    # What came back still has the old words in the table of actions, which follows the record.
    assert all(".row" in told or told == "Nothing was changed." for told in out.told())


def test_a_vote_is_changed_by_its_figures(out: Draft) -> None:
    markup = edit.paragraph_with(_markup(out), "for")
    assert "8" in markup
    out.change(edit.reworded, "8 for", "9 for")
    out.accept()
    assert out.only(9, "V: 9-3-1")


def _markup(out: Draft) -> str:
    import zipfile

    with zipfile.ZipFile(out.sent) as archive:
        return archive.read("word/document.xml").decode()


def test_only_the_stop_of_a_limb_is_not_stored(out: Draft) -> None:
    out.change(edit.reworded, "That the report be noted;", "That the report be noted; and")
    assert "house style" in out.accept()[0]
    assert "\n".join(out.page()) == PAGE


def test_what_was_put_in_stands_where_it_was_put_as_what_it_was(out: Draft) -> None:
    out.change(edit.added, "would follow", "A third point.")
    out.change(edit.added, "That fees be set.", "That thanks be given; and")
    out.change(edit.added, "Noted.", "R: is a letter.", "BodyText")
    assert out.accept()[-1] == "3 accepted, 0 not applied."
    page = out.page()
    # The query stays with the point it asks about.
    assert page[2:5] == [PAGE.split("\n")[2], "Q: Which fees?", "- A third point."]
    assert page[6:9] == ["R: that the report be noted", "R: That fees be set.", "R: That thanks be given"]
    assert out.page(2) == ["Noted.", "\\R: is a letter."]


def test_what_was_taken_out_goes_and_can_be_brought_back(out: Draft) -> None:
    out.change(edit.deleted, "usual exceptions")
    assert out.told() == ["deleted m24_4: with the usual exceptions."]
    out.accept()
    assert out.only(4, None)
    with Store.open(out.clerk.db) as store:
        item = store.record(1).items[0]
        assert [entry.line for entry in store.gone_lines(item.id)] == ["-- with the usual exceptions."]


def test_a_decision_taken_out_whole_takes_its_label_with_it(out: Draft) -> None:
    for words in ("RESOLVED:", "That the report be noted;", "That fees be set."):
        out.change(edit.deleted, words)
    assert out.accept()[-1] == "3 accepted, 0 not applied."
    assert not any(line.startswith("R:") for line in out.page())


def test_a_comment_becomes_a_query_under_its_line_once(out: Draft) -> None:
    out.change(edit.commented, "usual exceptions", "Say which.")
    assert out.told() == ["comment m24_4:1 (Jo Tran): Say which."]
    out.accept()
    assert out.page()[4:6] == ["-- with the usual exceptions.", "Q: Jo Tran: Say which."]
    assert out.told() == ["Nothing was changed."]


def test_a_new_title_is_taken_and_a_new_number_is_not(out: Draft) -> None:
    out.change(edit.with_part, lambda markup: markup.replace("Roads &amp; paths", "Roads, paths &amp; bridges", 1))
    out.accept()
    assert out.clerk.record().items[1].title == "Roads, paths & bridges"
    out.change(edit.reworded, "25.", "26.")
    assert "order in which items are taken" in out.accept(code=1)[0]


def test_what_cannot_be_placed_is_listed_and_everything_else_is_taken(out: Draft) -> None:
    out.change(edit.reworded, "Noted.", "Agreed.")
    out.change(edit.added, "Agreed.", "New business", "Heading2")
    out.change(edit.added, "New business", "Its words.", "BodyText")
    out.change(edit.reworded, "RESOLVED:", "AGREED:")
    out.change(edit.reworded, "personal", "pecuniary")
    said = out.accept(code=1)
    assert sum(line.startswith("not applied: ") for line in said) == 4
    assert said[-1] == "1 accepted, 4 not applied."
    assert out.page(2) == ["Agreed."]
    assert "\n".join(out.page()) == PAGE


def test_one_change_may_be_accepted_and_another_left(out: Draft) -> None:
    out.change(edit.reworded, "Costs had risen", "Costs had fallen")
    out.change(edit.reworded, "Noted.", "Agreed.")
    out.accept("m25_1")
    assert (out.page(2), "\n".join(out.page())) == (["Agreed."], PAGE)
    assert "m99" in out.clerk.sentence("accept-word", "1", str(out.back), "m99")
    assert "--all" in out.clerk.sentence("accept-word", "1", str(out.back), code=2)


def test_changes_are_printed_for_programs(out: Draft) -> None:
    out.change(edit.tracked, "Noted", "Agreed")
    (change,) = json.loads(out.clerk.ok("compare-word", "1", str(out.back), "--json"))
    assert change == {
        "block": "m25_1",
        "what": "changed",
        "old": "Noted.",
        "new": "Agreed.",
        "shown": "[-Noted-]{+Agreed+}.",
        "authors": ["Jo Tran"],
        "resolved": False,
    }


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"\xd0\xcf\x11\xe0 old", b"words"])
def test_a_file_that_is_no_word_document_is_one_sentence(out: Draft, content: bytes) -> None:
    out.back.write_bytes(content)
    assert "back.docx is" in out.clerk.sentence("compare-word", "1", str(out.back))
    assert "missing.docx" in out.clerk.sentence("compare-word", "1", "missing.docx")


def test_a_damaged_document_is_one_sentence(out: Draft) -> None:
    out.change(edit.with_part, lambda markup: markup[:-40])
    assert "damaged" in out.clerk.sentence("accept-word", "1", str(out.back), "--all")


def test_words_moved_and_paragraphs_joined_are_read_as_in_word(out: Draft) -> None:
    def join(markup: str) -> str:
        whole = edit.paragraph_with(markup, "Costs had risen")
        mark = f'<w:rPr><w:del w:id="9" {edit.BY}/></w:rPr></w:pPr>'
        return markup.replace(whole, whole.replace("</w:pPr>", mark))

    out.change(edit.with_part, join)
    texts = [passage.text for passage in passages(out.content, "back.docx")]
    assert any("by how much.Fees {as set}" in text for text in texts)


def test_a_redline_is_written_from_an_earlier_draft(out: Draft, tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text(out.clerk.ok("show", "1", "--text"), encoding="utf-8")
    out.clerk.ok("minute", "1", "2", typed="Agreed.")
    target = tmp_path / "redline.docx"
    assert out.clerk.ok("redline", "1", str(old), "-o", str(target)) == f"Saved {target}\n"
    new = tmp_path / "new.docx"
    out.clerk.ok("export", "minutes", "1", "-o", str(new))
    content = target.read_bytes()
    for accept, meant in ((True, new), (False, out.sent)):
        expected = [passage.text for passage in passages(meant.read_bytes(), "")]
        assert [passage.text for passage in passages(settled(content, accept), "")] == expected
    old.write_text("1. Apologies\n2. Minutes\n3. Budget\n", encoding="utf-8")
    assert "not a draft of Clerk's" in out.clerk.sentence("redline", "1", str(old))


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not there")
def test_a_draft_saved_by_libreoffice_comes_back_with_its_changes_and_no_others(out: Draft, tmp_path: Path) -> None:
    out.change(edit.tracked, "Costs had risen", "Costs had fallen")
    out.change(edit.added, "usual exceptions", "with one more.")
    out.change(edit.deleted, "The figures were sent.")
    saved = tmp_path / "saved"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved)]
    subprocess.run([*command, str(out.back)], check=True, capture_output=True)
    out.back = saved / "back.docx"
    assert [line.split(":")[0] for line in out.told()] == [
        "changed m24_2 (Jo Tran)",
        "added m24_4+1",
        "deleted m24_11",
    ]
    out.accept()
    page = PAGE.replace("had risen", "had fallen").replace("exceptions.", "exceptions.\n-- with one more.")
    assert "\n".join(out.page()) == page.replace("\nPM: The figures were sent.", "")
