from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk import notation, spans
from clerk.drafting import draft
from clerk.house_style import load
from clerk.minutes import Heading, ListItem, Paragraph, plain
from clerk.model import Body, Entry, Item, Meeting, Presence, Record
from clerk.terms import Attendance


def minute(*lines: str) -> Record:
    item = Item("Banks", "7", entries=tuple(Entry(line) for line in lines))
    roll = (Presence("Cllr A. Reed", status=Attendance.APOLOGIES),)
    return Record(Body("Fenmarsh Flood Partnership"), Meeting(date(2026, 6, 12)), (item,), roll)


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", *notation.PREFIXES.values()]),
            st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])),
        ),
        max_size=8,
    )
)
def test_every_word_typed_prints_once_and_in_order_except_notes(page: list[tuple[str, str]]) -> None:
    lines = [prefix + words for prefix, words in page]
    kinds = {notation.parse(line).kind for line in lines}
    if kinds & {notation.Kind.VOTE, notation.Kind.MOTION, notation.Kind.AMENDMENT, notation.Kind.ACTION}:
        style = replace(load("county"), printing=replace(load("county").printing, full_names=False, action_table=False))
    else:
        style = load("county")
    blocks = draft(minute(*lines), style).blocks
    texts = [
        each.text if isinstance(each, Heading) else plain(each.runs)
        for each in blocks
        if isinstance(each, Heading | Paragraph | ListItem)
    ]
    printed = "\n".join(texts).casefold()
    place = 0
    for line in map(notation.parse, lines):
        if line.kind in notation.UNPRINTED or line.kind in (
            notation.Kind.VOTE,
            notation.Kind.MOTION,
            notation.Kind.AMENDMENT,
        ):
            continue
        words = spans.printed(line.text).strip().casefold().rstrip(".;,").rstrip()
        place = printed.index(words, place) + len(words)


@pytest.mark.parametrize(
    "part", ["a", "a.", " ", ", ", "1 ", "{", "a@", "; ", "\\", "www.", "and ", "(", "Ab ", "by ", ":"]
)
@pytest.mark.parametrize("prefix", ["", "R: ", "A: ", "M: ", "V: ", "- "])
def test_a_line_of_a_hundred_thousand_characters_is_drafted_at_once(prefix: str, part: str) -> None:
    begun = perf_counter()
    minutes = draft(minute(prefix + "x " + part * (100_000 // len(part)) + "x"))
    assert len(str(minutes)) > 10_000
    assert perf_counter() - begun < 2
