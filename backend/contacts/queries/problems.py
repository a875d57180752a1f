"""What filters name and is not there, or not for everybody."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from backend.contacts.filters import (
    ChangedBy,
    ContactFilter,
    CustomRange,
    CustomText,
    LabelsAll,
    LabelsAny,
    LabelsNone,
    Or,
    RecentDays,
    Saved,
    leaves,
)
from backend.contacts.problems import FilterProblem, FilterProblemKind
from backend.contacts.queries.knowledge import Knowledge, knowledge_for
from backend.core.permissions import Actor


async def saved_problems(actor: Actor, ids: Collection[int]) -> dict[int, list[FilterProblem]]:
    """Return what is wrong with some saved filters, however many in a bounded number of reads."""
    known = await knowledge_for(actor, Or(tuple(map(Saved, ids))))
    examiner = _Examiner(known)
    return {
        key: list(examiner.problems(known.saved[key], frozenset({key})))
        for key in ids
        if key in known.saved
    }


@dataclass(frozen=True, slots=True)
class Examined:
    """What is wrong with a filter that is to be saved, and the saved ones that it needs."""

    problems: list[FilterProblem]
    needs: frozenset[int]


async def examine(actor: Actor, chosen: ContactFilter) -> Examined:
    """Hold a filter against what the account has."""
    known = await knowledge_for(actor, chosen, with_labels=True)
    return Examined(list(_Examiner(known).problems(chosen, frozenset())), frozenset(known.saved))


class _Examiner:
    """Finds what is wrong with filters, looking at each of the saved ones that they name once."""

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._broken: dict[int, bool] = {}

    def problems(self, chosen: ContactFilter, within: frozenset[int]) -> Iterator[FilterProblem]:
        """Yield what is wrong with a filter; ``within`` are the saved ones that it is part of."""
        known = self._known
        for part in leaves(chosen):
            match part:
                case LabelsAny(ids) | LabelsAll(ids) | LabelsNone(ids) if ids - known.labels:
                    yield FilterProblem(FilterProblemKind.LABEL_DELETED, part.path)
                case CustomRange(key) | CustomText(key) if key not in known.fields:
                    yield FilterProblem(FilterProblemKind.CUSTOM_FIELD_DELETED, part.path)
                case RecentDays(int(key)) if key not in known.fields:
                    yield FilterProblem(FilterProblemKind.CUSTOM_FIELD_DELETED, part.path)
                case ChangedBy(key) if key not in known.acts:
                    yield FilterProblem(FilterProblemKind.JOB_FORGOTTEN, part.path)
                case Saved(key) if key not in known.saved or key in within:
                    yield FilterProblem(FilterProblemKind.SEGMENT_DELETED, part.path)
                case Saved(key) if self._is_broken(key, within):
                    yield FilterProblem(FilterProblemKind.SEGMENT_BROKEN, part.path)

    def _is_broken(self, key: int, within: frozenset[int]) -> bool:
        if key not in self._broken:
            chosen = self._known.saved[key]
            self._broken[key] = any(self.problems(chosen, within | {key}))
        return self._broken[key]
