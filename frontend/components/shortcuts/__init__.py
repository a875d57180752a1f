"""The list of keyboard shortcuts, shown by `?`. The browser fills it from the controls on the page
that have `data-keys`.
"""

from __future__ import annotations

from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.button import IconButton
from frontend.components.kbd import Kbd
from frontend.fragments import fragment
from frontend.locale import t

_shortcuts = Vdom("carnet-shortcuts")


@component
def ShortcutsHelp() -> VdomDict:
    """The dialog with this page's shortcuts, closed until `?` is pressed."""
    return _shortcuts({"key": "shortcuts"}, _dialog())


@fragment(version=lambda: ())
def _dialog() -> VdomDict:
    always = (
        ("Mod+K", t("Search and commands")),
        ("?", t("Show the shortcuts")),
        ("Escape", t("Close the topmost")),
    )
    return html.dialog(
        {
            "className": "dialog dialog-small",
            "id": "shortcuts",
            "aria-labelledby": "shortcuts-title",
        },
        html.header(
            {"className": "dialog-header"},
            html.h2(
                {"className": "dialog-title", "id": "shortcuts-title"}, t("Keyboard shortcuts")
            ),
            IconButton("x", t("Close"), attributes={"data-close": "", "className": "dialog-close"}),
        ),
        html.dl(
            {"className": "shortcuts-list"},
            *(
                html.div(
                    {"key": keys, "className": "shortcuts-row"},
                    html.dt(words),
                    html.dd(Kbd(keys)),
                )
                for keys, words in always
            ),
        ),
        html.dl({"className": "shortcuts-list", "data-here": ""}),
    )
