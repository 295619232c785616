"""peewee's view of feedback, as tables.py has it of all else."""

from peewee import AutoField, BlobField, BooleanField, IntegerField, TextField

from frontdesk.storage.tables import Row


class FeedbackBatchRow(Row):
    id = AutoField()
    uid = BlobField()
    format = TextField()
    shared = BooleanField()
    host_id = IntegerField(null=True)

    class Meta:
        table_name = "feedback_batch"


class FeedbackResponseRow(Row):
    id = AutoField()
    uid = BlobField()
    card_id = IntegerField()
    shared = BooleanField()
    customer_id = IntegerField(null=True)
    way = TextField()
    language = TextField(default="")
    day = TextField()
    came_at = IntegerField()
    mood = IntegerField(null=True)
    name = TextField(default="")
    contact = TextField(default="")
    state = TextField()
    owner_id = IntegerField(null=True)
    recovery_id = IntegerField(null=True)
    told = TextField(default="")
    said_at = IntegerField(null=True)

    class Meta:
        table_name = "feedback_response"


class FeedbackStepRow(Row):
    id = AutoField()
    uid = BlobField()
    response_id = IntegerField()
    kind = TextField()
    was = TextField(default="")
    now = TextField(default="")
    note = TextField(default="")

    class Meta:
        table_name = "feedback_step"
