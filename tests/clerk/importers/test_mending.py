"""Quick fixes to what was read of a file: each does what it says, and none loses a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk import notation
from clerk.importers import mending
from clerk.importers.mends import front as mending_front
from clerk.importers.mends import noise as mending_noise
from clerk.importers.mends.lines import CannotMend, lines_of, minute_from, note_up_to, reworded
from clerk.importers.reading import Doubt, Reading
from clerk.importers.recognise import read_text
from clerk.importers.source_places import item_at, place_of_line
from clerk.model import Declaration
from clerk.notation import Kind
from clerk.terms import DocumentKind, ItemKind

AGENDA = """Elmford Water Board
Friday 12 June 2026
Please use the side door.
1. Apologies
2. Welcome
3. Pumps
A report from Ada Flow, Engineer will be presented.
3 pumps are old.
4. Mills (Pages 3 - 9)
Overleaf
5. Next meeting
"""
MINUTES = (Path(__file__).parents[1] / "fixtures" / "safety_board.txt").read_text(encoding="utf-8")
SAID = {Kind.RESOLVED: "RESOLVED", Kind.RECOMMENDED: "RECOMMENDED", Kind.ACTION: "ACTION"}


def agenda() -> Reading:
    return read_text(AGENDA)


def numbered(reading: Reading) -> list[tuple[str, str]]:
    return [(item.agenda_number, item.title) for item in reading.record.items]


def words(reading: Reading) -> Counter[str]:
    """Every word of the record and of what was left out."""
    meeting = reading.record.meeting
    texts = [reading.record.body.name, meeting.venue, meeting.contact, meeting.note, *reading.noise]
    for item in reading.record.items:
        texts += [item.agenda_number, item.title, item.note]
        for paper in item.documents:
            texts += [paper.title, paper.presenter, paper.post, paper.organisation, paper.link]
        for line in (notation.parse(entry.line) for entry in item.entries):
            label = SAID.get(line.kind) or notation.PREFIXES.get(line.kind, "")
            texts += [label, re.sub(r"\\([{}])", r"\1", line.text)]
    return Counter(re.findall(r"\w+", " ".join(texts)))


def test_an_item_joined_to_the_one_above_becomes_a_line_of_it() -> None:
    one = mending.joined(agenda(), 3)
    assert numbered(one) == [("1", "Apologies"), ("2", "Welcome"), ("3", "Pumps"), ("5", "Next meeting")]
    assert one.record.items[2].note.split("\n")[-2:] == ["4. Mills", "Overleaf"]
    assert one.record.items[2].documents == (*agenda().record.items[2].documents, *agenda().record.items[3].documents)
    assert one.begins == (4, 5, 6, 11)


def test_joined_below_a_minute_it_becomes_a_line_of_the_minute() -> None:
    reading = read_text(MINUTES)
    at = next(at for at, item in enumerate(reading.record.items) if at and reading.record.items[at - 1].entries)
    above, item = reading.record.items[at - 1 : at + 1]
    one = mending.joined(reading, at).record.items[at - 1]
    number = f"{item.agenda_number}. " if item.agenda_number else ""
    assert [entry.line for entry in one.entries] == [
        *(entry.line for entry in above.entries),
        f"{number}{item.title}",
        *(entry.line for entry in item.entries),
    ]


def test_a_line_split_off_takes_its_number_and_what_stands_below_it() -> None:
    parted = mending.split(mending.joined(agenda(), 3), 2, 2)
    assert numbered(parted) == numbered(agenda())
    assert parted.record.items[3].note == "Overleaf"
    assert parted.begins == agenda().begins
    plain = mending.split(agenda(), 2, 1)
    assert numbered(plain)[2:4] == [("3", "Pumps"), ("3", "pumps are old.")]


def test_a_presenter_goes_with_the_line_that_announces_them() -> None:
    reading = read_text(AGENDA.replace("3. Pumps\n", "3. Pumps\nNew hoses\n"))
    parted = mending.split(reading, 2, 0)
    assert (parted.record.items[2].documents, parted.record.items[3].documents[0].presenter) == ((), "Ada Flow")


def test_what_a_title_says_of_its_paper_is_left_out_and_a_paper_noted() -> None:
    reading = read_text(AGENDA.replace("3 pumps are old.", "Item 9: Hoses (Pages 7 - 8)"))
    parted = mending.split(reading, 2, 1)
    assert numbered(parted)[3] == ("9", "Hoses")
    assert parted.record.items[3].documents[0].kind is DocumentKind.REPORT
    assert parted.noise[-2:] == ("Item", "(Pages 7 - 8)")


def test_a_heading_can_be_made_and_unmade_but_never_of_an_item_with_a_minute() -> None:
    one = mending.as_heading(agenda(), 1)
    assert one.record.minute_numbers() == (1, None, 2, 3, 4)
    assert mending.as_business(one, 1) == agenda()
    minuted = read_text(MINUTES)
    with pytest.raises(CannotMend, match="has a minute"):
        mending.as_heading(minuted, next(at for at, item in enumerate(minuted.record.items) if item.entries))
    with pytest.raises(CannotMend, match="business first"):
        mending.joined(one, 2)
    both = mending.joined(mending.as_heading(one, 2), 2).record.items[1]
    assert (both.title, both.note.split("\n")[-1]) == ("Welcome 3. Pumps", "3 pumps are old.")


@pytest.mark.parametrize(
    ("numbers", "typed", "then"),
    [
        ("1 2 3 4", "7", "7 8 9 10"),
        ("1 1a 1b 2", "5", "5 5a 5b 6"),
        ("4a 5 6", "4b", "4b 5 6"),
        ("C/1 2", "C/9", "C/9 C/10"),
    ],
)
def test_numbers_go_on_from_the_one_typed(numbers: str, typed: str, then: str) -> None:
    reading = agenda()
    for at, number in enumerate(numbers.split()):
        reading = mending.renumbered(reading, at, number)
    reading = mending.numbered_on(mending.renumbered(reading, 0, f"{typed}."), 0)
    assert [number for number, _ in numbered(reading)][: len(then.split())] == then.split()
    with pytest.raises(CannotMend, match="number first"):
        mending.numbered_on(mending.renumbered(reading, 0, ""), 0)


def test_a_new_title_makes_another_kind_of_business() -> None:
    assert mending.retitled(agenda(), 1, "Declarations of interest").record.items[1].kind is ItemKind.DECLARATIONS


def test_the_minute_begins_at_the_line_chosen_and_the_note_ends_there() -> None:
    reading = read_text(AGENDA.replace("3 pumps are old.", "3 pumps are old.\nRESOLVED: That they be oiled"))
    begun = minute_from(reading, 2, 1)
    assert begun.record.items[2].note.startswith("A report")
    assert begun.record.items[2].text == "3 pumps are old.\nR: That they be oiled"
    assert note_up_to(begun, 2, 2) == reading
    assert minute_from(agenda(), 2, 1).record.items[2].text == "3 pumps are old."


def test_what_would_lose_words_as_notation_stays_in_the_words_of_the_page() -> None:
    reading = read_text(AGENDA.replace("3 pumps are old.", "(i) R: is how repairs are marked.\n(ii) A: is not"))
    assert words(minute_from(reading, 2, 1)) == words(reading)


def test_a_line_dropped_comes_back_to_its_place() -> None:
    reading = agenda()
    dropped = mending_noise.dropped(reading, 3, 0)
    assert (dropped.record.items[3].note, dropped.noise) == ("", (*reading.noise, "Overleaf"))
    assert mending_noise.put_back(dropped, len(dropped.noise) - 1) == reading
    item = mending_noise.item_of_noise(dropped, len(dropped.noise) - 1)
    assert (numbered(item)[4], item.begins) == (("", "Overleaf"), (4, 5, 6, 9, 10, 11))


def test_a_line_of_the_meetings_note_becomes_an_item_before_the_others_or_noise() -> None:
    item = mending_noise.item_of_note(agenda(), 0)
    assert numbered(item)[0] == ("", "Please use the side door.")
    assert item.begins[0] == 3
    dropped = mending_noise.dropped_note(agenda(), 0)
    assert (dropped.record.meeting.note, dropped.noise[-1]) == ("", "Please use the side door.")
    assert mending_noise.put_back(dropped, len(dropped.noise) - 1).record == agenda().record
    kept = mending_noise.note_of_line(agenda(), 3, 0)
    assert kept.record.meeting.note == "Please use the side door.\nOverleaf"


def test_an_item_that_is_none_is_dropped_and_what_it_held_stays() -> None:
    one = mending_noise.dropped_item(agenda(), 2)
    assert numbered(one)[1:3] == [("2", "Welcome"), ("4", "Mills")]
    assert one.record.items[1].note == agenda().record.items[2].note
    assert one.noise[-1] == "3. Pumps"
    assert numbered(mending_noise.dropped_item(agenda(), 0))[0] == ("2", "Welcome")


def test_what_names_items_by_position_still_names_the_same_ones() -> None:
    reading = agenda()
    declared = reading.record.__class__(
        reading.record.body, reading.record.meeting, reading.record.items, (), (Declaration("A", items=(3, 4, 5)),)
    )
    reading = Reading(declared, source=reading.source, begins=reading.begins)
    assert mending.joined(reading, 3).record.declarations[0].items == (3, 4)
    assert mending.split(reading, 2, 0).record.declarations[0].items == (3, 5, 6)


def test_the_front_page_is_put_right() -> None:
    reading = mending_front.with_body(agenda(), "Elmford Parish Council")
    reading = mending_front.with_time(mending_front.with_date(reading, "1/7/2026"), "2.30pm")
    meeting = mending_front.with_venue(reading, " Hall ").record.meeting
    assert (reading.record.body.noun, meeting.date, meeting.time, meeting.venue) == (
        *("Council", date(2026, 7, 1), time(14, 30)),
        "Hall",
    )
    with pytest.raises(CannotMend, match="not a day"):
        mending_front.with_date(reading, "soon")
    with pytest.raises(CannotMend, match="time of day"):
        mending_front.with_time(reading, "soon")


def test_a_doubt_that_was_seen_goes() -> None:
    doubts = (Doubt("One.", 3), Doubt("One.", 3), Doubt("Two."))
    assert mending_noise.seen(Reading(agenda().record, doubts), Doubt("One.", 3)).doubts == doubts[1:]


def test_the_place_in_the_file_follows_a_line() -> None:
    assert [place_of_line(agenda(), 2, line) for line in (0, 1)] == [7, 8]
    assert (item_at(agenda(), 8), item_at(agenda(), 2)) == (2, None)


# --- nothing is lost --------------------------------------------------------------------------------------------------

Fix = Callable[[Reading, int, int], Reading]
FIXES: tuple[Fix, ...] = (
    lambda reading, at, _: mending.joined(reading, at),
    mending.split,
    lambda reading, at, _: mending.as_heading(reading, at),
    lambda reading, at, _: mending.as_business(reading, at),
    minute_from,
    note_up_to,
    mending_noise.dropped,
    mending_noise.note_of_line,
    lambda reading, at, _: mending_noise.dropped_item(reading, at),
    lambda reading, _, line: mending_noise.dropped_note(reading, line),
    lambda reading, _, line: mending_noise.item_of_note(reading, line),
    lambda reading, _, line: mending_noise.put_back(reading, line),
    lambda reading, _, line: mending_noise.item_of_noise(reading, line),
)
STEPS = st.lists(st.tuples(st.sampled_from(FIXES), st.integers(0, 9), st.integers(0, 9)), max_size=14)


@settings(max_examples=60)
@given(st.sampled_from((AGENDA, MINUTES)), STEPS)
def test_whatever_is_fixed_no_word_is_lost_and_none_is_added(text: str, steps: list[tuple[Fix, int, int]]) -> None:
    reading = read_text(text)
    before = words(reading)
    for fix, at, line in steps:
        try:
            reading = fix(reading, at, line)
        except (CannotMend, IndexError):
            continue
        assert words(reading) == before
        assert len(reading.begins) == len(reading.record.items)


def test_a_line_reworded_is_the_officers_own() -> None:
    reading = reworded(minute_from(agenda(), 2, 1), 2, 1, "R: That [sic] be noted")
    assert [line.text for line in lines_of(reading.record.items[2])][1] == "R: That [sic] be noted"
    with pytest.raises(CannotMend, match="needs words"):
        reworded(reading, 2, 1, "  ")
