"""Reading through the API."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

import orjson
from reactpy import use_ref, use_state

from frontend.client import OperationFailed, SignedOut
from frontend.errors import report
from frontend.hooks.state import use_task
from frontend.operations import Operation
from frontend.session import current_session

Data = TypeVar("Data")


class Query(NamedTuple, Generic[Data]):
    """What a query has answered so far."""

    data: Data | None
    """The answer; while other variables load, still the answer to the ones before."""
    loading: bool
    """True until the answer to the present variables is here."""
    error: OperationFailed | None
    refetch: Callable[[], None]
    """Read again, keeping what is on screen until the answer comes."""


class _Answer(NamedTuple):
    key: str
    data: Any
    error: OperationFailed | None


def use_query(
    operation: Operation[Data], variables: Mapping[str, Any] | None = None, *, skip: bool = False
) -> Query[Data]:
    """Run a query when the component appears and whenever the variables change.

    Variables are compared by value. An answer that arrives after the variables changed again is
    dropped. With `skip` nothing is asked and `loading` is False.
    """
    session = current_session()
    client = session.client
    asked_for = orjson.dumps(dict(variables or {}), option=orjson.OPT_SORT_KEYS).decode()
    key = f"{operation.path}:{asked_for}"
    answer, set_answer = use_state(_Answer("", None, None))
    latest = use_ref((key, variables))
    latest.current = (key, variables)

    async def fetch() -> None:
        if skip:
            return
        asked, wanted = latest.current
        try:
            set_answer(_Answer(asked, await client.run(operation, wanted), None))
        except SignedOut as error:
            report(error)
        except OperationFailed as error:
            failed = error  # the name of an except clause ends with it, the answer may be set later
            set_answer(lambda shown: _Answer(asked, shown.data, failed))

    runner = use_task(fetch, [key, skip], loading=None if skip else session)
    return Query(
        answer.data, not skip and answer.key != key, answer.error, lambda: runner.start(fetch)
    )
