"""Letters of mail servers about a letter: which one, and whether it came back for good or for now.

Source: RFC 3464 for reports in parts; for all else, what the servers of qmail, Exim and Exchange
write. Nobody is believed for an address that a report names: only for the ids that it quotes.
"""

from __future__ import annotations

import re
from email.message import Message

from backend.inbox.mail.headers import raw_header
from backend.inbox.mail.received import Report
from backend.inbox.mail.trouble import shown_detail
from backend.inbox.rules.limits import MESSAGE_ID_LENGTH
from backend.inbox.rules.verdicts import Verdict, verdict_of

_QUOTED = re.compile(rb"<([^<>\s@]{1,%d}@[^<>\s@]{1,255})>" % MESSAGE_ID_LENGTH)
_SENDERS = re.compile(r"\b(?:mailer-daemon|postmaster)@", re.IGNORECASE)
MOST_IDS = 200
SEARCHED_BYTES = 1_000_000
"""Of a report: what it quotes of the letter stands after a page or two of words."""
_WORDS_LENGTH = 20_000


def report_of(letter: Message, content: bytes) -> Report | None:
    """Return what a letter says came back; None when it says nothing of the kind, or that it is
    still being tried.
    """
    found = _of_parts(letter) if letter.get_content_type() == "multipart/report" else None
    if found is None and not _has_status(letter) and _is_from_a_server(letter):
        found = _of_words(letter)
    if found is None:
        return None
    ids = dict.fromkeys(
        each.decode("ascii", "replace") for each in _first_ids(content[:SEARCHED_BYTES])
    )
    verdict, said = found
    return Report(verdict, shown_detail(said), tuple(ids)) if ids else None


def _first_ids(content: bytes) -> list[bytes]:
    found: list[bytes] = []
    for match in _QUOTED.finditer(content):
        found.append(match[1])
        if len(found) >= MOST_IDS:
            break
    return found


def _parts_of(letter: Message) -> list[Message]:
    payload: object = letter.get_payload()
    if not isinstance(payload, list):
        return []
    return [each for each in payload if isinstance(each, Message)]


def _has_status(letter: Message) -> bool:
    return any(part.get_content_type() == "message/delivery-status" for part in _parts_of(letter))


def _of_parts(letter: Message) -> tuple[Verdict, str] | None:
    """Return the worst that a report in parts says of any recipient."""
    worst: tuple[Verdict, str] | None = None
    for part in _parts_of(letter):
        if part.get_content_type() != "message/delivery-status":
            continue
        for block in _parts_of(part):
            if raw_header(block, "Action").lower() != "failed":
                continue
            status, said = raw_header(block, "Status"), raw_header(block, "Diagnostic-Code")
            # A status of x.0.0 says nothing; what the server said then may.
            verdict = verdict_of(said if status.endswith(".0.0") and verdict_of(said) else status)
            verdict = verdict or verdict_of(said) or Verdict.HARD
            if worst is None or verdict is Verdict.HARD:
                worst = verdict, said.partition(";")[2].strip() or said or status
            if verdict is Verdict.HARD:
                return worst
    return worst


def _is_from_a_server(letter: Message) -> bool:
    if letter.get("X-Failed-Recipients") is not None:
        return True
    return raw_header(letter, "Return-Path") == "<>" or bool(
        _SENDERS.search(raw_header(letter, "From"))
    )


def _of_words(letter: Message) -> tuple[Verdict, str] | None:
    """Return what the first code in the words of a report means."""
    for part in (letter, *_parts_of(letter)):
        if part.get_content_maintype() != "text":
            continue
        payload = part.get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
        words = raw[:_WORDS_LENGTH].decode("utf-8", "replace")
        for line in words.splitlines():
            if verdict := verdict_of(line):
                return verdict, line
        break
    is_failed = letter.get("X-Failed-Recipients") is not None
    return (Verdict.HARD, raw_header(letter, "Subject")) if is_failed else None
