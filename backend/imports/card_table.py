"""vCards as a table: a row for each card, and columns for as many values as the fullest one has.

Runs in a process of its own: see ``conversion``.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from backend.core.cells import format_list, harmless, restored
from backend.imports.cards import Card, Property, read_cards
from backend.imports.decoding import open_text
from backend.imports.errors import FileBroken
from backend.imports.lines import Lines

_MOST = 60
"""Values of one kind that get columns: more than a contact may have, lest one be lost unsaid."""
_MOST_LINKS = 20
_KINDS = ("fax", "mobile", "billing", "shipping", "work", "home", "main", "other")
_WORDS = {
    "cell": "mobile", "mobile": "mobile", "iphone": "mobile", "fax": "fax", "work": "work",
    "business": "work", "home": "home", "billing": "billing", "delivery": "shipping",
    "shipping": "shipping", "main": "main", "other": "other",
}  # fmt: skip
_ADDRESS = ("type", "street", "extended", "PO box", "city", "region", "postal code", "country")
Group = tuple[str, tuple[str, ...], Callable[[Card], list[tuple[str, ...]]], int]


def convert_cards(path: Path, encoding: str | None, output: Path) -> dict[str, Any]:
    """Write the cards of a file as CSV in UTF-8, and return its encoding.

    Raises:
        FileBroken: there is no card in it.
        EncodingUnknown
    """
    width = [0] * len(_GROUPS)
    count = 0
    with (
        path.open("rb") as file,
        open_text(file, encoding) as text,
        # How many columns there are is known at the end.
        TemporaryFile("w+", encoding="utf-8", dir=output.parent) as read_once,
        # What could not be decoded is a byte that cannot be decoded in UTF-8 either.
        output.open("w", encoding="utf-8", errors="surrogateescape", newline="") as table,
    ):
        found = text.encoding
        for card in read_cards(Lines(text)):
            values = [read(card)[:most] for _, _, read, most in _GROUPS]
            width = list(map(max, width, map(len, values)))
            print(json.dumps(values), file=read_once)
            count += 1
        if not count:
            raise FileBroken(kind="vcard")
        read_once.seek(0)
        writer = csv.writer(table)
        writer.writerow(_header(width))
        for line in read_once:
            writer.writerow([_kept(cell) for cell in _row(json.loads(line), width)])
    return {"encoding": found}


def _header(width: Sequence[int]) -> Iterable[str]:
    for (name, parts, _, most), count in zip(_GROUPS, width, strict=True):
        for number in range(1, count + 1):
            title = name if most == 1 else f"{name} {number}"
            yield from (f"{title} {part}".strip() for part in parts)


def _row(values: Sequence[Sequence[Sequence[str]]], width: Sequence[int]) -> Iterable[str]:
    for (_, parts, _, _), found, count in zip(_GROUPS, values, width, strict=True):
        for each in found:
            yield from each
        yield from [""] * (len(parts) * (count - len(found)))


def _kept(cell: str) -> str:
    """Return what is read back as the cell was: an apostrophe may be taken for a spreadsheet's."""
    return cell if restored(cell) == cell else harmless(cell)


def _one(read: Callable[[Card], str]) -> Callable[[Card], list[tuple[str, ...]]]:
    def values(card: Card) -> list[tuple[str, ...]]:
        text = read(card)
        return [(text,)] if text else []

    return values


def _name(place: int) -> Callable[[Card], str]:
    def read(card: Card) -> str:
        name = card.first("N")
        parts = name.parts() if name else []
        return " ".join(parts[place].split()) if place < len(parts) else ""

    return read


def _full_name(card: Card) -> str:
    """Return the name as it is shown, where it is the only one: a company's is its own."""
    is_named = any(_name(place)(card) for place in (0, 1, 2))
    return "" if is_named or _is_company(card) else _text("FN")(card)


def _is_company(card: Card) -> bool:
    kind = card.first("KIND") or card.first("X-ADDRESSBOOKSERVER-KIND")
    shown = card.first("X-ABSHOWAS")
    return bool(
        (kind and kind.text().lower() in ("org", "organization"))
        or (shown and shown.text().upper() == "COMPANY")
    )


def _company(card: Card) -> str:
    organization = card.first("ORG")
    name = organization.parts()[0] if organization else ""
    return name or (_text("FN")(card) if _is_company(card) else "")


def _department(card: Card) -> str:
    organization = card.first("ORG")
    return ", ".join(filter(None, organization.parts()[1:])) if organization else ""


def _text(name: str) -> Callable[[Card], str]:
    def read(card: Card) -> str:
        found = card.first(name)
        return found.text() if found else ""

    return read


def _kind(each: Property) -> str:
    kinds = {_WORDS[word] for word in each.types if word in _WORDS}
    if not kinds and "pref" in each.types:
        return "main"
    return next((kind for kind in _KINDS if kind in kinds), "")


def _ways(name: str, scheme: str) -> Callable[[Card], list[tuple[str, ...]]]:
    """Return what reads the e-mails or phones of a card, with their kinds. One without a kind is
    the main one where it is preferred, and any other where another is."""

    def values(card: Card) -> list[tuple[str, ...]]:
        found = [(_bare(each.text(), scheme), _kind(each)) for each in card.all(name)]
        is_one_preferred = any("pref" in each.types for each in card.all(name))
        rest = "other" if is_one_preferred else ""
        return [(text, kind or rest) for text, kind in found if text]

    return values


def _bare(text: str, scheme: str) -> str:
    """Return a number or address without the scheme of an URI, and what comes after a number."""
    if text[: len(scheme)].lower() == scheme:
        return text[len(scheme) :].split(";", maxsplit=1)[0].split("?", maxsplit=1)[0]
    return text


def _addresses(card: Card) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for each in card.all("ADR"):
        parts = [text or "" for text, _ in zip_longest(each.parts()[:7], range(7), fillvalue="")]
        box, extended, street, city, region, code, country = (str(part) for part in parts)
        kind = _kind(each)
        country = each.country or country
        found.append((kind, street, extended, box, city, region, code, country))
    return found


def _labels(card: Card) -> str:
    return format_list([item for each in card.all("CATEGORIES") for item in each.items()])


_GROUPS: tuple[Group, ...] = (
    ("Given name", ("",), _one(_name(1)), 1),
    ("Middle name", ("",), _one(_name(2)), 1),
    ("Family name", ("",), _one(_name(0)), 1),
    ("Full name", ("",), _one(_full_name), 1),
    ("Company", ("",), _one(_company), 1),
    ("Department", ("",), _one(_department), 1),
    ("Position", ("",), _one(_text("TITLE")), 1),
    ("Role", ("",), _one(_text("ROLE")), 1),
    ("E-mail", ("", "type"), _ways("EMAIL", "mailto:"), _MOST),
    ("Phone", ("", "type"), _ways("TEL", "tel:"), _MOST),
    ("Address", _ADDRESS, _addresses, _MOST),
    ("Labels", ("",), _one(_labels), 1),
    ("Website", ("",), lambda card: [(each.text(),) for each in card.all("URL")], _MOST_LINKS),
    ("Birthday", ("",), _one(_text("BDAY")), 1),
    ("Anniversary", ("",), _one(_text("ANNIVERSARY")), 1),
    ("Nickname", ("",), _one(_text("NICKNAME")), 1),
    ("Notes", ("",), _one(_text("NOTE")), 1),
    ("Created at", ("",), _one(_text("CREATED")), 1),
)
