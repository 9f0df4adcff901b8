"""Earlier wordings of a line, and lines taken out, brought back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from clerk.model import Body, Entry, Item, Meeting, Record
from clerk.store import Store
from screens.wordings import Restored, Wordings
from tests.screens.acting import shown
from tests.screens.holding import SIZES, holding

NOW = datetime(2026, 3, 6, 10, 45)
THEN = NOW - timedelta(minutes=20)
CURRENT = "- The Board agreed to note the report [sic]."
EARLIER = [
    (THEN, "- The Board agreed to defer the report."),
    (THEN + timedelta(minutes=5), "- The Board agreed to approve the report [sic]."),
]
GONE = [Entry("R: That it be [so].", THEN), Entry("- Another point.", THEN - timedelta(days=1), THEN)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_newest_wording_comes_first_with_its_difference(size: tuple[int, int]) -> None:
    async with holding(Wordings(CURRENT, EARLIER, GONE, NOW), size) as held:
        picture = shown(held.pilot)
        assert "2 earlier wordings of this line, 2 deleted lines of this item" in picture
        assert "► 10.30 am  earlier  - The Board agreed to approve the report [sic]." in picture
        assert "- The Board agreed to [-note-]{+approve+} the report [sic]." in picture
        assert "10.25 am  DELETED  R: That it be [so]." in picture
        assert "Enter bring it back" in picture


async def test_moving_shows_the_difference_of_each() -> None:
    async with holding(Wordings(CURRENT, EARLIER, GONE)) as held:
        await held.press("down")
        assert "agreed to [-note-]{+defer+} the report[- [sic]-]." in shown(held.pilot)
        await held.press("down")
        assert "This line would be put in:" in shown(held.pilot)


@pytest.mark.parametrize(
    ("downs", "restored"),
    [
        (1, Restored("- The Board agreed to defer the report.", deleted=False)),
        (2, Restored("R: That it be [so].", deleted=True)),
    ],
)
async def test_enter_gives_back_what_is_marked(downs: int, restored: Restored) -> None:
    async with holding(Wordings(CURRENT, EARLIER, GONE)) as held:
        await held.press(*["down"] * downs, "enter")
        assert held.given == [restored]


async def test_escape_leaves_everything_as_it_stands() -> None:
    async with holding(Wordings(CURRENT, EARLIER, GONE)) as held:
        await held.press("escape")
        assert held.given == [None]


async def test_a_click_marks_and_does_not_yet_restore() -> None:
    async with holding(Wordings(CURRENT, EARLIER, GONE)) as held:
        await held.pilot.click("Rows", offset=(20, 1))
        assert held.given == []
        assert "{+defer+}" in shown(held.pilot)


async def test_what_stands_already_and_what_says_nothing_is_not_offered() -> None:
    earlier = [(THEN, "one"), (THEN, CURRENT), (THEN, "  "), (THEN, "one")]
    async with holding(Wordings(CURRENT, earlier)) as held:
        assert "1 earlier wording of this line, no deleted lines of this item" in shown(held.pilot)


async def test_where_nothing_was_changed_it_says_so() -> None:
    async with holding(Wordings("text", [])) as held:
        await held.press("down", "pagedown", "enter")
        assert held.given == []
        assert "no earlier wordings, and no line has been deleted" in shown(held.pilot)


async def test_a_day_that_is_not_today_is_named() -> None:
    async with holding(Wordings(CURRENT, EARLIER, GONE, NOW + timedelta(days=3))) as held:
        assert "6 Mar 10.30 am  earlier" in shown(held.pilot)


async def test_a_wording_that_differs_far_along_shows_where() -> None:
    line = "- " + "word " * 40
    async with holding(Wordings(line + "now", [(THEN, line + "then [/]")])) as held:
        row = shown(held.pilot).split("\n")[2]
        assert "earlier  …word" in row
        assert "then [/]" in row


async def test_a_long_difference_can_be_scrolled() -> None:
    line = "word " * 900
    async with holding(Wordings(line, [(THEN, line + "last")])) as held:
        assert "{+last+}" not in shown(held.pilot)
        await held.press(*["pagedown"] * 9)
        assert "{+last+}" in shown(held.pilot)


# --- the lines taken out, in the store ------------------------------------------------------------------------------


def item_of(store: Store) -> int:
    number = store.add(Record(Body("Invented Board"), Meeting(), (Item("a"),)))
    return store.record(number).items[0].id


def test_lines_taken_out_are_kept_the_last_first(store: Store) -> None:
    item = item_of(store)
    store.save_page(item, "alpha\nbeta\ngamma", THEN)
    store.save_page(item, "alpha\ngamma", THEN + timedelta(minutes=1))
    store.save_page(item, "gamma", THEN + timedelta(minutes=2))
    gone = store.gone_lines(item)
    assert [entry.line for entry in gone] == ["alpha", "beta"]
    assert [entry.written for entry in gone] == [THEN, THEN]


def test_a_line_put_back_is_no_longer_gone(store: Store) -> None:
    item = item_of(store)
    store.save_page(item, "alpha\nbeta", THEN)
    store.save_page(item, "alpha", NOW)
    store.save_page(item, "alpha\nbeta", NOW)
    assert store.gone_lines(item) == []


def test_a_line_emptied_and_then_taken_out_comes_back_as_it_last_read(store: Store) -> None:
    item = item_of(store)
    store.save_page(item, "alpha\nbeta is the second\ngamma", THEN)
    store.save_page(item, "alpha\n\ngamma", THEN + timedelta(minutes=1))
    store.save_page(item, "alpha\ngamma", NOW)
    assert [entry.line for entry in store.gone_lines(item)] == ["beta is the second"]


def test_a_line_typed_anew_in_the_same_words_is_not_offered_again(store: Store) -> None:
    item = item_of(store)
    store.save_page(item, "same\nother\nsame", THEN)
    store.save_page(item, "same\nother", NOW)
    assert store.gone_lines(item) == []


def test_the_lines_of_another_item_are_not_this_items(store: Store) -> None:
    one, other = item_of(store), item_of(store)
    store.save_page(one, "alpha", THEN)
    store.save_page(one, "", NOW)
    assert store.gone_lines(other) == []
