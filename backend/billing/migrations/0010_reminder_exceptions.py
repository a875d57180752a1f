from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('billing', '0009_sending_many'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves'), ('contacts', '0009_consents')]

    initial = False

    operations = [
        ops.CreateModel(
            name='ReminderException',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
            ],
            options={'table': 'reminder_exception', 'app': 'billing', 'indexes': [Index(fields=['account_id']), Index(fields=['contact_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
