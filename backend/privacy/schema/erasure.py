"""What is asked about erasures, and their confirmation."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.core.errors import NotFound
from backend.core.graphql import Info, mutation, query
from backend.core.permissions import Permission
from backend.privacy.erasures import USUAL_DELAY_HOURS
from backend.privacy.errors import NobodyChosen, WrongRequestState
from backend.privacy.schema.erasure_types import ErasurePreview
from backend.privacy.schema.fields import answer, request_key
from backend.privacy.schema.inputs import PrivacyRequestPayload
from backend.privacy.service.preview import preview_erasure
from backend.privacy.service.start_erasure import start_erasure

_MANAGE = Permission.MANAGE_PRIVACY


@strawberry.input
class StartErasureInput:
    """An erasure that is to begin."""

    id: strawberry.ID = strawberry.field(description="Which request.")
    typed: str = strawberry.field(
        description="The person's name, typed: `words` of the preview, whatever its case."
    )
    delay_hours: int = strawberry.field(
        default=USUAL_DELAY_HOURS,
        description="For how many hours it can still be cancelled: 1 to 48. It begins sooner where "
        "the request is due before, but not within the hour.",
    )


@strawberry.type
class ErasureQuery:
    """What is asked about erasures."""

    @query(
        _MANAGE,
        description="What an erasure would take, end and leave; null when its people are not "
        "confirmed, or it is done already.",
    )
    async def erasure_preview(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which request.")],
    ) -> ErasurePreview | None:
        try:
            found = await preview_erasure(info.context.actor, request_key(id))
        except (NotFound, NobodyChosen, WrongRequestState):
            return None
        return cast(ErasurePreview, found)


@strawberry.type
class ErasureMutation:
    """What can be done about erasures; `cancelPrivacyRequest` calls one off."""

    @mutation(
        _MANAGE,
        description="Confirm an erasure by typing the person's name. It waits, and can be "
        "cancelled, before it begins.",
    )
    async def start_erasure(self, info: Info, input: StartErasureInput) -> PrivacyRequestPayload:
        verb = start_erasure(
            info.context.actor,
            request_key(input.id),
            input.typed,
            delay_hours=input.delay_hours,
        )
        return await answer(info, verb)
