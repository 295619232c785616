"""Which of this computer's addresses an owner is offered, and in which order."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtNetwork import QHostAddress, QNetworkInterface

from frontdesk.ui.settings import own_addresses
from frontdesk.ui.settings.own_addresses import OwnAddress, Reach

UP = QNetworkInterface.InterfaceFlag.IsUp | QNetworkInterface.InterfaceFlag.IsRunning
LOOP = UP | QNetworkInterface.InterfaceFlag.IsLoopBack
KIND = QNetworkInterface.InterfaceType


def card(name: str, kind: Any, flags: Any, *addresses: str) -> Any:
    entries = [
        SimpleNamespace(ip=lambda a=a: QHostAddress(a), isTemporary=lambda a=a: a.endswith("::99"))
        for a in addresses
    ]
    return SimpleNamespace(
        flags=lambda: flags,
        type=lambda: kind,
        humanReadableName=lambda: name,
        addressEntries=lambda: entries,
    )


def found(monkeypatch: pytest.MonkeyPatch, *cards: Any) -> tuple[OwnAddress, ...]:
    fake = SimpleNamespace(
        allInterfaces=lambda: list(cards), InterfaceFlag=QNetworkInterface.InterfaceFlag, InterfaceType=KIND
    )
    monkeypatch.setattr(own_addresses, "QNetworkInterface", fake)
    return own_addresses.own_addresses()


def test_a_phones_likeliest_way_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = found(
        monkeypatch,
        card("lo", KIND.Loopback, LOOP, "127.0.0.1", "::1"),
        card("tun0", KIND.Virtual, UP, "10.8.0.2"),
        card("eth0", KIND.Ethernet, UP, "fd00::2", "fd00::99", "192.168.0.5", "169.254.3.3"),
        card("wlan0", KIND.Wifi, UP, "192.168.1.10", "fe80::1"),
        card("wlan1", KIND.Wifi, UP & ~QNetworkInterface.InterfaceFlag.IsRunning, "192.168.9.9"),
    )
    assert [each.address for each in offered] == ["192.168.1.10", "192.168.0.5", "10.8.0.2", "fd00::2"]
    assert offered[0] == OwnAddress("192.168.1.10", "wlan0", Reach.WIFI)


def test_only_where_nothing_else_is_the_computer_itself_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    loop = card("lo", KIND.Loopback, LOOP, "::1", "127.0.0.1")
    assert found(monkeypatch, loop) == (OwnAddress("127.0.0.1", "lo", Reach.NOBODY),)
    assert found(monkeypatch) == (OwnAddress("127.0.0.1", "", Reach.NOBODY),)
