"""What can go wrong with a mail server, told the same way whatever raised it."""

from __future__ import annotations

import imaplib
import socket
import ssl

import aiosmtplib

from backend.inbox.rules.kinds import MailProblem
from backend.inbox.rules.limits import DETAIL_LENGTH


class MailTrouble(Exception):
    """A mail server could not be used. ``is_passing``: it may go better later."""

    def __init__(self, problem: MailProblem, detail: str = "", *, is_passing: bool = False) -> None:
        super().__init__(problem.value, detail)
        self.problem = problem
        self.detail = shown_detail(detail)
        self.is_passing = is_passing


def shown_detail(text: str) -> str:
    """Return what a server said in one line of letters that can be shown."""
    line = " ".join(text.split())
    return "".join(c for c in line if c.isprintable())[:DETAIL_LENGTH]


def trouble_of(error: BaseException) -> MailTrouble:
    """Return what an exception of a connection means."""
    match error:
        case MailTrouble():
            return error
        case aiosmtplib.SMTPResponseException():
            return _answered(error)
        case _ if (refusal := _tls_error(error)) is not None:
            return MailTrouble(MailProblem.TLS_FAILED, str(refusal))
        case socket.gaierror():
            passing = error.errno == socket.EAI_AGAIN
            return MailTrouble(MailProblem.HOST_UNKNOWN, is_passing=passing)
        case TimeoutError():
            return MailTrouble(MailProblem.TIMED_OUT, is_passing=True)
        case OSError() | EOFError() | aiosmtplib.SMTPServerDisconnected() | imaplib.IMAP4.abort():
            return MailTrouble(MailProblem.UNREACHABLE, str(error), is_passing=True)
        case aiosmtplib.SMTPException():
            return MailTrouble(MailProblem.UNEXPECTED, str(error))
        case _:
            return MailTrouble(MailProblem.UNEXPECTED, str(error), is_passing=True)


def _tls_error(error: BaseException | None) -> ssl.SSLError | None:
    # aiosmtplib says of a certificate that is refused only that it could not connect.
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__
    return error


def _answered(error: aiosmtplib.SMTPResponseException) -> MailTrouble:
    said = f"{error.code} {error.message}"
    if error.code < 500:
        return MailTrouble(MailProblem.TRY_LATER, said, is_passing=True)
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return MailTrouble(MailProblem.SIGN_IN_FAILED, said)
    return MailTrouble(MailProblem.UNEXPECTED, said)
