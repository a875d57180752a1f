"""The client whose documents are shown, found as one types."""

from __future__ import annotations

from typing import NamedTuple

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Choice, Pick, Picker, PickGroup
from frontend.hooks import use_query, use_url_state
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_parts.finding import find_contacts
from frontend.session import current_session


class _Found(NamedTuple):
    """Who was found by which words."""

    words: str | None = None
    contacts: tuple[Choice, ...] = ()


@component
def ByClient() -> VdomDict:
    """A picker; a link to the list may say whose documents too."""
    session = current_session()
    chosen, set_chosen = use_url_state("client")
    found, set_found = use_state(_Found())
    wanted = use_ref("")
    data, _, _, _ = use_query(load("contacts/read_contact_name"), {"id": chosen}, skip=not chosen)
    name = ((data or {}).get("contact") or {}).get("displayName") or t("Contact")

    async def search(text: str) -> None:
        wanted.current = text
        choices = await find_contacts(session, text)
        if wanted.current == text:
            set_found(_Found(text, tuple(choices)))

    is_offered = any(each.value == chosen for each in found.contacts)
    kept = (Pick(chosen, name, chosen=True),) if chosen and not is_offered else ()
    offered = tuple(
        Pick(each.value, each.label, each.hint or "", chosen=each.value == chosen)
        for each in found.contacts
    )
    label = t("Client")
    words = t("{filter}: {value}", filter=label, value=name) if chosen else label
    return html.div(
        Picker(
            Button(
                words, small=True, opens=True, attributes={"data-chosen": "" if chosen else None}
            ),
            [PickGroup("", () if found.words else kept), PickGroup("", offered)],
            id="documents-client",
            label=label,
            placeholder=t("Name or e-mail"),
            on_pick=lambda value: set_chosen(None if value == chosen else value, push=True),
            on_search=search,
            searched=found.words,
            key="picker",
        )
    )
