"""Where texts of an account may name people whom the rows are not of.

A domain declares its texts at import, in its ``registrations``. When a person is erased their
addresses, numbers and whole names are put out of these.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from backend.core.registry import Registry
from backend.core.unit_of_work import UnitOfWork

Rewritten = Callable[[UnitOfWork, Sequence[int]], Awaitable[None]]
"""Hears, in the unit that rewrote them, which rows say something else: for what follows from it."""


@dataclass(frozen=True, slots=True)
class MentionedIn:
    """Texts of one table. ``of_account`` is the condition for an account's rows; texts that are
    JSON stay so. The names are from our own code, never from input.
    """

    table: str
    columns: tuple[str, ...]
    of_account: str = "account_id = ?"
    rewritten: Rewritten | None = None


mentions: Registry[MentionedIn] = Registry()
