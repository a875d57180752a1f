"""Google accounts and fetches as reads return them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import orjson

from backend.core.clock import from_micros
from backend.core.ids import encode_id
from backend.core.secrets import unseal

ACCOUNT_COLUMNS = (
    "id, account_id, user_id, subject, email, sealed_refresh, sealed_access, access_until, people, "
    "labels, labels_at, connected_at"
)
FETCH_COLUMNS = (
    "id, account_id, contact_import_id, google_account_id, label, since, page, next_since, seen, "
    "pages, gathered_bytes, restarts, failures, task, read_at, members, changed_after"
)
EVERYBODY = ""
"""The label that stands for all contacts."""


class LabelKind(StrEnum):
    """What a label at Google is."""

    EVERYBODY = "everybody"
    LABEL = "label"
    STARRED = "starred"
    FRIENDS = "friends"
    FAMILY = "family"
    COWORKERS = "coworkers"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at Google: ``name`` is the API's, ``title`` people's; ``count`` how many have it."""

    name: str
    title: str
    kind: LabelKind
    count: int | None


@dataclass(frozen=True)
class GoogleAccountRow:
    """A connected account, in the order of :data:`ACCOUNT_COLUMNS`."""

    pk: int
    account_id: int
    user_id: int
    subject: str
    email: str
    sealed_refresh: str | None = field(repr=False)
    sealed_access: str | None = field(repr=False)
    access_micros: int
    people: int | None
    labels_text: str | None
    labels_micros: int | None
    connected_micros: int

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("GoogleAccount", self.pk)

    @property
    def is_connected(self) -> bool:
        """Whether Google let Carnet in, the last time it was asked."""
        return self.sealed_refresh is not None

    @property
    def refresh_token(self) -> str | None:
        """The token that gets others; None where there is none, or the server's key is another."""
        return _opened(self.sealed_refresh)

    @property
    def access_token(self) -> str | None:
        """The token that was got last."""
        return _opened(self.sealed_access)

    @property
    def access_until(self) -> datetime:
        """When that is over."""
        return from_micros(self.access_micros)

    @property
    def labels(self) -> list[Label]:
        """Its labels as they were told last; nothing before that."""
        told = orjson.loads(self.labels_text) if self.labels_text else []
        return [Label(**{**each, "kind": LabelKind(each["kind"])}) for each in told]

    @property
    def labels_at(self) -> datetime | None:
        """When they were told."""
        return None if self.labels_micros is None else from_micros(self.labels_micros)

    @property
    def connected_at(self) -> datetime:
        """When it was connected, the last time."""
        return from_micros(self.connected_micros)


@dataclass(frozen=True, slots=True)
class FetchRow:
    """What an import fetches, in the order of :data:`FETCH_COLUMNS`."""

    pk: int
    account_id: int
    import_id: int
    google_account_id: int | None
    label: str
    since: str | None
    page: str | None
    next_since: str | None
    seen_text: str
    pages: int
    gathered_bytes: int
    restarts: int
    failures: int
    task: int
    read_micros: int | None
    members_text: str | None = None
    changed_micros: int | None = None

    @property
    def members(self) -> list[str] | None:
        """The people to ask for by name; None where everybody is read."""
        return None if self.members_text is None else orjson.loads(self.members_text)

    @property
    def changed_after(self) -> datetime | None:
        """Since when who was changed is wanted; None for everybody."""
        return None if self.changed_micros is None else from_micros(self.changed_micros)

    @property
    def seen(self) -> list[str]:
        """The hashes of the page tokens so far."""
        found: list[str] = orjson.loads(self.seen_text)
        return found


@dataclass(frozen=True, slots=True)
class EarlierFetch:
    """The last import of a label that changes can be counted from: when it began, and its token,
    None where its people were asked for by name.
    """

    label: str
    began_at: datetime
    since: str | None


def dump_labels(labels: Sequence[Label]) -> str:
    """Return labels as JSON."""
    return orjson.dumps(labels).decode()


def _opened(sealed: str | None) -> str | None:
    try:
        return None if sealed is None else unseal(sealed).decode()
    except ValueError:
        return None
