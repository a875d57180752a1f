"""A note as a shared fragment."""

from __future__ import annotations

from typing import Any

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Icon
from frontend.components.rich_text import RichText
from frontend.components.time import Time
from frontend.fragments import fragment, target
from frontend.locale import t
from frontend.pages.contact_notes.state import Note
from frontend.pages.contact_notes.words import ICONS, kind_words

EDIT, PIN, DELETE = "notes:edit", "notes:pin", "notes:delete"


@fragment(version=lambda note, can_write: (note["id"], note["version"], note["pinned"], can_write))
def note_card(note: Note, can_write: bool) -> VdomDict:
    """Draw a note; `can_write` is whether it can be changed here."""
    edited = note["version"] > 1
    return html.li(
        {"key": note["id"], "className": "note", "data-pinned": "" if note["pinned"] else None},
        html.header(
            {"className": "note-head"},
            Icon(ICONS.get(note["kind"], "notebook-pen")),
            html.span({"className": "note-kind"}, kind_words(note["kind"])),
            html.bdi({"className": "note-by"}, note["createdBy"]),
            Time(note["createdAt"]),
            html.span(
                {
                    "className": "note-edited",
                    "title": t("Edited by {name}", name=note["updatedBy"]),
                },
                t("edited"),
            )
            if edited
            else None,
            _acts(note) if can_write else _pin_mark(note),
        ),
        RichText(note["html"], class_name="note-text"),
    )


def _pin_mark(note: Note) -> VdomDict | None:
    if not note["pinned"]:
        return None
    return html.span({"className": "note-acts", "title": t("Pinned")}, Icon("pin"))


def _acts(note: Note) -> VdomDict:
    pinned = note["pinned"]
    return html.span(
        {"className": "note-acts"},
        _act(
            note,
            PIN,
            "pin-off" if pinned else "pin",
            t("Unpin note") if pinned else t("Pin note"),
            **{"data-pinned": "" if pinned else None},
        ),
        _act(note, EDIT, "pencil", t("Edit note")),
        _act(note, DELETE, "trash-2", t("Delete note")),
    )


def _act(note: Note, name: str, icon: str, label: str, **more: Any) -> VdomDict:
    return html.button(
        {
            "type": "button",
            "className": "icon-button icon-button-small",
            "data-id": note["id"],
            "title": label,
            "aria-label": label,
            "onClick": target(name),
            **more,
        },
        Icon(icon, size=14),
    )
