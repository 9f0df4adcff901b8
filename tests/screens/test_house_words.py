"""The words that minutes are put in, found by typing and changed a phrase at a time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from clerk.house_style import load, style_of
from clerk.store import Store
from screens.house_words import HouseWords
from tests.exports.templates import template
from tests.screens.acting import meeting_screen, press, settled, shown, type_text, until
from tests.screens.conftest import Running


def row_of(text: str, words: str) -> str:
    """The row of the screen that holds some words, without its frame."""
    line = next(line for line in text.splitlines() if words in line)
    return next(part.strip(" ►") for part in line.split("│") if words in part)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_phrase_is_found_by_key_or_words_and_changed_and_everything_follows(
    running: Running, store: Store, number: int, size: tuple[int, int]
) -> None:
    async with running(size) as pilot:
        await press(pilot, "escape", "W")
        assert "printing: number" in shown(pilot)
        await type_text(pilot, "members present.")
        assert row_of(shown(pilot), "headings: present").endswith("Present")
        await press(pilot, "enter")
        await type_text(pilot, " [so]")
        await press(pilot, "enter")
        assert row_of(shown(pilot), "headings: present").startswith("CHANGED")
        assert "1 changed" in shown(pilot)
        assert style_of(store.record(number).body).headings.present == "Present [so]"
        await press(pilot, "escape", "ctrl+b", "home")
        assert "Present [so]" in shown(pilot)


async def test_a_wrong_slot_is_said_while_it_is_typed_and_the_words_stay(
    running: Running, store: Store, number: int
) -> None:
    async with running((80, 24)) as pilot:
        await press(pilot, "escape", "W")
        await type_text(pilot, "labels substitute.only\n")
        await type_text(pilot, "substitute only\n")
        await press(pilot, "ctrl+u")
        await type_text(pilot, "sentences.welcome\n")
        await type_text(pilot, " {bord}")
        said = shown(pilot)
        assert "It has an unknown slot {bord}; did you mean {board}?" in said
        await press(pilot, "enter")
        assert "{bord}" in shown(pilot)
        assert store.record(number).body.own_words == ""
        await press(pilot, *["backspace"] * 6)
        await type_text(pilot, "{board}\n")
        assert style_of(store.record(number).body).sentences.welcome.endswith(" {board}")


async def test_the_shipped_words_come_back_by_key(running: Running, store: Store, number: int) -> None:
    body = store.record(number).body
    store.set_body(replace(body, own_words='[labels]\nresolved = "SO:"\nold = "x"\n'))
    async with running((80, 24)) as pilot:
        await press(pilot, "escape", "W")
        assert "1 changed, 1 NOT USED" in shown(pilot)
        assert row_of(shown(pilot), "labels: old").startswith("NOT USED")
        await press(pilot, "f8")
        assert "NOT USED" not in shown(pilot)
        await type_text(pilot, "changed")
        await press(pilot, "f8")
        assert "none changed" in shown(pilot)
    assert store.record(number).body.own_words == ""


async def test_yes_and_no_turn_over_and_lists_have_a_card_of_their_own(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "W")
        await type_text(pilot, "printing absent\n")
        assert style_of(store.record(number).body).printing.absent is not load("county").printing.absent
        await press(pilot, *["backspace"] * 20)
        await type_text(pilot, "phrases decisions\n")
        await type_text(pilot, "That the {bord}\n")
        assert "unknown slot {bord}" in shown(pilot)
        await press(pilot, *["backspace"] * 6)
        await type_text(pilot, "{board} rejoice\n")
        await press(pilot, "escape")
        assert style_of(store.record(number).body).phrases.decisions[-1] == "That the {board} rejoice"


async def test_ghost_text_follows_a_changed_phrase_at_once(running: Running, store: Store) -> None:
    async with running() as pilot:
        await press(pilot, "escape", "W")
        await type_text(pilot, "phrases openings\n")
        await type_text(pilot, "Zebras were [again] reported by\n")
        await press(pilot, "escape", "escape", "escape")
        meeting_screen(pilot).editor.focus()
        await settled(pilot)
        await type_text(pilot, "\nZebras")
        await until(pilot, lambda: meeting_screen(pilot).editor.ghost)
        ghost = meeting_screen(pilot).editor.ghost
        assert ghost is not None
        assert ghost.text == " were [again] reported by"


async def test_words_that_cannot_be_read_keep_nothing_from_opening_and_are_told(
    running: Running, store: Store, number: int
) -> None:
    body = store.record(number).body
    store.set_body(replace(body, style="borough", own_words="[labels\nmy words"))
    async with running((80, 24)) as pilot:
        await settled(pilot)
        assert "There is no house style" in shown(pilot)
        await press(pilot, "escape", "W")
        assert isinstance(pilot.app.screen, HouseWords)
        await type_text(pilot, "labels resolved\n")
        await type_text(pilot, " x\n")
        assert "cannot be read, so none can be changed here" in shown(pilot)
    assert store.record(number).body.own_words == "[labels\nmy words"


async def test_the_bodys_word_template_is_taken_by_form_and_written_on(
    running: Running, store: Store, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    file = tmp_path / "council.docx"
    file.write_bytes(template("docx"))
    async with running((80, 24)) as pilot:
        await press(pilot, "escape", "A", *["enter"] * 8)
        await type_text(pilot, f"{tmp_path / 'none.docx'}\n")
        assert "There is no file" in " ".join(shown(pilot).replace("│", " ").split())
        await press(pilot, *["backspace"] * len("none.docx"))
        await type_text(pilot, "council.docx\n")
        kept = store.template(store.record(number).body.id)
        assert kept is not None
        file.unlink()
        await press(pilot, "f9", "enter")
        await settled(pilot)
        [written] = tmp_path.glob("*draft minutes.docx")
        assert docx.Document(str(written)).styles["Normal"].font.name == "Gill Sans MT"
        await settled(pilot)
        await press(pilot, "escape", "A", *["enter"] * 8, "backspace", "enter")
        assert store.template(store.record(number).body.id) is None
