"""peewee's view of the schema is the schema."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.storage import care_tables, tables
from frontdesk.storage.feedback import feedback_tables


def test_every_table_class_has_just_the_columns_of_its_table(desk: FrontDesk) -> None:
    db = desk.store.read()
    named = (vars(tables) | vars(care_tables) | vars(feedback_tables)).values()
    models = [each for each in named if isinstance(each, type) and hasattr(each, "_meta")]
    checked = 0
    for model in models:
        if model.__name__ in ("Row", "Model"):
            continue
        wanted = {
            name for (name,) in db.run("SELECT name FROM pragma_table_info(?)", (model._meta.table_name,))
        }
        assert set(model._meta.columns) == wanted, model.__name__
        checked += 1
    assert checked > 10


def test_every_row_of_an_act_says_who_when_where_and_by_which_gesture(desk: FrontDesk) -> None:
    db = desk.store.read()
    without = {
        "setting",
        "refused_act",  # its act was rolled back
        "act_about",  # says more about an act, which has it all
        "secret",
        "staff",
        "till",
        "gesture",
        "visit_summary",
        "visit_change",  # derived too: whose visits are to be read anew
        "chain_epoch",
        "import_item",
        "search_slot",
        "search_reading",  # derived from the customers, as is all of search
        "search_slip",
        "search_index",
        "redemption",  # these two say more about a ledger entry, which has it all
        "expiry",
        "expiry_warning",
        "held_back",
        "earned_before",
        "ticket_item",  # says more about a ticket, which has it all
        "power_sheet_row",  # says more about a power-cut sheet
        "feedback_answer",  # says more about a response, which has it all
    }
    tables_there = {
        name for (name,) in db.run("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 1")
    }
    for name in tables_there - without:
        columns = {column for (column,) in db.run("SELECT name FROM pragma_table_info(?)", (name,))}
        assert {"at", "staff_id", "till_id", "gesture_id"} <= columns, name
    assert "ledger_entry" in tables_there
