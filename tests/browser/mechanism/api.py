"""An API in memory: what the interface's mechanism needs of the real one, and a state that the
tests alter.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from frontend.client import Credentials, Result

VIEWER: dict[str, Any] = {
    "user": {
        "id": "u1",
        "name": "Demo Person",
        "email": "demo@example.org",
        "locale": "en",
        "theme": "SYSTEM",
        "timeZone": "Europe/Paris",
    },
    "account": {
        "id": "a1",
        "name": "Studio Demo",
        "country": "FR",
        "locale": "en",
        "timeZone": "Europe/Paris",
        "currency": "EUR",
    },
    "role": "OWNER",
    "permissions": ["READ", "WRITE_CONTACTS"],
    "cursor": "0",
}


class MemoryApi:
    """Drafts and a viewer. `fail_next` makes the next operation answer an error."""

    def __init__(self, viewer: dict[str, Any] | None = VIEWER) -> None:
        self.viewer = viewer
        self.drafts: dict[str, Any] = {}
        self.fail_next: str | None = None
        self.delay_seconds = 0.0

    async def execute(
        self,
        credentials: Credentials,
        document: str,
        variables: dict[str, Any],
        *,
        operation_name: str | None = None,
    ) -> Result:
        if self.delay_seconds and operation_name != "CurrentViewer":
            await asyncio.sleep(self.delay_seconds)
        if self.fail_next == operation_name:
            self.fail_next = None
            return {
                "errors": [
                    {
                        "message": "masked",
                        "extensions": {"code": "UNEXPECTED", "requestId": "req-77"},
                    }
                ]
            }
        return {"data": self._answer(operation_name or "", variables)}

    def _answer(self, name: str, variables: dict[str, Any]) -> dict[str, Any]:
        if name == "CurrentViewer":
            return {"viewer": self.viewer}
        if name == "ListMemberships":
            account = {"id": "a1", "name": "Studio Demo"}
            return {
                "viewer": {"accounts": [{"account": account, "role": "OWNER", "current": True}]}
            }
        if name == "ListNotifications":
            none: dict[str, Any] = {"edges": []}
            return {
                "viewer": {"cursor": "0"},
                "unreadNotificationCount": 0,
                "notifications": none,
            }
        if name == "FindContacts":
            return {"contacts": {"edges": []}}
        if name == "ReadDraft":
            draft = self.drafts.get(variables["key"])
            return {"viewer": {"draft": draft}}
        if name == "SaveDraft":
            given = variables["input"]
            self.drafts[given["key"]] = {
                "value": given["value"],
                "updatedAt": "2026-11-22T10:00:00Z",
            }
            return {"saveDraft": {"draft": {"updatedAt": "2026-11-22T10:00:00Z"}, "errors": []}}
        if name == "DiscardDraft":
            self.drafts.pop(variables["input"]["key"], None)
            return {"discardDraft": {"errors": []}}
        raise KeyError(name)

    async def subscribe(
        self,
        credentials: Credentials,
        document: str,
        variables: dict[str, Any],
        *,
        operation_name: str | None = None,
    ) -> AsyncIterator[Result]:
        await asyncio.Event().wait()
        yield {}
