"""How far letters are that other domains wrote."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from backend.core.permissions import Actor
from backend.inbox.queries.messages import messages_by_id
from backend.inbox.rules.kinds import MailProblem, MessageState


@dataclass(frozen=True, slots=True)
class LetterFate:
    """How far a letter is, why it failed, and whether it came back."""

    state: MessageState
    failure: MailProblem | None
    failure_detail: str | None
    sent_at: datetime | None
    bounced_at: datetime | None


async def letter_fates(actor: Actor, message_ids: Collection[int]) -> dict[int, LetterFate]:
    """Return how far some messages are; those that are gone, or in the trash, are left out.

    Raises:
        Forbidden
    """
    found = await messages_by_id(actor, message_ids)
    return {
        key: LetterFate(
            MessageState(row.state),
            MailProblem(row.failure) if row.failure else None,
            row.failure_detail,
            row.sent_at,
            row.bounced_at,
        )
        for key, row in found.items()
    }
