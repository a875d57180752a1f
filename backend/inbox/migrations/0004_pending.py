"""The few messages that have not left yet, found without a walk over the rest."""

from tortoise import migrations
from tortoise.migrations import operations as ops

INDEX = "CREATE INDEX message_pending ON message (account_id) WHERE state IN ('queued', 'sending')"


async def add_index(_: object, schema_editor: object) -> None:
    """Tortoise cannot say that an index is of some rows only."""
    await schema_editor.client.execute_query(INDEX)  # type: ignore[attr-defined]


class Migration(migrations.Migration):
    dependencies = [('inbox', '0003_files')]

    initial = False

    operations = [ops.RunPython(add_index)]
