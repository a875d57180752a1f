"""Writing through the API."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from reactpy import use_ref, use_state

from frontend.client import OperationFailed, UserError
from frontend.errors import report
from frontend.operations import Operation
from frontend.session import current_session

Data = TypeVar("Data")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one call of a mutation."""

    payload: dict[str, Any] | None
    """The mutation's payload; None when the call failed, which a toast has said already."""
    errors: tuple[UserError, ...]
    """Refusals, for `form.show_errors` or `explain`."""

    @property
    def ok(self) -> bool:
        """True when the write was done."""
        return self.payload is not None and not self.errors


class MutationState(NamedTuple):
    """Whether a mutation runs, and what became of it."""

    loading: bool
    outcome: Outcome | None
    """Of the last call that has ended."""
    reset: Callable[[], None]


class Run(Protocol):
    """The function that runs a mutation."""

    def __call__(self, values: Mapping[str, Any] | None = None) -> Awaitable[Outcome]: ...


class Mutation(NamedTuple, Generic[Data]):
    """What `use_mutation` returns."""

    run: Run
    state: MutationState


def use_mutation(operation: Operation[Data], *, in_turn: bool = False) -> Mutation[Data]:
    """Return `(run, state)` for a mutation that takes one `input`, or nothing.

        run, state = use_mutation(rename_label)
        outcome = await run({"id": label_id, "version": 3, "name": "VIP"})
        if outcome.ok: …

    `run` never raises for what the API answers: refusals are in `outcome.errors`; a failure (a bug,
    a lost server) is shown as a toast with its request id. Calls may overlap; `state` tells of the
    last one to end. With `in_turn` each waits for the one before: what is chosen last is kept last,
    however quickly somebody chooses.
    """
    client = current_session().client
    nothing_yet: tuple[int, Outcome | None] = (0, None)
    state, set_state = use_state(nothing_yet)
    running = use_ref(0)
    turn = use_ref(asyncio.Lock() if in_turn else nullcontext())

    async def run(values: Mapping[str, Any] | None = None) -> Outcome:
        running.current += 1
        set_state(lambda shown: (running.current, shown[1]))
        outcome = Outcome(None, ())
        try:
            variables = {} if values is None else {"input": dict(values)}
            async with turn.current:
                data: Any = await client.run(operation, variables)
            payload = data[operation.field]
            outcome = Outcome(payload, tuple((payload or {}).get("errors") or ()))
        except OperationFailed as error:
            report(error)
        finally:
            running.current -= 1
            set_state((running.current, outcome))
        return outcome

    def reset() -> None:
        set_state((running.current, None))

    pending, outcome = state
    return Mutation(run, MutationState(pending > 0, outcome, reset))
