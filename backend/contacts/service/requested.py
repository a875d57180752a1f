"""What was asked to be done to many contacts, checked: the change that it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from backend.contacts.changes import SubscriptionChange, TextChange, ValueChange
from backend.contacts.cleaning import Cleaner
from backend.contacts.consent import CONSENT_LENGTH, refuse_future_day
from backend.contacts.drafts import ValueDraft
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.limits import NAME_LENGTH
from backend.core.clock import now
from backend.core.errors import Refusal, Refusals, Required
from backend.core.permissions import Actor
from backend.core.text import clean_line
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.service import fields_of


def text_change(field: str, value: str | None, path: tuple[str, ...]) -> TextChange:
    """Return the change of a company or a position; blank clears it.

    Raises:
        TooLong, InvalidCharacters
    """
    return TextChange(field, clean_line(value, path, maximum=NAME_LENGTH))


async def value_change(actor: Actor, draft: ValueDraft, path: tuple[str, ...]) -> ValueChange:
    """Return the change of a custom field.

    Raises:
        Refusals: the account has no such field, or the value is none of its type.
    """
    fields = {field.pk: field for field in await fields_of(actor.account_id)}
    cleaner = Cleaner("")
    values = cleaner.values((draft,), fields)
    Refusals.raise_if([_at(refusal, path) for refusal in cleaner.refusals])
    found = values[draft.field_id]
    kind = CustomFieldKind(fields[draft.field_id].kind)
    return ValueChange(draft.field_id, kind, found.value if found else None)


def _at(refusal: Refusal, path: tuple[str, ...]) -> Refusal:
    return type(refusal)((*path, *refusal.path[2:]), **refusal.parameters)


def subscription_change(
    status: SubscriptionStatus,
    path: tuple[str, ...],
    *,
    main_only: bool,
    include_unsubscribed: bool,
    consent_source: str | None,
    consent_date: date | None,
) -> SubscriptionChange:
    """Return the change of a subscription: nobody is subscribed without a consent.

    Raises:
        Refusals: no source or no day of the consent, or a day that is still to come.
    """
    since, consent = now(), None
    if status is SubscriptionStatus.SUBSCRIBED:
        source, day = _consent(consent_source, consent_date, path)
        since, consent = datetime.combine(day, time(), UTC), (source, day.isoformat())
    return SubscriptionChange(status, since.isoformat(), main_only, include_unsubscribed, consent)


def _consent(source: str | None, day: date | None, path: tuple[str, ...]) -> tuple[str, date]:
    refusals: list[Refusal] = []
    clean: str | None = None
    try:
        clean = clean_line(source, (*path, "consentSource"), maximum=CONSENT_LENGTH)
        if clean is None:
            refusals.append(Required((*path, "consentSource")))
    except Refusal as refusal:
        refusals.append(refusal)
    try:
        if day is None:
            refusals.append(Required((*path, "consentDate")))
        else:
            refuse_future_day(day, (*path, "consentDate"))
    except Refusal as refusal:
        refusals.append(refusal)
    if refusals or clean is None or day is None:
        raise Refusals(refusals)
    return clean, day
