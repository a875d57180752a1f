"""What is done with whole boards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from frontend.client import OperationFailed, UserError
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.pages.board.shown import Shown
from frontend.pages.boards.listing import read_boards
from frontend.session import Session


async def create_board(
    session: Session, values: Mapping[str, Any]
) -> tuple[str | None, tuple[UserError, ...]]:
    """Make a board and return its id, or what was refused.

    Raises:
        OperationFailed
    """
    asked = {**values, "idempotencyKey": uuid4().hex}
    payload = await _run(session, "create_workflow", asked)
    if payload["errors"]:
        return None, tuple(payload["errors"])
    await read_boards(session)
    return payload["workflow"]["id"], ()


async def rename_board(session: Session, board: Shown, name: str) -> tuple[UserError, ...]:
    """Rename a board and return what was refused.

    Raises:
        OperationFailed
    """
    asked = {"id": board.id, "version": board.version, "name": name}
    payload = await _run(session, "update_workflow", asked)
    return tuple(payload["errors"])


async def delete_board(session: Session, workflow_id: str, name: str) -> bool:
    """Delete a board with all its cards, and say so with an Undo."""
    try:
        payload = await _run(session, "delete_workflow", {"id": workflow_id})
    except OperationFailed as error:
        report(error, session)
        return False
    if payload["errors"]:
        session.toasts.show(explain(payload["errors"][0]), kind="error")
        return False

    async def undo() -> None:
        back = await _run(session, "restore_workflow", {"id": workflow_id})
        for refusal in back["errors"]:
            session.toasts.show(explain(refusal), kind="error")
        await read_boards(session)

    session.toasts.show(t("The board {name} was deleted", name=name), undo=undo)
    await read_boards(session)
    return True


async def _run(session: Session, name: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    operation = load(f"workflows/{name}")
    data = await session.client.run(operation, {"input": dict(values)})
    payload: Mapping[str, Any] = data[operation.field]
    return payload
