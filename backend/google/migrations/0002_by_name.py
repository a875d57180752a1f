"""Who became which contact, and people that are asked for by name."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves'), ('contacts', '0009_consents'), ('google', '0001_initial'), ('imports', '0001_initial'), ('imports', '0002_erased_marks'), ('imports', '0003_fetched')]

    initial = False

    operations = [
        ops.CreateModel(
            name='GooglePerson',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('google_account', fields.ForeignKeyField('google.GoogleAccount', source_field='google_account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('label', fields.CharField(max_length=200)),
                ('name', fields.CharField(max_length=255)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('contact_import', fields.ForeignKeyField('imports.ContactImport', source_field='contact_import_id', null=True, db_constraint=True, to_field='id', related_name='google_people', on_delete=OnDelete.SET_NULL)),
                ('gone_import', fields.ForeignKeyField('imports.ContactImport', source_field='gone_import_id', null=True, db_constraint=True, to_field='id', related_name='google_people_gone', on_delete=OnDelete.SET_NULL)),
            ],
            options={'table': 'google_person', 'app': 'google', 'unique_together': (('google_account_id', 'label', 'name'),), 'indexes': [Index(fields=['contact_id']), Index(fields=['contact_import_id']), Index(fields=['gone_import_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.AddField(
            model_name='GoogleFetch',
            name='changed_after',
            field=InstantField(null=True),
        ),
        ops.AddField(
            model_name='GoogleFetch',
            name='members',
            field=fields.TextField(null=True, unique=False),
        ),
    ]
