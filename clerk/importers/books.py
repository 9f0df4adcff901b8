"""The meetings of one file, each to be read when it is asked for: one as a rule, several of a minutes book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clerk.importers.front_page import read_front
from clerk.importers.heading import names_body
from clerk.importers.modgov import reading_of
from clerk.importers.parts import Block, Page, PageItem, Section
from clerk.importers.reading import Doubt, Reading, SourceLine, UnreadableError
from clerk.importers.several import Book, begins_label, without_mark
from clerk.importers.wordfile.blocks import Document, Paragraph, Table
from clerk.language.dates import find_date, say_date

_SHOWN = 12
"""How many meetings a sentence names before it only counts them."""


@dataclass(frozen=True)
class Headed:
    """One of several meetings in a file."""

    day: date
    """Its day."""
    line: int
    """The line its heading stands on, as in ``Doubt.line``."""
    heading: str
    """The line that says the day, as the file has it."""


@dataclass(frozen=True)
class Meetings:
    """What a file holds."""

    whole: Callable[[], Reading]
    """Read it as one meeting. Raises UnreadableError as ``recognise.read_file``."""
    headed: tuple[Headed, ...] = ()
    """The meetings of a minutes book, in the order of the file; empty when the file is of one meeting."""
    one: Callable[[int], Reading] | None = None
    """Read one of them, counted from 0. Raises UnreadableError."""
    usual: int | None = None
    """Which of them is read by ``whole``, for a page that tells of one matter at several meetings; None for a book."""

    def said(self) -> str:
        """Say how many meetings there are and on which days: "3 meetings: 1: 3 March 2025, 2: 7 April 2025, ..."."""
        days = [f"{at}: {say_date(each.day, weekday=False)}" for at, each in enumerate(self.headed, 1)]
        shown = days if len(days) <= _SHOWN else [*days[: _SHOWN - 1], "...", days[-1]]
        return f"{len(days)} meetings ({', '.join(shown)})"


def each_reading(meetings: Meetings, told: Callable[[Reading], Reading]) -> Meetings:
    """The same meetings, with something more said of each as it is read."""
    one = meetings.one
    return replace(
        meetings,
        whole=lambda: told(meetings.whole()),
        one=(lambda index: told(one(index))) if one else None,
    )


def meetings_of(
    book: Book,
    lines: Sequence[Block],
    whole: Callable[[], Reading],
    part: Callable[[Sequence[Block]], Reading],
    around: Sequence[str] = (),
    about: Sequence[str] = (),
) -> Meetings:
    """The meetings of a book; ``part`` reads the lines of one, which are the book's title page and its own.

    ``around`` is what a Word file prints around its pages, and ``about`` what is to be said of it as a whole.
    """
    first = book.openings[0].start
    front = [line for line in lines[:first] if not find_date(line.text)]
    dated = [line.text for line in lines[:first] if find_date(line.text)]

    def one(index: int) -> Reading:
        own = [lines[at] for at in book.place(index, len(lines))]
        # The title page is noted with the first meeting; of the others it only names the body.
        said = {line.text for line in own}
        above = [line for line in front if not index or (names_body(line.text) and line.text not in said)]
        left_out = [*dated, *(line.text for line in front if line not in above)]
        labelled = [line.text for line in own if begins_label(line.text, book.labels)]
        try:
            reading: Reading | None = part([*above, *own])
        except UnreadableError:
            reading = None
        items = reading.record.items if reading else ()
        # Without numbers, the headings that the meetings have in common tell the items better than the look of one.
        better = len(items) < len(labelled) or sum(":" in text for text in labelled) > 1
        if reading is None or (better and not any(item.agenda_number for item in items)):
            opening = book.openings[index]
            head = opening.at - opening.start + 1
            reading = _by_labels([*above, *own[:head]], own[head:], book.labels)
            reading = replace(
                reading, noise=(*around, *reading.noise), doubts=(*(Doubt(said) for said in about), *reading.doubts)
            )
        return _of_day(replace(reading, noise=(*left_out, *reading.noise)), book.openings[index].day)

    def all_in_one() -> Reading:
        try:
            reading = whole()
        except UnreadableError as error:
            raise UnreadableError(f"This file holds {meetings.said()}; read them one by one.") from error
        doubt = Doubt(f"The file seems to hold {meetings.said()}; it was read as one.")
        return replace(reading, doubts=(doubt, *reading.doubts))

    headed = tuple(Headed(each.day, lines[each.start].line, lines[each.at].text) for each in book.openings)
    meetings = Meetings(all_in_one, headed, one)
    return meetings


def text_of(lines: Sequence[Block], text: str) -> str:
    """Return the text of some lines of a text, each on the line where it stands there."""
    wanted = {line.line for line in lines}
    last = max(wanted, default=0)
    return "\n".join(line if at in wanted else "" for at, line in enumerate(text.split("\n")[:last], 1))


def document_of(lines: Sequence[Block], document: Document) -> Document:
    """Return a Word file with only some of its lines; a table is kept whole."""
    wanted = {line.line for line in lines}
    return replace(document, blocks=[block for block in document.blocks if wanted & _lines_of(block)])


def beside_tables(lines: Sequence[Block], book: Book, document: Document) -> Book | None:
    """Let the meetings of a Word file begin before a table that holds their heading; None if two are in one table."""
    starts = {
        line: min(inside)
        for block in document.blocks
        if isinstance(block, Table)
        for inside in [_lines_of(block)]
        for line in inside
    }
    place = {line.line: at for at, line in reversed(list(enumerate(lines)))}
    moved = [
        each._replace(start=place[starts.get(lines[each.start].line, lines[each.start].line)]) for each in book.openings
    ]
    distinct = len({each.start for each in moved}) == len(moved)
    return book._replace(openings=tuple(moved)) if distinct else None


def _lines_of(block: Paragraph | Table) -> set[int]:
    if isinstance(block, Paragraph):
        return {block.line}
    return {paragraph.line for row in block.rows for cell in row.cells for paragraph in cell.paragraphs}


def _of_day(reading: Reading, day: date) -> Reading:
    """Give a meeting the day of its heading, when it was read without one or with another's."""
    meeting = reading.record.meeting
    if meeting.date == day:
        return reading
    doubts = tuple(doubt for doubt in reading.doubts if doubt.message != "No date of the meeting was found.")
    return replace(
        reading,
        record=replace(reading.record, meeting=replace(meeting, date=day)),
        doubts=doubts if not meeting.date else reading.doubts,
    )


def _by_labels(front: Sequence[Block], own: Sequence[Block], labels: frozenset[str]) -> Reading:
    """Read a meeting without numbers: its items are the headings that the other meetings of the book have too."""
    page = Page(source=[SourceLine(line.text, line.line) for line in (*front, *own)])
    titles = {at: title for at, line in enumerate(own) if (title := begins_label(line.text, labels))}
    first = min(titles, default=0)
    read_front(page, [*front, *(Block(without_mark(line.text), line.line) for line in own[:first])])
    if not titles:
        below = page.source[-1].line
        page.items.append(PageItem("", "Minutes", below))
        page.doubt("This meeting has no items that Clerk can find; see how its text is to be parted.", below)
    for at, line in enumerate(own[first:], first):
        said = line
        if at in titles:
            page.items.append(PageItem("", titles[at], line.line))
            said = Block(without_mark(line.text).removeprefix(titles[at]).strip(" :"), line.line)
        if said.text:
            page.items[-1].add(Section.MINUTES, said)
    return reading_of(page, "minutes book")
