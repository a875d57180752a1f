from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves')]

    initial = True

    operations = [
        ops.CreateModel(
            name='PrivacyRequest',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('kind', fields.CharField(max_length=10)),
                ('state', fields.CharField(max_length=12)),
                ('version', fields.IntField(default=1)),
                ('task', fields.IntField(default=0)),
                ('failures', fields.IntField(default=0)),
                ('details', fields.TextField(null=True, unique=False)),
                ('match_key', fields.CharField(null=True, max_length=64)),
                ('people', fields.IntField(default=0)),
                ('user_id', fields.BigIntField(null=True)),
                ('created_by', fields.CharField(max_length=200)),
                ('created_at', InstantField()),
                ('due_at', InstantField()),
                ('told', fields.SmallIntField(default=0)),
                ('erase_after', InstantField(null=True)),
                ('started_at', InstantField(null=True)),
                ('finished_at', InstantField(null=True)),
                ('expires_at', InstantField(null=True)),
                ('problem', fields.CharField(null=True, max_length=60)),
                ('file_key', fields.CharField(null=True, max_length=64)),
                ('file_bytes', fields.BigIntField(null=True)),
                ('certificate', fields.TextField(null=True, unique=False)),
            ],
            options={'table': 'privacy_request', 'app': 'privacy', 'indexes': [Index(fields=['account_id', 'id']), Index(fields=['account_id', 'match_key']), Index(fields=['state', 'due_at']), Index(fields=['state', 'erase_after'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='PrivacyRequestPerson',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account_id', fields.BigIntField()),
                ('request', fields.ForeignKeyField('privacy.PrivacyRequest', source_field='request_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
            ],
            options={'table': 'privacy_request_person', 'app': 'privacy', 'indexes': [Index(fields=['request_id', 'contact_id']), Index(fields=['contact_id', 'request_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
