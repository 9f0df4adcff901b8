"""How long the Word export takes, beside pandoc where it is installed: ``python tests/benchmarks/word.py``.

Times of one run on one machine are compared with each other only. Pandoc is given the same minutes as Markdown; its own
start is counted, since that is how a program would use it.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from clerk.minutes import Block, Heading, ListItem, ListStyle, Minutes, Paragraph, Role, Run
from exports.markdown import markdown
from exports.printed import printed_text
from exports.word import Properties, word_bytes, word_text

WHEN = datetime(2026, 1, 1, tzinfo=UTC)
PROPERTIES = Properties("Wexcombe Borough Council", WHEN, WHEN)
SENTENCE = "Members were told in answer to a question that the number had risen since the spring and would be watched. "


def item(number: int) -> list[Block]:
    """One item of business: nine paragraphs, two lists."""

    def point(index: int, label: str) -> ListItem:
        return ListItem(ListStyle.ROMAN, 2 * number, 0, label, (Run(SENTENCE * (index + 1)),), number)

    def limb(label: str) -> ListItem:
        return ListItem(ListStyle.LETTER, 2 * number + 1, 0, label, (Run(f"That part {label} be noted;"),), number)

    return [
        Heading(2, f"Business of the day, part {number}", f"{number}.", number),
        Paragraph(Role.BODY, (Run(SENTENCE * 3),), number),
        Paragraph(Role.LEAD_IN, (Run("Arising from discussion the following points were noted:"),), number),
        point(0, "(i)"),
        point(1, "(ii)"),
        point(2, "(iii)"),
        Paragraph(Role.DECISION_LABEL, (Run("RESOLVED:", bold=True),), number, keep_next=True),
        limb("(a)"),
        limb("(b)"),
    ]


def minutes(items: int) -> Minutes:
    """Minutes with so many items."""
    blocks = [block for number in range(1, items + 1) for block in item(number)]
    return Minutes("Benchmark", "Wexcombe Board", "DRAFT", (Heading(1, "Benchmark"), *blocks))


def seconds(action: Callable[[], object], times: int) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def pandoc(text: str, folder: Path) -> Callable[[], object]:
    """What turns Markdown into Word the usual way."""
    source = folder / "minutes.md"
    source.write_text(text, encoding="utf-8")
    command = ["pandoc", "-f", "markdown", str(source), "-o", str(folder / "minutes.docx")]
    return lambda: subprocess.run(command, check=True)


def read_back(tree: Minutes) -> bool:
    """Write and compare, as ``write_word`` does."""
    return word_text(word_bytes(tree, PROPERTIES)) == printed_text(tree)


def main() -> None:
    """Print a line for 10, 100 and 1,000 items."""
    mine: dict[int, float] = {}
    print("items   export   export and read back   pandoc   pandoc / export")
    with tempfile.TemporaryDirectory() as folder:
        for items in (10, 100, 1000):
            tree = minutes(items)
            word_bytes(tree, PROPERTIES)
            mine[items] = seconds(partial(word_bytes, tree, PROPERTIES), 15)
            checked = seconds(partial(read_back, tree), 7)
            line = f"{items:5}  {mine[items] * 1000:6.1f} ms  {checked * 1000:13.1f} ms"
            if shutil.which("pandoc"):
                other = seconds(pandoc(markdown(tree), Path(folder)), 3)
                line += f"  {other * 1000:11.0f} ms  {other / mine[items]:10.1f}"
            print(line)
    print(f"1,000 items take {mine[1000] / mine[100]:.1f} times as long as 100.")


if __name__ == "__main__":
    main()
