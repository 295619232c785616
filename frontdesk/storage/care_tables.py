"""peewee's view of what it takes to care for people, as tables.py has it of all else."""

from peewee import AutoField, BigIntegerField, BlobField, BooleanField, IntegerField, TextField

from frontdesk.storage.tables import Row


class FactCheckRow(Row):
    id = AutoField()
    uid = BlobField()
    fact_id = IntegerField()
    answer = TextField()
    new_id = IntegerField(null=True)

    class Meta:
        table_name = "fact_check"


class RequestChangeRow(Row):
    id = AutoField()
    uid = BlobField()
    request_id = IntegerField()
    detail = TextField()
    was = TextField()
    became = TextField()

    class Meta:
        table_name = "request_change"


class RequestDeclineRow(Row):
    id = AutoField()
    uid = BlobField()
    request_id = IntegerField()
    reason = TextField()
    words = TextField(default="")
    alternative = TextField(default="")

    class Meta:
        table_name = "request_decline"


class RequestPictureRow(Row):
    id = AutoField()
    uid = BlobField()
    request_id = IntegerField()
    kind = TextField()
    thumb = BlobField()
    full = BlobField()

    class Meta:
        table_name = "request_picture"


class OfferAnswerRow(Row):
    id = AutoField()
    uid = BlobField()
    request_id = IntegerField()
    answer = TextField()

    class Meta:
        table_name = "offer_answer"


class ManagerCallRow(Row):
    id = AutoField()
    uid = BlobField()
    customer_id = IntegerField(null=True)
    answered_at = BigIntegerField(null=True)
    answered_by = IntegerField(null=True)
    recovery_id = IntegerField(null=True)

    class Meta:
        table_name = "manager_call"


class RecoveryRow(Row):
    id = AutoField()
    uid = BlobField()
    customer_id = IntegerField(null=True)
    situation = TextField()
    contact_point = TextField(null=True)
    state = TextField()
    owner_id = IntegerField()
    what = TextField(default="")
    who = TextField(default="")

    class Meta:
        table_name = "recovery"


class PlaybookRow(Row):
    id = AutoField()
    uid = BlobField()
    situation = TextField()
    language = TextField()
    document = TextField()

    class Meta:
        table_name = "playbook"


class FollowUpRow(Row):
    id = AutoField()
    uid = BlobField()
    customer_id = IntegerField()
    kind = TextField()
    text = TextField(default="")
    due = TextField()
    every_days = IntegerField(default=0)
    owner_id = IntegerField(null=True)
    after_id = IntegerField(null=True)
    state = TextField(default="OPEN")

    class Meta:
        table_name = "follow_up"


class FollowUpStepRow(Row):
    id = AutoField()
    uid = BlobField()
    follow_up_id = IntegerField()
    from_state = TextField(null=True)
    to_state = TextField()
    note = TextField(default="")

    class Meta:
        table_name = "follow_up_step"


class TodayTickRow(Row):
    id = AutoField()
    uid = BlobField()
    kind = IntegerField()
    subject = IntegerField()
    day = TextField()
    customer_id = IntegerField(null=True)

    class Meta:
        table_name = "today_tick"


class QuizReviewRow(Row):
    id = AutoField()
    uid = BlobField()
    customer_id = IntegerField()
    known = BooleanField()

    class Meta:
        table_name = "quiz_review"


class ArrivalRow(Row):
    id = AutoField()
    uid = BlobField()

    class Meta:
        table_name = "arrival"


class ArrivalStepRow(Row):
    id = AutoField()
    uid = BlobField()
    arrival_id = IntegerField()
    state = TextField()
    by_id = IntegerField(null=True)

    class Meta:
        table_name = "arrival_step"


class ShiftRow(Row):
    id = AutoField()
    uid = BlobField()
    of_id = IntegerField()
    day = TextField()
    works = BooleanField()
    from_minute = IntegerField(null=True)
    to_minute = IntegerField(null=True)

    class Meta:
        table_name = "shift"


class DutyRow(Row):
    id = AutoField()
    uid = BlobField()
    of_id = IntegerField()
    here = BooleanField()

    class Meta:
        table_name = "duty"


class ShiftGreetingRow(Row):
    id = AutoField()
    uid = BlobField()
    day = TextField()

    class Meta:
        table_name = "shift_greeting"


class StaffRequestRow(Row):
    id = AutoField()
    uid = BlobField()
    text = TextField()

    class Meta:
        table_name = "staff_request"


class StaffRequestStepRow(Row):
    id = AutoField()
    uid = BlobField()
    request_id = IntegerField()
    state = TextField()
    words = TextField(default="")

    class Meta:
        table_name = "staff_request_step"


class StaffThanksRow(Row):
    id = AutoField()
    uid = BlobField()
    for_id = IntegerField()
    customer_id = IntegerField(null=True)
    words = TextField(default="")

    class Meta:
        table_name = "staff_thanks"


class StaffThanksStepRow(Row):
    id = AutoField()
    uid = BlobField()
    thanks_id = IntegerField()
    state = TextField()

    class Meta:
        table_name = "staff_thanks_step"
