"""Where an import begins: the drop zone."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Icon, Notice
from frontend.errors import explain, report
from frontend.events import Detail
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.operations import load
from frontend.session import Session, current_session

ACCEPTED = ".csv,.tsv,.tab,.txt,.xlsx,.vcf,.vcard,text/csv,text/vcard"
LARGEST_BYTES = 100 * 1024 * 1024
import_file = Vdom("carnet-import-file")


@component
def DropZone() -> VdomDict:
    """The place to drop a file on, or to choose one; what cannot be taken is said in it."""
    session = current_session()
    words, set_words = use_state("")
    busy, set_busy = use_state(False)

    async def begin(told: Detail) -> None:
        set_busy(True)
        try:
            set_words(await begin_import(session, told.text("name"), told.whole("size")))
        finally:
            set_busy(False)

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        act = told.text("act")
        set_words(refused_file(act))
        if act == "pick":
            await begin(told)

    return import_file(
        {"className": "import-file", "onact": acted, "data-max-bytes": LARGEST_BYTES},
        html.label(
            {"className": "import-drop", "aria-busy": "true" if busy else None},
            html.input(
                {
                    "type": "file",
                    "accept": ACCEPTED,
                    "className": "visually-hidden",
                    "id": "import-input",
                    "aria-describedby": "import-kinds",
                }
            ),
            Icon("upload", size=24),
            html.span({"className": "import-drop-title"}, t("Drop your file here")),
            html.span(
                {"className": "button button-primary", "aria-hidden": "true"}, t("Browse files")
            ),
            html.span(
                {"className": "field-hint", "id": "import-kinds"},
                t("CSV, TSV, Excel (.xlsx) or vCard, up to 100 MB"),
            ),
        ),
        Notice(html.p(words), kind="error") if words else None,
    )


async def begin_import(session: Session, name: str, size: int) -> str:
    """Announce a file and go to its import, where the browser sends it; return why not, if so."""
    values = {"filename": name, "sizeBytes": size, "idempotencyKey": uuid4().hex}
    operation = load("imports/create_import")
    try:
        data = await session.client.run(operation, {"input": values})
    except OperationFailed as error:
        report(error, session)
        return ""
    payload = data[operation.field]
    if payload["errors"]:
        return explain(payload["errors"][0])
    go(session, f"/contacts/import/{payload['contactImport']['id']}")
    return ""


def refused_file(act: str) -> str:
    """Return why a file was not taken, nothing when it was."""
    return {
        "several": t("One file at a time, please."),
        "empty": t("There is nothing in this file."),
        "large": t("This file is larger than 100 MB. Split it into several and import each."),
        "full": t("The server’s disk is full: nothing can be kept at the moment."),
        "other": t("This is another file. Choose the one that this import began with."),
    }.get(act, "")
