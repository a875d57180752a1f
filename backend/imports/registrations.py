"""What imports do at the end of what other domains do."""

from __future__ import annotations

from backend.contacts.service.undo import undone
from backend.imports.service.undo import settle_undone

undone.register("imports", settle_undone)
