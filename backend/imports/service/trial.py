"""Say what an import would do, and write nothing."""

from __future__ import annotations

from backend.contacts.service.preparing import known_of, prepare, with_labels
from backend.core.clock import now
from backend.core.errors import Refusals
from backend.core.permissions import Actor
from backend.imports.batches import Batch
from backend.imports.errors import PersonErased
from backend.imports.people import Seen
from backend.imports.service.erased import erased_people
from backend.imports.service.existing import find_existing
from backend.imports.service.options import Existing
from backend.imports.service.writing import Written
from backend.labels.service import LabelNames


class TrialWriter:
    """Counts what a :class:`BatchWriter` would write.

    It remembers every person of the file, since none of them is written where a later row would
    find them. Whether an update would change anything is not asked: it counts as one.
    """

    def __init__(self, actor: Actor, existing: Existing) -> None:
        self._actor = actor
        self._existing = existing
        self._seen = Seen(joins=existing is not Existing.SKIP)
        self._count = 0
        self._labels: LabelNames | None = None

    async def write(self, batch: Batch) -> Written:
        """Judge a batch."""
        written, entries = Written(), batch.entries
        known = await known_of(self._actor.account_id)
        if self._labels is None:
            self._labels = await LabelNames.read(self._actor)
        people = [entry.person for entry in entries]
        existing = await find_existing(self._actor, people)
        keys = {place: each.contact_id for place, each in existing.items()}
        erased = await erased_people(self._actor, people, keys)
        for place, (entry, person) in enumerate(zip(entries, people, strict=True)):
            if place in erased:
                written.rejected.append((entry, PersonErased()))
                continue
            earlier = None if place in existing else self._seen.find(person)
            met = place in existing or earlier is not None
            try:
                if not met:
                    state = prepare(entry.draft, known, now())
                    await with_labels(state, entry.draft.label_names, self._labels)
            except Refusals as refused:
                written.rejected.append((entry, refused.refusals[0]))
                continue
            self._count += 1
            if not met:
                self._seen.add(person, self._count)
                written.created += 1
                continue
            if earlier is None:
                self._seen.meet(person, self._count, existing[place].names)
            else:
                self._seen.meet(person, earlier)
            if self._existing is Existing.SKIP:
                written.duplicates += 1
            else:
                written.updated += 1
        return written
