"""The file on its way: how far it is, waiting for the connection, going on after a reload."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import orjson
from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Icon, Notice, PageHeader
from frontend.events import Detail
from frontend.hooks import use_store
from frontend.hooks.navigation import go
from frontend.locale import format_percent, t
from frontend.pages.contact_import.one_import import OneImport
from frontend.pages.contact_import.start import (
    ACCEPTED,
    LARGEST_BYTES,
    import_file,
    refused_file,
)
from frontend.session import current_session

SETTLE_SECONDS = 1.0


@component
def Sending(one: OneImport) -> VdomDict:
    """The upload. The browser sends by itself and shows how far it is."""
    words, set_words = use_state("")
    shown = use_store(one.shown, _file_of)

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        act = told.text("act")
        set_words(refused_file(act))
        if act == "done":
            await one.read()
            await asyncio.sleep(SETTLE_SECONDS)  # the last piece is looked at before it is ready
            await one.read()
        elif act == "refused":
            await one.read()

    if shown is None:
        return html.div()
    filename, size, arrived, url = shown
    return html.div(
        {"className": "import"},
        import_file(
            {
                "className": "import-file import-sending",
                "onact": acted,
                "data-max-bytes": LARGEST_BYTES,
                "data-url": url,
                "data-name": filename,
                "data-size": size,
                "data-arrived": arrived,
                "key": one.id,
            },
            PageHeader(
                filename,
                back=(t("Imports"), "/contacts/import"),
                actions=DiscardButton(one, key="discard"),
            ),
            html.div(
                {"className": "page-content import-panel"},
                html.h2({"className": "import-heading"}, t("Sending the file")),
                _bar(arrived / size if size else 0),
                html.p(
                    {
                        "className": "import-amounts",
                        "data-when": "sending lost done",
                        "data-amounts": _amount_words(),
                        "hidden": True,
                    }
                ),
                html.div({"role": "status"}, *_states(filename, arrived, size)),
                _again(),
                _reread(),
                Notice(html.p(words), kind="error") if words else None,
            ),
        ),
    )


def _file_of(found: Mapping[str, Any] | None) -> tuple[str, int, int, str | None] | None:
    if found is None:
        return None
    return found["filename"], found["sizeBytes"], found["uploadedBytes"], found["uploadUrl"]


@component
def DiscardButton(one: OneImport) -> VdomDict:
    """Gives up an import that wrote nothing yet, and goes back to where one begins."""
    session = current_session()
    busy = use_store(one.pending, lambda verbs: "discard_import" in verbs)

    async def discard() -> None:
        if await one.do("discard_import"):
            go(session, "/contacts/import", replace=True)

    return Button(
        t("Cancel"), on_click=discard, busy=busy, attributes={"data-stop": "", "key": "discard"}
    )


def _bar(part: float) -> VdomDict:
    return html.div(
        {
            "className": "import-bar",
            "role": "progressbar",
            "aria-label": t("Upload"),
            "aria-valuemin": 0,
            "aria-valuemax": 100,
            "aria-valuenow": int(part * 100),
            "style": {"--arrived": f"{part:.4f}"},
        }
    )


def _amount_words() -> str:
    """Return the templates that the browser fills in, as JSON."""
    words = {
        "of": t("{sent} of {total}", sent="{sent}", total="{total}"),
        "left": t("{time} left", time="{time}"),
    }
    return orjson.dumps(words).decode()


def _states(filename: str, arrived: int, size: int) -> list[VdomDict]:
    """Draw a sentence per state of the upload; the browser shows the one that holds."""
    percent = format_percent(arrived / size if size else 0)
    return [
        _state("sending", t("You may go to other pages meanwhile; the upload goes on.")),
        _state(
            "lost",
            t("The connection is lost. The upload goes on by itself as soon as it is back."),
            icon="link-2-off",
        ),
        _state("done", t("The file is here. Reading it…")),
        _state(
            "waiting",
            t(
                "{percent} of {name} is here. Unless another window is sending it, choose the "
                "same file again and it goes on where it stopped.",
                percent=percent,
                name=filename,
            )
            if arrived
            else t("Choose {name} to send it.", name=filename),
        ),
        _state(
            "unread",
            t("The file is here, but it could not be read yet."),
            icon="triangle-alert",
        ),
        _state(
            "unreadable",
            t("The file was moved or changed while it was being sent. Choose it again."),
            icon="triangle-alert",
        ),
        _state(
            "refused",
            t("The server did not take the file. Cancel, and begin again."),
            icon="triangle-alert",
        ),
    ]


def _state(name: str, words: str, *, icon: str | None = None) -> VdomDict:
    return html.p(
        {"className": "import-state", "data-when": name, "key": name, "hidden": True},
        Icon(icon) if icon else None,
        html.span(words),
    )


def _reread() -> VdomDict:
    """Draw the way to have the file read once more, which the browser shows when that failed."""
    again = Button(t("Try again"), variant="primary", attributes={"data-reread": ""})
    return html.div({"data-when": "unread", "hidden": True}, again)


def _again() -> VdomDict:
    """Draw the way to choose the file again, which the browser shows when it needs it."""
    return html.div(
        {"data-when": "waiting unreadable", "hidden": True},
        html.label(
            {"className": "import-again button button-primary"},
            html.input({"type": "file", "accept": ACCEPTED, "className": "visually-hidden"}),
            html.span({"className": "button-label"}, t("Choose the file")),
        ),
    )
