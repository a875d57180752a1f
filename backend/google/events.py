"""What the history of an account keeps of its people's Google accounts.

Without their e-mail addresses: who connected what is theirs alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class GoogleAccountConnected(Fact):
    kind: ClassVar[str] = "google.connected"
    subject_type: ClassVar[str] = "GoogleAccount"

    user_id: int


@dataclass(frozen=True, slots=True)
class GoogleAccountDisconnected(Fact):
    kind: ClassVar[str] = "google.disconnected"
    subject_type: ClassVar[str] = "GoogleAccount"

    user_id: int


@dataclass(frozen=True, slots=True)
class GoogleAccountRevoked(Fact):
    """Google no longer lets Carnet in."""

    kind: ClassVar[str] = "google.revoked"
    subject_type: ClassVar[str] = "GoogleAccount"

    user_id: int
