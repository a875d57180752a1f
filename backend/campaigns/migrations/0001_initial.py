from tortoise import migrations
from tortoise.migrations import operations as ops
from backend.contacts.columns import RowKeyField
from backend.core.fields import InstantField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('accounts', '0001_initial'), ('accounts', '0002_access'), ('contacts', '0001_initial'), ('contacts', '0002_search_and_sort'), ('contacts', '0003_custom_values'), ('contacts', '0004_origin'), ('contacts', '0005_acts'), ('contacts', '0006_filter_keys'), ('contacts', '0007_covering_keys'), ('contacts', '0008_moves')]

    initial = True

    operations = [
        ops.CreateModel(
            name='Campaign',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('version', fields.IntField(default=1)),
                ('subject', fields.CharField(default='', max_length=200)),
                ('preheader', fields.CharField(default='', max_length=200)),
                ('from_name', fields.CharField(null=True, max_length=200)),
                ('reply_to', fields.CharField(null=True, max_length=254)),
                ('blocks', fields.TextField(unique=False)),
                ('audience', fields.TextField(null=True, unique=False)),
                ('track_opens', fields.BooleanField(default=True)),
                ('track_clicks', fields.BooleanField(default=True)),
                ('state', fields.CharField(default='draft', max_length=24)),
                ('problem', fields.CharField(null=True, max_length=24)),
                ('problem_detail', fields.CharField(null=True, max_length=500)),
                ('scheduled_at', InstantField(null=True)),
                ('started_at', InstantField(null=True)),
                ('frozen_at', InstantField(null=True)),
                ('ended_at', InstantField(null=True)),
                ('launched_by', fields.BigIntField(null=True)),
                ('freeze_place', fields.BigIntField(default=0)),
                ('excluded', fields.TextField(null=True, unique=False)),
                ('runner', fields.CharField(null=True, max_length=32)),
                ('next_try_at', InstantField(null=True)),
                ('tries', fields.SmallIntField(default=0)),
                ('recipient_count', fields.IntField(default=0)),
                ('sent_count', fields.IntField(default=0)),
                ('failed_count', fields.IntField(default=0)),
                ('skipped_count', fields.IntField(default=0)),
                ('unknown_count', fields.IntField(default=0)),
                ('opened_count', fields.IntField(default=0)),
                ('clicked_count', fields.IntField(default=0)),
                ('hard_bounce_count', fields.IntField(default=0)),
                ('soft_bounce_count', fields.IntField(default=0)),
                ('unsubscribed_count', fields.IntField(default=0)),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
                ('deleted_at', InstantField(null=True)),
            ],
            options={'table': 'campaign', 'app': 'campaigns', 'indexes': [Index(fields=['account_id', 'id']), Index(fields=['account_id', 'started_at', 'id']), Index(fields=['deleted_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CampaignImage',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account', fields.ForeignKeyField('accounts.Account', source_field='account_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('key', fields.CharField(unique=True, max_length=32)),
                ('format', fields.CharField(max_length=8)),
                ('width', fields.IntField()),
                ('height', fields.IntField()),
                ('size', fields.IntField()),
                ('created_at', InstantField()),
                ('created_by', fields.CharField(max_length=200)),
            ],
            options={'table': 'campaign_image', 'app': 'campaigns', 'indexes': [Index(fields=['account_id', 'id'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CampaignRecipient',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account_id', fields.BigIntField()),
                ('campaign', fields.ForeignKeyField('campaigns.Campaign', source_field='campaign_id', db_constraint=True, to_field='id', on_delete=OnDelete.CASCADE)),
                ('contact', fields.ForeignKeyField('contacts.Contact', source_field='contact_id', null=True, db_constraint=True, to_field='id', on_delete=OnDelete.SET_NULL)),
                ('address', fields.CharField(max_length=254)),
                ('normalized', fields.CharField(max_length=254)),
                ('state', fields.CharField(default='queued', max_length=24)),
                ('reason', fields.CharField(null=True, max_length=24)),
                ('problem', fields.CharField(null=True, max_length=24)),
                ('problem_detail', fields.CharField(null=True, max_length=500)),
                ('runner', fields.CharField(null=True, max_length=32)),
                ('tries', fields.SmallIntField(default=0)),
                ('next_try_at', InstantField(null=True)),
                ('sent_at', InstantField(null=True)),
                ('opened_at', InstantField(null=True)),
                ('clicked_at', InstantField(null=True)),
                ('click_count', fields.IntField(default=0)),
                ('bounce', fields.CharField(null=True, max_length=24)),
                ('bounced_at', InstantField(null=True)),
                ('unsubscribed_at', InstantField(null=True)),
            ],
            options={'table': 'campaign_recipient', 'app': 'campaigns', 'unique_together': (('campaign', 'normalized'),), 'indexes': [Index(fields=['campaign_id', 'state', 'id']), Index(fields=['campaign_id', 'id']), Index(fields=['contact_id', 'id']), Index(fields=['account_id', 'normalized'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CampaignSettings',
            fields=[
                ('account_id', RowKeyField(primary_key=True, unique=True, db_index=True)),
                ('version', fields.IntField(default=1)),
                ('rate_per_minute', fields.IntField()),
                ('footer', fields.CharField(default='', max_length=500)),
                ('track_opens', fields.BooleanField(default=True)),
                ('track_clicks', fields.BooleanField(default=True)),
                ('updated_at', InstantField()),
                ('updated_by', fields.CharField(max_length=200)),
            ],
            options={'table': 'campaign_settings', 'app': 'campaigns', 'pk_attr': 'account_id'},
            bases=['Model'],
        ),
    ]
