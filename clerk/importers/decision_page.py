"""What ModernGov's page of a decision (ieDecisionDetails.aspx) says besides what was decided: by whom, when, status."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clerk.importers.parts import Block, Page
from clerk.language import dates

_FACT = re.compile(
    r"(?P<label>decision maker|decision status|decision type|decision due(?: date)?|date decision due|reference"
    r"|is key decision\?|is subject to call[ -]in\?|is call[ -]in\?|reason key|urgent decision.{0,40}|wards? affected"
    r"|divisions? affected|electoral divisions? affected|portfolio|lead (?:member|officer|director)|department"
    r"|report author|contact|publication date|date of decision|effective (?:from|to|date)|date of call[ -]in"
    r"|notice of proposed decision.{0,60}|restrictions?|decided at meeting)\s*:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_DECISION = re.compile(r"decision details|decision - .{1,120}", re.IGNORECASE)


def is_decision_page(title: str) -> bool:
    """Whether the page's own title is that of a decision."""
    return bool(_DECISION.fullmatch(title.strip()))


def facts_first(page: Page, lines: Sequence[Block]) -> list[Block]:
    """Put what the page says about the decision before what was decided, for it is no part of the minute.

    The day of the decision and who made it stand in for the meeting when the page names none.
    """
    facts: list[Block] = []
    rest: list[Block] = []
    for line in lines:
        (facts if _FACT.fullmatch(line.text) else rest).append(line)
    said = {match["label"].lower(): match["value"] for line in facts if (match := _FACT.fullmatch(line.text))}
    if not page.heading:
        _heading(page, said, facts)
    return [*rest[:1], *facts, *rest[1:]]


def _heading(page: Page, said: dict[str, str], facts: Sequence[Block]) -> None:
    maker, day = said.get("decision maker", "").strip(), dates.read_date(said.get("date of decision", ""))
    if not (maker or day):
        return
    line = facts[0].line
    page.heading.append(Block(f"{maker} - {dates.say_date(day)}" if day else maker, line))
    if maker:
        page.doubt(f"No meeting is named, so the decision maker was taken for the body: “{maker}”.", line)
