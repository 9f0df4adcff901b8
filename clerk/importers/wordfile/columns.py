"""What the columns of a table in a Word agenda or minutes hold, told by their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from clerk.importers.wordfile.blocks import Cell, Row, Table


class Column(Enum):
    """What stands in a column."""

    NUMBER = auto()
    TITLE = auto()
    PRESENTER = auto()
    PAPER = auto()
    MINUTE = auto()
    DECISION = auto()
    ACTION = auto()
    OWNER = auto()
    DUE = auto()
    PERSON = auto()
    OTHER = auto()


_HEADINGS = (
    (Column.NUMBER, r"(?:(?:agenda )?(?:item )?(?:no|number|nr|num|ref|reference)|#|№)"),
    (Column.TITLE, r"(?:agenda )?(?:items?|titles?|subjects?|topics?|headings?|business|matters?)(?: of business)?"),
    (Column.TITLE, r"(?:item|agenda)(?: (?:title|description|subject|heading)|/(?:title|subject|topic))"),
    (Column.PRESENTER, r"(?:presenters?|presented by|led by|lead(?: officer| member)?|speakers?|reporting officer)"),
    (Column.PRESENTER, r"(?:report(?:s)? (?:of|by|author)|introduced by|author)"),
    (
        Column.PAPER,
        r"(?:papers?|reports?|enclosures?|encs?|attachments?|appendix|documents?|pages?|page no|page number)",
    ),
    (Column.PAPER, r"(?:papers? ?/ ?verbal|paper attached|format)"),
    (Column.DECISION, r"(?:decisions?|resolutions?|resolved|outcomes?|decisions? (?:made|taken))"),
    (Column.ACTION, r"(?:actions?|action items?|actions? (?:required|agreed|arising|points?)|tasks?|what)"),
    (Column.OWNER, r"(?:by whom|owners?|who|action by|action owner|responsib\w+|(?:person|officer) responsible|lead)"),
    (Column.OWNER, r"(?:responsible (?:person|officer)|assigned to|initials)"),
    (Column.DUE, r"(?:(?:by )?when|deadlines?|due(?: (?:date|by))?|target(?: date)?|timescale|completion date)"),
    (Column.MINUTE, r"(?:draft )?(?:minutes?|discussions?|notes?|key points|points|summary|comments?|details?)"),
    (Column.MINUTE, r"(?:minutes?|discussions?|notes?|key points|summary)(?: of)?(?: ?(?:/|and|&) ?)?\w+"),
    (
        Column.PERSON,
        r"(?:names?|members?|councillors?|attendees?|present|organi[sz]ations?|role(?: and organi[sz]ation)?)",
    ),
    (Column.PERSON, r"(?:apologies|attendance|representing|position|substitutes?|in attendance)"),
)
_COLUMNS = tuple((column, re.compile(pattern)) for column, pattern in _HEADINGS)


@dataclass(frozen=True)
class Columns:
    """The columns of a table that has headings."""

    kinds: tuple[Column, ...]
    """What each holds."""
    names: tuple[str, ...]
    """Its heading, as the file has it."""

    @property
    def business(self) -> bool:
        """Whether every row is an item: the headings name items and something that belongs to them."""
        known = [kind for kind in self.kinds if kind not in (Column.OTHER, Column.PERSON)]
        return Column.TITLE in known and len(set(known)) > 1

    @property
    def minutes(self) -> bool:
        """Whether every row is a minute: a number, and what was said or agreed."""
        said = Column.MINUTE in self.kinds and Column.NUMBER in self.kinds
        return said and not self.actions

    @property
    def actions(self) -> bool:
        """Whether every row is an action."""
        whose = Column.OWNER in self.kinds or Column.DUE in self.kinds
        return Column.ACTION in self.kinds and whose and Column.TITLE not in self.kinds

    @property
    def people(self) -> bool:
        """Whether every row is a person."""
        return self.kinds[:1] == (Column.PERSON,) and Column.TITLE not in self.kinds

    def under(self, row: Row) -> list[tuple[Column, str, Cell]]:
        """The cells of a row, each with what its column holds and is called."""
        found, at = [], 0
        for cell in row.cells:
            within = at < len(self.kinds)
            found.append((self.kinds[at] if within else Column.OTHER, self.names[at] if within else "", cell))
            at += cell.span
        return found


def columns_of(table: Table) -> Columns | None:
    """Read the headings of a table; None when its first row has none that is known."""
    first = table.rows[0]
    # "Date: | 1 June" has labels down its side, not headings on top.
    labels = sum(cell.text.endswith(":") for cell in first.cells)
    if len(table.rows) < 2 or len(first.cells) < 2 or 0 < labels < len([cell for cell in first.cells if cell.text]):
        return None
    columns = _named(first)
    known = [kind for kind in columns.kinds if kind is not Column.OTHER]
    return columns if len(known) * 2 >= len([name for name in columns.names if name]) and known else None


def plain_columns(table: Table) -> Columns | None:
    """Read a table whose headings are marked as such but are of no known kind: the first column with words names items.

    None when it has no headings at all, or is of another sort.
    """
    if len(table.rows) < 3 or len(table.rows[0].cells) < 2:
        return None
    first = table.rows[0]
    marked = first.header or all(paragraph.bold for cell in first.cells for paragraph in cell.paragraphs)
    if not marked:
        return None
    named = _named(first)
    if named.actions or named.people:
        return None
    figures = all(re.fullmatch(r"\W*\d{0,3}\w?\W*", row.cells[0].text) for row in table.rows[1:])
    title = 1 if figures else 0
    kinds: list[Column] = [Column.OTHER if kind in (Column.TITLE, Column.NUMBER) else kind for kind in named.kinds]
    kinds[title] = Column.TITLE
    if figures:
        kinds[0] = Column.NUMBER
    return Columns(tuple(kinds), named.names)


def _named(row: Row) -> Columns:
    kinds: list[Column] = []
    names: list[str] = []
    for cell in row.cells:
        name = cell.text.strip(" :")
        kind = _kind(name)
        kinds += [kind] + [Column.OTHER] * (cell.span - 1)
        names += [name] + [""] * (cell.span - 1)
    titles = [at for at, kind in enumerate(kinds) if kind is Column.TITLE]
    # "Item | Subject": the first of the two holds the numbers.
    if len(titles) > 1 and Column.NUMBER not in kinds:
        kinds[titles[0]] = Column.NUMBER
    return Columns(tuple(kinds), tuple(names))


def _kind(name: str) -> Column:
    plain = " ".join(name.casefold().replace(".", " ").split()).strip(" :")
    return next((column for column, pattern in _COLUMNS if pattern.fullmatch(plain)), Column.OTHER)
