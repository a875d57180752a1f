from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.contacts.columns import RowKeyField, SortKeyField
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves')]

    initial = True

    operations = [
        ops.CreateModel(
            name='Site',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('name', fields.CharField(max_length=120)),
                ('folded_name', SortKeyField(unique=False)),
                ('search_text', fields.TextField(unique=False)),
                ('address', fields.CharField(max_length=2000)),
                ('dashboard_url', fields.CharField(null=True, max_length=2000)),
                ('editor_url', fields.CharField(null=True, max_length=2000)),
                ('version', fields.IntField(default=1)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('deleted_at', InstantField(null=True)),
                ('checked_at', InstantField(default=0)),
                ('problem', fields.CharField(null=True, max_length=30)),
                ('http_status', fields.SmallIntField(null=True)),
                ('certificate_until', InstantField(null=True)),
            ],
            options={'table': 'site', 'app': 'sites', 'indexes': [Index(fields=['account_id', 'folded_name', 'id']), Index(fields=['account_id', 'checked_at']), Index(fields=['deleted_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='ContactSite',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('site', fields.ForeignKeyField('sites.Site', source_field='site_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
            ],
            options={'table': 'contact_site', 'app': 'sites', 'unique_together': (('contact', 'site'),), 'indexes': [Index(fields=['site_id', 'contact_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='SiteChecking',
            fields=[
                ('account_id', RowKeyField(primary_key=True, unique=True, db_index=True)),
                ('enabled_at', InstantField()),
            ],
            options={'table': 'site_checking', 'app': 'sites', 'pk_attr': 'account_id'},
            bases=['Model'],
        ),
    ]
