"""A line on the page: a shared drawing of its inputs, and what changes while one types."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import NamedTuple

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import IconButton, Option, Select
from frontend.components.elements import Child
from frontend.components.icon import Icon
from frontend.fragments import fragment, target
from frontend.hooks import use_store
from frontend.locale import format_money, t
from frontend.pages.document_builder.lines import HEADING, ITEM, Line, read_line
from frontend.pages.document_builder.state import OpenDraft

NAME_LENGTH, TEXT_LENGTH, UNIT_LENGTH, NUMBER_LENGTH = 200, 4_000, 30, 24
TYPED = "builder:typed"
Problems = Mapping[str, str]


class Face(NamedTuple):
    """What of a line is drawn anew when it changes; what is typed into it is not."""

    generation: int
    kind: str
    shows_details: bool
    problems: tuple[tuple[str, str], ...]


class TaxChoice(NamedTuple):
    """A tax that can be chosen."""

    id: str
    label: str


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
            _handle(),
            line_inputs(line, _taxes(draft, line), problems),
            _acts(line.kind == ITEM),
        ),
        LineAmount(draft, key_, key="amount") if line.kind == ITEM else None,
    )


@component
def LineAmount(draft: OpenDraft, key_: str) -> VdomDict:
    """What the line comes to."""
    currency: str = use_store(draft.amounts, lambda amounts: amounts.currency)
    minor: int | None = use_store(draft.amounts, lambda amounts: amounts.lines.get(key_))
    words = format_money(minor, currency) if minor is not None and currency else "–"
    return html.output({"className": "builder-amount", "aria-label": t("Amount")}, words)


def _taxes(draft: OpenDraft, line: Line) -> tuple[TaxChoice, ...]:
    """Return the taxes to choose from: those in use, and the one that the line has."""
    return tuple(
        TaxChoice(tax["id"], tax["name"])
        for tax in draft.drafting.get("taxes", ())
        if not tax["isArchived"] or tax["id"] == line.tax_id
    )


def _version(
    line: Line, taxes: tuple[TaxChoice, ...], problems: tuple[tuple[str, str], ...]
) -> Hashable:
    return line, taxes, problems


@fragment(version=_version)
def line_inputs(
    line: Line, taxes: tuple[TaxChoice, ...], problems: tuple[tuple[str, str], ...]
) -> VdomDict:
    """Draw the inputs of a line; events go to fixed targets, which find it by ``data-line``."""
    wrong = dict(problems)
    is_item = line.kind == ITEM
    words = {
        ITEM: t("Item"),
        HEADING: t("Heading of a section"),
    }.get(line.kind, t("Text"))
    first: Child = (
        _area(line, "description", words, words)
        if line.kind == "TEXT"
        else _name(line, words, wrong)
    )
    return html.div(
        {"className": "builder-inputs", "key": "inputs"},
        first,
        *(_numbers(line, taxes, wrong) if is_item else ()),
        _details(line, wrong) if is_item and line.shows_details else None,
        _errors(line, wrong),
    )


@fragment(version=lambda: ())
def _handle() -> VdomDict:
    return html.button(
        {
            "type": "button",
            "className": "builder-handle",
            "key": "handle",
            "title": t("Drag to move; Alt and the arrows move too"),
            "aria-label": t("Move the line"),
            "data-handle": "",
        },
        Icon("grip-vertical", size=14),
    )


def _attributes(line: Line, name: str, label: str, wrong: Problems) -> dict[str, object]:
    return {
        "id": f"line-{line.key}-{name}",
        "key": f"{name}#{line.generation}",
        "name": name,
        "defaultValue": getattr(line, name),
        "onInput": target(TYPED),
        "data-line": line.key,
        "aria-label": label,
        "autocomplete": "off",
        "aria-invalid": "true" if name in wrong else None,
        "aria-describedby": f"line-{line.key}-error" if name in wrong else None,
    }


def _name(line: Line, label: str, wrong: Problems) -> VdomDict:
    offers = {
        "role": "combobox",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": "builder-offers",
    }
    return html.input(
        {
            **_attributes(line, "name", label, wrong),
            **(offers if line.kind == ITEM else {}),
            "className": "input builder-name",
            "type": "text",
            "placeholder": label,
            "maxLength": NAME_LENGTH,
        }
    )


def _area(line: Line, name: str, label: str, placeholder: str) -> VdomDict:
    return html.textarea(
        {
            **_attributes(line, name, label, {}),
            "className": f"input input-area builder-{name}",
            "rows": 1,
            "placeholder": placeholder,
            "maxLength": TEXT_LENGTH,
        }
    )


def _number(line: Line, name: str, label: str, wrong: Problems, placeholder: str = "") -> VdomDict:
    return html.input(
        {
            **_attributes(line, name, label, wrong),
            "className": f"input builder-number builder-{name}",
            "type": "text",
            "inputMode": "decimal",
            "placeholder": placeholder or None,
            "maxLength": NUMBER_LENGTH,
        }
    )


def _numbers(line: Line, taxes: tuple[TaxChoice, ...], wrong: Problems) -> tuple[VdomDict, ...]:
    options = [Option("", t("No tax")), *(Option(tax.id, tax.label) for tax in taxes)]
    given = _attributes(line, "tax_id", t("Tax"), {"tax_id": ""} if "taxId" in wrong else {})
    del given["defaultValue"], given["onInput"]
    return (
        _number(line, "quantity", t("Quantity"), wrong, "0"),
        _number(line, "price", t("Price"), {**wrong, **_renamed(wrong)}, "0"),
        Select(
            options,
            value=line.tax_id,
            attributes={**given, "className": "builder-tax", "onChange": target(TYPED)},
        ),
    )


def _renamed(wrong: Problems) -> dict[str, str]:
    return {"price": wrong["unitPriceMinor"]} if "unitPriceMinor" in wrong else {}


def _details(line: Line, wrong: Problems) -> VdomDict:
    return html.div(
        {"className": "builder-details", "key": "details"},
        _area(line, "description", t("Description"), t("Description")),
        html.label(
            {"className": "builder-detail", "key": "unit"},
            html.span(t("Unit")),
            html.input(
                {
                    **_attributes(line, "unit", t("Unit"), wrong),
                    "className": "input builder-unit",
                    "type": "text",
                    "placeholder": t("hour, day …"),
                    "maxLength": UNIT_LENGTH,
                }
            ),
        ),
        html.label(
            {"className": "builder-detail", "key": "discount"},
            html.span(t("Discount in %")),
            _number(line, "discount", t("Discount of the line in percent"), wrong, "0"),
        ),
    )


@fragment(version=lambda is_item: is_item)
def _acts(is_item: bool) -> VdomDict:
    def act(icon: str, label: str, name: str) -> VdomDict:
        given = {"data-act": name, "key": name}
        return IconButton(icon, label, small=True, attributes=given)

    return html.span(
        {"className": "builder-acts", "key": "acts"},
        act("settings-2", t("Description, unit, discount"), "open") if is_item else None,
        act("copy", t("Duplicate the line"), "duplicate"),
        act("trash-2", t("Delete the line"), "delete"),
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
