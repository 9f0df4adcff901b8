"""The columns "Item / Page / Time" of an agenda copied as text, of which only words at the ends of lines are left."""

from __future__ import annotations

import re

from clerk.importers.parts import Block, Page, Section

_NAMES = re.compile(
    r"(?:(?:agenda )?item(?: no\.?| number)?|no\.?)?\s*(?:subject|title|item|business|description|report)?\s*"
    r"(?P<page>page(?:s|\(s\))?(?: no(?:s|\(s\))?\.?| numbers?)?)?\s*(?P<time>(?:start )?times?|timings?)?",
    re.IGNORECASE,
)
_PAGE = r"(?:\s+(?P<page>\d{1,3}\s*[-–—]\s*\d{1,3}|\d{1,3}|[-–—]))?"
_TIME = r"(?:\s+(?P<time>\d{1,2}[.:]\d{2}(?:\s*[ap]\.?m\b\.?)?|[-–—]))?"


def take_columns(page: Page) -> None:
    """Take the pages and the hours off the ends of the titles, where a line above the items says there are such.

    A title with a page has a paper. The hour is kept with the item. The pages must go on from item to item, for a
    number at the end of a title may be its own.
    """
    names = next((block for block in page.front if _is_names(block)), None)
    found = _NAMES.fullmatch(names.text.strip()) if names else None
    if names is None or found is None:
        return
    ends = re.compile(
        rf"(?P<title>\S.*?){_PAGE if found['page'] else '(?P<page>)?'}{_TIME if found['time'] else '(?P<time>)?'}"
    )
    read = [ends.fullmatch(item.title) for item in page.items]
    pages = [int(re.findall(r"\d+", one["page"])[0]) for one in read if one and re.search(r"\d", one["page"] or "")]
    some = sum(bool(one and (one["page"] or one["time"])) for one in read)
    if some * 2 < len(read) or pages != sorted(pages):
        return
    page.front.remove(names)
    page.noise.append(names.text)
    for item, one in zip(page.items, read, strict=True):
        if one is None:
            continue
        item.title = one["title"]
        if one["page"]:
            page.noise.append(one["page"])
            item.linked = item.linked or one["page"][0].isdigit()
        if one["time"] and one["time"][0].isdigit():
            item.sections.setdefault(Section.AGENDA, []).insert(0, Block(f"Time: {one['time']}", item.line))


def _is_names(block: Block) -> bool:
    found = _NAMES.fullmatch(block.text.strip())
    return bool(found and (found["page"] or found["time"]))
