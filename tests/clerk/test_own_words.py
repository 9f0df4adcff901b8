"""A body's own words: over the shipped style, every mistake with its line, and one phrase changed in the text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk import house_style
from clerk.completion import Completer, Context
from clerk.copying.decisions import decision_sheet
from clerk.copying.public import public_minutes, public_record
from clerk.demo import demo_record
from clerk.drafting import draft
from clerk.house_style import StyleError, check_own_words, load, style_of, troubles
from clerk.model import Body
from clerk.styling.lines import key_lines
from clerk.styling.words import as_toml, phrases_of, whole_toml, with_phrase
from clerk.wording import usual_decision, usual_lines

ROOT = Path(__file__).parents[2]
DEMO = demo_record(datetime(2026, 11, 24, 10, 45))


def own(words: str, style: str = "county") -> Body:
    return Body("Northmere Board", style=style, own_words=words)


def mistakes(toml: str) -> list[str]:
    with pytest.raises(StyleError) as caught:
        check_own_words(toml)
    return [str(problem) for problem in caught.value.problems]


def test_own_words_stand_over_the_style_the_body_chose_and_the_rest_is_shipped() -> None:
    style = style_of(own('[labels]\nresolved = "DECIDED:"', "parish"))
    assert style.labels.resolved == "DECIDED:"
    assert replace(style, labels=load("parish").labels) == load("parish")


def test_a_body_without_own_words_has_the_shipped_style_itself() -> None:
    assert style_of(own("")) is load("county")
    assert style_of(own("[labels]\nresolved = 'x'")) is style_of(own("[labels]\nresolved = 'x'"))


def test_everything_that_words_minutes_asks_for_the_bodys_own() -> None:
    sources = [*(ROOT / "clerk").rglob("*.py"), *(ROOT / "screens").rglob("*.py"), *(ROOT / "exports").rglob("*.py")]
    past = [path for path in sources if re.search(r"load\([^)]*body\.style\)", path.read_text(encoding="utf-8"))]
    assert past == []
    words = '[resolutions]\nof_documents = "ZEBRA"\n[papers.received]\nreport = "ZEBRA{from_whom}"\n'
    record = replace(DEMO, body=replace(DEMO.body, own_words=words))
    position = next(at for at, item in enumerate(record.items, 1) if item.documents and not item.entries)
    assert usual_decision(record, position) == ("ZEBRA",)
    assert usual_lines(record, position)[0].startswith("ZEBRA")
    suggestion = Completer(Context(record, position)).suggest("R: ZE")
    assert suggestion is not None
    assert suggestion.text == "BRA"


def test_every_mistake_is_named_with_its_line_and_the_nearest_right_word() -> None:
    toml = (
        '# ours\n[labels]\nresolvd = "x"\nsubstitute = "{nam}"\n\n[lables]\nresolved = "x"\n'
        '[printing]\nabsent = "yes"\n[headings]\nmotion = "x"\n[phrases]\nopenings = [\n  "fine",\n  "not {bord}",\n]\n'
        '[sentences]\nnil = {questions = "None.", "urgent item" = "None."}\n'
    )
    found = mistakes(toml)
    assert [int(re.match(r"line (\d+): ", each)[1]) for each in found] == [3, 4, 6, 9, 11, 15, 18]  # type: ignore[index]
    for says, each in zip(
        (
            'no key "resolvd" under [labels]; did you mean "resolved"?',
            "[labels] substitute has an unknown slot {nam}; did you mean {name}? It may use {name}, {member}",
            'did you mean "labels"?',
            "[printing] absent has the wrong sort of value; it is true or false",
            '"motion" under [labels]',
            "unknown slot {bord}; did you mean {board}?",
            'did you mean "urgent items"?',
        ),
        found,
        strict=True,
    ):
        assert says in each


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('[labels]\nresolved = "He said "yes""\n', "line 2: .*stand between ' and '"),
        ("[labels]\nresolved = Agreed\n", 'line 2: .*words stand between " and "'),
        ("[labels\n", "line 1: "),
        ("[labels]\nresolved = 'x", "line 2: "),
        ("a = " + "[" * 4000, "too deep"),
        ('base = "parish"\n', "line 1: .*clerk body set NAME --style"),
        ('name = "mine"\n', 'line 1: there is no key "name"'),
        ('labels = "x"\n', "line 1: labels has the wrong sort of value; .*resolved"),
        ('[labels]\nresolved = """a\nb"""\n', "line 2: .*more than one line"),
        ('[labels]\nin_the_chair = "{name"\n', "line 2: .*do not pair"),
    ],
)
def test_what_cannot_be_read_is_said_in_words_an_officer_can_use(toml: str, says: str) -> None:
    (found,) = mistakes(toml)
    assert re.search(says, found)


def test_a_long_text_of_mistakes_is_answered_at_once_and_whole() -> None:
    started = datetime.now()
    assert len(mistakes("[labels]\n" + "".join(f"k{at} = 'x'\n" for at in range(10_000)))) == 10_000
    assert (datetime.now() - started).total_seconds() < 5


def test_braces_brackets_quotes_and_emoji_print_as_they_were_meant() -> None:
    words = '[labels]\nresolved = \'AGREED: {{x}} [y] "z" « 🎉\'\nin_the_chair = "{{{name}}} [Chair]"\n'
    style = style_of(own(words))
    assert style.labels.resolved == 'AGREED: {x} [y] "z" « 🎉'
    assert house_style.fill(style.labels.in_the_chair, name="Cllr A.") == "{Cllr A.} [Chair]"


def test_a_word_that_cannot_be_used_costs_no_other_and_is_told_in_a_sentence() -> None:
    # As after an upgrade of Clerk in which a key was renamed.
    body = own('[labels]\nresolved = "SO:"\nold_name = "x"\n')
    assert style_of(body).labels.resolved == "SO:"
    (said,) = troubles(body)
    assert said.count("old_name") == 1
    assert "Esc W" in said
    assert troubles(own('[labels]\nresolved = "SO:"\n')) == ()


def test_no_style_and_no_words_keep_a_meeting_from_being_shown() -> None:
    for body in (own("not toml", "borough"), own("x = [", "county")):
        assert style_of(body) == load("county")
        assert troubles(body)
        draft(replace(DEMO, body=body))


# Words of any sort in place of every phrase: the slots in any order, or nothing at all.
@pytest.mark.parametrize("written", ["", "[/] {{odd}} ", "slots"])
def test_minutes_can_be_drafted_in_any_words(written: str) -> None:
    words = ""
    for phrase in phrases_of(own("")):
        if isinstance(phrase.value, str):
            slots = "".join(f"{{{slot}}}" for slot in reversed(phrase.kind.slots))
            words += (
                f"{'.'.join(as_toml(str(key)) for key in phrase.path)} = {as_toml(written.replace('slots', slots))}\n"
            )
    check_own_words(words)
    record = replace(DEMO, body=replace(DEMO.body, own_words=words))
    for make in (draft, public_minutes, decision_sheet):
        assert make(record).blocks
    for position in range(1, len(record.items) + 1):
        usual_lines(record, position)
        Completer(Context(record, position)).suggest("The ")


# --- the text itself --------------------------------------------------------------------------------------------------

PATHS = [phrase.path for phrase in phrases_of(own("")) if isinstance(phrase.value, str)]
WRITTEN = "# mine\n[labels] # why\nresolved = 'A' # note\n\n[headings]\nactions = \"Tasks\"\n"


def test_a_phrase_is_changed_in_the_officers_text_and_all_else_of_it_stays() -> None:
    text = with_phrase(WRITTEN, ("labels", "resolved"), 'He said "so" [x] {{y}} 🎉')
    assert text == WRITTEN.replace("'A'", '"He said \\"so\\" [x] {{y}} 🎉"')
    added = with_phrase(WRITTEN, ("labels", "action"), "TO DO:")
    assert "# mine" in added
    assert "# note" in added
    assert tomllib.loads(added)["labels"] == {"resolved": "A", "action": "TO DO:"}


def test_the_officers_remarks_on_the_words_are_in_no_public_copy() -> None:
    record = replace(DEMO, body=replace(DEMO.body, own_words="# ask the Leader\n[labels]\nresolved = '#1 SO:' # why\n"))
    public = public_record(record)
    assert not re.search("Leader|why", public.body.own_words)
    assert style_of(public.body) == style_of(record.body)


def test_going_back_to_the_shipped_words_leaves_no_trace() -> None:
    text = with_phrase("", ("sentences", "nil", "urgent items"), "Nothing urgent.")
    assert style_of(own(text)).sentences.nil["urgent items"] == "Nothing urgent."
    assert with_phrase(text, ("sentences", "nil", "urgent items"), None) == ""
    assert "# why" in with_phrase(WRITTEN, ("labels", "resolved"), None)


@settings(max_examples=25)
@given(
    st.sampled_from(
        (
            "",
            WRITTEN,
            'labels.resolved = "x"\n',
            "sentences = {}\n",
            '[sentences]\nnil = {apologies = "x"}',
            "labels = 3\n",
        )
    ),
    st.lists(st.tuples(st.sampled_from(PATHS), st.none() | st.text(st.characters(codec="utf-8"))), max_size=4),
)
def test_any_words_put_in_any_text_are_there_after(
    text: str, changes: list[tuple[tuple[str, ...], str | None]]
) -> None:
    for path, value in changes:
        text = with_phrase(text, path, value)
        found: Any = tomllib.loads(text)
        for key in path:
            found = found.get(key) if isinstance(found, dict) else None
        assert found == value


def test_the_whole_style_as_toml_is_the_same_style_read_back() -> None:
    body = own('[labels]\nresolved = "{{SO}}"\n[phrases]\nopenings = []\n', "actions")
    whole = whole_toml(body)
    assert "# Before a decision.\n" in whole
    assert "# A substitute and the member replaced. May use {name}, {member}.\n" in whole
    assert style_of(own(whole, "actions")) == style_of(body)
    assert not any(phrase.changed for phrase in phrases_of(own(whole_toml(own(""))))), "as shipped"


TOML_KEYS = st.sampled_from(("a", "b-1", '"q r"', "'l'", '"\\u00e9"', "1"))
TOML_VALUES = st.recursive(
    st.sampled_from(('"x # y"', "'''a\n= [b'''", '"""a\\"\n[x]"""', "1.5", "true", "1979-05-27 07:32:00", '""', "''")),
    lambda inner: st.lists(inner, max_size=3).map(lambda each: "[ # c ]\n" + ",\n".join(each) + "\n]"),
    max_leaves=4,
)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(("[t", "[t.'u v'", "")), st.lists(st.tuples(TOML_KEYS, TOML_VALUES)))))
def test_the_line_of_every_key_is_found_whatever_stands_around_it(
    parts: list[tuple[str, list[tuple[str, str]]]],
) -> None:
    text, expected, table = "", {}, ()
    for number, (header, pairs) in enumerate(parts):
        if header:
            text += f"# [no]\n{header}.n{number}] # x\n"
            table = ("t", *(("u v",) if "u v" in header else ()), f"n{number}")
        for place, (key, value) in enumerate(pairs):
            name = str(tomllib.loads(f"{key} = 1").popitem()[0])
            expected[(*table, f"k{number}-{place}", name)] = text.count("\n") + 1
            text += f"k{number}-{place} . {key} = {value}\n"
    tomllib.loads(text)
    lines = key_lines(text)
    assert {path: lines.get(path) for path in expected} == expected
