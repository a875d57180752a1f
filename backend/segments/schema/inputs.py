"""What mutations of saved filters take, and answer."""

from __future__ import annotations

import strawberry

from backend.contacts.schema.filters import ContactFilter, ContactSortInput, sort_of
from backend.core.graphql import Payload
from backend.core.graphql.optional import given
from backend.core.graphql.plain import plain
from backend.segments.rules import SegmentVisibility
from backend.segments.schema.types import Segment
from backend.segments.service import UNSET, SegmentChanges, SegmentDraft
from backend.segments.service.drafts import SavedSort


def _sort(chosen: ContactSortInput) -> SavedSort:
    return SavedSort(plain(chosen), sort_of(chosen))


@strawberry.input
class CreateSegmentInput:
    """A filter to save."""

    name: str = strawberry.field(description="At most 80 characters.")
    filter: ContactFilter = strawberry.field(description="Which contacts.")
    sort: ContactSortInput | None = strawberry.field(
        default=strawberry.UNSET, description="The order to show them in, if it is to be saved."
    )
    columns: list[str] | None = strawberry.field(
        default=strawberry.UNSET,
        description="The columns to show, if they are to be saved, as the client names them; 150 "
        "at most.",
    )
    visibility: SegmentVisibility = strawberry.field(
        default=SegmentVisibility.PRIVATE, description="Who sees it; only oneself by default."
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first saved filter. Not blank, "
        "at most 200 characters.",
    )

    def to_draft(self) -> SegmentDraft:
        """Return the domain's draft."""
        sort = given(self.sort)
        return SegmentDraft(
            self.name,
            plain(self.filter),
            _sort(sort) if sort else None,
            given(self.columns),
            self.visibility,
        )


@strawberry.input
class UpdateSegmentInput:
    """A change of a saved filter; what is left out stays."""

    id: strawberry.ID = strawberry.field(description="Which saved filter.")
    version: int = strawberry.field(description="The version that the change started from.")
    name: str | None = strawberry.field(default=strawberry.UNSET, description="Its new name.")
    filter: ContactFilter | None = strawberry.field(
        default=strawberry.UNSET, description="Which contacts from now on."
    )
    sort: ContactSortInput | None = strawberry.field(
        default=strawberry.UNSET, description="The order to show them in; null forgets it."
    )
    columns: list[str] | None = strawberry.field(
        default=strawberry.UNSET, description="The columns to show; null forgets them."
    )
    visibility: SegmentVisibility | None = strawberry.field(
        default=strawberry.UNSET,
        description="Who sees it from now on; its owner alone decides that.",
    )

    def to_changes(self) -> SegmentChanges:
        """Return the domain's changes. A null that cannot be kept leaves as it is."""
        name, chosen, visibility = given(self.name), given(self.filter), given(self.visibility)
        sort = given(self.sort)
        return SegmentChanges(
            UNSET if name is None else name,
            UNSET if chosen is None else plain(chosen),
            UNSET if self.sort is strawberry.UNSET else (_sort(sort) if sort else None),
            UNSET if self.columns is strawberry.UNSET else self.columns,
            UNSET if visibility is None else visibility,
        )


@strawberry.input
class DeleteSegmentInput:
    """The saved filter to delete."""

    id: strawberry.ID = strawberry.field(description="Which saved filter.")


@strawberry.input
class RestoreSegmentInput:
    """The deleted saved filter to bring back."""

    id: strawberry.ID = strawberry.field(description="Which saved filter.")


@strawberry.type
class CreateSegmentPayload(Payload):
    """What saving a filter answers."""

    segment: Segment | None = strawberry.field(default=None, description="The saved filter.")


@strawberry.type
class UpdateSegmentPayload(Payload):
    """What changing a saved filter answers."""

    segment: Segment | None = strawberry.field(default=None, description="As it is now.")


@strawberry.type
class DeleteSegmentPayload(Payload):
    """What deleting a saved filter answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The one that is gone; `restoreSegment` takes it back."
    )


@strawberry.type
class RestoreSegmentPayload(Payload):
    """What restoring a saved filter answers."""

    segment: Segment | None = strawberry.field(default=None, description="As it is now.")
