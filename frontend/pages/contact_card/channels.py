"""The middle of the card: how to reach the contact."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Icon, IconButton, Link
from frontend.hooks import use_can, use_store
from frontend.locale import t, territory_name
from frontend.pages.contact_card.inline import InlineText
from frontend.pages.contact_card.state import CardState, is_deleted
from frontend.pages.contact_parts.edits import ItemEdit
from frontend.pages.contact_parts.words import (
    address_kinds,
    email_kinds,
    phone_kinds,
    status_words,
)

Item = Mapping[str, Any]
NEW_EMAIL = (("kind", "MAIN"), ("status", "NEVER_SUBSCRIBED"))
NEW_PHONE = (("kind", "MAIN"),)


@component
def Emails(state: CardState) -> VdomDict | None:
    """The e-mails: kind, address, subscription; written to by a click on the envelope."""
    items: Sequence[Item] = use_store(
        state.contact, lambda contact: (contact or {}).get("emails", ())
    )
    kinds = email_kinds()
    rows = [
        html.li(
            {"className": "quick-row", "key": item["id"]},
            Link(
                Icon("mail", label=t("Write to {address}", address=item["address"])),
                href=f"mailto:{item['address']}",
                attributes={"className": "quick-row-icon", "data-load": ""},
            ),
            html.div(
                {"className": "quick-row-main"},
                InlineText(
                    state,
                    _item_edit("emails", "address", item["id"]),
                    id=f"quick-email-{item['id']}",
                    label=t("E-mail"),
                    value=item["address"],
                    placeholder=t("E-mail"),
                    type="email",
                    key="text",
                ),
                html.span(
                    {"className": "quick-row-note"}, kinds[item["kind"]], " · ", _status(item)
                ),
            ),
            _copy(item["address"]),
        )
        for item in items
    ]
    first = _FirstOne(state, "emails", "address", NEW_EMAIL, t("Add an e-mail"), key="first")
    return _channel(t("E-mails"), rows, first)


@component
def Phones(state: CardState) -> VdomDict | None:
    """The phones: kind and number; called by a click on the receiver."""
    items: Sequence[Item] = use_store(
        state.contact, lambda contact: (contact or {}).get("phones", ())
    )
    kinds = phone_kinds()
    rows = [
        html.li(
            {"className": "quick-row", "key": item["id"]},
            Link(
                Icon("phone", label=t("Call {number}", number=item["display"])),
                href=f"tel:{item['e164'] or item['number']}",
                attributes={"className": "quick-row-icon", "data-load": ""},
            ),
            html.div(
                {"className": "quick-row-main"},
                InlineText(
                    state,
                    _item_edit(
                        "phones", "number", item["id"], shown=item["display"], kept=item["number"]
                    ),
                    id=f"quick-phone-{item['id']}",
                    label=t("Phone"),
                    value=item["display"],
                    placeholder=t("Phone"),
                    type="tel",
                    key="text",
                ),
                html.span({"className": "quick-row-note"}, kinds[item["kind"]]),
            ),
            _copy(item["display"]),
        )
        for item in items
    ]
    first = _FirstOne(state, "phones", "number", NEW_PHONE, t("Add a phone"), key="first")
    return _channel(t("Phones"), rows, first)


@component
def Addresses(state: CardState) -> VdomDict | None:
    """The postal addresses, laid out as their countries do."""
    items: Sequence[Item] = use_store(
        state.contact, lambda contact: (contact or {}).get("addresses", ())
    )
    if not items:
        return None
    kinds, viewer = address_kinds(), state.session.viewer.value
    home = viewer.account.country if viewer else ""
    return html.section(
        {"className": "quick-section", "aria-label": t("Addresses")},
        html.ul(
            {"className": "quick-rows"},
            *(
                html.li(
                    {"className": "quick-row", "key": item["id"]},
                    html.span({"className": "quick-row-icon"}, Icon("map-pin")),
                    html.div(
                        {"className": "quick-row-main"},
                        html.address(
                            {"className": "quick-address"},
                            *(
                                html.span({"key": str(number), "dir": "auto"}, line)
                                for number, line in enumerate(_lines(item, home))
                            ),
                        ),
                        html.span({"className": "quick-row-note"}, kinds[item["kind"]]),
                    ),
                    _copy("\n".join(_lines(item, home))),
                )
                for item in items
            ),
        ),
    )


def _lines(item: Item, home: str) -> list[str]:
    """Return an address as it is written on an envelope sent from the account's country."""
    country = item["countryCode"]
    abroad = [territory_name(country)] if country and country != home else []
    return [*item["lines"], *abroad]


def _channel(title: str, rows: list[VdomDict], first: Component) -> VdomDict:
    return html.section(
        {"className": "quick-section", "aria-label": title},
        html.ul({"className": "quick-rows"}, *rows, None if rows else first),
    )


@component
def _FirstOne(
    state: CardState, field: str, name: str, new_item: tuple[tuple[str, str], ...], words: str
) -> VdomDict | None:
    """An empty line to write the first e-mail or phone in."""
    can_write, deleted = use_can("WRITE_CONTACTS"), use_store(state.contact, is_deleted)
    if not can_write or deleted:
        return None
    return html.li(
        {"className": "quick-row quick-row-empty"},
        html.span({"className": "quick-row-icon"}, Icon("mail" if field == "emails" else "phone")),
        html.div(
            {"className": "quick-row-main"},
            InlineText(
                state,
                lambda before, after: ItemEdit(field, None, name, before, after, new_item),
                id=f"quick-{field}-new",
                label=words,
                value="",
                placeholder=words,
                type="email" if field == "emails" else "tel",
                key="text",
            ),
        ),
    )


def _item_edit(
    field: str, name: str, item_id: str, *, shown: str = "", kept: str = ""
) -> Callable[[str, str], ItemEdit]:
    """Make the edit of an item; where it is shown otherwise than it is kept (phones), it started
    from what is kept.
    """

    def edit(before: str, after: str) -> ItemEdit:
        return ItemEdit(field, item_id, name, kept if kept and before == shown else before, after)

    return edit


def _status(item: Item) -> VdomDict:
    look = item["status"].lower().replace("_", "-")
    return html.span({"className": f"status status-{look}"}, status_words(item["status"]))


def _copy(text: str) -> VdomDict:
    return IconButton(
        "copy",
        t("Copy"),
        small=True,
        attributes={"className": "quick-copy", "data-copy": text, "data-copied": t("Copied")},
    )
