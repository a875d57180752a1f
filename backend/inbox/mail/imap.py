"""Reading a mailbox: connecting, what is new, one letter, and waiting for news.

The library's own client speaks the protocol; what is here bounds what a server may send, adds the
wait for news (RFC 2177), and connects to no host that may not be. All of it blocks: callers run it
in a thread of its own.
"""

from __future__ import annotations

import imaplib
import re
import select
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from backend.inbox.mail.hosts import connect, tls_context
from backend.inbox.mail.trouble import MailTrouble
from backend.inbox.mailboxes import MailServer
from backend.inbox.rules.kinds import MailProblem, MailSecurity

COMMAND_SECONDS = 30.0
"""Of silence; a server that never ends what it says has these:"""
WHOLE_SECONDS = 120.0
FETCH_SECONDS = 600.0
MAX_LETTER_BYTES = 30 * 1024 * 1024
PARTIAL_BYTES = 512 * 1024
"""What is read of a letter that is larger: its headers and most often its words."""
MAX_LITERAL_BYTES = MAX_LETTER_BYTES + 64 * 1024
MAX_ANSWER_BYTES = 2 * MAX_LITERAL_BYTES
"""Of all that is said to one command."""
MOST_AT_ONCE = 200
_NUMBER = re.compile(rb"\d+")
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_UID = re.compile(rb"\bUID (\d+)")


class _Client(imaplib.IMAP4):
    """The library's client over a socket of ours, that refuses to swallow without end."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._heard = 0
        super().__init__(server.host, server.port, timeout=COMMAND_SECONDS)

    def _create_socket(self, timeout: float | None) -> Any:
        opened = connect(self._server.host, self._server.port)
        opened.settimeout(timeout)
        try:
            if self._server.security is MailSecurity.TLS:
                return tls_context().wrap_socket(opened, server_hostname=self._server.host)
        except BaseException:
            opened.close()
            raise
        return opened

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        super().open(host, port, timeout)
        self._greeting = _ended_after(WHOLE_SECONDS, self.interrupt)
        self._greeting.start()

    def welcomed(self) -> None:
        """Say that the connection stands: what follows has times of its own."""
        self._greeting.cancel()

    def shutdown(self) -> None:
        self._greeting.cancel()
        super().shutdown()

    def interrupt(self) -> None:
        """Let whoever waits on the connection, in another thread, find it closed."""
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """End the connection when the block takes longer, however busily the server talks."""
        self._heard = 0
        clock = _ended_after(seconds, self.interrupt)
        clock.start()
        try:
            yield
        finally:
            clock.cancel()

    def read(self, size: int) -> bytes:
        self._count(size)
        if size > MAX_LITERAL_BYTES:
            raise self.abort(f"literal of {size} bytes")
        return super().read(size)

    def readline(self) -> bytes:
        line = super().readline()
        self._count(len(line))
        return line

    def _count(self, size: int) -> None:
        self._heard += size
        if self._heard > MAX_ANSWER_BYTES:
            raise self.abort(f"answer of more than {MAX_ANSWER_BYTES} bytes")


def _ended_after(seconds: float, end: Callable[[], None]) -> threading.Timer:
    clock = threading.Timer(seconds, end)
    clock.daemon = True
    return clock


@dataclass(frozen=True, slots=True)
class FolderState:
    """A folder as it was opened. Numbers of letters mean something under one validity only."""

    uid_validity: int
    next_uid: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """A letter of a folder. ``is_partial`` when only its beginning was read."""

    uid: int
    content: bytes
    is_partial: bool


class MailReader:
    """One signed-in connection to a mailbox. A context manager.

    Raises, in all it does:
        MailTrouble, OSError, imaplib.IMAP4.error
    """

    def __init__(self, server: MailServer) -> None:
        self._client = _Client(server)
        try:
            if server.security is MailSecurity.STARTTLS:
                self._client.starttls(tls_context())
            self._sign_in(server)
        except BaseException:
            # A certificate that is refused leaves no socket to shut.
            with suppress(OSError):
                self._client.shutdown()
            raise
        self._client.welcomed()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the connection, politely when it still answers."""
        with suppress(OSError, imaplib.IMAP4.error), self._client.within(4):
            self._client.sock.settimeout(2)
            self._client.logout()
        with suppress(OSError):  # signing out closes it too
            self._client.shutdown()

    def interrupt(self) -> None:
        """Let whoever waits on the connection, in another thread, find it closed."""
        self._client.interrupt()

    def _sign_in(self, server: MailServer) -> None:
        user, password = server.user or "", server.password or ""
        try:
            if "AUTH=PLAIN" in self._client.capabilities:  # takes letters beyond ASCII
                plain = f"\0{user}\0{password}".encode()
                self._client.authenticate("PLAIN", lambda _: plain)
            else:
                self._client.login(_quoted(user), password)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            raise MailTrouble(MailProblem.SIGN_IN_FAILED, _said(error)) from error

    @property
    def can_wait(self) -> bool:
        """Whether the server tells news by itself."""
        return "IDLE" in self._client.capabilities

    def open(self, folder: str) -> FolderState:
        """Open a folder, to read only."""
        with self._client.within(WHOLE_SECONDS):
            status, said = self._client.select(_quoted(_utf7(folder)), readonly=True)
        if status != "OK":
            raise MailTrouble(MailProblem.NO_FOLDER, _text(said))
        validity = _number(self._client.response("UIDVALIDITY")[1])
        if validity is None:
            raise MailTrouble(MailProblem.UNEXPECTED, "no UIDVALIDITY")
        return FolderState(validity, _number(self._client.response("UIDNEXT")[1]) or 0)

    def uids_after(self, last: int) -> list[int]:
        """Return the numbers of the letters that came after one, oldest first."""
        with self._client.within(WHOLE_SECONDS):
            status, found = self._client.uid("SEARCH", f"UID {last + 1}:*")
        if status != "OK":
            raise MailTrouble(MailProblem.UNEXPECTED, _text(found))
        words = b" ".join(each for each in found if isinstance(each, bytes)).split()
        # "n:*" names the last letter even where none is new.
        return sorted({int(word) for word in words if word.isdigit() and int(word) > last})

    def uids_since(self, day: str) -> list[int]:
        """Return the numbers of the letters that came on a day, as 22-Nov-2026, or after."""
        with self._client.within(WHOLE_SECONDS):
            status, found = self._client.uid("SEARCH", f"SINCE {day}")
        if status != "OK":
            raise MailTrouble(MailProblem.UNEXPECTED, _text(found))
        words = b" ".join(each for each in found if isinstance(each, bytes)).split()
        return sorted({int(word) for word in words if word.isdigit()})

    def fetch(self, uid: int) -> Fetched | None:
        """Return a letter, or how it begins when it is too large; None when it is gone."""
        size = self._size(uid)
        if size is None:
            return None
        is_partial = size > MAX_LETTER_BYTES
        wanted = f"BODY.PEEK[]<0.{PARTIAL_BYTES}>" if is_partial else "BODY.PEEK[]"
        with self._client.within(FETCH_SECONDS):
            status, found = self._client.uid("FETCH", str(uid), f"(UID {wanted})")
        if status != "OK":
            raise MailTrouble(MailProblem.UNEXPECTED, _text(found))
        for each in found or ():
            if isinstance(each, tuple):
                return Fetched(uid, bytes(each[1]), is_partial)
        return None

    def _size(self, uid: int) -> int | None:
        with self._client.within(WHOLE_SECONDS):
            status, found = self._client.uid("FETCH", str(uid), "(UID RFC822.SIZE)")
        if status != "OK":
            raise MailTrouble(MailProblem.UNEXPECTED, _text(found))
        for each in found or ():
            line = each[0] if isinstance(each, tuple) else each
            size = _SIZE.search(line or b"")
            if size is not None:
                return int(size.group(1))
        return None

    def wait(self, seconds: float) -> None:
        """Wait until the server tells any news, or a time is over."""
        with self._client.within(seconds + WHOLE_SECONDS):
            self._wait(seconds)

    def _wait(self, seconds: float) -> None:
        client = self._client
        tag = client._new_tag()
        client.send(tag + b" IDLE\r\n")
        line = client.readline()
        while not line.startswith((b"+", tag)):
            if not line:
                raise client.abort("connection lost")
            line = client.readline()
        if line.startswith(tag):
            raise MailTrouble(MailProblem.UNEXPECTED, _text([line]))
        pending = isinstance(client.sock, ssl.SSLSocket) and client.sock.pending()
        if not pending:
            select.select([client.sock], [], [], seconds)
        client.send(b"DONE\r\n")
        while not (line := client.readline()).startswith(tag):
            if not line:
                raise client.abort("connection lost")

    def noop(self) -> None:
        """Say that we are still there, and hear whether it is."""
        with self._client.within(WHOLE_SECONDS):
            self._client.noop()


def _number(found: Any) -> int | None:
    for each in found or ():
        digits = _NUMBER.search(each or b"")
        if digits is not None:
            return int(digits.group())
    return None


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _utf7(name: str) -> str:
    """Return a folder's name as the protocol writes it. Source: RFC 3501, section 5.1.3."""
    parts: list[str] = []
    for ascii_run, other in re.findall(r"([\x20-\x7e]+)|([^\x20-\x7e]+)", name):
        if ascii_run:
            parts.append(ascii_run.replace("&", "&-"))
        else:
            coded = other.encode("utf-7").decode("ascii")
            parts.append("&" + coded[1:].rstrip("-").replace("/", ",") + "-")
    return "".join(parts)


def _said(error: Exception) -> str:
    first = error.args[0] if error.args else ""
    return first.decode(errors="replace") if isinstance(first, bytes) else str(first)


def _text(found: Any) -> str:
    return " ".join(
        each.decode(errors="replace") for each in found or () if isinstance(each, bytes)
    )
