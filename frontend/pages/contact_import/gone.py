"""Who was deleted where an import came from, and is here still: who they are, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, ConfirmDialog
from frontend.hooks import use_store
from frontend.locale import t, tn
from frontend.pages.contact_import.one_import import Import, OneImport
from frontend.pages.contact_parts.deletion import delete_contacts
from frontend.pages.contact_parts.places import contact_url

Gone = Sequence[Mapping[str, Any]]


@component
def GoneThere(one: OneImport) -> VdomDict | None:
    """Their names, and a button that deletes them here too; nothing where there are none."""
    found: Import = use_store(one.shown)
    asking, set_asking = use_state(False)
    fetch = found["fetch"]
    people: Gone = fetch["removedContacts"] if fetch else ()
    if not people:
        return None

    async def delete() -> None:
        selection = {"ids": [each["id"] for each in people]}
        await delete_contacts(one.session, selection, count=len(people), name=people[0]["name"])
        set_asking(False)
        await one.read()

    return html.section(
        {"className": "import-kept", "aria-labelledby": "import-gone"},
        html.h3(
            {"className": "import-subheading", "id": "import-gone"},
            t("Deleted at Google, still here"),
        ),
        html.ul(
            *(
                html.li(
                    {"key": each["id"]},
                    html.a(
                        {"href": contact_url(each["id"]), "className": "link"},
                        html.bdi(each["name"] or t("Unnamed contact")),
                    ),
                )
                for each in people
            )
        ),
        Button(
            tn("Delete {count} contact here too", "Delete {count} contacts here too", len(people)),
            icon="trash-2",
            small=True,
            on_click=lambda: set_asking(True),
        ),
        ConfirmDialog(
            tn("Delete {count} contact?", "Delete {count} contacts?", len(people)),
            t("They go into the trash, where they can be brought back."),
            confirm=t("Delete"),
            danger=True,
            on_confirm=delete,
            on_close=lambda: set_asking(False),
            key="confirm",
        )
        if asking
        else None,
    )
