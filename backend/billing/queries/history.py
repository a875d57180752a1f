"""What happened to a document, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from backend.billing.events import AboutDocument, DocumentChanged
from backend.core.change_log import decode_cursor
from backend.core.graphql.facts import FactRow, shown_payload
from backend.core.paging import PageRequest
from backend.core.permissions import Actor, Permission
from backend.core.stories import NEWEST, Told, count_stories, read_stories

_UNTOLD = frozenset({DocumentChanged.kind})
"""A draft saves itself at every pause: too often to be told."""


@dataclass(frozen=True, slots=True)
class EventRow(FactRow):
    """A fact about a document."""

    @property
    def payload(self) -> dict[str, Any]:
        """The rest of the fact."""
        return shown_payload(self.change, frozenset())


async def history_of(
    actor: Actor, document_id: int, request: PageRequest
) -> tuple[list[EventRow], bool]:
    """Return what happened to a document of the account, and whether more did before. Nothing for
    an unknown one.

    Raises:
        InvalidCursor, Forbidden
    """
    actor.require(Permission.READ)
    before = NEWEST if request.after is None else decode_cursor(request.after)
    stories = await read_stories(
        actor.account_id, _told(), (document_id,), limit=request.size + 1, before=before
    )
    found = stories[document_id]
    return [EventRow(change) for change in found[: request.size]], len(found) > request.size


async def count_history(actor: Actor, document_id: int) -> int:
    """Return how much happened to a document of the account."""
    actor.require(Permission.READ)
    return (await count_stories(actor.account_id, _told(), (document_id,)))[document_id]


def _told() -> Told:
    kinds = sorted(_kinds(AboutDocument) - _UNTOLD)
    return Told(AboutDocument.subject_type, own=tuple(kinds), about=())


def _kinds(fact: type[AboutDocument]) -> set[str]:
    """Return the kinds of all facts about documents, those of other modules too."""
    found: set[str] = set()
    for known in fact.__subclasses__():
        found |= _kinds(known)
        if "kind" in vars(known):
            found.add(known.kind)
    return found
