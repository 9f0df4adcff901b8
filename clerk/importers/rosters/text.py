"""A roster as text: a ModernGov committee or attendance page copied from a browser, or a plain list of people."""

from __future__ import annotations

import re
from datetime import date

from clerk.importers.heading import read_heading
from clerk.importers.people.name_words import has_title, is_name, plural_title
from clerk.importers.people.names_run import read_run
from clerk.importers.reading import Doubt
from clerk.importers.rosters.reading import Found, RosterReading, is_guest, is_vacancy, list_named, member_in, with_role
from clerk.membership import Member, member_of

COMMITTEE = "ModernGov committee page, as text"
"""What the copied page of a committee is taken for."""
ATTENDANCE = "ModernGov attendance page, as text"
"""What the copied page of a meeting's attendance is taken for."""
LIST = "list of people"
"""What any other text is taken for."""

_PAGE = re.compile(r"committee details", re.IGNORECASE)
_MEMBERSHIP = re.compile(r"(?:committee )?membership", re.IGNORECASE)
_ENDS = re.compile(
    r"(?:contact information|support officers?\b.*|purpose of committee|further information|meetings)", re.I
)
_COLUMNS = re.compile(r"(?:attendee|member|councillor|name)\s+role\s+attendance", re.IGNORECASE)
_HERE = re.compile(
    r"(?:present|apologies|absent|expected|in attendance|not required|attended|virtual)\b.{0,60}", re.IGNORECASE
)
_BODY = re.compile(r"\b(?:board|committee|council|panel|forum|cabinet|members|membership|roster)\b", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[•·▪●‣◦*–—-]|o(?=\s)|\d{1,3}[.)](?=\s))\s*")
_MEETING = re.compile(r"(?:meeting )?attendance (?:details )?(?:for|of) (?:the )?", re.IGNORECASE)


def read(text: str) -> RosterReading:
    """Read a copied page by its headings, and any other text as a list with one person, or a run of them, on a line."""
    lines = [(at, line.strip()) for at, line in enumerate(text.split("\n"), 1) if line.strip()]
    columns = next((at for at, (_, line) in enumerate(lines) if _COLUMNS.fullmatch(line)), None)
    if columns is not None:
        return _attendance(lines, columns)
    membership = next((at for at, (_, line) in enumerate(lines) if _MEMBERSHIP.fullmatch(line)), None)
    found, body, like = Found(), "", Member("")
    if membership is not None:
        page = next((at for at, (_, line) in enumerate(lines[:membership]) if _PAGE.fullmatch(line)), None)
        body = lines[page + 1][1] if page is not None and page + 1 < membership else ""
        found.noise += [line for _, line in lines[: membership + 1]]
        lines = lines[membership + 1 :]
    ended = False
    for at, line in lines:
        heading = list_named(line)
        ended = ended or (membership is not None and bool(_ENDS.fullmatch(line)))
        if ended or heading:
            like = heading or like
            found.noise.append(line)
        else:
            entry(found, _BULLET.sub("", line), like, at)
    return found.reading(LIST if membership is None else COMMITTEE, body)


def entry(found: Found, text: str, like: Member, line: int | None) -> None:
    """Take one line of a list: a person, or a run of people."""
    text = text.strip().rstrip(";")
    if is_vacancy(text):
        found.doubts.append(Doubt(f"A vacancy was left out: “{text}”.", line))
        return
    run = read_run(text) if plural_title(text) or ";" in text else None
    if run:
        for person in run.people:
            read = member_of(person)
            found.add(
                Member(read.name, read.post, read.organisation, like.capacity, read.initials, read.chair), text, line
            )
        return
    member = member_in(text, like)
    # A heading or a note to the list is no person; a name by itself may be of a form not known.
    words = member.name.split()
    sentence = len(words) > 6 or member.name.endswith((".", ":")) or not member.name[:1].isalpha()
    sentence = sentence or bool(len(words) > 1 and _BODY.search(member.name))
    if sentence and not is_name(member.name) and not has_title(member.name):
        found.doubts.append(Doubt(f"This line names nobody and was left out: “{text[:80]}”.", line))
    else:
        found.add(member, text, line)


def attendee(found: Found, cells: list[str], line: int | None) -> None:
    """Take one row of a page of attendance: name, role, attendance. Guests belong to no roster."""
    name, role, here = (*cells, "", "")[:3]
    if is_guest(role):
        found.doubts.append(Doubt(f"{name} is a guest, who belongs to no roster, and was left out.", line))
        return
    member = with_role(member_in(name, Member("")), role)
    if "substitute" in here.casefold():
        member = with_role(member, "substitute")
    found.add(member, name, line)


def of_meeting(title: str) -> tuple[str, date | None]:
    """Part "Meeting attendance details for Example Board, Thursday, 12th March, 2026 10.00 am" into body and day."""
    read = read_heading(_MEETING.sub("", title).strip())
    return read.body, read.date


def _attendance(lines: list[tuple[int, str]], columns: int) -> RosterReading:
    """Read a table of attendance: a row a line with tabs, or a cell a line."""
    found = Found(noise=[line for _, line in lines[: columns + 1]])
    title = next((line for _, line in lines[:columns] if read_heading(line).date), "")
    cells: list[str] = []
    for at, line in lines[columns + 1 :]:
        parts = [part.strip() for part in re.split(r"\t+|\s*\|\s*", line.strip("| ")) if part.strip()]
        if len(parts) > 1:
            attendee(found, parts, at)
            continue
        cells += parts
        if _HERE.fullmatch(line) and len(cells) > 1:
            attendee(found, cells if len(cells) > 2 else [cells[0], "", cells[1]], at)
            cells = []
    found.noise += cells
    return found.reading(ATTENDANCE, *of_meeting(title))
