"""Merging an open contact with one that is looked up."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Choice, Combobox, Dialog
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_parts.words import contact_name
from frontend.pages.duplicates.review import Comparison
from frontend.session import current_session

NOBODY = ""
OFFERED = 8


@component
def MergeWith(
    contact_id: str, name: str, *, on_merged: Callable[[], None], on_close: Callable[[], None]
) -> Component | VdomDict:
    """Ask who is the same person, then show both side by side; the open contact stays."""
    session = current_session()
    other_id, set_other_id = use_state(NOBODY)

    async def search(text: str) -> list[Choice]:
        data = await session.client.run(
            load("contacts/find_contacts"), {"search": text, "first": OFFERED + 1}
        )
        found = [edge["node"] for edge in data["contacts"]["edges"]]
        return [
            Choice(
                each["id"],
                contact_name(each),
                hint=each["company"] or (each["primaryEmail"] or {}).get("address") or "",
            )
            for each in found
            if each["id"] != contact_id
        ][:OFFERED]

    if other_id:
        return Comparison(
            contact_id,
            other_id,
            text=t("{name} stays, and takes in what the other one has.", name=name),
            on_merged=on_merged,
            on_close=on_close,
            key=other_id,
        )
    return Dialog(
        t("Merge contacts"),
        Combobox(
            id="merge-with",
            label=t("Who is the same person?"),
            choices=[],
            search=search,
            on_select=set_other_id,
            placeholder=t("Name, e-mail or phone"),
            key="search",
        ),
        text=t("Who is the same person as {name}?", name=name),
        on_close=on_close,
        id="merge-with-dialog",
        size="medium",
        actions=html.div(
            {"className": "dialog-actions"}, Button(t("Cancel"), attributes={"data-close": ""})
        ),
    )
