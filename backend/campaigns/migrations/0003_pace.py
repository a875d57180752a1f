"""When the next letter of an account may leave."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.contacts.columns import RowKeyField
from backend.core.fields import InstantField

class Migration(migrations.Migration):
    dependencies = [('campaigns', '0002_tracking')]

    initial = False

    operations = [
        ops.CreateModel(
            name='CampaignPace',
            fields=[
                ('account_id', RowKeyField(primary_key=True, unique=True, db_index=True)),
                ('next_at', InstantField()),
            ],
            options={'table': 'campaign_pace', 'app': 'campaigns', 'pk_attr': 'account_id'},
            bases=['Model'],
        ),
    ]
