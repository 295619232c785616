"""Where this computer can be reached on the shop's network, the likeliest first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtNetwork import QAbstractSocket, QNetworkAddressEntry, QNetworkInterface

_Flag = QNetworkInterface.InterfaceFlag


class Reach(IntEnum):
    """How a phone's way to an address begins, the likeliest first."""

    WIFI = 0
    CABLE = 1
    OTHER = 2
    NOBODY = 3
    """This computer alone: no phone gets there."""


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """`card` is what this computer calls the network card that has it."""

    address: str
    card: str
    reach: Reach


def own_addresses() -> tuple[OwnAddress, ...]:
    """Of version 4 first; the computer's address for itself only where there is nothing else."""
    found = [
        (not _is_short(entry), _reach(card), OwnAddress(_text(entry), card.humanReadableName(), _reach(card)))
        for card in QNetworkInterface.allInterfaces()
        if card.flags() & _Flag.IsUp and card.flags() & _Flag.IsRunning
        for entry in card.addressEntries()
        if not entry.ip().isLinkLocal() and not entry.isTemporary()
    ]
    ranked = [address for *_, address in sorted(found, key=lambda each: each[:2])]
    reached = [each for each in ranked if each.reach is not Reach.NOBODY]
    return tuple(reached or ranked[:1]) or (OwnAddress("127.0.0.1", "", Reach.NOBODY),)


def _is_short(entry: QNetworkAddressEntry) -> bool:
    return entry.ip().protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol


def _text(entry: QNetworkAddressEntry) -> str:
    return entry.ip().toString().partition("%")[0]


def _reach(card: QNetworkInterface) -> Reach:
    if card.flags() & _Flag.IsLoopBack:
        return Reach.NOBODY
    return {
        QNetworkInterface.InterfaceType.Wifi: Reach.WIFI,
        QNetworkInterface.InterfaceType.Ethernet: Reach.CABLE,
    }.get(card.type(), Reach.OTHER)
