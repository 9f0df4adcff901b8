"""Clerk's own text and JSON: what is written is read back, and what people change by hand is forgiven."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings

from clerk.importers.own import json_file as json_reader
from clerk.importers.own import text_file as text_reader
from clerk.importers.reading import UnreadableError
from clerk.model import Adjournment, Body, Declaration, Document, Entry, Item, Meeting, Presence, Record
from clerk.own_files import as_json as clerk_json
from clerk.own_files import as_text as clerk_text
from clerk.terms import Attendance, BodyKind, DocumentKind, ItemKind, ItemState, MeetingState, Outcome
from tests.clerk.hostile import records

BOARD = Record(
    Body("Northmere Wellbeing Board", BodyKind.COMMITTEE, "Board", "Chair", 5),
    Meeting(date(2026, 6, 19), time(10), "Room 1\nTown Hall", state=MeetingState.IN_SESSION, first_minute=24),
    (
        Item("Apologies", "1", ItemKind.APOLOGIES, state=ItemState.DONE, opened=datetime(2026, 6, 19, 10, 2)),
        Item("Part one", kind=ItemKind.HEADING),
        Item(
            "Budget | outturn",
            "7",
            note="To note\nthe budget",
            documents=(Document(DocumentKind.REPORT, presenter="P. Person"),),
            entries=(
                Entry("The Board [sic] noted"),
                Entry(""),
                Entry("## not a heading"),
                Entry("R: that it be noted"),
            ),
        ),
    ),
    (Presence("Cllr A. Example", "Leader", status=Attendance.PRESENT, chair=True, initials="AE"),),
    (Declaration("Cllr A. Example", "personal", items=(3,), outcome=Outcome.LEFT, made_at=1),),
)


@settings(max_examples=25)
@given(records())
def test_any_record_comes_back_from_text_the_same(record: Record) -> None:
    assert text_reader.read(clerk_text.dumps(record)).record == record


@settings(max_examples=25)
@given(records())
def test_any_record_comes_back_from_json_the_same(record: Record) -> None:
    assert json_reader.read(clerk_json.dumps(record)).record == record


@settings(max_examples=25)
@given(records())
def test_json_keeps_the_times_of_every_line_and_declaration(record: Record) -> None:
    back = json_reader.read(clerk_json.dumps(record)).record
    for item, again in zip(record.items, back.items, strict=True):
        assert [(e.written, e.changed) for e in item.entries] == [(e.written, e.changed) for e in again.entries]
    assert [d.made for d in record.declarations] == [d.made for d in back.declarations]


def test_the_text_file_reads_as_a_person_would_write_it() -> None:
    text = clerk_text.dumps(BOARD)
    assert text.startswith("Clerk record 1\nBody: Northmere Wellbeing Board\n")
    for line in (
        "Date: Friday 19 June 2026",
        "Time: 10.00 am",
        "Venue: Room 1",
        "Venue: Town Hall",
        "Roll: Cllr A. Example | member | present | post: Leader | initials: AE | chair",
        "Declared: Cllr A. Example | interest: personal | items: 3 | outcome: left | made at: 1",
        "## 24. Apologies [agenda 1]",
        "@kind: apologies",
        "## Part one",
        "## 25. Budget | outturn [agenda 7]",
        "@document: report | presenter: P. Person",
        "The Board [sic] noted",
        "\\## not a heading",
        "R: that it be noted",
    ):
        assert line in text.split("\n")


def test_a_file_typed_by_hand_needs_little() -> None:
    reading = text_reader.read(
        "Clerk record 1\r\nBody: Parish Council of Elmford\r\n## Apologies\r\nNone.\r\n## Trees\r\nR: fell"
    )
    assert reading.record.body.name == "Parish Council of Elmford"
    assert [(item.title, item.text) for item in reading.record.items] == [("Apologies", "None."), ("Trees", "R: fell")]
    assert [str(doubt) for doubt in reading.doubts] == ["The file does not say the date of the meeting."]


def test_minute_numbers_that_disagree_are_doubted_with_their_line() -> None:
    reading = text_reader.read("Clerk record 1\nBody: B\nDate: 1 May 2026\n\n## 5. One\n\n## 9. Two\n")
    assert reading.record.meeting.first_minute == 5
    assert [(doubt.line, doubt.message) for doubt in reading.doubts] == [
        (7, "The file numbers “Two” 9, but it is minute 6.")
    ]


def test_what_is_not_understood_is_doubted_and_nothing_typed_is_lost() -> None:
    text = (
        "Clerk record 1\nBody: B\nBody: C\nDate: soon\nMood: good\nRoll: A | member | asleep\n"
        "## 1. One\n@state: finished\n@colour: red\ntext\n"
    )
    reading = text_reader.read(text)
    assert [doubt.line for doubt in reading.doubts] == [3, 5, 6, 8, 9, 4]
    assert reading.record.items[0].text == "@colour: red\ntext"
    assert "Mood: good" in reading.doubts[1].message


def test_a_declaration_about_an_item_not_in_the_file_is_doubted() -> None:
    reading = text_reader.read("Clerk record 1\nBody: B\nDate: 1 May 2026\nDeclared: A | items: 1, 8\n## 1. One\n")
    assert reading.record.declarations[0].items == (1,)
    assert reading.doubts[0].line == 4


@pytest.mark.parametrize("text", ["", "Agenda\n1. Apologies", "\n\nminutes", "Clerk record 2\nBody: B\n"])
def test_other_text_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UnreadableError, match=r"Clerk record 1"):
        text_reader.read(text)


@pytest.mark.parametrize(
    "text", ["{", '{"a": 1}', "[]", '"x"', "{'body': 1}", '{"format": "Clerk record 9", "body": "B"}', "[" * 100_000]
)
def test_other_json_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UnreadableError):
        json_reader.read(text)


def test_json_has_the_keys_other_programs_rely_on() -> None:
    found = json.loads(clerk_json.dumps(BOARD))
    assert {"body", "date", "venue", "state", "items", "presence", "declarations", "actions"} <= set(found)
    assert found["body"] == "Northmere Wellbeing Board"
    assert found["date"] == "2026-06-19"
    keys = {"position", "agenda_number", "minute_number", "title", "kind", "state", "text"}
    assert all(keys <= set(item) for item in found["items"])
    assert [item["minute_number"] for item in found["items"]] == [24, None, 25]
    assert {"name", "organisation", "capacity", "status"} <= set(found["presence"][0])


def test_json_lists_the_actions_of_the_meeting() -> None:
    item = replace(BOARD.items[2], entries=(Entry("A: AE: write to the school by 12 July"),))
    found = json.loads(clerk_json.dumps(replace(BOARD, items=(item,))))
    assert [(action["owners"], action["due"]) for action in found["actions"]] == [(["Cllr A. Example"], "2026-07-12")]


def test_json_of_the_wrong_kinds_is_doubted_not_fatal() -> None:
    text = json.dumps(
        {
            "body": "B",
            "date": 5,
            "state": "sleeping",
            "items": [{"title": 7, "kind": "odd", "documents": [3], "lines": [{}, {}], "text": "x"}, "y"],
            "presence": {"a": 1},
            "declarations": [{"name": "N", "items": [9], "made_at": True}],
        }
    )
    reading = json_reader.read(text)
    assert reading.record.items[0].text == "x"
    assert len(reading.doubts) == 10
    assert all(str(doubt).endswith((".", "taken.")) for doubt in reading.doubts)


def test_breaks_and_joint_items_that_cannot_be_are_doubted_with_their_line() -> None:
    reading = text_reader.read(
        "Clerk record 1\nBody: B\nDate: 1 May 2026\nAdjourned: soon\nAdjourned: \n"
        "Adjourned: 2026-05-01T11:00:00 | item: 9 | why: lunch\n## One\n@with: 1\n@deferred: the next meeting\n"
    )
    assert [doubt.line for doubt in reading.doubts] == [4, 5, 7, 6]
    assert reading.record.meeting.adjournments == (Adjournment(datetime(2026, 5, 1, 11), why="lunch"),)
    assert (reading.record.items[0].taken_with, reading.record.items[0].deferred_to) == (0, "the next meeting")


def test_breaks_and_joint_items_of_json_that_cannot_be_are_doubted() -> None:
    breaks = [{"began": None}, {"began": "2026-05-01T11:00:00", "item": 2}, 3]
    whole = {"body": "B", "items": [{"title": "One", "taken_with": 1}], "adjournments": breaks}
    reading = json_reader.read(json.dumps(whole))
    assert reading.record.meeting.adjournments == (Adjournment(datetime(2026, 5, 1, 11)),)
    assert reading.record.items[0].taken_with == 0
    assert len(reading.doubts) == 4


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in _keys(each)}
    return {key for each in value for key in _keys(each)} if isinstance(value, list) else set()


def test_the_documentation_names_every_key_of_the_json() -> None:
    page = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    acting = replace(BOARD.items[2], entries=(Entry("A: AE: write"),))
    whole = json.loads(clerk_json.dumps(replace(BOARD, items=(*BOARD.items, acting))))
    assert whole["actions"]
    assert _keys(whole) <= set(re.findall(r"`(\w+)`", page))


def test_the_example_in_the_documentation_is_read_without_doubt_and_written_the_same() -> None:
    page = (Path(__file__).parents[2] / "docs" / "text-file.md").read_text(encoding="utf-8")
    example = page.split("```\n")[1]
    reading = text_reader.read(example)
    assert reading.doubts == ()
    assert clerk_text.dumps(reading.record) == example
