"""Changes that came back, taken into the record: the pages and titles they make, and what could not be placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from clerk import notation
from clerk.house_style import HouseStyle
from clerk.language import english
from clerk.language.text import clean_line
from clerk.model import Entry, Record
from clerk.notation import Kind
from clerk.returned import Change, Remark, What
from clerk.returning.spots import Source, Spot
from clerk.returning.wording import is_of, new_line, only_the_stop, reworded


@dataclass(frozen=True)
class Done:
    """What became of one change."""

    change: Change
    """The change."""
    applied: bool
    """Whether the record now says it."""
    note: str = ""
    """Why not, or why nothing had to be changed; one clause."""


@dataclass
class Accepted:
    """What to store, and what to tell."""

    pages: dict[int, str] = field(default_factory=dict)
    """The new page of each item that changes, by its position."""
    titles: dict[int, str] = field(default_factory=dict)
    """The new title of each item that gets one, by its position."""
    done: list[Done] = field(default_factory=list)
    """Every change asked for, in order."""


def accept(record: Record, spots: Sequence[Spot], changes: Sequence[Change], style: HouseStyle) -> Accepted:
    """Work out what the record becomes by ``changes`` to its draft, whose passages come from ``spots``.

    Nothing is stored here.
    """
    work = _Work(record, spots, changes, style)
    for change in changes:
        note = work.take(change)
        work.out.done.append(Done(change, not note.startswith(_NOT), note.removeprefix(_NOT)))
    work.finish()
    return work.out


_NOT = "\0"
"""Begins the note on a change that could not be placed."""


@dataclass
class _Work:
    record: Record
    spots: Sequence[Spot]
    changes: Sequence[Change]
    style: HouseStyle
    out: Accepted = field(default_factory=Accepted)
    reworded: dict[tuple[int, int], str | None] = field(default_factory=dict)
    """By item and line, what it becomes; None when it goes."""
    put_in: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    """By item and line, what comes before that line."""
    outside: int | None = None
    """The passage of the draft after which came the heading of an item that the record does not have."""
    decision: tuple[int | None, Kind] = (None, Kind.RESOLVED)
    """The passage of the draft after which came the label of a decision, and whether that resolved or recommended."""

    def take(self, change: Change) -> str:
        """Take one change; return a note on it, or nothing."""
        spot = self.spots[change.at] if change.at >= 0 else Spot(Source.REST)
        if change.what is What.COMMENT:
            return self._comment(change, spot)
        if change.what is What.ADDED:
            return self._add(change, spot)
        refused = _refusal(spot.source)
        if change.what is What.DELETED:
            return refused or self._delete(change, spot)
        if spot.source is Source.TITLE:
            return self._title(change, spot)
        return refused or self._change(change, spot)

    def _change(self, change: Change, spot: Spot) -> str:
        if spot.source is Source.LABEL:
            return f"{_NOT}the house style gives this label"
        entry = self._entries(spot.item)[spot.line]
        if only_the_stop(change.old, change.new, entry.kind):
            return "only its stop, which the house style gives"
        line = reworded(self.record, spot.item, spot.line, change.new, self.style)
        if line is None:
            return f"{_NOT}no rewording of the line {_short(entry.line)} prints this; change it by hand"
        self.reworded[spot.item, spot.line] = line
        return ""

    def _title(self, change: Change, spot: Spot) -> str:
        number, tab, old = change.old.rpartition("\t")
        title = clean_line(change.new.removeprefix(number + tab))
        if not change.new.startswith(number + tab) or not title or title == old:
            return f"{_NOT}minute numbers follow the order in which items are taken"
        if self.style.printing.title_full_stop:
            title = english.without_full_stop(title)
        self.out.titles[spot.item] = title
        return ""

    def _delete(self, change: Change, spot: Spot) -> str:
        if spot.source is Source.TITLE:
            return f"{_NOT}an item is not taken out by its heading; clerk withdraw minutes that it was withdrawn"
        if spot.source is Source.LABEL:
            gone = {self.spots[each.at] for each in self.changes if each.what is What.DELETED and each.at >= 0}
            if Spot(Source.LINE, spot.item, spot.line) not in gone:
                return f"{_NOT}the house style gives this label to every decision"
            return ""
        self.reworded[spot.item, spot.line] = None
        return ""

    def _add(self, change: Change, spot: Spot) -> str:
        if change.style in ("heading 1", "heading 2"):
            self.outside = change.at
            return f"{_NOT}a new item is added with clerk add"
        if self.outside == change.at:
            return f"{_NOT}it belongs to an item that the record does not have"
        if refused := _refusal(spot.source, adding=True):
            return refused
        labels = {self.style.labels.resolved: Kind.RESOLVED, self.style.labels.recommended: Kind.RECOMMENDED}
        if change.style == "minute resolved" and change.new.strip() in labels:
            self.decision = change.at, labels[change.new.strip()]
            return "a label, which the house style gives"
        before = self._before(spot)
        of = self.decision[1] if self.decision[0] == change.at else self._decision(spot, before)
        line = self._moved(change)
        line = line or new_line(self.record, spot.item, before, change.new, change.style, self.style, of)
        if line is None:
            return f"{_NOT}no line of a minute prints this; put it in by hand"
        self.put_in.setdefault((spot.item, before), []).append(line)
        return ""

    def _decision(self, spot: Spot, before: int) -> Kind:
        """A limb put in is of the decision whose label is above it, or of the nearest that stays: above, then below."""
        entries = self._entries(spot.item)
        gone = {self.spots[each.at] for each in self.changes if each.what is What.DELETED and each.at >= 0}
        above = range(spot.line, len(entries)) if spot.source is Source.LABEL else range(before - 1, -1, -1)
        places = [at for at in (*above, *range(before, len(entries))) if Spot(Source.LINE, spot.item, at) not in gone]
        return next((kind for at in places if (kind := entries[at].kind) in notation.DECISIONS), Kind.RESOLVED)

    def _moved(self, change: Change) -> str | None:
        """The line that prints the same words where it was taken out, with its marks: it was moved."""
        for gone in self.changes:
            if gone.what is not What.DELETED or gone.at < 0 or gone.old != change.new:
                continue
            spot = self.spots[gone.at]
            if spot.source is Source.LINE and is_of(change.style, (entry := self._entries(spot.item)[spot.line]).kind):
                return entry.line
        return None

    def _comment(self, change: Change, spot: Spot) -> str:
        if change.resolved:
            return "marked as resolved, so no query was made of it"
        if not spot.item:
            return f"{_NOT}it stands outside the business, where no query can"
        query = Remark("".join(change.authors[:1]), change.new).query
        self.put_in.setdefault((spot.item, self._before(spot)), []).append(
            notation.write(Kind.QUERY, clean_line(query))
        )
        return ""

    def _before(self, spot: Spot) -> int:
        """The line before which stands what follows a passage: after the queries on it, which stay with it."""
        entries = self._entries(spot.item)
        if spot.source is Source.TITLE:
            return 0
        if spot.source is Source.RECORD:
            return len(entries)
        if spot.source is Source.LABEL:
            return spot.line
        before = spot.line + 1
        while before < len(entries) and entries[before].kind is Kind.QUERY:
            before += 1
        return before

    def _entries(self, position: int) -> Sequence[Entry]:
        return self.record.items[position - 1].entries

    def finish(self) -> None:
        """Put the pages together."""
        for position in sorted({item for item, _ in (*self.reworded, *self.put_in)}):
            entries = self._entries(position)
            page: list[str] = []
            for at in range(len(entries) + 1):
                page += self.put_in.get((position, at), [])
                if at < len(entries):
                    line = self.reworded.get((position, at), entries[at].line)
                    page += [] if line is None else [line]
            self.out.pages[position] = "\n".join(page)


def _refusal(source: Source, adding: bool = False) -> str:
    """Why a passage of this source is not changed from a document; nothing when it is."""
    if source is Source.ROW:
        return f"{_NOT}tables are made from the roll and the action lines; change those"
    if source is Source.REST:
        return f"{_NOT}it is made from what Clerk knows of the meeting, its roll and its body; change it there"
    if source is Source.RECORD and not adding:
        return f"{_NOT}it is made from the roll, the declarations or the comings and goings; change it there"
    return ""


def _short(line: str) -> str:
    return f"“{line[:40]}…”" if len(line) > 41 else f"“{line}”"
