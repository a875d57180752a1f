"""A file that is dropped where another import is open: no reason to leave the page."""

from __future__ import annotations

from typing import Any, NamedTuple

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import ConfirmDialog
from frontend.events import Detail
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.contact_import.one_import import BEING_PREPARED, OneImport
from frontend.pages.contact_import.start import (
    LARGEST_BYTES,
    begin_import,
    import_file,
    refused_file,
)


class Dropped(NamedTuple):
    """A file that the browser keeps until it is wanted."""

    name: str
    size: int


NOTHING: Dropped | None = None


@component
def DropGuard(one: OneImport) -> VdomDict:
    """Takes what is dropped anywhere, and asks whether to begin anew with it."""
    dropped, set_dropped = use_state(NOTHING)
    state: str | None = use_store(one.shown, lambda found: found and found["state"])
    waits = state in BEING_PREPARED

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        if told.text("act") == "pick":
            set_dropped(Dropped(told.text("name"), told.whole("size")))
        elif words := refused_file(told.text("act")):
            one.session.toasts.show(words, kind="error")

    async def replace() -> None:
        if dropped is None or (waits and not await one.do("discard_import")):
            return
        set_dropped(None)
        if words := await begin_import(one.session, *dropped):
            one.session.toasts.show(words, kind="error")

    return html.div(
        {"className": "import-guard-frame"},
        None
        if state == "UPLOADING"  # that step takes files itself
        else import_file(
            {
                "className": "import-guard",
                "onact": acted,
                "data-max-bytes": LARGEST_BYTES,
                "key": "guard",
            },
            html.p({"aria-hidden": "true"}, t("Drop it to import this file instead")),
        ),
        ConfirmDialog(
            t("Import {name} instead?", name=dropped.name),
            t("What you chose for the file that is open is given up. Nothing of it was imported.")
            if waits
            else t("The import that is open stays as it is."),
            confirm=t("Import this file"),
            on_confirm=replace,
            on_close=lambda: set_dropped(None),
            key="question",
        )
        if dropped
        else None,
    )
