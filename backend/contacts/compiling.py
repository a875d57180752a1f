"""Filters in SQL: as a condition on a row of ``contact``, and as sets of ids that hold the list.

A list is answered either by walking an index in the order of the list and asking the condition of
each row, or by gathering one of the sets and asking the condition of its members.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from backend.contacts.filters import (
    And,
    ContactFilter,
    CustomRange,
    Deleted,
    Ids,
    LabelsAll,
    LabelsAny,
    LabelsNone,
    Not,
    Or,
    Search,
    Subscription,
    conjuncts,
    scoped,
)
from backend.contacts.search_sql import search_condition, search_set
from backend.contacts.search_text import PIECE
from backend.contacts.sql import FALSE, TRUE, Sql, join, json_list, values_in
from backend.core.database import Dialect, placeholders

_IN_TRASH = "contact.deleted_at IS NOT NULL AND contact.deletion_id IS NOT NULL"
"""A contact that was merged into another is neither in the trash nor out of it."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """A set that a list lies within. ``ids`` is a statement for one column, ``id``, each id once;
    other accounts' ids may be among them. ``rest`` is the condition on ``contact`` that is left.
    ``is_likely_broad``: it asks for so little that many will match.
    """

    ids: Sql
    rest: Sql
    is_likely_broad: bool


@dataclass(frozen=True, slots=True)
class Compiled:
    """A list's filter, ready for statements on one database. Made by :meth:`of`."""

    account_id: int
    chosen: ContactFilter
    dialect: Dialect

    @staticmethod
    def of(account_id: int, chosen: ContactFilter, dialect: Dialect) -> Compiled:
        """Compile a filter as a list means it: without the trash unless it speaks of it."""
        return Compiled(account_id, scoped(chosen), dialect)

    @property
    def deleted(self) -> bool | None:
        """Whether the list is within the trash (True), without it (False), or neither."""
        said = {part.deleted for part in conjuncts(self.chosen) if isinstance(part, Deleted)}
        return said.pop() if len(said) == 1 else None

    @property
    def asking(self) -> list[ContactFilter]:
        """What the list asks beside the trash, likely the most selective first."""
        return [part for part in _asking(self.chosen) if not isinstance(part, Deleted)]

    @property
    def is_plain(self) -> bool:
        """Whether the list is all that is not deleted: each sort's index holds it as it is."""
        return self.deleted is False and not self.asking

    def condition(self) -> Sql:
        """Return the whole filter as a condition on ``contact``, the account included."""
        return self._within_account(self.chosen)

    def scan_condition(self) -> Sql:
        """Return the same condition for when most rows of the account are asked.

        SQLite then gathers the set of each part once, where PostgreSQL finds a join by itself.
        """
        return self._within_account(self.chosen, scanning=self.dialect == "sqlite")

    def _within_account(self, chosen: ContactFilter, *, scanning: bool = False) -> Sql:
        asked = self._condition(chosen, scanning=scanning)
        return Sql(f"contact.account_id = ? AND {asked.text}", (self.account_id, *asked.params))

    def sets(self) -> list[Candidates]:
        """Return sets of ids that the list lies within, likely the smallest first."""
        return [
            Candidates(
                ids,
                self._rest(part) if is_exact else self.condition(),
                self._is_likely_broad(part),
            )
            for part in _asking(self.chosen)
            for ids, is_exact in self._sets_of(part)
        ]

    def _rest(self, answered: ContactFilter) -> Sql:
        others = tuple(part for part in conjuncts(self.chosen) if part is not answered)
        return self._within_account(And(others))

    def _is_likely_broad(self, part: ContactFilter) -> bool:
        if isinstance(part, CustomRange):
            return not part.is_exact
        if not isinstance(part, Search):
            return isinstance(part, LabelsAny | LabelsAll | Subscription)
        if self.dialect == "postgres":
            # Its index finds all matches before it gives one: a broad search must not get there.
            return True
        needles = (n for ways in part.asked for needles in ways for n in needles)
        return not any(len(needle) > PIECE for needle in needles)

    def _sets_of(self, part: ContactFilter) -> Iterator[tuple[Sql, bool]]:
        """Yield statements for ids that hold all that a part chooses, and whether no others."""
        match part:
            case Ids(ids):
                yield self._set_of_ids(ids), True
            case Search() if part.asked and self.deleted is not None:
                found = search_set(
                    self.account_id, part.asked, deleted=self.deleted, dialect=self.dialect
                )
                yield found, True
            case LabelsAny(ids):
                asked = values_in("label_id", ids, self.dialect)
                distinct = "DISTINCT " if len(ids) > 1 else ""
                yield (
                    Sql(
                        f"SELECT {distinct}contact_id AS id FROM contact_label "  # noqa: S608
                        f"WHERE {asked.text}",
                        asked.params,
                    ),
                    True,
                )
            case LabelsAll(ids):
                for key in sorted(ids):
                    carrying = "SELECT contact_id AS id FROM contact_label WHERE label_id = ?"
                    yield Sql(carrying, (key,)), len(ids) == 1
            case Subscription(statuses) if statuses:
                yield (
                    Sql(
                        "SELECT DISTINCT contact_id AS id FROM contact_email "  # noqa: S608
                        f"WHERE account_id = ? AND status IN ({placeholders(len(statuses))})",
                        (self.account_id, *sorted(statuses)),
                    ),
                    True,
                )
            case CustomRange():
                asked = _in_range(part)
                holding = f"SELECT contact_id AS id FROM contact_value WHERE {asked.text}"  # noqa: S608
                yield Sql(holding, asked.params), True
            case Or(filters) if filters:
                sets = [next(self._sets_within(each), None) for each in filters]
                if None not in sets:
                    yield _union([each for each in sets if each is not None]), False
            case Deleted(True):
                trash = f"SELECT id FROM contact WHERE account_id = ? AND {_IN_TRASH}"  # noqa: S608
                yield Sql(trash, (self.account_id,)), True

    def _sets_within(self, chosen: ContactFilter) -> Iterator[Sql]:
        for part in _asking(chosen):
            yield from (ids for ids, _ in self._sets_of(part))

    def _set_of_ids(self, ids: Collection[int]) -> Sql:
        if self.dialect == "sqlite":
            return Sql("SELECT value AS id FROM json_each(?)", (json_list(ids),))
        return Sql("SELECT unnest(?::bigint[]) AS id", (list(ids),))

    def _condition(self, part: ContactFilter, *, scanning: bool) -> Sql:
        match part:
            case And(filters):
                return join([self._condition(p, scanning=scanning) for p in filters], " AND ", TRUE)
            case Or(filters):
                return join([self._condition(p, scanning=scanning) for p in filters], " OR ", FALSE)
            case Not(inner):
                return _not(self._condition(inner, scanning=scanning))
            case LabelsNone(ids):
                return _not(self._condition(LabelsAny(ids), scanning=scanning))
            case Deleted(deleted):
                return Sql(_IN_TRASH if deleted else "contact.deleted_at IS NULL")
            case Ids(ids):
                return values_in("contact.id", ids, self.dialect)
        if scanning:
            sets = list(self._sets_of(part))
            if sets:
                return join([_within(ids) for ids, _ in sets], " AND ", TRUE)
        return self._question(part)

    def _question(self, part: ContactFilter) -> Sql:
        match part:
            case Search():
                return search_condition(
                    self.account_id, part.asked, deleted=self.deleted, dialect=self.dialect
                )
            case LabelsAny(ids):
                return self._carries(ids)
            case LabelsAll(ids):
                return join([self._carries((key,)) for key in sorted(ids)], " AND ", TRUE)
            case Subscription(statuses):
                return _has_status(statuses)
            case CustomRange():
                asked = _in_range(part)
                return Sql(
                    "EXISTS (SELECT 1 FROM contact_value "  # noqa: S608
                    f"WHERE contact_value.contact_id = contact.id AND {asked.text})",
                    asked.params,
                )
        raise TypeError(part)

    def _carries(self, label_ids: Collection[int]) -> Sql:
        asked = values_in("carried.label_id", label_ids, self.dialect)
        return Sql(
            "EXISTS (SELECT 1 FROM contact_label AS carried "  # noqa: S608
            f"WHERE carried.contact_id = contact.id AND {asked.text})",
            asked.params,
        )


def _in_range(part: CustomRange) -> Sql:
    bounds = [Sql("contact_value.field_id = ?", (part.field_id,))]
    if part.low is not None:
        bounds.append(Sql("contact_value.key >= ?", (part.low,)))
    if part.high is not None:
        bounds.append(Sql("contact_value.key <= ?", (part.high,)))
    return join(bounds, " AND ", TRUE)


def _not(asked: Sql) -> Sql:
    return Sql(f"NOT ({asked.text})", asked.params)


def _within(ids: Sql) -> Sql:
    return Sql(f"contact.id IN ({ids.text})", ids.params)


def _has_status(statuses: Collection[str]) -> Sql:
    if not statuses:
        return Sql(FALSE)
    return Sql(
        "EXISTS (SELECT 1 FROM contact_email AS held WHERE held.contact_id = contact.id "  # noqa: S608
        f"AND held.status IN ({placeholders(len(statuses))}))",
        tuple(sorted(statuses)),
    )


def _union(sets: list[Sql]) -> Sql:
    return Sql(
        " UNION ".join(f"SELECT id FROM ({each.text}) AS part" for each in sets),  # noqa: S608
        tuple(param for each in sets for param in each.params),
    )


_SMALLEST_FIRST = (Ids, Search, LabelsAll, LabelsAny, CustomRange, Or, Deleted, Subscription)


def _asking(chosen: ContactFilter) -> list[ContactFilter]:
    """Return the parts that must all hold and ask something, likely the most selective first."""

    def expected(part: ContactFilter) -> int:
        found = (n for n, kind in enumerate(_SMALLEST_FIRST) if isinstance(part, kind))
        return next(found, len(_SMALLEST_FIRST))

    parts = (p for p in conjuncts(chosen) if not (isinstance(p, Search) and not p.asked))
    return sorted(parts, key=expected)
