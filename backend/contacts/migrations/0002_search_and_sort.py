"""The indexes that Tortoise cannot say: one per sort over the rows that are not deleted, the trash,
and the search by pieces of three letters."""

from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops

SORT_INDEXES = (
    "CREATE INDEX contact_by_given_name ON contact (account_id, given_key, id) "
    "WHERE deleted_at IS NULL",
    "CREATE INDEX contact_by_family_name ON contact (account_id, family_key, id) "
    "WHERE deleted_at IS NULL",
    "CREATE INDEX contact_by_company ON contact (account_id, company_key, id) "
    "WHERE deleted_at IS NULL",
    "CREATE INDEX contact_by_last_activity ON contact (account_id, last_activity_at, id) "
    "WHERE deleted_at IS NULL",
    "CREATE INDEX contact_by_created ON contact (account_id, created_at, id) "
    "WHERE deleted_at IS NULL",
    "CREATE INDEX contact_in_trash ON contact (account_id, deleted_at) "
    "WHERE deleted_at IS NOT NULL",
    "CREATE INDEX contact_by_deletion ON contact (deletion_id) WHERE deletion_id IS NOT NULL",
)

# The index is over another table's text, and written beside it by the service: a trigger would make
# FTS5 flush at each row, four times the time. Text is folded already: no case to be blind to.
SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE contact_search_index USING fts5(text, content='contact_search', "
    "content_rowid='id', tokenize='trigram case_sensitive 1', columnsize=0)",
)

# btree_gin lets the account stand in one index with the text.
POSTGRES_SEARCH = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE EXTENSION IF NOT EXISTS btree_gin",
    "CREATE INDEX contact_search_index ON contact_search USING gin (scope, text gin_trgm_ops)",
)


async def create_indexes(_: object, schema_editor: Any) -> None:
    """Run the statements of the database at hand, one by one: a script would end the transaction."""
    is_sqlite = schema_editor.client.capabilities.dialect == "sqlite"
    for statement in (*SORT_INDEXES, *(SQLITE_SEARCH if is_sqlite else POSTGRES_SEARCH)):
        await schema_editor.client.execute_query(statement)


class Migration(migrations.Migration):
    dependencies = [("contacts", "0001_initial")]

    operations = [ops.RunPython(create_indexes)]
