"""Which block of one draft is which block of another, and which words of a paragraph changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clerk import lines
from clerk.language.differing import smoothed, stretches, words
from clerk.minutes import Block, Heading, ListItem, Paragraph, Run, SignOff, Table, plain
from exports.printed import cells, heading_text, sign_off_text

_TABLE, _SIGNATURE = "table", "signature"


@dataclass(frozen=True)
class Pair:
    """A block of the old draft and what it became in the new one; one is missing for a block put in or taken out."""

    old: int | None
    """Its place among the blocks of the old draft."""
    new: int | None
    """Its place among the blocks of the new draft."""


def paired(old: Sequence[Block], new: Sequence[Block]) -> list[Pair]:
    """Pair the blocks of two drafts, item by item, in the order they are to be shown: what went out before what came.

    Every block of both is there once, and each draft's blocks are in their order.
    """
    olds, news = _sections(old), _sections(new)
    partners = lines.match([_title(old, each) for each in olds], [_title(new, each) for each in news])
    pairs: list[Pair] = []
    following = 0
    for section, partner in zip(news, partners, strict=True):
        if partner is None:
            pairs += [Pair(None, place) for place in section]
            continue
        for gone in olds[following:partner]:
            pairs += [Pair(place, None) for place in gone]
        pairs += _blocks(old, new, olds[partner], section)
        following = partner + 1
    for gone in olds[following:]:
        pairs += [Pair(place, None) for place in gone]
    return pairs


def _sections(blocks: Sequence[Block]) -> list[range]:
    """The places of each part: its heading and all that stands below it."""
    starts = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.level <= 2]
    starts = starts if starts[:1] == [0] else [0, *starts]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True) if end > start]


def _title(blocks: Sequence[Block], section: range) -> str:
    first = blocks[section.start]
    return first.text if isinstance(first, Heading) else ""


def _blocks(old: Sequence[Block], new: Sequence[Block], olds: range, news: range) -> list[Pair]:
    partners = lines.match([_key(old[place]) for place in olds], [_key(new[place]) for place in news])
    # A table cannot become a paragraph by an edit that can be followed.
    partners = [
        partner if partner is not None and _sort(old[olds[partner]]) == _sort(new[place]) else None
        for place, partner in zip(news, partners, strict=True)
    ]
    pairs: list[Pair] = []
    put_in: list[Pair] = []
    following = 0
    for place, partner in zip(news, partners, strict=True):
        if partner is None:
            put_in.append(Pair(None, place))
            continue
        pairs += [Pair(gone, None) for gone in olds[following:partner]]
        pairs += [*put_in, Pair(olds[partner], place)]
        put_in.clear()
        following = partner + 1
    return [*pairs, *(Pair(gone, None) for gone in olds[following:]), *put_in]


def _sort(block: Block) -> str:
    if isinstance(block, Table):
        return f"{_TABLE} {len(cells(block)[0])}"
    return _SIGNATURE if isinstance(block, SignOff) else ""


def _key(block: Block) -> str:
    if isinstance(block, Table):
        return f"{_TABLE} {block.title} {' '.join(block.header)}"
    return plain(runs_of(block)).replace("\n", " ")


def runs_of(block: Heading | Paragraph | ListItem | SignOff) -> tuple[Run, ...]:
    """What a block prints as one paragraph."""
    match block:
        case Heading():
            return (Run(heading_text(block)),)
        case SignOff():
            return (Run(sign_off_text(block)),)
    return block.runs


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph that is in the old draft, in the new one, or in both."""

    runs: tuple[Run, ...]
    """Its text."""
    old: bool
    """Whether the old draft has it."""
    new: bool
    """Whether the new draft has it."""


def pieces(old: Iterable[Run], new: Iterable[Run]) -> list[Piece]:
    """Part a paragraph by words: the pieces with ``old`` make the old text, those with ``new`` the new one."""
    olds, news = _tokens(old), _tokens(new)
    found: list[Piece] = []
    for each in smoothed(stretches(olds, news), lambda token: token.text.isspace()):
        if each.same:
            found.append(Piece(_runs(each.new), True, True))
            continue
        if each.old:
            found.append(Piece(_runs(each.old), True, False))
        if each.new:
            found.append(Piece(_runs(each.new), False, True))
    return found


def _tokens(runs: Iterable[Run]) -> list[Run]:
    return [replace(run, text=token) for run in runs for token in words(run.text)]


def _runs(tokens: Sequence[Run]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for token in tokens:
        if runs and (runs[-1].bold, runs[-1].link) == (token.bold, token.link):
            runs[-1] = replace(token, text=runs[-1].text + token.text)
        else:
            runs.append(token)
    return tuple(runs)
