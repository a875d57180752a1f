from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('billing', '0005_recurring'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves')]

    initial = False

    operations = [
        ops.CreateModel(
            name='DeliverySettings',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.OneToOneField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('content', fields.TextField(unique=False)),
                ('version', fields.IntField()),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
            ],
            options={'table': 'delivery_settings', 'app': 'billing', 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='DocumentDelivery',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('document', fields.ForeignKeyField('billing.BillingDocument', source_field='document_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('message_id', fields.BigIntField()),
                ('kind', fields.CharField(max_length=40)),
                ('address', fields.CharField(max_length=300)),
                ('subject', fields.CharField(max_length=300)),
                ('copy_to', fields.CharField(null=True, max_length=300)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
            ],
            options={'table': 'document_delivery', 'app': 'billing', 'indexes': [Index(fields=['account_id']), Index(fields=['document_id']), Index(fields=['message_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='DocumentLink',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('document', fields.ForeignKeyField('billing.BillingDocument', source_field='document_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('token_hash', fields.CharField(unique=True, max_length=64)),
                ('sealed_token', fields.TextField(unique=False)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('revoked_at', InstantField(null=True)),
                ('first_viewed_at', InstantField(null=True)),
                ('last_viewed_at', InstantField(null=True)),
                ('view_count', fields.IntField(default=0)),
            ],
            options={'table': 'document_link', 'app': 'billing', 'indexes': [Index(fields=['account_id']), Index(fields=['document_id', 'revoked_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='QuoteAnswer',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('document', fields.OneToOneField('billing.BillingDocument', source_field='document_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('accepted', fields.BooleanField()),
                ('name', fields.CharField(null=True, max_length=200)),
                ('reason', fields.TextField(null=True, unique=False)),
                ('address', fields.CharField(max_length=60)),
                ('signature', fields.TextField(null=True, unique=False)),
                ('answered_at', InstantField()),
            ],
            options={'table': 'quote_answer', 'app': 'billing', 'indexes': [Index(fields=['account_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
