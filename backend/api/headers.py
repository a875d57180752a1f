"""Headers that every answer of the server carries unless it set its own."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # For what is not a page; pages send the policy that lets their own scripts run.
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
}
STRICT_TRANSPORT = "max-age=31536000; includeSubDomains"


class SecurityHeaders:
    """Adds what is missing. ``secure``: people reach this server by https only."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        chosen = {**HEADERS, "strict-transport-security": STRICT_TRANSPORT} if secure else HEADERS
        self._headers = [(name.encode(), value.encode()) for name, value in chosen.items()]
        self._names = frozenset(name for name, _ in self._headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message.get("headers", ())
                own = self._names.intersection([name.lower() for name, _ in headers])
                added = [each for each in self._headers if each[0] not in own] if own else None
                message["headers"] = [*headers, *(added or self._headers)]
            await send(message)

        await self._app(scope, receive, send_with_headers)
