"""The body that a published page is of: its name, what it calls itself and who presides, and its first house style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from clerk.importers.capitals import written
from clerk.importers.parts import Page
from clerk.kinds import body_kind_of, house_style_of, noun_of
from clerk.model import Body, Item
from clerk.terms import BodyKind

_TITLES = ("Chairman", "Chairwoman", "Chairperson", "Chair", "Convener", "Convenor")
_TITLE = "|".join((*_TITLES, *map(str.upper, _TITLES)))
# Beside a name or before one, "Cllr A. Ash (Chairman)", "Convener: Cllr B. Birch"; not in a sentence.
_BESIDE = re.compile(rf"(?:^|[(\[,;|\t]|\s[-–—])\s*(?:the )?(?P<title>{_TITLE})\s*(?=[)\]:,;|\t]|\s[-–—]|$)")
_OF_BUSINESS = re.compile(
    rf"(?:\b(?:elect(?:ion of)?|appoint(?:ment of)?) (?:an? |the |its )?(?P<elected>{_TITLE})\b"
    rf"|^(?:the )?(?P<whose>{_TITLE})['’]s\b)",
    re.IGNORECASE,
)
# A council that elects its Mayor has them in the Chair (Local Government Act 1972 s3, s15, s245). An executive Mayor,
# who is not, is elected by voters and on no agenda.
_MAYOR = re.compile(
    r"\b(?:elect(?:ion of)?|appoint(?:ment of)?) (?:an? |the )?(?P<mayor>(?:lord |town )?mayor)\b", re.IGNORECASE
)
# Who makes announcements first is who presides (Local Government Act 1972 Schedule 12 paragraph 5), but for an
# elected Mayor, who makes them under a Chair or a Speaker (Local Government Act 2000 s9H).
_MAYOR_SPEAKS = re.compile(
    r"(?:to (?:receive|hear|note) )?(?:any |the )*(?:"
    r"(?P<whose>(?:lord |town )?mayor)(?:['’]?s|s['’])? (?:announcements?|communications?)"
    r"|(?:announcements?|communications?) (?:from|by|of) the (?P<whom>(?:lord |town )?mayor))\b",
    re.IGNORECASE,
)
_OTHER_PRESIDES = re.compile(
    rf"\b(?:elected|executive|directly.elected|civic) mayor|\bmayor (?:and|&) (?:the )?(?:cabinet|executive)"
    rf"|\bspeaker['’]s\b|\bthe speaker of\b|\bmayor['’]s (?:cabinet|executive)|\b(?:{_TITLE})['’]s? (?:announce|commun)"
    rf"|\b(?:from|by|of) the (?:{_TITLE})\b(?! of (?:the )?(?:[\w&]+ ){{1,6}}(?:committee|panel|board))",
    re.IGNORECASE,
)
_ABOVE = 200
"""How many lines of the page's beginning may say it, for one without items."""


def body_of(page: Page, name: str, items: Sequence[Item], quorum: int | None, minuted: bool) -> Body:
    """Return the body a page names, with a doubt when its name stood in capitals and a word of it is open.

    All but the name only counts for a body not known yet. Minutes say by their own words what they call the person
    presiding; of an agenda, what stands beside the members' names and in its titles comes first, and who makes the
    announcements after that.
    """
    said = written(name)
    if said.doubtful:
        words = " and ".join(f"“{word}”" for word in said.doubtful)
        line = page.heading[0].line if page.heading else None
        page.doubt(f"The body's name stood in capitals; check {words} in “{said.name}”.", line)
    style, kind = house_style_of(said.name), body_kind_of(said.name)
    body = Body(said.name, kind=kind, noun=noun_of(said.name), quorum=quorum, style=style)
    told = _mayor(body, items) or ("" if minuted else (_beside_names(page) or _in_titles(items)))
    speaks = _mayor_speaks(body, page, items)
    told = told or ("" if minuted else speaks)
    texts = (f"{item.title}\n{item.note}\n{item.text}" for item in items)
    return replace(body, chair_title=told or chair_title_of(texts, speaks or body.chair_title))


def chair_title_of(texts: Iterable[str], default: str) -> str:
    """Return what minutes call the person presiding, by the word they use most; ``default`` when they use none."""
    text = "\n".join(texts)
    counts = {title: len(re.findall(rf"(?<!\bin )\b[Tt]he {title}\b", text)) for title in _TITLES}
    most = max(counts, key=lambda title: counts[title])
    return most if counts[most] else default


def _beside_names(page: Page) -> str:
    """What the lines about the meeting call who presides; empty when they do not say."""
    first = next((item.line for item in page.items if item.line), None)
    above = [line for line in page.source if first is None or (line.line or 0) < first][:_ABOVE]
    # A list of the members that stood below the items has been taken out of them.
    lines = (*(line.text for line in above), *(block.text for block in page.front), *page.noise)
    return next((found["title"].capitalize() for line in lines if (found := _BESIDE.search(line))), "")


def _mayor(body: Body, items: Sequence[Item]) -> str:
    """What the meeting of a council that elects its Mayor calls who presides; empty for any other."""
    if body.kind not in (BodyKind.COUNCIL, BodyKind.PARISH):
        return ""
    found = next((found for item in items if (found := _MAYOR.search(item.title[:300]))), None)
    return found["mayor"].title() if found else ""


def _mayor_speaks(body: Body, page: Page, items: Sequence[Item]) -> str:
    """What a council's agenda with "Mayor's announcements" calls who presides; empty where another may preside."""
    if body.kind not in (BodyKind.COUNCIL, BodyKind.PARISH) or not body.name.endswith("Council"):
        return ""
    found = next((found for item in items if (found := _MAYOR_SPEAKS.match(item.title[:300]))), None)
    above = (block.text for block in page.front)
    texts = (*(f"{item.title}\n{item.note}\n{item.text}" for item in items), *above, *page.noise)
    if found is None or any(_OTHER_PRESIDES.search(text) for text in texts):
        return ""
    return (found["whose"] or found["whom"]).title()


def _in_titles(items: Sequence[Item]) -> str:
    """What "Election of Chairman" or "Convener's Announcements" calls who presides; empty without such an item."""
    found = next((found for item in items if (found := _OF_BUSINESS.search(item.title[:300]))), None)
    return (found["elected"] or found["whose"]).capitalize() if found else ""
