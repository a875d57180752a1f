"""Asking for the work on an import: the key and the payload of its jobs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from backend.accounts.service.on_behalf import mandate
from backend.core.unit_of_work import UnitOfWork

WORK = "work_on_import"


def ask_to_work(unit: UnitOfWork, import_id: int, task: int) -> None:
    """Queue the work on an import, on behalf of the unit's actor."""
    payload = {**mandate(unit.actor), "import_id": import_id, "task": task}
    unit.enqueue(WORK, payload, unique_key=work_key(import_id, task))


def ask_again(unit: UnitOfWork, payload: Mapping[str, Any], run_at: datetime) -> None:
    """Queue the same work once more, or put off the one that waits."""
    key = work_key(payload["import_id"], payload["task"])
    unit.enqueue(WORK, dict(payload), run_at=run_at, unique_key=key, moves=True)


def work_key(import_id: int, task: int) -> str:
    """Return the key under which one job waits."""
    return f"{WORK}:{import_id}:{task}"
