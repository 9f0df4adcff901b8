"""What an agenda says in Welsh or in two languages, or as Scottish councils say it: titles, headings and places."""

from __future__ import annotations

import re

from clerk.importers.parts import Block, Page
from clerk.kinds import kind_of
from clerk.language.dates import find_date
from clerk.terms import ItemKind

_BETWEEN = re.compile(r"\s+[/|]\s+")
_MEMBERS = re.compile(r"\b(?:aelodau|aelodaeth|(?:yr? )?cynghorwyr|(?:yr? )?cynghorydd)\s*[/|]\s*(?=\w)", re.IGNORECASE)
_KINDS = tuple(
    (kind, re.compile(words))
    for kind, words in (
        (ItemKind.PREVIOUS_MINUTES, r"^minute of (?:the )?(?:previous|last)\b|^minute of (?:the )?meeting\b"),
        (ItemKind.PREVIOUS_MINUTES, r"^(?:(?:cadarnhau|cymeradwyo|derbyn) )?(?:y )?chofnodion\b|^(?:\w+ )?cofnodion\b"),
        (ItemKind.APOLOGIES, r"\bymddiheuriad"),
        (ItemKind.DECLARATIONS, r"\bdat(?:gan|gel)\w*\b.*\b[bf]uddian"),
        (ItemKind.MATTERS_ARISING, r"^materion (?:yn )?codi|^materion sy['’]n codi"),
        (ItemKind.NEXT_MEETING, r"\bcyfarfod(?:ydd)? nesaf\b"),
        (ItemKind.OTHER_BUSINESS, r"^unrhyw f(?:ater|usnes)\w* arall\b(?!.*brys)"),
        (ItemKind.URGENT, r"\bbrys\b"),
        (ItemKind.EXCLUSION, r"\b(?:eithrio|cau allan|gwahardd)\b.*\b(?:cyhoedd|wasg)\b"),
        (ItemKind.QUESTIONS, r"\bcwestiynau\b.*\b(?:cyhoedd|aelodau)\b|\bcyfranogiad\b.*\bcyhoedd\b"),
        (ItemKind.ELECTION, r"\b(?:ethol|penodi)\b.*\bg?[cg]adeirydd\b"),
    )
)


def standing_kind(title: str) -> ItemKind:
    """The standing kind that a title names, in English, in Welsh, or in both with a stroke between them."""
    for part in (title, *halves(title)):
        plain = " ".join(part[:300].replace("’", "'").lower().split())
        if (kind := kind_of(part)) is not ItemKind.ORDINARY:
            return kind
        if found := next((kind for kind, words in _KINDS if words.search(plain)), None):
            return found
    return ItemKind.ORDINARY


def halves(text: str) -> list[str]:
    """The two wordings of a text in two languages, "APOLOGIES / YMDDIHEURIADAU"; none for any other text."""
    parts = _BETWEEN.split(text)
    return parts if len(parts) == 2 and all(re.search(r"[^\W\d_]{3}", part) for part in parts) else []


def in_english(text: str) -> str:
    """A line of a list of members without the Welsh words that stand before the English ones."""
    return _MEMBERS.sub("", text)


def settle_day(page: Page) -> None:
    """Of a heading that says the day in both languages, keep the English, which as a rule is the second."""
    for at, block in enumerate(page.heading):
        parts = halves(block.text)
        days = [find_date(part) for part in parts]
        if len(parts) == 2 and days[0] and days[1] and days[0].date == days[1].date:
            page.noise.append(parts[0])
            page.heading[at] = Block(parts[1], block.line)
