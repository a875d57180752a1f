"""Connecting to a host that an account chose, where that is allowed.

The address that was judged is the one that is connected to: a name that answers otherwise the
second time leads nowhere else.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor

from backend.core.settings import settings
from backend.inbox.mail.trouble import MailTrouble
from backend.inbox.rules.kinds import MailProblem
from backend.inbox.rules.servers import is_public

CONNECT_SECONDS = 10.0
# Of their own: a host that does not answer keeps nothing waiting but letters.
_threads = ThreadPoolExecutor(32, thread_name_prefix="mail-host")


def addresses_of(host: str, port: int) -> list[tuple[socket.AddressFamily, str]]:
    """Return the addresses of a host that may be connected to; asks the network.

    Raises:
        MailTrouble: it has none, or none that may be.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        passing = error.errno == socket.EAI_AGAIN
        raise MailTrouble(MailProblem.HOST_UNKNOWN, is_passing=passing) from None
    except UnicodeError:
        raise MailTrouble(MailProblem.HOST_UNKNOWN) from None
    known: list[tuple[socket.AddressFamily, str]] = list(
        dict.fromkeys((family, str(address[0])) for family, *_, address in found)
    )
    if settings().private_mail_servers:
        return known
    allowed = [each for each in known if is_public(each[1])]
    if not allowed:
        raise MailTrouble(MailProblem.HOST_REFUSED)
    return allowed


def connect(host: str, port: int) -> socket.socket:
    """Connect to the first address of a host that answers.

    Raises:
        MailTrouble, OSError
    """
    last: OSError | None = None
    for family, address in addresses_of(host, port)[:4]:
        opened = socket.socket(family, socket.SOCK_STREAM)
        try:
            opened.settimeout(CONNECT_SECONDS)
            opened.connect((address, port))
        except OSError as error:
            opened.close()
            last = error
        else:
            return opened
    raise last or OSError("no address")


async def connect_soon(host: str, port: int) -> socket.socket:
    """Connect as :func:`connect` does, without holding up anybody else."""
    return await asyncio.get_running_loop().run_in_executor(_threads, connect, host, port)


def tls_context() -> ssl.SSLContext:
    """Return how certificates are judged: by the authorities that the system trusts."""
    return ssl.create_default_context()
