"""Initials left in the text: quickly typed on the page, and no reader of the minutes knows whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clerk import spans
from clerk.checking.findings import Finding, Here, Severity
from clerk.house_style import style_of
from clerk.model import Record
from clerk.notation import DECISIONS, Kind
from clerk.people import owners

_PROSE = (Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT, Kind.POST_MEETING, *DECISIONS)
"""The kinds whose words all print as typed; before an action or a motion initials become names."""
_VERB = (
    r"(?:also |then |further |therefore |had |has |was |would |will |is )*(?:said|told|felt|thought|spoke|gave|took"
    r"|left|made|put|read|went|asked|agreed|noted|\w{2,}ed|wished|had|has|would|will)\b"
)
_LETTERS = r"(?P<letters>[A-Z]{2,3})(?![\w/&-]|['’](?!s\b))"
_SPEAKS = re.compile(rf"(?:^|[.;:] |\b(?:and|that|but) ){_LETTERS}(?= (?:and [A-Z]{{2,3}} )?{_VERB})")
"""Where somebody says or does something: "GD asked", "It was noted that GD had left"."""
_ADDRESSED = re.compile(
    r"\b(?:(?:repl(?:y|ies)|responses?|answers?|questions?|quer(?:y|ies)|points?|comments?|concerns?|requests?|thanks"
    r"|suggestions?|proposals?) (?:to|from|by|of)|thanked|asked|told|advised|reminded|invited|congratulated"
    rf"|(?:moved|seconded|proposed|raised|asked|made|put|requested|suggested|chaired) by) {_LETTERS}"
    r"(?=\s*(?:[,.;:)?]|$)|['’]s\b| (?:and|who|that|if|whether|about|on|as|be|for|to|it|was|were)\b)"
)
"""Where somebody is spoken to or of: "In reply to GD,", "seconded by GD"."""
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        AGM AI BC BT CC CEO CFO CIC CPR CQC CV DBS DC DPI DWP EA EU FOI GP HGV HMO HQ HR HSE IT JP LA LEA LGA MOD MOJ MP
        NFU NHS NI OK ONS PC PCC PCN PCP PM PR PTA QC RAF RSL SEN SME TV UK UN US USA VAT WI
        """,
    )
)
"""Abbreviations in general use in councils, which are somebody's initials only now and then."""


def initials(record: Record, items: Sequence[Here]) -> Iterator[Finding]:
    """Look for initials of people on the roll in what prints as typed, where the house's minutes give names in full."""
    if not style_of(record.body).printing.full_names:
        return
    lines = [(here, at, spans.printed(line.text)) for here in items for at, line in here.of(*_PROSE)]
    text = "\n".join([*(here.item.title for here in items), *(words for *_, words in lines)])
    for here, at, words in lines:
        for letters, name in _left(words, text, record):
            message = f'"{letters}" prints as typed; on the roll these are the initials of {name}.'
            yield here.find(Severity.WARNING, "initials", message, "Put the name in, if that is who is meant.", at)


def _left(words: str, text: str, record: Record) -> Iterator[tuple[str, str]]:
    """The initials in a line, with whose they are; no abbreviation in general use, or that the text itself uses."""
    found = (match["letters"] for each in (_SPEAKS, _ADDRESSED) for match in each.finditer(words))
    for letters in dict.fromkeys(found):
        name = "" if letters in _COMMON else owners.person(letters, record.presence)
        if name and not re.search(rf"\({letters}s?\)|\b(?:[Tt]he|[Aa]n?|[Tt]his|[Oo]ur|[Ii]ts) {letters}\b", text):
            yield letters, name
