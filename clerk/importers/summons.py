"""The sentence that calls a meeting: "You are summoned to the meeting of the Council to be held at ... on ..."."""

from __future__ import annotations

import re

from clerk.importers.heading import read_heading
from clerk.importers.parts import Block, Page
from clerk.language import dates

_CALLED = re.compile(
    r"(?:.{0,80}?\b(?:(?:you|members|councillors)(?: of (?:the )?[^.]{3,80}?)? are (?:hereby |kindly |respectfully )?"
    r"(?:summoned|requested|invited|required|asked)|notice is (?:hereby )?given|hereby (?:summon|give notice)\w*)\b"
    r".{0,80}?\bmeeting(?: of (?:the )?(?P<body>[A-Z].{2,120}?))?,?"
    r"|cyfarfod(?: o['’]r| o) (?P<corff>\S.{2,120}?))"
    r"(?:,? (?:(?:which |that )?(?:is to|will|to) (?:be held|take place)|held|a gynhelir))?"
    r"(?:,? (?:at|in|via|by|yn|yng|ym|drwy) (?:the )?(?P<place>[^:;]{3,150}?))?",
    re.IGNORECASE,
)
_DAY = re.compile(rf"[\s,]*(?:\bon\b|\bar\b)?[\s,]*\bd?(?:{dates.ANY_WEEKDAY})?\b[\s,]*$", re.I)
_ON = re.compile(r"[\s,]*\b(?:on|ar)(?: the)?[\s,]*$", re.IGNORECASE)
_PLACE_BEHIND = re.compile(
    r"[\s,]*(?:at|in|via|yn|yng) (?:the )?(?P<place>[A-Z][^.;]{2,100}?)"
    r"(?=\s*(?:$|[.;]|,? (?:for the|to (?:consider|transact)|when|where)\b))(?P<rest>.*)"
)
_PURPOSE = re.compile(
    r"[\s,.]*(?:(?:for the purpose of|to|when|where|at which)\b[^.]*\b(?:business|agenda|transact\w*|below|following)\b"
    r"[^.]*)?[\s.:]*",
    re.IGNORECASE,
)


def take_summons(page: Page) -> None:
    """Take body, place, day and hour out of the sentence that calls the meeting, wherever above the items it stands."""
    for blocks in (page.heading, page.front):
        for block in blocks:
            if _take(page, block):
                blocks.remove(block)
                return


def _take(page: Page, block: Block) -> bool:
    found = dates.find_date(block.text)
    if not found or any(dates.find_date(other.text) for other in page.heading if other is not block):
        return False
    before = _ON.sub("", _DAY.sub("", block.text[: found.start])).rstrip(" ,")
    called = _CALLED.fullmatch(before)
    if not called:
        return False
    after = read_heading(block.text[found.start :])
    behind = _PLACE_BEHIND.fullmatch(f" {after.tail}") if not called["place"] else None
    rest = behind["rest"] if behind else after.tail
    place = (called["place"] or (behind["place"] if behind else "")).strip(" ,")
    clock = f" {dates.say_time(after.time)}" if after.time else ""
    body = (called["body"] or called["corff"] or "").strip(" ,")
    if any(_is_named_in_full(body, other.text) for other in (*page.heading, *page.front) if other is not block):
        body = ""
    day = f"{dates.say_date(found.date)}{clock}"
    page.heading.insert(0, Block(f"{body} - {day}" if body else day, block.line))
    if place and not page.fields.get("venue"):
        page.fields["venue"] = [place]
    page.noise.append(block.text)
    if not _PURPOSE.fullmatch(rest):
        page.front.append(Block(rest.strip(" ,."), block.line))
        page.front.sort(key=lambda each: each.line)
    return True


def _is_named_in_full(body: str, line: str) -> bool:
    """Whether a line is the whole name of what a summons calls "the Parish Council"."""
    name = line.strip(" ,.:")
    return len(body) < len(name) < 100 and name.casefold().endswith(f" {body.casefold()}") and bool(body)
