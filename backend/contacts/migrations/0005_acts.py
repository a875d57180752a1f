"""Acts on many contacts, and what undoing them takes."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0002_access'), ('contacts', '0004_origin')]

    initial = False

    operations = [
        ops.CreateModel(
            name='ContactAct',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('kind', fields.CharField(max_length=20)),
                ('state', fields.CharField(max_length=12)),
                ('user_id', fields.BigIntField(null=True)),
                ('request', fields.TextField(unique=False)),
                ('detail', fields.TextField(unique=False)),
                ('total', fields.BigIntField()),
                ('done', fields.BigIntField(default=0)),
                ('changed', fields.BigIntField(default=0)),
                ('skipped', fields.BigIntField(default=0)),
                ('restored', fields.BigIntField(default=0)),
                ('kept', fields.BigIntField(default=0)),
                ('place', fields.BigIntField(default=0)),
                ('deletion_id', fields.BigIntField(null=True)),
                ('problem', fields.CharField(null=True, max_length=60)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('started_at', InstantField(null=True)),
                ('finished_at', InstantField(null=True)),
            ],
            options={'table': 'contact_act', 'app': 'contacts', 'indexes': [Index(fields=['account_id', 'id']), Index(fields=['created_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='ContactActBatch',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('act', fields.ForeignKeyField('contacts.ContactAct', source_field='act_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('ids', fields.TextField(unique=False)),
            ],
            options={'table': 'contact_act_batch', 'app': 'contacts', 'indexes': [Index(fields=['act_id', 'id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='ContactActEntry',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('act', fields.ForeignKeyField('contacts.ContactAct', source_field='act_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('version', fields.IntField()),
                ('before', fields.TextField(null=True, unique=False)),
                ('is_kept', fields.BooleanField(default=False)),
            ],
            options={'table': 'contact_act_entry', 'app': 'contacts', 'unique_together': (('act', 'contact'),), 'indexes': [Index(fields=['contact_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
