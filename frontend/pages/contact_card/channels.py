"""How to reach the contact: e-mails and phones, each edited where it stands.

In `whole` view kinds and subscriptions are chosen in place too, items removed and further ones
added; otherwise there is only a line for the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Icon, IconButton, Link
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.contact_card.consents import ConsentHistory
from frontend.pages.contact_card.inline import InlineChoice, InlineText
from frontend.pages.contact_card.permission import use_may_write
from frontend.pages.contact_card.removing import remove_item
from frontend.pages.contact_card.state import CardState
from frontend.pages.contact_parts.edits import ItemEdit
from frontend.pages.contact_parts.words import email_kinds, phone_kinds, status_words, statuses

Item = Mapping[str, Any]


@component
def Emails(state: CardState, *, whole: bool = False) -> VdomDict | None:
    """The e-mails: kind, address, subscription; written to by a click on the envelope."""
    items, may_write = _items(state, "emails"), use_may_write(state)
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
                _email_note(state, item, may_write and whole),
            ),
            _ends(state, "emails", item, item["address"], removable=may_write and whole),
        )
        for item in items
    ]
    words = t("Add an e-mail")
    return _channel(
        t("E-mails"), rows, _another(state, "emails", "address", items, words, whole=whole)
    )


@component
def Phones(state: CardState, *, whole: bool = False) -> VdomDict | None:
    """The phones: kind and number; called by a click on the receiver."""
    items, may_write = _items(state, "phones"), use_may_write(state)
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
                html.span(
                    {"className": "quick-row-note"},
                    _choice(state, "phones", "kind", item, kinds, t("Kind"))
                    if may_write and whole
                    else kinds[item["kind"]],
                ),
            ),
            _ends(state, "phones", item, item["display"], removable=may_write and whole),
        )
        for item in items
    ]
    words = t("Add a phone")
    return _channel(
        t("Phones"), rows, _another(state, "phones", "number", items, words, whole=whole)
    )


def _items(state: CardState, field: str) -> Sequence[Item]:
    items: Sequence[Item] = use_store(state.contact, lambda contact: (contact or {}).get(field, ()))
    return items


def _email_note(state: CardState, item: Item, may_choose: bool) -> VdomDict:
    kinds, status = email_kinds(), item["status"]
    look = f"status status-{status.lower().replace('_', '-')}"
    kind: Component | str = kinds[item["kind"]]
    said: Component | str = status_words(status)
    if may_choose:
        kind = _choice(state, "emails", "kind", item, kinds, t("Kind"))
        said = _choice(state, "emails", "status", item, statuses(), t("Subscription status"))
    return html.span(
        {"className": "quick-row-note"},
        kind,
        html.span(
            {"className": "quick-consent", "key": "consent"},
            html.span({"className": look}, said),
            ConsentHistory(state.contact_id, item["id"], item["address"], key=f"history-{status}"),
        ),
        html.span({"className": "bounced-mark", "key": "bounced"}, t("Letters come back"))
        if item["bouncedAt"]
        else None,
    )


def _choice(
    state: CardState, field: str, name: str, item: Item, words: Mapping[str, str], label: str
) -> Component:
    return InlineChoice(
        state,
        _item_edit(field, name, item["id"]),
        words,
        value=item[name],
        label=label,
        key=f"{name}-{item[name]}",
    )


def _ends(state: CardState, field: str, item: Item, text: str, *, removable: bool) -> VdomDict:
    async def remove() -> None:
        await remove_item(state, field, item, text)

    return html.span(
        {"className": "quick-ends"},
        copy_button(text),
        IconButton(
            "x",
            t("Remove {name}", name=text),
            small=True,
            on_click=remove,
            attributes={"className": "quick-copy"},
        )
        if removable
        else None,
    )


def _channel(title: str, rows: list[VdomDict], another: Component | None) -> VdomDict:
    return html.section(
        {"className": "quick-section", "aria-label": title},
        html.ul({"className": "quick-rows"}, *rows, another),
    )


def _another(
    state: CardState, field: str, name: str, items: Sequence[Item], words: str, *, whole: bool
) -> Component | None:
    """Return the line for the first item, or for one more."""
    if items and not whole:
        return None
    kind = "OTHER" if any(item["kind"] == "MAIN" for item in items) else "MAIN"
    new_item = {"kind": kind} | ({"status": "NEVER_SUBSCRIBED"} if field == "emails" else {})
    return _Another(state, field, name, tuple(new_item.items()), words, key=f"another-{len(items)}")


@component
def _Another(
    state: CardState, field: str, name: str, new_item: tuple[tuple[str, str], ...], words: str
) -> VdomDict | None:
    """Offers to begin an item, if the viewer may."""
    if not use_may_write(state):
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


def copy_button(text: str) -> VdomDict:
    """Draw the button that copies a text, seen under the pointer."""
    return IconButton(
        "copy",
        t("Copy"),
        small=True,
        attributes={"className": "quick-copy", "data-copy": text, "data-copied": t("Copied")},
    )
