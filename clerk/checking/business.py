"""What to look at about the business: items, decisions, actions, what is exempt or urgent, and dates of meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clerk import exempt
from clerk.actions import noted as actions
from clerk.checking.findings import Finding, Here, Severity
from clerk.language import english
from clerk.language.dates import find_date, find_dates, read_date_after, say_date
from clerk.minutes import Heading, Minutes, SignOff
from clerk.model import Record
from clerk.notation import DECISIONS, Kind
from clerk.sentences.business import unreached
from clerk.terms import BodyKind, ItemKind, ItemState

CUT = re.compile(r"the published text is cut short", re.IGNORECASE)
"""How a reader of agendas marks, as a query, where a web page left the rest of a text out."""

_ONLY_THAT = re.compile(r"that\W*", re.IGNORECASE)
_EXCLUDES = re.compile(
    r"\bexclu\w+\b.*\b(?:public|press)\b|\b(?:public|press)\b.*\bexclu\w+\b", re.IGNORECASE | re.DOTALL
)
_URGENT = re.compile(r"\burgen(?:t|cy)\b|\bspecial circumstances\b", re.IGNORECASE)
_MARKED = re.compile(r"\bmarked,?\s*[‘'“\"]?\s*agenda item\s+(?P<number>[\w.]+?)\b[’'”\"]?", re.IGNORECASE)
_NEXT = re.compile(r"\bnext\s+(?:\w+\s+){0,3}?meeting\b", re.IGNORECASE)
_TO_BE_SET = re.compile(
    r"\b(?:tb[ca]|to be (?:confirmed|arranged|agreed|advised|set|notified)|no date)\b", re.IGNORECASE
)
# "All team members: look out", "Officers to progress": a group that nobody on the roll answers to is an owner too.
_GROUP = re.compile(
    r"(?:all|every\w*|both|officers?|members?|partners?|staff|the \w+)\b[^:.]{0,40}?(?::|\bto\b)", re.IGNORECASE
)
_EMPTY = {
    Kind.ACTION: "An action line with nothing in it.",
    Kind.MOTION: "A motion with no words.",
    Kind.AMENDMENT: "An amendment with no words.",
    Kind.VOTE: "A vote line that says nothing of the vote.",
    Kind.POST_MEETING: "A post-meeting note with nothing in it.",
}


def business(record: Record, items: Sequence[Here], minutes: Minutes) -> Iterator[Finding]:
    """Look at each item of business, in order."""
    over = record.meeting.state.over
    # Minutes read from a file bear minute numbers in the place of the agenda's, which are then not known.
    as_minutes = record.meeting.first_minute > 1 and all(
        here.item.agenda_number in ("", str(here.number)) for here in items
    )
    filled = {block.item for block in minutes.blocks if not isinstance(block, Heading | SignOff)}
    for here in items:
        yield from _lines(here)
        yield from _queries(here)
        yield from _actions(record, here)
        if over and here.item.kind is not ItemKind.HEADING:
            yield from _minuted(record, here, filled)
        yield from _urgent(record, here)
        if not as_minutes:
            yield from _marks(here)
        if here.item.kind is ItemKind.PREVIOUS_MINUTES:
            yield from _previous(record, here)
        yield from _next_meeting(record, here)
    yield from _exempt(record, items)


def _lines(here: Here) -> Iterator[Finding]:
    for line, read in here.of(*DECISIONS):
        if not read.text.strip() or _ONLY_THAT.fullmatch(read.text.strip()):
            message = "A resolution with no words."
            yield here.find(Severity.ERROR, "empty-resolution", message, "Say what was resolved, or take it out.", line)
    for line, read in here.of(*_EMPTY):
        if not read.text.strip():
            advice = "Fill it in, or take it out."
            yield here.find(Severity.WARNING, "empty-line", _EMPTY[read.kind], advice, line)


def _queries(here: Here) -> Iterator[Finding]:
    for line, read in here.of(Kind.QUERY):
        if CUT.search(read.text):
            message = "The text from the web page is cut short here; its end is missing."
            advice = "Put in the rest from the published minutes, then take this query out."
            yield here.find(Severity.ERROR, "cut-text", message, advice, line)
        else:
            message = f"Open query: {read.text.strip() or 'with no words'}"
            yield here.find(Severity.WARNING, "query", message, "Find it out, then take the line out.", line)


def _actions(record: Record, here: Here) -> Iterator[Finding]:
    place = actions.Place(here.position, "", record.meeting.date)
    for line, each in enumerate(here.lines, 1):
        for task in actions.actions_in(each.line, place, record.presence):
            if not task.owners and not _GROUP.match(task.what):
                message = f'Nobody is named to do this: "{_short(task.what)}".'
                advice = 'Put who before a colon, as "A: KL: send the figures"; in a sentence, as {KL>agreed to send}.'
                yield here.find(Severity.WARNING, "action-owner", message, advice, line)
            elif task.owners and not task.due_words and each.line.kind is Kind.ACTION:
                message = f'It is not said by when: "{_short(task.what)}".'
                advice = 'End it "by" a day, or "before the next meeting".'
                yield here.find(Severity.TIP, "action-due", message, advice, line)


def _minuted(record: Record, here: Here, filled: set[int]) -> Iterator[Finding]:
    if unreached(record, here.position):
        message = "The meeting closed without coming to this item."
        advice = "Defer it (Esc d), withdraw it (Esc D), or minute it."
        yield here.find(Severity.WARNING, "not-reached", message, advice)
    elif here.position not in filled:
        message = "Nothing will print under this heading."
        yield here.find(Severity.WARNING, "nothing-minuted", message, "Minute it: F4 puts in the usual words.")


def _urgent(record: Record, here: Here) -> Iterator[Finding]:
    """Business brought in at the meeting; an item read from a file has lost its number, not its lawfulness."""
    item = here.item
    added = not item.agenda_number and item.opened is not None and item.kind in (ItemKind.ORDINARY, ItemKind.URGENT)
    numbered = any(each.agenda_number for each in record.items)
    if not added or not numbered or item.urgent_because or _URGENT.search(here.text) or not here.text:
        return
    if record.body.kind is BodyKind.PARISH:
        if here.decides:
            message = (
                "This was not on the agenda, and a local council may decide only what was (LGA 1972 Sch 12 para 10)."
            )
            advice = "Look whether it can stand as a decision; or put it on the next agenda."
            yield here.find(Severity.WARNING, "not-on-agenda", message, advice)
        return
    message = "This was not on the agenda, and no reason of urgency is minuted (LGA 1972 s100B(4)(b))."
    severity = Severity.TIP if record.body.kind is BodyKind.PARTNERSHIP else Severity.ERROR
    yield here.find(severity, "urgent-reason", message, "Say by reason of what special circumstances it was taken.")


def _marks(here: Here) -> Iterator[Finding]:
    agenda = here.item.agenda_number.casefold()
    if not agenda or here.item.taken_with:
        return
    for line, read in here.printed:
        for match in _MARKED.finditer(read.text):
            if match["number"].casefold() != agenda:
                message = f"The paper is marked 'Agenda Item {match['number']}', and this is agenda item {agenda}."
                yield here.find(Severity.WARNING, "agenda-mark", message, "Put the mark right.", line)


def _previous(record: Record, here: Here) -> Iterator[Finding]:
    if not here.text or (not here.decides and "minutes" not in here.text.lower()):
        return
    day, said = record.meeting.date, f"{here.item.title}\n{here.text}"
    found = find_dates(said)
    if not found and (day is None or read_date_after(said, day) is None):
        message = "It is not said of which day the minutes were that were confirmed."
        yield here.find(Severity.WARNING, "previous-date", message, "Put the date of that meeting in.")
    elif found and day and all(each.date >= day for each in found):
        message = f"The earlier minutes are dated {say_date(found[0].date)}, which is not before this meeting."
        yield here.find(Severity.WARNING, "previous-date", message, "Put the date of that meeting right.")


def _next_meeting(record: Record, here: Here) -> Iterator[Finding]:
    day, its_own = record.meeting.date, here.item.kind is ItemKind.NEXT_MEETING
    if day is None:
        return
    for line, read in here.printed:
        start = 0 if its_own else (match.end() if (match := _NEXT.search(read.text)) else -1)
        found = find_date(read.text[start:].split(". ")[0]) if start >= 0 else None
        if found and found.date <= day:
            message = f"{say_date(found.date)} is not after this meeting, which was on {say_date(day)}."
            yield here.find(
                Severity.ERROR, "next-meeting-past", message, "Put the date of the next meeting right.", line
            )
    if its_own and here.text and not find_dates(here.text, day) and not _TO_BE_SET.search(here.text):
        message = "No date of the next meeting is given."
        yield here.find(Severity.TIP, "next-meeting-date", message, "Give the date, or say that it is to be confirmed.")


def _exempt(record: Record, items: Sequence[Here]) -> Iterator[Finding]:
    excluded = told = False
    named = set[str]()
    for here in items:
        summaries = [line for line, read in here.of(Kind.SUMMARY) if read.text.strip()]
        if _excludes(here):
            named.update(exempt.told_in(here.text))
        if not here.item.exempt:
            excluded = excluded or _excludes(here)
            if summaries:
                message = "A public summary of an item that is not exempt, and so prints nowhere."
                advice = "Mark the item exempt (Esc X), or take the line out."
                yield here.find(Severity.TIP, "stray-summary", message, advice, summaries[0])
            continue
        if not here.taken or here.item.state in (ItemState.DEFERRED, ItemState.WITHDRAWN):
            continue
        if not excluded and not told and not _excludes(here):
            told = True
            parish = record.body.kind is BodyKind.PARISH
            law = "Public Bodies (Admission to Meetings) Act 1960 s1(2)" if parish else "LGA 1972 s100A(4)"
            message = f"This item is exempt, and no resolution before it excludes the public ({law})."
            advice = "Minute the resolution where it was passed: F4 in the item on exclusion has its words."
            yield here.find(Severity.ERROR, "exclusion", message, advice)
        if named and (others := [each for each in exempt.numbers_of([here.item.exempt]) if each not in named]):
            message = f"This item is exempt under paragraph {english.join(others)}, which the exclusion does not name."
            advice = "Put right the resolution that excludes the public, or the mark of this item (Esc X)."
            yield here.find(Severity.WARNING, "exclusion-paragraph", message, advice)
        if here.text and not summaries:
            message = "This item is exempt and has no public summary (LGA 1972 s100C(2)); no public copy can be made."
            yield here.find(
                Severity.WARNING, "public-summary", message, 'Begin a line with "S:" and say what may be known.'
            )


def _excludes(here: Here) -> bool:
    """Whether it was minuted here that the public was excluded."""
    decided = " ".join(read.text for _, read in here.of(*DECISIONS))
    return bool(_EXCLUDES.search(decided if decided else here.text))


def _short(words: str) -> str:
    words = words.strip()
    return words if len(words) <= 70 else words[:70].rsplit(" ", 1)[0] + "…"
