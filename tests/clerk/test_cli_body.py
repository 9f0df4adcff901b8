"""The commands about a body: its names, its house style, its own words and its Word template."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from clerk import bodies
from clerk.bodies import KeptTemplate
from clerk.records import templates
from clerk.store import Store, StoreError
from exports.kept_template import as_template, to_keep
from exports.word_package import open_word
from tests.clerk.command_line import RECORD, Clerk
from tests.exports.templates import SECRETS, template
from tests.exports.word_files import changed

BOARD = "Northmere [/] Board"


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    with Store.open(tmp_path / "clerk.db") as store:
        store.add(RECORD)
    return Clerk(tmp_path / "clerk.db")


@pytest.fixture
def council(tmp_path: Path) -> Path:
    file = tmp_path / "council.dotx"
    file.write_bytes(template("dotx"))
    return file


def shown(clerk: Clerk, name: str = BOARD) -> dict[str, object]:
    found: dict[str, object] = json.loads(clerk.ok("body", "show", name, "--json"))
    return found


def test_what_is_set_of_a_body_is_shown_and_listed(clerk: Clerk) -> None:
    clerk.ok("body", "set", BOARD, "--style", "parish", "--noun", "Panel", "--chair-title", "Mayor", "--quorum", "4")
    clerk.ok("body", "set", BOARD.upper(), "--kind", "parish")
    found = shown(clerk)
    assert [found[key] for key in ("style", "noun", "chair_title", "quorum", "kind", "meetings")] == [
        *("parish", "Panel", "Mayor", 4, "parish", 1)
    ]
    assert json.loads(clerk.ok("body", "list", "--json")) == [found]
    assert clerk.ok("body", "list") == f"{BOARD}: 1 meeting, style parish\n"
    clerk.ok("body", "set", BOARD, "--quorum", "none")
    assert shown(clerk)["quorum"] is None


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Say what to set"),
        (("--style", "borough"), "none of the house styles actions, county, parish"),
        (("--quorum", "0"), "whole number of members"),
        (("--quorum", "9" * 5000), "whole number of members"),
        (("--noun", " "), "Give a word"),
    ],
)
def test_what_will_not_do_is_refused(clerk: Clerk, words: tuple[str, ...], says: str) -> None:
    before = shown(clerk)
    assert says in clerk.sentence("body", "set", BOARD, *words, code=2)
    assert shown(clerk) == before


def test_a_body_that_is_not_there_is_named_with_those_that_are(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk.sentence("body", "show", "Nobody") == f"Error: There is no body called Nobody; there are {BOARD}."
    assert "There is no database" in Clerk(tmp_path / "none.db").sentence("body", "set", BOARD, "--quorum", "3")
    assert "no bodies yet" in Clerk(tmp_path / "none.db").ok("body", "list")


def test_a_meeting_keeps_the_name_its_body_had_on_the_day(clerk: Clerk) -> None:
    clerk.ok("body", "rename", BOARD, "Northmere Panel", "--from", "20 June 2026")
    assert clerk.record().body.name == BOARD
    clerk.ok("body", "rename", BOARD, "Northmere Forum", "--from", "2026-06-19")
    assert clerk.record().body.name == "Northmere Forum"
    assert shown(clerk, "northmere forum")["names"] == [
        {"name": BOARD, "since": None},
        {"name": "Northmere Forum", "since": "2026-06-19"},
        {"name": "Northmere Panel", "since": "2026-06-20"},
    ]


def test_two_bodies_never_share_a_name(clerk: Clerk) -> None:
    clerk.ok("import", _notation(clerk))
    assert "name of another body" in clerk.sentence("body", "rename", BOARD, "other board", "--from", "2026-01-01")
    assert "is not a date" in clerk.sentence("body", "rename", BOARD, "New", "--from", "soon", code=2)


def _notation(clerk: Clerk) -> str:
    file = clerk.db.with_name("other.txt")
    file.write_text(
        "Clerk record 1\nBody: Other Board\nDate: 1 May 2026\n\n## Apologies [agenda 1]\n", encoding="utf-8"
    )
    return str(file)


# --- own words --------------------------------------------------------------------------------------------------------


def test_own_words_are_given_printed_edited_and_given_back(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    # As Notepad saves it.
    file.write_bytes('\ufeff# ours\r\n[labels]\r\nresolved = "AGREED – 🎉:"\r\n'.encode())
    assert clerk.ok("body", "style", BOARD, str(file)) == f"{BOARD}: 1 phrase of its own\n"
    clerk.ok("minute", "1", "7", typed="R: That it be noted")
    assert "AGREED – 🎉:" in clerk.ok("export", "text", "1", "-o", "-")
    printed = clerk.ok("body", "style", BOARD)
    assert "#: [labels] in_the_chair, substitute" in printed
    assert printed.endswith('# ours\n[labels]\nresolved = "AGREED – 🎉:"\n')
    edited = printed.replace("AGREED – 🎉:", "SO:")
    clerk.ok("body", "style", BOARD, "-", typed=edited)
    assert shown(clerk)["own_words"] == '# ours\n[labels]\nresolved = "SO:"\n'
    clerk.ok("body", "style", BOARD, "-", typed="\r\n")
    assert shown(clerk)["own_words"] == ""


def test_a_file_with_mistakes_changes_nothing_and_has_each_named_with_its_line(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('[labels]\nresolved = "OK"\nactoin = "x"\nremote = "{who}"\n', encoding="utf-8")
    result = clerk.run("body", "style", BOARD, str(file))
    assert (result.exit_code, result.stdout) == (1, "")
    first, second, last = result.stderr.splitlines()
    assert first.startswith('own.toml, line 3: there is no key "actoin" under [labels]; did you mean "action"?')
    assert second.startswith("own.toml, line 4: [labels] remote has an unknown slot {who}; it may use {name}")
    assert last == "Error: own.toml has 2 mistakes. Nothing was changed."
    assert shown(clerk)["own_words"] == ""
    file.write_text("[labels\n", encoding="utf-8")
    assert "own.toml, line 1: " in clerk.sentence("body", "style", BOARD, str(file))


@pytest.mark.parametrize("content", [bytes(range(256)) * 9, b"%PDF-1.4"])
def test_a_file_that_is_no_text_is_said_to_be_none(clerk: Clerk, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.toml").write_bytes(content)
    assert "x.toml is no text file" in clerk.sentence("body", "style", BOARD, str(tmp_path / "x.toml"))
    assert "There is no file" in clerk.sentence("body", "style", BOARD, str(tmp_path / "none.toml"))
    assert "is a folder" in clerk.sentence("body", "style", BOARD, str(tmp_path))


def test_the_whole_style_printed_can_be_given_back(clerk: Clerk) -> None:
    whole = clerk.ok("body", "style", BOARD, "--all")
    assert clerk.ok("body", "style", BOARD, "-", typed=whole) == f"{BOARD}: no phrases of its own\n"
    assert clerk.ok("body", "style", BOARD, "--all") == whole


def test_one_copy_can_be_in_another_style_or_in_a_files(clerk: Clerk, tmp_path: Path) -> None:
    clerk.ok("minute", "1", "7", typed="R: That it be noted")
    clerk.ok("body", "style", BOARD, "-", typed='[labels]\nresolved = "OURS:"')
    assert "Resolved:" in clerk.ok("export", "text", "1", "-o", "-", "--style", "parish")
    file = tmp_path / "once.toml"
    file.write_text('base = "parish"\n[labels]\naction = "DO:"\n', encoding="utf-8")
    assert "Resolved:" in clerk.ok("export", "text", "1", "-o", "-", "--style", str(file))
    assert "OURS:" in clerk.ok("export", "text", "1", "-o", "-")
    file.write_text("\n[labels]\nactoin = 'DO:'\n", encoding="utf-8")
    assert "once.toml, line 3:" in clerk.sentence("export", "text", "1", "-o", "-", "--style", str(file))
    assert "neither a file nor one of" in clerk.sentence("export", "text", "1", "--style", "borough", code=2)
    assert "--style is for documents" in clerk.sentence("export", "json", "1", "--style", "parish", code=2)


def test_words_that_cannot_be_used_are_told_when_a_copy_is_made(clerk: Clerk) -> None:
    with Store.open(clerk.db) as store, store.transaction() as db:
        db.execute("update body set own_words = '[labels]\nrenamed = \"x\"', style = 'borough'")
    result = clerk.run("export", "text", "1", "-o", "-")
    assert result.exit_code == 0
    assert 'no house style called "borough"' in result.stderr
    assert '"renamed" under [labels]' in result.stderr
    assert "Present" in result.stdout


# --- the template -----------------------------------------------------------------------------------------------------


def test_a_kept_template_is_written_on_when_its_file_is_gone(clerk: Clerk, council: Path, tmp_path: Path) -> None:
    named, kept = tmp_path / "named.docx", tmp_path / "kept.docx"
    clerk.ok("export", "minutes", "1", "-o", str(named), "--template", str(council))
    said = clerk.run("body", "set", BOARD, "--template", str(council))
    assert "council.dotx lacks the styles" in said.stderr
    council.unlink()
    result = clerk.run("export", "minutes", "1", "-o", str(kept))
    assert result.stderr.splitlines()[0] == f"Written on council.dotx, the template of {BOARD}."
    assert kept.read_bytes() == named.read_bytes()
    assert shown(clerk)["template"] == "council.dotx"
    clerk.ok("export", "minutes", "1", "-o", str(kept), "--template", "none")
    assert docx.Document(str(kept)).styles["Normal"].font.name != "Gill Sans MT"
    clerk.ok("body", "set", BOARD, "--template", "none")
    assert clerk.run("export", "minutes", "1", "-o", str(kept)).stderr == ""


def test_what_is_kept_says_nothing_of_what_the_file_said(council: Path) -> None:
    kept, _ = to_keep(council)
    parts = b"".join(open_word(kept.content, "kept").parts.values())
    assert [secret for secret in SECRETS if secret.encode() in parts] == []


def test_a_template_kept_before_a_style_was_needed_gets_it(council: Path) -> None:
    kept, _ = to_keep(council)
    older = KeptTemplate(
        kept.name,
        changed(kept.content, "word/styles.xml", 'w:styleId="MinutePoint"', 'w:styleId="SomethingElse"'),
        *(kept.width, kept.lists_before, kept.has_header),
    )
    renewed = as_template(older)
    assert "MinutePoint" in open_word(renewed.content, "renewed").parts["word/styles.xml"].decode()
    assert renewed.has_header == kept.has_header


def test_a_template_too_large_to_keep_is_refused(clerk: Clerk, council: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "LARGEST_TEMPLATE", 10_000)
    assert "make the pictures in its header smaller" in clerk.sentence("body", "set", BOARD, "--template", str(council))
    assert shown(clerk)["template"] is None
    assert bodies.LARGEST_TEMPLATE < 2**24


def test_no_half_of_what_was_set_is_kept(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(b"notes")
    before = shown(clerk)
    words = ("body", "set", BOARD, "--quorum", "9", "--template", str(tmp_path / "notes.docx"))
    assert clerk.sentence(*words) == "Error: notes.docx is not a Word document."
    assert shown(clerk) == before


def test_a_name_of_nothing_is_no_name(clerk: Clerk) -> None:
    with Store.open(clerk.db) as store, pytest.raises(StoreError, match="new name"):
        store.rename_body(store.body(BOARD).body.id, " \n", RECORD.meeting.date)  # type: ignore[arg-type]
