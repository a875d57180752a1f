"""Tasks to test with, made through the product's own verbs."""

from __future__ import annotations

from typing import Any

from backend.core.permissions import Actor
from backend.tasks.rows import TaskRow
from backend.tasks.service import DueDraft, TaskDraft, create_task


async def new_task(
    actor: Actor,
    title: str = "Call back",
    contact_id: int | None = None,
    due: str | None = None,
    **fields: Any,
) -> TaskRow:
    """Make a task; ``due`` in words, as somebody would type it."""
    said = DueDraft(words=due) if due else None
    draft = TaskDraft(title, contact_id, said, **fields)
    return (await create_task(actor, draft)).task
