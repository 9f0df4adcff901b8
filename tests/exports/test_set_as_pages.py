"""Every kind of Word copy is set as pages by another word processor, where LibreOffice is installed."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from clerk.demo import demo_record
from exports.copies import WORD_KINDS, write_copy
from tests.clerk.two_meetings import confirmed

NOW = datetime(2026, 11, 24, 10, 45)
SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_every_kind_of_copy_is_set_as_pages_by_libreoffice(tmp_path: Path) -> None:
    record = demo_record(NOW)
    for kind in WORD_KINDS:
        write_copy(tmp_path / f"{kind}.docx", kind, confirmed(record) if kind == "confirmed" else record)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE or "", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True)
    pages = {kind: (tmp_path / f"{kind}.pdf").read_bytes() for kind in WORD_KINDS}
    assert all(content.startswith(b"%PDF") and content.count(b"/Type/Page") > 1 for content in pages.values())
