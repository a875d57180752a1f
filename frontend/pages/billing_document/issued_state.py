"""An issued document as one window sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from frontend.client import OperationFailed
from frontend.errors import report, say
from frontend.hooks.navigation import go
from frontend.operations import load
from frontend.pages.documents.places import document_url
from frontend.pages.documents.words import Document
from frontend.session import Session
from frontend.store import Store

Event = Mapping[str, Any]


class Shown(NamedTuple):
    """The document, and what happened to it, the newest first."""

    document: Document
    history: tuple[Event, ...]


@dataclass(eq=False)
class IssuedState:
    """The document, read again whenever it changed."""

    session: Session
    document_id: str
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    cursor: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    gone: Store[bool] = field(default_factory=lambda: Store(False))
    _reading: int = 0

    async def read(self) -> None:
        """Read it; what a later reading found wins."""
        self._reading += 1
        reading = self._reading
        asked = {"id": self.document_id}
        data = await self.session.client.run(load("billing/read_document"), asked)
        if reading != self._reading:
            return
        if self.cursor.value is None:
            self.cursor.set((data["viewer"] or {}).get("cursor"))
        document = data["billingDocument"]
        self.gone.set(document is None)
        if document is not None:
            edges = data["billingDocumentHistory"]["edges"]
            self.shown.set(Shown(document, tuple(edge["node"] for edge in edges)))

    @property
    def document(self) -> Document:
        """The document, once it was read."""
        shown = self.shown.value
        if shown is None:
            raise LookupError("the document was not read yet")
        return shown.document

    async def run(self, operation: str, values: Mapping[str, Any]) -> Document | None:
        """Run a mutation of the document and read it again; what is refused is said in a toast.
        Return the document that it answers.
        """
        name = load(f"billing/{operation}")
        try:
            data: Any = await self.session.client.run(name, {"input": dict(values)})
        except OperationFailed as error:
            report(error, self.session)
            return None
        payload = data[name.field]
        await self.read()
        if payload["errors"]:
            say(self.session, payload["errors"])
            return None
        document: Document = payload["document"]
        return document

    async def on_version(self, operation: str, **values: Any) -> Document | None:
        """Run a mutation of this version of the document."""
        document = self.document
        asked = {"id": document["id"], "version": document["version"], **values}
        return await self.run(operation, asked)

    def leave_for(self, document: Document | None) -> None:
        """Go to another document, such as the draft that was begun."""
        if document is not None:
            go(self.session, document_url(document["kind"], document["id"]))
