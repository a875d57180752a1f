from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access')]

    initial = True

    operations = [
        ops.CreateModel(
            name='StoredFile',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('user_id', fields.BigIntField(null=True)),
                ('token', fields.CharField(null=True, unique=True, max_length=64)),
                ('key', fields.CharField(unique=True, max_length=32)),
                ('name', fields.CharField(max_length=255)),
                ('media_type', fields.CharField(max_length=100)),
                ('kind', fields.CharField(max_length=10)),
                ('charset', fields.CharField(null=True, max_length=20)),
                ('size_bytes', fields.BigIntField()),
                ('uploaded_bytes', fields.BigIntField(default=0)),
                ('created_by', fields.CharField(max_length=200)),
                ('created_at', InstantField()),
                ('ready_at', InstantField(null=True)),
                ('touched_at', InstantField()),
            ],
            options={'table': 'stored_file', 'app': 'files', 'indexes': [Index(fields=['account_id', 'id']), Index(fields=['touched_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
