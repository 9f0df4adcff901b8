"""ModernGov's page of a committee (mgCommitteeDetails) and of who attended (mgMeetingAttendance), saved as HTML."""

from __future__ import annotations

from lxml import html

from clerk.importers.html_blocks import has_class, parse_html, with_class, words_of
from clerk.importers.reading import UnreadableError
from clerk.importers.rosters.reading import Found, RosterReading, list_named
from clerk.importers.rosters.text import attendee, entry, of_meeting
from clerk.language.text import clean_line
from clerk.people.membership import Member

COMMITTEE = "ModernGov committee page"
"""What the page of a committee is taken for."""
ATTENDANCE = "ModernGov attendance page"
"""What the page of a meeting's attendance is taken for."""

_COLUMNS = ("attendee", "member", "name", "councillor")


def read(text: str) -> RosterReading:
    """Read a saved page. Raises UnreadableError when it is of neither sort."""
    root = parse_html(text)
    table = _attendance(root) if root is not None else None
    if root is None or (table is None and not _lists(root)):
        raise UnreadableError(
            "This HTML page has no list of members; save ModernGov's page of a committee or of a meeting's attendance."
        )
    title = next((words_of(node) for node in with_class(root, "mgSubTitleTxt")), "")
    found = Found()
    if table is None:
        for like, items in _lists(root):
            for item in items:
                entry(found, words_of(item).removeprefix("• "), like, item.sourceline)
        return found.reading(COMMITTEE, clean_line(title))
    for row in table.iter("tr"):
        cells = [words_of(cell) for cell in row.iterchildren("td")]
        if cells:
            attendee(found, cells, row.sourceline)
    return found.reading(ATTENDANCE, *of_meeting(title))


def _attendance(root: html.HtmlElement) -> html.HtmlElement | None:
    """The table of who attended."""
    for table in root.iter("table"):
        heads = [words_of(cell).casefold() for cell in table.iter("th")]
        if "attendance" in (table.get("summary") or "").casefold() and len(heads) > 1:
            return table
        if heads[:1] and heads[0] in _COLUMNS and "attendance" in heads:
            return table
    return None


def _lists(root: html.HtmlElement) -> list[tuple[Member, list[html.HtmlElement]]]:
    """The lists of people below headings such as Membership, each with what they are."""
    lists: list[tuple[Member, list[html.HtmlElement]]] = []
    like: Member | None = None
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        if has_class(node, "mgSectionTitle") or node.tag in ("h2", "h3", "h4"):
            like = list_named(words_of(node))
        elif node.tag in ("ul", "ol") and like is not None:
            items = [item for item in node.iterchildren("li") if words_of(item).strip("• ")]
            lists += [(like, items)] if items else []
    return lists
