"""A line on the page: a shared drawing of its inputs, and what changes while one types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components.icon import Icon
from frontend.fragments import fragment
from frontend.hooks import use_store
from frontend.leaves import Leaf
from frontend.locale import format_money, t
from frontend.pages.document_builder.amounts import Amounts
from frontend.pages.document_builder.lines import ITEM, TEXT, Line, read_line
from frontend.pages.document_builder.state import OpenDraft

TYPED = "builder:typed"
Problems = Mapping[str, str]


class Face(NamedTuple):
    """What of a line is drawn anew when it changes; what is typed into it is not."""

    generation: int
    kind: str
    shows_details: bool
    problems: tuple[tuple[str, str], ...]


@component
def LineRow(draft: OpenDraft, key_: str) -> VdomDict | None:
    """One line; a letter typed in it draws its amount only."""
    currency: str = use_store(draft.head, lambda head: head.currency)
    path = f"lines.{key_}."

    def face(line: Line) -> Face:
        problems = read_line(line, currency).problems
        return Face(line.generation, line.kind, line.shows_details, tuple(problems.items()))

    store = draft.lines[key_]
    shown: Face = use_store(store, face)
    refused = use_store(
        draft.refused,
        lambda known: tuple(
            (name.removeprefix(path), words)
            for name, words in known.items()
            if name.startswith(path)
        ),
    )
    line = store.value
    problems = (*refused, *shown.problems)
    return html.li(
        {
            "className": "builder-line",
            "data-line": key_,
            "data-kind": line.kind,
            "data-details": "" if shown.shows_details else None,
        },
        html.div(
            {"className": "builder-fields"},
            line_inputs(line, problems),
        ),
        _amount_of(draft, key_) if line.kind == ITEM else None,
    )


def _amount_of(draft: OpenDraft, key_: str) -> Leaf[Amounts]:
    """Return what the line comes to, drawn anew when that changes and nothing else is."""
    return Leaf(
        draft.amounts,
        line_amount,
        lambda amounts: (amounts.lines.get(key_), amounts.currency),
        key="amount",
    )


@fragment(version=lambda shown: shown)
def line_amount(shown: tuple[int | None, str]) -> VdomDict:
    """Draw what a line comes to; a dash until that is known."""
    minor, currency = shown
    words = format_money(minor, currency) if minor is not None and currency else "–"
    return html.output({"className": "builder-amount", "aria-label": t("Amount")}, words)


@fragment(version=lambda line, problems: (line, problems))
def line_inputs(line: Line, problems: tuple[tuple[str, str], ...]) -> VdomDict:
    """Draw what of a line's inputs is its own; the browser dresses them (line_pattern.py)."""
    wrong = dict(problems)
    is_item = line.kind == ITEM
    return html.div(
        {"className": "builder-inputs", "key": "inputs"},
        html.textarea(_own(line, "description", wrong))
        if line.kind == TEXT
        else html.input(_own(line, "name", wrong)),
        *(_numbers(line, wrong) if is_item else ()),
        _details(line, wrong) if is_item and line.shows_details else None,
        _errors(line, wrong),
    )


def _own(line: Line, name: str, wrong: Problems) -> dict[str, object]:
    fresh = {"key": f"{name}#{line.generation}"} if line.generation else {}
    return {
        **fresh,
        "name": name,
        "defaultValue": getattr(line, name) or None,
        "aria-invalid": "true" if name in wrong else None,
        "aria-describedby": f"line-{line.key}-error" if name in wrong else None,
    }


def _numbers(line: Line, wrong: Problems) -> tuple[VdomDict, ...]:
    price = {"price": wrong["unitPriceMinor"]} if "unitPriceMinor" in wrong else {}
    tax = _own(line, "tax_id", {"tax_id": ""} if "taxId" in wrong else {})
    del tax["defaultValue"]
    return (
        html.input(_own(line, "quantity", wrong)),
        html.input(_own(line, "price", {**wrong, **price})),
        html.select({**tax, "data-tax": line.tax_id or None}),
    )


def _details(line: Line, wrong: Problems) -> VdomDict:
    return html.div(
        {"className": "builder-details", "key": "details"},
        html.textarea(_own(line, "description", {})),
        html.label(
            {"className": "builder-detail", "key": "unit"},
            html.span(t("Unit")),
            html.input(_own(line, "unit", wrong)),
        ),
        html.label(
            {"className": "builder-detail", "key": "discount"},
            html.span(t("Discount in %")),
            html.input(_own(line, "discount", wrong)),
        ),
    )


def _errors(line: Line, wrong: Problems) -> VdomDict | None:
    if not wrong:
        return None
    return html.p(
        {
            "id": f"line-{line.key}-error",
            "className": "field-error builder-line-error",
            "role": "alert",
            "key": "error",
        },
        Icon("circle-alert", size=14),
        " ".join(
            t("{field}: {words}", field=_field_words(name), words=words)
            for name, words in wrong.items()
        ),
    )


def _field_words(name: str) -> str:
    return field_words().get(name, t("Item"))


def field_words() -> dict[str, str]:
    """Return what the fields of a line are called, by our names and the API's."""
    return {
        "name": t("Item"),
        "description": t("Description"),
        "quantity": t("Quantity"),
        "unit": t("Unit"),
        "price": t("Price"),
        "unitPriceMinor": t("Price"),
        "discount": t("Discount in %"),
        "discountPercent": t("Discount in %"),
        "taxId": t("Tax"),
    }
