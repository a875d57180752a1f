"""What a list shows of an e-mail or a phone, in the index by contact: one look instead of two."""

from tortoise import migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("contacts", "0010_shelves")]

    operations = [
        ops.RemoveIndex(model_name="ContactEmail", fields=["contact_id", "position"]),
        ops.AddIndex(
            model_name="ContactEmail",
            index=Index(fields=["contact_id", "position", "id", "kind", "status", "address"]),
        ),
        ops.RemoveIndex(model_name="ContactPhone", fields=["contact_id", "position"]),
        ops.AddIndex(
            model_name="ContactPhone",
            index=Index(fields=["contact_id", "position", "id", "kind", "number", "e164"]),
        ),
    ]
