"""Which line of a page is which line of the page before, so that a line keeps its history while it is edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

_ALIKE = 0.4
# Above this many pairs of lines a changed stretch is compared line by line in order, for typing must not wait.
_MOST_PAIRS = 2_500


def match(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """For each line of ``new``, return the index of the line of ``old`` it continues, or None for a new line.

    Lines the same at the head and the tail of the page are the same lines; those changed between are matched in
    order, by likeness. Indexes rise, and no line is continued twice.
    """
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    partners: list[int | None] = [*range(head), *[None] * (len(new) - head)]
    for index in range(1, tail + 1):
        partners[-index] = len(old) - index
    _match_middle(old, new, (head, len(old) - tail), (head, len(new) - tail), partners)
    return partners


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _match_middle(
    old: Sequence[str], new: Sequence[str], olds: tuple[int, int], news: tuple[int, int], partners: list[int | None]
) -> None:
    if (olds[1] - olds[0]) * (news[1] - news[0]) <= 1:
        _match_changed(old, new, olds, news, partners)
        return
    blocks = SequenceMatcher(None, old[slice(*olds)], new[slice(*news)]).get_matching_blocks()
    left, right = olds[0], news[0]
    for block in blocks:
        start, begin = olds[0] + block.a, news[0] + block.b
        _match_changed(old, new, (left, start), (right, begin), partners)
        for step in range(block.size):
            partners[begin + step] = start + step
        left, right = start + block.size, begin + block.size


def _match_changed(
    old: Sequence[str], new: Sequence[str], olds: tuple[int, int], news: tuple[int, int], partners: list[int | None]
) -> None:
    """Pair the lines of a stretch that has none in common, so that the pairs are as alike as they can be."""
    rows, columns = olds[1] - olds[0], news[1] - news[0]
    if not rows or not columns:
        return
    if rows * columns > _MOST_PAIRS:
        for step in range(min(rows, columns)):
            if likeness(old[olds[0] + step], new[news[0] + step]) >= _ALIKE:
                partners[news[0] + step] = olds[0] + step
        return
    alike = [[likeness(one, other) for other in new[slice(*news)]] for one in old[slice(*olds)]]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            score = alike[row][column]
            together = best[row + 1][column + 1] + score if score >= _ALIKE else 0.0
            best[row][column] = max(together, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < rows and column < columns:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            partners[news[0] + column] = olds[0] + row
            row, column = row + 1, column + 1


def likeness(one: str, other: str) -> float:
    """How alike two lines are, from 0 (nothing in common, or one of them blank) to 1 (the same)."""
    if not one.strip() or not other.strip():
        return 0.0
    head = shared_start(one, other)
    tail = shared_start(one[head:][::-1], other[head:][::-1])
    ends = 2 * (head + tail) / (len(one) + len(other))
    if ends >= _ALIKE:
        return ends
    words, others = Counter(one.casefold().split()), Counter(other.casefold().split())
    shared = 2 * (words & others).total() / (words.total() + others.total())
    return max(ends, shared)


def shared_start(one: str, other: str) -> int:
    """How many characters two texts have in common from their start."""
    low, high = 0, min(len(one), len(other))
    # Halving with slices is quicker by far than a loop over characters when a line is very long.
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def is_insertion(old: str, new: str) -> bool:
    """Whether ``new`` is ``old`` with one stretch put in (or nothing changed)."""
    if len(new) < len(old):
        return False
    head = shared_start(old, new)
    return new.endswith(old[head:])


def worth_keeping(old: str, new: str, stood: float, last_kept: str | None) -> bool:
    """Whether the wording ``old``, replaced by ``new`` after it ``stood`` some seconds, is worth keeping.

    While a line is typed each wording contains the one before, and while it is rubbed out each is contained in the
    last one kept. So every wording there ever was is in one that is kept, or in the one that stands.
    """
    if last_kept is not None and is_insertion(old, last_kept):
        return False
    return stood >= 5 or not is_insertion(old, new)
