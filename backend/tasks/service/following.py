"""How tasks follow their contacts: into merges and out of them. They go with their rows."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.followers import Belongings, ContactFollower, counting_rows, moving_rows
from backend.contacts.kinds import Belonging
from backend.core.unit_of_work import UnitOfWork
from backend.tasks.service.noting import note_open_tasks

_move_rows = moving_rows("task")


async def move_tasks(
    unit: UnitOfWork, from_id: int, to_id: int, keys: Sequence[int] | None
) -> Sequence[int]:
    """Give tasks to another contact, and note who has open ones now; merging records the rest."""
    moved = await _move_rows(unit, from_id, to_id, keys)
    await note_open_tasks(unit, (from_id, to_id), told=False)
    return moved


TASKS = ContactFollower(
    "tasks",
    move_tasks,
    belongs=Belongings(Belonging.TASK, counting_rows("task", where="deleted_at IS NULL")),
)
