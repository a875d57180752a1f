from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('campaigns', '0003_pace'), ('contacts', '0009_consents')]

    initial = False

    operations = [
        ops.AddField(
            model_name='Campaign',
            name='purged_at',
            field=InstantField(null=True),
        ),
    ]
