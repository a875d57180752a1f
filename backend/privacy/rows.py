"""A request as reads return it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from backend.contacts.rows import ContactRow
from backend.core.clock import from_micros
from backend.core.ids import encode_id
from backend.privacy.details import Details, unseal_details
from backend.privacy.erasures import Certificate
from backend.privacy.rules import RequestKind, RequestState

REQUEST_COLUMNS = (
    "id, account_id, kind, state, version, task, failures, details, people, user_id, created_by, "
    "created_at, due_at, told, erase_after, started_at, finished_at, expires_at, problem, "
    "file_key, file_bytes, certificate"
)


@dataclass
class RequestRow:
    """A request, its first fields in the order of :data:`REQUEST_COLUMNS`.

    ``contact_keys`` are the contacts of the person that are still there.
    """

    pk: int
    account_id: int
    kind_name: str
    state_name: str
    version: int
    task: int
    failures: int
    sealed_details: str | None
    contact_count: int
    user_id: int | None
    created_by: str
    created_micros: int
    due_micros: int
    told: int
    erase_after_micros: int | None
    started_micros: int | None
    finished_micros: int | None
    expires_micros: int | None
    problem: str | None
    file_key: str | None
    file_bytes: int | None
    certificate_text: str | None
    contact_keys: Sequence[int] = ()
    contacts: list[ContactRow] = field(default_factory=list)
    copy: Any = None
    """What is known of the archive, where that was asked for."""

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("PrivacyRequest", self.pk)

    @property
    def kind(self) -> RequestKind:
        """What is asked for."""
        return RequestKind(self.kind_name)

    @property
    def state(self) -> RequestState:
        """Where it stands."""
        return RequestState(self.state_name)

    @cached_property
    def details(self) -> Details | None:
        """What was given; None once the person is erased."""
        return unseal_details(self.sealed_details)

    @property
    def created_at(self) -> datetime:
        """When it was written down."""
        return from_micros(self.created_micros)

    @property
    def due_at(self) -> datetime:
        """When it is to be done."""
        return from_micros(self.due_micros)

    @property
    def erase_after(self) -> datetime | None:
        """When an erasure that was confirmed begins."""
        return _instant(self.erase_after_micros)

    @property
    def started_at(self) -> datetime | None:
        """When the work began."""
        return _instant(self.started_micros)

    @property
    def finished_at(self) -> datetime | None:
        """When it was done or called off."""
        return _instant(self.finished_micros)

    @property
    def expires_at(self) -> datetime | None:
        """When the archive of a copy goes."""
        return _instant(self.expires_micros)

    @cached_property
    def certificate(self) -> Certificate | None:
        """What an erasure did; None before it is done."""
        if self.certificate_text is None or self.state is not RequestState.DONE:
            return None
        return Certificate.restore(self.certificate_text)


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)
