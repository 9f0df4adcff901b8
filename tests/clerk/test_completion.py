"""What is offered while a line is typed, from facts, names and the phrases of the house."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk.completion import Completer, Context, Source, Suggestion
from clerk.model import Body, Document, Entry, Item, Meeting, Presence, Record
from clerk.terms import Attendance, DocumentKind, ItemKind

PRESENT = Attendance.PRESENT
ROLL = (
    Presence("Cllr Kit Larch", organisation="Wexcombe Town Council", status=PRESENT, chair=True),
    Presence("Mina Coppersmith", "Head of Moorings", "Wexcombe Harbour Trust", status=PRESENT),
    Presence("Tom Rudd", organisation="Tarrow Valley Rivers Partnership", status=PRESENT),
)
REPORT = Document(presenter="Mina Coppersmith", post="Head of Moorings", organisation="Wexcombe Harbour Trust")
UPDATE = Document(DocumentKind.VERBAL_UPDATE, presenter="Tom Rudd", organisation="Tarrow Valley Rivers Partnership")
ITEMS = (
    Item("Declarations of interest", "1", ItemKind.DECLARATIONS),
    Item("Moorings update", "2", documents=(REPORT,)),
    Item("The Ferry Steps", "3", documents=(UPDATE,)),
    Item("Any other business", "4", ItemKind.OTHER_BUSINESS, note="The harbour fair"),
    Item(
        "Date of next meeting",
        "5",
        ItemKind.NEXT_MEETING,
        note="The next meeting will be held on Friday 4 September 2026 at 2.00 pm.",
    ),
)
RECORD = Record(Body("Wexcombe Harbour Board", noun="Board"), Meeting(date=date(2026, 6, 19)), ITEMS, ROLL)
CERTAIN = frozenset(Source) - {Source.LEARNED}


def offered(position: int, before: str, *above: str, record: Record = RECORD) -> str | None:
    """The words offered, from every source but the learned."""
    found = Completer(Context(record, position, sources=CERTAIN)).suggest(before, above)
    return found.text if found else None


def test_an_empty_page_is_offered_the_usual_sentence_and_then_the_next() -> None:
    invited = offered(1, "")
    assert invited
    assert invited.startswith("The Chairman invited")
    assert offered(1, "", invited) == "No declarations were made."
    assert offered(1, "", invited, "No declarations were made.") is None


def test_the_usual_sentence_is_not_offered_after_other_words() -> None:
    assert offered(1, "", "Tom Rudd had declared an interest already.") is None


def test_a_sentence_begun_in_small_letters_is_finished_all_the_same() -> None:
    assert offered(1, "no decl") == "arations were made."


def test_a_report_is_offered_up_to_what_it_was_about_in_stretches_that_are_each_certain() -> None:
    line, taken = "", []
    while found := offered(2, line):
        taken.append(found)
        line += found
    assert taken == [
        "The Board considered a report of Mina Coppersmith",
        ", Head of Moorings, Wexcombe Harbour Trust",
        ", which provided an update on",
    ]


def test_what_a_paper_was_about_is_offered_only_once_it_is_begun() -> None:
    line = "The Board received a verbal update from Tom Rudd, Tarrow Valley Rivers Partnership, regarding"
    assert offered(3, f"{line} ") is None
    assert offered(3, f"{line} The Fe") == "rry Steps."


def test_the_paper_is_filed_once_its_sentence_ends_as_what_the_officer_called_it() -> None:
    assert offered(2, "The Board considered a report of Mina Coppersmith on buoys.") == (
        " A copy of the report, marked 'Agenda Item 2', is filed with these minutes."
    )
    assert offered(2, "The Board received a presentation from Tom Rudd on buoys. A c") == (
        "opy of the presentation slides, marked 'Agenda Item 2', is filed with these minutes."
    )
    assert offered(3, "The Board received a verbal update from Tom Rudd on buoys.") is None


def test_the_usual_resolution_is_offered_for_a_bare_prefix_and_goes_on_from_what_is_typed() -> None:
    assert offered(2, "R: ") == "That the contents of the report be noted."
    assert offered(2, "R:") == " That the contents of the report be noted."
    assert offered(2, "R: That the con") == "tents of the report be noted."
    assert offered(2, "R: That the quayside plan b") == "e noted."


def test_a_second_limb_is_not_offered_the_usual_resolution_again() -> None:
    assert offered(2, "R: ", "R: That the contents of the report be noted") is None


def test_the_next_meeting_is_taken_up_again_after_words_of_the_officers_own() -> None:
    assert offered(5, "") == "R: That the next meeting of the Board take place on Friday 4 September 2026 at 2.00 pm."
    assert offered(5, "R: That the next meeting of the Board takes place on F") == "riday 4 September 2026 at 2.00 pm."


def test_business_that_the_agenda_announces_is_not_said_to_be_nil_unasked() -> None:
    assert offered(4, "") is None
    assert offered(4, "There w") == "as no other business."


def test_a_name_is_offered_from_three_letters_and_no_fewer() -> None:
    assert offered(4, "Thanks were given to Mi") is None
    assert offered(4, "Thanks were given to Min") == "a Coppersmith"
    assert offered(4, "Thanks were given to min") is None


def test_names_that_begin_alike_are_offered_as_far_as_they_agree() -> None:
    assert offered(4, "Officers of Wexcombe T") == "own Council"
    assert offered(4, "Officers of Wex") == "combe"
    assert offered(4, "Officers of Wexcombe") is None


def test_initials_become_the_name_of_the_one_who_has_them() -> None:
    completer = Completer(Context(RECORD, 4))
    assert completer.suggest("It was agreed that TR") == Suggestion("Tom Rudd", 2)
    assert completer.suggest("A: tr") == Suggestion("Tom Rudd", 2)
    assert completer.suggest("A: KL, mc") == Suggestion("Mina Coppersmith", 2)
    assert completer.suggest("A: KL: mc") is None
    assert completer.suggest("the letters tr") is None
    assert completer.suggest("a line about A4TR") is None


def test_initials_that_two_people_share_are_left_alone() -> None:
    twice = replace(RECORD, presence=(*ROLL, Presence("Tess Rowe")))
    assert Completer(Context(twice, 4, sources=frozenset({Source.ROLL}))).suggest("It was agreed that TR") is None


def test_phrases_of_the_house_are_offered_as_far_as_they_agree() -> None:
    assert offered(4, "It was ag") == "reed that"
    assert offered(4, "The fair was held. It was no") == "ted that"
    assert offered(4, "In resp") == "onse"
    assert offered(4, "Asked about oars, reass") == "urance was given that"


def test_what_introduces_points_is_offered_by_the_kind_of_paper_and_as_the_house_has_it() -> None:
    assert offered(2, "Ari", "A report.") == "sing from the discussion the following points were noted:"
    assert offered(3, "Aris", "An update.") == "ing from the update the following points were noted:"
    assert offered(4, "In d", "The fair.") == "iscussion the following points were noted:"
    body = replace(RECORD.body, style="actions")
    assert offered(2, "Poi", "A report.", record=replace(RECORD, body=body)) == "nts raised:"


def test_an_abbreviation_is_made_of_the_capitals_before_the_bracket() -> None:
    assert offered(4, "A note from the Office of the Rivers and Harbours Commissioner (") == "ORHC)"
    assert offered(4, "Tarrow, Wexcombe and Rudd (") is None


@pytest.mark.parametrize("before", ["Q: It was ag", "N: It was ag", "V: ", "   ", "\\- ", "It was", "[/] ) ("])
def test_nothing_is_offered_where_there_is_nothing_to_say(before: str) -> None:
    assert offered(4, before) is None


def test_braces_in_a_name_are_offered_so_that_they_print_as_they_are() -> None:
    braced = replace(RECORD, presence=(Presence("Zoe {Z} Quill", status=PRESENT),))
    assert offered(4, "Zoe", record=braced) is None
    assert offered(4, "Zoe \\", record=braced) == "{Z\\} Quill"


def test_a_suggestion_gives_its_first_word_with_the_space_before_it() -> None:
    assert Suggestion("rry Steps.").word == "rry"
    assert Suggestion(" Steps were").word == " Steps"


def test_a_line_of_a_hundred_thousand_characters_is_answered() -> None:
    assert offered(4, "word " * 20_000 + "It was agr") is None
    assert offered(4, "word. " * 20_000 + "It was agr") == "eed that"


def test_what_a_meeting_has_said_before_is_offered_in_its_later_items() -> None:
    said = Entry("The lantern keepers of Sallow Point had asked for a longer ladder and two more pulleys.")
    spoken = replace(RECORD, items=(replace(ITEMS[0], entries=(said,)), *ITEMS[1:]))
    found = Completer(Context(spoken, 4)).suggest("Once more the lantern keepers of Sall")
    assert found
    assert found.text.startswith("ow Point had asked for a longer")
