"""Now, as the one who acts sees it."""

from __future__ import annotations

from backend.accounts.service.people import whereabouts
from backend.core.clock import now
from backend.core.permissions import Actor
from backend.tasks.due import Moment


async def moment_of(actor: Actor) -> Moment:
    """Return now in the actor's time zone, and the language that they write first of all."""
    place = await whereabouts(actor)
    return Moment(now(), place.zone, place.locale)
