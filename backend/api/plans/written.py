"""The functions that plans are made of: compiled when they are first called, once for all plans.

Python's compiler takes half of the time that a plan takes. Much of what a plan may call it never
does, as lists are empty; and plans have most of their functions in common, in the same words.
"""

from __future__ import annotations

from functools import lru_cache
from types import CodeType
from typing import Any

KEPT_FUNCTIONS = 1024
LARGEST_KEPT = 6_000
"""Characters: with the number, what is kept for other plans takes 15 megabytes at the very most."""


def code_of(source: str) -> CodeType:
    """Return the code that defines a function."""
    return _kept(source) if len(source) <= LARGEST_KEPT else _compiled(source)


def _compiled(source: str) -> CodeType:
    return compile(source, "<plan>", "exec")


_kept = lru_cache(maxsize=KEPT_FUNCTIONS)(_compiled)


class Written:
    """Stands among the ``names`` that functions refer to, until it is called and is in its place
    what was written."""

    __slots__ = ("_name", "_names", "_source")

    def __init__(self, names: dict[str, Any], name: str, source: str) -> None:
        self._names = names
        self._name = name
        self._source = source

    def compiled(self) -> Any:
        """Return the function itself."""
        if self._names[self._name] is self:
            exec(code_of(self._source), self._names)  # noqa: S102 - names of our schema only
        return self._names[self._name]

    def __call__(self, value: Any, execution: Any) -> Any:
        """Do what the function does."""
        return self.compiled()(value, execution)
