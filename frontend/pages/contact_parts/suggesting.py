"""Companies, positions and cities that the book has by now, offered where one types one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from frontend.client import OperationFailed
from frontend.components.suggest import Suggesting
from frontend.errors import log_error
from frontend.operations import load
from frontend.session import current_session

SUGGESTED: Mapping[str, str] = {"company": "COMPANY", "position": "POSITION", "city": "CITY"}
"""The fields of which texts are offered, as the API calls them."""


def suggesting(field: str) -> Suggesting | None:
    """Return what finds texts of a field, None for a field of which none are offered."""
    asked, session = SUGGESTED.get(field), current_session()
    if asked is None:
        return None

    async def search(typed: str) -> Sequence[str]:
        values = {"field": asked, "startsWith": typed}
        try:
            data = await session.client.run(load("contacts/suggest_texts"), values)
        except OperationFailed as error:
            log_error(error)  # one goes on typing all the same
            return ()
        return tuple(data["contactSuggestions"])

    return search
