"""What other systems' public documents say: given these purchases, this balance and these rewards.

Each case names its source, repeats in a few words what it says, and puts it into this program's own acts.
Where their answer and ours are not the same, the case has ours, and `differs` says why.
"""

from tests.services.loyalty.worked_examples.carts import CARTS
from tests.services.loyalty.worked_examples.erps import ERPS
from tests.services.loyalty.worked_examples.odoo import ODOO
from tests.services.loyalty.worked_examples.odoo_faults import ODOO_FAULTS
from tests.services.loyalty.worked_examples.people import PEOPLE
from tests.services.loyalty.worked_examples.square import SQUARE
from tests.services.loyalty.worked_examples.square_after import SQUARE_AFTER
from tests.services.loyalty.worked_examples.stamp_cards import STAMP_CARDS
from tests.services.loyalty.worked_examples.time_passing import TIME_PASSING
from tests.services.loyalty.worked_examples.vocabulary import Case

CASES: tuple[Case, ...] = (
    SQUARE + SQUARE_AFTER + ODOO + ODOO_FAULTS + ERPS + CARTS + STAMP_CARDS + PEOPLE + TIME_PASSING
)
