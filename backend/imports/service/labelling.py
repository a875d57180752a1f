"""The labels that a file names, found or made."""

from __future__ import annotations

from collections.abc import Iterable

from backend.core.errors import Refusal
from backend.core.folding import fold
from backend.core.permissions import Actor
from backend.core.text import clean_line
from backend.labels.errors import LabelNameTaken, TooManyLabels
from backend.labels.rules import NAME_LENGTH
from backend.labels.service import create_label, labels_by_name

_ASKED_AT_ONCE = 500


class Labels:
    """Ids by name, accents and case aside. ``makes`` is false for a trial: nothing is made."""

    def __init__(self, actor: Actor, *, makes: bool = True) -> None:
        self._actor = actor
        self._makes = makes
        self._ids: dict[str, int] = {}
        self._refused: dict[str, Refusal] = {}
        self._full: TooManyLabels | None = None

    async def prepare(self, names: Iterable[str]) -> None:
        """Find or make the labels of some names, outside of any unit of work."""
        wanted: dict[str, str] = {}
        for name in names:
            wanted.setdefault(fold(name), name)
        self._refused = {}
        new = [folded for folded in wanted if folded not in self._ids]
        for start in range(0, len(new), _ASKED_AT_ONCE):
            found = await labels_by_name(self._actor, new[start : start + _ASKED_AT_ONCE])
            self._ids.update((folded, label.pk) for folded, label in found.items())
        for folded in new:
            if folded in self._ids:
                continue
            if not self._makes:
                self._try(folded, wanted[folded])
            elif self._full is not None:
                self._refused[folded] = self._full
            else:
                await self._make(folded, wanted[folded])

    def ids(self, names: Iterable[str]) -> list[int]:
        """Return the ids of prepared names.

        Raises:
            Refusal: one of them cannot be a label.
        """
        ids: dict[int, None] = {}
        for name in names:
            folded = fold(name)
            if folded in self._refused:
                raise self._refused[folded]
            if folded in self._ids:
                ids[self._ids[folded]] = None
        return list(ids)

    def _try(self, folded: str, name: str) -> None:
        try:
            clean_line(name, ("labels",), maximum=NAME_LENGTH)
        except Refusal as refusal:
            self._refused[folded] = refusal

    async def _make(self, folded: str, name: str) -> None:
        try:
            self._ids[folded] = (await create_label(self._actor, name)).label.pk
        except LabelNameTaken:  # made by somebody else at this moment
            found = await labels_by_name(self._actor, (name,))
            self._ids.update((key, label.pk) for key, label in found.items())
        except TooManyLabels as refusal:
            self._full = self._refused[folded] = refusal
        except Refusal as refusal:
            self._refused[folded] = refusal
