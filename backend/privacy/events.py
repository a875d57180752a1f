"""What the history of an account keeps of privacy requests: never whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class AboutRequest(Fact):
    """``request`` is ``copy`` or ``erasure``."""

    subject_type: ClassVar[str] = "PrivacyRequest"

    request: str


@dataclass(frozen=True, slots=True)
class PrivacyRequestCreated(AboutRequest):
    """A person's request was written down."""

    kind: ClassVar[str] = "privacy_request.created"


@dataclass(frozen=True, slots=True)
class PrivacyRequestChanged(AboutRequest):
    """A request came to another state."""

    kind: ClassVar[str] = "privacy_request.changed"

    state: str


@dataclass(frozen=True, slots=True)
class PrivacyCopyDownloaded(AboutRequest):
    """The copy was fetched: by a link, or by the actor."""

    kind: ClassVar[str] = "privacy_request.downloaded"

    by_link: bool
