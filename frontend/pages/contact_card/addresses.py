"""The postal addresses, laid out as their countries do; each is edited where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Icon, IconButton, Notice, SelectField
from frontend.components.unsaved import Unsaved
from frontend.hooks import use_form, use_store
from frontend.locale import t, territory_name
from frontend.pages.contact_card.channels import copy_button
from frontend.pages.contact_card.permission import use_may_write
from frontend.pages.contact_card.removing import remove_address
from frontend.pages.contact_card.state import CardState
from frontend.pages.contact_parts.address_edit import AddressEdit
from frontend.pages.contact_parts.address_fields import AddressFields
from frontend.pages.contact_parts.edits import ITEM_FIELDS
from frontend.pages.contact_parts.words import address_kinds, options

Item = Mapping[str, Any]
NO_WORDS: tuple[str, ...] = ()
NOTHING = ""
NEW = "new"
NAMES = ITEM_FIELDS["addresses"]


@component
def Addresses(state: CardState, *, whole: bool = False) -> VdomDict | None:
    """The addresses; in `whole` view with the way to change them, and to one more."""
    items: Sequence[Item] = use_store(
        state.contact, lambda contact: (contact or {}).get("addresses", ())
    )
    may_write = use_may_write(state) and whole
    edited, set_edited = use_state(NOTHING)
    if not items and not may_write:
        return None

    def close() -> None:
        set_edited(NOTHING)

    rows: list[VdomDict | Component] = [
        _Editor(state, item, on_close=close, key=f"edit-{item['id']}")
        if may_write and edited == item["id"]
        else _address(state, item, set_edited if may_write else None)
        for item in items
    ]
    if may_write and edited == NEW:
        rows.append(_Editor(state, None, on_close=close, key="edit-new"))
    elif may_write:
        rows.append(_add(lambda: set_edited(NEW)))
    return html.section(
        {"className": "quick-section", "aria-label": t("Addresses")},
        html.ul({"className": "quick-rows"}, *rows),
    )


def _add(begin: Callable[[], None]) -> VdomDict:
    return html.li(
        {"className": "quick-row quick-row-empty", "key": "add"},
        html.span({"className": "quick-row-icon"}, Icon("map-pin")),
        html.div(
            {"className": "quick-row-main"},
            html.button(
                {
                    "type": "button",
                    "id": "quick-address-new",
                    "className": "quick-add",
                    "onClick": lambda event: begin(),
                },
                t("Add an address"),
            ),
        ),
    )


def _address(state: CardState, item: Item, edit: Callable[[str], None] | None) -> VdomDict:
    viewer = state.session.viewer.value
    lines = _lines(item, viewer.account.country if viewer else "")
    words = "\n".join(lines)

    async def remove() -> None:
        await remove_address(state, {name: item[name] for name in NAMES}, lines[0] if lines else "")

    return html.li(
        {"className": "quick-row", "key": item["id"]},
        html.span({"className": "quick-row-icon"}, Icon("map-pin")),
        html.div(
            {"className": "quick-row-main"},
            html.address(
                {"className": "quick-address"},
                *(
                    html.span({"key": str(number), "dir": "auto"}, line)
                    for number, line in enumerate(lines)
                ),
            ),
            html.span({"className": "quick-row-note"}, address_kinds()[item["kind"]]),
        ),
        html.span(
            {"className": "quick-ends"},
            copy_button(words),
            *(_ends(item, edit, remove) if edit else ()),
        ),
    )


def _ends(item: Item, edit: Callable[[str], None], remove: Callable[[], Any]) -> list[VdomDict]:
    return [
        IconButton(
            "pencil",
            t("Edit this address"),
            small=True,
            on_click=lambda: edit(item["id"]),
            attributes={"className": "quick-copy", "key": "edit"},
        ),
        IconButton(
            "x",
            t("Remove this address"),
            small=True,
            on_click=remove,
            attributes={"className": "quick-copy", "key": "remove"},
        ),
    ]


@component
def _Editor(state: CardState, item: Item | None, *, on_close: Callable[[], None]) -> VdomDict:
    """The fields of an address, as its country has them."""
    viewer = state.session.viewer.value
    before = None if item is None else {name: item[name] for name in NAMES}
    blank = {**dict.fromkeys(NAMES[1:], ""), "kind": "WORK"}
    blank["countryCode"] = viewer.account.country if viewer else ""
    form = use_form({"address": {n: v or "" for n, v in (before or blank).items()}})
    refused, set_refused = use_state(NO_WORDS)
    busy, set_busy = use_state(False)

    async def save() -> None:
        typed = {name: value or None for name, value in form.values["address"].items()}
        set_busy(True)
        words = await state.save([AddressEdit(before, typed)] if typed != before else [])
        set_busy(False)
        if words:
            set_refused(words)
        else:
            on_close()

    return html.li(
        {"className": "quick-address-editor"},
        Notice(*(html.p({"key": words}, words) for words in refused), kind="error")
        if refused
        else None,
        SelectField(
            form,
            "address.kind",
            options(address_kinds()),
            label=t("Kind"),
            label_hidden=True,
            key="kind",
        ),
        AddressFields(form, "address", key="fields"),
        Unsaved(form, key="unsaved"),
        html.div(
            {"className": "quick-address-actions"},
            Button(t("Cancel"), small=True, variant="ghost", on_click=on_close),
            Button(t("Save"), small=True, variant="primary", on_click=save, busy=busy),
        ),
    )


def _lines(item: Item, home: str) -> list[str]:
    """Return an address as it is written on an envelope sent from the account's country."""
    country = item["countryCode"]
    abroad = [territory_name(country)] if country and country != home else []
    return [*item["lines"], *abroad]
