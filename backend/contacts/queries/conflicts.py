"""What happened to a contact since a version that somebody started to edit."""

from __future__ import annotations

from dataclasses import dataclass

from backend.contacts.queries.lookups import get_contact
from backend.contacts.rows import ContactRow, Wanted
from backend.core.change_log import changes_of
from backend.core.errors import NotFound
from backend.core.permissions import Actor

_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Conflict:
    """The contact as it is now, who saved it last, and the schema's names of what changed."""

    current: ContactRow
    changed_by: str
    changed_fields: list[str]


async def conflict_since(actor: Actor, contact_id: int, version: int, wanted: Wanted) -> Conflict:
    """Say what an editor who started from ``version`` has not seen.

    Raises:
        NotFound: no contact of this account.
    """
    current = await get_contact(actor, contact_id, wanted)
    if current is None:
        raise NotFound(("id",))
    fields: dict[str, None] = {}
    for change in await changes_of(actor.account_id, "Contact", contact_id, limit=_LOOKED_AT):
        if change.payload.get("version", 0) <= version:
            break
        if change.kind == "contact.labelled":
            fields["labels"] = None
        fields.update(dict.fromkeys(change.payload.get("fields", ())))
    return Conflict(current, current.updated_by, sorted(fields))
