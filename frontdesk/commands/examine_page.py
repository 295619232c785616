"""The shop's own page for answers, where it is on: can phones find it at its address?"""

import errno
import http.client
import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from ipaddress import ip_address
from typing import Final

from frontdesk.commands.findings import Finding, good, worth_knowing
from frontdesk.config import Paths
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.texts import Texts

PATIENCE_SECONDS: Final = 2.0
_OURS: Final = "default-src 'none'"
"""The policy that the page of a window sends along; hardly any other program on a computer does."""


def examine_page(paths: Paths, texts: Texts) -> Iterator[Finding]:
    """Nothing where the page is off, or the shop cannot be read: that is told elsewhere."""
    from frontdesk.storage.database import StoreError
    from frontdesk.storage.feedback import feedback_rules
    from frontdesk.storage.opening import opened

    with suppress(StoreError), opened(paths.store) as db:
        rules = feedback_rules.rules(db)
        if rules.page_base:
            yield _page(texts, rules)


def _page(texts: Texts, rules: FeedbackRules) -> Finding:
    try:
        _listen(rules.page_address, rules.page_port)
    except OSError as error:
        if error.errno == errno.EADDRNOTAVAIL:
            return worth_knowing(
                "page",
                texts.gettext(
                    "The shop's own page is on, but {address} is not this computer's address now: cards lead "
                    "to nothing."
                ).format(address=rules.page_address),
                texts.gettext(
                    "Let the router give this computer that address again, or choose another one in "
                    "Settings, Feedback, and print new cards."
                ),
            )
        if not _answers(rules.page_address, rules.page_port):
            return worth_knowing(
                "page",
                texts.gettext(
                    "The shop's own page is on, but something else has port {port} of this computer."
                ).format(port=rules.page_port),
                texts.gettext(
                    "Close that program, or choose another port in Settings, Feedback, and print new cards."
                ),
            )
    return good(
        "page", texts.gettext("Phones find the shop's own page at {link}.").format(link=rules.page_base)
    )


def _listen(address: str, port: int) -> None:
    """Listen there for no longer than this. Raises `OSError` where that is not possible."""
    host, family = address, socket.AF_INET
    try:
        family = socket.AF_INET6 if ip_address(address).version == 6 else socket.AF_INET
    except ValueError:
        host = ""  # a name is for the router to know
    socket.create_server((host, port), family=family).close()


def _answers(address: str, port: int) -> bool:
    """Is it our own page that is there already?"""
    with closing(http.client.HTTPConnection(address, port, timeout=PATIENCE_SECONDS)) as connection:
        try:
            connection.request("GET", "/")
            policy = connection.getresponse().headers.get("Content-Security-Policy", "")
        except (OSError, http.client.HTTPException):
            return False
    return policy.startswith(_OURS)
