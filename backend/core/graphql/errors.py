"""Refusals as the API shows them: data in a mutation's payload, coded errors everywhere else."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

import strawberry
from strawberry.types.enum import EnumValue, StrawberryEnumDefinition
from strawberry.utils.str_converters import to_camel_case

from backend.core.errors import Refusal, Refusals

MAX_PARAMETER_LENGTH = 200

OWN_CODES = frozenset({"UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "RATE_LIMITED"})
"""Refusals that are an error's code by themselves; all others are BAD_USER_INPUT."""


@strawberry.enum(description="Why something was refused. Codes are stable; new ones may be added.")
class ErrorCode(Enum):
    """Filled by :func:`complete_error_codes` from the refusals of every domain."""

    INVALID = "INVALID"


def complete_error_codes() -> None:
    """Give the enum every code that a loaded domain declares; called before the schema is built."""
    definition: StrawberryEnumDefinition = ErrorCode.__strawberry_definition__  # type: ignore[attr-defined]
    definition.values = [
        EnumValue(name=code, value=code, description=_describe(code, refusal))
        for code, refusal in sorted(Refusal.registry.items())
    ]


def _describe(code: str, refusal: type[Refusal]) -> str:
    if refusal is not Refusal and refusal.__doc__ and refusal.__doc__ != Refusal.__doc__:
        return " ".join(refusal.__doc__.replace("``", "`").split())
    return code.replace("_", " ").capitalize() + "."


@strawberry.type
class ErrorParameter:
    """A value that the words of an error need."""

    name: str = strawberry.field(description="What the value is, such as `maximum`.")
    value: str = strawberry.field(description="The value, as text.")


@strawberry.type
class UserError:
    """Why an input was refused: a code to translate, never prose."""

    code: str = strawberry.field(
        graphql_type=ErrorCode, description="What is wrong; stable, for programs."
    )
    path: list[str] = strawberry.field(
        description="The way to the field in the input, such as `emails`, `0`, `address`; "
        "empty when no single field is at fault."
    )
    parameters: list[ErrorParameter] = strawberry.field(
        description="What the words of this error need, such as the maximum length."
    )


@strawberry.type(description="What every mutation answers beside its own result.")
class Payload:
    """Base of every payload. Its other fields need a default: a refused mutation has none of them.

    ``cursor`` is the unit of work's, so that whoever wrote can follow the log from there.
    """

    errors: list[UserError] = strawberry.field(
        default_factory=list,
        description="Why nothing was done; empty when it was done.",
    )
    cursor: str | None = strawberry.field(
        default=None,
        description="The account's place in its history right after this write; "
        "a subscription that starts there sees only what came later.",
    )


def input_path(path: Sequence[str]) -> list[str]:
    """Return a refusal's path in the names that the schema uses."""
    return [to_camel_case(part) for part in path]


def _text(value: object) -> str:
    return str(value)[:MAX_PARAMETER_LENGTH]


def refusals_of(error: BaseException) -> tuple[Refusal, ...]:
    """Return what a refusal, or several at once, are made of; nothing for another exception."""
    if isinstance(error, Refusals):
        return error.refusals
    return (error,) if isinstance(error, Refusal) else ()


def user_errors(error: Refusal | Refusals) -> list[UserError]:
    """Return refusals as a payload carries them."""
    return [
        UserError(
            code=refusal.code,
            path=input_path(refusal.path),
            parameters=[
                ErrorParameter(name=to_camel_case(name), value=_text(value))
                for name, value in refusal.parameters.items()
            ],
        )
        for refusal in refusals_of(error)
    ]


def error_extensions(refusals: Sequence[Refusal]) -> dict[str, Any]:
    """Return the ``extensions`` of a GraphQL error that stands for one or more refusals."""
    first = refusals[0].code
    return {
        "code": first if first in OWN_CODES else "BAD_USER_INPUT",
        "refusals": [
            {
                "code": refusal.code,
                "path": input_path(refusal.path),
                "parameters": {
                    to_camel_case(name): _text(value) for name, value in refusal.parameters.items()
                },
            }
            for refusal in refusals
        ],
    }
