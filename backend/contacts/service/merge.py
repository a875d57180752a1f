"""Two contacts made one, and two again, inside of a unit that keeps what undoing it takes.

The one that is taken in is deleted, but not into the trash: nobody finds it or brings it back by
itself. Its rows stay as they are until it is purged, so that undoing the merge is exact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from backend.contacts.consent import ConsentOrigin
from backend.contacts.events import (
    ContactMerged,
    ContactMergedAway,
    ContactRestored,
    ContactUnmerged,
)
from backend.contacts.holdings import BITS
from backend.contacts.kinds import ConsentSource, ContactPart
from backend.contacts.service.consenting import settle_consents
from backend.contacts.service.edits import edit_of, overfull
from backend.contacts.service.following import follow_merge, follow_parting
from backend.contacts.service.loading import Stored, load_contacts, stored_contacts
from backend.contacts.service.saving import write_edits
from backend.contacts.service.search_index import index_contacts, unindex_contacts
from backend.contacts.service.shelves import find_shelves
from backend.contacts.service.totals import shift_counts
from backend.contacts.state import ContactState
from backend.core.clock import now_micros
from backend.core.errors import Refusals
from backend.core.ids import encode_id
from backend.core.unit_of_work import UnitOfWork

__all__ = [
    "Joining",
    "Stored",
    "join_contacts",
    "load_contacts",
    "part_contacts",
    "stored_contacts",
]


_ALL_ELSE = sum(BITS.values()) - BITS[ContactPart.PHOTO]


@dataclass(frozen=True, slots=True)
class Joining:
    """A contact that takes in another one, both as they stand, and what it becomes.

    ``swaps_photos``: it shows the other's photo, and the other has its own for when they part.
    """

    kept: Stored
    other: Stored
    after: ContactState
    swaps_photos: bool = False


async def join_contacts(unit: UnitOfWork, joining: Joining) -> None:
    """Let a contact take in another one; neither is deleted, and the unit has the account's turn.

    Raises:
        Refusals: it would hold more than a contact may.
    """
    kept, other = joining.kept, joining.other
    Refusals.raise_if(overfull(joining.after))
    edit = edit_of(kept, joining.after)
    await write_edits(unit, (edit,))
    if joining.swaps_photos:
        await _swap_photos(unit, kept, other)
    now = now_micros()
    await unit.execute(
        "UPDATE contact SET last_activity_at = ? WHERE id = ? AND last_activity_at < ?",
        (other.active_micros, kept.id, other.active_micros),
    )
    await unindex_contacts(unit, (other.id,))
    await unit.execute(
        "UPDATE contact SET deleted_at = ?, deletion_id = NULL, version = version + 1, "
        "updated_at = ?, updated_by = ? WHERE id = ?",
        (now, now, unit.actor.name, other.id),
    )
    await shift_counts(unit, (other.id,), -1)
    await follow_merge(unit, kept.id, other.id)
    merged = ConsentOrigin(ConsentSource.MERGE)
    await settle_consents(unit, [(kept.id, joining.after)], merged)
    unit.record(
        ContactMerged(
            kept.id,
            version=kept.version + 1,
            fields=[*edit.fields, *(["photo"] if joining.swaps_photos else [])],
            other_contact=encode_id("Contact", other.id),
            before=kept.snapshot.stored(),
            name=other.state.display_name,
        )
    )
    unit.record(
        ContactMergedAway(
            other.id,
            version=other.version + 1,
            into_contact=encode_id("Contact", kept.id),
            before=other.snapshot.stored(),
            name=joining.after.display_name,
        )
    )


async def part_contacts(unit: UnitOfWork, parting: Joining) -> None:
    """Give back a contact that was taken in; ``after`` is what the one that had it becomes."""
    kept, other = parting.kept, parting.other
    now = now_micros()
    edit = edit_of(kept, parting.after)
    await write_edits(unit, (edit,))
    if parting.swaps_photos:
        await _swap_photos(unit, kept, other)
    await find_shelves(unit, (other.id,))
    await unit.execute(
        "UPDATE contact SET deleted_at = NULL, version = version + 1, updated_at = ?, "
        "updated_by = ? WHERE id = ?",
        (now, unit.actor.name, other.id),
    )
    await index_contacts(unit, [(other.id, other.state.search_text())])
    await shift_counts(unit, (other.id,), 1)
    await follow_parting(unit, kept.id, other.id)
    parted = [(kept.id, parting.after), (other.id, other.state)]
    await settle_consents(unit, parted, ConsentOrigin(ConsentSource.UNDO))
    unit.record(
        ContactUnmerged(
            kept.id,
            version=kept.version + 1,
            fields=[*edit.fields, *(["photo"] if parting.swaps_photos else [])],
            other_contact=encode_id("Contact", other.id),
            before=kept.snapshot.stored(),
            name=other.state.display_name,
        )
    )
    unit.record(
        ContactRestored(
            other.id,
            version=other.version + 1,
            before=replace(other.snapshot, deleted=True).stored(),
        )
    )


async def _swap_photos(unit: UnitOfWork, one: Stored, other: Stored) -> None:
    await unit.execute_many(
        "UPDATE contact SET photo_key = ?, holdings = (holdings & ?) | ? WHERE id = ?",
        [
            (other.photo_key, _ALL_ELSE, other.photo_bit, one.id),
            (one.photo_key, _ALL_ELSE, one.photo_bit, other.id),
        ],
    )
