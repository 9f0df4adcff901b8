"""Why the system would not do something, put into a sentence for the officer the same way everywhere."""

from __future__ import annotations


def sentence(what: str, error: BaseException, then: str = "") -> str:
    """Return one sentence: what happened, why in the system's own words, and what to do or what is still as it was.

    ``sentence("minutes.docx was not saved", error, "try again")`` is "minutes.docx was not saved (Input/output error);
    try again."
    """
    return f"{what} ({said_by(error)}){f'; {then}' if then else ''}."


def said_by(error: BaseException) -> str:
    """Return what the system says is wrong, without the number and the path that Python puts round it."""
    return str(getattr(error, "strerror", None) or error).strip().rstrip(".")
