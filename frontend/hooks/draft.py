"""What is typed and not saved yet, kept on the server so that a lost connection or a closed tab
loses nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from reactpy import use_ref, use_state

from frontend.client import Client, OperationFailed
from frontend.errors import report
from frontend.hooks.effect import use_effect
from frontend.hooks.state import use_task
from frontend.operations import load
from frontend.session import current_session
from frontend.store import Store

SAVE_AFTER_SECONDS = 0.8


@dataclass(eq=False)
class Draft:
    """The draft under one key, e.g. `contact:new` or `contact:<id>`. One per user and account."""

    key: str
    client: Client
    loading: bool = True
    value: Any = None
    """What was found when the component appeared; None when there was none. Later saves do not
    change it.
    """
    saved_at: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """When the last save was confirmed, ISO 8601; watch it with `use_store`."""
    _waiting: Any = None
    _timer: asyncio.Task[None] | None = None

    def save(self, value: Any) -> None:
        """Keep a JSON value; calls that follow within 0.8 s are saved as one."""
        self._waiting = value
        if self._timer is None:
            self._timer = asyncio.get_running_loop().create_task(self._save_soon())

    async def discard(self) -> None:
        """Forget the draft, once what it held has been saved or given up."""
        self.cancel()
        self.value = None
        try:
            await self.client.run(load("drafts/discard_draft"), {"input": {"key": self.key}})
        except OperationFailed as error:
            report(error)

    def cancel(self) -> None:
        """Drop what waits to be saved."""
        self._waiting = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def flush(self) -> None:
        """Save what waits right now, in the background."""
        if self._timer is not None and self._waiting is not None:
            value = self._waiting
            self.cancel()
            task = asyncio.get_running_loop().create_task(self._save(value))
            _flushing.add(task)
            task.add_done_callback(_flushing.discard)

    async def _save_soon(self) -> None:
        await asyncio.sleep(SAVE_AFTER_SECONDS)
        value, self._waiting, self._timer = self._waiting, None, None
        await self._save(value)

    async def _save(self, value: Any) -> None:
        try:
            data = await self.client.run(
                load("drafts/save_draft"), {"input": {"key": self.key, "value": value}}
            )
        except OperationFailed as error:
            report(error)
            return
        if draft := data["saveDraft"]["draft"]:
            self.saved_at.set(draft["updatedAt"])


_flushing: set[asyncio.Task[None]] = set()
"""Saves that outlive their window: the event loop itself only holds tasks weakly."""


def use_draft(key: str) -> Draft:
    """Return the draft kept under `key`; `loading` is True until it has been looked up.

    Give it to `use_form(…, draft=draft)`, or `save` to it by hand. What waits to be saved when the
    component leaves, or the window closes, is saved then.
    """
    session = current_session()
    client = session.client
    draft = use_ref(Draft(key, client)).current
    _, set_loaded = use_state(False)

    async def look_up() -> None:
        try:
            data = await client.run(load("drafts/read_draft"), {"key": key})
            found = (data.get("viewer") or {}).get("draft")
            if found:
                draft.value = found["value"]
                draft.saved_at.set(found["updatedAt"])
        except OperationFailed as error:
            report(error)
        draft.loading = False
        set_loaded(True)

    use_task(look_up, [key], loading=session)

    @use_effect(dependencies=[])
    def flush_when_gone() -> Callable[[], None]:
        return draft.flush

    return draft
