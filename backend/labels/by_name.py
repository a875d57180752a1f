"""Labels by name, as files have them: found whatever their accents and case, made when used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from backend.core.clock import now_micros
from backend.core.errors import Required
from backend.core.folding import fold
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork
from backend.labels.errors import TooManyLabels
from backend.labels.events import LabelCreated
from backend.labels.queries import list_labels
from backend.labels.rules import MAX_LABELS, NAME_LENGTH, LabelColor, least_used_color


class LabelNames:
    """The labels of an account by name.

    Made by :meth:`read`, inside of a unit that has the account's turn. Without a unit nothing is
    made: a label that would be gets an id below zero.
    """

    def __init__(self, unit: UnitOfWork | None, ids: dict[str, int], colors: list[str]) -> None:
        self._unit = unit
        self._ids = ids
        self._colors = colors

    @staticmethod
    async def read(actor: Actor, unit: UnitOfWork | None = None) -> LabelNames:
        """Read the labels that there are."""
        labels = await list_labels(actor)
        ids = {fold(label.name): label.pk for label in labels}
        return LabelNames(unit, ids, [label.color for label in labels])

    def find(self, names: Iterable[str]) -> tuple[list[int], list[str]]:
        """Return the ids of those of the names that there are, and the others; each label once."""
        by_folded: dict[str, str] = {}
        for name in names:
            by_folded.setdefault(fold(name), name)
        known = [self._ids[folded] for folded in by_folded if folded in self._ids]
        return known, [name for folded, name in by_folded.items() if folded not in self._ids]

    def check(self, names: Sequence[str]) -> None:
        """Refuse names that cannot all be labels of the account.

        Raises:
            TooManyLabels, Required, TooLong, InvalidCharacters
        """
        for name in names:
            clean_name(name, ("labels",))
        _, missing = self.find(names)
        if len(self._ids) + len(missing) > MAX_LABELS:
            raise TooManyLabels(("labels",), maximum=MAX_LABELS)

    async def make(
        self, names: Sequence[str], colors: Mapping[str, str] | None = None
    ) -> list[int]:
        """Make labels of names that :meth:`find` did not find: all of them, or none.

        ``colors`` are wished for, by name; what is no colour, and no wish, is the least used one.

        Raises:
            As :meth:`check`, and Forbidden.
        """
        self.check(names)
        wished = colors or {}
        return [
            await self._make(clean_name(name, ("labels",)), wished.get(name, "")) for name in names
        ]

    async def _make(self, name: str, wished: str) -> int:
        known = wished in set(LabelColor)
        color = LabelColor(wished) if known else least_used_color(self._colors)
        key = -1 - len(self._ids)
        if self._unit is not None:
            self._unit.actor.require(Permission.MANAGE_LABELS)
            key = await insert_label(self._unit, name, color)
        self._ids[fold(name)] = key
        self._colors.append(color.value)
        return key


async def insert_label(unit: UnitOfWork, name: str, color: LabelColor) -> int:
    """Insert a label of a clean name that is free, record it, and return its id."""
    rows = await unit.fetch(
        "INSERT INTO label (account_id, name, folded_name, color, version, contact_count, "
        "created_at) VALUES (?, ?, ?, ?, 1, 0, ?) RETURNING id",
        (unit.actor.account_id, name, fold(name), color.value, now_micros()),
    )
    key = int(rows[0][0])
    unit.record(LabelCreated(key, name=name, color=color.value))
    return key


def clean_name(name: str, path: Sequence[str] = ("name",)) -> str:
    """Return a name as it is kept.

    Raises:
        Required, TooLong, InvalidCharacters
    """
    clean = clean_line(name, path, maximum=NAME_LENGTH)
    if clean is None or not fold(clean):
        raise Required(path)
    return clean
