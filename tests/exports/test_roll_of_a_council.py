"""The members of a full council stand in the minutes as one paragraph, and all that is done with drafts goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from clerk.drafting import draft
from clerk.house_style import style_of
from clerk.importers.recognise import read_file
from clerk.minutes import Minutes, Paragraph, Table, plain
from clerk.model import Body, Entry, Item, Meeting, Presence, Record
from clerk.returned import compare
from clerk.returning.spots import spots
from clerk.terms import Attendance, BodyKind
from exports.word import word_bytes
from exports.word_check import check_word
from exports.word_reading import drafted, passages
from tests.exports.invented import PROPERTIES
from tests.exports.returned_files import reworded
from tests.exports.test_redline import changed, hold

COUNCIL = Body("Fenmarsh District Council", BodyKind.COUNCIL, "Council")
ROLL = tuple(Presence(f"Councillor Ann {letter}oss", status=Attendance.PRESENT) for letter in "ABCDFGHJKLMNPRST")
RECORD = Record(
    COUNCIL,
    Meeting(date(2026, 6, 19)),
    (Item("Apologies", "1"), Item("Verges", "2", entries=(Entry("Noted."),)), Item("Close", "3")),
    ROLL,
)


def names(minutes: Minutes) -> str:
    """What stands below the heading of those present."""
    block = minutes.blocks[4]
    assert isinstance(block, Paragraph)
    return plain(block.runs)


def test_many_members_without_posts_are_named_in_one_paragraph_and_fewer_or_others_in_a_table() -> None:
    said = names(draft(RECORD))
    assert said.startswith("Councillor Ann Aoss, Councillor Ann Boss, ")
    assert said.endswith(" and Councillor Ann Toss.")
    assert ";" not in said
    with_letters = replace(RECORD, presence=(replace(ROLL[0], name="Councillor Ann Aoss, OBE"), *ROLL[1:]))
    assert names(draft(with_letters)).startswith("Councillor Ann Aoss, OBE; Councillor Ann Boss; ")
    own = replace(COUNCIL, own_words="[printing]\nnames_run_in = false")
    with_post = replace(RECORD, presence=(replace(ROLL[0], post="Leader"), *ROLL[1:]))
    for record in (replace(RECORD, presence=ROLL[1:]), with_post, replace(RECORD, body=own)):
        assert isinstance(draft(record).blocks[4], Table)


def test_such_minutes_are_a_sound_word_file_from_which_the_roll_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(word_bytes(draft(RECORD), PROPERTIES))
    findings = [str(finding.description) for finding in OpenXmlValidator().validate(path).errors]
    assert [finding for finding in findings if "relationships/theme'" not in finding] == []
    assert not check_word(path)
    read = read_file(path).record.presence
    assert [(each.name, each.status) for each in read] == [(each.name, each.status) for each in ROLL]


def test_the_redline_marks_the_one_name_that_changed() -> None:
    later = replace(RECORD, presence=(*ROLL[:4], replace(ROLL[4], name="Councillor Bea Foss"), *ROLL[5:]))
    content = hold(draft(RECORD), draft(later))
    assert "".join(changed(content, "ins")) == "Bea"
    hold(draft(replace(RECORD, presence=ROLL[1:])), draft(RECORD))


def test_a_draft_that_comes_back_is_compared_with_the_paragraph() -> None:
    minutes, content = draft(RECORD), word_bytes(draft(RECORD), PROPERTIES, comments=True)
    ours = drafted(minutes, PROPERTIES)
    assert len(spots(RECORD, minutes, style_of(COUNCIL))) == len(ours)
    assert not compare(ours, passages(content, "back.docx"))
    assert len(compare(ours, passages(reworded(content, "Councillor Ann Foss", "Councillor A Foss"), "back.docx"))) == 1
