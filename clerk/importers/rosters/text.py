"""A roster as text: a ModernGov committee or attendance page copied from a browser, or a plain list of people."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from clerk.importers.heading import read_heading
from clerk.importers.people.grouped import group_in, in_columns, in_group, people_by_post, unwrapped
from clerk.importers.people.name_words import has_title, is_name, plural_title
from clerk.importers.people.names_run import read_run
from clerk.importers.reading import Doubt
from clerk.importers.rosters.reading import Found, RosterReading, is_guest, is_vacancy, list_named, member_in, with_role
from clerk.people.co_optees import co_opted_in
from clerk.people.membership import Member, member_of

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
_SEVERAL = re.compile(r",|&|\band\b")
_OF_BODY = re.compile(r"member(?:s|ship) of (?:the )?(?P<body>[A-Z][^:(\[]{3,80}?)\s*(?:[(\[]\d.*)?:?", re.IGNORECASE)
_MEETING = re.compile(r"(?:meeting )?attendance (?:details )?(?:for|of) (?:the )?", re.IGNORECASE)


def read(text: str) -> RosterReading:
    """Read a copied page by its headings, and any other text as a list with one person, or a run of them, on a line."""
    numbered = [(at, line) for at, line in enumerate(text.split("\n"), 1) if line.strip()]
    laid_out = in_columns([line for _, line in numbered])
    lines = unwrapped([(numbered[place][0], line.strip()) for place, line in laid_out])
    columns = next((at for at, (_, line) in enumerate(lines) if _COLUMNS.fullmatch(line)), None)
    if columns is not None:
        return _attendance(lines, columns)
    membership = next((at for at, (_, line) in enumerate(lines) if _MEMBERSHIP.fullmatch(line)), None)
    found, body, like = Found(), "", Member("")
    if membership is not None:
        # The way to the page, above its title, says "Committee details" as well.
        page = max((at for at, (_, line) in enumerate(lines[:membership]) if _PAGE.fullmatch(line)), default=membership)
        body = lines[page + 1][1] if page + 1 < membership else ""
        found.noise += [line for _, line in lines[: membership + 1]]
        lines = lines[membership + 1 :]
    ended = False
    for (at, line), (_, below) in zip(lines, [*lines[1:], (0, "")], strict=True):
        ended = ended or (membership is not None and bool(_ENDS.fullmatch(line)))
        bare = _BULLET.sub("", line)
        named, names = (list_named(line), "") if ended else _labelled(bare)
        grouped = None if ended or named else group_in(bare, _BULLET.sub("", below))
        if ended or (named and not names):
            body = body or _body_of(line)
            like = named or like
            found.noise.append(line)
        elif named:
            entry(found, names, named, at)
        elif grouped:
            here = replace(like, organisation=grouped.group)
            like = here if grouped.sure or not grouped.names else like
            if grouped.names:
                entry(found, grouped.names, here, at)
            else:
                found.noise.append(line)
        else:
            entry(found, bare, like, at)
    return found.reading(LIST if membership is None else COMMITTEE, body)


def _body_of(heading: str) -> str:
    """The body that "Membership of the Parks Committee (9):" names; empty for other headings."""
    found = _OF_BODY.fullmatch(heading)
    return found["body"] if found else ""


def _labelled(line: str) -> tuple[Member | None, str]:
    """What those behind a label are, "Substitutes: Cllrs A. Ash and B. Birch", and who; without names for a heading."""
    co_opted = co_opted_in(line)
    if co_opted and co_opted.names and read_run(co_opted.names):
        return Member("", post=co_opted.post, some_votes=co_opted.voting.some), co_opted.names
    if people_by_post(line):
        return None, ""
    if heading := list_named(line):
        return heading, ""
    label, colon, names = line.partition(":")
    like = list_named(label) if colon and read_run(names) else None
    return (like, names.strip()) if like else (None, "")


def entry(found: Found, text: str, like: Member, line: int | None) -> None:
    """Take one line of a list: a person, or a run of people; ``like`` says whom they stand for, too."""
    text = text.strip().rstrip(";")
    if is_vacancy(text):
        found.doubts.append(Doubt(f"A vacancy was left out: “{text}”.", line))
        return
    by_post = people_by_post(text)
    run = read_run(text.rstrip(".")) if by_post or plural_title(text) or ";" in text or _SEVERAL.search(text) else None
    titled = run is not None and all(has_title(person.name) for person in run.people)
    people = by_post or (
        run.people if run and (plural_title(text) or ";" in text or (titled and run.people[1:])) else []
    )
    for person in people:
        read = member_of(person)
        chair = read.chair and not like.substitute
        organisation = in_group(read.organisation, like.organisation) if like.organisation else read.organisation
        found.add(
            replace(
                like,
                name=read.name,
                post=read.post or ("" if organisation else like.post),
                organisation=organisation,
                initials=read.initials,
                chair=chair,
                substitute=like.substitute,
            ),
            text,
            line,
        )
    if people:
        return
    member = member_in(text, like)
    if like.organisation:
        member = replace(member, organisation=in_group(member.organisation, like.organisation))
    # A heading or a note to the list is no person; a name by itself may be of a form not known.
    words = member.name.split()
    sentence = len(words) > 6 or member.name.endswith(".") or ":" in member.name or not member.name[:1].isalpha()
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
