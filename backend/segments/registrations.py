"""What other domains may ask about saved filters: whom they choose."""

from __future__ import annotations

from backend.contacts.mentions import MentionedIn, mentions
from backend.contacts.saved import saved_filters
from backend.segments.service.rewriting import fold_names_anew
from backend.segments.service.saved import read_filters

saved_filters.register("segments", read_filters)
mentions.register(
    "segments", MentionedIn("segment", ("name", "definition"), rewritten=fold_names_anew)
)
