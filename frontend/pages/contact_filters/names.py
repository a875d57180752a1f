"""What a filter's ids are called in this account: labels, custom fields, saved filters, actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.contact_filters.conditions import Condition, Group
from frontend.pages.contact_filters.fields import CustomKey, custom_key
from frontend.pages.contact_filters.jobs import Jobs, job_name, jobs_of
from frontend.pages.contact_filters.segments import Segments, segments_of
from frontend.pages.contact_parts.fields import Fields, fields_of
from frontend.pages.contact_parts.labels import Labels, labels_of
from frontend.session import current_session

Named = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Names:
    """Labels, custom fields, saved filters and actions on many by their global ids."""

    labels: Named = field(default_factory=dict)
    fields: Named = field(default_factory=dict)
    segments: Named = field(default_factory=dict)
    jobs: Named = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        labels: Sequence[Mapping[str, Any]] = (),
        fields: Sequence[Mapping[str, Any]] = (),
        segments: Sequence[Mapping[str, Any]] = (),
        jobs: Sequence[Mapping[str, Any]] = (),
    ) -> Names:
        """Return the names of what the account has."""
        known = (labels, fields, segments, jobs)
        return cls(*({item["id"]: item for item in items} for items in known))

    def label(self, label_id: str) -> str:
        known = self.labels.get(label_id)
        return known["name"] if known else t("a deleted label")

    def custom_field(self, field_id: str) -> str:
        known = self.fields.get(field_id)
        return known["name"] if known else t("A deleted field")

    def segment(self, segment_id: str) -> str:
        known = self.segments.get(segment_id)
        return known["name"] if known else t("a deleted filter")

    def job(self, job_id: str) -> str:
        known = self.jobs.get(job_id)
        return job_name(known) if known else t("an earlier action")

    def typed(self, group: Group) -> Group:
        """Return a filter with the true types of its custom fields: a saved one that only asks
        whether there is a value does not tell them.
        """
        parts = (self._typed(p) if isinstance(p, Condition) else p for p in group.parts)
        return replace(group, parts=tuple(parts))

    def _typed(self, condition: Condition) -> Condition:
        custom = custom_key(condition.field)
        known = self.fields.get(custom.id) if custom else None
        if custom is None or known is None or known["kind"].lower() == custom.kind:
            return condition
        return replace(condition, field=str(CustomKey(known["kind"].lower(), custom.id)))


def use_names(*, needed: bool = True) -> Names:
    """Return what the labels, custom fields, saved filters and actions are called, as the window
    knows them. Where they are not needed they are not followed, and there are none.
    """
    session = current_session()
    pick = None if needed else _nothing
    labels: Labels | None = use_store(labels_of(session), pick)
    fields: Fields | None = use_store(fields_of(session), pick)
    segments: Segments | None = use_store(segments_of(session), pick)
    jobs: Jobs | None = use_store(jobs_of(session), pick)
    return Names.of(labels or (), fields or (), segments or (), jobs or ())


def _nothing(known: object) -> None:
    """Pick nothing of a store, whatever it holds."""
