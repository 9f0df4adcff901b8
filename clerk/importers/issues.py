"""ModernGov's page of an issue: the same business as it was before several meetings, of which one is brought in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from clerk.importers import item_html, modgov_item
from clerk.importers.books import Headed, Meetings
from clerk.importers.html_blocks import parse_html
from clerk.importers.readers import is_html
from clerk.importers.reading import Doubt, Reading


def issue_in(tidy: str, whole: Callable[[], Reading]) -> Meetings | None:
    """The meetings that the page of an issue tells of, the newest of them the usual one; None for any other text.

    ``whole`` reads the page as at the newest. Raises UnreadableError for a page that cannot be read whole.
    """
    if tidy.lower().count("meeting:") < 2:
        return None
    told = item_html.meetings_told(parse_html(tidy)) if is_html(tidy) else modgov_item.meetings_told(tidy)
    if len(told) < 2:
        return None
    headed = tuple(Headed(day, block.line, block.text) for block, day in told)
    usual = headed.index(max(headed, key=lambda each: (each.day, -each.line)))
    read = partial(_html, tidy) if is_html(tidy) else partial(modgov_item.read, tidy)
    meetings = Meetings(whole, headed, read, usual)

    def newest() -> Reading:
        reading = whole()
        said = f"The page tells of {meetings.said()}; of these number {usual + 1}, the newest, was read."
        return replace(reading, doubts=(Doubt(said), *reading.doubts))

    return replace(meetings, whole=newest)


def _html(tidy: str, which: int) -> Reading:
    root = parse_html(tidy)
    assert root is not None, "it was parsed before"
    return item_html.read(root, which)
