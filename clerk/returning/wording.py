"""A line of notation reworded so that it prints what a draft that came back says.

What the officer typed is changed only where the words changed: marks, initials and the kind of line stay. Every new
line is drafted before it is offered, and offered only if it prints what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from clerk import notation, spans
from clerk.house_style import HouseStyle
from clerk.language import english
from clerk.language.differing import stretches, words
from clerk.language.text import clean_line, spaced
from clerk.model import Entry, Record
from clerk.notation import Kind
from clerk.returning.spots import printed_line

_STOPPED = (*notation.DECISIONS, Kind.ACTION, Kind.MOTION, Kind.AMENDMENT)
"""The kinds whose last stop Clerk supplies."""
_STOP = re.compile(r"(?:[;,]\s+(?:and|or)|[;:,.])?\s*$", re.IGNORECASE)

_KINDS = {
    "minute point": Kind.POINT,
    "minute sub-point": Kind.SUBPOINT,
    "minute quotation": Kind.QUOTATION,
    "heading 3": Kind.HEADING,
    "minute action": Kind.ACTION,
    "minute post-meeting note": Kind.POST_MEETING,
    "minute limb": Kind.RESOLVED,
    "minute resolution": Kind.RESOLVED,
    "minute motion": Kind.MOTION,
    "minute vote": Kind.VOTE,
}
"""What a paragraph of each style is; any other is a plain paragraph."""


def reworded(record: Record, position: int, line: int, new: str, style: HouseStyle) -> str | None:
    """Return a line of an item's minute so changed that it prints ``new``; None when no line would."""
    entries = record.items[position - 1].entries
    source, old = entries[line].line, printed_line(record, position, line, style)
    if old is None:
        return None
    read = notation.parse(source)
    new = clean_line(new)
    core, wanted = _core(old, read.kind), _core(new, read.kind)
    patched = _patched(source[read.start :], core, wanted)
    for each in (source[: read.start] + patched, *_anew(read.kind, new, style)):
        made = notation.escape(each) if read.kind is Kind.PARAGRAPH and not read.start else each
        changed = (*entries[:line], replace(entries[line], line=made), *entries[line + 1 :])
        if _prints(record, position, changed, line, new, style, read.kind):
            return made
    return None


def only_the_stop(old: str, new: str, kind: Kind) -> bool:
    """Whether two wordings differ only in the stop that Clerk supplies to lines of ``kind``."""
    return _core(old, kind) == _core(clean_line(new), kind)


def new_line(
    record: Record, position: int, before: int, text: str, manner: str, style: HouseStyle, decision: Kind
) -> str | None:
    """Return the line that, put in before the line at ``before``, prints ``text``; ``manner`` is its style in Word.

    ``decision`` is what a limb would be of.
    """
    entries, text = record.items[position - 1].entries, clean_line(text)
    kind = _KINDS.get(manner, Kind.PARAGRAPH)
    if kind in notation.DECISIONS:
        kind = decision
    for tried in dict.fromkeys((kind, Kind.PARAGRAPH)):
        for made in _anew(tried, text, style):
            changed = (*entries[:before], Entry(made), *entries[before:])
            if _prints(record, position, changed, before, text, style, tried):
                return made
    return None


def is_of(manner: str, kind: Kind) -> bool:
    """Whether a paragraph of a style in Word may be a line of ``kind``."""
    said = _KINDS.get(manner, Kind.PARAGRAPH)
    alike = (notation.DECISIONS, (Kind.MOTION, Kind.AMENDMENT))
    return said is kind or any(said in group and kind in group for group in alike)


def _anew(kind: Kind, text: str, style: HouseStyle) -> Iterable[str]:
    """The ways to write ``text`` as a line of a kind, without the label and the stop that Clerk supplies."""
    labels = style.labels
    label = {Kind.ACTION: labels.action, Kind.POST_MEETING: labels.post_meeting, Kind.MOTION: labels.motion}
    label[Kind.AMENDMENT] = labels.amendment
    bare = text.removeprefix(label.get(kind, "")).strip()
    if kind in _STOPPED:
        yield notation.write(kind, spans.escape(_STOP.sub("", bare)))
    yield notation.write(kind, spans.escape(bare))


def _prints(
    record: Record, position: int, entries: tuple[Entry, ...], line: int, text: str, style: HouseStyle, kind: Kind
) -> bool:
    if entries[line].kind is not kind:
        return False
    items = list(record.items)
    items[position - 1] = replace(items[position - 1], entries=entries)
    printed = printed_line(replace(record, items=tuple(items)), position, line, style)
    return printed is not None and _core(printed, kind) == _core(text, kind)


def _core(text: str, kind: Kind) -> str:
    """A wording without what Clerk supplies: the stop, the capital of a limb, spaces at which no line breaks."""
    text = spaced(text).strip()
    if kind in _STOPPED:
        text = _STOP.sub("", text)
    return english.capital(text) if kind in notation.DECISIONS else text


def _patched(source: str, old: str, new: str) -> str:
    """Change ``source``, which prints ``old``, where ``new`` differs from ``old``, and nowhere else."""
    sources, olds = words(source), words(old)
    there = _places(sources, olds)
    gone: set[int] = set()
    put_in: dict[int, str] = {}
    place = 0
    for each in stretches(olds, words(new)):
        after = place + len(each.old)
        if not each.same:
            gone |= {there[at] for at in range(place, after) if at in there}
            before = there[place - 1] + 1 if place - 1 in there else there.get(place, len(sources))
            at = there.get(place, before) if each.old else before
            put_in[at] = put_in.get(at, "") + "".join(each.new)
        place = after
    kept = ["" if at in gone else token for at, token in enumerate(sources)]
    return "".join(put_in.get(at, "") + token for at, token in enumerate([*kept, ""]))


def _places(source: list[str], printed: list[str]) -> dict[int, int]:
    """Which word of the source each printed word is, whatever its capitals and the kind of its spaces."""
    places: dict[int, int] = {}
    left = right = 0
    for each in stretches([spaced(token).lower() for token in printed], [spaced(token).lower() for token in source]):
        if each.same:
            places |= {left + step: right + step for step in range(len(each.old))}
        left, right = left + len(each.old), right + len(each.new)
    return places
