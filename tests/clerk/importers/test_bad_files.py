"""Bad files: one clear sentence, within bounded memory, and without a look at the network."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from clerk.importers.reading import UnreadableError
from clerk.importers.recognise import names, read_file
from tests.clerk.importers.hostile_files import BAD

ROOT = Path(__file__).parents[3]
READ_ALL = """
import json, socket, sys
from pathlib import Path
def refuse(*args, **others): raise SystemExit(f"the network was asked for: {args}")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from clerk.importers.recognise import read_file
from clerk.importers.reading import UnreadableError
said = {}
for name in sys.argv[1:]:
    try:
        sentence = f"read: {len(read_file(Path(name)).record.items)} items"
    except UnreadableError as error:
        sentence = str(error)
    said[name] = sentence
peak = 0
if sys.platform != "win32":
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)
print(json.dumps([said, peak]))
"""
"""Megabytes are measured where the system tells them."""


def run(paths: list[Path]) -> tuple[dict[str, str], int]:
    import json

    done = subprocess.run(
        [sys.executable, "-c", READ_ALL, *map(str, paths)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    said, peak = json.loads(done.stdout)
    return said, peak


def test_every_bad_file_is_refused_in_one_sentence_and_in_little_memory(tmp_path: Path) -> None:
    import re

    paths = {}
    for at, (name, (write, _)) in enumerate(BAD.items()):
        folder = tmp_path / str(at)
        folder.mkdir()
        paths[name] = write(folder)
    said, peak = run(list(paths.values()))
    for name, (_, words) in BAD.items():
        sentence = said[str(paths[name])]
        assert re.search(words, sentence), (name, sentence)
        assert "\n" not in sentence, (name, sentence)
    assert peak < 500, f"{peak} MB"


def test_a_folder_and_a_file_that_is_gone_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(UnreadableError, match="There is no file"):
        read_file(tmp_path / "gone.docx")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "agenda.txt"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableError, match="not an ordinary file"):
        read_file(pipe)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no such device")
def test_a_device_is_not_read() -> None:
    with pytest.raises(UnreadableError, match="not an ordinary file"):
        read_file(Path("/dev/zero"))


def test_a_file_that_another_program_holds_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "agenda.docx"
    path.write_bytes(b"1. Apologies\n2. Minutes\n")

    def locked(*args: object, **others: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(UnreadableError, match="close it there"):
        read_file(path)


def test_a_file_that_vanishes_while_it_is_opened_is_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "agenda.txt"
    path.write_text("1. Apologies\n2. Minutes\n", encoding="utf-8")
    kept = Path.open

    def vanished(self: Path, *args: object, **others: object) -> object:
        self.unlink()
        return kept(self, "rb")

    monkeypatch.setattr(Path, "open", vanished)
    with pytest.raises(UnreadableError, match="There is no file"):
        read_file(path)


@pytest.mark.parametrize("wanted", names())
def test_no_reader_asked_for_by_name_breaks_on_a_file_it_does_not_fit(
    tmp_path: Path, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    for data in (
        "<html><body><p>Bins on Monday</p></body></html>",
        "Dear all, the meeting is off.",
        "{}",
        "<meeting/>",
    ):
        path = tmp_path / "agenda.docx"
        path.write_text(data, encoding="utf-8")
        with pytest.raises(UnreadableError) as refusal:
            read_file(path, wanted)
        assert "\n" not in str(refusal.value)
        assert len(str(refusal.value)) > 20
