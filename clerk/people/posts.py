"""Words by which a post or an organisation is told from a person's name."""

from __future__ import annotations

import re

POST = re.compile(
    r"\b(?:officer|manager|director|head(?: of)?|chief|lead|leader|coordinator|co-ordinator|member|executive|secretary"
    r"|clerk|solicitor|treasurer|analyst|advis[eo]r|consultant|chair\w*|commander|superintendent|inspector"
    r"|commissioner|principal|accountant|mayor|convenor|convener)\b",
    re.IGNORECASE,
)
"""A word that only a post has: "Manager" in "Jo Tan, Manager"."""

_ORGANISATIONS = (
    "council|police|constabulary|office of|service|authority|nhs|trust|university|college|association|agency|ltd"
    "|limited|cic|partnership|society|board|federation|network|foundation|llp"
)

ORGANISATION = re.compile(rf"\b(?:{_ORGANISATIONS})\b", re.IGNORECASE)
"""A word that only an organisation has: "Trust" in "Lantern Trust"."""

LISTED_ORGANISATION = re.compile(rf"\b(?:{_ORGANISATIONS}|group|school|academy)\b", re.IGNORECASE)
"""Likewise in a list of people, where a post stands apart; in prose "School Improvement Officer" is a post."""
