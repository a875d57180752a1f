"""What readers do with letters: how often they open them, which links, and when."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('campaigns', '0001_initial')]

    initial = False

    operations = [
        ops.CreateModel(
            name='CampaignLink',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('campaign', fields.ForeignKeyField('campaigns.Campaign', source_field='campaign_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('url', fields.CharField(max_length=2000)),
                ('digest', fields.CharField(max_length=64)),
                ('clicks', fields.IntField(default=0)),
                ('readers', fields.IntField(default=0)),
            ],
            options={'table': 'campaign_link', 'app': 'campaigns', 'unique_together': (('campaign', 'digest'),), 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CampaignClick',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('recipient', fields.ForeignKeyField('campaigns.CampaignRecipient', source_field='recipient_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('link', fields.ForeignKeyField('campaigns.CampaignLink', source_field='link_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('count', fields.IntField(default=1)),
                ('first_at', InstantField()),
                ('last_at', InstantField()),
            ],
            options={'table': 'campaign_click', 'app': 'campaigns', 'unique_together': (('recipient', 'link'),), 'indexes': [Index(fields=['link_id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CampaignTally',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('campaign', fields.ForeignKeyField('campaigns.Campaign', source_field='campaign_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('hour', fields.IntField()),
                ('kind', fields.CharField(max_length=24)),
                ('count', fields.IntField(default=0)),
            ],
            options={'table': 'campaign_tally', 'app': 'campaigns', 'unique_together': (('campaign', 'hour', 'kind'),), 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.AddField(
            model_name='CampaignRecipient',
            name='last_opened_at',
            field=InstantField(null=True),
        ),
        ops.AddField(
            model_name='CampaignRecipient',
            name='open_count',
            field=fields.IntField(default=0, db_default=0),
        ),
    ]
