"""Whether words are a person's name, told so surely that a post or an organisation is not taken for one."""

from __future__ import annotations

import re

from clerk.people.person_titles import is_title, titles_in


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLURALS = {
    "councillors": "Councillor",
    "cllrs": "Cllr",
    "members": "",
    "messrs": "Mr",
    "aldermen": "Alderman",
    "deputies": "Deputy",
}
_LETTERS = _words(
    """
    CC DCC BC OBE MBE CBE KBE DBE BEM JP DL MP MSP MS MLA MEP QC KC QPM KPM QFSM KFSM TD RN PHD BSC BA MA LLB
    """
)
_PARTICLES = _words(
    """
    de du van der den von la le di da del al el bin ibn ap ab y st
    """
)
# No part of any name, whatever the title before it.
_NEVER = _words(
    """
    council councils committee sub-committee board panel cabinet police officer officers manager director
    services service authority nhs trust university association agency ltd limited partnership federation
    network foundation department executive governance leader member members secretary solicitor treasurer
    analyst adviser advisor consultant commissioner police constabulary hospital university the and of for to
    in at on with from his her their office democratic item items minutes agenda meeting apologies apology
    absent present substitute substitutes vacancy vacant none chair chairman chairwoman chairperson
    vice-chair vice-chairman vice county borough district councillor councillors representative
    representatives
    """
)
# No part of a name that stands without a title, for they are people's names as well.
_NOT_ALONE = _words(
    """
    public health care support concern age victim healthwatch advice citizens voluntary women's aid housing
    homes team planning legal finance environmental children's adult social city town parish england wales
    scotland fire rescue ambulance probation prison community safety education school academy church diocese
    union press residents ward division party conservative labour liberal democrat green independent head
    lead senior principal strategic all no not others observers guests clerk group society college mind
    shelter action youth mental royal national local general integrated violence reduction independent
    external internal audit registrar ranger mayor deputy chief assistant interim acting business development
    human resources media communications highways transport waste
    """
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.?){1,3}")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")


def plural_title(words: str) -> tuple[str, str] | None:
    """Part "Councillors A. Ash" into the title each of those named has and the first name; None for other words."""
    first, _, rest = words.strip().partition(" ")
    title = _PLURALS.get(first.rstrip(".:").casefold())
    return (title, rest.strip()) if title is not None and rest.strip() else None


def has_title(words: str) -> bool:
    """Whether words begin with a title."""
    return is_title(words.split(" ", 1)[0])


def is_name(words: str) -> bool:
    """Whether words are one person's name: with a title at least a surname, without one a first name or initial too."""
    tokens = words.replace("\N{NO-BREAK SPACE}", " ").split()
    titles = titles_in(tokens)
    if any(token.endswith(".") and len(token) > 3 and token.count(".") == 1 for token in tokens[titles:-1]):
        return False
    tokens = tokens[titles:]
    while len(tokens) > 1 and tokens[-1].replace(".", "").upper() in _LETTERS and tokens[-1].isupper():
        tokens.pop()
    if not 1 <= len(tokens) <= 5 or (not titles and len(tokens) < 2):
        return False
    barred = _NEVER if titles else _NEVER | _NOT_ALONE
    if any(token.casefold().replace("’", "'").strip(".") in barred for token in tokens):
        return False
    last = tokens[-1]
    return all(map(_may_be_in_name, tokens)) and len(last.strip(".")) > 1 and last[0].isupper() and _is_word(last)


def _may_be_in_name(token: str) -> bool:
    if token.casefold() in _PARTICLES:
        return True
    return token[0].isupper() and bool(_INITIAL.fullmatch(token) or _is_word(token))


def _is_word(token: str) -> bool:
    return bool(_WORD.fullmatch(token))
