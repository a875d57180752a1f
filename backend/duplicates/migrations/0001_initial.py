from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.contacts.columns import RowKeyField
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0002_access'), ('contacts', '0002_search_and_sort')]

    initial = True

    operations = [
        ops.CreateModel(
            name='ContactMerge',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('kept_contact_id', fields.BigIntField()),
                ('other_contact_id', fields.BigIntField(unique=True)),
                ('kept_before', fields.TextField(null=True, unique=False)),
                ('kept_after', fields.TextField(null=True, unique=False)),
                ('photo_key', fields.CharField(null=True, max_length=64)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
            ],
            options={'table': 'contact_merge', 'app': 'duplicates', 'indexes': [Index(fields=['account_id', 'created_at']), Index(fields=['kept_contact_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='DuplicateKey',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('key', fields.BigIntField()),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
            ],
            options={'table': 'duplicate_key', 'app': 'duplicates', 'indexes': [Index(fields=['key', 'contact_id']), Index(fields=['contact_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='DuplicatePair',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('first_contact', fields.ForeignKeyField('contacts.Contact', source_field='first_contact_id', db_constraint=True, to_field='id', related_name='pairs_as_first', on_delete=OnDelete.CASCADE)),
                ('second_contact', fields.ForeignKeyField('contacts.Contact', source_field='second_contact_id', db_constraint=True, to_field='id', related_name='pairs_as_second', on_delete=OnDelete.CASCADE)),
                ('score', fields.SmallIntField()),
                ('reasons', fields.SmallIntField()),
                ('dismissed', fields.SmallIntField(default=0)),
                ('place', fields.SmallIntField()),
            ],
            options={'table': 'duplicate_pair', 'app': 'duplicates', 'unique_together': (('first_contact', 'second_contact'),), 'indexes': [Index(fields=['account_id', 'place', 'id']), Index(fields=['second_contact_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='DuplicateSearch',
            fields=[
                ('account_id', RowKeyField(primary_key=True, unique=True, db_index=True)),
                ('filled_to', fields.BigIntField(null=True)),
                ('sequence', fields.BigIntField()),
            ],
            options={'table': 'duplicate_search', 'app': 'duplicates', 'pk_attr': 'account_id'},
            bases=['Model'],
        ),
    ]
