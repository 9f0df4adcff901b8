"""Who presents what, from the agenda's words under a title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clerk.importers.bilingual import halves
from clerk.importers.people.attendance_words import sentences
from clerk.importers.people.name_words import is_name
from clerk.model import Document
from clerk.people.person_titles import without_title
from clerk.people.posts import ORGANISATION, POST
from clerk.terms import DocumentKind

_BULLET = re.compile(r"^\s*(?:[·•▪●‣◦§*-]|\([a-z]+\)|\d+[.)])\s+")
_WHAT = r"(?P<what>[^.;]*?\b(?:presentation|report|update|paper|briefing|item|slides)s?\b[^.;]*)"
_WILL = re.compile(
    rf"^(?P<who>[A-Z][^;]*?),?\s+(?:will|is to|are to|to)\s+(?:be\s+)?(?:also\s+)?"
    rf"(?:present|presenting|give|provide|deliver|introduce|lead|share)\b{_WHAT}"
)
_BY = re.compile(
    r"^(?:An?|The|This)\s+(?P<what>[^.;]*?\b(?:presentation|report|update|paper|briefing|item)\b[^.;]*?)\s+"
    r"(?:will be|is to be|to be)\s+(?:provided|given|presented|delivered|introduced|made)\s+by\s+(?P<who>[^;]+)$"
)
_FROM = re.compile(
    r"^(?!.*\b(?:received|considered|noted|gave)\b)(?:To (?:receive|consider|note)\s+)?(?:an?\s+|the\s+)?"
    r"(?P<what>(?:[\w-]+\s+){0,3}?(?:presentation|report|update|briefing))\s+(?:from|by|of)\s+(?P<who>(?:the\s+)?[A-Z][^;]*)$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",?\s+(?:on|regarding|about|concerning|which|that|to update|to present|entitled|setting out)\b.*$", re.DOTALL
)
_NOT_A_PERSON = re.compile(
    r"^(?:the\s+)?(?:committee|board|council|panel|cabinet|members?|councillors|this|these|it|report|presentation|item|agenda"
    r"|minutes|meeting|there|a|an)\b",
    re.IGNORECASE,
)
_REPORT = (
    r"(?:Joint |Verbal |Oral |Written )?[Rr]eports? (?:of|by|from)(?: |: ?)(?:the )?[A-Z][^;()]{2,200}?"
    r"(?: ?\([^()]{3,60}\))?\.?"
)
_IN_TITLE = re.compile(rf"(?P<title>.+?)(?:[.:;]\s+(?:[-–—]\s*)?|\s+[-–—]\s*|\s*\()(?P<report>{_REPORT})\)?\.?")
_REPORT_ALONE = re.compile(rf"\(?{_REPORT}\)?\.?")
_WHERE = re.compile(r"\s*\((?:[^()]*\b(?:attached|enclosed|follow|pages?|appendi\w+)\b[^()]*)\)", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z]")
_POST_AND_NAME = re.compile(
    r"(?:the )?(?P<post>(?:(?:deputy|interim|acting|assistant) )*(?:(?:monitoring|section 151|s\.? ?151|chief finance"
    r"|returning|electoral registration|data protection|democratic services|scrutiny|governance) officer"
    r"|chief (?:executive|constable|fire officer|accountant)|(?:town|parish) clerk|clerk to the \w+|borough solicitor))"
    r"\s*\((?P<name>[^()]+)\)",
    re.IGNORECASE,
)
"""A post of which a body has one, so that what stands in brackets after it is its holder and not a part of it."""
_POST_ALONE = re.compile(
    r"(?:[A-Z][\w'’&-]*\s+){0,4}(?:Director|Head|Officer|Manager|Clerk|Treasurer|Solicitor|Executive|Secretary)"
    r"(?:\s+(?:of|for|to)\s[^,]*|\s+\([^()]*\))?"
)


def split_report(title: str) -> tuple[str, str]:
    """Part "Mill Lane. Report of the Head of Planning." into the title and whose report it is; empty when neither."""
    found = _IN_TITLE.fullmatch(title) if "eport" in title and len(title) < 1000 else None
    if not found or len(sentences(found["report"])) > 1 or not _read(found["report"]):
        return title, ""
    return found["title"].rstrip(" .;:-–—"), found["report"]


def presented(lines: Iterable[str]) -> tuple[Document, ...]:
    """Return what the lines of an agenda note say will be presented, in order; other lines say nothing."""
    bare = (_BULLET.sub("", line.strip()) for line in lines)
    return tuple(document for line in bare if (document := _read(line) or _reported(line) or _in_one_language(line)))


def is_presenter_line(line: str) -> bool:
    """Whether a line says who will present something."""
    return _read(_BULLET.sub("", line.strip())) is not None


def _in_one_language(line: str) -> Document | None:
    """Read "Adroddiad y Pennaeth Cyllid / Report of the Head of Finance" by its English words."""
    return next((document for half in halves(line) if (document := _reported(half))), None)


def _reported(line: str) -> Document | None:
    """Read a sentence "Report of the Head of Planning" among others on a line, or in brackets."""
    said = sentences(line) if "eport" in line and len(line) <= 1000 else []
    found = next((each for each in said if _REPORT_ALONE.fullmatch(each)), "")
    return _read(found.strip("(). ")) if found else None


def _read(line: str) -> Document | None:
    if len(line) > 1000:
        return None
    match = _WILL.match(line) or _BY.match(line) or _FROM.match(line)
    if not match or len(match["who"]) > 250:
        return None
    who = _TAIL.sub("", _WHERE.sub("", sentences(match["who"])[0])).strip(" .,:")
    who = f"the {who}" if _POST_ALONE.fullmatch(who) else who
    if not who or _NOT_A_PERSON.match(who):
        return None
    name, post, organisation = _split(who)
    return Document(_kind(match["what"]), presenter=name, post=post, organisation=organisation)


def _kind(what: str) -> DocumentKind:
    words = what.lower()
    if "verbal" in words or "oral" in words:
        return DocumentKind.VERBAL_UPDATE
    if "presentation" in words or "slides" in words:
        return DocumentKind.PRESENTATION
    if "report" in words or "paper" in words:
        return DocumentKind.REPORT
    return DocumentKind.VERBAL_UPDATE


def _split(who: str) -> tuple[str, str, str]:
    """Split "Name, post, organisation"; with one part behind the name, its words say which it is.

    A post in place of a name ("the Head of Planning, Roads and Parks") is left whole: its commas may be its own. Only
    a title or initials behind it say for sure that somebody is named, for "Street Lighting" looks like "Di Moor".
    """
    if (named := _POST_AND_NAME.fullmatch(who)) and is_name(named["name"]):
        return named["name"], named["post"], ""
    if who.lower().startswith("the "):
        post, _, person = who.rpartition(", ")
        return (person, post[len("the ") :], "") if post and _is_surely_a_person(person) else (who, "", "")
    name, *rest = [part.strip() for part in who.split(",") if part.strip()]
    if not rest:
        return name, "", ""
    last = rest[-1]
    if ORGANISATION.search(last) or (len(rest) > 1 and not POST.search(last)):
        return name, ", ".join(rest[:-1]), last
    if POST.search(last) or len(rest) > 1:
        return name, ", ".join(rest), ""
    return name, "", last


def _is_surely_a_person(words: str) -> bool:
    return is_name(words) and (without_title(words) != words or bool(_INITIALS.match(words)))
