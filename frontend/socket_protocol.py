"""Sockets as uvicorn speaks them, with three differences: windows of the interface remember more of
what they were sent, a handshake that cannot be read is answered, and the log says nothing of
addresses, headers and frames.
"""

from __future__ import annotations

import logging
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory
from websockets.http11 import Request

from frontend.app import SOCKET_PATH

HISTORY_BITS = 15
"""32 KiB of what was sent are looked back at, which a card and what came before it fit in: a card
that opens after another takes a third. It costs the server 112 KiB more for each window than
uvicorn's 12 bits, which sockets of other clients keep.
"""
QUESTION_BITS = 12
COMPRESSION = {"memLevel": 5}

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

    def data_received(self, data: bytes) -> None:
        """Take what the client sent; a line that is too long, say, ends the connection."""
        super().data_received(data)
        if self.conn.handshake_exc is not None and not self.handshake_initiated:
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()

    def handle_connect(self, event: Request) -> None:
        """Answer the request for a socket."""
        if self.conn.available_extensions and event.path.partition("?")[0] == SOCKET_PATH:
            self.conn.available_extensions = [_deflate()]
        super().handle_connect(event)


def _deflate() -> Any:
    return ServerPerMessageDeflateFactory(
        server_max_window_bits=HISTORY_BITS,
        client_max_window_bits=QUESTION_BITS,
        compress_settings=COMPRESSION,
    )
