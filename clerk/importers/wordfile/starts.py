"""Which lines of a Word file begin an item: by the numbers that Word counts, by typed numbers, or by headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from clerk.importers.furniture import is_page_kind
from clerk.importers.heading import is_heading
from clerk.importers.parts import Block
from clerk.importers.plain_text import starts_of
from clerk.importers.wordfile.flow import Flow, Line
from clerk.kinds import kind_of
from clerk.terms import ItemKind

_ITEM_LABEL = re.compile(
    r"(?P<label>agenda item)\s*(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)?\s*[:.–-]\s*(?P<title>\S.*)", re.IGNORECASE
)
_PART_NUMBER = re.compile(
    r"(?:item\s+)?(?P<main>\d{1,4})(?P<sub>[a-z]|\([a-z]\)|(?:\.\d{1,3}){1,2})[.):]?\s+(?P<title>\S.*)", re.IGNORECASE
)
_TYPED = re.compile(r"(?:item\s+)?\(?[\w/]{1,12}(?:\.\d{1,3}){0,2}[.):]*\s*", re.IGNORECASE)
_FRONT = re.compile(
    r"(?:meeting|title|meeting title|date|time|day|venue|location|place|where|when|contact|attendees?|attendance"
    r"|present|members present|in attendance|also present|officers|apologies|chair\w*|minute[- ]?taker|note ?taker"
    r"|client|group name|membership|members|quorum|distribution|to|from|cc)\s*:?(?:\s.*:)?",
    re.IGNORECASE,
)
_TITLE_PAGE = re.compile(r"(?:\w+ ){0,3}(?:agenda|minutes|notice)\b", re.IGNORECASE)
_STANDING = 5
"""How many lines of reach a title of standing business is worth, when lists are compared."""


@dataclass(frozen=True)
class Start:
    """The beginning of an item."""

    number: str
    """As shown, without the final full stop; empty when it has none."""
    title: str
    """Its title."""
    rest: tuple[str, ...] = ()
    """What stands behind the title on its line, parted from it by tabs."""
    minute: str = ""
    """What follows a title run into its minute: "Apologies. None were received."."""
    label: str = ""
    """A label in front of it: "Agenda item"."""


def starts_in(flow: list[Flow]) -> dict[int, Start]:
    """Find the lines that begin an item, by their place in the flow; none when nothing in the file shows them."""
    lines = {at: line for at, line in enumerate(flow) if isinstance(line, Line)}
    runs = [*_counted(lines), *_typed(lines)]
    runs = [run for run in runs if len(run) > 1 or _standing(run)]
    if runs:
        return max(runs, key=lambda run: (_reach(run), -min(run)))
    labelled = {at: match for at, line in lines.items() if (match := _ITEM_LABEL.fullmatch(line.text))}
    if labelled:
        return {
            at: Start(match["number"] or "", match["title"], label=match["label"]) for at, match in labelled.items()
        }
    return _headed(lines)


def part_of(line: Line, main: str) -> Start | None:
    """Read a line that is a part of the item above: "4a Parking", "5.1 Rents" below 4 and 5."""
    text = line.block.text
    match = _PART_NUMBER.fullmatch(text)
    short = len(text) < 150 and text[-1] not in ".;:,"
    if not match or not short or match["main"] != re.sub(r"\D.*", "", main):
        return None
    return Start(f"{match['main']}{match['sub']}", match["title"])


def _reach(run: dict[int, Start]) -> int:
    return max(run) - min(run) + len(run) + _STANDING * _standing(run)


def _standing(run: dict[int, Start]) -> int:
    return sum(kind_of(start.title) is not ItemKind.ORDINARY for start in run.values())


def _counted(lines: dict[int, Line]) -> Iterable[dict[int, Start]]:
    """The lists that Word numbers in figures, each cut where it begins again."""
    series: dict[tuple[str, int], list[int]] = {}
    depths: dict[tuple[str, int], list[int]] = {}
    for at, line in lines.items():
        label = line.paragraph.label
        if label and label.numeric and not line.row and line.text.strip():
            series.setdefault((label.series, label.level), []).append(at)
            depths.setdefault(("", label.level), []).append(at)
    # Some files have a list of its own for every paragraph; those are then taken together by how deep they are.
    lists = list(series.values())
    if not any(len(places) > 1 for places in lists):
        lists += list(depths.values())
    for places in lists:
        run: list[int] = []
        for at in places:
            if run and _value(lines[at]) <= _value(lines[run[-1]]):
                yield _started(lines, run)
                run = []
            run.append(at)
        yield _started(lines, run)


def _value(line: Line) -> int:
    return line.paragraph.label.value if line.paragraph.label else 0


def _started(lines: dict[int, Line], run: list[int]) -> dict[int, Start]:
    starts = {}
    for at in run:
        label = lines[at].paragraph.label
        number = re.sub(r"^item\s+", "", label.text if label else "", flags=re.IGNORECASE).strip(" .:()[]")
        starts[at] = _start(number, lines[at].text, lines[at])
    return starts


def _typed(lines: dict[int, Line]) -> Iterable[dict[int, Start]]:
    """The numbers that somebody typed, among the headings alone and among all that Word does not number."""
    heads: Callable[[Line], bool] = lambda line: line.paragraph.heading > 0  # noqa: E731
    bold: Callable[[Line], bool] = lambda line: line.paragraph.heading > 0 or line.paragraph.bold  # noqa: E731
    for wanted in (heads, bold, lambda line: True):
        places = [at for at, line in lines.items() if wanted(line) and not line.paragraph.label]
        blocks = [Block(" ".join(lines[at].text.split()), lines[at].line) for at in places]
        found = starts_of(blocks)
        if len(found) > 1:
            yield {
                places[at]: _start(number, lines[places[at]].text, lines[places[at]], title)
                for at, (number, title) in found.items()
            }
            return


def _start(number: str, text: str, line: Line, title: str = "") -> Start:
    """Part from a title what stands behind tabs or runs on after bold words; ``title`` is how plain text reads it."""
    pieces = [piece.strip() for piece in re.split(r"\t| {5,}", text) if piece.strip()]
    if title:
        pieces[0] = (
            _TYPED.sub("", pieces[0], count=1) if len(" ".join(pieces).split()) > len(title.split()) else pieces[0]
        )
        pieces = [piece for piece in pieces if piece] if pieces[0] or len(pieces) > 1 else [title]
    if not pieces:
        return Start(number, "")
    lead = line.paragraph.lead
    if title and lead:
        lead = _TYPED.sub("", lead, count=1)
    if len(pieces) == 1 and lead and lead[-1] in ".:–-" and pieces[0].startswith(lead):
        return Start(number, lead.rstrip(" .:–-"), minute=pieces[0][len(lead) :].strip())
    return Start(number, pieces[0], tuple(pieces[1:]))


def _headed(lines: dict[int, Line]) -> dict[int, Start]:
    """Without numbers, the headings; days alone only when there are no others, as in a diary of meetings."""
    return _headings(lines, dated=False) or _headings(lines, dated=True)


def _headings(lines: dict[int, Line], *, dated: bool) -> dict[int, Start]:
    """The headings of the highest level of which there are two, else lines all in bold."""
    places = list(lines)
    for level in (*range(1, 7), 0):
        found: dict[int, Start] = {}
        for index, at in enumerate(places):
            line = lines[at]
            following = lines[places[index + 1]] if index + 1 < len(places) else None
            titles = not found and (_TITLE_PAGE.match(line.text) or (following and _is_loud(following, level)))
            if not titles and _is_level(line, level, dated):
                found[at] = Start("", line.text.strip(" :"))
        if len(found) > 1:
            return found
    return {}


def _is_level(line: Line, level: int, dated: bool) -> bool:
    paragraph, text = line.paragraph, " ".join(line.text.split())
    right = paragraph.heading == level if level else paragraph.bold and not line.row
    if (
        not right
        or not text
        or len(text) > 150
        or text.endswith(".")
        or (paragraph.label and not paragraph.label.numeric)
    ):
        return False
    return not (_FRONT.fullmatch(text) or is_page_kind(text) or (is_heading(text) and not dated))


def _is_loud(line: Line, level: int) -> bool:
    return line.paragraph.heading == level if level else line.paragraph.bold and not line.paragraph.label
