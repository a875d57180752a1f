"""What a check can find."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SiteProblem(StrEnum):
    """What is wrong with a site; the first that is met."""

    UNKNOWN_DOMAIN = "unknown_domain"
    PRIVATE_ADDRESS = "private_address"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_INVALID = "certificate_invalid"
    CERTIFICATE_EXPIRING = "certificate_expiring"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    BAD_ANSWER = "bad_answer"
    HTTP_ERROR = "http_error"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found; ``problem`` is None when all is well."""

    problem: SiteProblem | None = None
    http_status: int | None = None
    certificate_until: datetime | None = None


class CheckFailed(Exception):
    """A check ends here."""

    def __init__(self, problem: SiteProblem) -> None:
        super().__init__(problem)
        self.problem = problem
