"""What a declaration says of an interest when only what somebody does was noted."""

from __future__ import annotations

from clerk.model import Body, Declaration, Meeting, Presence, Record
from clerk.sentences.interests import declaration_sentence
from clerk.terms import BodyKind, Capacity

BODY = Body("Fenmarsh Council", BodyKind.COUNCIL, "Council", "Chairman")


def said(nature: str, *roll: Presence) -> str:
    record = Record(BODY, Meeting(), presence=roll)
    return declaration_sentence(Declaration("A. Reed", "personal", nature), record)


def test_what_a_member_does_goes_on_in_the_sentence() -> None:
    assert said("Lives next to the site", Presence("A. Reed")) == (
        "A. Reed declared a personal interest, in that the member lives next to the site."
    )


def test_an_officer_is_not_called_a_member() -> None:
    assert "the member" not in said("Lives next to the site", Presence("A. Reed", capacity=Capacity.OFFICER))
