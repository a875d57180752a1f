from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('billing', '0002_documents'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves')]

    initial = False

    operations = [
        ops.AddIndex(
            model_name='BillingDocument',
            index=Index(fields=['account_id', 'kind', 'id']),
        ),
        ops.AddIndex(
            model_name='BillingDocument',
            index=Index(fields=['account_id', 'stage', 'id']),
        ),
    ]
