"""What the lines above an agenda's items say of the meeting, where no label does: the committee, and the place."""

from __future__ import annotations

import re

from clerk.importers.bilingual import halves, settle_day
from clerk.importers.heading import read_heading
from clerk.importers.parts import Block, Page
from clerk.importers.summons import take_summons
from clerk.language.dates import find_date

_COUNCIL = re.compile(r"(?:the )?(?:[\w'’.&-]+ ){0,7}(?:council|corporation|authority)", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"(?!(?:to|members?|membership|chair\w*|clerk|contact|officers?|councillors?|all)\b)(?:[\w'’&,()/–-]+ ){0,9}"
    r"(?:committee|sub-?committee|board|cabinet|panel|forum|partnership|executive|commission|assembly|(?:working|task) "
    r"(?:group|party))(?: \([\w ]{1,30}\)| [A-D\d])?",
    re.IGNORECASE,
)
_NEAR = 6
"""Within how many lines of the council's name the committee's stands."""
_ROOMS = (
    r"(?:council|committee|meeting|conference|assembly|function|members['’]?) (?:chambers?|rooms?|suites?|centre)"
    r"|chambers?|board ?room|(?:town|county|city|shire|civic|village|parish|memorial|community|moot|council) "
    r"(?:hall|centre|offices?|house|suite)|guildhall|(?:microsoft|ms) teams|zoom"
)
_PLACE = re.compile(
    rf"(?P<lead>(?:(?:to be )?held )?(?:in|at) (?:the )?)?(?P<place>(?:[\w'’.&-]+ ){{0,4}}(?:{_ROOMS})\b"
    r"(?: \d{1,2}| [A-D])?(?:(?:,|;| [-–—(]| and| or| at| in|\.$).*)?)",
    re.IGNORECASE,
)
_MODE = re.compile(
    r"(?P<mode>hybrid|in[- ]person|remote|virtual|online)(?: meeting)?\s*(?::|[-–—]|\b(?:via|by|on|in|at)\b)\s*"
    rf"(?P<place>(?:the )?.{{0,60}}\b(?:{_ROOMS})\b.*)",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\b(?:will|is|are|was|were|be|shall|please|can|may|members of|public|contact|tel|telephone|e-?mail|www|agenda"
    r"|webcast|watch|join|view\w*|fire|alarm)\b|@|://",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?=[A-Z])(?:[\w'’.&() -]+, )+(?:\d{1,4}[a-z]? )?(?:[A-Z][\w'’-]* ){1,3}"
    r"(?:Street|Road|Lane|Square|Avenue|Way|Terrace|Drive|Crescent|Place|Row|Quay|Parade)"
    r"(?:, [A-Z][\w'’ -]*)*\.?"
)
_POSTCODE = re.compile(r"[A-Z][\w ,.'’&-]*\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\.?")
_HELD_AT = re.compile(
    r"(?P<lead>(?:(?:an? |the )?(?:ordinary )?meeting,? )?(?:which was |to be )?held (?:at|in|via|by) (?:the )?)"
    r"(?P<place>[^:;]{3,100}?),?(?: on)?",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?P<lead>(?:(?:to be )?held )?(?:in|at|via) (?:the )?)"
    r"(?P<place>(?!(?:rising|rise|close|conclusion|end)\b)(?-i:[A-Z]|\d{1,4}[a-z]? [A-Z])"
    r"(?:(?!\b(?:for the purpose|to (?:consider|transact)|when|where)\b).){2,100})",
    re.IGNORECASE,
)
_NOT_AS_PLANNED = re.compile(
    r"\b(?:cancel\w*|postpone\w*|resched\w*|abandon\w*|withdrawn|adjourned|moved|deferred|changed?|amended)\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:date(?: and time)?|when)\s*:\s*(?=\S)", re.IGNORECASE)
_TIME = re.compile(r"time\s*:\s*(?P<clock>\d[\w.: ]{0,15})", re.IGNORECASE)
_OFFICE = re.compile(r"(?:tel|telephone|phone|fax|e-?mail|web(?:site)?|www)\b", re.IGNORECASE)
_LONGEST = 200
"""Characters of a line that may be an address; a longer one is a paragraph."""


def settle_front(page: Page) -> None:
    """Take the committee for the body rather than the council whose name stands above it, and find the place.

    The council's name is then a note to the meeting, like the other lines above the items that nothing asks for.
    """
    settle_day(page)
    take_summons(page)
    _labels(page)
    _held_at(page)
    _behind_the_day(page)
    _body(page)
    if not page.fields.get("venue"):
        _venue(page)


def _labels(page: Page) -> None:
    """Take "Date:" off a heading, and the hour from a line of its own, where a reader has left them there."""
    at = next((at for at, block in enumerate(page.heading) if _DATE.match(block.text)), None)
    if at is None:
        return
    text = _DATE.sub("", page.heading[at].text)
    page.noise.append("Date:")
    clock = next((block for block in page.front if _TIME.fullmatch(block.text)), None)
    if clock and not read_heading(text).time:
        text = f"{text} {_TIME.sub(lambda found: found['clock'], clock.text)}"
        page.front.remove(clock)
    page.heading[at] = Block(text, page.heading[at].line)
    if any(read_heading(block.text).body for block in page.heading):
        return
    names = [block for block in page.front if _is_committee(_of(block)) or _is_council(block)]
    if names:
        page.heading.insert(0, names[0])
        page.front.remove(names[0])


def _held_at(page: Page) -> None:
    """Take the place out of "Meeting held at the School on Monday 2 February 2026", which names no body."""
    for at, block in enumerate(page.heading):
        found = find_date(block.text)
        before = read_heading(block.text).body if found else ""
        held = _HELD_AT.fullmatch(before)
        if found and held and not page.fields.get("venue"):
            page.noise.append(held["lead"].strip())
            page.fields["venue"] = [held["place"].strip(" ,")]
            page.heading[at] = Block(block.text[found.start :], block.line)


def _behind_the_day(page: Page) -> None:
    """Take the place out of "on Monday 3 June 2024 at 7.30 pm in the Village Hall, Church Lane"."""
    for at, block in enumerate(page.heading):
        tail = read_heading(block.text).tail
        held = _IN.fullmatch(tail)
        place = held["place"] if held else place_in(tail)
        if not place or page.fields.get("venue") or _NOT_AS_PLANNED.search(tail):
            continue
        page.fields["venue"] = [place]
        start = block.text.rindex(tail)
        lead = held["lead"] if held else _lead(tail)
        page.noise += [lead.strip()] if lead else []
        page.heading[at] = Block(block.text[:start].rstrip(" ,.-–—"), block.line)


def _body(page: Page) -> None:
    at = next((at for at, block in enumerate(page.heading) if _is_council(block)), None)
    if at is None or any(read_heading(block.text).body for block in page.heading[:at]):
        return
    council = page.heading[at]
    if any(_is_committee(read_heading(block.text).body) for block in page.heading if block is not council):
        del page.heading[at]
    else:
        near = [block for block in page.front if abs(block.line - council.line) <= _NEAR and _is_committee(_of(block))]
        if not near:
            return
        lead = near[0].text.removesuffix(_of(near[0])).strip()
        page.noise += [lead] if lead else []
        page.heading[at] = Block(_of(near[0]), near[0].line)
        page.front.remove(near[0])
    page.front.insert(0, council)
    page.front.sort(key=lambda block: block.line)


def _of(block: Block) -> str:
    """A line without "Agenda for the" in front; empty when it names a day."""
    read = read_heading(block.text)
    return "" if read.date else read.body


def _is_council(block: Block) -> bool:
    text = block.text.strip()
    return not find_date(text) and any(_COUNCIL.fullmatch(part) for part in (text, *halves(text)))


def _is_committee(name: str) -> bool:
    said = (name, *halves(name))
    return name[:1].isupper() and len(name) < 120 and any(_COMMITTEE.fullmatch(part) for part in said)


def _venue(page: Page) -> None:
    top = min((block.line for block in page.heading), default=0)
    following = [*(block.text for block in page.front[1:]), ""]
    lines = zip(page.front, following, strict=True) if page.front else ()
    at = next((at for at, (block, below) in enumerate(lines) if _stands(block, below, top)), None)
    if at is None:
        return
    taken = [page.front[at]]
    places = [place_in(page.front[at].text)]
    for block in page.front[at + 1 :]:
        more = place_in(block.text) or (block.text if _is_address(block.text) else "")
        if not more or block.line > taken[-1].line + 1:
            break
        taken.append(block)
        places.append(more)
    page.front = [block for block in page.front if block not in taken]
    page.noise += [lead for block in taken if (lead := _lead(block.text))]
    page.fields["venue"] = [", ".join(place.rstrip(" ,.;") for place in places)]


def _stands(block: Block, below: str, top: int) -> bool:
    """Whether a line is the meeting's place: not above its heading, and not the address of an office."""
    return block.line >= top and bool(place_in(block.text)) and not _OFFICE.match(below)


def place_in(text: str) -> str:
    """The place that a line names and nothing else; empty for other lines. How it meets stands behind, in brackets."""
    if len(text) > _LONGEST or _NO_PLACE.search(re.sub(r"\bto be held\b", "", text, flags=re.IGNORECASE)):
        return ""
    if mode := _MODE.fullmatch(text):
        return f"{mode['place'].rstrip(' .')} ({mode['mode'].lower()})"
    if _STREET.fullmatch(text) or any(_PLACE.fullmatch(half) for half in halves(text)):
        return text
    found = _PLACE.fullmatch(text)
    return found["place"] if found and (found["lead"] or text[:1].isupper()) else ""


def _lead(text: str) -> str:
    """What stands before the place on its line: "in the", "Virtual meeting via"."""
    found = _MODE.fullmatch(text) or _PLACE.fullmatch(text)
    return text[: found.start("place")].strip() if found else ""


def _is_address(text: str) -> bool:
    return len(text) < _LONGEST and bool(_POSTCODE.fullmatch(text)) and not _NO_PLACE.search(text)
