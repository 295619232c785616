"""The first start: the steps that lead an owner from nothing to the first customer."""

from enum import StrEnum


class FirstStep(StrEnum):
    """In their order. Each can be skipped."""

    SHOP = "SHOP"
    CARD = "CARD"
    PIN = "PIN"
    CUSTOMER = "CUSTOMER"


STEPS = tuple(FirstStep)
