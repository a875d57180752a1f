from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.contacts.columns import SortKeyField
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access')]

    initial = True

    operations = [
        ops.CreateModel(
            name='SellerSettings',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.OneToOneField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('content', fields.TextField(unique=False)),
                ('version', fields.IntField()),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
            ],
            options={'table': 'seller_settings', 'app': 'billing', 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Tax',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('name', fields.CharField(max_length=200)),
                ('rate_thousandths', fields.IntField()),
                ('category', fields.CharField(max_length=2)),
                ('exemption_reason', fields.CharField(null=True, max_length=300)),
                ('exemption_code', fields.CharField(null=True, max_length=40)),
                ('is_default', fields.SmallIntField(default=0)),
                ('version', fields.IntField(default=1)),
                ('archived_at', InstantField(null=True)),
            ],
            options={'table': 'tax', 'app': 'billing', 'indexes': [Index(fields=['account_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Product',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('name', fields.CharField(max_length=200)),
                ('folded_name', SortKeyField(unique=False)),
                ('search_text', fields.TextField(unique=False)),
                ('description', fields.TextField(null=True, unique=False)),
                ('unit', fields.CharField(null=True, max_length=30)),
                ('price_minor', fields.BigIntField()),
                ('currency', fields.CharField(max_length=3)),
                ('tax', fields.ForeignKeyField('billing.Tax', source_field='tax_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('version', fields.IntField(default=1)),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'product', 'app': 'billing', 'indexes': [Index(fields=['account_id', 'folded_name', 'id']), Index(fields=['tax_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
