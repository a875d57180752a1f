"""What imports do at the end of what other domains do, and what they hold of contacts."""

from __future__ import annotations

from backend.contacts.service.undo import undone
from backend.core.registry import PersonalData, personal_data
from backend.imports.service.privacy import erase_from_imports, gather_imports
from backend.imports.service.undo import settle_undone

undone.register("imports", settle_undone)
personal_data.register(
    "imports",
    PersonalData(
        name="imports",
        tables=("contact_import",),
        gather=gather_imports,
        erase=erase_from_imports,
    ),
)
