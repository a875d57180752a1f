"""Sockets as uvicorn speaks them, with four differences: windows of the interface remember more of
what they were sent, what many are sent is compressed once, a handshake that cannot be read is
answered, and the log says nothing of addresses, headers and frames.
"""

from __future__ import annotations

import logging
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request
from websockets.protocol import State

from frontend.app import SOCKET_PATH
from frontend.passing_deflate import PassingDeflate, passing_deflate_factory
from frontend.shared_texts import SharedText, framed
from frontend.window_deflate import WindowDeflate, window_deflate_factory

SHARED = "carnet.shared"
"""Beside the text of a message that other sockets are sent too: what has its bytes as ``plain``,
and compressed, looking back at nothing before them, as ``packed``."""

logger = logging.getLogger(__name__)
# uvicorn tells of every socket's address at info, and of its headers and frames at debug: cookies,
# letters' tokens and what people type.
logger.setLevel(logging.WARNING)


class SocketProtocol(WebSocketsSansIOProtocol):
    """uvicorn's protocol, with a longer history for the windows of the interface."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.logger = logger
        self.conn.logger = logger
        self.conn.debug = False
        self._deflate: WindowDeflate | None = None
        self._passing: PassingDeflate | None = None

    def data_received(self, data: bytes) -> None:
        """Take what the client sent; a line that is too long, say, ends the connection."""
        super().data_received(data)
        if self.conn.handshake_exc is not None and not self.handshake_initiated:
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()

    def handle_connect(self, event: Request) -> None:
        """Answer the request for a socket."""
        if self.conn.available_extensions:
            is_window = event.path.partition("?")[0] == SOCKET_PATH
            factory = window_deflate_factory() if is_window else passing_deflate_factory()
            self.conn.available_extensions = [factory]
        super().handle_connect(event)
        for extension in self.conn.extensions:
            if isinstance(extension, WindowDeflate):
                self._deflate = extension
            elif isinstance(extension, PassingDeflate):
                self._passing = extension

    async def send(self, message: Any) -> None:
        """Send what the application says; what many windows are sent goes out as it was framed."""
        text = message.get("text")
        if type(text) is SharedText and self._deflate is not None:
            await self.writable.wait()
            if not self.disconnected and self.conn.state is State.OPEN:
                self._deflate.pass_by(text.plain)
                self.transport.write(text.frame)
                return
        shared = message.get(SHARED)
        if shared is not None:
            await self.writable.wait()
            if not self.disconnected and self.conn.state is State.OPEN and not self.close_sent:
                self.transport.write(self._frame(shared))
                return
        await super().send(message)

    def _frame(self, shared: Any) -> bytes:
        if not self.conn.extensions:
            return framed(shared.plain, is_compressed=False)
        if self._passing is not None and self._passing.takes_shared:
            self._passing.pass_by()
            return framed(shared.packed, is_compressed=True)
        self.conn.send_text(shared.plain)
        return b"".join(self.conn.data_to_send())
