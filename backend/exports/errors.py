"""Refusals of exports."""

from __future__ import annotations

from backend.core.errors import Refusal


class ExportExpired(Refusal):
    """The link is not ours, or too old: ask for another."""

    code = "EXPORT_EXPIRED"


class ExportNotYours(Refusal):
    """The link was made for somebody else, or in another account than the one that is open."""

    code = "EXPORT_NOT_YOURS"
