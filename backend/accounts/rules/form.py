"""Checking every field of a form before refusing any."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from backend.core.errors import Refusal, Refusals

P = ParamSpec("P")
T = TypeVar("T")


class Form:
    """Runs checks, keeps what they refuse, and refuses all at once."""

    def __init__(self) -> None:
        self._refusals: list[Refusal] = []

    def check(self, rule: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a rule returns; its refusal is kept for :meth:`done`."""
        try:
            return rule(*args, **kwargs)
        except Refusal as refusal:
            self._refusals.append(refusal)
            return cast(T, None)  # never seen: done() raises first

    def done(self) -> None:
        """End the checks, before anything they returned is used.

        Raises:
            Refusals: at least one field was refused.
        """
        Refusals.raise_if(self._refusals)
