"""What other domains may ask about saved filters: whom they choose."""

from __future__ import annotations

from backend.contacts.saved import saved_filters
from backend.segments.service.saved import read_filters

saved_filters.register("segments", read_filters)
