"""The lines of a draft: added by Enter, moved by drag and keys, filled from products."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import isawaitable
from typing import Any

from reactpy import component, html, use_ref
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button
from frontend.components.icon import Icon
from frontend.events import Detail
from frontend.fragments import FragmentList, fragment, target
from frontend.hooks import use_store, use_target
from frontend.locale import format_money, t
from frontend.pages.document_builder.line_acts import LineActs, Offers
from frontend.pages.document_builder.line_pattern import pattern
from frontend.pages.document_builder.line_rows import TYPED, LineRow
from frontend.pages.document_builder.state import OpenDraft

_lines = Vdom("carnet-builder-lines")


@component
def Lines(draft: OpenDraft) -> VdomDict:
    """The lines, what adds more, and the products that are offered while one types."""
    acts: LineActs = use_ref(LineActs(draft)).current

    def typed(event: Mapping[str, Any]) -> None:
        field = event["target"]
        key = field.get("id", "").removeprefix("line-").removesuffix(f"-{field['name']}")
        draft.type_line(key, field["name"], field["value"])

    use_target(TYPED, typed)

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        act, key = told.text("act"), told.text("line", "")
        if act == "add":
            acts.add(told.text("kind"), key, told.text("key"))
        elif act == "move":
            acts.move(key, told.whole("place"))
        elif act == "look":
            await acts.look(key, told.text("text", ""))
        elif act == "pick":
            acts.pick(key, told.text("product"))
        else:
            plain = {"duplicate": acts.duplicate, "delete": acts.delete, "open": acts.open}
            outcome = {**plain, "keep": acts.keep}.get(act, _nothing)(key)
            if isawaitable(outcome):
                await outcome

    return _lines(
        {
            "className": "builder-lines",
            "key": "lines",
            "onact": acted,
            "pattern": pattern(draft.drafting.get("taxes", ())),
        },
        _heads(),
        Rows(draft, key="rows"),
        html.div(
            {"className": "builder-add", "key": "add"},
            _add("ITEM", "plus", t("Line")),
            _add("HEADING", "type", t("Heading")),
            _add("TEXT", "text-quote", t("Text")),
        ),
        OfferList(acts, key="offers"),
        _keys(),
    )


def _nothing(key: str) -> None:
    """Stand for an act that is none."""


@component
def Rows(draft: OpenDraft) -> VdomDict:
    """The lines in their order."""
    order: tuple[str, ...] = use_store(draft.order)
    return html.ol(
        {"className": "builder-rows", "aria-label": t("Lines"), "onInput": target(TYPED)},
        *(LineRow(draft, key, key=key) for key in order if key in draft.lines),
    )


def _add(kind: str, icon: str, label: str) -> VdomDict:
    return Button(
        label, icon=icon, small=True, variant="ghost", attributes={"data-add": kind, "key": kind}
    )


@fragment(version=lambda: ())
def _heads() -> VdomDict:
    return html.div(
        {"className": "builder-heads", "key": "heads", "aria-hidden": "true"},
        html.span(),
        html.span(t("Item")),
        html.span({"className": "builder-head-number"}, t("Quantity")),
        html.span({"className": "builder-head-number"}, t("Price")),
        html.span(t("Tax")),
        html.span({"className": "builder-head-number"}, t("Amount")),
        html.span(),
    )


@component
def OfferList(acts: LineActs) -> VdomDict:
    """Products for the line that is written; the browser opens and places it."""
    offers: Offers = use_store(acts.offers)
    rows = [
        _offer(place, each["id"], each["name"], each["price"]["minor"], each["price"]["currency"])
        for place, each in enumerate(offers.products)
    ]
    if offers.can_keep:
        rows.append(_keep(offers.text.strip()))
    return html.div(
        FragmentList(
            "div",
            {
                "id": "builder-offers",
                "className": "combobox-list builder-offers",
                "role": "listbox",
                "popover": "manual",
                "aria-label": t("Products"),
                "data-line": offers.line,
                "data-text": offers.text,
            },
            rows,
        )
    )


@fragment(version=lambda *given: given)
def _offer(place: int, product_id: str, name: str, minor: int, currency: str) -> VdomDict:
    return html.div(
        {
            "id": f"builder-offer-{place}",
            "key": product_id,
            "role": "option",
            "aria-selected": "false",
            "className": "combobox-option",
            "data-product": product_id,
        },
        html.span({"className": "combobox-label"}, name),
        html.span(
            {"className": "combobox-hint builder-offer-price"}, format_money(minor, currency)
        ),
    )


@fragment(version=lambda text: text)
def _keep(text: str) -> VdomDict:
    return html.div(
        {
            "id": "builder-offer-keep",
            "key": "keep",
            "role": "option",
            "aria-selected": "false",
            "className": "combobox-option combobox-create",
            "data-keep": "",
        },
        Icon("plus", size=14),
        html.span({"className": "combobox-label"}, t("Keep “{name}” as a product", name=text)),
    )


@fragment(version=lambda: ())
def _keys() -> VdomDict:
    """The keys, for the list of shortcuts."""
    keys = {
        "Enter": t("Add a line below"),
        "Alt+ArrowUp": t("Move the line up"),
        "Alt+ArrowDown": t("Move the line down"),
        "Mod+D": t("Duplicate the line"),
        "Alt+Delete": t("Delete the line"),
    }
    return html.ul(
        {"hidden": True, "key": "keys"},
        *(html.li({"key": name, "data-also-keys": name}, keys[name]) for name in keys),
    )
