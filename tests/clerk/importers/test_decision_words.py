"""The forms in which published minutes give decisions and votes, and what of them becomes a line of its own."""

from __future__ import annotations

import pytest

from clerk import notation
from clerk.importers.heading import read_heading
from clerk.importers.minutes.minute_text import to_notation
from clerk.voting.votes import read_vote

CASES = [
    (
        ["It was moved by Cllr Fenn, seconded by Cllr Hay and RESOLVED that the fee be kept."],
        ["It was moved by Cllr Fenn, seconded by Cllr Hay and", "R: That the fee be kept"],
    ),
    (["Cllr Fenn spoke. It was RESOLVED: To wait."], ["Cllr Fenn spoke. It was", "R: To wait"]),
    (
        ["The vote was taken and it was RESOLVED that:", "(a) the fee be kept;", "(b) a map be drawn."],
        ["The vote was taken and it was", "R: That the fee be kept", "R: That a map be drawn"],
    ),
    (["It was resolved that the fee be kept."], ["R: That the fee be kept"]),
    (["It was unanimously resolved to write."], ["R: To write", "V: unanimous"]),
    (["RESOLVED (unanimously) that the fee be kept."], ["R: That the fee be kept", "V: unanimous"]),
    (["It was resolved to:", "A   Note the map", "B   Write."], ["R: To note the map", "R: To write"]),
    (["RESOLVED:", "A report be made."], ["R: A report be made"]),
    (
        ["Resolved: that (1) the fee be kept; (2) a map be drawn; and (3) item (1) be told."],
        ["R: That the fee be kept", "R: That a map be drawn", "R: That item (1) be told"],
    ),
    (
        ["Resolved, proposed Cllr Fenn, seconded Cllr Hay, that the fee be kept."],
        ["Proposed Cllr Fenn, seconded Cllr Hay.", "R: That the fee be kept"],
    ),
    (
        ["Resolved (7:7 and on the chairs casting vote) that the fee be kept."],
        ["R: That the fee be kept", "V: 7-7 casting carried"],
    ),
    (["That, the fee be kept."], ["R: That the fee be kept"]),
    (["For: 26", "Against: 32", "Abstention: 0", "Then prose."], ["V: 26-32-0", "Then prose."]),
    (["For: 26 / Against: 32 / Abstention: 0"], ["V: 26-32-0"]),
    (["(8 in favour, 3 against and 1 abstention)"], ["V: 8-3-1"]),
    (
        [
            "Members voting FOR the amendment: Councillors Fenn, Hay and Oak (3 votes)",
            "Members voting AGAINST the amendment: Councillor Reed (1 vote)",
            "Abstained: none (0)",
        ],
        ["V: named for Fenn, Hay, Oak; against Reed"],
    ),
]

PROSE = [
    # Somebody's words, an older decision, or a decision with more said after it.
    "The Chair said that in 2010 the Council had RESOLVED that the fee be kept.",
    "Minute 4 should read: “it was moved and it was RESOLVED that the fee be kept.",
    "It was moved and RESOLVED that the fee be kept. Cllr Hay left the room.",
    "It was agreed that Cllr Hay would write.",
    "It was recommended by the officer that the fee be kept.",
    "The motion was put to the vote and declared CARRIED.",
    "RESOLVED ITEMS",
    "There were 8 for and many against.",
]


@pytest.mark.parametrize(("paragraphs", "lines"), CASES)
def test_a_decision_or_vote_that_is_certain_becomes_a_line_of_its_own(paragraphs: list[str], lines: list[str]) -> None:
    assert to_notation(paragraphs).lines == lines


@pytest.mark.parametrize("paragraph", PROSE)
def test_whatever_is_not_certain_stays_prose_word_for_word(paragraph: str) -> None:
    assert to_notation([paragraph]).lines == [paragraph]


def test_named_sides_whose_numbers_do_not_fit_their_names_stay_prose() -> None:
    sides = ["For (2): Fenn, Hay", "Against (3): Oak, Reed"]
    assert to_notation(sides).lines == sides


@pytest.mark.parametrize("line", [line for _, lines in CASES for line in lines if line.startswith("V: ")])
def test_every_vote_written_is_one_that_can_be_read(line: str) -> None:
    assert read_vote(notation.parse(line).text)


def test_quoted_words_given_as_the_decision_are_the_resolution() -> None:
    assert to_notation(["“That the fee be kept.”"], decided=True).lines == ["R: That the fee be kept"]
    assert to_notation(["“That the fee be kept.”"]).lines == ["“That the fee be kept.”"]


@pytest.mark.parametrize(
    ("text", "body", "clock", "tail", "occasion"),
    [
        ("Budget Setting, Council - Thursday, 4th June, 2026 7.30 pm", "Council", "19:30", "", "Budget Setting"),
        (
            "Roads, Cabinet Panel - Thursday 4 June 2026 6.00 p.m., POSTPONED",
            "Roads, Cabinet Panel",
            "18:00",
            "POSTPONED",
            "",
        ),
        ("Agenda for Cabinet on Thursday, 4 June 2026, 7:30 pm", "Cabinet", "19:30", "", ""),
        ("Cabinet - 04/06/2026 19.30 hrs, CANCELLED", "Cabinet", "19:30", "CANCELLED", ""),
        ("Ferry Council held on Thursday 4th of June 2026 at 7pm", "Ferry Council", "19:00", "", ""),
    ],
)
def test_a_heading_gives_body_day_time_and_what_stands_beside(
    text: str, body: str, clock: str, tail: str, occasion: str
) -> None:
    read = read_heading(text)
    assert (read.body, f"{read.time:%H:%M}", read.tail, read.occasion) == (body, clock, tail, occasion)
    assert f"{read.date}" == "2026-06-04"
