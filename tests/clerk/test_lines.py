"""Lines keep who they are while a page is edited, and no wording is lost on the way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.lines import is_insertion, likeness, match, shared_start, worth_keeping

lines = st.lists(
    st.sampled_from(["", "a", "R: that", "R: that it be", "- point one", "- point two", "x" * 40]), max_size=8
)


@given(lines, lines)
def test_matches_rise_and_no_line_is_continued_twice(old: list[str], new: list[str]) -> None:
    partners = match(old, new)
    found = [partner for partner in partners if partner is not None]
    assert len(partners) == len(new)
    assert found == sorted(set(found))
    assert all(0 <= partner < len(old) for partner in found)


@given(lines)
def test_an_unchanged_page_keeps_every_line(page: list[str]) -> None:
    assert match(page, page) == list(range(len(page)))


@given(lines, lines, lines)
def test_lines_put_in_leave_the_head_and_the_tail_as_they_were(
    head: list[str], added: list[str], tail: list[str]
) -> None:
    partners = match(head + tail, head + added + tail)
    kept = [partner for partner in partners if partner is not None]
    assert kept == list(range(len(head + tail)))


@pytest.mark.parametrize(
    ("old", "new", "partners"),
    [
        (["one", "two", "three"], ["one", "two and a half", "three"], [0, 1, 2]),
        (["R: that it be noted"], ["RC: that it be noted"], [0]),
        (["A: KL: call the school"], ["Something quite different"], [None]),
        (["alpha beta", "gamma delta"], ["new line", "alpha beta!", "gamma delta!"], [None, 0, 1]),
        (["alpha beta", "gamma delta"], ["gamma delta!"], [1]),
        (["The Board met and agreed the plan"], ["The Board met and", "agreed the plan"], [0, None]),
        (["", "x"], ["typed here", "x"], [None, 1]),
        ([], ["first"], [None]),
        (["last"], [], []),
        (["a b c d", "", "e f g h"], ["a b c d e", "", "e f g h i"], [0, 1, 2]),
    ],
)
def test_changed_lines_are_matched_in_order_by_likeness(
    old: list[str], new: list[str], partners: list[int | None]
) -> None:
    assert match(old, new) == partners


@given(st.text(max_size=8), st.text(max_size=8))
def test_likeness_lies_between_nothing_and_the_same(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == (1.0 if one.strip() else 0.0)


@given(st.text("ab", max_size=6), st.text("ab", max_size=6), st.text("ab", max_size=6))
def test_a_stretch_put_in_is_seen_as_that(before: str, added: str, after: str) -> None:
    assert is_insertion(before + after, before + added + after)


@given(st.text("ab", max_size=8), st.text("ab", max_size=8))
def test_the_shared_start_is_what_both_begin_with(one: str, other: str) -> None:
    count = shared_start(one, other)
    assert one[:count] == other[:count]
    assert count == min(len(one), len(other)) or one[count] != other[count]


def _within(part: str, whole: str) -> bool:
    letters = iter(whole)
    return all(letter in letters for letter in part)


@given(st.lists(st.tuples(st.text("ab ", max_size=6), st.sampled_from([0.3, 60.0])), min_size=1, max_size=12))
def test_every_wording_there_was_is_within_one_that_is_kept_or_stands(steps: list[tuple[str, float]]) -> None:
    standing = ""
    kept: list[str] = []
    for wording, stood in steps:
        if wording != standing and worth_keeping(standing, wording, stood, kept[-1] if kept else None):
            kept.append(standing)
        standing = wording
    assert all(any(_within(wording, one) for one in [*kept, standing]) for wording, _ in steps)


def test_typing_and_rubbing_out_keep_no_half_words() -> None:
    kept: list[str] = []
    typed = ["T", "Th", "The", "The B", "The Bo", "The B", "The ", "The ", "The C", "The Committee"]
    for old, new in pairwise(typed):
        if old != new and worth_keeping(old, new, 0.3, kept[-1] if kept else None):
            kept.append(old)
    assert kept == ["The Bo"]


def test_a_wording_that_stood_is_kept() -> None:
    assert worth_keeping("agreed", "agreed it", 5, None)
    assert not worth_keeping("agreed", "agreed it", 4.9, None)
    assert worth_keeping("agreed", "refused", 0.1, None)


def test_a_great_paste_is_matched() -> None:
    old = [f"line {number} of the page as it was" for number in range(1_500)]
    new = [f"another {number * 7} line altogether" for number in range(2_000)]
    assert len(match(old, new)) == 2_000
    assert len(match(["x" * 100_000], ["x" * 50_000 + "y" + "x" * 50_000])) == 1
