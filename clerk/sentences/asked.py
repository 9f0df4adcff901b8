"""What an agenda asks of an item, as the decision to take: "To approve the budget", "That the budget be approved"."""

from __future__ import annotations

import re

_DONE = {
    "accept": "accepted",
    "adopt": "adopted",
    "agree": "agreed",
    "approve": "approved",
    "confirm": "confirmed",
    "note": "noted",
    "ratify": "ratified",
    "receive": "received",
    "sign": "signed",
}
_VERB = "|".join(_DONE)
_ASKED = re.compile(
    rf"(?:\(?(?:[a-z]|[ivx]{{1,5}}|\d{{1,2}})[.)]\s+)?to (?P<verbs>(?:{_VERB})(?:(?:, (?:and )?| and )(?:{_VERB}))*)\s+"
    r"(?P<what>(?!any\b|whether\b|that\b|to\b|how\b)\S.{2,120})",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:and|or|then|and then) (?:to|consider|agree|approve|decide|discuss|resolve)\b|[;:]", re.IGNORECASE
)
"""Words after which something else is asked as well."""
_AT_END = re.compile(r"(?:\s*\([^()]*\)|[\s.,])*$")


def asked_decision(words: str) -> str:
    """Return the decision that answers one line of an agenda; nothing where it asks for no one thing to be done."""
    match = _ASKED.fullmatch(" ".join(words.split()))
    if match is None or _MORE.search(match["what"]):
        return ""
    what = _AT_END.sub("", match["what"])
    done = re.sub(_VERB, lambda verb: _DONE[verb[0].casefold()], match["verbs"], flags=re.IGNORECASE)
    return f"That {what} be {done.lower()}" if what else ""
