"""Filters in SQL: as a condition on a row of ``contact``, and as sets of ids that hold the list.

A list is answered either by walking an index in the order of the list and asking the condition of
each row, or by gathering one of the sets and asking the condition of its members.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backend.contacts.condition_sql import IdSet, Scope
from backend.contacts.filters import (
    And,
    ChangedBy,
    Condition,
    ContactFilter,
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
    Not,
    Or,
    Search,
    Subscription,
    Text,
    TimeRange,
    conjuncts,
    scoped,
)
from backend.contacts.kinds import TextField, TextTest
from backend.contacts.search_text import PIECE
from backend.contacts.sql import FALSE, TRUE, Sql, join
from backend.core.database import Dialect


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

    @property
    def only_search(self) -> Search | None:
        """The search that alone chooses a list without the trash, None when it is otherwise."""
        match self.asking:
            case [Search() as search] if self.deleted is False:
                return search
        return None

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
                each.ids,
                self._rest(part) if each.is_exact else self.condition(),
                self._is_likely_broad(part),
            )
            for part in _asking(self.chosen)
            for each in self._sets_of(part)
        ]

    def whole(self) -> Sql | None:
        """Return a set that is the list itself, so that no row has to be looked at; None when
        there is none."""
        if self.deleted is not False or len(self.asking) != 1:
            return None
        found = (
            each.ids for each in self._sets_of(self.asking[0]) if each.is_exact and each.is_own
        )
        return next(found, None)

    @property
    def _scope(self) -> Scope:
        return Scope(self.account_id, self.dialect, self.deleted)

    def _rest(self, answered: ContactFilter) -> Sql:
        others = tuple(part for part in conjuncts(self.chosen) if part is not answered)
        return self._within_account(And(others))

    def _is_likely_broad(self, part: ContactFilter) -> bool:
        match part:
            case CustomRange():
                return not part.is_exact
            case Text(field, TextTest.IS):
                return field in (TextField.CITY, TextField.POSTAL_CODE, TextField.POSITION)
            case Delivery():
                return False
            case Or(filters):
                return any(map(self._is_likely_broad, filters))
            case Search():
                return self._is_broad_search(part)
        return isinstance(part, _OFTEN_BROAD)

    def _is_broad_search(self, part: Search) -> bool:
        if self.dialect == "postgres":
            # Its index finds all matches before it gives one: a broad search must not get there.
            return True
        needles = (n for ways in part.asked for needles in ways for n in needles)
        return not any(len(needle) > PIECE for needle in needles)

    def _sets_of(self, part: ContactFilter) -> Iterator[IdSet]:
        match part:
            case And() | Not():
                return
            case Or(filters):
                sets = [next(self._sets_within(each), None) for each in filters]
                if sets and None not in sets:
                    is_exact = all(map(self._is_answered_by_sets, filters))
                    yield IdSet(_union([each.ids for each in sets if each]), is_exact=is_exact)
            case _:
                yield from self._scope.sets(_resolved(part))

    def _is_answered_by_sets(self, part: ContactFilter) -> bool:
        """Whether the first set of a part holds just whom the part chooses."""
        if isinstance(part, And | Or | Not):
            return False
        first = next(self._scope.sets(_resolved(part)), None)
        return first is not None and first.is_exact

    def _sets_within(self, chosen: ContactFilter) -> Iterator[IdSet]:
        for part in _asking(chosen):
            yield from self._sets_of(part)

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
            case Deleted() | Ids() | Holds() | TimeRange():  # columns of the row itself
                return self._scope.question(part)
        if scanning:
            sets = list(self._sets_of(part))
            if sets:
                return join([_within(each.ids) for each in sets], " AND ", TRUE)
        return self._scope.question(_resolved(part))


_OFTEN_BROAD = (
    ChangedBy,
    LabelsAny,
    LabelsAll,
    Subscription,
    Text,
    Countries,
    Holds,
    TimeRange,
    CustomContains,
)


def _resolved(part: ContactFilter) -> Condition:
    if isinstance(part, Condition):
        return part
    raise TypeError(part)


def _not(asked: Sql) -> Sql:
    return Sql(f"NOT ({asked.text})", asked.params)


def _within(ids: Sql) -> Sql:
    return Sql(f"contact.id IN ({ids.text})", ids.params)


def _union(sets: list[Sql]) -> Sql:
    return Sql(
        " UNION ".join(f"SELECT id FROM ({each.text}) AS part" for each in sets),  # noqa: S608
        tuple(param for each in sets for param in each.params),
    )


_SMALLEST_FIRST = (
    Ids,
    Delivery,
    Search,
    Text,
    LabelsAll,
    LabelsAny,
    ChangedBy,
    CustomRange,
    CustomContains,
    TimeRange,
    Or,
    Deleted,
    Countries,
    Subscription,
    Holds,
)


def _asking(chosen: ContactFilter) -> list[ContactFilter]:
    """Return the parts that must all hold and ask something, likely the most selective first."""

    def expected(part: ContactFilter) -> int:
        if isinstance(part, Text) and part.test is TextTest.IS:
            return 0
        if isinstance(part, Holds) and not part.held:
            return _SMALLEST_FIRST.index(Text)
        found = (n for n, kind in enumerate(_SMALLEST_FIRST) if isinstance(part, kind))
        return next(found, len(_SMALLEST_FIRST))

    parts = (p for p in conjuncts(chosen) if not (isinstance(p, Search) and not p.asked))
    return sorted(parts, key=expected)
