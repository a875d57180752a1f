"""The words of every refusal code of the API; a test holds this against the ErrorCode enum of schema.graphql."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from frontend.locale import t

Words = Callable[[Mapping[str, str]], str]

ERROR_WORDS: dict[str, Words] = {}
