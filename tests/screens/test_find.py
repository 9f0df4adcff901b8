"""Finding words anywhere in a meeting."""

from __future__ import annotations

import pytest

from clerk.language.folding import fold, stretches, words_of
from clerk.model import Body, Entry, Item, Meeting, Record
from clerk.terms import ItemKind
from screens.find import Find, find, findable, where
from tests.screens.acting import shown, type_text
from tests.screens.holding import SIZES, holding


def item(title: str, *lines: str, note: str = "", kind: ItemKind = ItemKind.ORDINARY) -> Item:
    return Item(title, note=note, kind=kind, entries=tuple(map(Entry, lines)))


RECORD = Record(
    Body("Invented Board"),
    Meeting(first_minute=36),
    (
        item("Welcome", "Siân Ō’Hara was welcomed [sic]."),
        item("BUSINESS", kind=ItemKind.HEADING),
        item(
            "Street lighting",
            "The Board considered a report.",
            "- Lighting in the café quarter was poor.",
            "",
            "- The trial was “well-lit”.",
            "R: That the report be noted",
            "R: That lighting be improved",
            "A: AE: write to the café owners",
            note="To consider\nthe lighting trial.",
        ),
    ),
)
EVERYTHING = list(findable(RECORD))


def found(typed: str) -> list[str]:
    return [f"{each.name}: {each.text}" for each in find(EVERYTHING, typed)]


def test_all_the_words_must_be_in_the_line_in_any_order() -> None:
    assert found("noted report") == ["37 RESOLVED (a): That the report be noted"]
    assert found("noted lighting") == []


@pytest.mark.parametrize("typed", ["sian", "SIÂN", "si\u00e2n", "sia\u0302n", "o'hara", "ō’hara", "[sic]", "elcomed"])
def test_capitals_accents_and_the_shape_of_an_apostrophe_do_not_matter(typed: str) -> None:
    assert found(typed) == ["36: Siân Ō’Hara was welcomed [sic]."]


def test_titles_and_the_words_of_the_agenda_are_found_too() -> None:
    assert found("street") == ["37 title: Street lighting"]
    assert found("consider the") == ["37 agenda: To consider the lighting trial.", "37: The Board considered a report."]
    assert found("business") == ["title: BUSINESS"]


def test_a_line_is_found_by_its_name_but_not_by_its_number_alone() -> None:
    assert found("37(ii)") == ["37(ii): The trial was “well-lit”."]
    assert found("action") == ["37 ACTION: AE: write to the café owners"]
    assert found("resolved improved") == ["37 RESOLVED (b): That lighting be improved"]
    assert found("37") == []


def test_nothing_typed_finds_nothing() -> None:
    assert found("  ") == []


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("quarter", (2, 1, 23)),
        ("cafe poor", (2, 1, 18)),
        ("welcomed", (0, 0, 16)),
        ("owners", (2, 6, 25)),
        ("street", (2, 0, 0)),
        ("37(ii)", (2, 3, 2)),
    ],
)
def test_what_is_found_leads_to_the_word_on_the_page(typed: str, place: tuple[int, int, int]) -> None:
    (first,) = find(EVERYTHING, typed)
    assert where(first, typed) == place
    at, line, column = place
    if first.start is not None and typed != "37(ii)":
        assert fold(RECORD.items[at].entries[line].line[column:]).startswith(words_of(typed)[0])


def test_stretches_are_where_the_words_stand_even_when_folding_changes_the_length() -> None:
    text = "ﬁne Straße, e\u0301tude"
    assert [text[start:end] for start, end in stretches(text, words_of("fine strasse etude"))] == [
        "ﬁne",
        "Straße",
        "e\u0301tude"[:1] + "\u0301tude",
    ]
    assert stretches(text, ["zz"]) == []


def test_stretches_that_meet_are_one() -> None:
    assert stretches("banana", ["bana", "na"]) == [(0, 6)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_shows_its_name_and_the_word_in_its_context(size: tuple[int, int]) -> None:
    long = "word " * 60 + "the needle in it " + "word " * 60
    record = Record(Body("B"), Meeting(), (item("One", "- " + long),))
    async with holding(Find(record), size) as held:
        await type_text(held.pilot, "needle")
        row = shown(held.pilot).split("\n")[5 if size[1] == 40 else 3]
        assert "► 1(i)" in row
        assert "…word word" in row
        assert "the needle in it" in row
        assert row.rstrip(" │").endswith("…")


async def test_enter_goes_to_what_is_marked_and_escape_nowhere() -> None:
    async with holding(Find(RECORD)) as held:
        await type_text(held.pilot, "lighting")
        assert "Find in this meeting   4 lines" in shown(held.pilot)
        await held.press("down", "down", "enter")
        assert held.given == [(2, 1, 2)]
    async with holding(Find(RECORD)) as held:
        await type_text(held.pilot, "lighting")
        await held.press("escape")
        assert held.given == [None]


async def test_the_first_found_from_the_officers_item_on_is_marked() -> None:
    record = Record(Body("B"), Meeting(), (item("a", "same"), item("b", "same"), item("c", "same")))
    async with holding(Find(record, at=1)) as held:
        await type_text(held.pilot, "same\n")
        assert held.given == [(1, 0, 0)]


async def test_a_click_goes_there() -> None:
    async with holding(Find(RECORD)) as held:
        await type_text(held.pilot, "lighting")
        await held.pilot.click("Rows", offset=(10, 3))
        assert held.given == [(2, 5, 8)]


async def test_when_nothing_is_found_enter_stays() -> None:
    async with holding(Find(RECORD)) as held:
        await type_text(held.pilot, "zebra\n")
        assert "no lines" in shown(held.pilot)
        assert held.given == []


async def test_brackets_typed_and_found_are_brackets() -> None:
    async with holding(Find(RECORD)) as held:
        await type_text(held.pilot, "[sic]")
        assert "was welcomed [sic]." in shown(held.pilot)
        await type_text(held.pilot, "[/]")
        assert "no lines" in shown(held.pilot)


def test_all_of_twenty_thousand_words_are_searched() -> None:
    line = "Members’ questions about the café and the lighting of the street were answered at some length in all."
    record = Record(
        Body("B"), Meeting(), tuple(item(f"Item {n}", *[f"- {line} {m}" for m in range(50)]) for n in range(20))
    )
    everything = list(findable(record))
    for typed in ("m", "cafe", "cafe street 49"):
        hits = find(everything, typed)
        assert len(hits) == (20 if "49" in typed else 1000 if "cafe" in typed else 1020)
