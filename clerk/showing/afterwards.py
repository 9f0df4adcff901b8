"""What became of minutes after the meeting, in plain words for a terminal and for the head of a page."""

from __future__ import annotations

from collections.abc import Iterator

from clerk.afterwards.amending import say_confirmed, words_of
from clerk.afterwards.parts import Amendment, AmendmentAgreed, Circulation, How
from clerk.language.dates import say_date, say_time
from clerk.language.text import clean_line
from clerk.model import Record
from clerk.terms import MeetingState


def draft_line(made: Circulation) -> str:
    """Say of a draft when it went round, and to whom: "Draft 2 circulated on 3 December 2026 at 9.05 am to members"."""
    to = f" to {clean_line(made.to)}" if made.to else ""
    return (
        f"Draft {made.version} circulated on {say_date(made.when.date(), weekday=False)} at {say_time(made.when)}{to}"
    )


def drafts_lines(record: Record) -> list[str]:
    """Say of each draft that went round when it did, a line each."""
    lines = [draft_line(made) for made in record.afterwards.circulated]
    number = record.meeting.id or "N"
    return lines or [f"No draft has been circulated yet; clerk circulate {number} writes one."]


def since_lines(record: Record) -> Iterator[str]:
    """Say what became of the minutes of a meeting as a whole; nothing where nothing has happened."""
    yield from (draft_line(made) for made in record.afterwards.circulated)
    if record.meeting.state is MeetingState.CONFIRMED:
        yield say_confirmed(record)


def amended_lines(record: Record, position: int) -> Iterator[str]:
    """Say of an item how its minute was amended since, and what was amended under it."""
    for made in record.afterwards.amendments:
        if made.item == position:
            yield f"amended{_when(made)}: {_said(made, '', 'to read')}"
    for agreed in record.afterwards.agreed:
        if agreed.item == position:
            of = f" of {say_date(agreed.day, weekday=False)}" if agreed.day else ""
            yield f"agreed here: {_said(agreed, of, 'amended to read')}"


def _said(made: Amendment | AmendmentAgreed, of: str, to_read: str) -> str:
    minute, words = f"minute {made.minute}{of}", f"“{clean_line(words_of(made.new or made.old))}”"
    if made.how is How.PUT_IN:
        return f"after {minute} {words} put in"
    return f"{words} taken out of {minute}" if made.how is How.TAKEN_OUT else f"{minute} {to_read} {words}"


def _when(made: Amendment) -> str:
    on = f" on {say_date(made.agreed_on, weekday=False)}" if made.agreed_on else ""
    return f"{on} (minute {made.agreed_minute})" if made.agreed_minute is not None else on


def unplaced_lines(record: Record) -> Iterator[str]:
    """Say what was amended that belongs under no item any more."""
    yield from amended_lines(record, 0)


_AS_IT_STANDS = ("text", "markdown", "decisions", "actions", "csv")


def of_confirmed(record: Record, kind: str, gives_confirmed: bool, by_key: bool = False) -> Iterator[str]:
    """Say of a copy of confirmed minutes what it holds, where that is not what the officer may take it to be.

    ``kind`` is what was asked for, ``gives_confirmed`` whether it says what was confirmed though that was not asked
    for, and ``by_key`` whether it was asked for in the app.
    """
    from clerk.afterwards.confirming import changed_since

    changed = (gives_confirmed or kind == "confirmed") and changed_since(record)
    minutes = kind in ("minutes", "text", "markdown")
    if gives_confirmed and by_key:
        yield from () if changed else ("This says what was confirmed, as amended.",)
    elif gives_confirmed:
        taken, takes = ("is the confirmed copy", "writes") if minutes else ("says what was confirmed", "takes")
        yield f"These minutes are confirmed, so this {taken}; --draft {takes} the record as it stands."
    elif kind == "minutes":
        how = "Esc E, Confirmed minutes" if by_key else f"clerk export confirmed {record.meeting.id}"
        yield f"This is a draft of confirmed minutes; {how} writes the copy to sign."
    elif kind in _AS_IT_STANDS:
        yield "This is the record as it stands, not as it was confirmed."
    if changed:
        yield "The record has been changed since it was confirmed; the copy says what was confirmed, as amended."


def change_question(record: Record) -> str:
    """Ask, before the record of confirmed minutes is changed, whether that is meant."""
    on = record.afterwards.confirmation.on if record.afterwards.confirmation else None
    confirmed = f"These minutes were confirmed{f' on {say_date(on, weekday=False)}' if on else ''}."
    kept = " What was confirmed is kept." if record.afterwards.kept else ""
    return f"{confirmed} Change the record all the same? It will not be in what was signed.{kept}"


def change_warning(record: Record) -> str:
    """Say, for minutes that are confirmed, that what is changed in them is not in what was signed; else nothing."""
    if record.meeting.state is not MeetingState.CONFIRMED:
        return ""
    on = record.afterwards.confirmation.on if record.afterwards.confirmation else None
    confirmed = f"Confirmed on {say_date(on, weekday=False)}" if on else "Confirmed"
    return f"{confirmed}. What is changed here is not in what was signed: amend it at a later meeting."
