"""A list of documents as one window sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from frontend.client import OperationFailed
from frontend.operations import load
from frontend.pages.documents.filters import DocumentFilter
from frontend.pages.documents.words import Document
from frontend.session import Session
from frontend.store import Store

PAGE = 50
LARGEST_PAGE = 200


class Shown(NamedTuple):
    """What has been read; `older` is where the rest begins, None at the end."""

    documents: tuple[Document, ...]
    total: int
    older: str | None


@dataclass(eq=False)
class DocumentList:
    """The newest documents that a filter finds, as far as was scrolled."""

    session: Session
    filter: DocumentFilter
    shown: Store[Shown | None] = field(default_factory=lambda: Store[Shown | None](None))
    cursor: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The place in the history that the list was read at, None before."""
    sending: Store[Mapping[str, Any] | None] = field(
        default_factory=lambda: Store[Mapping[str, Any] | None](None)
    )
    """The API's DocumentSelectionInput of what is about to be sent."""
    failed: Store[bool] = field(default_factory=lambda: Store(False))
    news: Store[int] = field(default_factory=lambda: Store(0))
    """Grows with everything that changed: sums are read again."""
    _reading: int = 0
    _reading_older: bool = False

    async def read(self) -> None:
        """Read the list from its top, as far as it is shown; what a later reading asked wins."""
        self._reading += 1
        reading, shown = self._reading, self.shown.value
        size = min(max(PAGE, len(shown.documents) if shown else 0), LARGEST_PAGE)
        try:
            data = await self._page(size, None)
        except OperationFailed as error:
            self.failed.set(self.shown.value is None)
            if error.code == "BAD_USER_INPUT":  # a client's id that is none
                return
            raise
        if reading != self._reading:
            return
        if self.cursor.value is None:
            self.cursor.set((data["viewer"] or {}).get("cursor"))
        self.failed.set(False)
        self.shown.set(_shown(data, ()))

    async def read_older(self) -> None:
        """Read the page behind what is shown; a second wish for the same is not heard."""
        shown, reading = self.shown.value, self._reading
        if self._reading_older or shown is None or shown.older is None:
            return
        self._reading_older = True
        try:
            data = await self._page(PAGE, shown.older)
        finally:
            self._reading_older = False
        now = self.shown.value
        if now is not None and reading == self._reading:
            self.shown.set(_shown(data, now.documents))

    async def follow(self, event: Mapping[str, Any]) -> None:
        """Take in an event of `billingDocumentsChanged`: what is shown changes where it stands;
        what came new, or went, is read.
        """
        self.news.update(lambda seen: seen + 1)
        shown = self.shown.value
        if shown is None:
            return
        known = {each["id"] for each in shown.documents}
        changed = {each["id"]: each for each in event["changed"]}
        is_moved = bool(changed) and bool(self.filter.sort)
        if (
            event["reset"]
            or is_moved
            or changed.keys() - known
            or known.intersection(event["gone"])
        ):
            await self.read()
        elif changed:
            rows = tuple(changed.get(each["id"], each) for each in shown.documents)
            self.shown.set(shown._replace(documents=rows))

    async def _page(self, size: int, after: str | None) -> Mapping[str, Any]:
        asked = {
            "filter": self.filter.argument(),
            "sort": self.filter.order,
            "first": size,
            "after": after,
        }
        data: Mapping[str, Any] = await self.session.client.run(
            load("billing/list_documents"), asked
        )
        return data


def _shown(data: Mapping[str, Any], before: tuple[Document, ...]) -> Shown:
    found = data["billingDocuments"]
    known = {each["id"] for each in before}
    new = (edge["node"] for edge in found["edges"] if edge["node"]["id"] not in known)
    older = found["pageInfo"]["endCursor"] if found["pageInfo"]["hasNextPage"] else None
    return Shown((*before, *new), found["totalCount"], older)
