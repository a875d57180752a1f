"""Refusals: a stable code, the path of the input field, parameters to translate; never prose.

Each domain's ``errors.py`` subclasses :class:`Refusal`; the API turns the registered codes into
the schema's ``ErrorCode`` enum, and the interface has words for each in every language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar


class Refusal(Exception):
    """An expected refusal that the caller can act on.

    ``path`` is the way to the field in the mutation's input, such as
    ``("emails", "0", "address")``; empty when no single field is at fault.
    """

    code: ClassVar[str] = "INVALID"
    registry: ClassVar[dict[str, type[Refusal]]] = {}

    def __init_subclass__(cls) -> None:
        known = Refusal.registry.setdefault(cls.code, cls)
        if known.__qualname__ != cls.__qualname__ or known.__module__ != cls.__module__:
            raise TypeError(f"error code {cls.code} is declared twice: {known} and {cls}")

    def __init__(self, path: Sequence[str] = (), /, **parameters: str | int) -> None:
        super().__init__(self.code, tuple(path), parameters)
        self.path = tuple(path)
        self.parameters = parameters

    def __reduce__(self) -> tuple[object, ...]:
        """Let another process raise it as it is."""
        return _remade, (type(self), self.path, self.parameters)

    def at(self, *prefix: str) -> Refusal:
        """Return the same refusal, its path led by ``prefix``."""
        return type(self)((*prefix, *self.path), **self.parameters)


Refusal.registry[Refusal.code] = Refusal


def _remade(
    kind: type[Refusal], path: Sequence[str], parameters: Mapping[str, str | int]
) -> Refusal:
    return kind(path, **parameters)


class Refusals(Exception):
    """Several refusals at once, as a form wants them."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__(*refusals)
        self.refusals = tuple(refusals)

    @staticmethod
    def raise_if(refusals: Sequence[Refusal]) -> None:
        """Raise when there is at least one refusal."""
        if refusals:
            raise Refusals(refusals)


class Required(Refusal):
    code = "REQUIRED"


class TooLong(Refusal):
    """Parameters: ``maximum`` characters."""

    code = "TOO_LONG"


class TooMany(Refusal):
    """Parameters: ``maximum`` items."""

    code = "TOO_MANY"


class InvalidCharacters(Refusal):
    """The text has control characters that cannot be kept."""

    code = "INVALID_CHARACTERS"


class InvalidId(Refusal):
    """Not a global id, or one of another type."""

    code = "INVALID_ID"


class InvalidCursor(Refusal):
    code = "INVALID_CURSOR"


class InvalidPage(Refusal):
    """``first``, ``last`` or ``offset`` is out of range. Parameters: ``maximum``."""

    code = "INVALID_PAGE"


class NotFound(Refusal):
    """There is no such thing in the actor's account."""

    code = "NOT_FOUND"


class Unauthenticated(Refusal):
    code = "UNAUTHENTICATED"


class Forbidden(Refusal):
    """The actor's role or token scopes do not allow this. Parameters: ``permission``."""

    code = "FORBIDDEN"


class StaleVersion(Refusal):
    """Somebody saved a newer version. Parameters: ``current_version``."""

    code = "STALE_VERSION"


class RateLimited(Refusal):
    """Too many tries. Parameters: ``retry_after_seconds``."""

    code = "RATE_LIMITED"


class IdempotencyKeyReused(Refusal):
    """The key was used before, for another input."""

    code = "IDEMPOTENCY_KEY_REUSED"
