from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('contacts', '0009_consents'), ('privacy', '0001_initial')]

    initial = False

    operations = [
        ops.CreateModel(
            name='PrivacyDownload',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account_id', fields.BigIntField()),
                ('request', fields.ForeignKeyField('privacy.PrivacyRequest', source_field='request_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('by_link', fields.BooleanField()),
                ('downloaded_by', fields.CharField(default='', max_length=200)),
                ('at', InstantField()),
            ],
            options={'table': 'privacy_download', 'app': 'privacy', 'indexes': [Index(fields=['request_id', 'id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='PrivacyLetter',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account_id', fields.BigIntField()),
                ('request', fields.ForeignKeyField('privacy.PrivacyRequest', source_field='request_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('message_id', fields.BigIntField(unique=True)),
                ('at', InstantField()),
                ('sent_by', fields.CharField(max_length=200)),
            ],
            options={'table': 'privacy_letter', 'app': 'privacy', 'indexes': [Index(fields=['request_id', 'id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='PrivacyLink',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account_id', fields.BigIntField()),
                ('request', fields.ForeignKeyField('privacy.PrivacyRequest', source_field='request_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('token_hash', fields.CharField(unique=True, max_length=64)),
                ('sealed_token', fields.TextField(unique=False)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('revoked_at', InstantField(null=True)),
            ],
            options={'table': 'privacy_link', 'app': 'privacy', 'indexes': [Index(fields=['request_id', 'revoked_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
