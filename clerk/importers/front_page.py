"""The front page of minutes and agendas: which meeting it was, where, and who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clerk.importers.furniture import is_furniture, is_page_kind, meeting_paper
from clerk.importers.heading import is_heading, is_time, names_body, read_heading
from clerk.importers.parts import Block, Page
from clerk.language import dates

_LABEL = re.compile(
    r"(?:proposed )?(?P<label>venue|place|location|where|contact|clerk|note|link|webcast|date|time|when|to)\s*:"
    r"\s*(?P<value>.*)",
    re.IGNORECASE,
)
_TO_MEMBERS = re.compile(r"to\s*:\s*(?:$|(?:the |all )?(?:councillors?|cllrs?|members)\b)", re.IGNORECASE)
_FIELDS = {"place": "venue", "location": "venue", "where": "venue", "clerk": "contact"}
_DATED = ("date", "time", "when")
_DIRECTIONS = re.compile(r"[.\s]*\bView directions\s*$", re.IGNORECASE)
_HELD = re.compile(
    r"(?P<lead>(?:draft |printed |agenda and )?(?:minutes|notes|agenda|record|proceedings) (?:of|for) "
    r"(?:(?:an?|the) )?(?:[\w-]+ ){0,3}?meeting of (?:the )?)(?P<body>.{3,150}?),? (?P<held>(?:which was )?held\b)"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_HELD_BARE = re.compile(
    r"(?P<lead>(?:draft |printed |agenda and )?(?:minutes|notes|record|proceedings) (?:of|for) "
    r"(?:(?:an?|the) )?(?:[\w-]+ ){0,3}?meeting),? (?P<held>(?:which was )?held\b)(?P<rest>.*)",
    re.IGNORECASE,
)
_AT = re.compile(r"^(?:(?:at|in|on|from|via|by|using)\s+(?:the\s+)?)+", re.IGNORECASE)
_DAY = re.compile(
    rf"[\s,]*(?:\bon\b[\s,]*)?(?:\b(?:{dates.ANY_WEEKDAY})\b)?[\s,]*(?:\bon\b)?[\s,]*$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:agenda|minutes|notice|meeting)(?: and (?:agenda|minutes))? (?:for|of|on)\s+"
    rf"(?=(?:{dates.ANY_WEEKDAY})\b|\d)",
    re.IGNORECASE,
)
_ROLL = re.compile(
    r"(?:(?:also |members |those |councillors |officers )?(?:present|in attendance|attendance|attending)|officers"
    r"|apologies(?: for absence)?|attendance|members|councillors|observers|substitutes)(?: present)?\b\s*(?::.*)?",
    re.IGNORECASE,
)
_TITLES = ("agenda", "minutes", "draft minutes", "notice of meeting", "items", "meeting documents", "items of business")


def read_front(page: Page, blocks: Sequence[Block]) -> None:
    """Put the lines above the items into a page: heading, place, contact, and the names of those present.

    The names are kept as a note to the meeting and not put on the roll: copies of minutes scramble the columns that
    say who came for whom. Whatever is not known for something is left in ``page.front``.
    """
    front = _Front(page)
    waiting = list(blocks)
    while waiting:
        block = waiting.pop(0)
        following = waiting[0] if waiting else None
        if following and front.joins(block, following):
            waiting[0] = Block(f"{block.text} {following.text}", block.line)
        else:
            front.take(block)
    front.close()


class _Front:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.roll = False

    def joins(self, block: Block, following: Block) -> bool:
        """Whether a sentence "Minutes of a meeting of ... held on" goes on in the next line."""
        held = _HELD.fullmatch(block.text)
        return bool(held and not dates.find_date(held["rest"]) and dates.find_date(following.text[:80]))

    def take(self, block: Block) -> None:
        """Read one line."""
        text = block.text
        label = _LABEL.fullmatch(text)
        held = _HELD.fullmatch(text) or _HELD_BARE.fullmatch(text)
        if held:
            self._held(block, held)
        elif label and label["label"].lower() in _DATED:
            self._when(block, label["value"])
        elif label and not _TO_MEMBERS.match(text):
            self._field(label["label"].lower(), label["value"], text)
        elif name := meeting_paper(text):
            self.page.add_paper(name, block.line)
        elif text.strip(" :").lower() in _TITLES or is_page_kind(text) or is_furniture(text):
            self.page.noise.append(text)
        elif self.roll or _ROLL.fullmatch(text):
            self._present(block)
        elif is_time(text) and self._dated():
            # A line with the hour alone, below the day.
            self._when(block, text)
        elif is_heading(text) and not self._dated():
            lead = _FOR.match(text)
            self.page.noise += [lead[0].strip()] if lead else []
            self.page.heading.append(Block(text[lead.end() :] if lead else text, block.line))
        else:
            self.page.front.append(block)

    def close(self) -> None:
        """Settle what a line was once the whole front page is known: the body's name on a line of its own."""
        if not any(read_heading(block.text).body for block in self.page.heading):
            place = next((at for at, block in enumerate(self.page.front) if names_body(block.text)), None)
            if place is not None:
                self.page.heading.insert(0, self.page.front.pop(place))
        for block in self.page.heading:
            # A heading's own words, "Minutes of the", are no part of the body's name.
            lead = block.text[: block.text.find(read_heading(block.text).body)].strip()
            self.page.noise += [lead] if lead else []
        names = " ".join(read_heading(block.text).body for block in self.page.heading).casefold()
        repeated = [block for block in self.page.front if block.text.casefold() in names]
        self.page.front = [block for block in self.page.front if block not in repeated]
        self.page.noise += [block.text for block in repeated]

    def _dated(self) -> bool:
        return any(dates.find_date(block.text) for block in self.page.heading)

    def _held(self, block: Block, held: re.Match[str]) -> None:
        """Take apart "Minutes of a meeting of the Board held at Hall on Friday, 9 May 2025 at 2 pm in the Chamber"."""
        found = dates.find_date(held["rest"])
        if not found or self._dated():
            self.page.front.append(block)
            return
        self.page.noise += [held["lead"].strip(), held["held"]]
        before = held["rest"][: found.start]
        day = _DAY.search(before)
        place = before[: day.start()] if day else before
        when = read_heading(held["rest"][found.start :])
        clock = f" {dates.say_time(when.time)}" if when.time else ""
        # Without a body ("Minutes of the meeting held at ..."), its name stands on a line of its own.
        body = f"{held['body']} - " if "body" in held.re.groupindex else ""
        self.page.heading.append(Block(f"{body}{dates.say_date(found.date)}{clock}", block.line))
        for said in (place, when.tail):
            if venue := _AT.sub("", said.strip(" ,.")):
                self.page.fields.setdefault("venue", []).append(venue)

    def _when(self, block: Block, value: str) -> None:
        last = self.page.heading[-1] if self.page.heading else None
        if dates.find_date(value) and not self._dated():
            self.page.heading.append(Block(value, block.line))
        elif dates.read_time(value) and last and self._dated() and read_heading(last.text).time is None:
            self.page.heading[-1] = Block(f"{last.text} {value}", last.line)
        else:
            self.page.front.append(block)

    def _field(self, label: str, value: str, text: str) -> None:
        if _DIRECTIONS.search(value):
            self.page.noise.append("View directions")
            value = _DIRECTIONS.sub("", value)
        if value.strip():
            self.page.fields.setdefault(_FIELDS.get(label, label), []).append(value.strip())
        else:
            self.page.noise.append(text)

    def _present(self, block: Block) -> None:
        if not self.roll:
            self.page.doubt("Those present were kept as a note to the meeting; put them on the roll.", block.line)
        self.roll = True
        self.page.fields.setdefault("note", []).append(block.text)
        self.page.roll.append(block)


def is_roll_heading(text: str) -> bool:
    """Whether a line opens a list of those present: "Present:", "Also in attendance", "Officers"."""
    return bool(_ROLL.fullmatch(text))
