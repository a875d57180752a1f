"""The open card as one window sees it: read, followed, saved field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.session import Session
from frontend.store import Store

Card = Mapping[str, Any]
Person = Mapping[str, Any]
NO_SUCH_CARD = frozenset({"BAD_USER_INPUT", "NOT_FOUND"})
TRIES = 3
"""How often a change is tried on a card that others change elsewhere at the same time."""


def is_settled(card: Card | None) -> bool:
    """Tell whether a card lies in the archive or the bin, where it is not changed."""
    return bool(card and (card["archivedAt"] or card["deletedAt"]))


@dataclass(eq=False)
class OpenCard:
    """The card behind a drawer. Each part of the drawer watches the fields it shows."""

    session: Session
    card_id: str
    card: Store[Card | None] = field(default_factory=lambda: Store[Card | None](None))
    missing: Store[bool] = field(default_factory=lambda: Store(False))
    """True when there is no such card, or it is gone for good."""
    members: Store[tuple[Person, ...]] = field(
        default_factory=lambda: Store[tuple[Person, ...]](())
    )
    """Whom a card may be given to."""
    cursor: Store[str | None] = field(default_factory=lambda: Store[str | None](None))
    """The place in the history that the card was first read at."""
    answers: Store[int] = field(default_factory=lambda: Store(0))
    """Grows when a save is settled: fields that are not being typed in show what is saved."""

    readings: Store[int] = field(default_factory=lambda: Store(0))
    """Grows whenever the card was read: its story may have gone on."""

    async def read(self) -> None:
        """Read the card; an id out of a mangled link is a card that is gone."""
        try:
            data = await self.session.client.run(load("cards/read_card"), {"id": self.card_id})
        except OperationFailed as error:
            if error.code not in NO_SUCH_CARD:
                raise
            self.missing.set(True)
            return
        viewer = data["viewer"] or {"cursor": None, "members": ()}
        self.members.set(tuple(viewer["members"]))
        found = data["node"] or await self._in_the_bin()
        self.missing.set(not found)
        if found:
            self.take(found)
        if self.cursor.value is None:
            self.cursor.set(viewer["cursor"])

    async def _in_the_bin(self) -> Card | None:
        """Return the card that was deleted and can come back."""
        asked = {"id": self.card_id}
        data = await self.session.client.run(load("cards/read_deleted_card"), asked)
        found: Card | None = data["deletedCard"]
        return found

    async def follow(self, event: Mapping[str, Any]) -> None:
        """Take in an event of `cardChanged`: what is gone may lie in the bin."""
        await self.read()

    def take(self, card: Card) -> None:
        """Show a card."""
        self.card.set(card)
        self.readings.update(lambda count: count + 1)

    async def save(self, name: str, value: Any) -> tuple[str, ...]:
        """Save one field under its name in the input; return the words of what was refused.

        What others changed elsewhere on the card meanwhile does not stand in the way; what they
        changed in the same field is shown, and said.
        """
        before = self.card.value
        if before is None:
            return ()
        base = before
        for _ in range(TRIES):
            payload = await self.run(
                "update_card", {"id": base["id"], "version": base["version"], name: value}
            )
            if payload is None:
                return ()
            if (conflict := payload["conflict"]) is None:
                if payload["errors"]:
                    return tuple(explain(error) for error in payload["errors"])
                await self.read()
                self.answers.update(lambda count: count + 1)
                return ()
            current = conflict["current"]
            if saved_value(current, name) != saved_value(before, name):
                await self.read()
                self.answers.update(lambda count: count + 1)
                return (t("{name} changed this meanwhile.", name=conflict["changedBy"]),)
            base = current
        return (t("Somebody changed this card meanwhile. Try again."),)

    async def run(self, verb: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Do something with the card and return the payload, None when that failed, which a toast
        has said.
        """
        operation = load(f"cards/{verb}")
        try:
            data = await self.session.client.run(operation, {"input": dict(values)})
        except OperationFailed as error:
            report(error, self.session)
            return None
        payload: Mapping[str, Any] = data[operation.field]
        return payload

    async def act(self, verb: str, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Do something with the card and read it anew; what is refused is said in a toast, and None
        returned.
        """
        payload = await self.run(verb, values)
        if payload is not None and payload["errors"]:
            self.say(payload["errors"])
            payload = None
        await self.read()
        return payload

    def say(self, errors: Sequence[Any]) -> None:
        """Say what was refused in a toast."""
        self.session.toasts.show(explain(errors[0]), kind="error")


def saved_value(card: Card, name: str) -> Any:
    """Return what a card holds in the field that an input's name changes."""
    if name in ("contactId", "assigneeId"):
        return (card[name.removesuffix("Id")] or {}).get("id")
    return card[name]
