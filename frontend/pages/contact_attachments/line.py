"""A file as a shared fragment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Icon, IconButton, Time
from frontend.fragments import fragment, target
from frontend.locale import format_bytes, t

ICONS = {
    "IMAGE": "image",
    "PDF": "file-text",
    "TEXT": "file-type",
    "AUDIO": "file-music",
    "OTHER": "file",
}


def _version(file: Mapping[str, Any], can_write: bool) -> tuple[object, ...]:
    return file["id"], file["name"], can_write


@fragment(version=_version)
def attachment_line(file: Mapping[str, Any], can_write: bool) -> VdomDict:
    """Draw a file: its name opens it, or saves it where it cannot be looked at."""
    verb = "save" if file["kind"] == "OTHER" else "open"
    return html.li(
        {"className": "attachment", "key": file["id"]},
        html.button(
            {
                "type": "button",
                "className": "attachment-name",
                "data-id": file["id"],
                "title": file["name"],
                "onClick": target(f"attachments:{verb}"),
            },
            Icon(ICONS[file["kind"]]),
            html.span(
                {"className": "attachment-words"},
                html.bdi({"className": "attachment-title"}, file["name"]),
                html.span(
                    {"className": "attachment-facts"},
                    format_bytes(file["sizeBytes"]),
                    " · ",
                    Time(file["createdAt"]),
                ),
            ),
        ),
        html.span(
            {"className": "attachment-actions"},
            _action("download", t("Download {name}", name=file["name"]), "save", file),
            _action("pencil", t("Rename {name}", name=file["name"]), "rename", file)
            if can_write
            else None,
            _action("trash-2", t("Delete {name}", name=file["name"]), "delete", file)
            if can_write
            else None,
        ),
    )


def _action(icon: str, label: str, verb: str, file: Mapping[str, Any]) -> VdomDict:
    return IconButton(
        icon,
        label,
        small=True,
        on_click=target(f"attachments:{verb}"),
        attributes={"data-id": file["id"]},
    )
