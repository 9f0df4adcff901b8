import tomllib
from importlib import resources

import pytest

from clerk import house_style
from clerk.house_style import StyleError, available, check_own_words, fill, load, style_of
from clerk.model import Body
from clerk.terms import DocumentKind, ItemKind, Outcome


@pytest.mark.parametrize("name", available())
def test_every_shipped_style_reads(name: str) -> None:
    style = load(name)
    assert style.name == name
    assert style.description.endswith(".")


def test_the_shipped_styles_are_the_three_houses() -> None:
    assert available() == ("actions", "county", "parish")


def test_an_unknown_style_is_named_with_those_there_are() -> None:
    with pytest.raises(StyleError, match=r'"borough".*there are actions, county, parish\.'):
        load("borough")
    with pytest.raises(StyleError):
        load("../county")


def test_own_words_say_only_what_differs_from_the_shipped_style() -> None:
    style = style_of(Body("Mere Board", own_words='[labels]\nresolved = "Agreed:"'))
    assert style.labels.resolved == "Agreed:"
    assert style.labels.action == load("county").labels.action


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('[labels]\nresolvd = "x"', "resolvd"),
        ('[lables]\nresolved = "x"', "lables"),
        ('[labels]\nsubstitute = "{nam}"', r"line 2: .*labels.*substitute.*\{nam\}.*\{name\}, \{member\}"),
        ('[labels]\nsubstitute = "{name.__class__}"', "unknown slot"),
        ('[labels]\nsubstitute = "{name"', "do not pair"),
        ('[printing]\nabsent = "yes"', "absent has the wrong sort of value"),
        ('[sentences.nil]\nfish = "x"', r'line 2: there is no key "fish" under \[sentences\.nil\]'),
        ("[sentences.nil]\napologies = 3", "nil.apologies has the wrong sort of value"),
        ('base = "county"', 'no key "base" here'),
        ("not toml", "cannot be read"),
    ],
)
def test_wrong_words_are_one_sentence_naming_the_key(toml: str, says: str) -> None:
    with pytest.raises(StyleError, match=says) as caught:
        check_own_words(toml)
    assert "\n" not in str(caught.value)


def test_words_in_a_slot_are_not_read_for_slots() -> None:
    assert fill("That {item} be noted.", item="the {board} {0}") == "That the {board} {0} be noted."


def test_a_style_once_read_cannot_be_changed() -> None:
    style = load("county")
    with pytest.raises(TypeError):
        style.sentences.nil["apologies"] = "x"  # type: ignore[index]
    assert load("county") is style


def test_the_county_style_has_words_for_every_kind_that_needs_them() -> None:
    style = load("county")
    answered_otherwise = {ItemKind.HEADING, ItemKind.ELECTION, ItemKind.EXCLUSION}
    assert set(style.resolutions.by_kind) == {str(kind) for kind in ItemKind} - answered_otherwise
    assert set(style.papers.received) == set(style.papers.also) == set(DocumentKind)
    outcomes = {str(outcome) for outcome in Outcome if outcome}
    assert set(style.declarations.outcomes) == set(style.declarations.did) == outcomes


def test_the_styles_travel_with_the_package_as_data() -> None:
    folder = resources.files(house_style.__package__) / "styles"
    assert all(tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in available())
