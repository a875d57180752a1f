"""One request to one checked address: its certificate, its status, where it leads.

The body is never read, so that a check costs a site one short answer.
"""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import SplitResult, quote

import h11

from backend.sites.checking.outcome import CheckFailed, SiteProblem

USER_AGENT = "Carnet-SiteCheck/1 (a daily look at the sites of our own book)"
MOST_HEADER_BYTES = 32 * 1024
_WRITTEN_SO = "/?%:@!$&'()*+,;=-._~"
"""What an address may hold as it is; accents in a path are sent as their bytes."""
_EXPIRED = 10
"""X509_V_ERR_CERT_HAS_EXPIRED, of OpenSSL's x509_vfy.h."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; ``location`` is where it sends us, if anywhere."""

    status: int
    location: str | None
    certificate_until: datetime | None


async def ask(url: SplitResult, address: str, port: int, tls: ssl.SSLContext) -> Answer:
    """Ask one address for a page, and hear no more than the head of the answer.

    Raises:
        CheckFailed: no connection, a bad certificate, or no answer of HTTP.
    """
    host = url.hostname or ""
    is_tls = url.scheme == "https"
    try:
        reader, writer = await asyncio.open_connection(
            address, port, ssl=tls if is_tls else None, server_hostname=host if is_tls else None
        )
    except ssl.SSLCertVerificationError as error:
        expired = error.verify_code == _EXPIRED
        raise CheckFailed(
            SiteProblem.CERTIFICATE_EXPIRED if expired else SiteProblem.CERTIFICATE_INVALID
        ) from None
    except (OSError, ValueError):
        raise CheckFailed(SiteProblem.UNREACHABLE) from None
    try:
        answer = await _exchange(reader, writer, url)
        until = _end_of(writer.get_extra_info("ssl_object")) if is_tls else None
        return Answer(answer.status_code, _location(answer), until)
    except (h11.ProtocolError, OSError, ValueError):
        raise CheckFailed(SiteProblem.BAD_ANSWER) from None
    finally:
        writer.transport.abort()
        with suppress(Exception):
            await writer.wait_closed()


async def _exchange(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, url: SplitResult
) -> h11.Response:
    talk = h11.Connection(h11.CLIENT, max_incomplete_event_size=MOST_HEADER_BYTES)
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    request = h11.Request(
        method="GET",
        target=quote(target, safe=_WRITTEN_SO).encode(),
        headers=[
            ("Host", url.netloc if url.netloc.isascii() else url.netloc.encode("idna").decode()),
            ("User-Agent", USER_AGENT),
            ("Accept", "text/html,*/*;q=0.5"),
            ("Connection", "close"),
        ],
    )
    writer.write(talk.send(request) or b"")
    writer.write(talk.send(h11.EndOfMessage()) or b"")
    await writer.drain()
    while True:
        event = talk.next_event()
        if isinstance(event, h11.Response):
            return event
        if event is h11.NEED_DATA:
            talk.receive_data(await reader.read(4096))
        elif not isinstance(event, h11.InformationalResponse):
            raise CheckFailed(SiteProblem.BAD_ANSWER)


def _location(answer: h11.Response) -> str | None:
    if answer.status_code not in (301, 302, 303, 307, 308):
        return None
    found = [value for name, value in answer.headers if name == b"location"]
    return found[0].decode("utf-8", "replace") if found else None


def _end_of(tls: ssl.SSLObject | None) -> datetime | None:
    certificate = tls.getpeercert() if tls is not None else None
    if not certificate or "notAfter" not in certificate:
        return None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), UTC)
