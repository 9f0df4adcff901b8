"""Papers that hold exempt business say on every page that they are not for publication; the public copies do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from clerk.actions.log import LoggedAction
from clerk.actions.noted import actions_of
from clerk.model import Body, Entry, Item, Meeting, Record
from clerk.terms import ItemState
from exports.copies import Choice, document, write_copy, written
from tests.clerk.two_meetings import confirmed
from tests.exports.reading_back import WordFile

MARK = "NOT FOR PUBLICATION"
SAID = f"{MARK} \u2013 this paper contains exempt or confidential information."
LAND = (
    Entry("The Board considered an offer."),
    Entry("R: that it be taken"),
    Entry("A: KL: write to the owner"),
    Entry("S: The Board considered the sale of land."),
)
OPEN = Record(
    Body("Wexcombe Board"),
    Meeting(date(2026, 3, 6), venue="Elm Room", opened=datetime(2026, 3, 6, 10)),
    (Item("Land at Elm Road", "1", state=ItemState.DONE, entries=LAND), Item("Parks", "2")),
)
EXEMPT = replace(OPEN, items=(replace(OPEN.items[0], exempt="3"), OPEN.items[1]))


def choice(record: Record, **about: bool) -> Choice:
    exempt = bool(record.items[0].exempt)
    log = tuple(
        LoggedAction(each, "Wexcombe Board", 1, date(2026, 3, 6), "Land", exempt) for each in actions_of(record)
    )
    return Choice(log=log, **about)  # type: ignore[arg-type]


def headers(folder: Path, kind: str, record: Record, chosen: Choice) -> list[str]:
    path = folder / f"{kind}.docx"
    write_copy(path, kind, record, chosen)
    return WordFile(path.read_bytes()).headers()


@pytest.mark.parametrize("kind", ["minutes", "decisions", "actions", "action-log", "confirmed"])
def test_each_page_of_a_paper_with_exempt_business_says_so(tmp_path: Path, kind: str) -> None:
    restricted, free = (confirmed(each) if kind == "confirmed" else each for each in (EXEMPT, OPEN))
    found = headers(tmp_path, kind, restricted, choice(restricted))
    assert len(found) > 1
    assert all(words.startswith(MARK) for words in found)
    assert not [words for words in headers(tmp_path, kind, free, choice(free)) if MARK in words]
    public = choice(restricted, public=True)
    assert not [words for words in headers(tmp_path, kind, restricted, public) if MARK in words]


@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_text_and_markdown_know_it_and_say_it_at_their_head(kind: str) -> None:
    assert document(kind, EXEMPT).restricted == MARK
    assert written(kind, EXEMPT).split("\n\n")[2].strip() == SAID
    assert document(kind, EXEMPT, Choice(public=True)).restricted == ""


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("Confidential: not for the press", "Confidential"),
        ("PRIVATE PAPER", "PRIVATE PAPER"),
        ("(Exempt)", "(Exempt)"),
        ("NOT-FOR-PUBLICATION. Keep it safe.", "NOT-FOR-PUBLICATION"),
    ],
)
def test_the_words_are_the_first_of_the_houses_own(sentence: str, mark: str) -> None:
    own = f'[copies]\nnot_for_publication = "{sentence}"'
    record = replace(EXEMPT, body=replace(EXEMPT.body, own_words=own))
    assert document("minutes", record).restricted == mark
