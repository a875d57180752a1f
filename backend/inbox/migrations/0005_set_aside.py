"""Letters that could not be kept, and how often that was tried."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('inbox', '0004_pending')]

    initial = False

    operations = [
        ops.CreateModel(
            name='SetAsideLetter',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('mailbox', fields.ForeignKeyField('inbox.Mailbox', source_field='mailbox_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('from_address', fields.CharField(max_length=254)),
                ('subject', fields.CharField(max_length=500)),
                ('written_at', InstantField(null=True)),
                ('at', InstantField()),
            ],
            options={'table': 'set_aside_letter', 'app': 'inbox', 'indexes': [Index(fields=['mailbox_id', 'id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.AddField(
            model_name='Mailbox',
            name='failing_tries',
            field=fields.SmallIntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name='Mailbox',
            name='failing_uid',
            field=fields.BigIntField(null=True),
        ),
    ]
