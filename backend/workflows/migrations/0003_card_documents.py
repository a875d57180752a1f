from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('billing', '0003_document_lists'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves'), ('files', '0004_taken'), ('labels', '0001_initial'), ('workflows', '0002_covering_worth')]

    initial = False

    operations = [
        ops.CreateModel(
            name='CardDocument',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('card', fields.ForeignKeyField('workflows.Card', source_field='card_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('document', fields.ForeignKeyField('billing.BillingDocument', source_field='document_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
            ],
            options={'table': 'card_document', 'app': 'workflows', 'unique_together': (('card', 'document'),), 'indexes': [Index(fields=['document_id', 'card_id']), Index(fields=['account_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
