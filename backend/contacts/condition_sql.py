"""Each condition in SQL: as a question to a row of ``contact``, and as sets of ids that hold all of
whom it chooses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from backend.contacts.filters import (
    ChangedBy,
    Condition,
    Countries,
    CustomContains,
    CustomRange,
    Deleted,
    Delivery,
    Holds,
    Ids,
    LabelsAll,
    LabelsAny,
    LabelsNone,
    Search,
    Subscription,
    Text,
    TimeRange,
)
from backend.contacts.holdings import numbers_with
from backend.contacts.kinds import ContactPart, Deliverability, TextField, TextTest, TimeField
from backend.contacts.repeated_keys import IN_ADDRESSES, POSITIONS
from backend.contacts.search_sql import search_condition, search_set
from backend.contacts.sorting import EMPTY_KEY
from backend.contacts.sql import FALSE, TRUE, Sql, join, json_list, values_in
from backend.contacts.text_sql import NAME_KEYS, SOURCES, key_test, pieces
from backend.core.database import Dialect, placeholders

IN_TRASH = "contact.deleted_at IS NOT NULL AND contact.deletion_id IS NOT NULL"
"""A contact that was merged into another is neither in the trash nor out of it."""

_TIMES = {
    TimeField.CREATED: "contact.created_at",
    TimeField.LAST_ACTIVITY: "contact.last_activity_at",
}


@dataclass(frozen=True, slots=True)
class IdSet:
    """A statement for one column, ``id``, each id once, and what is in it.

    ``is_exact``: of those that the list can have, it holds just whom the condition chooses.
    ``is_own``: nobody of another account, and nobody in the trash.
    """

    ids: Sql
    is_exact: bool = True
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A condition that a row of another table answers, there named ``held``.

    ``once``: a contact has one such row at most. ``scoped``: its index begins with the account.
    """

    table: str
    test: Sql
    once: bool = False
    scoped: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a condition is asked. ``deleted``: the list is within the trash, without it, or None.

    The statements of sets name ``contact`` as it is, and may stand inside of those about it.
    """

    account_id: int
    dialect: Dialect
    deleted: bool | None

    def question(self, part: Condition) -> Sql:
        """Return the condition that a row of ``contact`` is chosen; never NULL."""
        held = self._held(part)
        if held is not None:
            return _exists(held)
        match part:
            case Search():
                return search_condition(
                    self.account_id, part.asked, deleted=self.deleted, dialect=self.dialect
                )
            case LabelsAll(ids):
                each = [self.question(LabelsAny(frozenset((key,)))) for key in sorted(ids)]
                return join(each, " AND ", TRUE)
            case LabelsNone(ids):
                asked = self.question(LabelsAny(ids))
                return Sql(f"NOT ({asked.text})", asked.params)
            case Deleted(deleted):
                return Sql(IN_TRASH if deleted else "contact.deleted_at IS NULL")
            case Ids(ids):
                return values_in("contact.id", ids, self.dialect)
        return self._of_row(part)

    def _of_row(self, part: Condition) -> Sql:
        """Return the conditions on what stands in ``contact`` beside the ids."""
        match part:
            case Text(field):
                asked = key_test(part, NAME_KEYS[field], self.dialect)
                return Sql(f"contact.{NAME_KEYS[field]} IS NOT NULL AND {asked.text}", asked.params)
            case Holds():
                return _holds(part)
            case TimeRange():
                return _within_time(part)
            case Delivery():
                return Sql("contact.inactive_since IS NOT NULL")
        raise TypeError(part)

    def _held(self, part: Condition) -> Held | None:
        match part:
            case LabelsAny(ids):
                asked = values_in("held.label_id", ids, self.dialect)
                return Held("contact_label", asked, once=len(ids) == 1)
            case ChangedBy(act_id):
                return Held("contact_act_entry", Sql("held.act_id = ?", (act_id,)), once=True)
            case Subscription(statuses):
                return Held("contact_email", _status_test(statuses), scoped=True)
            case Text(field) if field in SOURCES:
                table, column = SOURCES[field]
                return Held(table, key_test(part, column, self.dialect), scoped=True)
            case Countries(codes):
                asked = values_in("held.country_code", sorted(codes), self.dialect)
                return Held("contact_address", asked, scoped=True)
            case Delivery(Deliverability.BOUNCED):
                return Held("contact_email", Sql("held.bounced_at IS NOT NULL"), scoped=True)
            case CustomRange():
                return Held("contact_value", _range_test(part), once=True)
            case CustomContains(field_id, needle):
                position = "instr" if self.dialect == "sqlite" else "strpos"
                asked = Sql(
                    f"held.field_id = ? AND {position}(held.key, ?) > 0", (field_id, needle)
                )
                return Held("contact_value", asked, once=True)
        return None

    def sets(self, part: Condition) -> Iterator[IdSet]:
        """Yield sets that hold all whom the condition chooses, likely the smallest first."""
        if isinstance(part, Text):
            sets = list(self._of_containing(part))
            yield from sets
            if any(each.is_exact for each in sets):
                return
        held = self._held(part)
        if held is not None:
            yield IdSet(self._holders(held))
            return
        match part:
            case Ids(ids):
                yield IdSet(self._of_ids(ids))
            case Search() if part.asked and self.deleted is not None:
                found = search_set(
                    self.account_id, part.asked, deleted=self.deleted, dialect=self.dialect
                )
                yield IdSet(found, is_own=not self.deleted)
            case LabelsAll(ids):
                for key in sorted(ids):
                    for each in self.sets(LabelsAny(frozenset((key,)))):
                        yield IdSet(each.ids, is_exact=len(ids) == 1)
            case Deleted(True):
                trash = "SELECT contact.id FROM contact WHERE contact.account_id = ? AND "
                yield IdSet(Sql(f"{trash}{IN_TRASH}", (self.account_id,)))
            case Text() | Holds() | Delivery() | TimeRange() if self.deleted is False:
                asked = self.question(part)
                live = "SELECT contact.id FROM contact WHERE contact.account_id = ? AND "
                statement = f"{live}contact.deleted_at IS NULL AND {asked.text}"
                yield IdSet(Sql(statement, (self.account_id, *asked.params)), is_own=True)

    def _of_containing(self, part: Text) -> Iterator[IdSet]:
        if part.test is not TextTest.CONTAINS:
            return
        if part.field in IN_ADDRESSES:
            keys = IN_ADDRESSES[part.field]
            yield IdSet(keys.holders(self.account_id, part.value, self.dialect))
        elif part.field is TextField.POSITION and self.deleted is False:
            found = POSITIONS.holders(self.account_id, part.value, self.dialect)
            yield IdSet(found, is_own=True)
        elif (asked := pieces(part)) and self.deleted is not None:
            ids = search_set(self.account_id, asked, deleted=self.deleted, dialect=self.dialect)
            if self.dialect == "sqlite" and part.field is TextField.EMAIL and "@" in part.value:
                # Hardly anybody has it elsewhere: no other set is smaller.
                yield IdSet(self._asked_of_each(ids, part), is_own=not self.deleted)
            else:
                yield IdSet(ids, is_exact=False)

    def _asked_of_each(self, ids: Sql, part: Text) -> Sql:
        asked = self.question(part)
        return Sql(
            f"SELECT contact.id FROM ({ids.text}) AS contact WHERE {asked.text}",  # noqa: S608
            (*ids.params, *asked.params),
        )

    def _holders(self, held: Held) -> Sql:
        distinct = "" if held.once else "DISTINCT "
        own = "held.account_id = ? AND " if held.scoped else ""
        return Sql(
            f"SELECT {distinct}held.contact_id AS id FROM {held.table} AS held "  # noqa: S608
            f"WHERE {own}{held.test.text}",
            (self.account_id, *held.test.params) if held.scoped else held.test.params,
        )

    def _of_ids(self, ids: Collection[int]) -> Sql:
        if self.dialect == "sqlite":
            return Sql("SELECT value AS id FROM json_each(?)", (json_list(ids),))
        return Sql("SELECT unnest(?::bigint[]) AS id", (list(ids),))


def _exists(held: Held) -> Sql:
    return Sql(
        f"EXISTS (SELECT 1 FROM {held.table} AS held "  # noqa: S608
        f"WHERE held.contact_id = contact.id AND {held.test.text})",
        held.test.params,
    )


_NAME_KEYS_OF = {ContactPart(field.value): column for field, column in NAME_KEYS.items()}
"""The columns that say whether a contact has a part that it has one of."""


def _holds(part: Holds) -> Sql:
    if part.part in _NAME_KEYS_OF:
        column = _NAME_KEYS_OF[part.part]
        if column == "position_key":
            return Sql(f"contact.position_key IS {'NOT ' if part.held else ''}NULL")
        return Sql(f"contact.{column} {'<' if part.held else '>='} ?", (EMPTY_KEY,))
    numbers = ", ".join(map(str, numbers_with(part.part, held=part.held)))
    return Sql(f"contact.holdings IN ({numbers})")


def _within_time(part: TimeRange) -> Sql:
    column = _TIMES[part.time]
    bounds = [
        Sql(f"{column} {comparison} ?", (bound,))
        for comparison, bound in ((">=", part.low), ("<", part.high))
        if bound is not None
    ]
    return join(bounds, " AND ", TRUE)


def _range_test(part: CustomRange) -> Sql:
    bounds = [Sql("held.field_id = ?", (part.field_id,))]
    if part.low is not None:
        bounds.append(Sql("held.key >= ?", (part.low,)))
    if part.high is not None:
        bounds.append(Sql("held.key <= ?", (part.high,)))
    return join(bounds, " AND ", TRUE)


def _status_test(statuses: Collection[str]) -> Sql:
    if not statuses:
        return Sql(FALSE)
    return Sql(f"held.status IN ({placeholders(len(statuses))})", tuple(sorted(statuses)))
