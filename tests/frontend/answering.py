"""An API that answers what a test puts into it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from frontend.client import Result


class Api:
    """Answers what the test puts into it, when the test lets it."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.answers: dict[str, Any] = {}
        self.gates: dict[int, asyncio.Event] = {}
        self.followed: list[str | None] = []
        self.streams: list[list[Result]] = []

    async def execute(
        self,
        credentials: Any,
        document: str,
        variables: dict[str, Any],
        *,
        operation_name: str | None = None,
    ) -> Result:
        self.asked.append((operation_name or "", variables))
        if gate := self.gates.get(variables.get("n", -1)):
            await gate.wait()
        answer: Any = self.answers[operation_name or ""]
        result: Result = answer(variables) if callable(answer) else answer
        return result

    async def subscribe(
        self,
        credentials: Any,
        document: str,
        variables: dict[str, Any],
        *,
        operation_name: str | None = None,
    ) -> AsyncIterator[Result]:
        self.followed.append(variables["after"])
        for result in self.streams.pop(0) if self.streams else []:
            yield result
        if not self.streams:
            await asyncio.Event().wait()
