from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('imports', '0001_initial')]

    initial = False

    operations = [
        ops.CreateModel(
            name='ErasedMark',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('mark', fields.CharField(max_length=64)),
                ('created_at', InstantField()),
            ],
            options={'table': 'erased_mark', 'app': 'imports', 'unique_together': (('account', 'mark'),), 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
