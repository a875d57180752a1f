"""How facts of the log are shown: who made them, and their payloads in the schema's names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import strawberry
from strawberry.utils.str_converters import capitalize_first, to_camel_case

from backend.core.change_log import Change
from backend.core.ids import encode_id

INTERNAL = frozenset({("Contact", "before")})
"""What live lists need of facts of a subject type, and nobody else: their own filters' values."""


@dataclass(frozen=True, slots=True)
class ActorRow:
    """Who made a change."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """A stored fact with the properties that the schema's fields are read from."""

    change: Change

    @property
    def cursor(self) -> str:
        """Where to resume after it."""
        return self.change.cursor

    @property
    def at(self) -> datetime:
        """When it was committed."""
        return self.change.at

    @property
    def kind(self) -> str:
        """What happened, such as ``contact.created``."""
        return self.change.kind

    @property
    def actor(self) -> ActorRow:
        """Who made it."""
        return ActorRow(self.change.actor_kind, self.change.actor_name)


@strawberry.type
class ChangeActor:
    """Who made a change."""

    kind: str = strawberry.field(
        description="`user`, `token` for a client app, or `system` for Carnet itself."
    )
    name: str = strawberry.field(description="The person's or the token's name at that time.")


def shown_payload(change: Change, but: Collection[str] = ()) -> dict[str, Any]:
    """Return a fact's payload with global ids, but for some of its fields."""
    return dict(
        _shown(name, value)
        for name, value in change.payload.items()
        if (change.subject_type, name) not in INTERNAL and name not in but
    )


def _shown(name: str, value: Any) -> tuple[str, Any]:
    shown = to_camel_case(name)
    if name.endswith("_id") and isinstance(value, int):
        type_name = capitalize_first(to_camel_case(name.removesuffix("_id")))
        return shown, encode_id(type_name, value)
    return shown, value
