"""Only deleted tasks are looked up by when that was: an index of all would be taken for other reads."""

from tortoise import migrations
from tortoise.migrations import operations as ops

DELETED = "CREATE INDEX task_deleted ON task (deleted_at) WHERE deleted_at IS NOT NULL"


async def add_index(_: object, schema_editor: object) -> None:
    """Tortoise cannot say a partial index."""
    await schema_editor.client.execute_query(DELETED)  # type: ignore[attr-defined]


class Migration(migrations.Migration):
    dependencies = [("tasks", "0001_initial")]

    operations = [
        ops.RemoveIndex(model_name="Task", fields=["deleted_at"]),
        ops.RunPython(add_index),
    ]
