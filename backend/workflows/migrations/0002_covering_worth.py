"""All that counts and sums of a step ask for stands in their index: no card is read for them."""

from tortoise import migrations
from tortoise.migrations import operations as ops

ON_BOARD = "WHERE archived_at IS NULL AND deleted_at IS NULL AND hidden_at IS NULL"
STATEMENTS = (
    "DROP INDEX card_worth",
    # SQLite 3.40 looks up what a partial index has only in its condition.
    "CREATE INDEX card_worth ON card (step_id, currency, value_minor, account_id, "
    f"archived_at, deleted_at, hidden_at) {ON_BOARD}",
)


async def widen_index(_: object, schema_editor: object) -> None:
    """Put the columns of the condition into the index too."""
    for statement in STATEMENTS:
        await schema_editor.client.execute_query(statement)  # type: ignore[attr-defined]


class Migration(migrations.Migration):
    dependencies = [("workflows", "0001_initial")]

    operations = [ops.RunPython(widen_index)]
