"""The words for what the API refuses, and what is done with what goes wrong."""

from __future__ import annotations

import logging
from urllib.parse import quote
from uuid import uuid4

from frontend.client import OperationFailed, SignedOut, UserError
from frontend.error_words import ERROR_WORDS
from frontend.locale import t
from frontend.session import Session, session_or_none

logger = logging.getLogger(__name__)

SENT_BY_THE_WINDOW = frozenset({"BAD_USER_INPUT", "FORBIDDEN", "NOT_FOUND", "RATE_LIMITED"})
LONGEST_TOLD = 200


def explain(error: UserError) -> str:
    """Return the words of a refusal in the reader's language. An unknown code gets general ones,
    with the code.
    """
    parameters = {item["name"]: item["value"] for item in error.get("parameters") or ()}
    try:
        return ERROR_WORDS[error["code"]](parameters)
    except KeyError:
        return t("This was refused ({code}).", code=error["code"])


def report(error: BaseException, session: Session | None = None) -> str | None:
    """Log what went wrong and tell the user, with the request id to quote. Returns that id.

    A session that is over is no mistake: the window goes to the sign-in page, which says so, and
    comes back afterwards.
    """
    session = session or session_or_none()
    if isinstance(error, SignedOut):
        if session is not None:
            session.end(sign_in_url(session) + "&ended=1")
        return None
    request_id = log_error(error)
    if session is not None:
        session.toasts.show(_words(error), kind="error", request_id=request_id)
    return request_id


def log_error(error: BaseException) -> str:
    """Log an exception under a request id, the API's own where it gave one, and return that id.

    A value that the API did not take is told in a line: windows can be made to send any.
    """
    request_id = getattr(error, "request_id", None) or uuid4().hex[:12]
    if isinstance(error, OperationFailed) and error.code in SENT_BY_THE_WINDOW:
        told = error.message[:LONGEST_TOLD]
        logger.warning("Refused, request %s: %s: %s", request_id, error.code, told)
        return str(request_id)
    logger.error("Interface error, request %s: %s", request_id, error, exc_info=error)
    return str(request_id)


def _words(error: BaseException) -> str:
    if isinstance(error, OperationFailed) and error.code == "RATE_LIMITED":
        return t("Too many requests. Wait a moment and try again.")
    return t("Something went wrong. Try again.")


def sign_in_url(session: Session) -> str:
    """Return the way to the sign-in page, and from there back to where the window is."""
    return "/sign-in?next=" + quote(session.location.value.url, safe="")
