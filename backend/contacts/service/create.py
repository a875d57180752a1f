"""Adding contacts: one by hand, or very many from a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from backend.contacts.consent import ConsentOrigin, clean_proof
from backend.contacts.drafts import ContactDraft
from backend.contacts.judging import Judged, Rules
from backend.contacts.limits import BATCH, BULK
from backend.contacts.service.acts import remember_created
from backend.contacts.service.inserting import NewContact, insert_contacts
from backend.contacts.service.preparing import Known, dated_from, known_of, prepare, with_labels
from backend.contacts.state import ContactState
from backend.core.clock import now, to_micros
from backend.core.errors import Refusal, Refusals
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.labels.service import LabelNames


@dataclass(frozen=True, slots=True)
class ContactWritten:
    """The contact that was written, and the account's place in its history."""

    contact_id: int
    cursor: str


@dataclass(slots=True)
class ContactsCreated:
    """What became of each draft: its id, or why it was refused, by its place among the drafts."""

    ids: dict[int, int] = field(default_factory=dict)
    refused: dict[int, tuple[Refusal, ...]] = field(default_factory=dict)
    cursor: str = ""


async def create_contact(
    actor: Actor,
    draft: ContactDraft,
    *,
    idempotency_key: str | None = None,
    consent: str | None = None,
) -> ContactWritten:
    """Add a contact. ``consent`` is where and how it agreed to what its e-mails' statuses say.

    Raises:
        Refusals: parts of it are refused; see ``preparing``.
        IdempotencyKeyReused: the key was used for another contact.
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    origin = ConsentOrigin.by(actor, clean_proof(consent))
    mark = fingerprint("create_contact", asdict(draft))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_contact", mark)
        if key is None:
            created = await add_contacts(unit, (draft,), origin=origin)
            if 0 in created.refused:
                raise Refusals(created.refused[0])
            key = created.ids[0]
            await remember_result(unit, idempotency_key, "create_contact", mark, key)
    return ContactWritten(key, unit.cursor)


async def bulk_create_contacts(actor: Actor, drafts: Sequence[ContactDraft]) -> ContactsCreated:
    """Add many contacts, a thousand to a transaction; what is refused does not hold up the rest.

    Raises:
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    whole = ContactsCreated()
    for start in range(0, len(drafts), BATCH):
        async with unit_of_work(actor) as unit:
            part = await add_contacts(unit, drafts[start : start + BATCH], bulk=len(drafts) > BULK)
        whole.ids.update((start + place, key) for place, key in part.ids.items())
        whole.refused.update((start + place, why) for place, why in part.refused.items())
        whole.cursor = unit.cursor or whole.cursor
    return whole


@dataclass(frozen=True, slots=True)
class JudgedDrafts:
    """What is to be made of some drafts, in their order, and by which rules."""

    rules: Rules
    each: Sequence[Judged]


async def add_contacts(
    unit: UnitOfWork,
    drafts: Sequence[ContactDraft],
    *,
    bulk: bool = False,
    act: int | None = None,
    judged: JudgedDrafts | None = None,
    origin: ConsentOrigin | None = None,
) -> ContactsCreated:
    """Add contacts inside of a unit of work that does more, such as the steps of an import.

    The unit's actor must be allowed to write contacts. ``act`` is what they can be undone with.
    ``judged`` is what was made of the drafts beforehand; if the account's rules have changed since,
    they are judged once more. ``origin`` is by what their addresses have their statuses; None is
    whoever acts.
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await unit.take_turn()
    known = await known_of(unit.actor.account_id)
    labels = await LabelNames.read(unit.actor, unit) if any(d.label_names for d in drafts) else None
    if judged is not None and not judged.rules.hold_as(known):
        judged = None
    created, instant = ContactsCreated(), now()
    accepted: dict[int, NewContact] = {}
    for place, draft in enumerate(drafts):
        try:
            found = None if judged is None else judged.each[place]
            state = _prepared(draft, found, known, instant)
            if labels is not None and draft.label_names:
                state = await with_labels(state, draft.label_names, labels, draft.label_colors)
            accepted[place] = _new_contact(draft, state)
        except Refusals as refused:
            created.refused[place] = refused.refusals
    ids = await insert_contacts(unit, list(accepted.values()), bulk=bulk, origin=origin)
    created.ids.update(zip(accepted, ids, strict=True))
    if act is not None:
        await remember_created(unit, act, ids)
    return created


def _prepared(
    draft: ContactDraft, judged: Judged | None, known: Known, instant: datetime
) -> ContactState:
    if judged is None:
        return prepare(draft, known, instant)
    if judged.state is None:
        raise Refusals(judged.refusals)
    return dated_from(judged.state, instant)


def _new_contact(draft: ContactDraft, state: ContactState) -> NewContact:
    created, active = draft.created_at, draft.last_activity_at
    return NewContact(
        state,
        created_micros=None if created is None else to_micros(created),
        last_activity_micros=None if active is None else to_micros(active),
        origin_id=draft.origin_id,
    )
