"""One item of a meeting brought up to date with the agenda read again: its title, number, note and papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clerk.language.text import clean_line
from clerk.model import Document, Item
from clerk.notation import lines_of
from clerk.terms import DocumentKind, ItemKind, ItemState


def item_named(item: Item) -> str:
    """Name an item in a sentence: "item 7 “Budget”"; a heading, and an item without a number, by its title."""
    title = clean_line(item.title)
    title = title if len(title) <= 60 else f"{title[:59]}…"
    if item.kind is ItemKind.HEADING:
        return f"the heading “{title}”"
    return f"item {item.agenda_number} “{title}”" if item.agenda_number else f"“{title}”"


def updated_item(item: Item, again: Item, *, partial: bool, only_add: bool) -> tuple[Item, list[str]]:
    """Return an item brought up to date, and a sentence for every change.

    Args:
        item: as it stands in the meeting.
        again: as it is on the agenda now.
        partial: whether that agenda is in part, so that what it does not say stays.
        only_add: whether only papers are added, for the meeting is in session.
    """
    named = item_named(item)
    documents, changes = updated_documents(item, again.documents, named, partial=partial or only_add)
    item = replace(item, documents=documents)
    if only_add:
        return item, changes
    if not partial:
        # A paper with late business alone may number it from 1, and call it "late paper".
        item, said = _named_anew(item, again, named)
        changes = [*said, *changes]
    note = _note(item.note, again.note, partial=partial)
    if note != item.note:
        changes.append(f"{named}: its agenda note changed.")
    if again.exempt and not item.exempt:
        changes.append(f"{named}: its title says that it is exempt (paragraph {again.exempt}), so it is marked so.")
    return replace(item, note=note, exempt=item.exempt or again.exempt), [sentence(change) for change in changes]


def _named_anew(item: Item, again: Item, named: str) -> tuple[Item, list[str]]:
    """The item with the title, number and kind it has on the agenda now."""
    changes: list[str] = []
    if again.agenda_number and again.agenda_number != item.agenda_number:
        was = f"was {item.agenda_number}" if item.agenda_number else "had no number"
        changes.append(f"{named} is item {again.agenda_number} now; it {was}.")
    if again.title != item.title and again.title:
        changes.append(f"{named} is called “{clean_line(again.title)}” now.")
    kind = _kind(item, again)
    if ItemKind.HEADING in (kind, item.kind) and kind is not item.kind:
        changes.append(f"{named} is {'a section heading' if kind is ItemKind.HEADING else 'an item of business'} now.")
    number = again.agenda_number or item.agenda_number
    return replace(item, title=again.title or item.title, agenda_number=number, kind=kind), changes


def _kind(item: Item, again: Item) -> ItemKind:
    """The kind on the agenda; but business that has been prepared does not become a heading, which has no minute."""
    prepared = bool(item.entries) or item.state is not ItemState.TO_COME
    return item.kind if again.kind is ItemKind.HEADING and prepared else again.kind


def _note(was: str, now: str, *, partial: bool) -> str:
    """The agenda's words under a title: those of a whole agenda replace them, those of one in part are added."""
    if not partial or not was:
        return now or ("" if not partial else was)
    there = set(lines_of(was))
    return "\n".join([was, *(line for line in lines_of(now) if line not in there)])


def updated_documents(
    item: Item, again: Sequence[Document], named: str, *, partial: bool
) -> tuple[tuple[Document, ...], list[str]]:
    """Return the papers of an item with what the agenda adds or says anew of them; none is taken away."""
    documents = list(item.documents)
    changes: list[str] = []
    left = list(range(len(documents)))
    for paper in again:
        at = _same_paper(documents, left, paper)
        if at is None:
            documents.append(replace(paper, id=0))
            changes.append(f"{named}: new paper, {_called(paper)}.")
            continue
        left.remove(at)
        one = documents[at]
        documents[at] = _filled(one, paper)
        if documents[at] != one:
            changes.append(f"{named}: {_difference(one, documents[at])}.")
    gone = [documents[at] for at in left if not partial]
    changes += [f"{named}: {_called(paper)} is no longer listed; it is kept." for paper in gone]
    return tuple(documents), [sentence(change) for change in changes]


def _same_paper(documents: Sequence[Document], left: Sequence[int], paper: Document) -> int | None:
    """Which of the papers not yet found again is this one: by its address, or by its title, its presenter, its kind."""
    for key in (_address, _title_and_presenter, _title_of, _kind_of_untitled):
        wanted = key(paper)
        found = next((at for at in left if wanted and key(documents[at]) == wanted), None)
        if found is not None:
            return found
    return None


def _address(paper: Document) -> str:
    return paper.link


def _title_and_presenter(paper: Document) -> tuple[str, ...]:
    return (paper.kind, paper.title.casefold(), paper.presenter.casefold())


def _title_of(paper: Document) -> str:
    return paper.title.casefold()


def _kind_of_untitled(paper: Document) -> str:
    return "" if paper.title else paper.kind.value


def _filled(paper: Document, again: Document) -> Document:
    """A paper with what the agenda says of it now; what it does not say stays."""
    told = {name: getattr(again, name) or getattr(paper, name) for name in ("title", "presenter", "link")}
    if again.presenter and again.presenter != paper.presenter:
        told |= {"post": again.post, "organisation": again.organisation}
    else:
        told |= {name: getattr(again, name) or getattr(paper, name) for name in ("post", "organisation")}
    return replace(paper, **told)


def _called(paper: Document) -> str:
    what = f"“{clean_line(paper.title)}”" if paper.title else _a(paper.kind)
    return f"{what} by {clean_line(paper.presenter)}" if paper.presenter else what


def _a(kind: DocumentKind) -> str:
    return "a paper" if kind is DocumentKind.OTHER else f"a {kind.value}"


def _difference(was: Document, now: Document) -> str:
    what = (
        f"“{clean_line(now.title)}”"
        if now.title
        else f"its {'paper' if now.kind is DocumentKind.OTHER else now.kind.value}"
    )
    if was.presenter != now.presenter:
        before = f", not by {clean_line(was.presenter)}" if was.presenter else ""
        return f"{what} is presented by {clean_line(now.presenter)}{before}"
    if was.link != now.link:
        return f"{what} is published at another address" if was.link else f"{what} is published now"
    return f"what is said of {what} changed"


def sentence(text: str) -> str:
    """Begin a sentence with a capital."""
    return text[:1].upper() + text[1:]
