"""Keys per character of finished minutes: ``python tests/benchmarks/keystrokes.py FILE [--earlier FILE ...]``.

FILE is finished minutes that Clerk can import. They are typed again by a simulated officer who knows beforehand only
the agenda, the roll, the house style and the ``--earlier`` minutes; of these, any dated later are left out. Typing all
that prints but the attendance tables, the page heading and the sign-off, in Word, is 1.00: a key a character, and one
to end each paragraph. A quotation mark is one key whichever way it curls.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from clerk import drafting, wording
from clerk.completion import Completer, Context, EarlierLine, Source, WordRuns
from clerk.minutes import Heading, ListItem, Paragraph, plain
from clerk.model import Entry, Presence, Record
from clerk.people import owners
from tests.benchmarks.published import minutes_from
from tests.benchmarks.typist import Tally, Typist

LAYERS: tuple[tuple[str, frozenset[Source]], ...] = (
    ("structure", frozenset()),
    ("+ agenda", frozenset()),
    ("+ roll", frozenset({Source.ROLL})),
    ("+ templates and facts", frozenset({Source.ROLL, Source.FACTS})),
    ("+ people of the papers", frozenset({Source.ROLL, Source.FACTS, Source.PEOPLE})),
    ("+ phrases of the house", frozenset(Source) - {Source.LEARNED}),
    ("+ words learned", frozenset(Source)),
)


@dataclass(frozen=True)
class Known:
    """What is known before the meeting."""

    record: Record
    """The agenda and the roll; no minutes."""
    runs: WordRuns | None
    """Learned from earlier minutes."""


def printed(record: Record) -> list[str]:
    """What is typed in Word: every block of the business, with its number or label."""
    lines = []
    for block in drafting.draft(record).blocks:
        if isinstance(block, Heading) and block.item:
            lines.append(f"{block.number} {block.text}".strip())
        elif isinstance(block, ListItem):
            lines.append(f"{block.label} {plain(block.runs)}")
        elif isinstance(block, Paragraph) and block.item:
            lines.append(plain(block.runs))
    return lines


def characters(record: Record) -> int:
    """How many keys typing it all takes: the characters, and one to end each paragraph."""
    return sum(len(line) + 1 for line in printed(record))


def measure(target: Record, known: Known, layer: str, sources: frozenset[Source]) -> Tally:
    """Type the whole of ``target`` with what a layer offers, and check that it came out the same."""
    total = Tally()
    typed = known.record
    for position, item in enumerate(target.items, 1):
        facts = Source.FACTS in sources
        usual = wording.usual_lines(typed, position) if facts else ()
        resolution = wording.usual_resolution(typed, position) if facts else ""
        context = Context(typed, position, earlier=known.runs, sources=sources)
        initials = _initials(typed.presence) if Source.ROLL in sources else {}
        typist = Typist(Completer(context) if sources else None, usual, resolution, initials)
        typist.tally.keys = typist.tally.ideal = 1 + (len(item.title) + 1 if layer == "structure" else 0)
        page = typist.type([entry.line for entry in item.entries])
        total.add(typist.tally)
        items = list(typed.items)
        items[position - 1] = replace(items[position - 1], entries=tuple(Entry(line) for line in page))
        typed = replace(typed, items=tuple(items))
    if printed(typed) != printed(target):
        raise SystemExit(f"What was typed is not what was to be typed: {_first_difference(typed, target)}")
    return total


def _first_difference(one: Record, other: Record) -> tuple[str, str]:
    return next((a, b) for a, b in zip(printed(one), printed(other), strict=False) if a != b)


def _initials(roll: Sequence[Presence]) -> dict[str, str]:
    return {(each.initials or owners.initials_of(each.name)): each.name for each in roll}


def known_before(target: Record, earlier: Sequence[Record]) -> Known:
    """Strip a record of its minutes, and learn from those earlier minutes that are earlier."""
    day = target.meeting.date
    dated = [(each.meeting.date, each) for each in earlier if each.meeting.date]
    before = [each for date, each in sorted(dated, key=lambda pair: pair[0]) if day and date < day]
    items = tuple(replace(item, entries=()) for item in target.items)
    roll = target.presence or next((each.presence for each in reversed(before) if each.presence), ())
    lines = [EarlierLine(item.kind, entry.line) for each in before for item in each.items for entry in item.entries]
    return Known(replace(target, items=items, presence=roll, declarations=()), WordRuns(lines) if lines else None)


def report(path: Path, earlier: Sequence[Record], *, wrong: bool) -> None:
    """Print the figures of one meeting."""
    target = minutes_from(path)
    begun = time.perf_counter()
    known = known_before(target, earlier)
    built = time.perf_counter() - begun
    size = characters(target)
    lines = sum(len(item.entries) for item in target.items)
    print(f"\n{path.name}: {size:,} characters in {lines} lines")
    print(f"  learned from {known.runs.size if known.runs else 0:,} words of earlier minutes in {built:.2f} s")
    print(f"  {'':26}{'KSPC':>6}{'ideal':>7}{'R in 3':>9}{'right':>7}{'whole':>7}{'new/1,000':>11}{'p99 ms':>8}")
    for layer, sources in LAYERS:
        tally = measure(target, known, layer, sources)
        print(f"  {layer:26}{_row(tally, size)}")
    if wrong:
        for line, offer in tally.wrong:
            print(f"    {line[-60:]!r} -> {offer!r}")


def _row(tally: Tally, size: int) -> str:
    cheap = f"{sum(keys <= 3 for keys in tally.resolutions)} of {len(tally.resolutions)}"
    row = f"{tally.keys / size:6.3f}{tally.ideal / size:7.3f}{cheap:>9}"
    if not tally.shown:
        return row
    slowest = 1000 * statistics.quantiles(tally.seconds, n=100)[98]
    right, whole, new = tally.right / tally.shown, tally.whole / tally.shown, 1000 * tally.shown / size
    return f"{row}{right:7.0%}{whole:7.0%}{new:11.1f}{slowest:8.2f}"


def main() -> None:
    """Measure the files named."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, help="finished minutes")
    parser.add_argument("--earlier", nargs="*", type=Path, default=[], help="minutes that may be learned from")
    parser.add_argument("--wrong", action="store_true", help="list what was offered in vain")
    given = parser.parse_args()
    earlier = [minutes_from(path) for path in given.earlier]
    for path in given.files:
        report(path, earlier, wrong=given.wrong)


if __name__ == "__main__":
    main()
