"""The database: Tortoise for writing, ``read`` for reading.

dialect, pools, reading      one SQL text for both databases; read connections
readers                      threads that read SQLite, and the line before them
together                     statements of several coroutines on one trip
sqlite_client, asyncpg_client, guard   transactions that survive cancellation
connect, migrate             opening; guarded migrations
"""

from backend.core.database.connect import connect, disconnect
from backend.core.database.dialect import Dialect, placeholders, to_postgres
from backend.core.database.reading import read

__all__ = ["Dialect", "connect", "disconnect", "placeholders", "read", "to_postgres"]
