"""One import as a window sees it: read, followed, changed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from frontend.client import OperationFailed, UserError
from frontend.errors import explain, report
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

Import = Mapping[str, Any]
Refusals = tuple[UserError, ...]

BEING_PREPARED = frozenset({"READY", "CHECKING"})
AT_WORK = frozenset({"CHECKING", "RUNNING", "UNDOING"})


@dataclass(eq=False)
class OneImport:
    """The import of the open page. What others do with it arrives as it does here."""

    session: Session
    id: str
    shown: Store[Import | None] = field(default_factory=lambda: Store[Import | None](None))
    gone: Store[bool] = field(default_factory=lambda: Store(False))
    """There is none of this id, or none any more."""
    pending: Store[frozenset[str]] = field(default_factory=lambda: Store(frozenset[str]()))
    """The verbs that are being answered."""
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def read(self) -> None:
        """Read everything about the import."""
        async with self._reading:
            data = await self.session.client.run(load("imports/read_import"), {"id": self.id})
        found = data["contactImport"]
        self.gone.set(found is None)
        self.shown.set(found)

    async def hear(self, event: Mapping[str, Any]) -> None:
        """Take what the server tells: how far it is, or that there is more to read."""
        told, shown = event["contactImport"], self.shown.value
        if told is None:
            self.gone.set(True)
        elif shown is None or told["version"] != shown["version"]:
            await self.read()
        else:
            self.shown.set({**shown, **told})

    async def configure(self, **values: Any) -> Refusals:
        """Change how the file is read or what becomes of it; return what was refused."""
        payload = await self.act("configure_import", **values)
        return tuple(payload["errors"]) if payload else ()

    async def act(self, verb: str, **values: Any) -> dict[str, Any] | None:
        """Run a mutation on the import and show what came of it; None when the server failed."""
        operation = load(f"imports/{verb}")
        self.pending.update(lambda verbs: verbs | {verb})
        try:
            data = await self.session.client.run(operation, {"input": {"id": self.id, **values}})
            await self.read()
        except OperationFailed as error:
            report(error, self.session)
            return None
        finally:
            self.pending.update(lambda verbs: verbs - {verb})
        payload: dict[str, Any] = data[operation.field]
        return payload

    async def do(self, verb: str, **values: Any) -> bool:
        """Run a mutation whose refusals belong to no field; return whether it was done."""
        payload = await self.act(verb, **values)
        for refusal in payload["errors"] if payload else ():
            self.session.toasts.show(explain(refusal), kind="error")
        return payload is not None and not payload["errors"]
