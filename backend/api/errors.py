"""Errors as they leave the API: coded, with the request id, the unexpected masked and logged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import structlog
from graphql import GraphQLError, GraphQLSyntaxError, ValueNode
from strawberry.exceptions import StrawberryInputCoercionError

from backend.core.errors import Refusal
from backend.core.graphql.errors import error_extensions, refusals_of

log = structlog.get_logger(__name__)

PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
BAD_USER_INPUT = "BAD_USER_INPUT"
BAD_REQUEST = "BAD_REQUEST"
LIMIT_EXCEEDED = "LIMIT_EXCEEDED"
COST_LIMIT_EXCEEDED = "COST_LIMIT_EXCEEDED"
OPERATION_NOT_FOUND = "OPERATION_RESOLUTION_FAILURE"
OPERATION_NOT_ALLOWED = "OPERATION_NOT_ALLOWED"
TIMED_OUT = "TIMED_OUT"
SLOW_CONSUMER = "SLOW_CONSUMER"
ACTOR_CHANGED = "ACTOR_CHANGED"
FORBIDDEN_ORIGIN = "FORBIDDEN_ORIGIN"
TOO_MANY_OPERATIONS = "TOO_MANY_OPERATIONS"
UNEXPECTED = "INTERNAL_SERVER_ERROR"
MASKED = "Something went wrong on our side. Quote the request id when you report it."

MAX_MESSAGE_LENGTH = 500


class RequestRefused(Exception):
    """The whole request is refused before anything of it ran. ``status`` is HTTP's."""

    def __init__(
        self, *errors: GraphQLError, status: int = 400, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(*errors)
        self.errors = errors
        self.status = status
        self.headers = headers or {}


def coded(message: str, code: str, **extensions: Any) -> GraphQLError:
    """Return an error with its code."""
    return GraphQLError(message, extensions={"code": code, **extensions})


def words(code: str) -> str:
    """Return a refusal's code as English, for people who read raw answers."""
    return code.replace("_", " ").capitalize()


def refused(refusals: Sequence[Refusal]) -> GraphQLError:
    """Return refusals as one coded error."""
    return GraphQLError(words(refusals[0].code) + ".", extensions=error_extensions(refusals))


def format_error(error: GraphQLError, request_id: str) -> dict[str, Any]:
    """Return an error as the client sees it; an unexpected one is logged and masked."""
    cause = _cause(error)
    if cause is not None and (refusals := refusals_of(cause)):
        formatted = _located(error, refused(refusals))
    elif isinstance(cause, StrawberryInputCoercionError):
        formatted = _located(error, coded(str(cause.message), BAD_USER_INPUT))
    elif cause is None:
        formatted = _located(error, error)
        code = PARSE_FAILED if isinstance(error, GraphQLSyntaxError) else BAD_USER_INPUT
        formatted.setdefault("extensions", {}).setdefault("code", code)
    else:
        log.error("operation_failed", request_id=request_id, path=error.path, exc_info=cause)
        formatted = _located(error, coded(MASKED, UNEXPECTED))
    formatted["extensions"]["requestId"] = request_id
    return formatted


def _located(error: GraphQLError, shown: GraphQLError) -> dict[str, Any]:
    formatted: dict[str, Any] = {"message": shown.message[:MAX_MESSAGE_LENGTH]}
    if error.locations:
        formatted["locations"] = [location.formatted for location in error.locations]
    if error.path is not None:
        formatted["path"] = error.path
    if shown.extensions:
        formatted["extensions"] = dict(shown.extensions)
    return formatted


def _cause(error: GraphQLError) -> BaseException | None:
    """Return what a resolver raised, or None when graphql-core itself refused the request."""
    cause: BaseException = error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    if not isinstance(cause, GraphQLError):
        return cause
    if isinstance(cause, StrawberryInputCoercionError):
        return cause
    if error.path is None or "code" in (cause.extensions or {}):
        return None
    # A variable with a default may be null where an argument must not be: that is found when its
    # field is reached, and points at the value.
    if cause.nodes and isinstance(cause.nodes[0], ValueNode):
        return None
    # Raised while a result was completed, such as a number too large for Int: our mistake, and
    # its message may quote data. What graphql-core refuses beforehand has no path.
    return cause
