"""What officers recommend of an application, as the decision to take: "GRANT permission" is "That it be granted"."""

from __future__ import annotations

import re

_DONE = {
    "approv": "approved",
    "defer": "deferred",
    "grant": "granted",
    "permi": "permitted",
    "refus": "refused",
}
_ENDS_WHAT = r"(?:subject|for|with|on|as|unless|in accordance|because|due|pending|until|to|under|and|but)\b"
_VERB = re.compile(
    r"(?:to )?(?P<verb>(?:grant|permit|refuse|approve|defer)(?P<past>[tr]?e?d)?|approval|refusal|deferral)\b\s*(?!of\b)"
    rf"(?P<what>(?:(?!{_ENDS_WHAT})[^\s,;:.]+(?:\s+|$)){{0,8}})(?P<rest>(?:{_ENDS_WHAT}|[,;:.(]).*|$)",
    re.IGNORECASE | re.DOTALL,
)
_DELEGATE = re.compile(r"(?:to )?delegated?(?: authority)? (?=to\b)", re.IGNORECASE)
_APPLICATION = re.compile(
    r"\b(?:applica(?:tion|nt)s?|proposal|planning|permission|consent|licen[cs]e)\b", re.IGNORECASE
)


def determination(words: str, note: str) -> str:
    """Return the decision that a recommendation asks for in the imperative or in one word; nothing for other words.

    ``note`` is all that the agenda says under the item: with nothing named to be granted or refused ("APPROVE subject
    to conditions") it is the application, where the note is of one.
    """
    if delegated := _DELEGATE.match(words):
        return f"That authority be delegated {words[delegated.end() :]}"
    found = _VERB.fullmatch(words)
    if found is None:
        return ""
    what, rest = found["what"].strip(), found["rest"].strip()
    if what and (found["past"] or found["verb"].lower().endswith("al")):
        return ""
    if not what and not _APPLICATION.search(note):
        return ""
    done = _DONE[next(verb for verb in _DONE if found["verb"].lower().startswith(verb))]
    space = " " if rest and rest[0] not in ",;:." else ""
    return f"That {what or 'the application'} be {done}{space}{rest}"
