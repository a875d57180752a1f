from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('imports', '0002_erased_marks')]

    initial = False

    operations = [
        ops.AddField(
            model_name='ContactImport',
            name='fetch',
            field=fields.TextField(null=True, unique=False),
        ),
    ]
