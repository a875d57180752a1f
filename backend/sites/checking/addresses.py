"""Names resolved, and addresses refused that only this machine or its network should reach.

A name is resolved once per request and the connection goes to the address that was looked at: a
name that answers something else a moment later leads nowhere.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from backend.sites.checking.outcome import CheckFailed, SiteProblem

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Returns the addresses of a host, those to try first first."""

_TRANSLATED = ip_network("64:ff9b::/96")


async def resolve(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a host.

    Raises:
        CheckFailed: there are none.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise CheckFailed(SiteProblem.UNKNOWN_DOMAIN) from None
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet, also as it is written within another."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(known, IPv6Address) and (inner := _inner(known)) is not None:
        return is_public(str(inner)) and not known.is_private
    return known.is_global and not known.is_multicast


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    if address.teredo is not None:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour
