from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves'), ('files', '0002_attachments')]

    initial = True

    operations = [
        ops.CreateModel(
            name='Project',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('source', fields.CharField(max_length=100)),
                ('lead_id', fields.CharField(max_length=200)),
                ('title', fields.CharField(max_length=200)),
                ('description', fields.TextField(null=True, unique=False)),
                ('budget_minor', fields.BigIntField(null=True)),
                ('currency', fields.CharField(null=True, max_length=3)),
                ('deadline', fields.CharField(null=True, max_length=10)),
                ('status', fields.CharField(max_length=10)),
                ('created_at', InstantField()),
                ('updated_at', InstantField()),
            ],
            options={'table': 'project', 'app': 'marketplace', 'unique_together': (('account_id', 'source', 'lead_id'),), 'indexes': [Index(fields=['contact_id', 'id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='ProjectFile',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('project', fields.ForeignKeyField('marketplace.Project', source_field='project_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('attachment', fields.ForeignKeyField('files.Attachment', source_field='attachment_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
            ],
            options={'table': 'project_file', 'app': 'marketplace', 'indexes': [Index(fields=['project_id']), Index(fields=['attachment_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
