from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0002_access')]

    initial = True

    operations = [
        ops.CreateModel(
            name='ContactExport',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('user_id', fields.BigIntField()),
                ('request', fields.TextField(unique=False)),
                ('filename', fields.CharField(max_length=100)),
                ('contact_count', fields.BigIntField()),
                ('created_at', InstantField()),
                ('expires_at', InstantField()),
            ],
            options={'table': 'contact_export', 'app': 'exports', 'indexes': [Index(fields=['account_id']), Index(fields=['expires_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
