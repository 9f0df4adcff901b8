"""Earlier minutes put right: how a line is cited, what it is amended to read, and the sentence that minutes it.

What was minuted stays as it was. An amendment stands beside it, is shown with it, and is made in place only in the copy
that is signed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clerk import notation, spans
from clerk.afterwards.parts import Amendment, Confirmation, How
from clerk.house_style import HouseStyle, fill, style_of
from clerk.language import english
from clerk.language.dates import say_date
from clerk.language.text import clean_line
from clerk.model import Entry, Record
from clerk.notation import Kind
from clerk.people import room
from clerk.styling.amendments import Amendments
from clerk.terms import ItemKind

_NOTHING = Entry("")
"""In the place of a line that is taken out."""


@dataclass(frozen=True)
class Citable:
    """A line of a meeting's minutes that prints, and so can be amended."""

    position: int
    """Position of its item."""
    line: int
    """Which line of the item's minute, from 1."""
    minute: str
    """How it is cited: "24(ii)"."""
    text: str
    """Its words as typed, without the prefix."""


def citable(record: Record) -> tuple[Citable, ...]:
    """Return every line of the minutes that prints, in order."""
    found = []
    for position, (item, number) in enumerate(zip(record.items, record.minute_numbers(), strict=True), 1):
        for line, each in enumerate(notation.number(entry.line for entry in item.entries), 1):
            if each.line.kind not in notation.UNPRINTED and each.line.text.strip():
                called = str(number) if number is not None else item.title.strip()
                found.append(Citable(position, line, f"{called}{_label(each)}", each.line.text))
    return tuple(found)


def _label(numbered: notation.Numbered) -> str:
    if numbered.line.kind is Kind.POINT:
        return f"({notation.roman(numbered.number)})"
    limb = numbered.line.kind in notation.DECISIONS and numbered.limbs > 1
    return f"({notation.letter(numbered.number)})" if limb else ""


def reworded(line: str, text: str) -> str:
    """Return a line of notation, of the same kind, that says ``text``."""
    kind = notation.parse(line).kind
    return notation.write(kind, text)


def prints(line: str) -> bool:
    """Whether a line of notation prints something in the minutes."""
    read = notation.parse(line)
    return read.kind not in notation.UNPRINTED and bool(read.text.strip())


def words_of(line: str) -> str:
    """Return what a line of notation prints, without what Clerk supplies."""
    return spans.printed(notation.parse(line).text).strip()


def put_in_line(after: str, words: str) -> str:
    """Return the line of notation put in after another: of the kind typed, or else of the same kind as that."""
    typed = notation.parse(words).kind
    return words if typed not in (Kind.PARAGRAPH, Kind.BLANK) else reworded(after, words)


def amended(record: Record) -> Record:
    """Return the record with all amendments of its minutes made in place, the last agreed of a line holding.

    Lines put in after the same one stand in the order in which that was agreed.
    """
    pages: dict[int, list[list[Entry]]] = {}
    for each in record.afterwards.amendments:
        if not (1 <= each.item <= len(record.items) and 1 <= each.line <= len(record.items[each.item - 1].entries)):
            continue
        entries = record.items[each.item - 1].entries
        entry = entries[each.line - 1]
        # A summary for the public, a query or a note is no part of the minutes that a meeting amends.
        if not prints(each.new or each.old) or not prints(entry.line):
            continue
        # Each line stands at the head of those put in after it; one taken out leaves its place empty.
        slots = pages.setdefault(each.item, [[one, _NOTHING] for one in entries])
        if each.how is How.PUT_IN:
            slots[each.line - 1].append(Entry(each.new))
        else:
            slots[each.line - 1][0] = replace(entry, line=each.new) if each.new else _NOTHING
    items = list(record.items)
    for position, slots in pages.items():
        lines = tuple(entry for slot in slots for entry in slot if entry is not _NOTHING)
        items[position - 1] = replace(items[position - 1], entries=lines)
    return replace(record, items=tuple(items))


def say_minutes(amendments: Sequence[Amendment]) -> str:
    """Say which minutes were amended: "minute 24(ii)", "minutes 24(ii) and 26".

    Of a minute that has lost or won a line it says the number alone.
    """
    cited = list(dict.fromkeys(_cited(each) for each in amendments))
    return f"minute{'' if len(cited) == 1 else 's'} {english.join(cited)}"


def _cited(made: Amendment) -> str:
    whole, label, _ = made.minute.partition("(")
    return whole if label and whole.isdigit() and made.how is not How.REWORDED else made.minute


@dataclass(frozen=True)
class ToMinute:
    """An amendment just agreed, to be minuted under the item on the minutes of the previous meeting."""

    day: date | None
    """The day of the meeting whose minutes were amended."""
    minute: str
    """How the minute was cited."""
    line: str
    """The line as amended, put in or taken out, in the notation."""
    exempt: bool = False
    """Whether its words are not for the public."""
    before: str = ""
    """What the line was amended to before, when the same meeting thought again; empty otherwise."""
    how: How = How.REWORDED
    """What was done with the line."""


_SUBJECT_TO: dict[How, Callable[[Amendments], str]] = {
    How.REWORDED: lambda phrases: phrases.subject_to,
    How.TAKEN_OUT: lambda phrases: phrases.subject_to_out,
    How.PUT_IN: lambda phrases: phrases.subject_to_in,
}
_FURTHER: dict[How, Callable[[Amendments], str]] = {
    How.REWORDED: lambda phrases: phrases.further,
    How.TAKEN_OUT: lambda phrases: phrases.further_out,
    How.PUT_IN: lambda phrases: phrases.further_in,
}


def minuted(record: Record, position: int, agreed: ToMinute) -> tuple[str, ...]:
    """Return the page of the item at ``position`` with the amendment minuted on it.

    The usual sentence that the minutes were confirmed becomes "subject to minute 24(ii) being amended to read:"; a
    further amendment goes below the one before. Of an exempt minute the new words are left out.
    """
    style, item = style_of(record.body), record.items[position - 1]
    page = list(notation.lines_of(item.text))
    quoted = [] if agreed.exempt else [_quoted(agreed.line, style)]
    old = _quoted(agreed.before, style) if agreed.before else ""
    if old and old in page:
        return tuple(quoted[0] if line == old and quoted else line for line in page)
    confirmed = _confirmed(record, position, agreed.day, style)
    plain = [at for at, line in enumerate(page) if line.strip() in confirmed]
    phrases, minute = style.amendments, spans.escape(agreed.minute)
    if not plain and (after := _last_minuted(record, position, page, style)):
        phrase = phrases.further_exempt if agreed.exempt else _FURTHER[agreed.how](phrases)
        return (*page[:after], notation.escape(fill(phrase, minute=minute)), *quoted, *page[after:])
    phrase = phrases.subject_to_exempt if agreed.exempt else _SUBJECT_TO[agreed.how](phrases)
    said = english.without_full_stop(page[plain[0]].strip() if plain else confirmed[0])
    sentence = notation.escape(fill(phrase, confirmed=said, minute=minute))
    if plain:
        return (*page[: plain[0]], sentence, *quoted, *page[plain[0] + 1 :])
    return (*page, sentence, *quoted)


def _confirmed(record: Record, position: int, day: date | None, style: HouseStyle) -> list[str]:
    """The usual sentences that earlier minutes were confirmed, the most exact first."""
    from clerk.wording import usual_lines

    board, sentences = spans.escape(record.body.noun), style.sentences
    said = [fill(sentences.minutes_of, board=board, date=say_date(day, weekday=False))] if day else []
    return [*said, fill(sentences.minutes, board=board), *usual_lines(record, position)[:1]]


def _last_minuted(record: Record, position: int, page: Sequence[str], style: HouseStyle) -> int:
    """The place on a page below the last amendment minuted on it; 0 when there is none."""
    places = [0]
    for each in record.afterwards.agreed:
        if each.item != position:
            continue
        quoted = "" if each.exempt else _quoted(each.new or each.old, style)
        marks = [fill(style.amendments.further_exempt, minute=spans.escape(each.minute))] if each.exempt else []
        tail = fill(style.amendments.subject_to_exempt, confirmed="", minute=spans.escape(each.minute))
        for at, line in enumerate(page, 1):
            if (quoted and line == quoted) or (each.exempt and (line in marks or line.endswith(tail))):
                places.append(at)
    return max(places)


def _quoted(line: str, style: HouseStyle) -> str:
    return notation.write(Kind.QUOTATION, spans.escape(fill(style.amendments.words, words=words_of(line))))


def confirmation_at(agreeing: Record, by: str = "", on: date | None = None) -> Confirmation:
    """Return the confirmation of earlier minutes by a meeting; signed by who was in the Chair for it there, or ``by``.

    They are signed by the person presiding (Local Government Act 1972 Schedule 12 paragraph 41(1)).
    """
    kinds = [item.kind for item in agreeing.items]
    position = kinds.index(ItemKind.PREVIOUS_MINUTES) + 1 if ItemKind.PREVIOUS_MINUTES in kinds else 0
    chair = room.in_the_chair_at(agreeing, position=position)
    signed = by or (chair.name if chair else "")
    return Confirmation(on or agreeing.meeting.date, clean_line(agreeing.meeting.venue), by=signed)


def say_confirmed(record: Record) -> str:
    """Say when, where and how the minutes were confirmed, in one sentence; nothing when they were not."""
    confirmation = record.afterwards.confirmation
    if confirmation is None:
        return ""
    on = f" on {say_date(confirmation.on, weekday=False)}" if confirmation.on else ""
    minute = f" (minute {confirmation.minute})" if confirmation.minute is not None else ""
    amendments = record.afterwards.amendments
    how = f"with {say_minutes(amendments)} as amended" if amendments else "as a correct record"
    by = f", to be signed by {clean_line(confirmation.by)}" if confirmation.by else ""
    return f"Confirmed{on}{minute} {how}{by}."
