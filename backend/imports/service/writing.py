"""Write one batch of rows: all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from backend.contacts.consent import ConsentOrigin
from backend.contacts.judging import Rules
from backend.contacts.kinds import ConsentSource
from backend.contacts.service import add_contacts, add_to_contacts
from backend.contacts.service.create import JudgedDrafts
from backend.core.errors import Refusal
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.imports.batches import Batch, Entry
from backend.imports.errors import PersonErased
from backend.imports.people import Identity, Seen
from backend.imports.service.additions import Known, addition_to
from backend.imports.service.erased import erased_people
from backend.imports.service.existing import find_existing
from backend.imports.service.options import Existing


@dataclass(slots=True)
class Written:
    """What became of the entries of a batch."""

    created: int = 0
    updated: int = 0
    duplicates: int = 0
    rejected: list[tuple[Entry, Refusal]] = field(default_factory=list)
    contacts: dict[int, int] = field(default_factory=dict)
    """By the number of a row, the contact that it made or that was there already."""


class BatchWriter:
    """Writes batches into the actor's account.

    ``value_fields`` are the custom fields that the file has values of. ``bulk``: there are so many
    rows that whoever follows a list reads it again. ``act`` remembers what is
    done, so that it can be undone. ``own_from`` is the first contact that this import made, if it
    goes on after others wrote batches of it. ``consent`` is where and how the people agreed, and
    ``source`` by what that came here.
    """

    def __init__(
        self,
        actor: Actor,
        existing: Existing,
        value_fields: frozenset[int] = frozenset(),
        *,
        bulk: bool = False,
        act: int | None = None,
        own_from: int | None = None,
        consent: str = "",
        source: ConsentSource = ConsentSource.IMPORT,
    ) -> None:
        self._actor = actor
        self._existing = existing
        self._value_fields = value_fields if existing is Existing.FILL else frozenset()
        self.own_from = own_from
        self._act = act
        self._bulk = bulk
        self._origin = ConsentOrigin(source, consent)

    async def write(self, batch: Batch) -> Written:
        """Write a batch; what is refused of it does not hold up the rest."""
        async with unit_of_work(self._actor) as unit:
            return await self.write_in(unit, batch)

    async def write_in(self, unit: UnitOfWork, batch: Batch) -> Written:
        """Write a batch inside of a unit of work that does more."""
        written = Written()
        # Two that looked for people at once would both miss them, and both write them.
        await unit.take_turn()
        waiting = list(batch.entries)
        while waiting:
            waiting = await self._write_turn(unit, waiting, batch.rules, written)
        return written

    async def _write_turn(
        self, unit: UnitOfWork, entries: list[Entry], rules: Rules | None, written: Written
    ) -> list[Entry]:
        """Write the entries; return those that stand for somebody whose first row was refused."""
        people = [entry.person for entry in entries]
        known = await find_existing(
            self._actor, people, own_from=self.own_from, value_fields=self._value_fields
        )
        keys = {place: each.contact_id for place, each in known.items()}
        if erased := await erased_people(self._actor, people, keys):
            written.rejected += [(entries[place], PersonErased()) for place in sorted(erased)]
            left = [place for place in range(len(entries)) if place not in erased]
            entries, people = [entries[place] for place in left], [people[place] for place in left]
            known = {nth: known[place] for nth, place in enumerate(left) if place in known}
        followers = _followers(people, known, joins=self._existing is not Existing.SKIP)
        new = [
            place for place in range(len(entries)) if place not in known and place not in followers
        ]
        drafts = [entries[place].draft for place in new]
        judged = _judged([entries[place] for place in new], rules)
        created = await add_contacts(
            unit, drafts, bulk=self._bulk, act=self._act, judged=judged, origin=self._origin
        )
        written.created += len(created.ids)
        if self.own_from is None and created.ids:
            self.own_from = min(created.ids.values())
        for nth, refusals in created.refused.items():
            written.rejected.append((entries[new[nth]], refusals[0]))
        met = set(known)
        made = {new[nth]: key for nth, key in created.ids.items()}
        written.contacts |= {entries[place].row.number: key for place, key in made.items()}
        waiting = []
        for place, leader in followers.items():
            if leader in made and leader not in known:
                known[leader] = Known.of_draft(made[leader], entries[leader].draft)
            if leader in known:
                known[place] = known[leader]
                met.add(place)
            else:
                waiting.append(entries[place])
        written.contacts |= {entries[place].row.number: known[place].contact_id for place in met}
        await self._meet(unit, [(entries[place], known[place]) for place in sorted(met)], written)
        return waiting

    async def _meet(
        self, unit: UnitOfWork, met: Sequence[tuple[Entry, Known]], written: Written
    ) -> None:
        """Do what was chosen about people who are there already."""
        if self._existing is Existing.SKIP:
            written.duplicates += len(met)
            return
        overwrite = self._existing is Existing.OVERWRITE
        additions = [addition_to(known, entry.draft, overwrite=overwrite) for entry, known in met]
        updated = await add_to_contacts(
            unit, additions, bulk=self._bulk, act=self._act, origin=self._origin
        )
        for place, refusals in updated.refused.items():
            written.rejected.append((met[place][0], refusals[0]))
        written.updated += updated.changed_count
        written.duplicates += len(met) - updated.changed_count - len(updated.refused)


def _judged(entries: Sequence[Entry], rules: Rules | None) -> JudgedDrafts | None:
    found = [entry.judged for entry in entries if entry.judged is not None]
    if rules is None or len(found) < len(entries):
        return None
    return JudgedDrafts(rules, found)


def _followers(
    people: Sequence[Identity], known: Mapping[int, Known], *, joins: bool
) -> dict[int, int]:
    """Return the rows that are of the same person as an earlier one, with that one's place."""
    seen = Seen(joins=joins)
    followers: dict[int, int] = {}
    for place, person in enumerate(people):
        earlier = None if place in known else seen.find(person)
        if place in known:
            seen.meet(person, place, known[place].names)
        elif earlier is None:
            seen.add(person, place)
        else:
            followers[place] = earlier
            seen.meet(person, earlier)
    return followers
