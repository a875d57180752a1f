"""A whole check of a site."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import SplitResult, urljoin, urlsplit

from backend.core.clock import now
from backend.sites.checking.addresses import Resolve, is_public, resolve
from backend.sites.checking.outcome import CheckFailed, Outcome, SiteProblem
from backend.sites.checking.requests import Answer, ask
from backend.sites.limits import CERTIFICATE_WARNING

WHOLE_SECONDS = 20.0
REDIRECTS = 5
MOST_ADDRESSES = 3
"""Addresses of one host that are tried."""
_ANSWERS_ALL_THE_SAME = {401, 403, 429}
"""Who asks for a password, or keeps programs out, is there."""


@dataclass(frozen=True, slots=True)
class SiteChecker:
    """Checks sites. Private addresses are reached only with ``allow_private``."""

    allow_private: bool = False
    resolve: Resolve = resolve
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = WHOLE_SECONDS

    async def check(self, address: str) -> Outcome:
        """Look at a site; whatever it does, the answer comes within ``seconds``."""
        try:
            async with asyncio.timeout(self.seconds):
                return await self._follow(address)
        except TimeoutError:
            return Outcome(SiteProblem.TIMED_OUT)
        except CheckFailed as failed:
            return Outcome(failed.problem)
        except (ValueError, ArithmeticError, OSError):
            # Where it leads is no address, or whatever else only this one thought of: the sites
            # after it are looked at all the same.
            return Outcome(SiteProblem.BAD_ANSWER)

    async def _follow(self, address: str) -> Outcome:
        until: datetime | None = None
        for _ in range(REDIRECTS + 1):
            url = _parts(address)
            answer = await self._ask(url)
            until = until or answer.certificate_until
            if answer.location is None:
                return _judged(answer, until)
            address = urljoin(address, answer.location)
        return Outcome(SiteProblem.TOO_MANY_REDIRECTS, certificate_until=until)

    async def _ask(self, url: SplitResult) -> Answer:
        port = url.port or (443 if url.scheme == "https" else 80)
        found = await self.resolve(url.hostname or "", port)
        # One that is private among public ones is how a name is used to reach inside.
        if not self.allow_private and not all(is_public(each) for each in found):
            raise CheckFailed(SiteProblem.PRIVATE_ADDRESS)
        failed = CheckFailed(SiteProblem.UNKNOWN_DOMAIN)
        for address in found[:MOST_ADDRESSES]:
            try:
                return await ask(url, address, port, self.tls)
            except CheckFailed as error:
                failed = error
                if error.problem is not SiteProblem.UNREACHABLE:
                    break
        raise failed


def _parts(address: str) -> SplitResult:
    try:
        url = urlsplit(address)
        _ = url.port
    except ValueError:
        raise CheckFailed(SiteProblem.BAD_ANSWER) from None
    if url.scheme not in ("http", "https") or not url.hostname:
        raise CheckFailed(SiteProblem.BAD_ANSWER)
    return url


def _judged(answer: Answer, until: datetime | None) -> Outcome:
    problem = None
    if answer.status >= 400 and answer.status not in _ANSWERS_ALL_THE_SAME:
        problem = SiteProblem.HTTP_ERROR
    elif until is not None and until - now() < CERTIFICATE_WARNING:
        problem = SiteProblem.CERTIFICATE_EXPIRING
    return Outcome(problem, answer.status, until)
