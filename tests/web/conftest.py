"""A page that is really served, on a port of its own, and somebody with a phone."""

import http.client
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard
from frontdesk.domain.feedback.responses import Response
from frontdesk.web.answering import Answering
from frontdesk.web.http import Reply, Request
from frontdesk.web.limits import Limits
from frontdesk.web.server import PageServer

ALL_DAY = Limits(requests_a_minute=1_000_000, answers_a_minute=1_000_000, answers_a_card=1_000_000)
"""For tests that send more than a phone does."""


@dataclass(frozen=True)
class Got:
    """A reply as it came."""

    status: int
    headers: Mapping[str, str]
    html: str


@dataclass(frozen=True)
class Phone:
    """Asks the page as a browser does, one connection each time."""

    port: int

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, method: str = "GET", **headers: str) -> Got:
        return self._ask(method, path, None, headers)

    def post(self, path: str, fields: Mapping[str, str] | bytes) -> Got:
        body = fields if isinstance(fields, bytes) else form(fields)
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def _ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Got:
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            asking.request(method, path, body, dict(headers))
            reply = asking.getresponse()
            return Got(reply.status, dict(reply.getheaders()), reply.read().decode("utf-8"))
        finally:
            asking.close()


@dataclass(frozen=True)
class Unwired:
    """Asks whatever answers behind the page, without a socket: for tests that ask hundreds of times."""

    answering: Answering

    async def get(self, path: str) -> Reply:
        path, _, query = path.partition("?")
        return await self.answering.answer(Request("GET", path, query))

    async def send(self, path: str, fields: Mapping[str, str]) -> Reply:
        return await self.answering.answer(Request("POST", path, body=form(fields)))

    async def post(self, path: str, fields: Mapping[str, str]) -> HTTPStatus:
        return (await self.send(path, fields)).status


def own_page(thanks: str) -> str:
    """Where the thanks lead whoever sent it, to change it."""
    return thanks.replace("/thanks?", "?")


def kept_in(thanks: str) -> str:
    """The proof in the address of the thanks; nothing where there is none."""
    return thanks.partition("&kept=")[2]


def form(fields: Mapping[str, str]) -> bytes:
    """As a browser sends it; halves of characters as only a hostile client does."""
    return urlencode(fields, errors="surrogatepass").encode("ascii")


@pytest.fixture
def limits() -> Limits:
    return Limits()


@pytest.fixture
def answering(desk: FrontDesk, limits: Limits) -> Answering:
    return Answering(desk, desk.submit, limits)


@pytest.fixture
def server(answering: Answering, limits: Limits) -> Iterator[PageServer]:
    server = PageServer(answering.answer, answering.turn, limits)
    yield server
    server.stop()


@pytest.fixture
def phone(server: PageServer) -> Phone:
    return Phone(server.start("127.0.0.1", 0))


@pytest.fixture
def card(desk: FrontDesk) -> FeedbackCard:
    """A card of somebody's own."""
    return desk.submit(desk.feedback.issue, desk.act(), 1, "lo").result().cards[0]


@pytest.fixture
def poster(desk: FrontDesk) -> FeedbackCard:
    """One code for everybody."""
    issued = desk.submit(desk.feedback.issue, desk.act(), 1, "th", format=CardFormat.POSTER)
    return issued.result().cards[0]


def came(desk: FrontDesk) -> tuple[Response, ...]:
    """Every answer that is in the store."""
    return desk.responses.between(0, desk.now() + 1)
