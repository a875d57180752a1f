from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('contacts', '0008_moves')]

    initial = True

    operations = [
        ops.CreateModel(
            name='Note',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('kind', fields.CharField(null=True, max_length=10)),
                ('text', fields.TextField(unique=False)),
                ('pinned', fields.SmallIntField(default=0)),
                ('version', fields.IntField(default=1)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'note', 'app': 'notes', 'indexes': [Index(fields=['contact_id', 'pinned', 'id']), Index(fields=['account_id']), Index(fields=['deleted_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
