"""The search by pieces of three letters, as the contacts have it."""

from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops

SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE message_search_index USING fts5(text, content='message_search', "
    "content_rowid='id', tokenize='trigram case_sensitive 1', columnsize=0)",
)
POSTGRES_SEARCH = (
    "CREATE INDEX message_search_index ON message_search USING gin (scope, text gin_trgm_ops)",
)


async def create_index(_: object, schema_editor: Any) -> None:
    """Run the statement of the database at hand."""
    is_sqlite = schema_editor.client.capabilities.dialect == "sqlite"
    for statement in SQLITE_SEARCH if is_sqlite else POSTGRES_SEARCH:
        await schema_editor.client.execute_query(statement)


class Migration(migrations.Migration):
    dependencies = [("inbox", "0001_initial")]

    operations = [ops.RunPython(create_index)]
