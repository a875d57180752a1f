"""Sending a file: chosen or dropped, straight from the browser to the API's upload route, with its
progress.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.client import ErrorParameter, UserError
from frontend.components.elements import Child
from frontend.events import Detail
from frontend.locale import t
from frontend.session import current_session

_upload = Vdom("carnet-upload")


@component
def Upload(
    *children: Child,
    label: str,
    accept: str,
    request_url: Callable[[], Awaitable[str | None]],
    on_uploaded: Callable[[str], Awaitable[None]],
    max_bytes: int,
    unfit: str,
    pastes: bool = False,
    on_refused: Callable[[UserError], None] | None = None,
) -> VdomDict:
    """Let a file be chosen or dropped on `children` (an avatar, a drop zone) and send it. One that
    `pastes` also takes an image that is pasted anywhere on the page but into a field.

    `request_url` asks the API for an upload ticket and returns its URL (None when it was refused,
    and said so). `on_uploaded` gets the `uploadId` of the answer. What is too large or failed is
    told in a toast, or by `on_refused`, which gets the refusal; `unfit` are the words for a file
    that is none of those accepted.
    """
    url, set_url = use_state("")
    session = current_session()

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        act = told.text("act")
        if act == "pick":
            set_url(await request_url() or "")
        elif act == "done":
            set_url("")
            await on_uploaded(told.text("uploadId"))
        elif on_refused is not None and (refusal := _refusal(told, act, max_bytes)):
            set_url("")
            on_refused(refusal)
        elif act == "too_large":
            session.toasts.show(t("This file is too large."), kind="error")
        else:
            set_url("")
            session.toasts.show(_failure(told.whole("status"), unfit), kind="error")

    return _upload(
        {
            "className": "upload",
            "data-url": url,
            "data-max-bytes": max_bytes,
            "data-pastes": "" if pastes else None,
            "onact": acted,
        },
        html.label(
            {"className": "upload-label"},
            html.input(
                {
                    "type": "file",
                    "accept": accept,
                    "aria-label": label,
                    "className": "visually-hidden",
                }
            ),
            *children,
            html.span({"className": "upload-progress", "aria-hidden": "true"}),
        ),
    )


def _refusal(told: Detail, act: str, max_bytes: int) -> UserError | None:
    """Return why a file was refused, None when it is not known."""
    if act == "too_large":
        most = ErrorParameter(name="maximumMb", value=str(max_bytes // 1_000_000))
        return UserError(code="UPLOAD_TOO_LARGE", path=["file"], parameters=[most])
    code = told.text("code", "")
    if not code:
        return None
    names, values = told.texts("names", []), told.texts("values", [])
    given = [
        ErrorParameter(name=name, value=value) for name, value in zip(names, values, strict=False)
    ]
    return UserError(code=code, path=["file"], parameters=given)


def _failure(status: int, unfit: str) -> str:
    """Return what to say when the upload route answered this status, 0 for no answer at all."""
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return t("This file is too large.")
    if status in (HTTPStatus.BAD_REQUEST, HTTPStatus.UNSUPPORTED_MEDIA_TYPE):
        return unfit
    return t("The file could not be sent. Try again.")
