"""That nobody declared an interest is minuted in one place, once, and not against a declaration."""

from __future__ import annotations

from clerk.model import Body, Declaration, Entry, Item, Meeting, Record
from clerk.sentences.none_declared import NoneDeclared, none_declared, pages_without, still_says_none
from clerk.terms import ItemKind
from clerk.wording import none_declared_lines


def record(*items: Item, declarations: tuple[Declaration, ...] = ()) -> Record:
    return Record(Body("Elmford Board"), Meeting(), items, declarations=declarations)


DECLARATIONS = Item("Interests", "2", ItemKind.DECLARATIONS)


def test_it_stands_under_the_item_for_declarations_wherever_the_officer_is() -> None:
    meeting = record(Item("Apologies"), DECLARATIONS, Item("Budget"))
    assert none_declared(meeting, 3) == NoneDeclared(2, none_declared_lines(meeting))


def test_without_such_an_item_it_stands_under_the_one_asked_for() -> None:
    meeting = record(Item("PART 1", kind=ItemKind.HEADING), Item("Budget"))
    assert none_declared(meeting, 2) == NoneDeclared(2, none_declared_lines(meeting))
    for nowhere in (0, 1):
        assert "no item for declarations" in none_declared(meeting, nowhere).refusal
        assert none_declared(meeting, nowhere).lines == ()


def test_what_is_minuted_already_is_not_minuted_again() -> None:
    invitation, nil = none_declared_lines(record())
    half = record(Item("Interests", "2", ItemKind.DECLARATIONS, entries=(Entry(f"{invitation} "),)))
    assert none_declared(half, 1) == NoneDeclared(1, (nil,))
    whole = record(Item("Interests", "2", ItemKind.DECLARATIONS, entries=(Entry(invitation), Entry(nil))))
    found = none_declared(whole, 1)
    assert (found.position, found.lines, found.already) == (1, (), True)
    assert "minuted already" in found.refusal


def test_it_is_refused_when_somebody_has_declared() -> None:
    found = none_declared(record(DECLARATIONS, declarations=(Declaration("Cllr A. Example"),)), 1)
    assert found == NoneDeclared(1, (), "Cllr A. Example has declared an interest; it has to be taken back first.")


def test_a_declaration_takes_out_the_sentence_that_there_was_none_and_nothing_else() -> None:
    invitation, nil = none_declared_lines(record())
    entries = (Entry(invitation), Entry(nil), Entry("The Chair thanked all."))
    meeting = record(Item("Interests", "2", ItemKind.DECLARATIONS, id=7, entries=entries), Item("Budget", "3"))
    assert pages_without(meeting, Declaration("A", made_at=1)) == ((7, f"{invitation}\nThe Chair thanked all."),)
    assert pages_without(meeting, Declaration("A", made_at=2)) == ()
    assert not still_says_none(record(*meeting.items[1:]), Declaration("A", made_at=1))


def test_where_no_item_is_for_declarations_it_goes_from_the_item_where_the_declaration_was_made() -> None:
    budget = Item("Budget", "3", id=4, entries=(Entry(none_declared_lines(record())[1]),))
    assert pages_without(record(Item("Apologies", "1"), budget), Declaration("A", made_at=2)) == ((4, ""),)


def test_a_sentence_in_other_words_stays_and_is_told_of() -> None:
    for said in ("No interests were declared at all.", "There were no further declarations.", "None declared."):
        meeting = record(Item("Interests", "2", ItemKind.DECLARATIONS, entries=(Entry(said),)))
        assert pages_without(meeting, Declaration("A", made_at=1)) == ()
        assert still_says_none(meeting, Declaration("A", made_at=1))
    quiet = record(
        Item("Interests", "2", ItemKind.DECLARATIONS, entries=(Entry("Members were reminded of the code."),))
    )
    assert not still_says_none(quiet, Declaration("A", made_at=1))
