from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('billing', '0001_initial'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves')]

    initial = False

    operations = [
        ops.CreateModel(
            name='BillingDocument',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('kind', fields.CharField(max_length=40)),
                ('stage', fields.CharField(max_length=40)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('source', fields.ForeignKeyField('billing.BillingDocument', source_field='source_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('content', fields.TextField(unique=False)),
                ('currency', fields.CharField(max_length=3)),
                ('search_text', fields.TextField(unique=False)),
                ('issue_date', fields.CharField(null=True, max_length=10)),
                ('due_date', fields.CharField(null=True, max_length=10)),
                ('number', fields.CharField(null=True, max_length=40)),
                ('series_year', fields.IntField(null=True)),
                ('series_number', fields.IntField(null=True)),
                ('total_minor', fields.BigIntField(default=0)),
                ('paid_minor', fields.BigIntField(default=0)),
                ('credited_minor', fields.BigIntField(default=0)),
                ('version', fields.IntField(default=1)),
                ('created_at', InstantField()),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('issued_at', InstantField(null=True)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'billing_document', 'app': 'billing', 'unique_together': (('account_id', 'kind', 'number'), ('account_id', 'kind', 'series_year', 'series_number')), 'indexes': [Index(fields=['account_id', 'id']), Index(fields=['contact_id', 'id']), Index(fields=['source_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='LedgerLink',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('sequence', fields.IntField()),
                ('event', fields.CharField(max_length=40)),
                ('document', fields.ForeignKeyField('billing.BillingDocument', source_field='document_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('number', fields.CharField(max_length=40)),
                ('at', InstantField()),
                ('digest', fields.CharField(max_length=64)),
                ('previous', fields.CharField(max_length=64)),
                ('hash', fields.CharField(max_length=64)),
            ],
            options={'table': 'ledger_link', 'app': 'billing', 'unique_together': (('account_id', 'sequence'),), 'indexes': [Index(fields=['document_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='NumberSeries',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('kind', fields.CharField(max_length=40)),
                ('year', fields.IntField()),
                ('first_number', fields.IntField()),
                ('last_number', fields.IntField()),
            ],
            options={'table': 'number_series', 'app': 'billing', 'unique_together': (('account_id', 'kind', 'year'),), 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Payment',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('document', fields.ForeignKeyField('billing.BillingDocument', source_field='document_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('amount_minor', fields.BigIntField()),
                ('paid_on', fields.CharField(max_length=10)),
                ('method', fields.CharField(max_length=40)),
                ('reference', fields.CharField(null=True, max_length=300)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'payment', 'app': 'billing', 'indexes': [Index(fields=['document_id']), Index(fields=['account_id', 'paid_on'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
