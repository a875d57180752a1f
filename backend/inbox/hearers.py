"""Who else is told of letters that came back: domains that send letters of their own.

A domain above registers at import, in its ``registrations``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from backend.core.registry import Registry
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.mail.received import Report

Hear = Callable[[UnitOfWork, Report], Awaitable[bool]]
"""Hears of letters that came back to the mailbox of the unit's account; True when the report is of
one of its own, and nothing for people to read. The unit has the account's turn. The same report may
come twice."""

report_hearers: Registry[Hear] = Registry()
