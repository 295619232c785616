"""peewee's view of the schema, for ordinary reads and writes.

The frozen SQL in schema/ makes the tables; a test compares the two. The tables are bound to no database:
every query names the connection that runs it, ``query.execute(db)``.
"""

from peewee import AutoField, BigIntegerField, BlobField, BooleanField, IntegerField, Model, TextField


class Row(Model):
    """A row of an act carries staff, till, time and gesture."""

    at = BigIntegerField()
    staff_id = IntegerField()
    till_id = IntegerField()
    gesture_id = IntegerField()


class CustomerRow(Row):
    id = AutoField()
    uid = BlobField()
    root_id = IntegerField()
    merged_into_id = IntegerField(null=True)
    name = TextField()
    called = TextField(default="")
    spoken = TextField(default="")
    phone = TextField(default="")
    phone_digits = TextField(default="")
    email = TextField(default="")
    birth_month = IntegerField(null=True)
    birth_day = IntegerField(null=True)
    birth_year = IntegerField(null=True)
    language = TextField(default="")
    greet_by_name = BooleanField(default=True)
    reference = TextField(default="")
    prior_visits = IntegerField(default=0)
    prior_first_at = BigIntegerField(null=True)
    prior_last_at = BigIntegerField(null=True)
    archived_at = BigIntegerField(null=True)
    erased_at = BigIntegerField(null=True)
    on_screen = BooleanField(default=True)

    class Meta:
        table_name = "customer"


class PhotoRow(Row):
    customer_id = IntegerField(primary_key=True)
    thumb = BlobField()
    full = BlobField()

    class Meta:
        table_name = "photo"


class FactRow(Row):
    id = AutoField()
    uid = BlobField()
    customer_id = IntegerField()
    kind = TextField()
    text = TextField(default="")
    reason = TextField(null=True)
    whom_id = IntegerField(null=True)
    gone_at = BigIntegerField(null=True)
    gone_gesture_id = IntegerField(null=True)

    class Meta:
        table_name = "fact"


class ConsentRow(Row):
    id = AutoField()
    uid = BlobField()
    customer_id = IntegerField()
    purpose = TextField()
    granted = BooleanField()
    wording = TextField()
    language = TextField()

    class Meta:
        table_name = "consent"


class MergeRow(Row):
    id = AutoField()
    uid = BlobField()
    kept_id = IntegerField()
    absorbed_id = IntegerField()
    filled = TextField(default="{}")
    undone_gesture_id = IntegerField(null=True)

    class Meta:
        table_name = "merge"


class ProductRow(Row):
    id = AutoField()
    uid = BlobField()
    name = TextField()
    price = IntegerField(default=0)
    icon = TextField(default="coffee")
    stamps = IntegerField(default=1)
    category = TextField(default="")
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "product"


class ProgrammeRow(Row):
    id = AutoField()
    uid = BlobField()
    kind = TextField(default="STAMPS")
    name = TextField()
    names = TextField(default="{}")
    icon = TextField(default="coffee")
    colour = TextField(default="")
    starts_at = BigIntegerField(null=True)
    ends_at = BigIntegerField(null=True)
    redeem_until = BigIntegerField(null=True)
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "programme"


class TermsRow(Row):
    id = AutoField()
    uid = BlobField()
    programme_id = IntegerField()
    starts_at = BigIntegerField()
    promise = TextField()
    seal = BlobField(null=True)

    class Meta:
        table_name = "terms"


class ReferralRow(Row):
    id = AutoField()
    uid = BlobField()
    friend_id = IntegerField()
    referrer_id = IntegerField()
    seal = BlobField(null=True)
    undone_gesture_id = IntegerField(null=True)

    class Meta:
        table_name = "referral"


class RequestRow(Row):
    id = AutoField()
    uid = BlobField()
    customer_id = IntegerField()
    visit_id = IntegerField(null=True)
    what = TextField()
    note = TextField(default="")
    promised_at = BigIntegerField(null=True)
    state = TextField()
    owner_id = IntegerField()
    target_at = BigIntegerField(null=True)
    axis = TextField(default="TIME")
    quoted = BigIntegerField(null=True)
    final = BigIntegerField(null=True)
    contact_point = TextField(default="")

    class Meta:
        table_name = "request"


class RequestEventRow(Row):
    id = AutoField()
    uid = BlobField()
    request_id = IntegerField()
    from_state = TextField(null=True)
    to_state = TextField()

    class Meta:
        table_name = "request_event"


class MemberCodeRow(Row):
    id = AutoField()
    uid = BlobField()
    customer_id = IntegerField()
    code = TextField()
    revoked_at = BigIntegerField(null=True)

    class Meta:
        table_name = "member_code"


class StaffRow(Model):
    id = AutoField()
    uid = BlobField()
    name = TextField()
    role = TextField()
    created_at = BigIntegerField()
    left_at = BigIntegerField(null=True)

    class Meta:
        table_name = "staff"


class StaffPhotoRow(Row):
    of_id = IntegerField(primary_key=True)
    thumb = BlobField()
    full = BlobField()

    class Meta:
        table_name = "staff_photo"


class ImportBatchRow(Row):
    id = AutoField()
    uid = BlobField()
    source = TextField()
    added = IntegerField(default=0)
    updated = IntegerField(default=0)
    finished = BooleanField(default=False)
    undone_gesture_id = IntegerField(null=True)

    class Meta:
        table_name = "import_batch"


class ImportItemRow(Model):
    id = AutoField()
    batch_id = IntegerField()
    line = IntegerField()
    customer_id = IntegerField()
    action = TextField()
    before = TextField(default="{}")

    class Meta:
        table_name = "import_item"
