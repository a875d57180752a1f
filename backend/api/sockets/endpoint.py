"""The handshake: whose page asks, and which protocol it speaks."""

from __future__ import annotations

from starlette.websockets import WebSocket

from backend.api.execution import Engine
from backend.api.origins import Origins
from backend.api.sockets.connection import Connection
from backend.api.sockets.messages import PROTOCOL, Close


class SocketEndpoint:
    """Accepts sockets of our own pages, of named origins, and of what is not a browser."""

    def __init__(self, engine: Engine, origins: Origins) -> None:
        self._engine = engine
        self._origins = origins

    async def serve(self, socket: WebSocket) -> None:
        """Serve one socket, or refuse it with HTTP 403 or close code 4406."""
        if not self._origins.trusts(socket):
            await socket.close(Close.POLICY_VIOLATION)
            return
        if PROTOCOL not in socket.scope.get("subprotocols", ()):
            await socket.accept()
            await socket.close(Close.SUBPROTOCOL, "Subprotocol not acceptable")
            return
        await Connection(self._engine, socket).serve()
