"""What was applied for, under an item that is one planning application: put together from what its agenda says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clerk import spans
from clerk.house_style import HouseStyle, fill
from clerk.model import Item

_YEAR = r"(?:20)?\d{2}"
_REFERENCE = re.compile(
    rf"(?<![\w/])(?:(?:[A-Z]{{1,4}}/)?{_YEAR}/\d{{3,5}}/[A-Z]{{1,6}}\d?|[A-Z]{{1,4}}/{_YEAR}/\d{{3,5}})(?![\w/])"
)
"""A planning reference: "24/01234/FUL", "UTT/24/0123/HH", "P/2024/0123"; a statutory instrument has no such letters."""
_LABELS = {
    "proposal": r"(?:description of )?(?:the )?(?:proposed )?(?:proposals?|development|description)",
    "site": r"(?:site|location|address)(?: (?:address|location))?|(?:at|premises)",
    "ward": r"wards?(?:\(s\))?(?: affected)?",
    "applicant": r"applicants?(?:\(s\))?(?: name)?",
}
_LABEL = re.compile(
    r"(?:^|(?<=[.;|\t\n]))[ \t]*(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items()) + r")"
    r"[ \t]*:[ \t]*",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\n(?![a-z])|[ \t]*[.;|\t][ \t]*(?=[A-Z][\w’' ]{0,30}:)")
"""Where a detail ends: with its line, unless the next goes on in small letters, or before another label in it."""
_BEFORE_A_SITE = re.compile(
    r"(?:full |outline |householder |planning )*applications?(?: for (?:\w+ ){0,3}(?:permission|consent))?"
    r"(?: (?:number|no|ref|reference))?\W*|\W*(?:ref|reference)\W*",
    re.IGNORECASE,
)
_AROUND = " \t-–—:;,()[]|"
_NO_NAME = re.compile(r"(?:Land|Former)\b(?= [a-z])")


def applied_for(item: Item, style: HouseStyle) -> str:
    """Say what was applied for: reference, proposal, site, ward and applicant, as far as the agenda has them.

    It is empty for an item that is not of one application, and where the agenda tells no more than its title.
    """
    reference = _only_reference(item.title)
    told = _details(item.note)
    if not reference:
        reference = _only_reference(item.note)
    if told:
        told = {"site": _site(item.title, reference), **told}
    if not reference or not (told.get("proposal") or told.get("site")):
        return ""
    phrases = style.sentences
    said = fill(phrases.application, reference=spans.escape(reference), what=_what(told, style))
    if applicant := told.get("applicant"):
        said = f"{said} {fill(phrases.application_by, applicant=spans.escape(applicant))}"
    return said


def _what(told: Mapping[str, str], style: HouseStyle) -> str:
    """The proposal, where it is, and the ward."""
    proposal, site, ward = (spans.escape(told.get(key, "")) for key in ("proposal", "site", "ward"))
    what = proposal or site
    if proposal and site and site.casefold() not in proposal.casefold():
        within = site[:1].lower() + site[1:] if _NO_NAME.match(site) else site
        what = fill(style.sentences.application_at, proposal=proposal, site=within)
    ward = re.sub(r"\s+wards?$", "", ward, flags=re.IGNORECASE)
    return fill(style.sentences.application_in, what=what, ward=ward) if ward else what


def _only_reference(text: str) -> str:
    """The reference in some words, if there is one alone."""
    found = set(_REFERENCE.findall(text))
    return found.pop() if len(found) == 1 else ""


def _details(note: str) -> dict[str, str]:
    """What stands in a note after labels; of a label that stands twice, as where two are applied for, nothing."""
    found: dict[str, str] = {}
    for label in _LABEL.finditer(note):
        name = str(label.lastgroup)
        if name in found:
            return {}
        end = _ENDS.search(note, label.end())
        found[name] = " ".join(note[label.end() : end.start() if end else None].split()).rstrip(" .;")
    return {name: words for name, words in found.items() if words}


def _site(title: str, reference: str) -> str:
    """Where it is, from a title that has the reference with a place before or after it."""
    before, _, after = title.partition(reference) if reference else (title, "", "")
    before = "" if _BEFORE_A_SITE.fullmatch(before.strip()) else before.strip(_AROUND)
    return before or after.strip(_AROUND)
