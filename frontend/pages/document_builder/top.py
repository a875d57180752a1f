"""The line at the top: what this is, whether it is saved, and what can be done with it."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Button, IconButton, Menu, MenuItem, PageHeader, Time
from frontend.components.elements import Child
from frontend.errors import explain, report
from frontend.hooks import use_store, use_title
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.operations import load
from frontend.pages.document_builder.desk import Desk
from frontend.pages.document_builder.places import document_url
from frontend.pages.document_builder.preview import PreviewButtons
from frontend.pages.document_builder.saving import Saving
from frontend.pages.document_builder.words import (
    action_words,
    draft_words,
    list_words,
    new_words,
)
from frontend.pages.documents.way_back import left_list_url
from frontend.pages.recurring.places import make_recurring_url
from frontend.session import Session


@component
def Top(desk: Desk) -> VdomDict:
    """The header of the page."""
    draft = desk.draft
    version, pdf_url = use_store(draft.saved)
    title = draft_words(draft.kind) if version else new_words(draft.kind)
    use_title(title)

    def issue() -> None:
        desk.issuing.set(True)

    async def delete() -> None:
        await _delete(desk)

    entries = [
        MenuItem(t("Open as PDF"), icon="file-text", href=pdf_url),
        MenuItem(t("Delete the draft"), icon="trash-2", on_click=delete, danger=True),
    ]
    if draft.kind == "INVOICE":
        again = make_recurring_url(draft.document_id)
        entries.insert(1, MenuItem(t("Make it recurring"), icon="repeat", href=again))
    more = IconButton("ellipsis", t("More actions"))
    return PageHeader(
        title,
        back=(list_words(draft.kind), left_list_url(draft.session, draft.kind)),
        count=SaveState(desk, key="state"),
        actions=html.span(
            {"className": "builder-actions"},
            PreviewButtons(key="preview"),
            Menu(more, entries, id="draft-menu", align="end") if version else None,
        ),
        primary=Button(action_words(draft.kind), variant="primary", on_click=issue),
    )


@component
def SaveState(desk: Desk) -> VdomDict:
    """Whether all that was typed is safe."""
    saving: Saving = use_store(desk.saver.state)
    words: Child = {
        "new": t("Saved as you write"),
        "unsaved": t("Not saved yet"),
        "saving": t("Saving …"),
        "failed": t("Not saved; trying again"),
        "refused": t("Not saved"),
    }.get(saving.state)
    if words is None:
        words = html.span(t("Saved"), " ", Time(saving.at)) if saving.at else t("Saved")
    return html.span(
        {"className": f"builder-state builder-state-{saving.state}", "role": "status"}, words
    )


async def _delete(desk: Desk) -> None:
    """Delete the draft, with a way back, and go to its list."""
    draft = desk.draft
    session, document_id, kind = draft.session, draft.document_id, draft.kind
    desk.saver.stop()
    operation = load("billing/delete_draft")
    try:
        payload = (await session.client.run(operation, {"input": {"id": document_id}}))[
            operation.field
        ]
    except OperationFailed as error:
        report(error, session)
        return
    if payload["errors"]:
        session.toasts.show(explain(payload["errors"][0]), kind="error")
        return

    async def undo() -> None:
        await _restore(session, kind, document_id)

    session.toasts.show(t("Draft deleted"), kind="success", undo=undo)
    go(session, left_list_url(session, kind))


async def _restore(session: Session, kind: str, document_id: str) -> None:
    operation = load("billing/restore_draft")
    payload = (await session.client.run(operation, {"input": {"id": document_id}}))[operation.field]
    if payload["errors"]:
        session.toasts.show(explain(payload["errors"][0]), kind="error")
        return
    go(session, document_url(kind, document_id))
