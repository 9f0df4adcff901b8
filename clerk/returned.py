"""A draft that came back with changes: what was changed in it, passage by passage, against the draft as it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from clerk import lines
from clerk.language.differing import marked

_NUMBER = re.compile(r"(\S{1,20})\t")


@dataclass(frozen=True)
class Remark:
    """A comment that somebody made on a passage."""

    author: str
    """Who made it, as the word processor has it; empty when it does not say."""
    text: str
    """What it says, on one line."""
    resolved: bool = False
    """Whether somebody has marked it as dealt with."""

    @property
    def query(self) -> str:
        """What it says as a query of the officer's: who asks, and what."""
        return f"{self.author}: {self.text}" if self.author else self.text


@dataclass(frozen=True)
class Passage:
    """A paragraph of a printed draft, or a row of one of its tables, as it stands with all changes accepted."""

    text: str
    """Its words; the cells of a row are parted by bars."""
    names: tuple[str, ...] = ()
    """The marks at its beginning by which Clerk knows the place again."""
    style: str = ""
    """The name of its style, in small letters: "minute point"."""
    row: bool = False
    """Whether it is a row of a table."""
    remarks: tuple[Remark, ...] = ()
    """The comments on it, in order."""
    authors: tuple[str, ...] = ()
    """Who made the changes tracked in it; empty when none were."""

    @property
    def opens(self) -> bool:
        """Whether a part of the minutes begins with it."""
        return self.style in ("heading 1", "heading 2")


_MANNERS = {
    "body text": "paragraph",
    "minute lead-in": "paragraph",
    "minute limb": "decision",
    "minute resolution": "decision",
    **{name: name for name in ("heading 2", "heading 3", "minute point", "minute sub-point", "minute quotation")},
    **{name: name for name in ("minute resolved", "minute motion", "minute vote", "minute action")},
    "minute post-meeting note": "minute post-meeting note",
}
"""What a style of the house says a passage is. Any other, as of text pasted from elsewhere, says nothing."""


def may_be(one: Passage, other: Passage) -> bool:
    """Whether one passage can have become the other: not a row a paragraph, nor a point a resolution."""
    manners = {_MANNERS[passage.style] for passage in (one, other) if passage.style in _MANNERS}
    # LibreOffice gives a paragraph joined to one that was deleted the style of that one.
    same = one.text == other.text and not {*one.names}.isdisjoint(other.names)
    return one.row == other.row and (same or len(manners) < 2)


class What(StrEnum):
    """What happened to a passage."""

    CHANGED = "changed"
    ADDED = "added"
    DELETED = "deleted"
    COMMENT = "comment"


@dataclass(frozen=True)
class Change:
    """One change that came back."""

    block: str
    """What to call it by: the mark of its place ("m24_3"); "m24_3+1" is the first passage added after that one, and
    "m24_3:1" the first comment on it."""
    what: What
    """What happened."""
    at: int
    """Which passage of the draft it concerns, from 0; of one added, the passage it follows (-1 before all)."""
    old: str = ""
    """The words of the draft; empty for what was added."""
    new: str = ""
    """The words as they came back, or what a comment says; empty for what was deleted."""
    style: str = ""
    """The style of a passage that was added."""
    authors: tuple[str, ...] = ()
    """Who made it, where the word processor kept that."""
    resolved: bool = False
    """Whether a comment is marked as dealt with."""

    def shown(self) -> str:
        """The words with what went and what came: "was [-taken as read-]{+agreed+}"."""
        if self.what is What.CHANGED:
            return marked(self.old, self.new)
        return self.old if self.what is What.DELETED else self.new


def compare(draft: Sequence[Passage], back: Sequence[Passage]) -> list[Change]:
    """Return what is different in ``back``, in the order of the draft.

    Passages are known again by their marks, then by their minute number and their words; a mark whose words stand
    elsewhere now is not believed, for the record may have grown since the draft went out.
    """
    partners = pair(draft, back)
    partner_of = {partner: place for place, partner in enumerate(partners) if partner is not None}
    changes: list[tuple[int, int, Change]] = []
    for at, passage in enumerate(draft):
        if at not in partner_of:
            changes.append((at, 0, Change(called(draft, at), What.DELETED, at, passage.text)))
    above, added, commented = -1, 0, Counter[int]()
    for place, (passage, partner) in enumerate(zip(back, partners, strict=True)):
        if partner is None:
            added += 1
            name = f"{called(draft, above)}+{added}"
            new = Change(name, What.ADDED, above, "", passage.text, passage.style, passage.authors)
            changes.append((above, 2 + place, new))
        else:
            above, added = partner, 0
            old = draft[partner].text
            if old != passage.text:
                name = called(draft, partner)
                new = Change(name, What.CHANGED, partner, old, passage.text, "", passage.authors)
                changes.append((partner, 1, new))
        known = () if above < 0 else draft[above].remarks
        for remark in passage.remarks:
            if _known(remark, known):
                continue
            commented[above] += 1
            name, who = f"{called(draft, above)}:{commented[above]}", (remark.author,) if remark.author else ()
            new = Change(name, What.COMMENT, above, "", remark.text, "", who, remark.resolved)
            changes.append((above, 2 + place, new))
    return [change for _, _, change in sorted(changes, key=lambda each: each[:2])]


def _known(remark: Remark, queries: Sequence[Remark]) -> bool:
    """Whether a comment is a query of the draft, or has been made one already."""
    return not remark.text or any(query.text in (remark.text, remark.query) for query in queries)


def called(draft: Sequence[Passage], at: int) -> str:
    """What to call a passage of the draft by: its own mark, or for a row that of what stands above it and a count."""
    if at < 0:
        return "top"
    rows = 0
    while at >= 0 and not draft[at].names:
        at, rows = at - 1, rows + 1
    above = draft[at].names[0] if at >= 0 else "top"
    return f"{above}.row{rows}" if rows else above


def pair(draft: Sequence[Passage], back: Sequence[Passage]) -> list[int | None]:
    """For each passage that came back, return which passage of the draft it is, or None. Indexes rise."""
    partners: list[int | None] = [None] * len(back)
    olds = _parts(draft)
    openings = {draft[part.start].text: part for part in olds}
    numbers = {match[1] for part in olds if (match := _NUMBER.match(draft[part.start].text))}
    news = _parts(back, numbers)
    for old, new in _paired_parts(draft, back, olds, news, openings):
        for place, partner in zip(new, _paired_passages(draft[_slice(old)], back[_slice(new)]), strict=True):
            partners[place] = None if partner is None else old.start + partner
    return partners


def _slice(part: range) -> slice:
    return slice(part.start, part.stop)


def _parts(passages: Sequence[Passage], numbers: set[str] | None = None) -> list[range]:
    """The places of each part: its heading, known by its style or a minute number of the draft, and what follows."""

    def opens(passage: Passage) -> bool:
        match = _NUMBER.match(passage.text)
        return passage.opens or bool(numbers and match and match[1] in numbers)

    starts = [place for place, passage in enumerate(passages) if opens(passage)]
    starts = starts if starts[:1] == [0] else [0, *starts]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], len(passages)], strict=True) if end > start]


def _paired_parts(
    draft: Sequence[Passage],
    back: Sequence[Passage],
    olds: Sequence[range],
    news: Sequence[range],
    openings: dict[str, range],
) -> list[tuple[range, range]]:
    """Pair the parts in order: by heading, by mark or number, and then by likeness."""
    names = {name: index for index, part in enumerate(olds) for name in draft[part.start].names}
    there = {back[part.start].text for part in news}
    numbers = {
        match[1]: index
        for index, part in enumerate(olds)
        if (match := _NUMBER.match(draft[part.start].text)) is not None
    }
    wanted: list[int | None] = []
    for part in news:
        first = back[part.start]
        same = openings.get(first.text)
        if same is not None:
            wanted.append(olds.index(same))
            continue
        number = _NUMBER.match(first.text)
        guesses = [names[name] for name in first.names if name in names]
        guesses += [numbers[number[1]]] if number and number[1] in numbers else []
        # A heading that stands unchanged elsewhere is not also this one.
        wanted.append(next((each for each in guesses if draft[olds[each].start].text not in there), None))
    partners = _filled(
        _rising(wanted), [draft[part.start].text for part in olds], [back[part.start].text for part in news]
    )
    pairs = [(old, new) for new, old in enumerate(partners) if old is not None]
    # A heading that came or went does not part what stands below it from the passages it was with.
    ends = [*pairs[1:], (len(olds), len(news))]
    return [
        (range(olds[old].start, olds[beyond - 1].stop), range(news[new].start, news[following - 1].stop))
        for (old, new), (beyond, following) in zip(pairs, ends, strict=True)
    ]


def _paired_passages(draft: Sequence[Passage], back: Sequence[Passage]) -> list[int | None]:
    """Pair the passages of one part. Its heading is its heading."""
    names = {name: place for place, passage in enumerate(draft) for name in passage.names}
    texts = Counter(passage.text for passage in draft)
    returned = Counter(passage.text for passage in back)
    wanted: list[int | None] = [0]
    for passage in back[1:]:
        marks = (names[name] for name in passage.names if name in names)
        mark = next((place for place in marks if may_be(draft[place], passage)), None)
        if (
            mark is not None
            and draft[mark].text != passage.text
            and (passage.text in texts or draft[mark].text in returned)
        ):
            mark = None
        wanted.append(mark or None)
    partners = _filled(_rising(wanted), [passage.text for passage in draft], [passage.text for passage in back])
    return [
        None if partner is None or not may_be(draft[partner], passage) else partner
        for passage, partner in zip(back, partners, strict=True)
    ]


def _rising(wanted: Sequence[int | None]) -> list[int | None]:
    """Keep as many partners as rise from one to the next; the others are none."""
    best: list[tuple[int, int]] = []
    for place, partner in enumerate(wanted):
        if partner is None:
            best.append((0, -1))
            continue
        longest = max(
            ((best[other][0], other) for other in range(place) if _below(wanted[other], partner)), default=(0, -1)
        )
        best.append((longest[0] + 1, longest[1]))
    kept: list[int | None] = [None] * len(wanted)
    place = max(range(len(best)), key=lambda each: best[each][0], default=-1)
    while place >= 0 and best[place][0]:
        kept[place] = wanted[place]
        place = best[place][1]
    return kept


def _below(one: int | None, other: int) -> bool:
    return one is not None and one < other


def _filled(partners: Sequence[int | None], old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Pair by likeness what stands between the passages paired already."""
    filled = list(partners)
    anchors = [
        (-1, -1),
        *((place, each) for place, each in enumerate(partners) if each is not None),
        (len(new), len(old)),
    ]
    for (place, partner), (following, beyond) in pairwise(anchors):
        between = lines.match(old[partner + 1 : beyond], new[place + 1 : following])
        for step, each in enumerate(between):
            filled[place + 1 + step] = None if each is None else partner + 1 + each
    return filled
