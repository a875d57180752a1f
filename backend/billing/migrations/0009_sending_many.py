from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('billing', '0008_sorted_lists'), ('contacts', '0009_consents')]

    initial = False

    operations = [
        ops.CreateModel(
            name='DocumentSending',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('reminds', fields.BooleanField()),
                ('total', fields.IntField()),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('stopped_at', InstantField(null=True)),
                ('finished_at', InstantField(null=True)),
            ],
            options={'table': 'document_sending', 'app': 'billing', 'indexes': [Index(fields=['account_id', 'id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='DocumentSendingItem',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('sending', fields.ForeignKeyField('billing.DocumentSending', source_field='sending_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('document', fields.ForeignKeyField('billing.BillingDocument', source_field='document_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('outcome', fields.CharField(null=True, max_length=40)),
            ],
            options={'table': 'document_sending_item', 'app': 'billing', 'unique_together': (('sending_id', 'document_id'),), 'indexes': [Index(fields=['document_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
