"""Nothing of an exempt item but its heading and its public summary can reach a public copy, whatever it holds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from clerk.afterwards.parts import Amendment, AmendmentAgreed, Confirmation
from clerk.afterwards.since import Afterwards
from clerk.copying.public import summary_of
from clerk.minutes import Heading
from clerk.model import Adjournment, Body, Declaration, Document, Entry, Item, Meeting, Movement, Record
from clerk.notation import PREFIXES, Kind
from clerk.terms import DocumentKind, ItemKind, ItemState, MeetingState, MovementKind, Outcome
from exports.copies import Choice, document, write_copy, written
from exports.save import ExportError
from exports.tables import EXTRACTS
from exports.word import word_bytes
from tests.clerk.hostile import maybe_moments, names, records, texts
from tests.exports.invented import PROPERTIES

PUBLIC = Choice(public=True)
STYLES = st.sampled_from(("county", "actions", "parish"))
# Records are large, and making a failing one smaller takes minutes; the failing one is kept and tried first next time.
HARD = settings(
    max_examples=20,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
WHEN = datetime(2026, 6, 19, 10, 30)
CANARY = "qzxconfidentialjvk"


@st.composite
def secrets(draw: st.DrawFn) -> list[Entry]:
    """Lines of every kind but a public summary, about anything."""
    kinds = st.sampled_from([*(kind for kind in PREFIXES if kind is not Kind.SUMMARY), None])
    lines = []
    for kind in draw(st.lists(kinds, min_size=1, max_size=6)):
        text = draw(texts).replace("\n", " ")
        line = (PREFIXES[kind] if kind else "") + draw(
            st.sampled_from([text, f"{{KL>{text}}}", f"KL: {text} by 5 May"])
        )
        if Entry(line).kind is not Kind.SUMMARY:
            lines.append(Entry(line, draw(maybe_moments), draw(maybe_moments)))
    return lines


def _planted(record: Record, exempt: set[int], word: Callable[[], str], entries: Callable[[], list[Entry]]) -> Record:
    """The record with these items exempt, and everything that must not be known of them made anew."""

    def secret(item: Item) -> Item:
        papers = tuple(Document(DocumentKind.REPORT, word(), word(), word(), word(), word()) for _ in range(2))
        minute = (*entries(), Entry("S: The Board settled a claim {KL>agreed}."), *entries())
        item = replace(item, note=word(), reason=word(), deferred_to=word(), urgent_because=word())
        return replace(item, exempt="3", documents=papers, entries=minute)

    def touched(*positions: int) -> bool:
        return bool(exempt & set(positions))

    def noted(item: Item) -> Item:
        notes = (Entry(f"Q: {word()}"), Entry(f"N: {word()}"), Entry(f"S: {word()}"))
        return replace(item, entries=(*item.entries, *notes))

    items = tuple(secret(item) if position in exempt else noted(item) for position, item in enumerate(record.items, 1))
    declared = tuple(
        replace(each, interest=word(), nature=word(), dispensation=word())
        if touched(*each.items, each.made_at)
        else each
        for each in record.declarations
    )
    # Of a movement with no item of its own it depends on the times where it is told, so none is given a reason here.
    moved = tuple(replace(each, why=word() if touched(each.item) else "") for each in record.movements)
    breaks = tuple(replace(each, why=word()) if touched(each.item) else each for each in record.meeting.adjournments)
    meeting = replace(record.meeting, adjournments=breaks, closed=None)
    since = _since(record, exempt, word)
    return replace(record, items=items, declarations=declared, movements=moved, meeting=meeting, afterwards=since)


def _since(record: Record, exempt: set[int], word: Callable[[], str]) -> Afterwards:
    """What became of the minutes, with the words of every amendment of an exempt minute made anew."""

    def line() -> str:
        return f"- {word()}"

    made = [
        replace(each, old=line(), new=line()) if each.item in exempt or not each.item else each
        for each in record.afterwards.amendments
    ]
    made += [Amendment(position, 1, "24", line(), f"R: {word()}") for position in exempt]
    # What never prints is not for the public in an open minute either.
    made += [Amendment(at, 1, "24", f"N: {word()}", f"Q: {word()}") for at in range(1, len(record.items) + 1)]
    agreed = [replace(each, old=line(), new=line(), exempt=True) for each in record.afterwards.agreed]
    agreed += [AmendmentAgreed(1, None, "24", line(), line(), exempt=True)]
    circulated = [replace(each, to=word()) for each in record.afterwards.circulated]
    return Afterwards(tuple(circulated), tuple(made), tuple(agreed), record.afterwards.confirmation)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Record, Record, Record]:
    """Two records that differ only in what is exempt, and one with a word planted wherever they differ."""
    record = draw(records().filter(lambda each: bool(each.items)))
    # An item considered with another may have its minute there, which has a test of its own.
    items = tuple(replace(item, taken_with=0, exempt="") for item in record.items)
    record = replace(record, items=items, body=replace(record.body, style=draw(STYLES)))
    exempt = draw(st.sets(st.integers(1, len(items)), min_size=1))
    one, other = (_planted(record, exempt, lambda: draw(names), lambda: draw(secrets())) for _ in range(2))
    every = [
        Entry(f"{prefix}{CANARY} {{{CANARY}>{CANARY}}}")
        for kind, prefix in PREFIXES.items()
        if kind is not Kind.SUMMARY
    ]
    return one, other, _planted(record, exempt, lambda: CANARY, lambda: [Entry(CANARY), *every])


def _copies(record: Record) -> list[bytes]:
    """Every public copy there is, as bytes."""
    kinds = ("minutes", "decisions", "actions", "confirmed")
    since = replace(record.afterwards, confirmation=record.afterwards.confirmation or Confirmation())
    record = replace(record, meeting=replace(record.meeting, state=MeetingState.CONFIRMED), afterwards=since)
    made = [word_bytes(document(kind, record, PUBLIC), PROPERTIES, comments=True) for kind in kinds]
    made += [written(kind, record, PUBLIC).encode("utf-8", "backslashreplace") for kind in ("text", "markdown", "json")]
    made += [repr(document(kind, record, PUBLIC)).encode("utf-8", "backslashreplace") for kind in kinds]
    extracts = [written("csv", record, replace(PUBLIC, what=what)) for what in EXTRACTS]
    return [*made, *(each.encode("utf-8", "backslashreplace") for each in extracts)]


def _opened(content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@HARD
@given(pairs())
def test_public_copies_are_the_same_to_the_byte_whatever_is_exempt(made: tuple[Record, Record, Record]) -> None:
    one, other, _ = made
    assert _copies(one) == _copies(other)


@HARD
@given(pairs())
def test_a_word_planted_in_all_that_is_exempt_is_in_no_part_of_a_public_copy(
    made: tuple[Record, Record, Record],
) -> None:
    _, _, planted = made
    for content in _copies(planted):
        assert CANARY.encode() not in _opened(content).lower()


RECORD = Record(
    Body("Northmere Board", noun="Board"),
    Meeting(
        WHEN.date(), state=MeetingState.DRAFT, adjournments=(Adjournment(WHEN, item=3, why=CANARY),), first_minute=5
    ),
    (
        Item("Declarations", "1", ItemKind.DECLARATIONS, state=ItemState.DONE),
        Item("Budget", "2", state=ItemState.DONE, entries=(Entry("R: That it be noted"), Entry(f"Q: {CANARY}"))),
        Item(
            "Land at Elm Road",
            "3",
            state=ItemState.DONE,
            exempt="3",
            entries=(
                Entry(f"The valuation was {CANARY}."),
                Entry("S: The Board considered the disposal of land."),
                Entry(f"A: KL: write to {CANARY}"),
                Entry("S: It decided on what terms to sell."),
                Entry(f"R: That {CANARY} be accepted"),
            ),
        ),
    ),
    declarations=(Declaration("Cllr A. Example", "personal", CANARY, (3,), Outcome.LEFT, 3, dispensation=CANARY),),
    movements=(Movement("Cllr A. Example", MovementKind.LEFT, WHEN, 3, why=CANARY),),
)


def test_the_full_copies_do_hold_what_the_public_ones_leave_out() -> None:
    for kind in ("text", "markdown", "json"):
        assert CANARY in written(kind, RECORD)
    for what in ("actions", "declarations"):
        assert CANARY in written("csv", RECORD, Choice(what=what))
    for kind in ("minutes", "decisions", "actions"):
        assert CANARY in repr(document(kind, RECORD))


def test_an_exempt_item_prints_its_heading_and_its_summary() -> None:
    text = written("text", RECORD, PUBLIC)
    assert text.split("7. Land at Elm Road\n")[1].split("\n\n")[1:3] == [
        "The Board considered the disposal of land.",
        "It decided on what terms to sell.",
    ]
    assert "Actions" not in text
    assert "PUBLIC COPY" in text
    assert "NOT FOR PUBLICATION" not in text
    assert "NOT FOR PUBLICATION" in written("text", RECORD)


def test_who_declared_an_interest_in_exempt_business_is_told_but_not_why() -> None:
    text = written("text", RECORD, PUBLIC)
    said = "Cllr A. Example declared a personal interest in agenda item 3 (Land at Elm Road) and left the meeting"
    assert text.index("5. Declarations") < text.index(said) < text.index("6. Budget")


def test_the_public_decisions_give_the_summary_of_an_exempt_item() -> None:
    blocks = document("decisions", RECORD, PUBLIC).blocks
    assert [block.text for block in blocks if isinstance(block, Heading)][1:] == ["Budget", "Land at Elm Road"]
    assert "terms to sell" in repr(blocks)


def _with(position: int, **changes: object) -> Record:
    items = list(RECORD.items)
    items[position - 1] = replace(items[position - 1], **changes)  # type: ignore[arg-type]
    return replace(RECORD, items=tuple(items))


@pytest.mark.parametrize("kind", ["minutes", "decisions", "actions", "text", "markdown", "json", "csv"])
def test_without_a_summary_there_is_no_public_copy_and_nothing_is_saved(tmp_path: Path, kind: str) -> None:
    bare = _with(3, entries=(Entry("R: That it be sold"), Entry("S: ")))
    with pytest.raises(ExportError, match=r"Agenda item 3 \(Land at Elm Road\) is exempt and has no public summary"):
        write_copy(tmp_path / "copy", kind, bare, PUBLIC)
    assert list(tmp_path.iterdir()) == []


def test_an_exempt_item_that_was_not_reached_needs_no_summary() -> None:
    waiting = _with(3, entries=(Entry("N: bring the plan"),), state=ItemState.TO_COME)
    text = written("text", waiting, PUBLIC)
    assert "7. Land at Elm Road" in text
    assert "not reached" in text
    assert "bring the plan" not in text


def test_an_exempt_item_minuted_under_a_public_one_is_refused() -> None:
    joined = _with(3, entries=(), taken_with=2)
    with pytest.raises(ExportError, match=r"considered with agenda item 2 \(Budget\), which is not marked exempt"):
        document("minutes", joined, PUBLIC)


def test_braces_in_a_summary_print_as_in_any_paragraph_and_make_no_action() -> None:
    item = Item("X", exempt="1", entries=(Entry("S: The Clerk {KL>agreed to write} and [/] \\{was} {thanked"),))
    assert summary_of(item) == ("The Clerk KL agreed to write and [/] {was} {thanked",)
    record = replace(RECORD, items=(replace(item, state=ItemState.DONE),))
    assert "The Clerk KL agreed to write and [/] {was} {thanked" in written("text", record, PUBLIC)
    assert "There are no actions." in repr(document("actions", record, PUBLIC))


def test_the_public_copy_of_a_meeting_with_nothing_exempt_says_what_the_minutes_say() -> None:
    plain = _with(3, exempt="", entries=())
    assert written("text", plain, PUBLIC) == written("text", plain)
    assert f"Q: {CANARY}" not in written("json", plain, PUBLIC)
