"""How one wording differs from another, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.language.differing import marked, smoothed, stretches, words


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        ("agreed to note it", "agreed to approve it", "agreed to [-note-]{+approve+} it"),
        ("one two", "one two three", "one two{+ three+}"),
        ("one two three", "two three", "[-one -]two three"),
        ("a red big house", "a blue small house", "a [-red big-]{+blue small+} house"),
        ("the report.", "the report, as amended.", "the report{+, as amended+}."),
        ("same", "same", "same"),
        ("", "all new", "{+all new+}"),
        ("Siân’s", "Sian’s", "[-Siân’s-]{+Sian’s+}"),
    ],
)
def test_a_difference_is_said_in_whole_words(now: str, then: str, said: str) -> None:
    assert marked(now, then) == said


@given(st.text("ab ,.\n’", max_size=40), st.text("ab ,.\n’", max_size=40))
def test_a_difference_holds_both_wordings_whole(now: str, then: str) -> None:
    found = smoothed(stretches(words(now), words(then)), str.isspace)
    assert "".join("".join(each.old) for each in found) == now
    assert "".join("".join(each.new) for each in found) == then
    assert all(each.old or each.new for each in found)


def test_words_that_went_and_came_are_marked() -> None:
    assert marked("was taken as read", "was agreed") == "was [-taken as read-]{+agreed+}"
    assert marked("a b", "a b") == "a b"


def test_two_long_lines_that_have_little_in_common_are_told_apart() -> None:
    one = " ".join(f"{n % 7} of" for n in range(20_000))
    other = " ".join(f"of {n % 5}" for n in range(20_000))
    assert len(marked(one, other)) >= len(one) + len(other) - 20
