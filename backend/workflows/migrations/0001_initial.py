"""Workflows and all that is on them, with the indexes that Tortoise cannot say."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.contacts.columns import SortKeyField
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

ON_BOARD = "WHERE archived_at IS NULL AND deleted_at IS NULL AND hidden_at IS NULL"
ARCHIVED = "WHERE archived_at IS NOT NULL AND deleted_at IS NULL AND hidden_at IS NULL"

INDEXES = (
    f"CREATE INDEX card_on_board ON card (step_id, rank, id) {ON_BOARD}",
    f"CREATE INDEX card_worth ON card (step_id, currency, value_minor, account_id) {ON_BOARD}",
    f"CREATE INDEX card_due ON card (step_id, due_on) {ON_BOARD}",
    f"CREATE INDEX card_archived ON card (workflow_id, archived_at, id) {ARCHIVED}",
)


async def add_indexes(_: object, schema_editor: object) -> None:
    """Boards read what is on them: counts and sums of a step come from an index alone."""
    for statement in INDEXES:
        await schema_editor.client.execute_query(statement)  # type: ignore[attr-defined]


class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves'), ('files', '0003_newest_of_a_contact'), ('labels', '0001_initial')]

    initial = True

    operations = [
        ops.CreateModel(
            name='Workflow',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('name', fields.CharField(max_length=80)),
                ('position', fields.IntField()),
                ('version', fields.IntField(default=1)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'workflow', 'app': 'workflows', 'indexes': [Index(fields=['account_id', 'position']), Index(fields=['deleted_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='BoardViewer',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('workflow', fields.ForeignKeyField('workflows.Workflow', source_field='workflow_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('user', fields.ForeignKeyField('accounts.User', source_field='user_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('card_id', fields.BigIntField(null=True)),
                ('process', fields.CharField(max_length=32)),
                ('seen_at', InstantField()),
            ],
            options={'table': 'board_viewer', 'app': 'workflows', 'indexes': [Index(fields=['workflow_id', 'user_id']), Index(fields=['process']), Index(fields=['account_id']), Index(fields=['user_id']), Index(fields=['seen_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='WorkflowStep',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('workflow', fields.ForeignKeyField('workflows.Workflow', source_field='workflow_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('name', fields.CharField(max_length=80)),
                ('color', fields.CharField(max_length=10)),
                ('kind', fields.CharField(max_length=10)),
                ('position', fields.IntField()),
                ('stale_after_days', fields.IntField(null=True)),
                ('version', fields.IntField(default=1)),
                ('created_at', InstantField()),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'workflow_step', 'app': 'workflows', 'indexes': [Index(fields=['workflow_id', 'position']), Index(fields=['account_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Automation',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('workflow', fields.ForeignKeyField('workflows.Workflow', source_field='workflow_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('step', fields.ForeignKeyField('workflows.WorkflowStep', source_field='step_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('trigger', fields.CharField(max_length=30)),
                ('action', fields.CharField(max_length=30)),
                ('parameters', fields.TextField(unique=False)),
                ('enabled', fields.BooleanField(default=True)),
                ('version', fields.IntField(default=1)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'automation', 'app': 'workflows', 'indexes': [Index(fields=['workflow_id', 'id']), Index(fields=['step_id']), Index(fields=['account_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Card',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('workflow', fields.ForeignKeyField('workflows.Workflow', source_field='workflow_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('step', fields.ForeignKeyField('workflows.WorkflowStep', source_field='step_id', db_constraint=True, to_field='id', on_delete=OnDelete.NO_ACTION)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('assignee', fields.ForeignKeyField('accounts.User', source_field='assignee_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('rank', SortKeyField(unique=False)),
                ('title', fields.CharField(null=True, max_length=300)),
                ('title_key', fields.TextField(unique=False)),
                ('value_minor', fields.BigIntField(null=True)),
                ('currency', fields.CharField(null=True, max_length=3)),
                ('due_on', fields.CharField(null=True, max_length=10)),
                ('lost_reason', fields.CharField(null=True, max_length=300)),
                ('step_entered_at', InstantField()),
                ('checklist_done', fields.IntField(default=0)),
                ('checklist_total', fields.IntField(default=0)),
                ('version', fields.IntField(default=1)),
                ('moved_version', fields.IntField(default=1)),
                ('edited_version', fields.IntField(default=1)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('archived_at', InstantField(null=True)),
                ('deleted_at', InstantField(null=True)),
                ('hidden_at', InstantField(null=True)),
            ],
            options={'table': 'card', 'app': 'workflows', 'indexes': [Index(fields=['account_id']), Index(fields=['step_id', 'rank']), Index(fields=['contact_id']), Index(fields=['workflow_id']), Index(fields=['assignee_id']), Index(fields=['deleted_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='AutomationRun',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('automation', fields.ForeignKeyField('workflows.Automation', source_field='automation_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('card', fields.ForeignKeyField('workflows.Card', source_field='card_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('sequence', fields.BigIntField()),
                ('outcome', fields.CharField(max_length=30)),
                ('ran_at', InstantField()),
            ],
            options={'table': 'automation_run', 'app': 'workflows', 'unique_together': (('automation', 'card', 'sequence'),), 'indexes': [Index(fields=['card_id']), Index(fields=['account_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CardContact',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('card', fields.ForeignKeyField('workflows.Card', source_field='card_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
            ],
            options={'table': 'card_contact', 'app': 'workflows', 'unique_together': (('card', 'contact'),), 'indexes': [Index(fields=['contact_id', 'card_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CardFile',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('card', fields.ForeignKeyField('workflows.Card', source_field='card_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('file', fields.ForeignKeyField('files.StoredFile', source_field='file_id', db_constraint=True, to_field='id', on_delete=OnDelete.NO_ACTION)),
                ('name', fields.CharField(max_length=255)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'card_file', 'app': 'workflows', 'indexes': [Index(fields=['card_id', 'id']), Index(fields=['account_id']), Index(fields=['file_id']), Index(fields=['deleted_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CardItem',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('card', fields.ForeignKeyField('workflows.Card', source_field='card_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('text', fields.CharField(max_length=500)),
                ('done_at', InstantField(null=True)),
                ('done_by', fields.CharField(null=True, max_length=200)),
                ('rank', SortKeyField(unique=False)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'card_item', 'app': 'workflows', 'indexes': [Index(fields=['card_id', 'rank']), Index(fields=['account_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CardLabel',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('card', fields.ForeignKeyField('workflows.Card', source_field='card_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('label', fields.ForeignKeyField('labels.Label', source_field='label_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
            ],
            options={'table': 'card_label', 'app': 'workflows', 'unique_together': (('card', 'label'),), 'indexes': [Index(fields=['label_id', 'card_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CardNote',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('card', fields.ForeignKeyField('workflows.Card', source_field='card_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('text', fields.TextField(unique=False)),
                ('version', fields.IntField(default=1)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'card_note', 'app': 'workflows', 'indexes': [Index(fields=['card_id', 'id']), Index(fields=['account_id']), Index(fields=['deleted_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CardStay',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('workflow_id', fields.BigIntField()),
                ('card', fields.ForeignKeyField('workflows.Card', source_field='card_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('step', fields.ForeignKeyField('workflows.WorkflowStep', source_field='step_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('entered_at', InstantField()),
                ('entered_by', fields.CharField(max_length=200)),
                ('left_at', InstantField(null=True)),
                ('left_rank', fields.TextField(null=True, unique=False)),
            ],
            options={'table': 'card_stay', 'app': 'workflows', 'indexes': [Index(fields=['card_id', 'left_at']), Index(fields=['step_id', 'left_at']), Index(fields=['workflow_id', 'entered_at']), Index(fields=['account_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.RunPython(add_indexes),
    ]
