"""What of Clerk is loaded when the app starts: a module that slips in is seen, as a line in the golden list."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.screens.acting import assert_golden

_LIST = """
import sys, screens.app, screens.meeting
print("\\n".join(sorted(name for name in sys.modules if name.split(".")[0] in ("clerk", "exports", "screens"))))
"""


def test_the_start_of_the_app_loads_these_modules_and_no_others(update_golden: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LIST], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    assert_golden("loaded_at_the_start", "\n".join(done.stdout.split()), update_golden)


_TEXTUAL = """
import sys, screens.app, screens.meeting
print([name for name in ("_tree", "_directory_tree", "_select") if "textual.widgets." + name in sys.modules])
import textual.types
print(textual.types.DirEntry.__name__)
"""


def test_the_start_loads_no_trees_nor_lists_of_folders_and_leaves_textual_whole() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TEXTUAL], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    assert done.stdout.split("\n") == ["[]", "DirEntry", ""]
