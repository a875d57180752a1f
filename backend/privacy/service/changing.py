"""Writing the row of a request: only as long as it is as whoever writes believes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from backend.core.errors import NotFound
from backend.core.unit_of_work import UnitOfWork
from backend.privacy.errors import WrongRequestState
from backend.privacy.events import PrivacyRequestChanged
from backend.privacy.queries import find_request
from backend.privacy.rows import RequestRow
from backend.privacy.rules import RequestState


@dataclass(frozen=True, slots=True)
class RequestWritten:
    """A request that a verb wrote, and the cursor after it; none when nothing was written."""

    request_id: int
    cursor: str


async def locked_request(unit: UnitOfWork, request_id: int) -> RequestRow:
    """Return a request of the unit's account as it stays until the unit ends.

    Raises:
        NotFound
    """
    # A write that changes nothing holds the row; SQLite has one writer anyway.
    await unit.execute(
        "UPDATE privacy_request SET version = version WHERE id = ? AND account_id = ?",
        (request_id, unit.actor.account_id),
    )
    found = await find_request(unit.actor.account_id, request_id)
    if found is None:
        raise NotFound(("id",))
    return found


def require_state(request: RequestRow, *allowed: RequestState) -> None:
    """Refuse unless a request stands where a verb needs it.

    Raises:
        WrongRequestState
    """
    if request.state not in allowed:
        raise WrongRequestState(("id",), state=request.state.name)


async def change_request(
    unit: UnitOfWork,
    request: RequestRow,
    values: Mapping[str, Any],
    state: RequestState | None = None,
) -> None:
    """Write columns of a request that :func:`locked_request` holds, and tell who follows it.

    ``values`` are by names of our own, never from input.
    """
    columns = dict(values)
    if state is not None:
        columns["state"] = state.value
    parts = "".join(f"{name} = ?, " for name in columns)
    await unit.execute(
        f"UPDATE privacy_request SET {parts}version = version + 1 "  # noqa: S608
        "WHERE id = ? AND account_id = ?",
        (*columns.values(), request.pk, unit.actor.account_id),
    )
    now_in = state or request.state
    unit.record(PrivacyRequestChanged(request.pk, request.kind_name, state=now_in.value))


async def choose_people(unit: UnitOfWork, request_id: int, contact_ids: Collection[int]) -> None:
    """Say which contacts are the person of a request, instead of those said before."""
    await unit.execute("DELETE FROM privacy_request_person WHERE request_id = ?", (request_id,))
    await unit.execute_many(
        "INSERT INTO privacy_request_person (account_id, request_id, contact_id) VALUES (?, ?, ?)",
        [(unit.actor.account_id, request_id, key) for key in contact_ids],
    )
