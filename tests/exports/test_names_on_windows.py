"""What a file may be called on Windows, from a typed name and from the name of a body."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.naming import file_name, trouble_on_windows
from exports.save import SaveError, save
from tests.clerk.command_line import RECORD


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("CON", "device"),
        ("aux.docx", "device"),
        ("Nul.draft.docx", "device"),
        ("lpt1 .docx", "device"),
        ("COM³", "device"),
        ("10:30 Board.docx", ": may not stand"),
        ("minutes?.docx", r"\? may not stand"),
        ("a*b.docx", r"\* may not stand"),
        ("a\tb.docx", "does not show"),
        ("minutes.", "full stop"),
        ("minutes ", "space"),
    ],
)
def test_a_name_that_windows_does_not_have_is_refused_with_the_reason(
    name: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SaveError, match=rf"^Windows does not allow the name .*{why}.*; save under another name\.$"):
        save(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["console.docx", "com10.docx", "auxiliary", "Llŷn – (2) [sic] & co.docx", ".docx", "nul-1"]
)
def test_names_that_only_look_like_it_are_saved(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    save(tmp_path / name, b"x")
    assert (tmp_path / name).read_bytes() == b"x"


def test_a_path_that_word_could_not_open_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / "Democratic Services and Elections" / "Committees and panels" / ("2026-27 " * 12).strip()
    deep.mkdir(parents=True)
    name = f"{'draft ' * (250 // 6)}minutes.docx"[-(262 - len(str(deep)) - 1) :]
    save(deep / name, b"x")
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SaveError, match="is 262 characters, and Word opens no file beyond 259"):
        save(deep / name, b"y")
    assert (deep / name).read_bytes() == b"x"
    save(deep / name[3:], b"z")


@settings(max_examples=40)
@given(st.text(max_size=300), st.text(max_size=300))
def test_whatever_a_body_is_called_its_file_has_a_name_everywhere(body: str, what: str) -> None:
    record = replace(RECORD, body=replace(RECORD.body, name=body))
    name = file_name(record, "docx", what)
    assert trouble_on_windows(name) == ""
    assert len(name.encode("utf-8")) <= 255
    assert name.endswith(".docx")


def test_a_long_welsh_name_is_cut_between_letters() -> None:
    record = replace(RECORD, body=replace(RECORD.body, name="Ŵ" * 200))
    assert file_name(record, "docx") == f"2026-06-19 {'Ŵ' * 60} draft minutes.docx"
