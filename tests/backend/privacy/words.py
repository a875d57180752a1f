"""The words that copies, their pages and the letters about requests are made of."""

from __future__ import annotations

import re
from pathlib import Path

from backend import privacy
from backend.domains import load_jobs
from backend.privacy import letters
from backend.privacy.copies import words as tables

_SPOKEN = re.compile(r'\bword\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')


def privacy_words() -> set[str]:
    """Every message that is chosen by a value, or given to a translation by another name."""
    load_jobs()
    found = {text for texts in letters.LETTERS.values() for text in texts}
    found |= {*letters.KINDS.values(), *tables.YES_NO.values()}
    for table in (
        tables.SECTIONS,
        tables.FIELDS,
        tables.VALUES,
        tables.KINDS,
        tables.SOURCES,
        tables.METHODS,
        tables.STAGES,
        tables.FREQUENCIES,
        tables.BOUNCES,
        tables.LANGUAGES,
    ):
        found |= set(table.values())
    found |= {word for words in tables.kinds().values() for word in words}
    return found | spoken(privacy.__path__[0])


def spoken(folder: str) -> set[str]:
    """Every message that modules and pages of a folder give to a function called ``word``."""
    return {
        "".join(_TEXT.findall(call))
        for kind in ("*.py", "*.html")
        for path in Path(folder).rglob(kind)
        for call in _SPOKEN.findall(path.read_text(encoding="utf-8"))
    }
