"""New contacts, as many as there are, a statement for each table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from backend.contacts.consent import ConsentOrigin
from backend.contacts.events import ContactCreated
from backend.contacts.service.consenting import keep_consents, new_consents
from backend.contacts.service.rows import (
    ADDRESS_COLUMNS,
    EMAIL_COLUMNS,
    LABEL_COLUMNS,
    PHONE_COLUMNS,
    VALUE_COLUMNS,
    Row,
    address_rows,
    email_rows,
    phone_rows,
    value_rows,
)
from backend.contacts.service.search_index import index_contacts
from backend.contacts.service.shelves import shelves_for_new
from backend.contacts.service.totals import shift_total
from backend.contacts.state import ContactState
from backend.core.clock import now_micros
from backend.core.unit_of_work import UnitOfWork
from backend.custom_fields.service import shift_field_counts
from backend.labels.service import shift_label_counts

_CONTACT_COLUMNS = (
    "id", "account_id", "version", "display_name", "given_name", "family_name", "company",
    "position", "given_key", "family_key", "company_key", "position_key", "holdings",
    "last_activity_at", "created_at", "created_by", "updated_at", "updated_by", "origin_id",
    "shelf",
)  # fmt: skip
_GIVEN_KEY = _CONTACT_COLUMNS.index("given_key")


@dataclass(frozen=True, slots=True)
class NewContact:
    """A contact to insert. The dates are stored instants, the present when None."""

    state: ContactState
    created_micros: int | None = None
    last_activity_micros: int | None = None
    origin_id: int | None = None


async def insert_contacts(
    unit: UnitOfWork,
    contacts: Sequence[NewContact],
    *,
    bulk: bool = False,
    origin: ConsentOrigin | None = None,
) -> list[int]:
    """Insert contacts whose labels are the account's, record them, and return their ids.

    ``origin`` is by what their addresses have their statuses; None is whoever acts.
    """
    if not contacts:
        return []
    ids = await _reserve_ids(unit, len(contacts))
    now = now_micros()
    owned = list(zip(ids, (contact.state for contact in contacts), strict=True))
    rows = [_contact_row(unit, key, each, now) for key, each in zip(ids, contacts, strict=True)]
    shelves = await shelves_for_new(unit, [row[_GIVEN_KEY] for row in rows])
    await unit.insert_rows(
        "contact",
        _CONTACT_COLUMNS,
        [(*row, shelf) for row, shelf in zip(rows, shelves, strict=True)],
    )
    await _insert_lists(unit, owned)
    await keep_consents(unit, new_consents(owned), origin)
    await index_contacts(unit, [(key, state.search_text()) for key, state in owned])
    await shift_label_counts(
        unit, Counter(label for _, state in owned for label in state.label_ids)
    )
    await shift_total(unit, len(contacts))
    unit.record_many(ContactCreated(key, state.display_name, bulk=bulk) for key, state in owned)
    return ids


async def _insert_lists(unit: UnitOfWork, owned: Sequence[tuple[int, ContactState]]) -> None:
    account_id = unit.actor.account_id
    emails: list[Row] = []
    phones: list[Row] = []
    addresses: list[Row] = []
    labels: list[Row] = []
    values: list[Row] = []
    for key, state in owned:
        owner = (account_id, key)
        emails += email_rows(owner, state.emails)
        phones += phone_rows(owner, state.phones)
        addresses += address_rows(owner, state.addresses)
        labels += [(*owner, label) for label in state.label_ids]
        values += value_rows(owner, state.values)
    await unit.insert_rows("contact_email", EMAIL_COLUMNS, emails)
    await unit.insert_rows("contact_phone", PHONE_COLUMNS, phones)
    await unit.insert_rows("contact_address", ADDRESS_COLUMNS, addresses)
    await unit.insert_rows("contact_label", LABEL_COLUMNS, labels)
    await unit.insert_rows("contact_value", VALUE_COLUMNS, values)
    await shift_field_counts(unit, Counter(row[2] for row in values))


def _contact_row(unit: UnitOfWork, key: int, contact: NewContact, now: int) -> Row:
    state = contact.state
    created = now if contact.created_micros is None else contact.created_micros
    active = contact.last_activity_micros
    return (
        key,
        unit.actor.account_id,
        1,
        state.display_name,
        state.given_name,
        state.family_name,
        state.company,
        state.position,
        *state.sort_keys(),
        state.position_key,
        state.holdings,
        created if active is None else active,
        created,
        unit.actor.name,
        now,
        unit.actor.name,
        contact.origin_id,
    )


async def _reserve_ids(unit: UnitOfWork, count: int) -> list[int]:
    if unit.dialect == "postgres":
        rows = await unit.fetch(
            "SELECT nextval(pg_get_serial_sequence('contact', 'id')) FROM generate_series(1, ?)",
            (count,),
        )
        return [row[0] for row in rows]
    # The unit holds SQLite's only write lock: nobody else takes a number before it ends.
    rows = await unit.fetch("SELECT seq FROM sqlite_sequence WHERE name = 'contact'")
    last = int(rows[0][0]) if rows else 0
    return list(range(last + 1, last + count + 1))
