"""Tasks and the secret addresses of calendars, with the indexes that Tortoise cannot say."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

OPEN = "WHERE completed_at IS NULL AND deleted_at IS NULL"
COMPLETED = "WHERE completed_at IS NOT NULL AND deleted_at IS NULL"

INDEXES = (
    f"CREATE INDEX task_open ON task (account_id, due_order, id) {OPEN}",
    f"CREATE INDEX task_open_of_assignee ON task (account_id, assignee_id, due_order, id) {OPEN}",
    f"CREATE INDEX task_open_of_contact ON task (contact_id, due_order, id) {OPEN}",
    f"CREATE INDEX task_completed ON task (account_id, completed_at, id) {COMPLETED}",
    f"CREATE INDEX task_completed_of_contact ON task (contact_id, completed_at, id) {COMPLETED}",
)


async def add_indexes(_: object, schema_editor: object) -> None:
    """Lists read what is open, or completed: indexes of the others would only cost."""
    for statement in INDEXES:
        await schema_editor.client.execute_query(statement)  # type: ignore[attr-defined]


class Migration(migrations.Migration):
    dependencies = [('accounts', '0002_access'), ('contacts', '0008_moves')]

    initial = True

    operations = [
        ops.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('user', fields.ForeignKeyField('accounts.User', source_field='user_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('token_hash', fields.CharField(unique=True, max_length=64)),
                ('sealed_token', fields.TextField(unique=False)),
                ('created_at', InstantField()),
                ('read_at', InstantField(null=True)),
            ],
            options={'table': 'calendar_feed', 'app': 'tasks', 'unique_together': (('account_id', 'user_id'),), 'indexes': [Index(fields=['user_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Task',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('assignee', fields.ForeignKeyField('accounts.User', source_field='assignee_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('title', fields.CharField(max_length=300)),
                ('due_on', fields.CharField(null=True, max_length=10)),
                ('due_at', InstantField(null=True)),
                ('due_order', fields.BigIntField(default=1000000000)),
                ('remind_at', InstantField(null=True)),
                ('reminded_at', InstantField(null=True)),
                ('completed_at', InstantField(null=True)),
                ('completed_by', fields.CharField(null=True, max_length=200)),
                ('version', fields.IntField(default=1)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'task', 'app': 'tasks', 'indexes': [Index(fields=['contact_id']), Index(fields=['assignee_id']), Index(fields=['deleted_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.RunPython(add_indexes),
    ]
