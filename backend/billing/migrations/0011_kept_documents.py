from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('billing', '0010_reminder_exceptions'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves'), ('contacts', '0009_consents')]

    initial = False

    operations = [
        ops.AddField(
            model_name='BillingDocument',
            name='kept_for',
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name='BillingDocument',
            name='kept_until',
            field=fields.CharField(null=True, max_length=10),
        ),
        ops.AddField(
            model_name='BillingDocument',
            name='purged_at',
            field=InstantField(null=True),
        ),
        ops.AddIndex(
            model_name='BillingDocument',
            index=Index(fields=['kept_until']),
        ),
    ]
