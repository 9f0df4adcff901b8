"""F1: nothing is cut off without a sign, and the lines shown as examples are what they are said to be."""

from __future__ import annotations

import pytest

from clerk.notation import Kind, parse
from clerk.voting.votes import read_vote
from screens.commands import MEETING_COMMANDS as COMMANDS
from screens.help import _EXAMPLES, help_text
from tests.screens.acting import shown
from tests.screens.conftest import Running


@pytest.mark.parametrize("cells", [72, 92, 142])
def test_no_row_of_the_page_is_wider_than_the_page(cells: int) -> None:
    rows = help_text(COMMANDS, True, cells).plain.split("\n")
    assert max(len(row.rstrip()) for row in rows) <= cells


def test_what_does_not_fit_is_cut_with_a_sign() -> None:
    page = help_text(COMMANDS, False, 72).plain
    cut = [command.brief for command in COMMANDS if (command.key or command.letter) and command.brief not in page]
    assert cut
    assert all(any(brief[:end] + "…" in page for end in range(5, len(brief))) for brief in cut)


def test_the_examples_are_read_as_they_say() -> None:
    votes = [parse(line).text for line, _ in _EXAMPLES if parse(line).kind is Kind.VOTE]
    assert votes
    assert all(read_vote(vote) for vote in votes)
    assert all(parse(line).kind is not Kind.PARAGRAPH for line, _ in _EXAMPLES)


async def test_the_examples_are_at_the_end_of_the_page_on_a_small_screen(running: Running) -> None:
    async with running((80, 24)) as pilot:
        await pilot.press("f1", "end")
        assert "V: named for AB, CD; against EF" in shown(pilot)
