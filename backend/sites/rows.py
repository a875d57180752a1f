"""Sites as reads return them: light objects, one per row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.core.clock import from_micros
from backend.core.ids import GlobalId
from backend.sites.addresses import host_of
from backend.sites.checking.outcome import SiteProblem

SITE_COLUMNS = (
    "site.id, site.name, site.folded_name, site.address, site.dashboard_url, site.editor_url, "
    "site.version, site.created_at, site.updated_at, site.updated_by, site.checked_at, "
    "site.problem, site.http_status, site.certificate_until"
)


@dataclass(slots=True)
class SiteRow:
    """A site, its first fields in the order of :data:`SITE_COLUMNS`.

    ``contact_count`` is there only where it was wanted.
    """

    pk: int
    name: str
    folded_name: str
    address: str
    dashboard_url: str | None
    editor_url: str | None
    version: int
    created_micros: int
    updated_micros: int
    updated_by: str
    checked_micros: int
    problem_name: str | None
    http_status: int | None
    certificate_micros: int | None
    contact_count: int = 0

    id = GlobalId("Site", "pk")
    """The global id."""

    @property
    def host(self) -> str:
        """The host, as people say it."""
        return host_of(self.address)

    @property
    def created_at(self) -> datetime:
        """When it was added."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When it was changed last."""
        return from_micros(self.updated_micros)

    @property
    def checked_at(self) -> datetime | None:
        """When it was looked at last."""
        return from_micros(self.checked_micros) if self.checked_micros else None

    @property
    def problem(self) -> SiteProblem | None:
        """What was wrong then."""
        return None if self.problem_name is None else SiteProblem(self.problem_name)

    @property
    def certificate_until(self) -> datetime | None:
        """Until when its certificate is good."""
        return None if self.certificate_micros is None else from_micros(self.certificate_micros)
