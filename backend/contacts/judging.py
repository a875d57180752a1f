"""From drafts to what is stored, by rules that need no database: so another process can do it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from backend.contacts.cleaning import Cleaner
from backend.contacts.drafts import ContactDraft
from backend.contacts.errors import ContactEmpty
from backend.contacts.state import ContactState, with_values
from backend.core.errors import NotFound, Refusal, Refusals
from backend.custom_fields.rows import FieldRow


@dataclass(frozen=True, slots=True)
class Rules:
    """What an account holds new contacts against, its labels aside: country and custom fields."""

    country: str
    fields: Mapping[int, FieldRow]

    def hold_as(self, others: Rules) -> bool:
        """Whether a draft is judged alike by these and by others."""
        return self.country == others.country and self._kinds == others._kinds

    @property
    def _kinds(self) -> dict[int, tuple[str, str]]:
        return {key: (field.kind, field.name) for key, field in self.fields.items()}


@dataclass(frozen=True, slots=True)
class Judged:
    """What a draft without labels of its own makes, or every refusal of it."""

    state: ContactState | None
    refusals: tuple[Refusal, ...] = ()


def judge(draft: ContactDraft, rules: Rules, own_labels: Collection[int] = ()) -> ContactState:
    """Check a new contact. Since when its e-mails have their status is as the draft says.

    Raises:
        Refusals: every part that is refused, with its path in the draft.
    """
    cleaner = Cleaner(rules.country)
    state = ContactState(
        given_name=cleaner.name(draft.given_name, "givenName"),
        family_name=cleaner.name(draft.family_name, "familyName"),
        company=cleaner.name(draft.company, "company"),
        position=cleaner.name(draft.position, "position"),
        emails=tuple(cleaner.emails(draft.emails)),
        phones=cleaner.phones(draft.phones),
        addresses=cleaner.addresses(draft.addresses),
        label_ids=cleaner.label_ids(draft.label_ids),
        values=with_values((), cleaner.values(draft.custom_values, rules.fields)),
    )
    refusals = [*cleaner.refusals, *unknown_labels(state.label_ids, own_labels)]
    if not refusals and not state.display_name:
        refusals.append(ContactEmpty())
    Refusals.raise_if(refusals)
    return state


def judged(draft: ContactDraft, rules: Rules) -> Judged:
    """Check a new contact that brings no label by its id."""
    try:
        return Judged(judge(draft, rules))
    except Refusals as refused:
        return Judged(None, refused.refusals)


def unknown_labels(label_ids: Collection[int], own_labels: Collection[int]) -> list[Refusal]:
    """Return a refusal for each label that the account has not."""
    return [
        NotFound(("labelIds", str(place)))
        for place, label in enumerate(label_ids)
        if label not in own_labels
    ]
