"""What others saved since the version that an edit started from."""

from __future__ import annotations

from dataclasses import dataclass

from backend.contacts.queries.lookups import get_contact
from backend.contacts.rows import ContactRow, Wanted
from backend.core.change_log import Change, changes_of
from backend.core.permissions import Actor

LOOKED_AT = 100
_FIELDS_BY_KIND = {
    "contact.labelled": ["labels"],
    "contact.deleted": ["deletedAt"],
    "contact.restored": ["deletedAt"],
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """The contact as it is now, who saved it last, and which fields differ; the schema's names."""

    current: ContactRow
    changed_by: str | None
    changed_fields: list[str]


async def conflict_since(
    actor: Actor, contact_id: int, version: int, wanted: Wanted
) -> Conflict | None:
    """Return what stands against an edit of an old version; None when the contact is gone."""
    current = await get_contact(actor, contact_id, wanted)
    if current is None:
        return None
    history = await changes_of(actor.account_id, "Contact", contact_id, limit=LOOKED_AT)
    newer = [change for change in history if change.payload.get("version", 0) > version]
    fields = dict.fromkeys(name for change in reversed(newer) for name in _fields(change))
    return Conflict(current, newer[0].actor_name if newer else None, list(fields))


def _fields(change: Change) -> list[str]:
    fields: list[str] = change.payload.get("fields") or _FIELDS_BY_KIND.get(change.kind, [])
    return fields
