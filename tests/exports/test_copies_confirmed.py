"""Copies of a meeting whose minutes are confirmed: they say what was confirmed, and where its actions stand now."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from clerk.actions.noted import actions_of
from clerk.actions.progress import ActionStatus
from clerk.afterwards.confirming import settled
from clerk.afterwards.parts import Confirmation, How
from clerk.model import Entry, Item, Record
from clerk.store import Store
from exports.copies import Choice, copy_name, document, written
from exports.redline_drafts import changes_to_confirmed
from exports.text import plain_text
from exports.word import word_text
from tests.clerk.command_line import Clerk
from tests.clerk.two_meetings import JUNE, SEPTEMBER
from tests.exports.test_redline import changed
from tests.exports.test_redline import settled as accepted

NOW = datetime(2026, 9, 18, 10, 5)
PLAIN, DRAFT = Choice(), Choice(draft=True)
_LINES = (
    "R: That it go ahead",
    "V: 5-2",
    "A: KL: write to the school",
    "A: MN: paint the hall",
    "A: KL: ring the bell",
)
_MEETING = replace(JUNE, items=(*JUNE.items, Item("Repairs", "9", entries=tuple(map(Entry, _LINES)))))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """June went round and was confirmed in September as amended; its record has been changed since."""
    with Store.open(tmp_path / "clerk.db") as opened:
        assert (opened.add(_MEETING), opened.add(SEPTEMBER)) == (1, 2)
        opened.circulate(1, NOW, "members")
        opened.amend_and_minute(1, (4, 1), "That it go ahead in May", (2, 2), NOW)
        opened.amend_and_minute(1, (4, 3), "KL: write to both schools", (2, 2), NOW)
        opened.confirm(1, Confirmation(SEPTEMBER.meeting.date, "Room 2"), (2, 2))
        changed_lines = ("R: That it stop", "V: 1-6", _LINES[2], "A: MN: paint the hall green")
        opened.save_page(opened.record(1).items[3].id, "\n".join(changed_lines), NOW)
        opened.save_page(opened.record(1).items[0].id, "Typed since.", NOW)
        opened.add_item(1, "Slipped in", NOW, after=opened.record(1).items[0].id)
        yield opened


def progress(store: Store, words: str, status: ActionStatus, note: str) -> None:
    """Report the progress of the action of June whose words begin so."""
    number = next(each.number for each in actions_of(store.record(1)) if each.what.startswith(words))
    store.report_progress((number,), NOW, status=status, note=note)


def said(kind: str, record: Record, choice: Choice = PLAIN) -> str:
    return plain_text(document(kind, record, choice))


def rows(what: str, record: Record, choice: Choice = PLAIN) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", record, replace(choice, what=what)))))


def test_decisions_are_those_confirmed_as_amended_and_say_when_that_was(store: Store) -> None:
    sheet = said("decisions", store.record(1))
    assert "That it go ahead in May" in sheet
    assert "That it stop" not in sheet
    assert "DRAFT" not in sheet
    assert "Confirmed as a correct record, with minute 27 as amended, at a meeting" in sheet
    assert "Unconfirmed" not in document("decisions", store.record(1)).status
    draft = said("decisions", store.record(1), DRAFT)
    assert "That it stop" in draft
    assert "DRAFT" in draft


def test_public_decisions_leave_out_what_is_exempt_now(store: Store) -> None:
    public = said("decisions", store.record(1), Choice(public=True))
    assert "That it go ahead in May" in public
    assert "ten" not in public
    item = store.record(1).items[4]
    store.set_exempt(item.id, "3")
    store.save_page(item.id, f"{item.text}\nS: Repairs were settled.", NOW)
    public = said("decisions", store.record(1), Choice(public=True))
    assert "Repairs were settled." in public
    assert "go ahead" not in public


def test_actions_are_those_confirmed_and_stand_where_they_stand_now(store: Store) -> None:
    progress(store, "write to", ActionStatus.COMPLETED, "Both answered")
    progress(store, "paint the hall", ActionStatus.DROPPED, "Roof first")
    listed = said("actions", store.record(1))
    assert "Write to both schools" in listed
    assert "Both answered" in listed
    assert "green" not in listed
    assert "Roof first" in listed
    assert "Ring the bell" in listed
    draft = said("actions", store.record(1), DRAFT)
    assert "Ring the bell" not in draft
    assert "green" in draft


def test_an_action_taken_out_since_stands_where_it_last_stood(tmp_path: Path) -> None:
    with Store.open(tmp_path / "clerk.db") as store:
        assert store.add(_MEETING) == 1
        store.confirm(1, Confirmation(SEPTEMBER.meeting.date))
        for words in ("ring the bell", "paint the hall"):
            progress(store, words, ActionStatus.COMPLETED, "Done")
        numbers = {each.what: each.number for each in actions_of(store.record(1))}
        store.save_page(store.record(1).items[3].id, "R: None.\nMN: paint the hall", NOW)
        found = {each.what: each for each in actions_of(settled(store.record(1))) if each.position == 4}
        assert {what: each.number for what, each in found.items()} == {what: numbers[what] for what in found}
        open_still = [what for what, each in found.items() if each.status is ActionStatus.OPEN]
        assert open_still == ["write to the school"]


def test_an_action_put_in_by_amendment_is_open(store: Store) -> None:
    store.amend(1, 4, 5, "A: KL: oil the bell", (2, 2), How.PUT_IN)
    found = {each.what: each.status for each in actions_of(settled(store.record(1)))}
    assert found["oil the bell"] is ActionStatus.OPEN


def test_each_extract_is_of_what_was_confirmed(store: Store) -> None:
    progress(store, "paint the hall", ActionStatus.COMPLETED, "Roof first")
    record = store.record(1)
    assert [row["vote as noted"] for row in rows("votes", record)] == ["5-2"]
    assert [row["vote as noted"] for row in rows("votes", record, DRAFT)] == ["1-6"]
    actions = {row["action"]: row for row in rows("actions", record)}
    assert actions["paint the hall"]["status"] == "completed"
    assert actions["paint the hall"]["progress"] == "Roof first"
    assert actions["paint the hall"]["minute"] == "27"
    assert "ring the bell" in actions
    assert {row["minute"] for row in rows("actions", record, DRAFT) if "paint" in row["action"]} == {"28"}


def test_a_copy_of_the_record_as_it_stands_is_called_a_draft(store: Store) -> None:
    record = store.record(1)
    for kind in ("decisions", "actions"):
        assert copy_name(kind, record).endswith(f"Board {kind}.docx")
        assert copy_name(kind, record, DRAFT).endswith(f"Board draft {kind}.docx")
    assert copy_name("csv", record, DRAFT).endswith("draft extracts")
    assert copy_name("decisions", store.record(2), DRAFT).endswith("Board decisions.docx")


def test_a_redline_to_the_confirmed_minutes_shows_the_amendments(store: Store) -> None:
    old, new = changes_to_confirmed(store.circulated(1)[1], store.record(1))
    assert "That it go ahead." in plain_text(old)
    assert new == document("confirmed", store.record(1))


def test_by_command_each_says_which_was_taken(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store.close()
    clerk = Clerk(store.path)
    for kind in ("decisions", "actions", "csv"):
        result = clerk.run("export", kind, "1")
        assert "so this says what was confirmed; --draft takes the record as it stands." in result.stderr
        assert "has been changed since" in result.stderr
        assert "as it stands, not as it was confirmed." in clerk.run("export", kind, "1", "--draft").stderr
    printed = clerk.run("export", "csv", "1", "--what", "votes", "-o", "-")
    assert "5-2" in printed.stdout
    assert "so this says what was confirmed" in printed.stderr
    assert "confirmed" not in clerk.run("export", "decisions", "2").stderr
    assert "--draft is for" in clerk.sentence("export", "attendance", "1", "--draft", code=2)


def test_by_command_the_redline_leads_to_the_confirmed_copy_or_with_draft_to_the_record(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store.close()
    clerk = Clerk(store.path)
    result = clerk.run("redline", "1", "--since", "-o", "redline.docx")
    assert "up to the confirmed copy, with its amendments; --draft takes" in result.stderr
    content = (tmp_path / "redline.docx").read_bytes()
    clerk.ok("export", "confirmed", "1", "-o", "confirmed.docx")
    assert word_text(accepted(content, True)) == word_text((tmp_path / "confirmed.docx").read_bytes())
    assert "in May" in "".join(changed(content, "ins"))
    clerk.ok("redline", "1", "--since", "--draft", "-o", "draft.docx")
    assert "stop" in "".join(changed((tmp_path / "draft.docx").read_bytes(), "ins"))
    assert "--until" in clerk.sentence("redline", "1", "--since", "1", "--until", "1", "--draft", code=2)
