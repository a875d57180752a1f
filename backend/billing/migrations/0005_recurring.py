from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('billing', '0004_sums_of_documents'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves')]

    initial = False

    operations = [
        ops.CreateModel(
            name='RecurringInvoice',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('user', fields.ForeignKeyField('accounts.User', source_field='user_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('draft', fields.ForeignKeyField('billing.BillingDocument', source_field='draft_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('content', fields.TextField(unique=False)),
                ('currency', fields.CharField(max_length=3)),
                ('total_minor', fields.BigIntField()),
                ('frequency', fields.CharField(max_length=40)),
                ('every', fields.IntField()),
                ('start_date', fields.CharField(max_length=10)),
                ('ends_on', fields.CharField(null=True, max_length=10)),
                ('times', fields.IntField(null=True)),
                ('mode', fields.CharField(max_length=40)),
                ('made', fields.IntField(default=0)),
                ('next_date', fields.CharField(max_length=10)),
                ('version', fields.IntField(default=1)),
                ('created_at', InstantField()),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('paused_at', InstantField(null=True)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'recurring_invoice', 'app': 'billing', 'indexes': [Index(fields=['account_id', 'next_date', 'id']), Index(fields=['next_date']), Index(fields=['contact_id']), Index(fields=['user_id']), Index(fields=['draft_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='RecurringDay',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('recurring', fields.ForeignKeyField('billing.RecurringInvoice', source_field='recurring_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('day', fields.CharField(max_length=10)),
                ('outcome', fields.CharField(max_length=40)),
                ('document', fields.ForeignKeyField('billing.BillingDocument', source_field='document_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('problem', fields.CharField(null=True, max_length=40)),
                ('at', InstantField()),
            ],
            options={'table': 'recurring_day', 'app': 'billing', 'unique_together': (('recurring_id', 'day'),), 'indexes': [Index(fields=['document_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
