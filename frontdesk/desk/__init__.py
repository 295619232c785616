"""An open shop and its services. Knows no Qt."""

from frontdesk.desk.front_desk import FrontDesk
from frontdesk.desk.open_shop import Clock

__all__ = ["Clock", "FrontDesk"]
