from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('imports', '0003_fetched')]

    initial = True

    operations = [
        ops.CreateModel(
            name='GoogleAccount',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('user', fields.ForeignKeyField('accounts.User', source_field='user_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('subject', fields.CharField(max_length=255)),
                ('email', fields.CharField(max_length=320)),
                ('sealed_refresh', fields.TextField(null=True, unique=False)),
                ('sealed_access', fields.TextField(null=True, unique=False)),
                ('access_until', InstantField(default=0)),
                ('people', fields.IntField(null=True)),
                ('labels', fields.TextField(null=True, unique=False)),
                ('labels_at', InstantField(null=True)),
                ('connected_at', InstantField()),
            ],
            options={'table': 'google_account', 'app': 'google', 'unique_together': (('account_id', 'user_id', 'subject'),), 'indexes': [Index(fields=['user_id']), Index(fields=['subject'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='GoogleFetch',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('contact_import', fields.OneToOneField('imports.ContactImport', source_field='contact_import_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('google_account', fields.ForeignKeyField('google.GoogleAccount', source_field='google_account_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('label', fields.CharField(max_length=200)),
                ('since', fields.TextField(null=True, unique=False)),
                ('page', fields.TextField(null=True, unique=False)),
                ('next_since', fields.TextField(null=True, unique=False)),
                ('seen', fields.TextField(unique=False)),
                ('pages', fields.IntField(default=0)),
                ('gathered_bytes', fields.BigIntField(default=0)),
                ('restarts', fields.IntField(default=0)),
                ('failures', fields.IntField(default=0)),
                ('task', fields.IntField(default=1)),
                ('began_at', InstantField()),
                ('read_at', InstantField(null=True)),
            ],
            options={'table': 'google_fetch', 'app': 'google', 'indexes': [Index(fields=['account_id']), Index(fields=['google_account_id', 'label', 'id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='GoogleSignIn',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('user', fields.ForeignKeyField('accounts.User', source_field='user_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('session_id', fields.BigIntField()),
                ('state_hash', fields.CharField(unique=True, max_length=64)),
                ('sealed_verifier', fields.TextField(unique=False)),
                ('nonce', fields.CharField(max_length=64)),
                ('expires_at', InstantField()),
            ],
            options={'table': 'google_sign_in', 'app': 'google', 'indexes': [Index(fields=['account_id']), Index(fields=['user_id']), Index(fields=['expires_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
