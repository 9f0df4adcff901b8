"""Lists of members by party or by ward, and lines with the post first: "Labour (2): Cllrs A. Ash and B. Birch"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from clerk.importers.people.name_words import has_title, is_name, plural_title
from clerk.importers.people.names_run import read_person, read_run
from clerk.model import Presence
from clerk.people.person_line import is_chair
from clerk.people.posts import POST

_PARTY = (
    r"(?:(?:scottish |welsh |national )?(?:conservatives?|labour|liberal democrats?|lib(?:eral)?\.? ?dems?|liberals?"
    r"|greens?)|co-?operative|independents?|reform(?: uk)?|ukip|plaid(?: cymru)?|scottish national(?:ists?)?|snp"
    r"|democratic unionists?|dup|ulster unionists?|uup|sdlp|sinn f[eé]in|alliance|(?:residents|ratepayers)['’]?"
    r"|(?:non|un)-?\s?(?:aligned|grouped|affiliated)|no group|llafur|ceidwadwyr|annibynnol|(?:main )?opposition"
    r"|administration)"
)
_COUNT = (
    r"(?:\s*[(\[]\s*\d{1,3}(?:\s+(?:members?|seats?|councillors?|places?))?\s*[)\]]"
    r"|\s*[-–—]\s*\d{1,3}(?:\s+(?:members?|seats?|councillors?|places?))?(?=\s*:|\s*$))"
)
_MARK = r"(?:\s*:\s*|\s+[-–—]\s+|\s*\|\s*|\t+|\s+(?=(?:Cllrs?|Councillors?)\b))"
_BEHIND = rf"(?P<count>{_COUNT})?(?:{_MARK}(?P<names>.*)|\s*)"
_KNOWN = re.compile(
    rf"(?:the )?(?P<group>{_PARTY}(?:(?:\s*(?:,|&|/|\band\b)\s*|\s+){_PARTY})*(?: association)?(?: group| party)?"
    rf"|(?:[\w'’&.-]+ ){{1,5}}(?:ward|(?:electoral )?division))(?: members| councillors| cllrs)?{_BEHIND}",
    re.IGNORECASE,
)
_WARD = re.compile(
    r"(?:ward|division|party|political group|group)\s*:\s*(?P<group>[^:,]{2,60}?)(?:\s*:\s*(?P<names>.*))?",
    re.IGNORECASE,
)
_SOME = re.compile(rf"(?P<group>[A-Z][\w'’&.-]*(?: (?:[A-Z][\w'’.-]*|and|&|of|the|in|on|upon|with)){{0,6}}){_BEHIND}")
_NO_GROUP = re.compile(
    r"\b(?:working|steering|task|reference|project|focus|advisory|committee|board|council|panel|cabinet|forum|agenda"
    r"|minutes|contact|clerk|tel\w*|e-?mail|quorum|date|time|venue|place|location|note|link|web\w*|from|apolog\w+"
    r"|present|attend\w*|absent|officers?|staff|guests?|observers?|substitutes?|reserves?|members?|membership"
    r"|councillors?|names?|title|vacan\w+|chair\w*|leader|mayor|meeting|item|report\w*|item|declarations?|public"
    r"|purpose|terms|motion|proposed|seconded|moved|questions?)\b",
    re.IGNORECASE,
)
_PRESIDES = re.compile(r"(?:(?:vice|deputy)[ -])?chair(?:man|woman|person)?\s*(?::|[-–—]\s)\s*", re.IGNORECASE)
_MEMBER = re.compile(r"(?:councillors?|cllrs?|alderm[ae]n)\b\.? \S", re.IGNORECASE)
_BAR = re.compile(r"\t|\s*\|\s*|\s{3,}")
_NUMBER = re.compile(r"^[\W\d]+")
_SIDE = re.compile(r"(?<![,;&])(?<!\band)\s+(?=(?:Cllr|Councillor)\b\.?\s)")
"""Between two columns of a list, of which a line shows but a space."""
_VACANT = re.compile(r"\W*(?:vacan|n/a|-+$)", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:,|&|\band)\s*$")
_LABEL = re.compile(r"[^:,]{2,60}:")
_VICE = re.compile(r"(?:vice|deputy)[ -]chair(?:s|man|men|woman|women|persons?)?", re.IGNORECASE)
_BY_POST = re.compile(r"(?P<post>[^:|\t]{2,80}?)(?:\s*:\s*|\s*\|\s*|\t+|\s+[-–—]\s+)(?P<names>\S.*)")


class Grouped(NamedTuple):
    """What a line of a list says of those named on it or below it: of which group of members they are."""

    group: str
    """The party or the ward, as the list has it, without how many they are."""
    names: str
    """Those named on the line; empty for a heading."""
    sure: bool
    """Whether the words are those of a party or a ward, and not only in the place of such."""


def group_in(line: str, below: str = "") -> Grouped | None:
    """Part a line into a group's label and the names behind it; None for other lines. ``below`` is the next line.

    What is not known for a party or a ward ("Northgate:") is taken for one only with councillors behind or below it.
    """
    text = line.strip().strip("*#").strip()
    if found := (_KNOWN.fullmatch(text) or _WARD.fullmatch(text)):
        names = _names(found["names"] or "")
        if not names or _are_people(names):
            return Grouped(found["group"].strip(), names, sure=True)
    found = _SOME.fullmatch(text)
    if not found or has_title(text) or _NO_GROUP.search(found["group"]):
        return None
    names = _names(found["names"] or "")
    if is_name(found["group"]) and not found["count"] and not text.endswith(":"):
        return None
    told = names or below.strip("*#•-–\t ")
    return Grouped(found["group"].strip(), names, sure=False) if _is_titled(told) and _are_people(told) else None


def in_columns(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Put lists that stand side by side one below the other: a line of parties, and their members in columns below.

    Each line comes with its place among the lines, in the new order; other lines stay where they are, and so do lists
    of which a row does not show to which column its people belong.
    """
    found: list[tuple[int, str]] = []
    at = 0
    while at < len(lines):
        parties = _cells(lines[at])
        end = at + 1
        while are_parties(parties) and end < len(lines) and _are_members(lines[end], len(parties)):
            end += 1
        # Bars show where a table ends; without them a name below may be the end of any column.
        named = end < len(lines) and _is_titled(_NUMBER.sub("", lines[end])) and not group_in(lines[end])
        more = named and "|" not in lines[at]
        rows = [_cells(line, len(parties)) for line in lines[at:end]]
        if len(rows) > 1 and not more:
            for column in range(len(parties)):
                cells = [(at + place, row[column]) for place, row in enumerate(rows) if column < len(row)]
                found += [(place, cell) for place, cell in cells if cell]
            found += [(end - 1, "Members")] if named else []
        else:
            found += [(at + place, lines[at + place]) for place in range(len(rows))]
        at = end
    return found


def are_parties(cells: Sequence[str]) -> bool:
    """Whether the cells of a row name parties or wards, one each."""
    named = [_KNOWN.fullmatch(cell.strip()) for cell in cells]
    return len(cells) > 1 and all(found and not found["names"] for found in named)


def side_by_side(text: str) -> str:
    """A line with semicolons between councillors that stand on it with nothing but a space between them."""
    return _SIDE.sub("; ", text)


def _cells(line: str, columns: int = 0) -> list[str]:
    """The cells of a line of a table; bars at both its ends are no cells, unless it lacks ``columns`` without them."""
    cells = [side_by_side(cell.strip()) for cell in _BAR.split(line.strip(" "))]
    framed = len(cells) > 2 and not cells[0] and not cells[-1] and len(cells) != columns
    return cells[1:-1] if framed else cells


def _are_members(line: str, columns: int) -> bool:
    """Whether a line has councillors, vacancies or nothing in each column; tabs at its end may have been lost."""
    cells = _cells(line, columns)
    filled = [cell for cell in cells if cell and not _VACANT.match(cell)]
    whole = len(cells) == columns or ("\t" in line and len(cells) < columns)
    return whole and bool(filled) and all(_are_people(cell) and not group_in(cell) for cell in filled)


def is_of_party(line: str) -> bool:
    """Whether a line begins as the list of a party or ward does, whatever stands behind it."""
    found = _KNOWN.fullmatch(line.strip())
    return bool(found and found["names"])


def people_by_post(line: str) -> list[Presence]:
    """Read "Chair: Councillor A. Ash" and "Head of Parks – Jo Tan"; nobody for a line of another form."""
    found = _BY_POST.fullmatch(line.strip())
    post = found["post"].strip("*• ") if found else ""
    if not found or not (POST.search(post) or is_chair(post)) or (is_name(post) and not _VICE.fullmatch(post)):
        return []
    several = read_run(found["names"]) if _VICE.fullmatch(post) else None
    run = several or read_person(found["names"])
    if not run or run.notes or (len(run.people) > 1 and not several):
        return []
    said = post.replace("men", "man").rstrip("s") if several else post
    if is_chair(post):
        return [replace(person, chair=True) for person in run.people]
    return [replace(person, post=", ".join(filter(None, (said, person.post)))) for person in run.people]


def presiding(line: str) -> list[Presence]:
    """The councillor whom a line of an agenda names as Chair or Vice-Chair, by either title; nobody for other lines.

    One without the title of a member may preside over another body, or be whom to ask.
    """
    found = _PRESIDES.match(line)
    return people_by_post(line) if found and _MEMBER.match(line[found.end() :]) else []


def in_group(organisation: str, group: str) -> str:
    """Whom somebody stands for, with the group said above the list: "Labour, Northgate"."""
    said = [part.strip().casefold() for part in organisation.split(",")]
    return organisation if group.casefold() in said else ", ".join(filter(None, (group, organisation)))


def same_person(before: Presence, again: Presence) -> Presence | None:
    """Somebody named twice in a list, as Chair and in a group, once; None when the two lines do not agree."""
    facts = (before.capacity, before.status, before.substitute_for)
    if facts != (again.capacity, again.status, again.substitute_for):
        return None
    posts = dict.fromkeys(filter(None, (before.post, again.post)))
    if before.organisation and again.organisation and before.organisation != again.organisation:
        return None
    return replace(
        before,
        post=", ".join(posts),
        organisation=before.organisation or again.organisation,
        initials=before.initials or again.initials,
        chair=before.chair or again.chair,
        remote=before.remote or again.remote,
    )


def unwrapped(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Join a run of names with a label in front, "Labour: Cllrs A. Ash,", to the line it goes on in.

    Each line has its number with it.
    """
    found: list[tuple[int, str]] = []
    for at, line in lines:
        last = found[-1][1] if found else ""
        goes_on = _GOES_ON.search(last) and (":" in last or plural_title(last))
        if goes_on and not (group_in(line) or _LABEL.match(line) or people_by_post(line)):
            found[-1] = (found[-1][0], f"{last.rstrip()} {line.strip()}")
        else:
            found.append((at, line))
    return found


def _names(text: str) -> str:
    return text.strip().strip("*").strip()


def _is_titled(names: str) -> bool:
    return has_title(names) or plural_title(names) is not None


def _are_people(names: str) -> bool:
    run = read_run(names.strip().rstrip("."))
    return bool(run and not run.notes)
