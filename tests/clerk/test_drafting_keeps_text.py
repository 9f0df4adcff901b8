from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk import notation, spans
from clerk.drafting import draft
from clerk.house_style import load
from clerk.minutes import Heading, ListItem, Paragraph, plain
from clerk.model import Body, Entry, Item, Meeting, Presence, Record
from clerk.notation import Kind
from clerk.terms import Attendance


def minute(*lines: str) -> Record:
    item = Item("Banks", "7", entries=tuple(Entry(line) for line in lines))
    roll = (Presence("Cllr A. Reed", status=Attendance.APOLOGIES),)
    return Record(Body("Fenmarsh Flood Partnership"), Meeting(date(2026, 6, 12)), (item,), roll)


Said = Heading | Paragraph | ListItem
# A sentence of the house style, and not the line, says what was moved and voted.
TOLD = (Kind.MOTION, Kind.AMENDMENT, Kind.VOTE)
# Initials are left as they are typed, and the table does not say the actions again.
AS_TYPED = replace(load("county"), printing=replace(load("county").printing, full_names=False, action_table=False))


def printed_text(record: Record) -> str:
    """All that the minutes print in headings, paragraphs and lists, in small letters."""
    blocks = draft(record, AS_TYPED).blocks
    texts = (each.text if isinstance(each, Heading) else plain(each.runs) for each in blocks if isinstance(each, Said))
    return "\n".join(texts).casefold()


@settings(max_examples=120)
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
    printed = printed_text(minute(*lines))
    place = 0
    for line in map(notation.parse, lines):
        if line.kind not in (*notation.UNPRINTED, *TOLD):
            words = spans.printed(line.text).strip().casefold().rstrip(".;,").rstrip()
            place = printed.index(words, place) + len(words)


@pytest.mark.parametrize(
    "part", ["a", "a.", " ", ", ", "1 ", "{", "a@", "; ", "\\", "www.", "and ", "(", "Ab ", "by ", ":"]
)
@pytest.mark.parametrize("prefix", ["", "R: ", "A: ", "M: ", "V: ", "- "])
def test_a_line_of_a_hundred_thousand_characters_is_drafted(prefix: str, part: str) -> None:
    minutes = draft(minute(prefix + "x " + part * (100_000 // len(part)) + "x"))
    assert len(str(minutes)) > 10_000
