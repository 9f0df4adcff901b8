"""Declarations of interest put into a sentence, with or without each part of what was said."""

from __future__ import annotations

import re

from clerk.house_style import HouseStyle, fill, style_of
from clerk.language import english
from clerk.model import Declaration, Record
from clerk.terms import Capacity

_HAS_ARTICLE = re.compile(r"(?:an?|the|no|his|her|their|two|three|several|both)\b", re.IGNORECASE)
_NO_INTEREST = re.compile(r"(?:apparent |actual )?(?:predetermination|pre-determination|bias)", re.IGNORECASE)
"""What is declared and is not an interest, though the member withdraws as for one."""
_HAS_INTEREST = re.compile(r"\binterests?\b", re.IGNORECASE)
_CONNECTS = re.compile(
    r"(?:as|because|since|in that|in respect|being|having|due to|owing to|by virtue|through|on the|for)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:he|she|they|his|her|their|its?|the|there)\b", re.IGNORECASE)
_DOES = re.compile(
    r"(?:lives|owns|rents|works|knows|sits|serves|is|has|was|had|lived|owned|worked|knew|sat|served|attends|runs|chairs)\b",
    re.IGNORECASE,
)
"""What somebody does, without saying who: "Lives next to the site"."""
_ROLE = re.compile(r"(?:an?)\b", re.IGNORECASE)


def declaration_sentence(declaration: Declaration, record: Record, style: HouseStyle | None = None) -> str:
    """Say who declared what interest, in which items, why, and what they then did. The words are as they print."""
    style = style or style_of(record.body)
    nature = _nature(declaration.nature, _called(declaration, record))
    dispensation = _dispensation(declaration.dispensation, style)
    outcome = style.declarations.outcomes.get(declaration.outcome, "")
    return fill(
        style.declarations.declared,
        name=declaration.name,
        interest=_interest(declaration.interest, style),
        items=_items(declaration, record, style),
        nature=nature,
        dispensation=dispensation,
        outcome=f"{',' if nature or dispensation else ''} {outcome}" if outcome else "",
    )


def repeated_sentence(declaration: Declaration, number: int | None, style: HouseStyle) -> str:
    """Say in an item concerned what somebody did who declared the interest earlier, under minute ``number``.

    Empty when there is nothing to tell.
    """
    did = style.declarations.did.get(declaration.outcome, "")
    if not did:
        return ""
    called = interest_in_short(declaration, style)
    if number is None:
        return fill(style.declarations.declared_before_plain, name=declaration.name, interest=called, outcome=did)
    phrase = style.declarations.declared_before
    return fill(phrase, number=str(number), name=declaration.name, interest=called, outcome=did)


def interest_in_short(declaration: Declaration, style: HouseStyle) -> str:
    """Return in a word or two what was declared, the whole being told elsewhere: "an interest", "predetermination"."""
    words = declaration.interest.strip().rstrip(".")
    return _interest(words, style) if _NO_INTEREST.fullmatch(words) else style.declarations.interest


def _interest(words: str, style: HouseStyle) -> str:
    words = words.strip().rstrip(".")
    if not words:
        return style.declarations.interest
    if re.match(r"that\b", words, re.IGNORECASE):
        return words[0].lower() + words[1:]
    if _NO_INTEREST.fullmatch(words):
        return words[0].lower() + words[1:]
    if not _HAS_INTEREST.search(words):
        words = f"{words} interest"
    if _HAS_ARTICLE.match(words):
        return words
    plain = words[1:].islower()
    return f"{english.article(words)} {english.lowered(words) if plain else words}"


def _items(declaration: Declaration, record: Record, style: HouseStyle) -> str:
    numbers = record.minute_numbers()
    said = []
    for position in dict.fromkeys(declaration.items):
        if not 1 <= position <= len(record.items):
            continue
        item = record.items[position - 1]
        title = english.without_full_stop(item.title)
        if item.agenda_number:
            said.append(fill(style.declarations.agenda_item, number=item.agenda_number, title=title))
        elif numbers[position - 1] is not None:
            said.append(fill(style.declarations.minute, number=str(numbers[position - 1]), title=title))
        else:
            said.append(title)
    return f" {fill(style.declarations.in_items, items=english.join(said))}" if said else ""


def _called(declaration: Declaration, record: Record) -> str:
    """How a sentence goes on speaking of who declared; empty where the roll does not say that it is a member."""
    named = (person for person in record.presence if person.name == declaration.name)
    return "the member" if any(person.capacity is Capacity.MEMBER for person in named) else ""


def _nature(words: str, who: str) -> str:
    words = words.strip().rstrip(".;,")
    if not words:
        return ""
    if _CONNECTS.match(words):
        return f", {english.lowered(words)}"
    if re.match(r"that\b", words, re.IGNORECASE):
        return f", on the grounds {english.lowered(words)}"
    if _CLAUSE.match(words):
        return f", in that {english.lowered(words)}"
    if who and _DOES.match(words):
        return f", in that {who} {english.lowered(words)}"
    return f", as {english.lowered(words)}" if _ROLE.match(words) else f", namely {words}"


def _dispensation(words: str, style: HouseStyle) -> str:
    words = words.strip().rstrip(".;,")
    return f", {fill(style.declarations.dispensation, dispensation=english.lowered(words))}" if words else ""
