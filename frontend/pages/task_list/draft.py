"""What is typed in the field of a new task, kept until it is a task."""

from __future__ import annotations

from dataclasses import dataclass

from reactpy import use_ref

from frontend.hooks import use_draft
from frontend.hooks.draft import Draft


@dataclass(eq=False)
class TaskDraft:
    """The text on the server, as far as this window knows of it."""

    draft: Draft
    is_kept: bool = False

    @property
    def text(self) -> str | None:
        """What was typed before this window, if anything."""
        return (self.draft.value or {}).get("text") or None

    def keep(self, text: str) -> None:
        """Keep what is typed; nothing at all is kept only where there was something."""
        if text.strip() or self.is_kept or self.text:
            self.draft.save({"text": text})
            self.is_kept = True

    async def forget(self) -> None:
        """Let it go with the task that it became."""
        if self.is_kept or self.text:
            self.is_kept = False
            await self.draft.discard()


def use_task_draft(contact_id: str | None) -> TaskDraft:
    """Return the draft of a contact's next task, or of one that is nobody's."""
    draft = use_draft(f"task:new:{contact_id or ''}")
    return use_ref(TaskDraft(draft)).current
