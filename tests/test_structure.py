"""The house: which way the imports point, how long files and functions are, and what stands at the top."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from clerk.store import Store
from clerk.storing.part import StorePart

ROOT = Path(__file__).parents[1]
PACKAGES = ("clerk", "exports", "screens")
SOURCES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
MAY_IMPORT = {"clerk": {"clerk"}, "exports": {"clerk", "exports"}, "screens": {"clerk", "exports", "screens"}}
# The command line, which is cli.py and the modules it loads, reaches the others, and only inside functions.
REACHES_THE_OTHERS = {
    ROOT / "clerk" / "cli.py",
    ROOT / "clerk" / "__main__.py",
    *(ROOT / "clerk" / "command_line").glob("*.py"),
}


def imported(path: Path, *, inside_functions: bool = True) -> set[str]:
    """The top-level packages a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    names: set[str] = set()
    for node in ast.walk(tree):
        if not inside_functions and id(node) in hidden:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_point_from_screens_to_exports_to_clerk(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    everywhere = path not in REACHES_THE_OTHERS
    ours = imported(path, inside_functions=everywhere) & set(PACKAGES)
    assert ours <= MAY_IMPORT[package]
    if package != "screens":
        assert "textual" not in imported(path), "only screens may import textual"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_and_functions_are_short_enough_to_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


def test_the_app_starts_without_loading_word_or_the_readers() -> None:
    program = "import sys, screens.app, screens.meeting; print(sorted({'docx', 'lxml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_the_command_line_exports_without_loading_textual() -> None:
    program = "import sys, clerk.cli, exports.word, exports.text; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "False"


def test_the_top_level_holds_only_what_was_asked_for() -> None:
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    allowed = {"clerk", "screens", "exports", "tests", "docs", ".ci", "pyproject.toml", "README.md"}
    assert top <= allowed | {"LICENSE", "CHANGELOG.md", ".gitignore", ".gitattributes"}


def test_no_part_of_the_store_takes_the_place_of_anothers_method() -> None:
    named = [name for part in Store.__bases__ for name in vars(part) if not name.startswith("__")]
    assert sorted(named) == sorted({*named} - {*vars(StorePart)})


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_the_system_says_is_wrong_is_put_into_a_sentence_in_one_place(path: Path) -> None:
    assert path.name == "causes.py" or "strerror" not in path.read_text(encoding="utf-8")


def written_down() -> list[str]:
    """The modules, files and names that the documents speak of."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))]
    named = re.compile(r"`((?:clerk|exports|screens|tests)(?:\.\w+)+|(?:clerk|exports|screens|tests|docs)/[\w/.-]+)")
    return sorted({name for text in texts for name in named.findall(text)})


@pytest.mark.parametrize("name", written_down())
def test_what_the_documents_speak_of_is_there(name: str) -> None:
    if "/" in name:
        assert (ROOT / name).exists()
        return
    parts = name.split(".")
    whole = ROOT.joinpath(*parts)
    if whole.is_dir() or whole.with_suffix(".py").is_file():
        return
    module = ROOT.joinpath(*parts[:-1])
    file = module / "__init__.py" if module.is_dir() else module.with_suffix(".py")
    assert re.search(rf"\b{parts[-1]}\b", file.read_text(encoding="utf-8"))
