"""What becomes of two contacts that are one person, and what undoing it takes; pure.

Everything of both is kept. Where both say something else of what there is one of (a name, the
company, a custom field), somebody chooses. A person who unsubscribed anywhere is unsubscribed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from backend.contacts.cleaning import CleanEmail
from backend.contacts.items import Item, address_key, email_key, joined, phone_key
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.state import ContactState, with_values
from backend.custom_fields.values import FieldValue

NAME_FIELDS = ("given_name", "family_name", "company", "position")
"""What a contact has one of."""

_STRENGTH = {
    SubscriptionStatus.NEVER_SUBSCRIBED: 0,
    SubscriptionStatus.SUBSCRIBED: 1,
    SubscriptionStatus.UNSUBSCRIBED: 2,
}


def merged_state(
    kept: ContactState,
    other: ContactState,
    taken: Collection[str] = (),
    taken_fields: Collection[int] = (),
) -> ContactState:
    """Return a contact that has all of two; of the fields ``taken``, the other's value, and of the
    custom fields ``taken_fields`` as well, where it has one.

    What comes from the other contact has no id yet: it is another row.
    """
    theirs = [value for value in other.values if value.field_id in taken_fields]
    names = {name: getattr(other if name in taken else kept, name) for name in NAME_FIELDS}
    return replace(
        kept,
        **names,
        emails=_all_emails(kept.emails, other.emails),
        phones=_all(kept.phones, other.phones, phone_key),
        addresses=_all(kept.addresses, other.addresses, address_key),
        label_ids=tuple(dict.fromkeys((*kept.label_ids, *other.label_ids))),
        values=with_values(other.values, _by_field((*kept.values, *theirs))),
        inactive_micros=_latest_of_both(kept.inactive_micros, other.inactive_micros),
    )


def _latest_of_both(kept: int | None, other: int | None) -> int | None:
    """Return since when both are inactive; None when one is not."""
    return None if kept is None or other is None else max(kept, other)


def _by_field(values: Sequence[FieldValue]) -> dict[int, FieldValue | None]:
    return {value.field_id: value for value in values}


def _all(
    kept: Sequence[Item], other: Sequence[Item], key: Callable[[Item], Hashable]
) -> tuple[Item, ...]:
    return joined(kept, [replace(item, id=None) for item in other], key)


def _all_emails(kept: Sequence[CleanEmail], other: Sequence[CleanEmail]) -> tuple[CleanEmail, ...]:
    told = {email.normalized: email for email in other}
    resolved = (_resolved(email, told.get(email.normalized)) for email in kept)
    return _all(tuple(resolved), other, email_key)


def _resolved(kept: CleanEmail, other: CleanEmail | None) -> CleanEmail:
    if other is None:
        return kept
    if other.bounced_at is not None:  # the same address: what happened to a letter, happened
        kept = replace(kept, bounced_at=max(kept.bounced_at or other.bounced_at, other.bounced_at))
    if _STRENGTH[other.status] <= _STRENGTH[kept.status]:
        return kept
    return replace(kept, status=other.status, status_changed_at=other.status_changed_at)


@dataclass(frozen=True, slots=True)
class Parting:
    """What undoing a merge makes of the contact that was kept.

    ``lost`` are the schema's names of what was changed since and would be destroyed.
    """

    state: ContactState
    lost: tuple[str, ...]


def parted_state(
    before: ContactState,
    after: ContactState,
    now: ContactState,
    since: Sequence[ContactState] = (),
) -> Parting:
    """Take back what a merge did to a contact, and leave what was done to it since.

    ``before`` and ``after`` are the contact around the merge; ``since``, other contacts that it
    took in later: what they brought too cannot be taken away with the first.
    """
    lost: list[str] = []
    values: dict[str, Any] = {}
    if before.inactive_micros != after.inactive_micros:
        values["inactive_micros"] = before.inactive_micros
    for name in NAME_FIELDS:
        was, became, is_now = (getattr(state, name) for state in (before, after, now))
        values[name] = is_now if was == became else was
        if was != became != is_now:
            lost.append(_SHOWN[name])
    for name, key in _LISTS:
        own, whole, present = (getattr(state, name) for state in (before, after, now))
        values[name], is_lost = _parted(own, whole, present, key)
        brought = set(map(key, whole)) - set(map(key, own))
        later = {key(item) for state in since for item in getattr(state, name)}
        if is_lost or brought & later:
            lost.append(name)
    labels = set(after.label_ids) - set(before.label_ids)
    values["label_ids"] = tuple(key for key in now.label_ids if key not in labels)
    if any(key in labels for state in since for key in state.label_ids):
        lost.append("labels")
    own_values, all_values, present = (_by_field(s.values) for s in (before, after, now))
    brought_fields = {key for key in all_values if own_values.get(key) != all_values[key]}
    values["values"] = with_values(now.values, {key: own_values.get(key) for key in brought_fields})
    if any(present.get(key) != all_values[key] for key in brought_fields) or any(
        value.field_id in brought_fields for state in since for value in state.values
    ):
        lost.append("customValues")
    return Parting(replace(now, **values), tuple(lost))


_SHOWN = {
    "given_name": "givenName",
    "family_name": "familyName",
    "company": "company",
    "position": "position",
}
_LISTS: tuple[tuple[str, Callable[[Any], Hashable]], ...] = (
    ("emails", email_key),
    ("phones", phone_key),
    ("addresses", address_key),
)


def _parted(
    before: Sequence[Any], after: Sequence[Any], now: Sequence[Any], key: Callable[[Any], Hashable]
) -> tuple[tuple[Any, ...], bool]:
    """Return a list without what came from the other contact, and whether some of that was changed
    or taken away since."""
    own = {key(item): item for item in before}
    merged = {key(item): item for item in after}
    kept: list[Any] = []
    lost = False
    for item in now:
        was, became = own.get(key(item)), merged.get(key(item))
        if became is None:  # added since
            kept.append(item)
        elif was is None:  # came from the other contact, which gets it back as it had it
            lost = lost or _differ(became, item)
        elif _differ(was, became):  # the merge changed it
            lost = lost or _differ(became, item)
            kept.append(replace(was, id=item.id))
        else:
            kept.append(item)
    present = set(map(key, now))
    lost = lost or any(mark not in present for mark in merged if mark not in own)
    return tuple(kept), lost


def _differ(one: Any, other: Any) -> bool:
    return bool(replace(one, id=None) != replace(other, id=None))
