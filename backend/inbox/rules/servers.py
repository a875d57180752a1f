"""Which mail servers an account may name.

Whoever runs Carnet for others has accounts that choose hosts: none may make it knock at doors
inside of its own network. So a host's addresses must be public, on ports of mail; a server of
one's own allows the rest by a setting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from backend.inbox.errors import InvalidMailHost, InvalidMailPort, MailSecurityRequired
from backend.inbox.rules.kinds import MailSecurity
from backend.inbox.rules.limits import HOST_LENGTH

SMTP_PORTS = frozenset({25, 465, 587, 2525})
IMAP_PORTS = frozenset({143, 993})
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?", re.IGNORECASE)
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


def check_host(host: str, path: Sequence[str]) -> str:
    """Return a host's name or address as it is kept.

    Raises:
        InvalidMailHost
    """
    text = host.strip().rstrip(".").lower()
    if not text.isascii():
        try:
            text = text.encode("idna").decode()
        except UnicodeError:
            raise InvalidMailHost(path) from None
    bare = text.removeprefix("[").removesuffix("]")
    if len(text) > HOST_LENGTH or not (_is_address(bare) or _HOST.fullmatch(text)):
        raise InvalidMailHost(path)
    return bare if _is_address(bare) else text


def check_port(port: int, allowed: frozenset[int], path: Sequence[str], *, private: bool) -> int:
    """Return a port that mail servers listen on; any, where private servers may be named.

    Raises:
        InvalidMailPort
    """
    if port not in allowed and not (private and 0 < port < 2**16):
        raise InvalidMailPort(path, ports=", ".join(map(str, sorted(allowed))))
    return port


def check_security(security: MailSecurity, path: Sequence[str], *, private: bool) -> MailSecurity:
    """Refuse to send a password over the internet in clear.

    Raises:
        MailSecurityRequired
    """
    if security is MailSecurity.NONE and not private:
        raise MailSecurityRequired(path)
    return security


def is_public(address: str) -> bool:
    """Whether an IP address is on the internet, however it is wrapped."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        inner = _wrapped(found)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    if any(address in network for network in _NAT64):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
