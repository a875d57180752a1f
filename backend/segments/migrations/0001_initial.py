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
            name='Segment',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('user', fields.ForeignKeyField('accounts.User', source_field='user_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('name', fields.CharField(max_length=80)),
                ('folded_name', fields.CharField(max_length=320)),
                ('definition', fields.TextField(unique=False)),
                ('definition_version', fields.SmallIntField(default=1)),
                ('sort', fields.TextField(null=True, unique=False)),
                ('columns', fields.TextField(null=True, unique=False)),
                ('visibility', fields.CharField(max_length=7)),
                ('version', fields.IntField(default=1)),
                ('created_at', InstantField()),
                ('updated_at', InstantField()),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'segment', 'app': 'segments', 'indexes': [Index(fields=['account_id', 'user_id']), Index(fields=['user_id']), Index(fields=['deleted_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
