"""A roster as CSV: its columns are found by their headings, whatever program wrote it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace

from clerk.importers.reading import Doubt
from clerk.importers.rosters.reading import Found, RosterReading, is_guest, is_vacancy, member_in, with_role
from clerk.language.text import clean_line
from clerk.people.membership import Member
from clerk.people.person_line import is_chair
from clerk.terms import Capacity

READER = "list in columns (CSV)"
"""What this reader takes a file for."""

HEADER = ("Name", "Post", "Organisation", "Capacity", "Initials", "Chair", "Substitute", "Votes")
"""The columns that ``csv_of`` writes."""

_ON_SOME = "on some items"
"""What the last of them says of who has a vote on some items only."""

_COLUMNS = {
    "name": ("name", "full name", "member", "councillor", "attendee", "person", "member name", "display name"),
    "title": ("title", "salutation", "prefix", "honorific"),
    "first": ("first name", "forename", "forenames", "given name", "first"),
    "last": ("last name", "surname", "family name", "last"),
    "post": ("post", "role", "job title", "position", "job", "post held", "designation", "office"),
    "organisation": (
        *("organisation", "organization", "representing", "represents", "organisation represented", "authority"),
        *("agency", "company", "partner", "employer", "body represented"),
    ),
    "party": ("party", "political party", "political group", "group", "party group", "party/group", "affiliation"),
    "ward": ("ward", "division", "electoral division", "ward/division", "ward represented", "constituency"),
    "capacity": ("capacity", "type", "member type", "category", "status on body"),
    "initials": ("initials",),
    "chair": ("chair", "chairman", "chairperson", "in the chair"),
    "substitute": ("substitute", "sub", "reserve", "named substitute"),
    "votes": ("votes", "vote", "voting", "voting rights", "voting status"),
}
_NAMED = {heading: column for column, headings in _COLUMNS.items() for heading in headings}
_DASHES = re.compile(r"[\s|:=+-]+")
_SOME_VOTES = re.compile(
    r"(?:no|none|n|false|0)|.*\b(?:no|non|not|without|some|only|education|limited|restricted)\b.*", re.IGNORECASE
)
_YES = ("yes", "y", "x", "true", "1", "chair", "chairman", "substitute", "✓", "✔")


def looks_like(text: str) -> bool:
    """Whether the first line names columns, one of them the name."""
    rows = _rows(text)
    columns = {_NAMED.get(_heading(cell)) for cell in rows[0][1]} if rows else set()
    return ("name" in columns or "last" in columns) and (len(rows[0][1]) > 1 or _heading(rows[0][1][0]) == "name")


def read(text: str) -> RosterReading:
    """Read the rows. A column whose heading is not known is left out, and said to be."""
    (_, header), *rows = _rows(text)
    columns = [_NAMED.get(_heading(cell), "") for cell in header]
    if "organisation" in columns:
        columns = ["" if column in ("party", "ward") else column for column in columns]
    found = Found()
    unknown = [clean_line(cell) for cell, column in zip(header, columns, strict=True) if cell.strip() and not column]
    if unknown:
        found.doubts.append(
            Doubt(f"No use was found for the column{'' if len(unknown) == 1 else 's'} {', '.join(unknown)}.")
        )
    for line, row in rows:
        cells: dict[str, str] = {}
        for column, cell in zip(columns, row, strict=False):
            cells.setdefault(column, clean_line(cell))
        said = ", ".join(cell.strip() for cell in row if cell.strip())
        name = cells.get("name") or " ".join(filter(None, map(cells.get, ("title", "first", "last"))))
        if is_vacancy(name):
            found.doubts.append(Doubt(f"A vacancy was left out: “{said}”.", line))
        elif is_guest(cells.get("capacity", "")):
            found.doubts.append(Doubt(f"{name} is a guest, who belongs to no roster, and was left out.", line))
        elif name:
            found.add(_member(name, cells, own=tuple(header) in (HEADER, HEADER[:-1])), said, line)
        else:
            found.doubts.append(Doubt(f"This row has no name and was left out: “{said}”.", line))
    return found.reading(READER)


def csv_of(members: Sequence[Member]) -> str:
    """Write a roster so that ``read`` reads it back (RFC 4180, lines ending in CR LF)."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(HEADER)
    for each in members:
        marks = ("yes" if each.chair else "", "yes" if each.substitute else "", _ON_SOME if each.some_votes else "")
        writer.writerow((each.name, each.post, each.organisation, each.capacity.value, each.initials, *marks))
    return buffer.getvalue()


def _member(name: str, cells: dict[str, str], own: bool) -> Member:
    """The member of a row; a name may have "(Chair)" behind it, but for one that Clerk wrote itself."""
    stands_for = ", ".join(filter(None, map(cells.get, ("organisation", "party", "ward"))))
    noted = member_in(name, Member("")) if name.endswith(")") and "," not in name and not own else Member(name)
    initials = cells.get("initials", "") or noted.initials
    member = replace(noted, organisation=stands_for or noted.organisation, initials=initials)
    post = cells.get("post", "")
    if "capacity" not in cells or ("chair" not in cells and is_chair(post)):
        # A list without a column for it has "Officer", "Substitute" and "Chair" among the roles.
        taken = with_role(member, post)
        member = replace(taken, organisation=member.organisation, post=taken.post or (taken.organisation and post))
    else:
        member = replace(member, post=post or member.post)
    capacity = cells.get("capacity", "")
    if capacity.casefold() in ("member", "officer"):
        member = replace(member, capacity=Capacity(capacity.casefold()))
    elif capacity:
        kept = with_role(replace(member, post="", organisation=""), capacity)
        member = replace(kept, post=member.post or kept.post, organisation=member.organisation)
    chair = cells.get("chair", "").casefold() in _YES
    return replace(
        member,
        chair=member.chair or chair,
        substitute=member.substitute or cells.get("substitute", "").casefold() in _YES,
        some_votes=member.some_votes or bool(_SOME_VOTES.fullmatch(cells.get("votes", ""))),
    )


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows that say something, each with its line; what parts the first, a tab or ";", "," or "|", parts all."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    mark = max("\t;,|", key=first.count)
    if mark == "|":  # As Markdown has it: bars at both ends, and a line of dashes below the headings.
        text = "\n".join("" if _DASHES.fullmatch(line) else line.strip().strip("|") for line in text.split("\n"))
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    rows: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((begins, row))
            begins = reader.line_num + 1
    except csv.Error:
        return rows
    return rows


def _heading(cell: str) -> str:
    return re.sub(r"[\s_]+", " ", cell).strip(" :*").casefold()
