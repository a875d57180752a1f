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
            name='ContactImport',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('user_id', fields.BigIntField()),
                ('token_id', fields.BigIntField(null=True)),
                ('created_by', fields.CharField(max_length=200)),
                ('filename', fields.CharField(max_length=255)),
                ('size_bytes', fields.BigIntField()),
                ('uploaded_bytes', fields.BigIntField(default=0)),
                ('token', fields.CharField(unique=True, max_length=64)),
                ('state', fields.CharField(max_length=16)),
                ('version', fields.IntField(default=1)),
                ('task', fields.IntField(default=0)),
                ('options', fields.TextField(unique=False)),
                ('choices', fields.TextField(unique=False)),
                ('understood', fields.TextField(null=True, unique=False)),
                ('problem', fields.TextField(null=True, unique=False)),
                ('trial', fields.TextField(null=True, unique=False)),
                ('report', fields.TextField(null=True, unique=False)),
                ('made', fields.TextField(unique=False)),
                ('undone', fields.TextField(null=True, unique=False)),
                ('place', fields.BigIntField(default=0)),
                ('rejects_bytes', fields.BigIntField(default=0)),
                ('own_from', fields.BigIntField(null=True)),
                ('failures', fields.IntField(default=0)),
                ('act_id', fields.BigIntField(null=True)),
                ('created_at', InstantField()),
                ('started_at', InstantField(null=True)),
                ('finished_at', InstantField(null=True)),
                ('expires_at', InstantField()),
            ],
            options={'table': 'contact_import', 'app': 'imports', 'indexes': [Index(fields=['account_id', 'id']), Index(fields=['expires_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
