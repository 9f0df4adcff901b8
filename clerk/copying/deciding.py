"""What of a minute decides: resolutions, motions and votes, with what they are about and the reasons given for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clerk.minutes import Block, Heading, ListItem, ListStyle, Paragraph, Role

_DECIDING = (Role.DECISION_LABEL, Role.DECISION, Role.MOTION, Role.VOTE)
_REASONS = re.compile(r"(?:the )?(?:reasons?|grounds)\b|(?:rights? of )?appeal", re.IGNORECASE)
"""Sub-headings of what belongs to a decision: its reasons, which the parties to a licensing review must be given
(Licensing Act 2003 s52(10)), and how it may be appealed against."""

_STATED = re.compile(
    r"(?:the )?(?:(?:reasons?|grounds)\b|(?:alternative |other )?options?\b|alternatives?\b|conflicts? of interest"
    r"|declarations?\b|dispensations?\b|(?:urgency|implementation|key decision)\b|call[ -]?in\b)",
    re.IGNORECASE,
)
"""Sub-headings of what the written statement of an executive decision must say (SI 2012/2089 regulation 12(2)), or of
when it may be called in; many minutes have them above what was resolved."""


def stating(minute: Iterable[Block]) -> Iterator[Block]:
    """The decisions of an executive's minute as ``deciding`` has them, with what is stated of each above or below."""
    blocks = list(minute)
    decided = list(deciding(blocks))
    if not decided:
        return
    stated = False
    for block in blocks:
        if isinstance(block, Heading):
            stated = bool(_STATED.match(block.text))
        body = isinstance(block, Heading | ListItem) or (isinstance(block, Paragraph) and block.role is Role.BODY)
        if (stated and body) or any(block is each for each in decided):
            yield block


def deciding(minute: Iterable[Block]) -> Iterator[Block]:
    """The decisions, motions and votes of a minute, with what stands below them: bullets, replacement wording.

    A sub-heading comes with the decision below it, for it may be all that tells one planning application from the next;
    reasons and the right of appeal come whole once something is decided.
    """
    above: list[Block] = []
    kept = decided = reasons = False
    for block in minute:
        match block:
            case Heading(text=text):
                above, kept = [block], False
                reasons = decided and bool(_REASONS.match(text))
            case Paragraph(role=Role.QUOTATION) | ListItem(style=ListStyle.BULLET):
                pass  # goes with what it stands below
            case Paragraph(role=role):
                kept = role in _DECIDING or (reasons and role is Role.BODY)
            case ListItem(style=style):
                kept = style is ListStyle.LETTER or reasons
            case _:
                kept = False
        if kept:
            yield from above
            above, decided = [], True
            yield block
