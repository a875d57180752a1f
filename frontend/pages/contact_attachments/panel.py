"""The list of a contact's files, followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.components import Button, ConfirmDialog, Skeleton
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_live, use_store, use_target, use_task
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.contact.state import use_contact_page
from frontend.pages.contact_attachments.acts import delete_attachment, save_attachment
from frontend.pages.contact_attachments.line import attachment_line
from frontend.pages.contact_attachments.renaming import RenameDialog
from frontend.pages.contact_attachments.sending import Sending
from frontend.pages.contact_attachments.state import MOST, AttachmentList, Listed
from frontend.pages.contact_attachments.usage import NEARLY_FULL, usage_words
from frontend.pages.contact_attachments.viewer import Viewer
from frontend.session import current_session

NOT_BEGUN: AttachmentList | None = None


@component
def AttachmentsPanel(contact_id: str) -> VdomDict:
    """The files, what is on its way, and where more are dropped."""
    session, kept, page = current_session(), use_ref(NOT_BEGUN), use_contact_page()
    if kept.current is None:
        kept.current = AttachmentList(session, contact_id)
        first = page.first("attachments")
        if first is not None:
            kept.current.take(first)
            kept.current.usage.set(page.first("fileUsage"))
    files = kept.current
    can_write = use_can("WRITE_CONTACTS")

    async def read_first() -> None:
        if files.listed.value is None:
            await files.read()

    async def follow(event: dict[str, Any]) -> None:
        if files.shown.value in event["deleted"]:
            files.shown.set(None)
        await files.read()

    use_task(read_first, [], loading=session)
    use_live(
        load("attachments/attachments_changed"),
        {"contactId": contact_id},
        follow,
        after=page.cursor.value,
    )
    _answer_lines(files)
    return html.div(
        {"className": "attachments"},
        Sending(files, key="sending") if can_write else None,
        Room(files, key="room") if can_write else None,
        Files(files, can_write, key="files"),
        Opened(files, key="opened"),
    )


def _answer_lines(files: AttachmentList) -> None:
    """Answer what is pressed on the lines."""

    def asked(store: Any) -> Callable[[dict[str, Any]], None]:
        return lambda event: store.set(files.find(event["currentTarget"]["dataset"].get("id", "")))

    async def save(event: dict[str, Any]) -> None:
        await save_attachment(files, event["currentTarget"]["dataset"].get("id", ""))

    def show(event: dict[str, Any]) -> None:
        files.shown.set(event["currentTarget"]["dataset"].get("id", ""))

    use_target("attachments:open", show)
    use_target("attachments:save", save)
    use_target("attachments:rename", asked(files.renaming))
    use_target("attachments:delete", asked(files.doomed))


@component
def Room(files: AttachmentList) -> VdomDict | None:
    """How much the account's files take, once little is left."""
    usage: Mapping[str, int] | None = use_store(files.usage)
    if usage is None or usage["usedMb"] < NEARLY_FULL * usage["maximumMb"]:
        return None
    return html.p({"className": "attachments-none"}, usage_words(usage))


@component
def Files(files: AttachmentList, can_write: bool) -> VdomDict:
    """The newest files, and the way to the others."""
    listed: Listed | None = use_store(files.listed)
    failed: bool = use_store(files.failed)
    if listed is None and failed:
        return html.div(
            {"className": "attachments-none"},
            html.p(t("The files could not be read.")),
            Button(t("Try again"), small=True, on_click=files.read),
        )
    if listed is None:
        return Skeleton("list", lines=2)
    if not listed.files:
        words = t("Contracts, briefs, pictures: what belongs to this contact.")
        return html.p({"className": "attachments-none"}, words if can_write else t("No files yet."))
    hidden = listed.total - len(listed.files)

    async def more() -> None:
        await files.read(more=True)

    return html.div(
        {"className": "attachments-files"},
        FragmentList(
            "ul",
            {"className": "attachment-list", "aria-label": t("Attachments")},
            [attachment_line(file, can_write) for file in listed.files],
        ),
        Button(
            tn("Show {count} more", "Show {count} more", min(hidden, MOST - len(listed.files))),
            small=True,
            variant="ghost",
            on_click=more,
        )
        if hidden > 0 and len(listed.files) < MOST
        else None,
        html.p({"className": "attachments-none"}, t("These are the newest {count}.", count=MOST))
        if hidden > 0 and len(listed.files) >= MOST
        else None,
    )


@component
def Opened(files: AttachmentList) -> VdomDict:
    """What is open above the page: a file, its new name, or the question before it goes."""
    shown, renamed, doomed = (
        use_store(files.shown),
        use_store(files.renaming),
        use_store(files.doomed),
    )

    async def delete() -> None:
        if doomed is not None:
            await delete_attachment(files, doomed)
        files.doomed.set(None)

    return html.div(
        Viewer(files, shown, key=f"view-{shown}") if shown else None,
        RenameDialog(files, renamed, key=f"rename-{renamed['id']}") if renamed else None,
        ConfirmDialog(
            t("Delete {name}?", name=doomed["name"]),
            t("You can undo this for 30 days."),
            confirm=t("Delete"),
            danger=True,
            on_confirm=delete,
            on_close=lambda: files.doomed.set(None),
            key="delete",
        )
        if doomed
        else None,
    )
