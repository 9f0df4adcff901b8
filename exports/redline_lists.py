"""The numbers of the lists of a redline: those of the new draft, and beside them those that rejecting brings back.

A paragraph that is in both drafts under the same label stays in the new draft's list. One whose number changed is
moved to a list of its own old numbers by rejecting, and what was taken out is counted there, so that a paragraph that
went never shifts the numbers of those that stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clerk.minutes import Block, ListItem, ListStyle
from exports.redline_pairs import Pair
from exports.word_lists import Lists, Mark


@dataclass(frozen=True)
class Numbering:
    """How the list paragraphs of two drafts are numbered in one file."""

    old: dict[int, str]
    """The ``w:numPr`` of each numbered paragraph of the old draft, by its place; as after rejecting."""
    new: dict[int, str]
    """Those of the new draft; as after accepting."""
    starts: list[tuple[int, int, int, int]]
    """Every ``w:num`` needed, as ``exports.word_lists.Lists`` has them."""

    @classmethod
    def of(cls, old: Sequence[Block], new: Sequence[Block], pairs: Sequence[Pair]) -> Numbering:
        """Number the lists of two drafts whose blocks are paired."""
        lists = Lists()
        news = {place: lists.mark(block) for place, block in enumerate(new) if isinstance(block, ListItem)}
        marks, starts = _old_marks(old, new, pairs, news)
        above = len(lists.starts)
        starts = [(num + above, abstract, level, start) for num, abstract, level, start in starts]
        olds = {place: mark if kept else Mark(mark.num and mark.num + above, mark.level) for place, mark, kept in marks}
        return cls(_written(olds), _written(news), [*lists.starts, *starts])


def _old_marks(
    old: Sequence[Block], new: Sequence[Block], pairs: Sequence[Pair], news: dict[int, Mark]
) -> tuple[list[tuple[int, Mark, bool]], list[tuple[int, int, int, int]]]:
    """The marks of the old draft's list paragraphs: whether each is the new draft's, and the lists of the others."""
    partners = {pair.old: pair.new for pair in pairs if pair.old is not None and pair.new is not None}
    lists, marks = Lists(), []
    parted: set[int] = set()
    continued: dict[int, Mark] = {}
    for place, block in enumerate(old):
        if not isinstance(block, ListItem):
            continue
        partner = partners.get(place)
        now = new[partner] if partner is not None else None
        bullet = block.style is ListStyle.BULLET
        if partner is not None and isinstance(now, ListItem) and _alike(block, now):
            # A bullet has no number to be wrong; a label has the right one only while its list has kept all before.
            mark = news[partner]
            same = continued.get(block.list_id, mark).num == mark.num
            if bullet or (same and block.list_id not in parted):
                continued[block.list_id] = mark
                marks.append((place, mark, True))
                continue
        if bullet and block.list_id in continued:
            marks.append((place, _below(continued[block.list_id], block), True))
            continue
        if not bullet:
            parted.add(block.list_id)
        marks.append((place, lists.mark(block), False))
    return marks, lists.starts


def _alike(old: ListItem, new: ListItem) -> bool:
    return (old.style, old.level, old.label) == (new.style, new.level, new.label)


def _below(above: Mark, bullet: ListItem) -> Mark:
    """The mark of a bullet in the list of what stands above it."""
    return Mark(above.num, above.level or bullet.level)


def _written(marks: dict[int, Mark]) -> dict[int, str]:
    return {
        place: f'<w:numPr><w:ilvl w:val="{mark.level}"/><w:numId w:val="{mark.num}"/></w:numPr>'
        for place, mark in marks.items()
        if mark.num
    }
