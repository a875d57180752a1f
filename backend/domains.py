"""The domains in stack order: each may use those before it, never those after."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec

DOMAINS = (
    "core",
    "accounts",
    "labels",
    "custom_fields",
    "contacts",
    "files",
    "duplicates",
    "segments",
    "notifications",
    "tasks",
    "inbox",
    "notes",
    "sites",
    "campaigns",
    "billing",
    "marketplace",
    "workflows",
    "exports",
    "imports",
    "privacy",
    "google",
)
"""Folders with tables, in the order in which their migrations run."""


@cache
def load_jobs() -> None:
    """Import every domain's jobs, so that their handlers and schedules are registered."""
    for domain in DOMAINS:
        for module in ("jobs", "registrations"):
            name = f"backend.{domain}.{module}"
            if find_spec(name) is not None:
                import_module(name)
