"""Verbs of privacy requests, with what refused them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.operations import load
from frontend.session import Session

Payload = Mapping[str, Any]


async def run(session: Session, verb: str, given: Mapping[str, Any]) -> Payload | None:
    """Run a mutation; say what refused it. Return what it answered when it was done."""
    operation = load(f"privacy/{verb}")
    try:
        data = await session.client.run(operation, {"input": dict(given)})
    except OperationFailed as error:
        report(error, session)
        return None
    payload: Payload = data[operation.field]
    for refused in payload["errors"]:
        session.toasts.show(explain(refused), kind="error")
    return None if payload["errors"] else payload
