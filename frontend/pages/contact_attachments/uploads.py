"""Files on their way: announced to the API, sent by the browser, stopped or failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakKeyDictionary

from reactpy import html
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import IconButton
from frontend.errors import explain, report
from frontend.locale import format_bytes, t
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

_sending: WeakKeyDictionary[Session, dict[str, Store[tuple[Sent, ...]]]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Sent:
    """A file on its way. `key` is the browser's name for it; `problem` why it does not go on."""

    key: str
    name: str
    size: int
    url: str = ""
    upload_id: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Uploads:
    """The files on their way to one thing, e.g. a contact; `place` tells it from others."""

    session: Session
    place: str

    @property
    def sending(self) -> Store[tuple[Sent, ...]]:
        """The files; they stay while the window shows other pages."""
        own = _sending.setdefault(self.session, {})
        return own.setdefault(self.place, Store[tuple[Sent, ...]](()))

    @property
    def leaves(self) -> list[dict[str, str]]:
        """Return where the browser may send which of them."""
        return [
            {"key": each.key, "url": each.url, "id": each.upload_id}
            for each in self.sending.value
            if each.url and not each.problem
        ]

    async def announce(self, sent: Sent) -> None:
        """Show a file that was chosen, and ask the API for a place to send it to."""
        self.sending.update(lambda shown: (*shown, sent))
        operation = load("attachments/create_file_upload")
        values = {"filename": sent.name, "sizeBytes": sent.size, "idempotencyKey": sent.key}
        try:
            data = await self.session.client.run(operation, {"input": values})
        except OperationFailed as error:
            self.forget(sent.key)
            report(error, self.session)
            return
        payload = data[operation.field]
        if payload["errors"]:
            self.fail(sent.key, explain(payload["errors"][0]))
            return
        upload = payload["upload"]
        place = replace(
            sent, name=upload["filename"], url=upload["uploadUrl"], upload_id=upload["uploadId"]
        )
        self._change(sent.key, lambda _: place)

    async def stop(self, key: str) -> None:
        """Forget a file on its way, here and on the server."""
        sent = self.find(key)
        self.forget(key)
        if sent is not None and sent.upload_id:
            await self.discard(sent.upload_id)

    async def discard(self, upload_id: str) -> None:
        """Let the server forget a file."""
        operation = load("attachments/discard_file_upload")
        try:
            await self.session.client.run(operation, {"input": {"uploadId": upload_id}})
        except OperationFailed as error:
            report(error, self.session)

    def find(self, key: str) -> Sent | None:
        """Return a file on its way."""
        return next((each for each in self.sending.value if each.key == key), None)

    async def give_up(self, key: str, code: str) -> None:
        """Say why a file does not go on, and let the server forget what it has of it."""
        self.fail(key, failure_words(code))
        sent = self.find(key)
        if sent is not None and sent.upload_id:
            await self.discard(sent.upload_id)

    def fail(self, key: str, problem: str) -> None:
        """Say why a file does not go on."""
        self._change(key, lambda sent: replace(sent, problem=problem))

    def forget(self, key: str) -> None:
        """Show a file on its way no longer."""
        self.sending.update(lambda shown: tuple(each for each in shown if each.key != key))

    def _change(self, key: str, change: Callable[[Sent], Sent]) -> None:
        self.sending.update(
            lambda shown: tuple(change(each) if each.key == key else each for each in shown)
        )


def sent_line(sent: Sent) -> VdomDict:
    """Draw a file on its way; the browser fills its bar."""
    leave = (
        t("Dismiss {name}", name=sent.name) if sent.problem else t("Stop {name}", name=sent.name)
    )
    return html.li(
        {"className": "attachment attachment-sent", "key": sent.key, "data-key": sent.key},
        html.span(
            {"className": "attachment-words"},
            html.bdi({"className": "attachment-title", "title": sent.name}, sent.name),
            html.span({"className": "attachment-problem", "role": "alert"}, sent.problem)
            if sent.problem
            else html.span({"className": "attachment-facts"}, format_bytes(sent.size)),
            html.span(
                {
                    "className": "attachment-bar",
                    "role": "progressbar",
                    "aria-label": sent.name,
                    "aria-valuemin": "0",
                    "aria-valuemax": "100",
                }
            )
            if not sent.problem
            else None,
        ),
        IconButton("x", leave, small=True, attributes={"data-stop": sent.key}),
    )


def failure_words(code: str) -> str:
    """Return why the browser could not send a file."""
    if code == "UNREADABLE":
        return t("This file cannot be read. Was it moved, or is it a folder?")
    refusal: Any = {"code": code, "path": [], "parameters": []}
    return explain(refusal)
