"""Who of those chosen gets a letter, to which address; and why the others get none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from backend.campaigns.rules.kinds import ExclusionReason
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.mail_states import MailState


@dataclass(frozen=True, slots=True)
class Addressee:
    """A contact and the one address that the letter goes to."""

    contact_id: int
    address: str
    normalized: str


@dataclass(slots=True)
class Audience:
    """Those who get a letter, and by reason those who do not. An address is taken once: by whoever
    comes first.
    """

    taken: set[str] = field(default_factory=set)
    addressees: list[Addressee] = field(default_factory=list)
    excluded: dict[ExclusionReason, list[int]] = field(default_factory=dict)

    def judge(
        self,
        ids: Sequence[int],
        states: Mapping[int, Sequence[MailState]],
        unsubscribed: Collection[str],
        bounced: Collection[str],
    ) -> None:
        """Add some contacts, of whose addresses all is known."""
        for contact_id in ids:
            found = _judged(states.get(contact_id, ()), unsubscribed, bounced)
            if isinstance(found, ExclusionReason):
                self.excluded.setdefault(found, []).append(contact_id)
            elif found.normalized in self.taken:
                self.excluded.setdefault(ExclusionReason.DUPLICATE, []).append(contact_id)
            else:
                self.taken.add(found.normalized)
                self.addressees.append(Addressee(contact_id, found.address, found.normalized))

    @property
    def counts(self) -> dict[str, int]:
        """How many are excluded, by reason."""
        return {reason.value: len(ids) for reason, ids in self.excluded.items()}


def _judged(
    states: Sequence[MailState], unsubscribed: Collection[str], bounced: Collection[str]
) -> MailState | ExclusionReason:
    """Return the first address that may be written to, or the reason that is nearest to one."""
    if not states:
        return ExclusionReason.NO_EMAIL
    came_back = left = False
    for state in states:
        if state.status is SubscriptionStatus.UNSUBSCRIBED or state.normalized in unsubscribed:
            left = True
        elif state.status is SubscriptionStatus.SUBSCRIBED:
            if not state.has_bounced and state.normalized not in bounced:
                return state
            came_back = True
    if came_back:
        return ExclusionReason.BOUNCED
    return ExclusionReason.UNSUBSCRIBED if left else ExclusionReason.NEVER_SUBSCRIBED
