"""What came with a contact when another one took it in."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('contacts', '0007_covering_keys')]

    initial = False

    operations = [
        ops.CreateModel(
            name='ContactMove',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('follower', fields.CharField(max_length=40)),
                ('keys', fields.TextField(unique=False)),
            ],
            options={'table': 'contact_move', 'app': 'contacts', 'indexes': [Index(fields=['contact_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
