"""One item's minute, from lines of notation to the blocks that will print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import MappingProxyType

from clerk import notation, spans
from clerk.house_style import HouseStyle, fill
from clerk.language import english, links
from clerk.minutes import Block, Heading, ListItem, ListStyle, Paragraph, Role, Run, plain
from clerk.model import Record
from clerk.notation import Kind, Line, Numbered
from clerk.people import owners
from clerk.voting import votes

_NOTHING: Mapping[int, Sequence[str]] = MappingProxyType({})
_AS_AMENDED = re.compile(
    r"(?:the )?(?P<named>substantive (?:motion|proposal)|(?:motion|proposal),? as amended|amended (?:motion|proposal))"
    r"(?: (?:(?:was|were) (?P<then>then )?)?put(?: to the vote)?)?[.:]?",
    re.IGNORECASE,
)
"""The words of a line that moves nothing, and only names the motion as it stands after amendments."""


def minute_blocks(
    record: Record, position: int, style: HouseStyle, lists: Iterator[int], told: Mapping[int, Sequence[str]] = _NOTHING
) -> tuple[list[Block], tuple[str, ...]]:
    """Return the blocks of the item at ``position``, and the queries that found no block of it to stand on.

    ``lists`` gives each list its number. ``told`` are sentences of the record, by after how many lines they come.
    A line whose prefix has no words after it prints nothing and takes no number.
    """
    page = _Page(record, position, style, lists)
    lines = [entry.line for entry in record.items[position - 1].entries]
    numbered = printing(lines)
    for place, (line, each) in enumerate(zip(lines, numbered, strict=True)):
        page.tell(told.get(place, ()))
        page.add(each, _introduces(numbered[place:]))
        if each.line.kind is Kind.BLANK and names_as_amended(notation.parse(line)):
            page.name_as_amended()
    page.tell(told.get(len(lines), ()))
    return _kept_together(page.blocks), tuple(page.waiting)


def printing(lines: Sequence[str]) -> list[Numbered]:
    """Return the lines of a minute with their numbers, blank where one prints nothing of its own.

    That is a prefix with no words after it, and a line that only names the motion as amended above the vote on it:
    the sentence of the vote names it, as the house style has it.
    """
    read = [notation.parse(line) for line in lines]
    shown = [line if each.text.strip() else "" for line, each in zip(lines, read, strict=True)]
    below: Kind | None = None
    for place in reversed(range(len(lines))):
        if not shown[place] or read[place].kind in notation.UNPRINTED:
            continue
        if below is Kind.VOTE and names_as_amended(read[place]):
            shown[place] = ""
        else:
            below = read[place].kind
    return notation.number(shown)


def _introduces(lines: Sequence[Numbered]) -> bool:
    """Whether the first of some lines is a decision with what it is made up of below it, as conditions or names."""
    if lines[0].line.kind not in notation.DECISIONS:
        return False
    below = (each.line.kind for each in lines[1:] if each.line.kind not in notation.UNPRINTED)
    return next(below, None) is Kind.SUBPOINT


def names_as_amended(line: Line) -> bool:
    """Whether a line moves nothing, and only names the motion as it stands after amendments."""
    return line.kind is Kind.MOTION and _AS_AMENDED.fullmatch(spans.printed(line.text).strip()) is not None


@dataclass
class _Page:
    record: Record
    position: int
    style: HouseStyle
    lists: Iterator[int]
    blocks: list[Block] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    """Queries made before there was a block to ask about."""
    moved: Kind | None = None
    """What was last moved, for the vote on it."""
    amended: bool = False
    """Whether an amendment to the motion has been carried, or the motion is called the one as amended."""
    named: bool = False
    """Whether the motion has just been named, for its vote to say; a query made then is about the vote."""
    points: int = 0
    """The list of the item's points, which all its points share."""
    limbs: int = 0
    """The list of the present decision's limbs."""

    def name_as_amended(self) -> None:
        """Say that the next vote is on the motion as amended."""
        self.moved, self.amended, self.named = Kind.MOTION, True, True

    def add(self, numbered: Numbered, introduces: bool = False) -> None:
        """Add what one line prints; one that introduces what stands below it ends in a colon, if in no stop typed."""
        kind, text = numbered.line.kind, spans.printed(numbered.line.text).strip()
        if kind is Kind.QUERY and text:
            self._ask(numbered.line.text.strip())
        if kind in notation.UNPRINTED:
            return
        self.named = False
        if kind in notation.DECISIONS:
            self._decide(numbered, text, introduces)
        elif kind is Kind.POINT:
            self.points = self.points or next(self.lists)
            self._list(ListStyle.ROMAN, self.points, f"({notation.roman(numbered.number)})", text)
        elif kind is Kind.SUBPOINT:
            self._bullet(text)
        elif kind is Kind.HEADING:
            self.blocks.append(Heading(3, text, item=self.position))
        else:
            self._put(Paragraph(*self._paragraph(numbered.line, text), self.position))
        if kind in (Kind.MOTION, Kind.AMENDMENT, *notation.DECISIONS):
            self.moved = kind
            self.amended = names_as_amended(numbered.line) or (self.amended and kind is Kind.AMENDMENT)
        elif kind is Kind.VOTE and self.moved is Kind.AMENDMENT:
            # An amendment is put first; the next vote is on the motion as it then stands.
            vote = votes.read_vote(text)
            self.moved, self.amended = Kind.MOTION, self.amended or bool(vote and votes.passed(vote))

    def tell(self, sentences: Sequence[str]) -> None:
        """Add sentences of the record. No query is about them."""
        self.blocks += [Paragraph(Role.BODY, links.linked(each), self.position) for each in sentences]

    def _put(self, block: Paragraph | ListItem) -> None:
        self.blocks.append(replace(block, queries=tuple(self.waiting)))
        self.waiting.clear()

    def _list(self, style: ListStyle, list_id: int, label: str, text: str, level: int = 0) -> None:
        self._put(ListItem(style, list_id, level, label, links.linked(text), self.position))

    def _ask(self, query: str) -> None:
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Paragraph | ListItem) and not self.named:
            self.blocks[-1] = replace(last, queries=(*last.queries, query))
        else:
            self.waiting.append(query)

    def _bullet(self, text: str) -> None:
        last = self.blocks[-1] if self.blocks else None
        if not isinstance(last, ListItem):
            self._list(ListStyle.BULLET, next(self.lists), "•", text)
            return
        # Below a point or a limb it is of that one's list, a level down; that is how Word knows to set it in.
        level = last.level if last.style is ListStyle.BULLET else 1
        self._list(ListStyle.BULLET, last.list_id, "•", text, level)

    def _decide(self, numbered: Numbered, text: str, introduces: bool) -> None:
        labels, printing = self.style.labels, self.style.printing
        if numbered.number == 1:
            label = labels.resolved if numbered.line.kind is Kind.RESOLVED else labels.recommended
            self.blocks.append(Paragraph(Role.DECISION_LABEL, (Run(label, bold=True),), self.position, keep_next=True))
            self.limbs = next(self.lists) if numbered.limbs > 1 else 0
        text, left = english.capital(text), numbered.limbs - numbered.number
        if introduces:
            text = english.continued(text, ":") if text[-1] not in ".;" else text
        if left == 0:
            text = english.closed(text)
        else:
            text = english.continued(text, printing.limb_last_but_one if left == 1 else printing.limb_end)
        if numbered.limbs == 1:
            self._put(Paragraph(Role.DECISION, links.linked(text), self.position))
            return
        label = f"({notation.letter(numbered.number)})"
        limb = ListItem(ListStyle.LETTER, self.limbs, 0, label, links.linked(text), self.position, keep_next=left > 0)
        self._put(limb)

    def _paragraph(self, line: Line, text: str) -> tuple[Role, tuple[Run, ...]]:
        labels = self.style.labels
        match line.kind:
            case Kind.ACTION:
                told = self._named_owners(text)
                closed = english.closed(told) if self.style.printing.actions_full_stop else told
                return Role.ACTION, _labelled(labels.action, closed)
            case Kind.POST_MEETING:
                return Role.POST_MEETING, _labelled(labels.post_meeting, text)
            case Kind.MOTION | Kind.AMENDMENT:
                return Role.MOTION, self._motion(line.kind, text)
            case Kind.VOTE:
                return Role.VOTE, links.linked(self._vote(text))
            case Kind.QUOTATION:
                return Role.QUOTATION, links.linked(text)
        return Role.BODY, links.linked(text)

    def _named_owners(self, text: str) -> str:
        roll = self.record.presence
        who, what = owners.split_owners(text, roll)
        if not who or not self.style.printing.full_names:
            return text
        return f"{english.join([owners.person(each, roll) or each for each in who])}: {what}"

    def _motion(self, kind: Kind, text: str) -> tuple[Run, ...]:
        roll, style = self.record.presence, self.style
        who, what = owners.split_owners(text, roll)
        names = [(owners.person(each, roll) or each) if style.printing.full_names else each for each in who]
        amending = kind is Kind.AMENDMENT
        if not amending and (named := _AS_AMENDED.fullmatch(text)):
            # It is not moved again: what was decided on it follows.
            if named["then"]:
                return links.linked(english.closed(english.capital(text)))
            subject = named["named"]
            return links.linked(fill(style.votes.put, subject=f"The {subject[:1].lower()}{subject[1:]}"))
        if not what or not 1 <= len(names) <= 2:
            return _labelled(style.labels.amendment if amending else style.labels.motion, english.closed(text))
        if len(names) == 1:
            moved = fill(style.votes.amendment_moved if amending else style.votes.moved, mover=names[0])
        else:
            phrase = style.votes.amendment_seconded if amending else style.votes.seconded
            moved = fill(phrase, mover=names[0], seconder=names[1])
        return links.linked(f"{moved} {english.closed(english.capital(what))}")

    def _vote(self, text: str) -> str:
        phrases = self.style.votes
        motion = phrases.substantive if self.amended else phrases.motion
        subjects = {Kind.MOTION: motion, Kind.AMENDMENT: phrases.amendment}
        subject = subjects.get(self.moved, phrases.proposal) if self.moved else phrases.proposal
        return votes.say_vote(text, subject, self.record.body.chair_title, self.style, self.record.presence)


def _labelled(label: str, text: str) -> tuple[Run, ...]:
    return (Run(f"{label} ", bold=True), *links.linked(text))


def _kept_together(blocks: list[Block]) -> list[Block]:
    """Mark what introduces a list or a quotation, and what is voted on, so that no page break parts them."""
    kept = list(blocks)
    for place, (block, following) in enumerate(pairwise(blocks)):
        if not isinstance(block, Paragraph | ListItem):
            continue
        if isinstance(following, Paragraph) and following.role is Role.VOTE:
            kept[place] = replace(block, keep_next=True)
        if not plain(block.runs).endswith(":"):
            continue
        if isinstance(following, ListItem) or (isinstance(following, Paragraph) and following.role is Role.QUOTATION):
            kept[place] = replace(block, keep_next=True)
            if isinstance(block, Paragraph) and block.role is Role.BODY:
                kept[place] = replace(block, keep_next=True, role=Role.LEAD_IN)
    return kept
