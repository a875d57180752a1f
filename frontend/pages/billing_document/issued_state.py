"""An issued document as one window sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from frontend.client import OperationFailed, UserError
from frontend.errors import explain, report
from frontend.hooks.navigation import go
from frontend.operations import load
from frontend.pages.document_builder.places import document_url
from frontend.pages.documents.words import Document
from frontend.session import Session
from frontend.store import Store

Event = Mapping[str, Any]


class Shown(NamedTuple):
    """The document, and what happened to it, the newest first."""

    document: Document
    history: tuple[Event, ...]


class Done(NamedTuple):
    """What a verb answered: the document it wrote, or why it did not."""

    document: Document | None = None
    errors: tuple[UserError, ...] = ()


@dataclass(eq=False)
class IssuedState:
    """The document, read again whenever it changed."""

    session: Session
    document_id: str
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    cursor: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The place in the history that it was read at first, None before."""
    _reading: int = 0

    async def read(self) -> None:
        """Read it; what a later reading found wins."""
        self._reading += 1
        reading = self._reading
        asked = {"id": self.document_id}
        data: Any = await self.session.client.run(load("billing/read_document"), asked)
        document = data["billingDocument"]
        if reading != self._reading or document is None:
            return
        if self.cursor.value is None:
            self.cursor.set((data["viewer"] or {}).get("cursor"))
        edges = data["billingDocumentHistory"]["edges"]
        self.shown.set(Shown(document, tuple(edge["node"] for edge in edges)))

    async def run(self, verb: str, **values: Any) -> Done:
        """Run a mutation and read the document again; a failure is said in a toast."""
        operation = load(f"billing/{verb}")
        try:
            data: Any = await self.session.client.run(operation, {"input": values})
        except OperationFailed as error:
            report(error, self.session)
            return Done()
        payload = data[operation.field]
        await self.read()
        errors = tuple(payload["errors"])
        return Done(None if errors else payload["document"], errors)

    async def do(self, verb: str, **values: Any) -> Document | None:
        """Run a mutation, its refusal said in a toast; return what it wrote."""
        done = await self.run(verb, **values)
        if done.errors:
            self.session.toasts.show(explain(done.errors[0]), kind="error")
        return done.document

    def leave_for(self, document: Document | None) -> None:
        """Go to another document, such as a draft that was begun; stay where there is none."""
        if document is not None:
            go(self.session, document_url(document["kind"], document["id"]))
