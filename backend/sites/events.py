"""What happened to sites, as the log keeps it. Links belong to a contact's story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.contacts.events import AboutContact
from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class SiteCreated(Fact):
    kind: ClassVar[str] = "site.created"
    subject_type: ClassVar[str] = "Site"

    name: str


@dataclass(frozen=True, slots=True)
class SiteUpdated(Fact):
    """``fields`` are the schema's names of what changed."""

    kind: ClassVar[str] = "site.updated"
    subject_type: ClassVar[str] = "Site"

    version: int
    name: str
    fields: list[str]


@dataclass(frozen=True, slots=True)
class SiteDeleted(Fact):
    kind: ClassVar[str] = "site.deleted"
    subject_type: ClassVar[str] = "Site"

    name: str


@dataclass(frozen=True, slots=True)
class SiteRestored(Fact):
    kind: ClassVar[str] = "site.restored"
    subject_type: ClassVar[str] = "Site"

    name: str


@dataclass(frozen=True, slots=True)
class SiteLinked(AboutContact):
    kind: ClassVar[str] = "site.linked"
    subject_type: ClassVar[str] = "Site"

    title: str


@dataclass(frozen=True, slots=True)
class SiteUnlinked(AboutContact):
    kind: ClassVar[str] = "site.unlinked"
    subject_type: ClassVar[str] = "Site"

    title: str


@dataclass(frozen=True, slots=True)
class SiteChecked(Fact):
    """A check found another thing than the last one did; ``problem`` is None when all is well."""

    kind: ClassVar[str] = "site.checked"
    subject_type: ClassVar[str] = "Site"

    name: str
    problem: str | None
    http_status: int | None


@dataclass(frozen=True, slots=True)
class SiteChecksTurned(Fact):
    """The account's daily checks were turned on or off; the subject is the account."""

    kind: ClassVar[str] = "account.site_checks_turned"
    subject_type: ClassVar[str] = "Account"

    enabled: bool
