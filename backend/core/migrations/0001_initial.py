from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from backend.core.fields import InstantField


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name='ChangeHead',
            fields=[
                ('account_id', fields.BigIntField(primary_key=True, unique=True, db_index=True)),
                ('sequence', fields.BigIntField()),
            ],
            options={'table': 'change_head', 'app': 'core', 'pk_attr': 'account_id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='ChangeRow',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account_id', fields.BigIntField()),
                ('sequence', fields.BigIntField()),
                ('at', InstantField()),
                ('actor_kind', fields.CharField(max_length=10)),
                ('actor_id', fields.BigIntField(null=True)),
                ('actor_name', fields.CharField(default='', max_length=200)),
                ('kind', fields.CharField(max_length=60)),
                ('subject_type', fields.CharField(max_length=40)),
                ('subject_id', fields.BigIntField()),
                ('payload', fields.TextField(unique=False)),
                ('request_id', fields.CharField(max_length=64)),
            ],
            options={'table': 'change', 'app': 'core', 'unique_together': (('account_id', 'sequence'),), 'indexes': [Index(fields=['subject_type', 'subject_id', 'sequence'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='IdempotencyKey',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('account_id', fields.BigIntField()),
                ('key', fields.CharField(max_length=200)),
                ('operation', fields.CharField(max_length=60)),
                ('fingerprint', fields.CharField(max_length=64)),
                ('subject_id', fields.BigIntField()),
                ('created_at', InstantField()),
            ],
            options={'table': 'idempotency_key', 'app': 'core', 'unique_together': (('account_id', 'key'),), 'indexes': [Index(fields=['created_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='JobRow',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('name', fields.CharField(max_length=60)),
                ('payload', fields.TextField(unique=False)),
                ('unique_key', fields.CharField(null=True, unique=True, max_length=120)),
                ('run_at', InstantField()),
                ('leased_until', InstantField(null=True)),
                ('attempts', fields.IntField(default=0)),
                ('last_error', fields.TextField(null=True, unique=False)),
                ('failed_at', InstantField(null=True)),
                ('created_at', InstantField()),
            ],
            options={'table': 'job', 'app': 'core', 'indexes': [Index(fields=['failed_at', 'run_at'])], 'pk_attr': 'id'},
            bases=['Model'],
        ),
    ]
