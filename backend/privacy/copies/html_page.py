"""The pages that a person reads: no scripts, nothing from elsewhere, in the account's language."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from backend.privacy.copies.sections import Section
from backend.privacy.copies.values import Reader
from backend.privacy.copies.words import field_words, kinds, section_words

_HIDDEN = frozenset(
    {
        *("id", "quoted_html", "version", "before", "after", "bulk", "added", "removed"),
        *("from_workflow", "into_contact", "other_contact", "deletion", "archived"),
        *("action", "outcome", "campaign", "problem", "category", "tax_on_debits", "look"),
    }
)
"""Of use to programs only; all of it is in the JSON and the CSV."""
UNREAD = frozenset({"undo", "merges", "duplicates"})
"""Sections that are for programs as a whole: states of rows, as they could be brought back."""
_DEEPEST = 6


@cache
def _style() -> tuple[str, str]:
    text = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return text, digest


def page(reader: Reader, title: str, body: Iterator[str]) -> Iterator[str]:
    """Yield a whole page around a body."""
    style, digest = _style()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield (
        f'<!DOCTYPE html>\n<html lang="{reader.locale}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex, nofollow">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
    )
    yield from body
    yield "</main>\n</body>\n</html>\n"


def section_page(reader: Reader, section: Section, home: str) -> Iterator[str]:
    """Yield the page of one section; ``home`` are the words of the way back."""
    title = section_words(reader.locale, section.name)

    def body() -> Iterator[str]:
        yield f'<p><a href="../index.html">‹ {escape(home)}</a></p>\n<h1>{escape(title)}</h1>\n'
        yield f'<p class="soft">{count_words(reader, section.count)}</p>\n'
        for row in section.rows():
            if section.name == "history" and row["kind"] not in kinds():
                continue  # what changed inside, such as an index
            yield f'<article class="entry">{_fields(reader, row, "../", 0)}</article>\n'

    return page(reader, title, body())


def count_words(reader: Reader, count: int) -> str:
    """Return how many entries there are."""
    if count == 1:
        return reader.word("1 entry")
    return reader.word("{count} entries", count=reader.text("count", count, {}))


def details(reader: Reader, row: Mapping[str, Any]) -> str:
    """Return a row as a list of its fields, on the index."""
    return _fields(reader, dict(row), "", 0)


def _fields(
    reader: Reader, fields: dict[str, Any], up: str, depth: int, currency: str | None = None
) -> str:
    # Amounts of lines and payments are in the currency of their document.
    beside = fields if "currency" in fields else {**fields, "currency": currency}
    parts = [
        f"<dt>{escape(field_words(reader.locale, name))}</dt><dd>{shown}</dd>"
        for name, value in fields.items()
        if not is_hidden(name, fields) and (shown := _value(reader, name, value, beside, up, depth))
    ]
    return f"<dl>{''.join(parts)}</dl>" if parts else ""


def is_hidden(name: str, fields: Mapping[str, Any]) -> bool:
    """Whether a field is a number of ours, or a word that only programs understand."""
    is_number = name.endswith(("_id", "_ids")) and name != "lead_id"
    return is_number or name in _HIDDEN or f"{name}_name" in fields


def _value(
    reader: Reader, name: str, value: Any, fields: dict[str, Any], up: str, depth: int
) -> str:
    if value is None or value in ("", [], {}):
        return ""
    if name == "enclosed" and isinstance(value, list):
        return _files(reader, value, up)
    if depth > _DEEPEST:
        return escape(str(value))
    if isinstance(value, dict):
        return _fields(reader, value, up, depth + 1, fields.get("currency"))
    if isinstance(value, list):
        items = (_value(reader, name, each, fields, up, depth + 1) for each in value)
        shown = "".join(f"<li>{item}</li>" for item in items if item)
        return f"<ul>{shown}</ul>" if shown else ""
    return escape(reader.text(name, value, fields))


def _files(reader: Reader, files: list[Any], up: str) -> str:
    shown = []
    for each in files:
        name = escape(str(each["name"]))
        if each["path"]:
            shown.append(f'<li><a href="{up}{quote(each["path"])}">{name}</a></li>')
        else:
            lost = reader.word("{name}: the file could not be found any more", name=each["name"])
            shown.append(f"<li>{escape(lost)}</li>")
    return f"<ul>{''.join(shown)}</ul>"
