"""Whether each line of a file is in what was read of it, told by runs of its words and not by a reader's own rules."""

from __future__ import annotations

import re

from clerk import notation, spans
from clerk.importers.reading import Reading
from clerk.language import dates

_SAID = {"resolved", "recommended", "agreed", "unanimously", "unanimous", "that", "and", "it", "was", "the", "on", "at"}
_SAID |= {
    "held",
    "for",
    "against",
    "abstention",
    "abstentions",
    "abstained",
    "votes",
    "voting",
    "vote",
    "item",
    "00",
    "o",
    "via",
}
_SAID |= {day.lower() for day in dates.WEEKDAYS}
_MARK = re.compile(r"\(?\b(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?<!\S)\d{1,3}[.)]\s", re.I)
_ANCHOR = re.compile(r"<a href=[\"']([^\"']*)[\"'][^<>]*>[^<>]*</a>", re.I)
_FIELD = re.compile(r"^[\s*|•-]*(?:venue|location|contact|note|link|date|time|meeting|actions?)\W*:", re.I)
_LABEL = re.compile(r"\b(?:minutes|decision|documents|status|business|pdf|location|venue|contact|meeting):?", re.I)


def lost(text: str, reading: Reading) -> list[str]:
    """The lines of a text whose words are not in the record or among the furniture; doubts do not count.

    Words that Clerk prints itself (RESOLVED, that), numbers of limbs and the manner of a date may go.
    """
    found = "".join(f" {' '.join(_tokens(said))} \n" for said in _everything(reading))
    return [line for line in text.split("\n") if not _kept(line, found)]


def _everything(reading: Reading) -> list[str]:
    record = reading.record
    meeting = record.meeting
    texts = [record.body.name, meeting.venue, meeting.contact, *meeting.note.split("\n"), *reading.noise]
    texts += [dates.say_date(meeting.date)] if meeting.date else []
    texts += [dates.say_time(moment) for moment in (meeting.time, meeting.opened, meeting.closed) if moment]
    for item in record.items:
        texts += [item.agenda_number, item.title, *item.note.split("\n")]
        texts += [said for paper in item.documents for said in (paper.title, paper.presenter, paper.post)]
        texts += [spans.printed(notation.parse(entry.line).text) for entry in item.entries]
    # The only lines that a doubt alone holds: a second date, and a heading that is no place of the meeting.
    texts += [doubt.message for doubt in reading.doubts if "two dates" in doubt.message]
    return texts


def _tokens(text: str) -> list[str]:
    for found in reversed(dates.find_dates(text)):
        text = f"{text[: found.start]} {dates.say_date(found.date)} {text[found.end :]}"
    text = _FIELD.sub(" ", _ANCHOR.sub(r"\1", text))
    text = re.sub(r"\b([ap])\.m\b", r"\1m", _MARK.sub(" ", text.lower()))
    return [word for word in re.findall(r"\d+|[^\W\d_]+", text) if word not in _SAID]


def _kept(line: str, found: str) -> bool:
    words = _tokens(line)
    labels = len(_LABEL.findall(line)) + len(dates.find_dates(line)) + line.count("><")
    allowed = min(max(2, len(words) / 3 + 1) + labels, 5 + 2 * labels + len(_MARK.findall(line)))
    runs = 0
    while words and runs <= allowed:
        length = next((end for end in range(len(words), 0, -1) if f" {' '.join(words[:end])} " in found), 0)
        if not length:
            return False
        words = words[length:]
        runs += 1
    return runs <= allowed
