"""Earlier minutes amended by a line taken out or put in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from clerk.afterwards.amending import amended, say_minutes
from clerk.afterwards.parts import Amendment, How
from clerk.afterwards.since import Afterwards
from clerk.copying.confirmed import as_it_will_print, confirmed_minutes
from clerk.importers.own import json_file, text_file
from clerk.model import Record
from clerk.own_files import as_json as clerk_json
from clerk.own_files import as_text as clerk_text
from clerk.store import Store, StoreError
from exports.text import plain_text
from tests.clerk.command_line import Clerk
from tests.clerk.two_meetings import JUNE, SEPTEMBER, confirmed

NOW = datetime(2026, 9, 18, 10, 5)
SIX = "- The trial ran for six weeks."
COST = "- It cost {KL>a great deal}."
OUT = Amendment(2, 2, "25(i)", SIX, "", date(2026, 9, 18))
IN = Amendment(2, 2, "25(i)", "", "- It was extended.", date(2026, 9, 18))
BOTH = (OUT, IN, replace(IN, new="- Twice."), Amendment(2, 4, "25(ii)", COST, "- It cost little."))


def june(*made: Amendment) -> Record:
    return replace(JUNE, afterwards=Afterwards(amendments=made))


def lines(record: Record) -> list[str]:
    return [entry.line for entry in record.items[1].entries]


def test_a_line_taken_out_is_not_there_and_one_put_in_stands_after_it() -> None:
    rest = ["R: That it be noted", "R: That it go on"]
    assert lines(amended(june(OUT))) == ["It was noted:", "Q: which streets?", COST, *rest]
    assert lines(amended(june(IN))) == ["It was noted:", SIX, "- It was extended.", "Q: which streets?", COST, *rest]
    added = ["- It was extended.", "- Twice.", "Q: which streets?", "- It cost little."]
    assert lines(amended(june(*BOTH))) == ["It was noted:", *added, *rest]
    assert lines(amended(june(OUT, replace(OUT, new="- Nine.")))) == ["It was noted:", "- Nine.", *lines(JUNE)[2:]]


def test_a_query_is_neither_taken_out_nor_followed_by_a_line() -> None:
    query = replace(OUT, line=3, old="Q: which streets?")
    assert lines(amended(june(query, replace(IN, line=3), replace(IN, new="N: mine")))) == lines(JUNE)


def test_a_minute_that_has_lost_or_won_a_line_is_cited_by_its_number() -> None:
    assert say_minutes(BOTH) == "minutes 25 and 25(ii)"
    assert say_minutes([replace(IN, minute="Any other business (late)")]) == "minute Any other business (late)"


def test_the_copy_for_signature_has_the_lines_as_amended_in_number() -> None:
    said = plain_text(confirmed_minutes(confirmed(june(*BOTH))))
    assert "six weeks" not in said
    assert said.index("(i)") < said.index("It was extended.") < said.index("(ii)") < said.index("Twice.")
    assert "with minutes 25 and 25(ii) as amended" in said


def test_the_preview_of_minutes_not_confirmed_yet_shows_them_amended() -> None:
    assert "It was extended." in plain_text(as_it_will_print(june(IN)))


def test_both_files_of_clerks_own_bring_such_amendments_back() -> None:
    assert json_file.read(clerk_json.dumps(june(*BOTH))).record.afterwards.amendments == BOTH
    text = clerk_text.dumps(june(*BOTH))
    assert text_file.read(text).record.afterwards.amendments == BOTH


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "clerk.db") as opened:
        assert (opened.add(JUNE), opened.add(SEPTEMBER)) == (1, 2)
        yield opened


def test_each_is_minuted_in_its_own_words_and_in_turn(store: Store) -> None:
    store.amend_and_minute(1, (2, 2), "", (2, 2), NOW, How.TAKEN_OUT)
    store.amend_and_minute(1, (2, 4), "It was [sic] extended.", (2, 2), NOW, How.PUT_IN)
    store.amend_and_minute(1, (2, 6), "R: That thanks be given", (2, 2), NOW, How.PUT_IN)
    store.amend_and_minute(1, (3, 1), "Sold to them.", (2, 2), NOW, How.PUT_IN)
    said = store.record(2).items[1].text.split("\n")
    assert said[0].endswith(", subject to the deletion of the following from minute 25(i):")
    assert said[1:] == [
        "> “The trial ran for six weeks.”",
        "and to the insertion of the following after minute 25(ii):",
        "> “It was [sic] extended.”",
        "and to the insertion of the following after minute 25(b):",
        "> “That thanks be given”",
        "and to an amendment of exempt minute 26.",
    ]
    made = store.record(1).afterwards.amendments
    assert [(each.how, each.new) for each in made] == [
        (How.TAKEN_OUT, ""),
        (How.PUT_IN, "- It was [sic] extended."),
        (How.PUT_IN, "R: That thanks be given"),
        (How.PUT_IN, "Sold to them."),
    ]
    assert [each.how for each in store.record(2).afterwards.agreed] == [each.how for each in made]


def test_the_same_meeting_takes_back_what_it_took_out_and_put_in_last(store: Store) -> None:
    for words in ("One.", "Two."):
        assert store.amend_and_minute(1, (2, 2), words, (2, 2), NOW, How.PUT_IN)
    assert store.amend(1, 2, 2, "", (2, 2), How.TAKEN_OUT)
    assert store.amend(1, 2, 2, "", (2, 2), How.PUT_IN) is None
    assert [each.new for each in store.record(1).afterwards.amendments] == ["- One.", ""]
    assert store.amend(1, 2, 2, "- Nine weeks.", (2, 2))
    assert [each.new for each in store.record(1).afterwards.amendments] == ["- One.", "- Nine weeks."]
    assert store.amend(1, 2, 2, SIX, (2, 2)) is None
    assert store.amend(1, 2, 2, "", (2, 2), How.PUT_IN) is None
    assert store.record(1).afterwards == Afterwards()
    with pytest.raises(StoreError, match="no line there that could be taken back"):
        store.amend(1, 2, 2, "", (2, 2), How.PUT_IN)
    with pytest.raises(StoreError, match="prints"):
        store.amend(1, 2, 3, "", (2, 2), How.TAKEN_OUT)


def test_lines_put_in_after_one_destroyed_since_are_in_the_confirmed_copy(store: Store) -> None:
    store.amend(1, 2, 2, "- Extended.", (2, 2), How.PUT_IN)
    store.confirm(1, confirmed(JUNE).afterwards.confirmation, (2, 2))  # type: ignore[arg-type]
    store.save_page(store.record(1).items[1].id, "Rewritten.", NOW)
    store.tidy(1, NOW)
    said = plain_text(confirmed_minutes(store.record(1)))
    assert said.index("six weeks") < said.index("Extended.") < said.index("a great deal")


def test_it_is_done_on_the_command_line(store: Store, tmp_path: Path) -> None:
    store.close()
    clerk = Clerk(tmp_path / "clerk.db")
    said = clerk.ok("amend", "1", "7", "i", "--out")
    assert said.startswith("Minute 25(i) of 19 June 2026 is amended; taken out of it: The trial ran for six weeks.\n")
    said = clerk.ok("amend", "1", "7", "ii", "--after", "It was extended.")
    assert said.startswith("Minute 25(ii) of 19 June 2026 is amended; put in after it: It was extended.\n")
    shown = clerk.ok("show", "1")
    assert "“The trial ran for six weeks.” taken out of minute 25(i)" in shown
    assert "after minute 25(ii) “It was extended.” put in" in shown
    assert "after minute 25(ii) of 19 June 2026 “It was extended.” put in" in clerk.ok("show", "2")
    assert "is taken back" in clerk.ok("amend", "1", "7", "ii", "--after")
    for wrong in (("--out", "--after"), ("x", "--out"), ()):
        clerk.sentence("amend", "1", "7", "i", *wrong, code=2)
