"""A draft that saves itself, and tells how that goes."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import uuid4

from frontend.client import OperationFailed, SignedOut, UserError
from frontend.errors import explain, report
from frontend.hooks.navigation import go
from frontend.location import Location
from frontend.operations import load
from frontend.pages.document_builder.places import NEW, document_url
from frontend.pages.document_builder.state import Content, OpenDraft
from frontend.store import Store

SAVE_AFTER_SECONDS = 0.7
AGAIN_AFTER_SECONDS = (1.0, 2.0, 4.0, 8.0, 15.0)
STALE = "STALE_VERSION"


class Saving(NamedTuple):
    """How saving goes: `saved`, `unsaved`, `saving`, `failed`, `refused`; `new` before the first
    time.
    """

    state: str
    at: str = ""
    """When it was saved last, ISO 8601."""


@dataclass(eq=False)
class Saver:
    """Saves a draft shortly after something was typed, one save at a time."""

    draft: OpenDraft
    state: Store[Saving] = field(default_factory=lambda: Store(Saving("new")))
    _timer: asyncio.Task[None] | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _creation: dict[str, Any] | None = None
    """What a new draft was sent as, until it is known to be there."""
    _failures: int = 0
    _is_closed: bool = False

    def begin(self) -> None:
        """Listen to what is typed."""
        self.draft.changed = self.save_soon
        if self.draft.document_id and self.state.value.state == "new":
            self.state.set(Saving("saved", self.draft.saved_at))

    @property
    def waiting(self) -> asyncio.Task[None] | None:
        """The save that is to come, if one is."""
        return self._timer

    def save_soon(self, seconds: float = SAVE_AFTER_SECONDS) -> None:
        """Save in a moment; what follows within it is saved along."""
        if self.state.value.state != "saving":
            self.state.set(Saving("unsaved", self.state.value.at))
        if self._timer is None:
            self._timer = asyncio.get_running_loop().create_task(self._wait(seconds))

    async def _wait(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        self._timer = None
        await self.save()

    def stop(self) -> None:
        """Save no more: the draft is to be deleted."""
        self._is_closed = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def close(self) -> None:
        """Save what waits, in the background, though the page is left."""
        self._is_closed = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            task = asyncio.get_running_loop().create_task(self._save_at_last())
            _closing.add(task)
            task.add_done_callback(_closing.discard)

    async def _save_at_last(self) -> None:
        await self.save()

    async def save(self) -> bool:
        """Save what was typed; return whether the server has all of it."""
        async with self._turn:
            try:
                return await self._save()
            except SignedOut as error:
                report(error, self.draft.session)
            except OperationFailed as error:
                self._fail(error)
            return False

    async def _save(self) -> bool:
        draft = self.draft
        while draft.clash.value is None:
            content = draft.content()
            changes = content.changes(draft.base)
            if not changes and (draft.document_id or not self._creation):
                break
            self.state.set(Saving("saving", self.state.value.at))
            sent = await (self._update(changes) if draft.document_id else self._create(changes))
            if sent is None:
                self.state.set(Saving("refused", self.state.value.at))
                return False
            if sent.get("conflict"):
                draft.merge(sent["conflict"])
                continue
            self._failures = 0
            draft.settle(sent["document"], content)
            self.state.set(Saving("saving", sent["document"]["updatedAt"]))
        if draft.clash.value is not None:
            self.state.set(Saving("refused", self.state.value.at))
            return False
        if draft.document_id:
            self.state.set(Saving("saved", self.state.value.at))
        else:
            self.state.set(Saving("new"))
        return True

    async def _create(self, changes: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Make the document; tried again with the same words until its answer came."""
        if self._creation is None:
            self._creation = {
                "kind": self.draft.kind,
                "content": {**self.draft.content().changes(Content()), **changes},
                "idempotencyKey": uuid4().hex,
            }
        payload = await self._run("create_document", self._creation)
        if payload is None:
            self._creation = None
            return None
        self._creation = None
        document = payload["document"]
        self.draft.document_id = document["id"]
        if not self._is_closed:
            self.draft.cursor = None
            self._show_place(document["id"])
        return payload

    def _show_place(self, document_id: str) -> None:
        """Give the window the address of what was a new document, beside all else that is in it."""
        location = self.draft.session.location.value
        if location.path.endswith(f"/{NEW}"):
            path = document_url(self.draft.kind, document_id)
            there = Location(path, location.query).with_query({"contact": None})
            go(self.draft.session, there.url, replace=True)

    async def _update(self, changes: Mapping[str, Any]) -> Mapping[str, Any] | None:
        values = {"id": self.draft.document_id, "version": self.draft.version, "content": changes}
        return await self._run("update_document", values)

    async def _run(self, verb: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Write; return the payload, None when it was refused, which is said by the fields."""
        operation = load(f"billing/{verb}")
        data = await self.draft.session.client.run(operation, {"input": dict(values)})
        payload: Mapping[str, Any] = data[operation.field]
        if payload.get("conflict"):
            return payload
        if payload["errors"]:
            await self._refuse(payload["errors"], values["content"].get("lines", ()))
            return None
        return payload

    async def _refuse(self, errors: Sequence[UserError], lines: Sequence[Any]) -> None:
        if any(error["code"] in ("WRONG_STAGE", "NOT_FOUND", STALE) for error in errors):
            # Issued or deleted meanwhile: there is nothing to write in any more.
            await self.draft.read()
            return
        words: dict[str, str] = {}
        for error in errors:
            words[_path(error["path"], lines)] = explain(error)
        self.draft.refused.set(words)

    def _fail(self, error: OperationFailed) -> None:
        """Say that saving failed, and try again in a while."""
        if not self._failures:
            report(error, self.draft.session)
        self.state.set(Saving("failed", self.state.value.at))
        pause = AGAIN_AFTER_SECONDS[min(self._failures, len(AGAIN_AFTER_SECONDS) - 1)]
        self._failures += 1
        if self._timer is None and not self._is_closed:
            self._timer = asyncio.get_running_loop().create_task(self._wait(pause))


_closing: set[asyncio.Task[None]] = set()
"""Saves that outlive their window: the event loop itself only holds tasks weakly."""


def _path(path: Sequence[str], lines: Sequence[Any]) -> str:
    """Return where a refusal belongs: `content.` is left out, lines are told by their keys."""
    parts = list(path[1:]) if path and path[0] == "content" else list(path)
    if len(parts) > 1 and parts[0] == "lines" and parts[1].isdigit() and int(parts[1]) < len(lines):
        parts[1] = lines[int(parts[1])]["key"]
    return ".".join(parts)
