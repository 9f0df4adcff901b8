"""The answer of ModernGov's web service to GetMeeting: one meeting as XML, its texts as HTML inside.

Nothing is ever fetched and no entity expanded: a file that defines entities of its own is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from lxml import etree
from lxml.etree import _Element

from clerk.importers.html_blocks import blocks_of, parse_html
from clerk.importers.modgov import reading_of
from clerk.importers.parts import Block, Page, PageItem, Section
from clerk.importers.reading import Reading, SourceLine, UnreadableError
from clerk.language import dates
from clerk.language.text import clean, clean_line
from clerk.model import Document
from clerk.terms import DocumentKind

READER = "ModernGov meeting as XML"
"""What this reader takes a file for."""

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_OPENS = re.compile(r"<(?:\w+:)?(?:meeting|getmeeting\w*)\b[^>]{0,500}>", re.IGNORECASE)
_INSIDE = re.compile(r"<(?:\w+:)?(?:agendaitems?|committeetitle|meetingdate)\b", re.IGNORECASE)
_DEFINES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)(?:(?P<name>\w{1,32};))?")
_TAG = re.compile(r"<\s*/?\s*[a-zA-Z][^<>]*>")
_MOST_MARKS = 200_000
"""Tags of one meeting: some fifty times what a long one has."""
_MINUTE_TEXTS = ("minutesnonemptyhtmlbody", "minuteshtmlbody", "minutestext", "minutes")
_DECISION_TEXTS = ("decisionnonemptyhtmlbody", "decisionhtmlbody", "decisiontext", "decision")
_AGENDA_TEXTS = ("agendatext", "agendahtmlbody", "agendatexthtmlbody")
_KNOWN = {"meetinglocation": "venue", "meetingcontact": "contact"}
_FURNITURE = ("id", "published", "displayallowed", "restricted", "decision")


def looks_like(text: str) -> bool:
    """Whether a text is such an answer, by its elements."""
    start = _DECLARATION.sub("", text).lstrip()
    return start.startswith("<") and bool(_OPENS.search(start[:5000])) and bool(_INSIDE.search(start[:50_000]))


def read(text: str) -> Reading:
    """Read a meeting. Raises UnreadableError for XML that is of another sort, or defines entities of its own."""
    page = Page()
    meeting = _meeting(text, page)
    _front(meeting, page)
    _attendees(meeting, page)
    numbers: list[tuple[int, int]] = []
    for element in _named(meeting, "agendaitem"):
        _item(element, page, numbers)
    if numbers:
        place, minute = numbers[0]
        page.first_minute = max(minute - place, 1)
        if any(number - at != minute - place for at, number in numbers):
            page.doubt("The minutes are not numbered one after the other; Clerk numbers them on from the first.")
    return reading_of(page, READER)


def _meeting(text: str, page: Page) -> _Element:
    text = clean(text)
    if _DEFINES.search(text):
        raise UnreadableError("This XML defines entities of its own, which a meeting never does; it was not read.")
    if text.count("<") > _MOST_MARKS:
        raise UnreadableError("This XML is too large to be one meeting; it was not read.")
    content = _plain_entities(_DECLARATION.sub("", text)).encode("utf-8", "backslashreplace")
    try:
        root: _Element | None = etree.fromstring(content, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        root = _recovered(content)
        page.doubt("The XML is damaged here; what could be read was kept, and something may be missing.", error.lineno)
    meeting = root if root is None or _name(root) == "meeting" else next(_named(root, "meeting"), root)
    if meeting is None or not any(
        _name(child) in ("agendaitems", "committeetitle", "meetingdate") for child in meeting
    ):
        raise UnreadableError("This XML is not the answer to GetMeeting of ModernGov's web service; save the web page.")
    return meeting


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8"
    )


def _recovered(content: bytes) -> _Element | None:
    try:
        return etree.fromstring(content, _parser(recover=True))
    except etree.XMLSyntaxError:
        return None


def _plain_entities(text: str) -> str:
    """Write names that belong to HTML as their characters, and a bare "&" as one, outside of CDATA."""

    def plain(match: re.Match[str]) -> str:
        name = match["name"]
        character = html5.get(name) if name else None
        return character if character and character not in "<>&" else f"&amp;{name or ''}"

    pieces = _CDATA.split(text)
    return "".join(piece if piece.startswith("<![CDATA[") else _AMPERSAND.sub(plain, piece) for piece in pieces)


def _front(meeting: _Element, page: Page) -> None:
    said = {_name(child): child for child in meeting if isinstance(child.tag, str)}
    body, day, clock = (_text(said.get(name)) for name in ("committeetitle", "meetingdate", "meetingtime"))
    line = _line(said.get("committeetitle"))
    found = dates.read_date(day) if day else None
    when = f"{dates.say_date(found) if found else day} {clock}".strip()
    page.heading.append(Block(f"{body} - {when}" if when else body, line))
    _source(page, " - ".join(part for part in (body, day, clock) if part), line)
    status = _text(said.get("meetingstatus"))
    if re.search(r"cancel|postpone|withdrawn|abandon", status, re.IGNORECASE):
        page.fields.setdefault("note", []).append(status)
        page.doubt(
            f"The file says “{status}”; check that the meeting goes ahead as planned.", _line(said["meetingstatus"])
        )
    for name, child in said.items():
        text = _text(child)
        if not text or len(child) or name in ("committeetitle", "meetingdate", "meetingtime"):
            continue
        if name in _KNOWN:
            page.fields.setdefault(_KNOWN[name], []).append(text)
        elif name in ("meetingactualstarttime", "meetingactualfinishtime"):
            page.fields.setdefault("note", []).append(f"{'Began' if 'start' in name else 'Ended'} at {text}")
        elif _is_html(text) or name.endswith(("note", "notes", "comment", "text")):
            page.front += _paragraphs(child)
        else:
            page.noise.append(f"{name}: {text}")
            continue
        _source(page, text, _line(child))


def _attendees(meeting: _Element, page: Page) -> None:
    groups: dict[str, list[Block]] = {}
    for element in _named(meeting, "attendee"):
        name, role, status = (
            clean_line(str(element.get(key) or "")) for key in ("name", "roledescription", "attendance")
        )
        name = name or _text(element)
        chair = " (in the Chair)" if re.fullmatch(r"chair(?:man|woman|person)?", role, re.IGNORECASE) else ""
        said = role if role and not chair and "member" not in role.casefold() else ""
        block = Block(f"{name}{chair}{f', {said}' if said else ''}", _line(element))
        groups.setdefault(status or "Present", []).append(block)
        known = ((key, clean_line(str(value))) for key, value in element.attrib.items())
        page.noise += [f"{key!s}: {value}" for key, value in known if value]
        _source(page, f"{block.text} - {status}", block.line)
    for status, blocks in groups.items():
        lines = [Block(status, blocks[0].line), *blocks]
        page.roll += lines
        page.fields.setdefault("note", []).extend(block.text for block in lines)


def _item(element: _Element, page: Page, numbers: list[tuple[int, int]]) -> None:
    said = {_name(child): child for child in element if isinstance(child.tag, str)}
    shown = _text(said.get("fulldisplaynumberformat")).rstrip(". ")
    agenda = _text(said.get("agendaitemnumber")).rstrip(". ")
    minute = _text(said.get("minutesitemnumber")).rstrip(". ")
    number = agenda if agenda not in ("", "0") and (minute or not shown) else shown
    item = PageItem(number, "", _line(element))
    page.noise += item.set_title(unescape(_text(said.get("agendaitemtitle"))))
    _source(page, f"{number}. {item.title}" if number else item.title, item.line)
    for section, names in (
        (Section.AGENDA, _AGENDA_TEXTS),
        (Section.DECISION, _DECISION_TEXTS),
        (Section.MINUTES, _MINUTE_TEXTS),
    ):
        for name in names:
            for block in _paragraphs(said.get(name)):
                if block.text.casefold() not in ("true", "false"):
                    item.add(section, block)
                    _source(page, block.text, block.line)
    _documents(element, item, page)
    item.heading = not number and not item.sections and not item.documents and not item.linked
    _rest(said, item, page)
    if minute.isascii() and minute.isdecimal() and len(minute) < 6:
        numbers.append((sum(not each.heading for each in page.items), int(minute)))
    elif minute:
        page.noise.append(f"minutesitemnumber: {minute}")
    page.items.append(item)


def _documents(element: _Element, item: PageItem, page: Page) -> None:
    """The first paper that bears the item's own title is its report."""
    for linked in _named(element, "linkeddoc"):
        said = {_name(child): _text(child) for child in linked if isinstance(child.tag, str)}
        title, address = unescape(said.get("title", "")), said.get("url", "")
        if title.casefold() == item.title.casefold() and not item.linked:
            item.linked, item.link = True, address
        else:
            item.documents.append(Document(DocumentKind.OTHER, title=title or address, link=address))
        page.noise += [f"{key}: {value}" for key, value in said.items() if value and key not in ("title", "url")]
        _source(page, title or address, _line(linked))


def _rest(said: dict[str, _Element], item: PageItem, page: Page) -> None:
    """What no reader asked for: texts belong to the item, the service's own figures are furniture."""
    taken = (*_AGENDA_TEXTS, *_DECISION_TEXTS, *_MINUTE_TEXTS, "agendaitemtitle", "minutesitemnumber")
    for name, child in said.items():
        text = _text(child)
        if not text or len(child) or name in taken:
            continue
        plain = name.endswith(_FURNITURE) or name in ("agendaitemnumber", "fulldisplaynumberformat")
        if plain or text.casefold() in ("true", "false") or not re.search(r"[^\W\d_]", text):
            page.noise.append(f"{name}: {text}")
            if name == "isrestricted" and text.casefold() == "true":
                page.doubt(f"{item.name} is marked as restricted; see whether it is exempt.", _line(child))
        else:
            for block in _paragraphs(child):
                item.add(Section.AGENDA, block)
                _source(page, block.text, block.line)


def _paragraphs(element: _Element | None) -> list[Block]:
    """The paragraphs of a text that is HTML as a rule; the file's line is where the text begins."""
    text = _text(element, whole=True)
    line = _line(element)
    if not text.strip():
        return []
    if not _is_html(text):
        return [Block(said, line) for part in unescape(text).split("\n") if (said := " ".join(part.split()))]
    root = parse_html(clean(text))
    return [Block(block.text, line) for block in blocks_of(root)] if root is not None else []


def _is_html(text: str) -> bool:
    return bool(_TAG.search(text))


def _source(page: Page, text: str, line: int) -> None:
    page.source.append(SourceLine(text, line))


def _named(root: _Element, name: str) -> Iterator[_Element]:
    return (element for element in root.iter() if isinstance(element.tag, str) and _name(element) == name)


def _name(element: _Element) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _text(element: _Element | None, whole: bool = False) -> str:
    """The words of an element; ``whole`` keeps its line ends."""
    if element is None:
        return ""
    text = "".join(str(piece) for piece in element.itertext())
    return text if whole else " ".join(clean_line(text).split())


def _line(element: _Element | None) -> int:
    line = None if element is None else element.sourceline
    return line if isinstance(line, int) else 0
