"""A simulated officer who types given minutes, key by key, on the functions the app uses.

One key each: F8 goes to an item, F4 puts in its usual lines when all of them are right, Enter goes to a new line (and
on with a list; on an empty one it ends the list), Ctrl+R, Ctrl+L and Ctrl+T make a line a resolution, a point or an
action, Tab takes all that is offered and Ctrl+Right a word of it. On an empty line Ctrl+R puts in the usual resolution.
The roll is called before the meeting begins, and is not counted. Nothing typed is ever rubbed out.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from clerk import notation
from clerk.completing.offer import Suggestion
from clerk.completion import Completer
from clerk.notation import Kind

GLANCE = 3
"""The typist takes what is offered only when at least so many of its next characters are right."""

_KEYS = {Kind.RESOLVED: 1, Kind.ACTION: 1, Kind.POINT: 1}
"""Kinds with a key of their own."""


@dataclass
class Tally:
    """What typing cost."""

    keys: int = 0
    """Key events."""
    ideal: int = 0
    """The fewest with which the same text could have been typed, structure the same."""
    resolutions: list[int] = field(default_factory=list)
    """Keys of each resolution, its new line included."""
    shown: int = 0
    """Suggestions shown that were not the rest of the one before."""
    right: int = 0
    """Those of which at least the next three characters (or all) were right."""
    whole: int = 0
    """Those that were right to the end."""
    seconds: list[float] = field(default_factory=list)
    """How much processor time each answer took: what else the machine does is left out."""
    wrong: list[tuple[str, str]] = field(default_factory=list)
    """What was offered in vain: the line before, and the offer."""

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        self.keys += other.keys
        self.ideal += other.ideal
        self.shown += other.shown
        self.right += other.right
        self.whole += other.whole
        self.resolutions += other.resolutions
        self.seconds += other.seconds
        self.wrong += other.wrong


class Typist:
    """Types one item's page."""

    def __init__(
        self, completer: Completer | None, usual: tuple[str, ...], resolution: str, names: dict[str, str]
    ) -> None:
        self.completer = completer
        self.usual = usual
        self.resolution = resolution
        self.names = names
        self.tally = Tally()
        self.page: list[str] = []
        self._ghost: str | None = None
        self._answers: dict[str, Suggestion | None] = {}

    def type(self, target: list[str]) -> list[str]:
        """Type the lines of ``target`` and return the page as it then stands."""
        place = 0
        while place < len(target):
            before = self.tally.keys, self.tally.ideal
            usual = [same(line, given) for line, given in zip(self.usual, target[place:], strict=False)]
            if self.usual and len(usual) == len(self.usual) and all(usual):
                self._both(1)
                self.page += self.usual
                taken = len(self.usual)
            else:
                self._line(target[place])
                taken = 1
            for line in target[place : place + taken]:
                if notation.parse(line).kind in notation.DECISIONS:
                    self.tally.resolutions.append((self.tally.keys - before[0]) // taken or 1)
            place += taken
        return self.page

    def _line(self, target: str) -> None:
        """Type one line: go to a new line, say what kind it is, then its words."""
        given = notation.parse(target)
        self._answers.clear()
        line = self._new_line()
        offered = self._ask(line)
        whole = _taken(offered, line, target) if not notation.parse(line).text else None
        if whole is not None and len(whole) >= len(target):
            self._show(line, offered, target)
            self._both(1)
            self.page.append(whole)
            return
        if offered:
            # What is offered before the kind of line is chosen is looked at in vain, unless its words are right.
            same_kind = notation.parse(line).kind in (given.kind, Kind.BLANK)
            self._show(line, offered, target if same_kind else "")
        line = self._make(line, given.kind)
        if given.kind is Kind.RESOLVED and self.resolution and same(f"R: {self.resolution}", target) and self._put:
            self.page.append(f"R: {self.resolution}")
            return
        if self._put and self.resolution and len(line) < len(target):
            # The usual resolution stands there selected: the first character typed takes its place.
            self._both(1)
            line += target[len(line)]
        self.page.append(self._words(line, target))

    def _new_line(self) -> str:
        """Press Enter: a list goes on, anything else starts plain."""
        self._ghost = None
        if not self.page:
            return ""
        self._both(1)
        kind = notation.parse(self.page[-1]).kind
        return notation.PREFIXES[kind] if kind in notation.LISTS else ""

    def _make(self, line: str, kind: Kind) -> str:
        """Make the fresh line into a kind, with the fewest keys there are for it."""
        now = notation.parse(line).kind if line else Kind.PARAGRAPH
        self._put = False
        if now is kind:
            return line
        if kind is Kind.PARAGRAPH:
            self._both(1)
            return ""
        if kind in _KEYS:
            self._both(_KEYS[kind])
            # Ctrl+R on an empty line puts the usual resolution, which typing replaces.
            self._put = not line
        elif kind is Kind.SUBPOINT:
            self._both(1 if now is Kind.POINT else 2)
        else:
            self._both((1 if line else 0) + len(notation.PREFIXES[kind]))
        return notation.PREFIXES[kind]

    def _words(self, line: str, target: str) -> str:
        start = len(line)
        self.tally.ideal += self._fewest(start, target)
        while not done(line, target):
            name = self._by_initials(line, target)
            offered = self._ask(line)
            self._show(line, offered, target)
            whole, word = _taken(offered, line, target), _word_taken(offered, line, target)
            if name and not (whole and len(whole) >= len(line) + len(name[1])):
                self.tally.keys += len(name[0]) + 1
                line += name[1]
            elif whole and _worth(offered, line, target):
                self.tally.keys += 1
                line = whole
            elif word and _worth(offered, line, target):
                self.tally.keys += 1
                line = word
            else:
                self.tally.keys += 1
                line += target[len(line)]
        return line

    def _by_initials(self, line: str, target: str) -> tuple[str, str] | None:
        """The initials that would become the name that comes next, when they would."""
        if line[-1:] not in ("", " ", "("):
            return None
        rest = target[len(line) :]
        for initials, name in self.names.items():
            if rest.startswith(name):
                offered = self._ask(line + initials)
                if offered and offered.replace == len(initials) and offered.text == name:
                    return initials, name
        return None

    def _fewest(self, start: int, target: str) -> int:
        """The fewest keys for the words of a line, by dynamic programming over the places in it."""
        size = len(target)
        best = [0] * start + [0] + [size] * (size - start)
        for at in range(start, size):
            line = target[:at]
            reached = [(at + 1, 1)]
            offered = self._ask(line)
            for taken in (_taken(offered, line, target), _word_taken(offered, line, target)):
                if taken:
                    reached.append((min(len(taken), size), 1))
            if name := self._by_initials(line, target):
                reached.append((at + len(name[1]), len(name[0]) + 1))
            for place, cost in reached:
                best[place] = min(best[place], best[at] + cost)
        return best[size]

    def _ask(self, line: str) -> Suggestion | None:
        if self.completer is None:
            return None
        if line not in self._answers:
            begun = time.thread_time()
            self._answers[line] = self.completer.suggest(line, self.page)
            self.tally.seconds.append(time.thread_time() - begun)
        return self._answers[line]

    def _show(self, line: str, offered: Suggestion | None, target: str) -> None:
        """Note what the officer sees; the rest of what stood there already is nothing new."""
        ghost = line + offered.text if offered and not offered.replace else offered.text if offered else None
        if offered and ghost != self._ghost:
            self.tally.shown += 1
            right = not offered.replace and _worth(offered, line, target)
            self.tally.right += right
            self.tally.whole += _taken(offered, line, target) is not None
            if not right:
                self.tally.wrong.append((line, offered.text))
        self._ghost = ghost

    def _both(self, keys: int) -> None:
        self.tally.keys += keys
        self.tally.ideal += keys

    _put = False


def done(line: str, target: str) -> bool:
    """Whether a line is typed: a resolution may have its full stop or not, for Clerk supplies it."""
    return line == target or same(line, target)


def same(line: str, target: str) -> bool:
    """Whether two lines print alike."""
    one, other = notation.parse(line), notation.parse(target)
    if one.kind is not other.kind:
        return False
    if one.kind in notation.DECISIONS:
        return one.text.rstrip(" .;") == other.text.rstrip(" .;")
    return one.text == other.text


def _taken(offered: Suggestion | None, line: str, target: str) -> str | None:
    """The line with all of an offer taken, when that is right."""
    if not offered or offered.replace:
        return None
    whole = line + offered.text
    return whole if target.startswith(whole) or same(whole, target) else None


def _word_taken(offered: Suggestion | None, line: str, target: str) -> str | None:
    if not offered or offered.replace:
        return None
    word = line + offered.word
    return word if target.startswith(word) or same(word, target) else None


def _worth(offered: Suggestion | None, line: str, target: str) -> bool:
    """Whether the next three characters of an offer, or all of it, are right."""
    if not offered:
        return False
    return target.startswith(line + offered.text[:GLANCE]) or same(line + offered.text, target)
