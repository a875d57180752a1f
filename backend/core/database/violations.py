"""Constraints that a statement of ours broke, whichever database says so."""

from __future__ import annotations

import sqlite3

import asyncpg

UNIQUE_VIOLATIONS = (sqlite3.IntegrityError, asyncpg.UniqueViolationError)
"""What to catch around a unit of work whose INSERT or UPDATE may lose a race for a unique value."""
