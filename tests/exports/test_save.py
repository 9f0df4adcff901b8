"""A file is put in its place whole, or the one before it stays."""

import errno
import os
from pathlib import Path

import pytest

from exports.save import ExportError, SaveError, save


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.docx"
    path.write_bytes(b"old")
    return path


def _only(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _fail(error: OSError) -> object:
    def failing(*_: object) -> None:
        raise error

    return failing


def test_a_new_file_holds_what_was_saved(tmp_path: Path) -> None:
    save(tmp_path / "new.docx", b"all of it")
    assert (tmp_path / "new.docx").read_bytes() == b"all of it"
    assert _only(tmp_path) == ["new.docx"]


def test_an_old_file_is_replaced(old: Path) -> None:
    save(old, b"new")
    assert old.read_bytes() == b"new"
    assert _only(old.parent) == ["minutes.docx"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match=r"no folder .*nowhere; make it first"):
        save(tmp_path / "nowhere" / "minutes.docx", b"x")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="is a folder; give the name of a file"):
        save(tmp_path, b"x")


def test_a_full_disk_leaves_the_old_file_and_nothing_else(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _fail(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(SaveError, match=r"disk is full, so minutes\.docx was not saved"):
        save(old, b"new")
    assert old.read_bytes() == b"old"
    assert _only(old.parent) == ["minutes.docx"]


def test_a_file_open_elsewhere_brings_the_offer_of_a_free_name(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (old.parent / "minutes (2).docx").write_bytes(b"taken")
    monkeypatch.setattr(os, "replace", _fail(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(SaveError, match=r"open in another program .*save as minutes \(3\)\.docx instead"):
        save(old, b"new")
    assert old.read_bytes() == b"old"
    assert _only(old.parent) == ["minutes (2).docx", "minutes.docx"]


def test_a_closed_folder_says_so(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", _fail(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(SaveError, match="You may not save in"):
        save(old, b"new")


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_may_not_be_written_leaves_the_old_file(old: Path) -> None:
    old.parent.chmod(0o500)
    try:
        with pytest.raises(SaveError, match="You may not save in"):
            save(old, b"new")
        assert old.read_bytes() == b"old"
    finally:
        old.parent.chmod(0o700)


@pytest.mark.parametrize("name", ["m" * 300 + ".docx", "nul\0.docx"])
def test_a_name_the_system_does_not_allow_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(SaveError, match="does not allow the name"):
        save(tmp_path / name, b"x")
    assert _only(tmp_path) == []


def test_an_error_of_another_kind_names_the_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", _fail(OSError(errno.EIO, "Input/output error")))
    with pytest.raises(ExportError, match=r"minutes\.docx was not saved \(Input/output error\)"):
        save(old, b"new")
    assert _only(old.parent) == ["minutes.docx"]


def test_stopping_half_way_leaves_no_temporary_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        save(old, b"new")
    assert _only(old.parent) == ["minutes.docx"]


@pytest.mark.skipif(os.name == "nt", reason="links and file modes are Unix's")
def test_a_link_stays_a_link_and_the_mode_stays_as_it_was(old: Path, tmp_path: Path) -> None:
    old.chmod(0o664)
    link = tmp_path / "link.docx"
    link.symlink_to(old)
    save(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"
    assert old.stat().st_mode & 0o777 == 0o664
