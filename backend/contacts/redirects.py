"""Ids of contacts that were merged into others: they answer with the contact that has it all.

Who merges contacts, further up the stack, says here how such ids are looked up.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping

from backend.core.permissions import Actor

Redirects = Callable[[Actor, Collection[int]], Awaitable[Mapping[int, int]]]
"""Reads, of some ids of the actor's account, those that were merged, and into which contact."""

_readers: list[Redirects] = []


def register_redirects(reader: Redirects) -> None:
    """Say how merged ids are looked up; the same one twice is one."""
    if reader not in _readers:
        _readers.append(reader)


async def redirects(actor: Actor, ids: Collection[int]) -> dict[int, int]:
    """Return the merged ones of some ids, and the contacts that they now are."""
    found: dict[int, int] = {}
    for reader in _readers if ids else ():
        found.update(await reader(actor, ids))
    return found
