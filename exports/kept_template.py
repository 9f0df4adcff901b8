"""A body's kept template: a council's Word file taken once, and written on at every export after."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clerk.bodies import KeptTemplate
from exports.house_template import house_template
from exports.template import Template, open_template
from exports.word_package import W, open_word


def to_keep(file: Path) -> tuple[KeptTemplate, tuple[str, ...]]:
    """Return what is kept of a council's Word file, and what the officer should know of it, a sentence each.

    Raises ``NotWordError`` when it cannot be a template.
    """
    opened = open_template(file)
    kept = KeptTemplate(opened.name, opened.content, opened.width, opened.lists_before, opened.has_header)
    return kept, opened.notes


def as_template(kept: KeptTemplate) -> Template:
    """Return a kept template ready for minutes to be written in.

    One kept by an older Clerk may lack a style that minutes have since come to need; it is put in.
    """
    if _styles(house_template()) <= _styles(kept.content):
        return Template(kept.name, kept.content, kept.width, kept.lists_before, kept.has_header, ())
    return replace(open_template(kept.content, kept.name), has_header=kept.has_header, notes=())


def _styles(file: bytes) -> set[str]:
    tree = open_word(file, "the template").tree("word/styles.xml")
    return {style.get(f"{W}styleId", "") for style in tree.iter(f"{W}style")}
