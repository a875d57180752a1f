"""Which program wrote a file, as far as its headers tell."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from backend.imports.folding import fold


class FileFormat(StrEnum):
    """The programs whose files are told apart; all others' files are read too."""

    CARNET = "carnet"
    GOOGLE = "google"
    GOOGLE_LEGACY = "google_legacy"
    OUTLOOK = "outlook"
    VCARD = "vcard"
    """Cards of any program, made a table."""
    OTHER = "other"


def recognise_format(header: Iterable[str]) -> FileFormat:
    """Tell which program wrote a header row."""
    names = {fold(name) for name in header}
    if "carnet id" in names:
        return FileFormat.CARNET
    if names & {"yomi name", "group membership", "email 1 type", "phone 1 type"} and (
        names & {"email 1 value", "phone 1 value", "given name"}
    ):
        return FileFormat.GOOGLE_LEGACY
    if names & {"phonetic first name", "email 1 value", "phone 1 value"}:
        return FileFormat.GOOGLE
    if "email address" in names and names & {"business phone", "business street", "home street"}:
        return FileFormat.OUTLOOK
    return FileFormat.OTHER
