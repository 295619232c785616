"""Real sockets that are slow, large, many or ill-meant; and a page that stops."""

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from http import HTTPStatus

import pytest

from frontdesk.web.http import Reply, Request, hosts_of
from frontdesk.web.limits import Limits
from frontdesk.web.server import PageServer
from tests.web.conftest import Phone

QUICK = replace(Limits(), request_seconds=0.2, reply_seconds=0.2)


class Echo:
    """A page that says back what it was asked; at /held it waits to be let go."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.at_work: Future[None] = Future()
        self.let_go: Future[None] = Future()

    async def answer(self, request: Request) -> Reply:
        self.asked.append(request)
        if request.path == "/held":
            self.at_work.set_result(None)
            while not self.let_go.done():
                await asyncio.sleep(0.001)
        if request.path == "/large":
            return Reply(HTTPStatus.OK, "x" * 20_000_000)
        return Reply(HTTPStatus.OK, f"{request.method} {request.path} {request.query} {len(request.body)}")

    def turn(self, status: HTTPStatus) -> Reply:
        return Reply(status, f"sorry, {status.value}")


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
def server(echo: Echo, limits: Limits) -> Iterator[PageServer]:
    server = PageServer(echo.answer, echo.turn, limits)
    yield server
    server.stop()


def connect(phone: Phone, sent: bytes = b"") -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", phone.port), timeout=5)
    connection.sendall(sent)
    return connection


def read(connection: socket.socket) -> bytes:
    """All that comes until the other end closes; nothing where it hung up."""
    came = b""
    with connection, contextlib.suppress(ConnectionResetError):
        while piece := connection.recv(65536):
            came += piece
    return came


def status(reply: bytes) -> int:
    return int(reply.split(b" ", 2)[1])


def request(phone: Phone, head: str, body: bytes = b"") -> bytes:
    return f"{head}\r\nHost: 127.0.0.1:{phone.port}\r\n\r\n".encode() + body


def test_a_request_in_single_bytes_is_one_request(phone: Phone, echo: Echo) -> None:
    connection = connect(phone)
    for byte in request(phone, "POST /a%20b?c=d HTTP/1.1\r\nContent-Length: 3", b"xyz"):
        connection.sendall(bytes([byte]))
    assert read(connection).endswith(b"POST /a b c=d 3")
    assert len(echo.asked) == 1


def test_whoever_says_that_they_have_sent_all_is_answered(phone: Phone, echo: Echo) -> None:
    whole = connect(phone, request(phone, "POST /held HTTP/1.1\r\nContent-Length: 3", b"xyz"))
    echo.at_work.result(5)
    whole.shutdown(socket.SHUT_WR)
    half = connect(phone, request(phone, "POST / HTTP/1.1\r\nContent-Length: 3", b"x"))
    half.shutdown(socket.SHUT_WR)
    assert read(half) == b"", "what is not whole has no more to come"
    echo.let_go.set_result(None)
    assert read(whole).endswith(b"POST /held  3")


def test_head_gets_the_head(phone: Phone) -> None:
    got = phone.get("/x", method="HEAD")
    assert (got.status, got.html, got.headers["Content-Length"]) == (200, "", "10")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"])
def test_no_other_method_is_taken(phone: Phone, echo: Echo, method: str) -> None:
    got = phone.get("/", method=method)
    assert (got.status, got.headers["Allow"]) == (405, "GET, HEAD, POST")
    assert not echo.asked


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:1", "192.168.1.10:{port}", "127.0.0.1:{port}.evil.example", ""],
)
def test_only_the_chosen_name_is_served(phone: Phone, echo: Echo, host: str) -> None:
    assert phone.get("/", Host=host.format(port=phone.port)).status == 421
    assert phone.get("/", Host=f"LocalHost:{phone.port}").status == 200
    assert len(echo.asked) == 1


def test_this_computers_own_names_are_no_names_of_a_page_elsewhere() -> None:
    assert hosts_of("192.168.1.10", 8320) == {"192.168.1.10:8320"}
    assert hosts_of("Till.lan", 8320) == {"till.lan:8320"}
    assert hosts_of("fd00::7", 8320) == {"[fd00::7]:8320"}


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("GET / HTTP/1.1\r\nX: " + "y" * 9000, 431),
        ("GET /" + "y" * 9000 + " HTTP/1.1", 431),
        ("GET / HTTP/1.1\r\n" + "X: y\r\n" * 3000 + "Z: z", 431),
        ("POST / HTTP/1.1\r\nContent-Length: 9999999", 413),
        ("GET http://evil.example/ HTTP/1.1", 400),
        ("GET * HTTP/1.1", 400),
        ("nonsense", 400),
        ("GET / HTTP/1.1\r\nHost: twice", 400),
        ("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2", 400),
        ("POST / HTTP/1.1\r\nContent-Length: -1", 400),
        ("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: gzip", 501),
        ("GET / HTTP/1.1\r\nX : y", 400),
        ("GET / HTTP/1.1\r\nX: a\x00b", 400),
    ],
)
def test_what_is_no_request_of_a_browser_is_turned_away(
    phone: Phone, echo: Echo, head: str, expected: int
) -> None:
    assert status(read(connect(phone, request(phone, head)))) == expected
    assert not echo.asked


def test_a_body_without_an_end_is_turned_away_at_its_limit(phone: Phone, echo: Echo) -> None:
    connection = connect(phone, request(phone, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked"))
    piece = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"
    for _ in range(Limits().body_bytes // 0x4000 + 1):
        connection.sendall(piece)
    assert status(read(connection)) == 413
    assert not echo.asked


def test_whoever_is_still_sending_reads_why_nobody_listens(phone: Phone) -> None:
    connection = connect(phone, request(phone, "POST / HTTP/1.1\r\nContent-Length: 4000000"))
    for _ in range(40):
        connection.sendall(b"x" * 100_000)
    assert status(read(connection)) == 413


@pytest.mark.parametrize("limits", [QUICK])
@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"POST / HTTP/1.1\r\nHost: x"])
def test_a_request_has_so_much_time(phone: Phone, begun: bytes) -> None:
    since = time.monotonic()
    assert read(connect(phone, begun)) == b""
    assert 0.1 < time.monotonic() - since < 2


@pytest.mark.parametrize("limits", [QUICK])
def test_dripping_buys_no_time(phone: Phone, server: PageServer) -> None:
    connection, since = connect(phone), time.monotonic()
    with contextlib.suppress(OSError):
        while time.monotonic() < since + 2:
            connection.sendall(b"G")
            time.sleep(0.01)
    assert time.monotonic() - since < 1
    connection.close()


@pytest.mark.parametrize("limits", [QUICK])
def test_whoever_does_not_read_their_reply_goes_without(phone: Phone, server: PageServer) -> None:
    connection = connect(phone, request(phone, "GET /large HTTP/1.1"))
    until(lambda: server.visitors == 1)
    until(lambda: server.visitors == 0)
    connection.close()


@pytest.mark.parametrize("limits", [replace(Limits(), per_address=3)])
def test_one_address_has_only_so_many_connections(phone: Phone, server: PageServer) -> None:
    held = [connect(phone) for _ in range(3)]
    until(lambda: server.visitors == 3)
    assert status(read(connect(phone, request(phone, "GET / HTTP/1.1")))) == 200
    assert read(held.pop(0)) == b"", "who was silent for longest had to go"
    for each in held:
        each.close()


@pytest.mark.parametrize("limits", [replace(Limits(), per_address=9, in_all=3)])
def test_a_full_house_serves_whoever_asks(phone: Phone, server: PageServer) -> None:
    held = [connect(phone) for _ in range(3)]
    until(lambda: server.visitors == 3)
    assert status(read(connect(phone, request(phone, "GET / HTTP/1.1")))) == 200
    assert read(held[0]) == b"", "who was silent for longest had to go"
    for each in held:
        each.close()


def test_a_stop_waits_for_what_is_being_answered_and_for_nobody_else(
    phone: Phone, server: PageServer, echo: Echo
) -> None:
    silent, asking = connect(phone), connect(phone, request(phone, "GET /held HTTP/1.1"))
    echo.at_work.result(5)
    stopping = threading.Thread(target=server.stop)
    since = time.monotonic()
    stopping.start()
    assert read(silent) == b""
    echo.let_go.set_result(None)
    assert status(read(asking)) == 200
    stopping.join()
    assert time.monotonic() - since < 1
    with pytest.raises(ConnectionRefusedError):
        connect(phone)


def test_a_stop_waits_for_nobody_longer_than_a_second(phone: Phone, server: PageServer, echo: Echo) -> None:
    asking = connect(phone, request(phone, "GET /held HTTP/1.1"))
    echo.at_work.result(5)
    since = time.monotonic()
    server.stop()
    assert time.monotonic() - since < 1.2
    assert read(asking) == b""
    assert "page" not in {thread.name for thread in threading.enumerate()}


def test_a_port_that_is_taken_is_an_error_at_once(phone: Phone, echo: Echo) -> None:
    second = PageServer(echo.answer, echo.turn)
    with pytest.raises(OSError, match="in use"):
        second.start("127.0.0.1", phone.port)
    second.stop()


def until(holds: Callable[[], bool]) -> None:
    """Wait for what another thread is about to do."""
    end = time.monotonic() + 5
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.002)
