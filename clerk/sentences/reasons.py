"""Telling a reason from a time or a meeting, when one was typed where the other was asked for."""

from __future__ import annotations

import re

_BEGINS = re.compile(
    r"(?:as(?! soon\b)|because|due to|for|in order|owing|pending|since|so (?:that|as)|on (?:legal|officer)"
    r"|to (?:allow|await|consider|enable|explore|get|give|hear|let|negotiate|obtain|permit|receive|resolve|seek))\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:an?|the|another) (?:further )?(?:members['’]? )?site (?:visit|inspection)"
    r"|site (?:visit|inspection)s?|(?:further|more|additional|amended|revised) (?:details|information|plans|drawings)"
    r"|(?:further )?(?:legal advice|consultation|negotiations?)",
    re.IGNORECASE,
)


def reason_for_deferral(typed: str) -> str:
    """Return the words as a reason to put business off, if they plainly are one and name no meeting; else nothing.

    "a site visit" is what it was put off for.
    """
    if "meeting" in typed.casefold():
        return ""
    if _BEGINS.match(typed):
        return typed
    return f"for {typed}" if _NAMES.fullmatch(typed.rstrip(". ")) else ""
