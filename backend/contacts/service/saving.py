"""Edits written, as many as there are, a statement for each kind of row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from backend.contacts.cleaning import CleanAddress, CleanEmail, CleanPhone
from backend.contacts.consent import ConsentOrigin
from backend.contacts.events import ContactUpdated
from backend.contacts.service.consenting import edited_consents, keep_consents
from backend.contacts.service.edits import Edit
from backend.contacts.service.naming import names_in
from backend.contacts.service.rows import (
    ADDRESS_COLUMNS,
    EMAIL_COLUMNS,
    LABEL_COLUMNS,
    PHONE_COLUMNS,
    VALUE_COLUMNS,
    Row,
    address_values,
    email_values,
    phone_values,
    value_rows,
)
from backend.contacts.service.search_index import index_contacts, unindex_contacts
from backend.contacts.service.shelves import shelf_at
from backend.contacts.sql import values_in
from backend.contacts.told_changes import NAMELESS, told_changes
from backend.core.clock import now_micros
from backend.core.unit_of_work import UnitOfWork
from backend.custom_fields.rows import field_id
from backend.custom_fields.service import shift_field_counts
from backend.labels.service import shift_label_counts

_NAMED = frozenset({"givenName", "familyName", "company", "position", "emails", "phones"})
"""What a contact's row says, and what it is called and sorted by."""
_HELD = frozenset({*_NAMED, "addresses"})
"""What its row says, and what it has at all."""
_SEARCHED = frozenset({*_NAMED, "customValues"})
"""What it is found by."""


async def save_edits(
    unit: UnitOfWork,
    edits: Sequence[Edit],
    *,
    bulk: bool = False,
    origin: ConsentOrigin | None = None,
) -> None:
    """Write edits that change something of contacts that are not deleted, and record them.

    ``origin`` is by what subscription statuses change; None is whoever acts.
    """
    edits = [edit for edit in edits if edit.fields]
    if not edits:
        return
    await write_edits(unit, edits)
    await keep_consents(unit, edited_consents(edits), origin)
    names = NAMELESS if bulk else await names_in(unit, edits)
    unit.record_many(
        ContactUpdated(
            edit.stored.id,
            version=edit.stored.version + 1,
            fields=list(edit.fields),
            custom_fields=_touched_fields(edit),
            before=None if bulk else edit.stored.snapshot.stored(),
            bulk=bulk,
            changes=[] if bulk else told_changes(edit.stored.state, edit.after, names),
        )
        for edit in edits
    )


async def write_edits(unit: UnitOfWork, edits: Sequence[Edit]) -> None:
    """Write edits of contacts that are not deleted, for who records them in words of their own, and
    settles the histories of their subscriptions.
    """
    texts = {
        edit.stored.id: text
        for edit in edits
        if not _SEARCHED.isdisjoint(edit.fields)
        and ((text := edit.after.search_text()) != edit.stored.text or _is_moved(edit))
    }
    await unindex_contacts(unit, texts)
    await _save_contacts(unit, edits)
    await _save_list(unit, edits, "contact_email", EMAIL_COLUMNS, _emails, email_values)
    await _save_list(unit, edits, "contact_phone", PHONE_COLUMNS, _phones, phone_values)
    await _save_list(unit, edits, "contact_address", ADDRESS_COLUMNS, _addresses, address_values)
    await save_labels(unit, edits)
    await _save_values(unit, edits)
    await index_contacts(unit, list(texts.items()))


async def _save_contacts(unit: UnitOfWork, edits: Sequence[Edit]) -> None:
    """Write the contacts' own rows; the columns that indexes are of, only where they change."""
    now = now_micros()
    await unit.execute_many(
        "UPDATE contact SET version = version + 1, updated_at = ?, updated_by = ? WHERE id = ?",
        [(now, unit.actor.name, edit.stored.id) for edit in edits if not _changes_row(edit)],
    )
    changed = [edit for edit in edits if _changes_row(edit)]
    staying = [edit for edit in changed if not _is_moved(edit)]
    await unit.execute_many(
        f"{_SAVE} WHERE id = ?", [(*_row(unit, edit, now), edit.stored.id) for edit in staying]
    )
    shelf = f", shelf = {shelf_at('?', '?')}" if unit.dialect == "sqlite" else ""
    await unit.execute_many(
        f"{_SAVE}{shelf} WHERE id = ?",
        [
            (*_row(unit, edit, now), *(_place(unit, edit) if shelf else ()), edit.stored.id)
            for edit in changed
            if _is_moved(edit)
        ],
    )


_SAVE = (
    "UPDATE contact SET version = version + 1, display_name = ?, given_name = ?, "
    "family_name = ?, company = ?, position = ?, given_key = ?, family_key = ?, "
    "company_key = ?, position_key = ?, holdings = ?, inactive_since = ?, "
    "updated_at = ?, updated_by = ?"
)


def _row(unit: UnitOfWork, edit: Edit, now: int) -> Row:
    return (
        edit.after.display_name,
        edit.after.given_name,
        edit.after.family_name,
        edit.after.company,
        edit.after.position,
        *edit.after.sort_keys(),
        edit.after.position_key,
        edit.after.holdings | edit.stored.photo_bit | edit.stored.outer_bits,
        edit.after.inactive_micros,
        now,
        unit.actor.name,
    )


def _place(unit: UnitOfWork, edit: Edit) -> Row:
    """Return what tells the shelf of where an edit moves its contact in the list by given name."""
    account_id, key, *_ = unit.actor.account_id, *edit.after.sort_keys()
    return (account_id, key, edit.stored.id) * 2


def _is_moved(edit: Edit) -> bool:
    return edit.stored.state.sort_keys()[0] != edit.after.sort_keys()[0]


def _changes_row(edit: Edit) -> bool:
    is_inactive_since = edit.stored.state.inactive_micros
    return not _HELD.isdisjoint(edit.fields) or edit.after.inactive_micros != is_inactive_since


async def save_labels(unit: UnitOfWork, edits: Sequence[Edit]) -> None:
    """Write what edits do to labels, and keep the labels' counts."""
    account_id = unit.actor.account_id
    added = [(account_id, edit.stored.id, key) for edit in edits for key in edit.added_labels]
    removed = [(edit.stored.id, key) for edit in edits for key in edit.removed_labels]
    await unit.execute_many(
        "DELETE FROM contact_label WHERE contact_id = ? AND label_id = ?", removed
    )
    await unit.insert_rows("contact_label", LABEL_COLUMNS, added)
    shifts = Counter(row[2] for row in added)
    shifts.subtract(row[1] for row in removed)
    await shift_label_counts(unit, shifts)


async def _save_values(unit: UnitOfWork, edits: Sequence[Edit]) -> None:
    """Write what edits do to custom values, and keep the fields' counts."""
    account_id = unit.actor.account_id
    gone = [(edit.stored.id, each.field_id) for edit in edits for each in edit.old_values]
    new = [
        row for edit in edits for row in value_rows((account_id, edit.stored.id), edit.new_values)
    ]
    await unit.execute_many("DELETE FROM contact_value WHERE contact_id = ? AND field_id = ?", gone)
    await unit.insert_rows("contact_value", VALUE_COLUMNS, new)
    shifts = Counter(row[2] for row in new)
    shifts.subtract(field_id for _, field_id in gone)
    await shift_field_counts(unit, shifts)


def _touched_fields(edit: Edit) -> list[str]:
    touched = {each.field_id for each in (*edit.old_values, *edit.new_values)}
    return [field_id(key) for key in sorted(touched)]


def _emails(edit: Edit) -> tuple[Sequence[CleanEmail], Sequence[CleanEmail]]:
    return edit.stored.state.emails, edit.after.emails


def _phones(edit: Edit) -> tuple[Sequence[CleanPhone], Sequence[CleanPhone]]:
    return edit.stored.state.phones, edit.after.phones


def _addresses(edit: Edit) -> tuple[Sequence[CleanAddress], Sequence[CleanAddress]]:
    return edit.stored.state.addresses, edit.after.addresses


async def _save_list(
    unit: UnitOfWork,
    edits: Sequence[Edit],
    table: str,
    columns: Sequence[str],
    lists: Callable[[Edit], tuple[Sequence[Any], Sequence[Any]]],
    values: Callable[[int, Any], Row],
) -> None:
    """Delete, update and insert the items of one kind; what stays the same is not touched."""
    gone: list[int] = []
    changed: list[Row] = []
    new: list[Row] = []
    for edit in edits:
        before, after = lists(edit)
        old = {item.id: (place, item) for place, item in enumerate(before)}
        for place, item in enumerate(after):
            if item.id is None:
                new.append((unit.actor.account_id, edit.stored.id, *values(place, item)))
            elif old.pop(item.id) != (place, item):
                changed.append((*values(place, item), item.id))
        gone += old
    if gone:
        condition = values_in("id", gone, unit.dialect)
        await unit.execute(f"DELETE FROM {table} WHERE {condition.text}", condition.params)  # noqa: S608
    own = ", ".join(f"{column} = ?" for column in columns[2:])
    await unit.execute_many(f"UPDATE {table} SET {own} WHERE id = ?", changed)  # noqa: S608
    await unit.insert_rows(table, columns, new)
