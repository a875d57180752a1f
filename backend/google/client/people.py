"""Contacts and labels of a Google account, page by page, or by their names.

Source: https://developers.google.com/people/api/rest/v1/people.connections/list and contactGroups
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, Self, TypeVar
from urllib.parse import quote

import httpx2

from backend.core.errors import Refusal
from backend.core.settings import settings
from backend.google.client.answers import (
    Busy,
    NotSignedIn,
    count,
    inner,
    json_object,
    objects,
    require_good,
    words,
)
from backend.google.client.transport import HEADERS, BoundedTransport, timeouts, within_bounds
from backend.google.errors import (
    GoogleBusy,
    GoogleLabelGone,
    GoogleRefused,
    GoogleUnreachable,
    GoogleUnreadable,
)
from backend.google.limits import (
    MAX_GROUPS,
    MAX_PAGE_BYTES,
    MAX_PAGES,
    NAME_LENGTH,
    PAGE_SIZE,
    TITLE_LENGTH,
)
from backend.google.rows import Label, LabelKind

FIELDS = (
    "addresses,biographies,birthdays,emailAddresses,events,fileAses,memberships,metadata,names,"
    "nicknames,organizations,phoneNumbers,relations,urls,userDefined"
)
_TOKEN_LENGTH = 8_192
_SYSTEM = {
    "contactGroups/starred": LabelKind.STARRED,
    "contactGroups/friends": LabelKind.FRIENDS,
    "contactGroups/family": LabelKind.FAMILY,
    "contactGroups/coworkers": LabelKind.COWORKERS,
}
_NOT_FOUND = 5
_PASSING = frozenset({4, 8, 10, 13, 14})
"""Codes of gRPC by which one person of a batch is to be asked for again."""
Asked = Mapping[str, str | list[str]]
T = TypeVar("T")


class Access(Protocol):
    """The way into one Google account."""

    async def authorize(self, over: str | None) -> str:
        """Return an access token; ``over`` is one that Google no longer takes.

        Raises:
            Refusal: there is none to be had.
        """
        ...

    async def refused(self) -> Refusal:
        """Note that Google took none of them, and return what to say of it."""
        ...


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """A page of people as the API tells them, still to be judged. ``next_page`` is None of the
    last, which alone has ``next_since``."""

    people: list[dict[str, Any]]
    next_page: str | None
    next_since: str | None
    total: int | None


class People:
    """The People API in the name of one Google account."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._http = httpx2.AsyncClient(
            transport=BoundedTransport(MAX_PAGE_BYTES),
            timeout=timeouts(),
            headers=HEADERS,
            follow_redirects=False,
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def page(self, token: str | None, since: str | None) -> PeoplePage:
        """Return the page of a token, None for the first; only who changed ``since``, if given.

        Raises:
            Busy, ChangesForgotten, PlaceForgotten, Refusal
        """
        asked = {
            "personFields": FIELDS,
            "pageSize": str(PAGE_SIZE),
            "requestSyncToken": "true",
            **({"syncToken": since} if since else {}),
            **({"pageToken": token} if token else {}),
        }
        return await self._get("/v1/people/me/connections", asked, _page)

    async def members(self, label: str, most: int) -> list[str]:
        """Return the names of the people who have a label, ``most`` of them at most.

        Source: https://developers.google.com/people/api/rest/v1/contactGroups/get

        Raises:
            Busy, Refusal
        """
        asked = {"maxMembers": str(most), "groupFields": "memberCount,name"}
        try:
            return await self._get(f"/v1/{quote(label)}", asked, _members)
        except GoogleRefused as refused:
            if refused.parameters.get("status") == 404:
                raise GoogleLabelGone from None
            raise

    async def named(self, names: Sequence[str]) -> list[dict[str, Any]]:
        """Return people by their names, at most :data:`BATCH_SIZE`, still to be judged; those who
        are gone as the list of connections tells of them.

        Source: https://developers.google.com/people/api/rest/v1/people/getBatchGet

        Raises:
            Busy, PlaceForgotten, Refusal
        """
        asked: Asked = {"personFields": FIELDS, "resourceNames": list(names)}
        return await self._get("/v1/people:batchGet", asked, _named)

    async def total(self) -> int | None:
        """Return how many people there are, as far as Google says it."""
        asked = {"personFields": "metadata", "pageSize": "1"}
        return await self._get("/v1/people/me/connections", asked, lambda told: _page(told).total)

    async def labels(self) -> list[Label]:
        """Return the labels, and those of Google's own groups that people file others in.

        Raises:
            Busy, Refusal
        """
        found: dict[str, Label] = {}
        asked = {"pageSize": "1000", "groupFields": "groupType,memberCount,name"}
        seen: set[str] = set()
        while len(seen) < MAX_PAGES and len(found) < MAX_GROUPS:
            labels, token = await self._get("/v1/contactGroups", asked, _labels)
            found.update({each.name: each for each in labels})
            if not token:
                break
            if token in seen:
                raise GoogleUnreadable
            seen.add(token)
            asked = {**asked, "pageToken": token}
        return list(found.values())[:MAX_GROUPS]

    async def _get(self, path: str, asked: Asked, understand: Callable[[Any], T]) -> T:
        token = await self._access.authorize(None)
        try:
            body = await self._ask(path, asked, token)
        except NotSignedIn:
            token = await self._access.authorize(token)
            try:
                body = await self._ask(path, asked, token)
            except NotSignedIn:
                raise await self._access.refused() from None
        # Megabytes take a while: others are served meanwhile.
        return await asyncio.to_thread(lambda: understand(json_object(body)))

    async def _ask(self, path: str, asked: Asked, token: str) -> bytes:
        url = f"{settings().google_people_url}{path}"
        try:
            async with within_bounds():
                answer = await self._http.get(
                    url, params=asked, headers={"authorization": f"Bearer {token}"}
                )
        except GoogleUnreachable as refusal:
            raise Busy(refusal) from refusal
        require_good(answer.status_code, answer.headers, answer.content)
        return answer.content


def _page(told: dict[str, Any]) -> PeoplePage:
    total = count(told.get("totalItems"))
    return PeoplePage(
        objects(told.get("connections")),
        _token(told.get("nextPageToken")),
        _token(told.get("nextSyncToken")),
        count(told.get("totalPeople")) if total is None else total,
    )


def _members(told: dict[str, Any]) -> list[str]:
    names = told.get("memberResourceNames")
    found = [words(name, NAME_LENGTH) for name in names] if isinstance(names, list) else []
    return [name for name in dict.fromkeys(found) if name.startswith("people/")]


def _named(told: dict[str, Any]) -> list[dict[str, Any]]:
    people = []
    for each in objects(told.get("responses")):
        code = count(inner(each.get("status")).get("code")) or 0
        if code in _PASSING:
            raise Busy(GoogleBusy())
        if code == _NOT_FOUND:
            name = words(each.get("requestedResourceName"), NAME_LENGTH)
            people.append({"resourceName": name, "metadata": {"deleted": True}})
        elif not code and (person := inner(each.get("person"))):
            people.append(person)
    return people


def _token(value: object) -> str | None:
    """Return a token, which is asked with as it came.

    Raises:
        GoogleUnreadable: it is far too long to be one.
    """
    if isinstance(value, str) and len(value) > _TOKEN_LENGTH:
        raise GoogleUnreadable
    return words(value, _TOKEN_LENGTH) or None


def _labels(told: dict[str, Any]) -> tuple[list[Label], str | None]:
    found = []
    for each in objects(told.get("contactGroups")):
        name = words(each.get("resourceName"), TITLE_LENGTH)
        kind = _SYSTEM.get(name)
        if each.get("groupType") == "USER_CONTACT_GROUP":
            kind = LabelKind.LABEL
        title = words(each.get("name"), TITLE_LENGTH)
        if name and title and kind:
            found.append(Label(name, title, kind, count(each.get("memberCount")) or 0))
    return found, _token(told.get("nextPageToken"))
