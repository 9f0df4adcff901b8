"""The words that open a decision in published minutes, in the forms councils use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clerk.importers.minutes.markers import Marker, marker_of

_VOTES = (
    r"(?:\s*\(?\s*(?P<ayes>\d{1,3})\s*(?::|[-–—]|(?:votes? )?(?:for|to),?)\s*(?P<noes>\d{1,3})(?: against)?"
    r"(?P<casting>,?\s+and\s+on\s+the\s+[\w’']+\s+casting\s+vote)?\s*\))?"
)
_ALL = r"(?:\s*\(?(?P<all2>unanimously|UNANIMOUSLY|nem\.? ?con\.?)\)?(?=[\s:,–—-]|$))?"
_STOP = r"(?:\s*$|\s*[,:–—-]+\s*|\s+(?=(?:[Tt]hat|THAT|[Tt]o)\b))"
_STARTS = re.compile(
    r"^(?:(?:(?:[Aa]nd )?[Ii]t was|IT WAS|[Aa]nd)\s+)?(?P<all>UNANIMOUSLY\s+|[Uu]nanimously\s+)?"
    rf"(?P<word>RESOLVED|RECOMMENDED|AGREED|Resolved|Recommended|Agreed){_ALL}{_VOTES}{_STOP}"
)
_PROSE = re.compile(
    rf"^(?:[Aa]nd\s+)?[Ii]t was (?P<all>unanimously )?(?P<word>resolved){_ALL}{_VOTES}"
    r"(?:\s*[:–—-]+\s*|\s+(?=(?:that|to)\b))"
)
_INSIDE = re.compile(
    r"(?:\band(?: it)?(?: was)?|\b[Ii]t was|[.;])(?: (?:then|therefore|unanimously|UNANIMOUSLY))?\s+"
    r"(?P<word>RESOLVED|RECOMMENDED|(?<=[.;] )Resolved)(?:\s*[:–—-]+\s*|,?\s+(?=(?:that|to|That|To)\b))(?=\S)"
)
_ENDING = re.compile(
    r"^(?P<lead>.{3,}\S)\s+(?P<word>RESOLVED|RECOMMENDED|AGREED)\s*(?:unanimously\s*)?[:–—-]*\s*$"
    r"|^(?P<lead2>.{3,}\b(?:and|was|unanimously))\s+(?P<word2>resolved)\s*[:–—-]+\s*$"
)
_ANOTHER_SENTENCE = re.compile(r"[.!?][”\"’']?\s+[A-Z“\"(]")
_PROPOSED = re.compile(
    r"^(?P<who>(?:[Pp]roposed|[Mm]oved)(?: by)? [^,;]{2,80},?(?: and)? seconded(?: by)? [^,;]{2,80}?),?\s+"
    r"(?=(?:that|to|That)\b)"
)
_LIMB = re.compile(r"(?:(?<=[;:,.] )|(?<= and )|^)(?=\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s)")
_LETTERED = re.compile(r"^([A-P])(?:[.:)]\s*|\s+)(?=\S)")
_LONGEST = 20_000
"""Longer paragraphs are not looked through for a decision inside them."""


@dataclass(frozen=True)
class Opening:
    """How a paragraph opens a decision."""

    word: str
    """RESOLVED, RECOMMENDED or AGREED."""
    rest: str
    """The words of the decision; empty when they follow in the next paragraph."""
    lead: str = ""
    """What stands before it, a paragraph of its own."""
    vote: str = ""
    """The words of a vote that stand in the label: "unanimous", "7-7 casting carried"."""


def opening_of(text: str) -> Opening | None:
    """Read a paragraph that begins with a decision: "RESOLVED – That ...", "It was resolved to ..."."""
    match = _STARTS.match(text) or _PROSE.match(text)
    if not match:
        return None
    vote = "unanimous" if match["all"] or match["all2"] else ""
    if match["ayes"]:
        vote = f"{match['ayes']}-{match['noes']}{' casting' if match['casting'] else ''} carried"
    rest, lead = text[match.end() :].strip(), ""
    proposed = _PROPOSED.match(rest)
    if proposed:
        lead, rest = f"{proposed['who'][0].upper()}{proposed['who'][1:]}.", rest[proposed.end() :]
    return Opening(match["word"].upper(), rest, lead, vote)


def inside(text: str) -> Opening | None:
    """Read a decision that ends a paragraph of prose: "It was moved and RESOLVED that the fee be kept" is one.

    Only where nothing follows it and it is nobody's quoted or bracketed words, so that the words stay in their order
    and no sentence of the debate becomes part of the resolution.
    """
    if len(text) > _LONGEST:
        return None
    found = list(_INSIDE.finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    lead, rest = text[: match.start("word")].strip(), text[match.end() :].strip()
    if len(lead) < 10 or _ANOTHER_SENTENCE.search(rest) or not _balanced(lead) or not _balanced(rest):
        return None
    return Opening(match["word"].upper(), rest, lead)


def ending_of(text: str) -> Opening | None:
    """Read a paragraph that ends with the word of a decision, whose words follow in the next."""
    match = _ENDING.match(text) if len(text) <= _LONGEST and text[-1:] in "dDyY:–—-" else None
    if not match:
        return None
    word = match["word"] or match["word2"]
    return Opening(word.upper(), "", match["lead"] or match["lead2"])


def limbs_of(text: str) -> list[Marker]:
    """Split "(1) the fee be kept; and (2) a map be drawn." into its limbs; none when it is not such a list."""
    if not text.startswith("(") or len(text) > _LONGEST:
        return []
    places = [match.start() for match in _LIMB.finditer(text)]
    limbs: list[Marker] = []
    start = 0
    for end in [*places[1:], len(text)]:
        marker = marker_of(text[start:end].strip())
        if not marker or (not marker.first if not limbs else not marker.follows(limbs[-1])):
            # A bracket inside a limb ("and (a) above") is words of the limb it stands in.
            if not limbs:
                return []
            last = limbs[-1]
            limbs[-1] = Marker(last.label, f"{last.text} {text[start:end].strip()}", last.readings)
        else:
            limbs.append(marker)
        start = end
    return limbs if len(limbs) > 1 else []


def letter_limbs(paragraphs: list[str], at: int) -> None:
    """Write limbs that are lettered "A  Note the report", "B: Write" from a place on with brackets, as others are.

    A letter alone may be a word, so the second must carry on from the first.
    """
    for place, letter in zip(range(at, len(paragraphs)), "ABCDEFGHIJKLMNOP", strict=False):
        match = _LETTERED.match(paragraphs[place])
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else ""
        if not match or match[1] != letter or (letter == "A" and not re.match(r"B[\s.:)]", following)):
            return
        paragraphs[place] = f"({letter.lower()}) {paragraphs[place][match.end() :]}"


def _balanced(text: str) -> bool:
    """Whether quotation marks and brackets that open also close."""
    pairs = (("(", ")"), ("[", "]"), ("“", "”"))
    return text.count('"') % 2 == 0 and all(text.count(opens) == text.count(closes) for opens, closes in pairs)
