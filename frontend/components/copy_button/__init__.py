"""Buttons that put a text on the clipboard or into a file, by the browser alone."""

from __future__ import annotations

from typing import Literal

from reactpy import html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.elements import classes
from frontend.components.icon import Icon
from frontend.locale import t

_copy = Vdom("carnet-copy")


def CopyButton(
    text: str, *, label: str | None = None, small: bool = False, autofocus: bool = False
) -> VdomDict:
    """Draw a button that copies `text` and says so for a moment."""
    return _button(text, label or t("Copy"), t("Copied"), "copy", small=small, autofocus=autofocus)


def DownloadButton(text: str, *, file_name: str, label: str | None = None) -> VdomDict:
    """Draw a button that saves `text` as a file."""
    return _button(text, label or t("Download"), t("Downloaded"), "download", file_name=file_name)


def SecretBox(text: str, *, label: str) -> VdomDict:
    """Show a secret that can be read only now, with its copy button."""
    return html.div(
        {"className": "secret-box"},
        html.code({"className": "secret-text", "aria-label": label, "role": "text"}, text),
        CopyButton(text, small=True, autofocus=True),
    )


def _button(
    text: str,
    label: str,
    done: str,
    icon: Literal["copy", "download"],
    *,
    small: bool = False,
    autofocus: bool = False,
    file_name: str | None = None,
) -> VdomDict:
    return _copy(
        {"className": "copy", "data-text": text, "data-done": done, "data-file": file_name},
        html.button(
            {
                "type": "button",
                "className": classes("button", "button-secondary", small and "button-small"),
                "data-autofocus": "" if autofocus else None,
            },
            Icon(icon),
            html.span({"className": "button-label", "aria-live": "polite"}, label),
        ),
    )
