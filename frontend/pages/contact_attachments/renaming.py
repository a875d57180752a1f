"""Another name for a file."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, FormErrors, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_attachments.state import Attachment, AttachmentList


@component
def RenameDialog(files: AttachmentList, file: Attachment) -> VdomDict:
    """Ask for the new name."""
    run, state = use_mutation(load("attachments/rename_attachment"))
    form = use_form({"name": file["name"]})

    async def save(values: dict[str, Any]) -> None:
        outcome = await run({"id": file["id"], "name": values["name"]})
        form.show_errors(outcome.errors)
        if outcome.payload is not None and not outcome.errors:
            files.renaming.set(None)
            await files.read()

    return Dialog(
        t("Rename the file"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            TextField(form, "name", label=t("Name"), required=True, key="name"),
            html.div(
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(t("Save"), variant="primary", type="submit", busy=state.loading),
            ),
            on_submit=save,
            label=t("Rename the file"),
            id="rename-attachment",
        ),
        on_close=lambda: files.renaming.set(None),
        id="rename-file",
    )
