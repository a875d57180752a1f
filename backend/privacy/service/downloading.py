"""Fetching a copy: by whoever looks after requests, or by a link. Each time is written down."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

from backend.accounts.service.people import account_of
from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.locale import known_locale
from backend.core.permissions import Actor, Permission
from backend.core.secrets import sign, verify
from backend.core.storage import open_file
from backend.core.unit_of_work import unit_of_work
from backend.privacy.copy_rows import LinkRow
from backend.privacy.errors import CopyLinkExpired
from backend.privacy.events import PrivacyCopyDownloaded
from backend.privacy.queries import find_request
from backend.privacy.rows import RequestRow
from backend.privacy.rules import RequestState
from backend.privacy.service.changing import change_request, locked_request

_PURPOSE = "privacy copy"
_TTL_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive that is about to be sent."""

    filename: str
    size_bytes: int
    pieces: AsyncIterator[bytes]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the page of a link says: who holds the data, how large the archive is, until when."""

    holder: str
    locale: str
    time_zone: str
    request: RequestRow


def download_path(actor: Actor, request: RequestRow) -> str | None:
    """Return where one person fetches a copy, for an hour; None when it is not ready."""
    if request.state is not RequestState.READY or not request.file_key:
        return None
    value: dict[str, object] = {
        "r": request.pk,
        "a": request.account_id,
        "u": actor.user_id,
        "t": actor.token_id,
    }
    return f"/files/privacy/{sign(_PURPOSE, value, ttl_seconds=_TTL_SECONDS)}"


async def open_own(actor: Actor, signed: str, *, count: bool) -> Opened:
    """Return the archive of a path that this actor was given; ``count``: it is fetched.

    Raises:
        CopyLinkExpired: not ours, of somebody else, or too old.
        NotFound: the archive is gone.
        Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    asked = verify(_PURPOSE, signed)
    own = {"a": actor.account_id, "u": actor.user_id, "t": actor.token_id}
    if asked is None or any(asked[name] != value for name, value in own.items()):
        raise CopyLinkExpired
    return await _open(actor.account_id, int(str(asked["r"])), actor, count=count)


async def waiting_behind(link: LinkRow) -> Waiting:
    """Return what is behind a link.

    Raises:
        NotFound: the archive is gone, or its time is over.
    """
    request = await _ready(link.account_id, link.request_id)
    account = await account_of(Actor.system(link.account_id))
    return Waiting(account.name, known_locale(account.locale), account.time_zone, request)


async def open_linked(link: LinkRow) -> Opened:
    """Return the archive of a link, and write down that it was fetched.

    Raises:
        NotFound: the archive is gone, or its time is over.
    """
    return await _open(link.account_id, link.request_id, None, count=True)


async def _open(account_id: int, request_id: int, actor: Actor | None, *, count: bool) -> Opened:
    request = await _ready(account_id, request_id)
    size = request.file_bytes or 0
    try:
        pieces = await open_file(request.file_key or "", 0, size)
    except FileNotFoundError:
        raise NotFound from None
    if count:
        await _write_down(request, actor)
    day = request.created_at.date().isoformat()
    return Opened(f"data-{day}-{request.pk}.zip", size, pieces)


async def _ready(account_id: int, request_id: int) -> RequestRow:
    request = await find_request(account_id, request_id)
    if request is None or request.state is not RequestState.READY or not request.file_key:
        raise NotFound
    if request.expires_micros is not None and request.expires_micros <= now_micros():
        raise NotFound
    return request


async def _write_down(request: RequestRow, actor: Actor | None) -> None:
    async with unit_of_work(actor or Actor.system(request.account_id)) as unit:
        current = await locked_request(unit, request.pk)
        await unit.execute(
            "INSERT INTO privacy_download (account_id, request_id, by_link, downloaded_by, at) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                request.account_id,
                request.pk,
                actor is None,
                actor.name if actor else "",
                now_micros(),
            ),
        )
        await change_request(unit, current, {})
        unit.record(PrivacyCopyDownloaded(request.pk, request.kind_name, by_link=actor is None))
