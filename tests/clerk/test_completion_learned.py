"""Words learned from earlier minutes, and which minutes those are."""

from __future__ import annotations

from datetime import date, datetime

from clerk.completing.learned import WordRuns
from clerk.completion import Completer, Context, Source
from clerk.earlier import MOST_LINES, EarlierLine
from clerk.model import Body, Entry, Item, Meeting, Record
from clerk.store import Store
from clerk.terms import ItemKind
from tests.benchmarks.keystrokes import LAYERS, characters, known_before, measure

LEARNED = frozenset({Source.LEARNED})
BOARD = Body("Northmere Wellbeing Board", noun="Board")


def meeting(*lines: str, day: date | None = None, body: Body = BOARD, kind: ItemKind = ItemKind.ORDINARY) -> Record:
    """A meeting with one item."""
    item = Item("Foraging", "1", kind, entries=tuple(Entry(line) for line in lines))
    return Record(body, Meeting(date=day), (item,))


def offered(before: str, *learned: str, kind: ItemKind = ItemKind.ORDINARY) -> str | None:
    """What is offered after these lines of earlier minutes."""
    runs = WordRuns(EarlierLine(kind, line) for line in learned)
    found = Completer(Context(meeting(kind=kind), 1, earlier=runs, sources=LEARNED)).suggest(before)
    return found.text if found else None


def test_a_run_of_words_seen_before_is_offered_whole() -> None:
    said = "Members thanked the wardens of the upper orchard for their patience."
    assert offered("The wardens of the up", said, said) == "per orchard for their patience."


def test_what_went_on_in_different_ways_is_not_offered() -> None:
    lines = ("The orchard wall was mended.", "The orchard wall was painted.", "The orchard wall was sold.")
    assert offered("The orchard wall was ", *lines) is None


def test_a_standing_item_is_offered_the_sentence_it_had_before() -> None:
    said = "The Chairman asked all present to say whether any orchard was theirs."
    one = [EarlierLine(ItemKind.DECLARATIONS, said), EarlierLine(ItemKind.ORDINARY, "The hedge was high.")]
    runs = WordRuns(one * 3)

    def begun(kind: ItemKind) -> str:
        found = Completer(Context(meeting(kind=kind), 1, earlier=runs, sources=LEARNED)).suggest("")
        return found.text if found else ""

    assert begun(ItemKind.DECLARATIONS).startswith("The Chairman asked all present to say whether")
    assert "asked" not in begun(ItemKind.ORDINARY)


def test_numbers_and_dates_of_earlier_meetings_are_never_offered() -> None:
    said = "The trees were counted again on 14 June 2024 by the wardens."
    assert offered("The trees were coun", said, said, said) == "ted again on"


def test_private_notes_and_queries_are_not_learned_from() -> None:
    assert offered("the warden dozed thr", "N: the warden dozed throughout", "Q: the warden dozed throughout?") is None


def test_marks_of_actions_are_not_learned() -> None:
    said = "On the hedge {Ann Moss>agreed to bring} the shears along."
    assert offered("On the hedge Ann Moss ag", said, said) == "reed to bring the shears along."


def test_a_word_that_may_be_finished_is_not_made_longer() -> None:
    assert offered("All of the partners", "The partnership met.", "The partners met.", "Some partners met.") is None


def test_words_that_begin_alike_are_offered_as_far_as_they_are_a_word() -> None:
    lines = ("The quibble stood.", "Two quibbles stood.", "He quibbled.", "Some quibbles stood.", "A quibble stood.")
    assert offered("Then a quib", *lines) == "ble"


def test_earlier_minutes_are_those_of_the_body_before_the_meeting_in_order(store: Store) -> None:
    store.add(meeting("third", day=date(2026, 3, 1)))
    store.add(meeting("first", "second", day=date(2026, 1, 5)))
    this = store.add(meeting("this", day=date(2026, 6, 1)))
    store.add(meeting("later", day=date(2026, 9, 1)))
    store.add(meeting("someone else's", day=date(2026, 2, 1), body=Body("Southmere Board")))
    undated = store.add(meeting("undated"))
    assert [each.line for each in store.earlier_minutes(this)] == ["first", "second", "third"]
    assert [each.line for each in store.earlier_minutes(undated)][-2:] == ["this", "later"]


def test_lines_taken_out_of_earlier_minutes_are_gone_from_them(store: Store) -> None:
    number = store.add(meeting("kept", "struck out", day=date(2026, 1, 5)))
    store.save_page(store.record(number).items[0].id, "kept", datetime(2026, 1, 5, 12))
    this = store.add(meeting(day=date(2026, 6, 1)))
    assert store.earlier_minutes(this) == [EarlierLine(ItemKind.ORDINARY, "kept")]


def test_no_more_is_read_of_a_long_archive_than_is_worth_it(store: Store) -> None:
    for year in range(3):
        store.add(meeting(*(f"{year} {line}" for line in range(MOST_LINES // 2)), day=date(2020 + year, 1, 5)))
    this = store.add(meeting(day=date(2026, 6, 1)))
    lines = store.earlier_minutes(this)
    assert len(lines) == MOST_LINES
    assert (lines[0].line, lines[-1].line) == ("1 0", f"2 {MOST_LINES // 2 - 1}")


def test_the_simulated_typist_types_the_same_minutes_with_ever_fewer_keys() -> None:
    target = meeting(
        "The Board heard from the wardens of the upper orchard that the wall had been mended.",
        "- The wardens of the upper orchard had asked members for more twine.",
        "R: That the wardens of the upper orchard be thanked",
        day=date(2026, 6, 1),
    )
    before = meeting("The wardens of the upper orchard had asked members for string.", day=date(2026, 3, 1))
    known = known_before(target, [before, target])
    keys = [measure(target, known, layer, sources).keys for layer, sources in LAYERS]
    assert keys == sorted(keys, reverse=True)
    assert keys[-1] < 0.7 * characters(target)


def test_a_comma_of_another_sentence_is_offered_only_with_the_words_after_it() -> None:
    lines = ("The wardens saw the orchard, which was dry.", "The wardens saw the orchard, as all had.")
    assert offered("The wardens saw the or", *lines) == "chard"
    assert offered("The wardens saw the or", *lines[:1] * 3) == "chard, which was dry."
