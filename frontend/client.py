"""How pages talk to the GraphQL API: the two callables they are handed, and what can come back.

`Client` binds the callables to one browser's credentials. Pages rarely use it directly:
`frontend.hooks` does.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypedDict, TypeVar, cast

from frontend.operations import Operation

Data = TypeVar("Data")
"""What an operation answers: a generated TypedDict, or a plain dict."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who is asking, as the browser's socket presented itself. The backend reads these attributes,
    not this class.
    """

    cookie: str | None
    """Value of the session cookie, or None when signed out."""
    ip: str
    user_agent: str


Result: TypeAlias = Mapping[str, Any]
"""One answer of the API, as GraphQL over HTTP would carry it: `data`, `errors`, `extensions`."""


class Execute(Protocol):
    """Run a query or a mutation."""

    async def __call__(
        self,
        credentials: Credentials,
        document: str,
        variables: dict[str, Any],
        *,
        operation_name: str | None = None,
    ) -> Result: ...


class Subscribe(Protocol):
    """Run a subscription; closing the iterator ends it."""

    def __call__(
        self,
        credentials: Credentials,
        document: str,
        variables: dict[str, Any],
        *,
        operation_name: str | None = None,
    ) -> AsyncIterator[Result]: ...


class ErrorParameter(TypedDict):
    """A value that the words of a refusal need."""

    name: str
    value: str


class UserError(TypedDict):
    """A refusal that the user can do something about: a code, where it is, and the words'
    parameters.
    """

    code: str
    path: list[str]
    parameters: list[ErrorParameter]


class OperationFailed(Exception):
    """The API answered an error instead of data: a bug, a lost server, or a request that may not be
    made.

    `code` is the error's `extensions.code`; `request_id` is what support needs to find it in the
    logs. `refusals` are what a query refused of its arguments, for `form.show_errors`.
    """

    def __init__(
        self,
        code: str,
        message: str,
        request_id: str | None = None,
        refusals: Sequence[UserError] = (),
    ) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.request_id = request_id
        self.refusals = tuple(refusals)


class SignedOut(OperationFailed):
    """The session ended: signed out elsewhere, revoked, or expired."""


SIGNED_OUT_CODES = frozenset({"UNAUTHENTICATED", "SIGN_IN_REQUIRED"})


@dataclass(frozen=True, slots=True)
class Client:
    """The API as one browser sees it."""

    credentials: Credentials
    execute: Execute
    subscribe: Subscribe

    async def run(
        self, operation: Operation[Data], variables: Mapping[str, Any] | None = None
    ) -> Data:
        """Run a query or mutation and return its data.

        Raises:
            SignedOut: the session is over.
            OperationFailed: any other error; partial data is not used.
        """
        result = await self.execute(
            self.credentials,
            operation.document,
            dict(variables or {}),
            operation_name=operation.name,
        )
        return cast(Data, data_of(result))

    async def follow(
        self, operation: Operation[Data], variables: Mapping[str, Any] | None = None
    ) -> AsyncIterator[Data]:
        """Yield the data of each event of a subscription. Raises as `run` does."""
        stream = self.subscribe(
            self.credentials,
            operation.document,
            dict(variables or {}),
            operation_name=operation.name,
        )
        async with aclosing(cast(Any, stream)) as events:
            async for result in events:
                yield cast(Data, data_of(result))


def data_of(result: Result) -> dict[str, Any]:
    """Return the data of an answer. Raises OperationFailed for the first error in it."""
    errors = result.get("errors")
    if errors:
        raise failure(errors[0], result.get("extensions"))
    return result.get("data") or {}


def failure(
    error: Mapping[str, Any], extensions: Mapping[str, Any] | None = None
) -> OperationFailed:
    """Turn one GraphQL error into the exception that stands for it."""
    details = error.get("extensions") or {}
    code = str(details.get("code") or "UNEXPECTED")
    request_id = details.get("requestId") or (extensions or {}).get("requestId")
    kind = SignedOut if code in SIGNED_OUT_CODES else OperationFailed
    refusals = [
        UserError(
            code=each["code"],
            path=list(each["path"]),
            parameters=[
                ErrorParameter(name=name, value=value) for name, value in each["parameters"].items()
            ],
        )
        for each in details.get("refusals") or ()
    ]
    message = str(error.get("message") or "")
    return kind(code, message, str(request_id) if request_id else None, refusals)
