"""The import while it runs. It goes on when the page is left."""

from __future__ import annotations

from reactpy import component, use_state
from reactpy.types import VdomDict

from frontend.components import Button, ConfirmDialog
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.contact_import.one_import import Import, OneImport
from frontend.pages.contact_import.progress import ProgressBar
from frontend.pages.contact_import.steps import StepFrame, StepHeading


@component
def Running(one: OneImport) -> VdomDict:
    """The bar, and the way to stop."""
    found: Import = use_store(one.shown)
    asking, set_asking = use_state(False)
    stopping: bool = use_store(one.pending, lambda verbs: "cancel_import" in verbs)

    async def stop() -> None:
        await one.do("cancel_import")
        set_asking(False)

    return StepFrame(
        found,
        "import",
        StepHeading(
            "import",
            t("Importing…"),
            t(
                "You can leave this page or close the window: the import goes on, and this page "
                "shows how far it is."
            ),
        ),
        ProgressBar(one, t("Import"), key="bar"),
        ConfirmDialog(
            t("Stop the import?"),
            t(
                "Who has come in already stays; you can undo that afterwards. The rest of the file "
                "is not imported."
            ),
            confirm=t("Stop the import"),
            on_confirm=stop,
            on_close=lambda: set_asking(False),
            danger=True,
            key="confirm",
        )
        if asking
        else None,
        actions=Button(
            t("Stop"),
            on_click=lambda: set_asking(True),
            busy=stopping,
            attributes={"key": "stop"},
        ),
        primary=Button(t("See the contacts"), href="/contacts", attributes={"key": "contacts"}),
    )
