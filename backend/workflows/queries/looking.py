"""Who looks at a board."""

from __future__ import annotations

from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.workflows.rows import BoardViewerRow


async def board_viewers(actor: Actor, workflow_id: int, since: int) -> list[BoardViewerRow]:
    """Return the members whose looks at a board were confirmed since an instant, by name, each once
    and with the card that they hold.
    """
    actor.require(Permission.READ)
    rows = await read.fetch(
        "SELECT membership.id, user_account.name, MAX(board_viewer.card_id) FROM board_viewer "
        "JOIN membership ON membership.account_id = board_viewer.account_id "
        "AND membership.user_id = board_viewer.user_id "
        "JOIN user_account ON user_account.id = membership.user_id "
        "WHERE board_viewer.workflow_id = ? AND board_viewer.account_id = ? "
        "AND board_viewer.seen_at >= ? GROUP BY membership.id, user_account.name "
        "ORDER BY user_account.name, membership.id",
        (workflow_id, actor.account_id, since),
    )
    return [BoardViewerRow(*row) for row in rows]
