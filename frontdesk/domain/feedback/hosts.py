"""Where on the shop's network this computer is reached: an IP address, or a name that the router knows."""

import re
from ipaddress import ip_address
from typing import Final

from frontdesk.domain.text import BadInput, InputFault

_MOST: Final = 253
_NAME = re.compile(r"(?=.*[a-z])(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*", re.ASCII)
_DIGITS_LAST = re.compile(r"(.*\.)?[0-9]+", re.ASCII)


def clean_host(raw: str) -> str:
    """An IP address or a host name as a link holds it: no scheme, no port, small letters.

    Raises `BadInput` NOT_A_HOST, also for what no phone could reach: 0.0.0.0, an address for many.
    """
    host = raw.strip().lower().rstrip(".")
    try:
        address = ip_address(host)
    except ValueError:
        if len(host) > _MOST or not _NAME.fullmatch(host) or _DIGITS_LAST.fullmatch(host):
            raise BadInput(InputFault.NOT_A_HOST) from None
        return host
    if "%" in host or address.is_unspecified or address.is_multicast:
        raise BadInput(InputFault.NOT_A_HOST)
    return address.compressed
