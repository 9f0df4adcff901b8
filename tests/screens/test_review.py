"""The review of an import: what was read beside the file, and quick fixes by key."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from clerk.arriving.bringing_in import Plan
from clerk.importers.reading import Doubt, Reading, SourceLine
from clerk.importers.recognise import read_text
from screens.commands import REVIEW_COMMANDS, spoken
from screens.review import Accepted, Review
from screens.review_rows import What, place_of, rows_of
from screens.widgets.file_lines import FileLines
from tests.screens.acting import shown
from tests.screens.holding import SIZES, Held, holding

AGENDA = """Northmere Board
Friday 19 June 2026
Please use the [side] door.
1. Apologies
2. Budget
Ada Flow writes at length of the budget, which is the longest line in this agenda by far, as long as the screen.
3. Lamps
9. Late business
Printed on recycled paper
"""


def reading() -> Reading:
    """The agenda, with doubts that do not hang on how it is read."""
    read = read_text(AGENDA)
    doubts = (Doubt("The file has no [numbers]."), Doubt("See this line.", 6), Doubt("See this item.", 7))
    return Reading(read.record, doubts, ("Printed by Clerk",), read.reader, True, read.source, read.begins)


def review(read: Reading | None = None) -> Review:
    return Review(read or reading(), lambda _: Plan(), "agenda.txt")


def numbered(held: Held) -> list[str]:
    screen = held.pilot.app.screen
    assert isinstance(screen, Review)
    return [f"{item.agenda_number} {item.title}".strip() for item in screen.reading.record.items]


async def to(held: Held, text: str) -> None:
    """Put the mark on the row that says this."""
    screen = held.pilot.app.screen
    assert isinstance(screen, Review)
    screen.show_rows(next(at for at, row in enumerate(screen.rows) if text in row.text))
    await held.pilot.pause()


async def typed(held: Held, text: str) -> None:
    """Answer the question that is asked, in place of the answer it begins with."""
    await held.press("ctrl+u")
    await held.press(*text)
    await held.press("enter")


def test_doubts_stand_at_the_rows_they_are_about_and_those_of_the_file_first() -> None:
    rows = rows_of(reading())
    assert [(row.what, row.text[:9]) for row in rows if row.doubts] == [
        (What.DOUBT, "The file "),
        (What.NOTE, "Ada Flow "),
        (What.ITEM, "Lamps"),
    ]
    assert [place_of(reading(), row) for row in rows if row.item == 1] == [5, 6]


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_read_stands_by_the_file_with_signs_at_what_is_doubtful(size: tuple[int, int]) -> None:
    async with holding(review(), size) as held:
        await held.press("n")
        screen = shown(held.pilot)
        assert re.search(r"^► \? +note +Ada Flow", screen, re.MULTILINE)
        assert "►     6 Ada Flow" in screen
        assert "? line 6: See this line.  (x: it is in order)" in screen
        assert "Northmere Board, 19 June 2026" in screen
        assert "Enter accepts" in screen
        assert "Please use the [side] door." in screen
        await held.press("p")
        assert "? The file has no [numbers]." in shown(held.pilot)


async def test_the_file_follows_the_mark() -> None:
    async with holding(review()) as held:
        await to(held, "Budget")
        lines = held.pilot.app.screen.query_one(FileLines)
        for key, place in (("down", 6), ("down", 7), ("home", None), ("end", None)):
            await held.press(key)
            assert lines.marked == place
        await held.press("f")
        assert "Apologies" in shown(held.pilot)
        assert "about" not in shown(held.pilot)
        await held.press("f")
        assert "agenda.txt" not in shown(held.pilot)


async def test_items_are_joined_split_and_numbered_by_key_and_all_of_it_undone() -> None:
    async with holding(review(), (120, 40)) as held:
        was = numbered(held)
        await to(held, "Lamps")
        await held.press("j")
        assert "3 Lamps" not in numbered(held)
        await held.press("s")
        assert numbered(held) == was
        await held.press("r")
        await typed(held, "7")
        assert "7 Lamps" in numbered(held)
        await held.press("h")
        assert re.search(r"heading +Lamps", shown(held.pilot))
        await held.press(*"uuuu")
        assert numbered(held) == was
        await held.press(*"yyy")
        assert "7 Lamps" in numbered(held)
        await to(held, "Apologies")
        await held.press("r")
        await typed(held, "4")
        await held.press("R")
        assert numbered(held)[:3] == ["4 Apologies", "5 Budget", "6 Lamps"]


async def test_lines_are_dropped_put_back_and_made_minutes_by_key() -> None:
    async with holding(review(), (120, 40)) as held:
        await to(held, "[side] door")
        await held.press("d")
        assert re.search(r"left out +Please use the \[side\] door\.", shown(held.pilot))
        await to(held, "[side] door")
        await held.press("b")
        assert re.search(r"about +Please use the \[side\] door\.", shown(held.pilot))
        await to(held, "Ada Flow")
        await held.press("m")
        assert re.search(r"minute +Ada Flow", shown(held.pilot))
        await held.press("m", "a")
        assert re.search(r"about +Ada Flow", shown(held.pilot))


async def test_the_front_page_and_titles_are_typed_anew_and_what_will_not_do_is_said() -> None:
    async with holding(review(), (120, 40)) as held:
        await to(held, "Friday 19 June")
        await held.press("e")
        await typed(held, "soon")
        assert "“soon” is not a day" in shown(held.pilot)
        await typed(held, "1/7/2026")
        assert "Wednesday 1 July 2026" in shown(held.pilot)
        await to(held, "Lamps")
        await held.press("e")
        await typed(held, "Lamps!")
        assert "3 Lamps!" in numbered(held)
        await held.press("m")
        assert "Put the mark on a line" in shown(held.pilot)


async def test_what_was_seen_goes_and_the_next_is_marked() -> None:
    async with holding(review()) as held:
        for _ in range(3):
            await held.press("x")
        assert "nothing to look at" in shown(held.pilot)
        await held.press("n")
        assert "Nothing is left to look at" in shown(held.pilot)


async def test_enter_accepts_and_escape_leaves_asking_only_after_a_fix() -> None:
    async with holding(review()) as held:
        await held.press("x", "x", "enter")
        assert isinstance(held.given[0], Accepted)
        assert (len(held.given[0].reading.doubts), held.given[0].into) == (1, None)
    async with holding(review()) as held:
        await held.press("escape")
        assert held.given == [None]
    async with holding(review()) as held:
        await held.press("x")
        await held.press("escape")
        assert "1 fix lost" in shown(held.pilot)
        await held.press("2")
        assert held.given == []
        await held.press("escape")
        await held.press("1")
        assert held.given == [None]


async def test_a_meeting_without_a_body_is_not_accepted_before_it_has_one() -> None:
    async with holding(review(read_text("1. Apologies\n2. Budget\n"))) as held:
        await held.press("enter")
        assert "The meeting has no body" in shown(held.pilot)
        await held.press("e")
        await typed(held, "Board")
        await held.press("enter")
        assert held.given[0].reading.record.body.name == "Board"


async def test_a_file_of_clerks_own_is_shown_without_its_lines() -> None:
    read = reading()
    own = Reading(read.record, read.doubts, reader="Clerk's own text")
    async with holding(review(own)) as held:
        await held.press("n", "j", "end", "s", "f")
        assert "agenda.txt" not in shown(held.pilot)
        assert "Budget" in shown(held.pilot)


async def test_two_thousand_lines_that_hold_anything_are_shown() -> None:
    text = "[/] \x07 👩‍⚖️ \u202e " + "word " * 80
    source = tuple(SourceLine(text, line) for line in range(1, 2001))
    read = reading()
    async with holding(review(Reading(read.record, (), (text,) * 500, "text", True, source, read.begins))) as held:
        await held.press("end", "pageup", "home", "pagedown")
        assert "[U+0007]" in shown(held.pilot)


def test_the_readme_has_the_keys_of_the_review() -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    rows = [f"| {spoken(each.key)} | {spoken(each.letter)} | {each.title} |" for each in REVIEW_COMMANDS]
    table = re.search(r"<!-- review keys.*?-->\n(.*?)<!-- /review keys -->", text, re.DOTALL)
    assert table
    assert table[1].strip().split("\n")[2:] == rows


def test_no_two_keys_of_the_review_are_the_same() -> None:
    keys = [key for command in REVIEW_COMMANDS for key in (command.key, command.letter) if key]
    assert len(keys) == len(set(keys))
    assert all(len(command.footer) <= 8 for command in REVIEW_COMMANDS)


async def test_making_a_doubtful_line_an_item_settles_the_doubt_and_undo_brings_it_back() -> None:
    async with holding(review()) as held:
        await to(held, "Ada Flow")
        await held.press("s")
        assert "? 2 to look at" in shown(held.pilot)
        await held.press("u")
        assert "? 3 to look at" in shown(held.pilot)


async def test_the_heading_counts_one_item_as_one() -> None:
    read = reading()
    one = replace(read, record=replace(read.record, items=read.record.items[:1]), doubts=(), begins=read.begins[:1])
    async with holding(review(one)) as held:
        assert "   1 item   " in shown(held.pilot)
