"""The two places of imports: where one begins, with the earlier ones below, and one of them."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import EmptyState, PageHeader
from frontend.hooks import use_can, use_params
from frontend.locale import t
from frontend.pages.contact_import.from_google import FromGoogle
from frontend.pages.contact_import.history import History
from frontend.pages.contact_import.prepare import Prepare
from frontend.pages.contact_import.start import DropZone
from frontend.pages.contact_import.wizard import Wizard
from frontend.routes import Command, Page

PLACE = "/contacts/import/{id}"


@component
def ImportPage() -> Component:
    """The import in the path, or the place to begin one."""
    import_id = use_params(PLACE).get("id")
    if not use_can("WRITE_CONTACTS"):
        return NotAllowed(key="not-allowed")
    return Wizard(import_id, key=import_id) if import_id else Start(key="start")


@component
def Start() -> VdomDict:
    """The drop zone, what to prepare, and the imports of before."""
    return html.div(
        {"className": "import"},
        PageHeader(t("Import contacts"), back=(t("Contacts"), "/contacts")),
        html.div(
            {"className": "page-content import-content"},
            html.div(
                {"className": "import-start"},
                DropZone(key="drop"),
                Prepare(),
            ),
            FromGoogle(key="google"),
            History(key="history"),
        ),
    )


@component
def NotAllowed() -> VdomDict:
    """What a viewer sees who followed a link."""
    return html.div(
        {"className": "import"},
        PageHeader(t("Import contacts"), back=(t("Contacts"), "/contacts")),
        EmptyState(
            t("You cannot import contacts"),
            t("Ask an owner or admin of the account for the right to add contacts."),
            drawing="lost",
        ),
    )


PAGES = (
    Page(
        "/contacts/import",
        ImportPage,
        title=lambda: t("Import contacts"),
        skeleton="form",
        also=(PLACE,),
    ),
)
COMMANDS = (
    Command(
        "contacts.import",
        label=lambda: t("Import contacts"),
        icon="upload",
        href="/contacts/import",
        permission="WRITE_CONTACTS",
    ),
)
