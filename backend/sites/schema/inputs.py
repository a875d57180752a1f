"""What mutations of sites take, and answer."""

from __future__ import annotations

import strawberry

from backend.core.graphql import Payload
from backend.core.graphql.optional import given
from backend.sites.schema.types import Site, SiteChecks
from backend.sites.service import UNSET, SiteChanges, SiteDraft


@strawberry.input
class CreateSiteInput:
    """A new site."""

    address: str = strawberry.field(
        description="Where it is: http or https, without a password; https where no scheme is "
        "written. At most 2,000 characters."
    )
    name: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="What it is called, at most 120 characters; its host when left out.",
    )
    dashboard_url: str | None = strawberry.field(
        default=strawberry.UNSET, description="Where it is looked after."
    )
    editor_url: str | None = strawberry.field(
        default=strawberry.UNSET, description="Where it is edited."
    )
    contact_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The contact that it belongs to at once, if any."
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first site. Not blank, at most "
        "200 characters.",
    )

    def to_draft(self) -> SiteDraft:
        """Return the domain's draft."""
        return SiteDraft(
            self.address, given(self.name), given(self.dashboard_url), given(self.editor_url)
        )


@strawberry.input
class UpdateSiteInput:
    """A change of a site; what is left out stays."""

    id: strawberry.ID = strawberry.field(description="Which site.")
    version: int = strawberry.field(description="The version that the change started from.")
    name: str | None = strawberry.field(
        default=strawberry.UNSET, description="Its new name; its host when null."
    )
    address: str | None = strawberry.field(
        default=strawberry.UNSET, description="Where it is from now on."
    )
    dashboard_url: str | None = strawberry.field(
        default=strawberry.UNSET, description="Where it is looked after; null for nowhere."
    )
    editor_url: str | None = strawberry.field(
        default=strawberry.UNSET, description="Where it is edited; null for nowhere."
    )

    def to_changes(self) -> SiteChanges:
        """Return the domain's changes."""
        address = given(self.address)
        return SiteChanges(
            UNSET if self.name is strawberry.UNSET else self.name,
            UNSET if address is None else address,
            UNSET if self.dashboard_url is strawberry.UNSET else self.dashboard_url,
            UNSET if self.editor_url is strawberry.UNSET else self.editor_url,
        )


@strawberry.input
class DeleteSiteInput:
    """The site to delete."""

    id: strawberry.ID = strawberry.field(description="Which site.")


@strawberry.input
class RestoreSiteInput:
    """The deleted site to bring back."""

    id: strawberry.ID = strawberry.field(description="Which site.")


@strawberry.input
class LinkSitesInput:
    """Sites that belong to a contact."""

    contact_id: strawberry.ID = strawberry.field(description="Which contact.")
    site_ids: list[strawberry.ID] = strawberry.field(description="Which sites; at most 100.")


@strawberry.input
class UnlinkSiteInput:
    """A site that belongs to a contact no longer."""

    contact_id: strawberry.ID = strawberry.field(description="Which contact.")
    site_id: strawberry.ID = strawberry.field(description="Which site.")


@strawberry.input
class SetSiteChecksInput:
    """Whether the account's sites are looked at every day."""

    enabled: bool = strawberry.field(description="Whether they are.")


@strawberry.type
class CreateSitePayload(Payload):
    """What making a site answers."""

    site: Site | None = strawberry.field(default=None, description="The new site.")


@strawberry.type
class UpdateSitePayload(Payload):
    """What changing a site answers."""

    site: Site | None = strawberry.field(default=None, description="The site as it is now.")
    conflict: Site | None = strawberry.field(
        default=None,
        description="What somebody else saved meanwhile; beside the error STALE_VERSION.",
    )


@strawberry.type
class DeleteSitePayload(Payload):
    """What deleting a site answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The site that is gone; `restoreSite` takes it back for 30 days."
    )


@strawberry.type
class RestoreSitePayload(Payload):
    """What restoring a site answers."""

    site: Site | None = strawberry.field(default=None, description="The site as it is now.")


@strawberry.type
class LinkSitesPayload(Payload):
    """What linking sites answers."""

    sites: list[Site] = strawberry.field(
        default_factory=list, description="All sites of the contact now, by name."
    )


@strawberry.type
class UnlinkSitePayload(Payload):
    """What unlinking a site answers."""

    sites: list[Site] = strawberry.field(
        default_factory=list, description="All sites of the contact now, by name."
    )


@strawberry.type
class SetSiteChecksPayload(Payload):
    """What turning the daily checks on or off answers."""

    site_checks: SiteChecks | None = strawberry.field(default=None, description="As they are now.")
