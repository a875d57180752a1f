"""Contacts compared with those that share a key with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from backend.contacts.service.finding import identities, names_of
from backend.contacts.sql import values_in
from backend.core.unit_of_work import UnitOfWork
from backend.duplicates.keys import blocking_keys, reaches
from backend.duplicates.profiles import Profile, called, profile_of
from backend.duplicates.queries.searching import contacts_with_keys
from backend.duplicates.rules import Likeness, compare, names_agree

Couple = tuple[int, int]
"""The ids of two contacts, the smaller one first."""


async def read_profiles(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Profile]:
    """Return the profiles of those of some contacts that are not deleted."""
    found = await identities(unit.actor, ids)
    return {key: profile_of(identity) for key, identity in found.items()}


async def renew_keys(
    unit: UnitOfWork, ids: Collection[int], profiles: Mapping[int, Profile]
) -> dict[int, frozenset[int]]:
    """Write the keys of contacts anew and return them; who is gone has none."""
    account_id = unit.actor.account_id
    keys = {key: blocking_keys(account_id, profile) for key, profile in profiles.items()}
    asked = values_in("contact_id", ids, unit.dialect)
    before: dict[int, set[int]] = {}
    for contact_id, key in await unit.fetch(
        f"SELECT contact_id, key FROM duplicate_key WHERE {asked.text}",  # noqa: S608
        asked.params,
    ):
        before.setdefault(contact_id, set()).add(key)
    gone = [
        (contact_id, key)
        for contact_id, held in before.items()
        for key in held - keys.get(contact_id, frozenset())
    ]
    await unit.execute_many("DELETE FROM duplicate_key WHERE contact_id = ? AND key = ?", gone)
    await unit.insert_rows(
        "duplicate_key",
        ("key", "contact_id"),
        [
            (key, contact_id)
            for contact_id, held in keys.items()
            for key in sorted(held - before.get(contact_id, set()))
        ],
    )
    return keys


async def likely_couples(
    unit: UnitOfWork,
    profiles: dict[int, Profile],
    keys: Mapping[int, frozenset[int]],
    known: Iterable[Couple],
) -> dict[Couple, Likeness]:
    """Compare contacts with all that share a key with them, and couples that are known already.

    ``profiles`` are those of the contacts; their partners' are added.
    """
    couples = set(known) | await _worth_comparing(unit, profiles, keys)
    missing = {key for couple in couples for key in couple} - profiles.keys()
    profiles.update(await read_profiles(unit, missing))
    found: dict[Couple, Likeness] = {}
    for couple in couples:
        first, second = profiles.get(couple[0]), profiles.get(couple[1])
        likeness = compare(first, second) if first and second else None
        if likeness is not None:
            found[couple] = likeness
    return found


async def _worth_comparing(
    unit: UnitOfWork, profiles: Mapping[int, Profile], keys: Mapping[int, frozenset[int]]
) -> set[Couple]:
    """Return the couples that share what reaches them, or another key and a name.

    Most who share another key have other names: names are looked at before anything else is read.
    """
    sharing = await contacts_with_keys(sorted(set(chain.from_iterable(keys.values()))))
    reached: set[Couple] = set()
    others: set[Couple] = set()
    for contact_id, held in keys.items():
        for key in held:
            couples = reached if reaches(key) else others
            for other in sharing.get(key, ()):
                if other < contact_id:
                    couples.add((other, contact_id))
                elif other > contact_id:
                    couples.add((contact_id, other))
    others -= reached
    names = {key: profile.called for key, profile in profiles.items()}
    missing = {key for couple in others for key in couple} - names.keys()
    names.update(
        (key, called(identity)) for key, identity in (await names_of(unit.actor, missing)).items()
    )
    return reached | {
        couple
        for couple in others
        if couple[0] in names
        and couple[1] in names
        and names_agree(names[couple[0]], names[couple[1]])
    }
