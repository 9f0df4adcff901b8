"""Sentences made from what is put before a meeting: reports, presentations, updates, and where they are filed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from clerk import spans
from clerk.house_style import HouseStyle, fill
from clerk.language import english
from clerk.model import Document, Item, Record
from clerk.terms import DocumentKind

_SUBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_ONLY_WHOSE = re.compile(
    r"(?:reports (?:from|by|of)|(?:report|papers?|updates?|presentations?) (?:from|by))\b"
    r"(?!.*(?:\b(?:on|about|regarding|concerning)\b|[:–]| - ))",
    re.IGNORECASE,
)
"""Titles that say whose papers come and not what they are about."""
_CALL_IN = re.compile(
    r"call[- ]?in\s*[:–—-]\s*(?=\S)(?:(?:the )?(?P<decision>(?:(?:cabinet|executive|leader['’]s|officer|delegated) )?"
    r"(?:key )?decision\b))?",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"\bupdate\b", re.IGNORECASE)
_UPDATE_ON = re.compile(r"update (?:on|regarding)\s+(?=\S)", re.IGNORECASE)
# Names of bodies and works that English sets an article before: "an update on the Probation Service".
_TAKES_THE = re.compile(
    r"^(?:Office|Department|Ministry) of\b"
    r"|\b(?:Service|Network|Board|Team|Partnership|Programme|Project|Plan|Strategy|Office|Unit|Group|Panel|Forum|Scheme)$"
)


def received(record: Record, position: int, style: HouseStyle) -> str:
    """Say that the item's documents were considered or received, and where they are filed."""
    item = record.items[position - 1]
    said = [_introduced(record, item, place, style) for place in range(len(item.documents))]
    return " ".join([*said, *filed(item, style)])


def opening(record: Record, position: int, place: int, style: HouseStyle) -> str:
    """Say that a document, by its ``place`` from 0, was received, up to the words for what it was about."""
    item = record.items[position - 1]
    return _introduced(record, item, place, style, subject=_SUBJECT).partition(_SUBJECT)[0].rstrip()


def _introduced(record: Record, item: Item, place: int, style: HouseStyle, subject: str = "") -> str:
    phrases, document = style.papers.also if place else style.papers.received, item.documents[place]
    whose, about = _whose(document, style), _about(item, document, style, subject)
    words = {
        "from_whom": f" {whose}" if whose else "",
        "about": f"{',' if whose else ''} {about}" if about else "",
    }
    return fill(phrases[document.kind], board=spans.escape(record.body.noun), **words)


def filed(item: Item, style: HouseStyle) -> tuple[str, ...]:
    """Say where the item's papers are filed; nothing when it has none, as for a verbal update."""
    names, several = _named(item, style.papers.filed_names, style.papers.filed_plurals)
    if not names:
        return ()
    words = {"papers": _the_papers(names)}
    if not item.agenda_number:
        return (fill(style.papers.filed_several if several else style.papers.filed, **words),)
    phrase = style.papers.filed_several_marked if several else style.papers.filed_marked
    return (fill(phrase, mark=mark(item, style), **words),)


def noted(item: Item, style: HouseStyle) -> str:
    """Return the usual resolution on the item's documents."""
    names, _ = _named(item, style.resolutions.names, style.resolutions.plurals)
    return fill(style.resolutions.of_documents, papers=_the_papers(names))


def mark(item: Item, style: HouseStyle) -> str:
    """Return how the item's papers are marked: 'Agenda Item 7'."""
    return fill(style.papers.mark, number=spans.escape(item.agenda_number))


def _named(item: Item, single: Mapping[str, str], plural: Mapping[str, str]) -> tuple[list[str], bool]:
    counts = Counter(document.kind for document in item.documents if document.kind in single)
    names = [plural.get(kind, single[kind]) if count > 1 else single[kind] for kind, count in counts.items()]
    return names, counts.total() > 1


def _the_papers(names: list[str]) -> str:
    """Join names of papers to stand after "the": "report and the presentation"."""
    return english.join([*names[:1], *(f"the {name}" for name in names[1:])])


def _whose(document: Document, style: HouseStyle) -> str:
    parts = [part.strip() for part in (document.presenter, document.post, document.organisation) if part.strip()]
    if not parts:
        return ""
    return fill(style.papers.from_whom[document.kind], presenter=spans.escape(", ".join(parts)))


def _about(item: Item, document: Document, style: HouseStyle, instead: str = "") -> str:
    """Say what a document is about; with ``instead``, in these words."""
    title = english.without_full_stop(document.title.strip() or item.title.strip())
    if _ONLY_WHOSE.match(title) and not instead:
        return ""
    subject = _subject_of_update(title)
    if instead and _UPDATE.search(title):
        subject = instead
    if not subject:
        words = instead or spans.escape(_in_a_sentence(title, style))
        return fill(style.papers.regarding, subject=words) if title else ""
    if _TAKES_THE.search(subject) and not re.match(r"(?:the|a|an)\b", subject, re.IGNORECASE):
        subject = f"the {subject}"
    # A verbal update that "provided an update" would say it twice.
    phrase = style.papers.regarding if document.kind is DocumentKind.VERBAL_UPDATE else style.papers.update_on
    return fill(phrase, subject=instead or spans.escape(_in_a_sentence(subject, style)))


def _subject_of_update(title: str) -> str:
    """Return what "Update on the Sluices" or "Sluices update" is an update on; nothing for another title."""
    if match := _UPDATE_ON.match(title):
        return title[match.end() :]
    words = title.rsplit(maxsplit=1)
    return words[0].rstrip(" -–:") if len(words) == 2 and words[1].lower() == "update" else ""


def _in_a_sentence(title: str, style: HouseStyle) -> str:
    """Return a title to stand within a sentence: only a first word known to be no name gives up its capital."""
    if called := _CALL_IN.match(title):
        of = f" of the {called['decision']}" if called["decision"] else ": "
        return f"the call-in{of}{title[called.end() :]}"
    first, _, rest = title.partition(" ")
    if (
        first.lower() in style.papers.ordinary_words
        and first[1:].islower()
        and not any(letter.isupper() for letter in rest[:1])
    ):
        return title[0].lower() + title[1:]
    return title
