"""Files that go with messages."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('inbox', '0002_search'), ('files', '0001_initial')]

    initial = False

    operations = [
        ops.CreateModel(
            name='MessageFile',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account_id', fields.BigIntField()),
                ('message', fields.ForeignKeyField('inbox.Message', source_field='message_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('file', fields.ForeignKeyField('files.StoredFile', source_field='file_id', db_constraint=True, to_field='id', on_delete=OnDelete.NO_ACTION)),
                ('position', fields.SmallIntField()),
            ],
            options={'table': 'message_file', 'app': 'inbox', 'indexes': [Index(fields=['message_id', 'position']), Index(fields=['file_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
