"""What to look at about the words: slips that a reader sees at once and the writer does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from clerk.checking.business import CUT
from clerk.checking.findings import Finding, Here, Severity
from clerk.language.dates import MONTHS, WEEKDAYS
from clerk.notation import DECISIONS, Kind, Line

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_TWICE = re.compile(r"(?<![\w’'-])(?P<word>[A-Za-z]+)(?=\s+(?P<again>[a-z]+)(?![\w’'-]))")
_MAY_REPEAT = frozenset(("had", "that", "very", "so", "no", "long", "bye", "is"))
_LABEL = re.compile(r"(?:^|[\s;,:])(?:[A-Za-z]|[ivxlIVXL]{1,6}|\d{1,3}|[:;]-?)\)$")
_PAIRS = {"(": ")", "[": "]", "“": "”"}
_NAMES = {"(": "bracket", "[": "square bracket", "“": "quotation mark"}
_UNFINISHED = re.compile(
    r"\?{2,}|(?<![\w(])x{2,}(?![\w)])|(?<!Part )(?<![\w(])X{2,}(?![\w)])|_{3,}|\blorem ipsum\b"
    r"|\[(?:insert|name|names|date|time|number|amount|title|to follow|to be|xx)\b[^\]]{0,60}\]"
)
_TO_CONFIRM = re.compile(r"\bTB[ACD]\b|\btb[acd]\b|\(\s*(?:sp|check)?\s*\?\s*\)|\(sp\)")
_TRAILS = re.compile(r"(?:\.\.\.|…)[”’\"')\]\s]*$")
_NO_VERB = re.compile(
    r"That\W+(?:the|an?|this|these|those)\s+(?:\w[\w’'-]*"
    r"|\w[\w’'-]*\s+(?:accounts|application|budget|minutes|payments|plan|policy|proposals?|recommendations?|reports?"
    r"|schedule|strategy|update))[.\s]*",
    re.IGNORECASE,
)
"""The beginning of a resolution: what it is about, and not yet what becomes of it."""
_BROKEN_OFF = re.compile(r"\b(?:be|the|an?|of|that)$")
_ENDS = ".!?:;…”’\"')]"
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_DAY = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month>{_MONTH})\b,?\s+(?P<year>\d{{4}})\b"
)


def words(items: Sequence[Here]) -> Iterator[Finding]:
    """Look at everything that prints of every item: its title and its lines."""
    for here in items:
        lines = [(0, here.item.title), *((line, read.text) for line, read in _read(here))]
        for line, text in lines:
            plain = _ADDRESS.sub(" ", text)
            yield from _twice(here, line, plain)
            yield from _unfinished(here, line, plain)
            yield from _days(here, line, plain)
        yield from _stray(here)
        yield from _trailing(here)
        yield from _begun(here)
        yield from _unbalanced(here, [(line, _ADDRESS.sub(" ", text)) for line, text in lines])


def _read(here: Here) -> Iterator[tuple[int, Line]]:
    """What prints, in some copy or other."""
    yield from here.printed
    yield from ((line, read) for line, read in here.of(Kind.SUMMARY) if read.text.strip())


def _twice(here: Here, line: int, text: str) -> Iterator[Finding]:
    for match in _TWICE.finditer(text):
        word, again = match["word"], match["again"]
        if word.lower() == again and again not in _MAY_REPEAT:
            message = f'A word stands twice: "{word} {again}".'
            yield here.find(Severity.WARNING, "double-word", message, "Take one of them out.", line)


def _unfinished(here: Here, line: int, text: str) -> Iterator[Finding]:
    if match := _UNFINISHED.search(text):
        message = f'"{match[0]}" stands for words still to come.'
        yield here.find(Severity.ERROR, "placeholder", message, "Put the words in.", line)
    elif match := _TO_CONFIRM.search(text):
        message = f'"{match[0]}": something is still to be confirmed.'
        yield here.find(
            Severity.WARNING, "to-confirm", message, "Find it out; until then, a query (Q:) does not print.", line
        )


def _days(here: Here, line: int, text: str) -> Iterator[Finding]:
    for match in _DAY.finditer(text):
        month = next(at for at, name in enumerate(MONTHS, 1) if name[:3] == match["month"][:3])
        try:
            day = date(int(match["year"]), month, int(match["day"]))
        except ValueError:
            message = f"There is no such day: {match[0]}."
            yield here.find(Severity.ERROR, "no-such-day", message, "Put the date right.", line)
            continue
        is_a = WEEKDAYS[day.weekday()]
        if match["weekday"] and match["weekday"] != is_a:
            message = f"{match[0]} is a {is_a}."
            yield here.find(Severity.WARNING, "weekday", message, "Put the weekday or the date right.", line)


def _stray(here: Here) -> Iterator[Finding]:
    """A letter that was meant for a command and typed into the minute."""
    for line, read in here.printed:
        if len(read.text.strip()) == 1:
            message = f'Nothing but "{read.text.strip()}" stands on this line.'
            yield here.find(Severity.WARNING, "stray-letter", message, "Say what was meant, or take it out.", line)


def _trailing(here: Here) -> Iterator[Finding]:
    for line, read in here.printed:
        following = here.lines[line].line if line < len(here.lines) else None
        told = following is not None and following.kind is Kind.QUERY and CUT.search(following.text)
        if _TRAILS.search(read.text) and not told:
            message = "The line ends in dots, as if it went on."
            yield here.find(Severity.WARNING, "trails-off", message, "Finish it, or end it with a full stop.", line)


def _begun(here: Here) -> Iterator[Finding]:
    """A resolution that breaks off, and a line that says again, and whole, what the one before began."""
    for line, read in here.of(*DECISIONS):
        if _NO_VERB.fullmatch(read.text.strip()) or _BROKEN_OFF.search(read.text.rstrip()):
            message = f'The resolution breaks off: "{read.text.strip()[-60:]}".'
            yield here.find(Severity.ERROR, "unfinished", message, "Say what was resolved, or take it out.", line)
    printed = list(here.printed)
    for (line, read), (_, following) in pairwise(printed):
        begun, whole = read.text.strip(), following.text.strip()
        if read.kind is following.kind and whole != begun and whole.startswith(begun) and begun[-1] not in _ENDS:
            message = "The next line begins with the whole of this one."
            yield here.find(Severity.WARNING, "begun-twice", message, "Take this one out.", line)


def _unbalanced(here: Here, lines: Sequence[tuple[int, str]]) -> Iterator[Finding]:
    """Brackets and quotation marks of the whole item, for a quotation may go on through several of its lines."""
    for mark, closing in _PAIRS.items():
        yield from _pair(here, lines, mark, closing)
    odd = [line for line, text in lines if _marks(text) % 2]
    if len(odd) % 2:
        yield _uneven(here, odd[-1], "A quotation mark is opened or closed alone.")
    for line, read in here.printed:
        if re.search(r"(?<!\\)\{[^{}]*$", read.text):
            yield _uneven(here, line, "A brace that begins an action is not closed.")


def _marks(text: str) -> int:
    """How many straight quotation marks stand in a line; one after a figure that closes none says inches: 5"."""
    count = 0
    for match in re.finditer('"', text):
        count += bool(count % 2) or not text[: match.start()][-1:].isdigit()
    return count


def _pair(here: Here, lines: Sequence[tuple[int, str]], mark: str, closing: str) -> Iterator[Finding]:
    opened: list[int] = []
    for line, text in lines:
        # Where a quotation goes on in the next paragraph, its mark is opened again and closed once.
        goes_on = mark == "“" and opened and text.lstrip().startswith(mark)
        for at, each in enumerate(text):
            if each == mark and not goes_on:
                opened.append(line)
            elif each == closing and opened:
                opened.pop()
            elif each == closing and not _LABEL.search(text[max(0, at - 8) : at + 1]):
                yield _uneven(here, line, f"A {_NAMES[mark]} is closed that was not opened.")
            goes_on = goes_on and each != mark
    for line in opened:
        yield _uneven(here, line, f"A {_NAMES[mark]} is opened and not closed.")


def _uneven(here: Here, line: int, message: str) -> Finding:
    return here.find(Severity.WARNING, "unbalanced", message, "Put in the one that is missing.", line)
