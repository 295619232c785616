"""One request and one reply, as HTTP/1.1 writes them; h11 knows its grammar, the rest is here."""

from collections.abc import Collection
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import unquote

import h11

from frontdesk.web.limits import Limits

METHODS: Final = frozenset({"GET", "HEAD", "POST"})
_SIGNS: Final = len(": \r\n")
_ALWAYS: Final = (
    ("Cache-Control", "no-store"),
    ("Connection", "close"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks: `path` without its percent signs, `query` and `body` as they came."""

    method: str
    path: str
    query: str = ""
    body: bytes = b""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What they get. `policy` is the Content-Security-Policy of a page; `to` where a 303 leads."""

    status: HTTPStatus
    html: str = ""
    policy: str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    to: str = ""


class Unread(Exception):
    """A request that is not read to its end, and the status that says why."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.value)
        self.status = status


class Exchange:
    """The grammar of one connection: bytes in, a request out; a reply in, bytes out. `hosts` are the only
    names that may be asked for: a page of somebody else's that had its name point here is not served.
    """

    def __init__(self, hosts: Collection[str], limits: Limits) -> None:
        self._hosts, self._limits = hosts, limits
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=limits.head_bytes)
        self._head: h11.Request | None = None
        self._body = bytearray()
        self._held = 0

    @property
    def held(self) -> int:
        """Bytes that are kept of a request that is not whole yet."""
        return self._held + len(self._body)

    def read(self, data: bytes, address: str) -> Request | None:
        """Take what came; the request once it is whole. Raises `Unread` for one that is not to be read."""
        try:
            self._http.receive_data(data)
            whole = self._go_on()
        except h11.RemoteProtocolError as error:
            raise Unread(HTTPStatus(error.error_status_hint)) from None
        if whole and self._head is not None:
            return _request(self._head, bytes(self._body), address)
        return None

    def write(self, reply: Reply) -> bytes:
        """The whole reply, its body left out where only the head was asked for."""
        body = reply.html.encode("utf-8")
        headers = [*_ALWAYS, ("Content-Security-Policy", reply.policy)]
        if reply.status is not HTTPStatus.NO_CONTENT:  # which may not even say that it has none
            headers.append(("Content-Length", str(len(body))))
        if body:
            headers.append(("Content-Type", "text/html; charset=utf-8"))
        if reply.to:
            headers.append(("Location", reply.to))
        if reply.status is HTTPStatus.METHOD_NOT_ALLOWED:
            headers.append(("Allow", ", ".join(sorted(METHODS))))
        head_only = self._head is not None and self._head.method == b"HEAD"
        response = h11.Response(status_code=reply.status, headers=headers, reason=reply.status.phrase)
        events = [response, *([h11.Data(body)] if body and not head_only else []), h11.EndOfMessage()]
        return b"".join(self._http.send(event) or b"" for event in events)

    def _go_on(self) -> bool:
        """Read as far as it goes; True once the request is whole."""
        while True:
            match self._http.next_event():
                case h11.Request() as head:
                    self._head, self._held = head, 0
                    self._check(head)
                case h11.Data(data=data):
                    self._body += data
                    if len(self._body) > self._limits.body_bytes:
                        raise Unread(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
                case h11.EndOfMessage():
                    return True
                case _:
                    self._held = len(self._http.trailing_data[0])
                    return False

    def _check(self, head: h11.Request) -> None:
        """What can be told by the head is not waited for."""
        sent = dict(head.headers)
        size = len(head.target) + sum(len(name) + len(value) + _SIGNS for name, value in head.headers)
        if size > self._limits.head_bytes:
            raise Unread(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        if sent.get(b"host", b"").decode("ascii", "replace").lower() not in self._hosts:
            raise Unread(HTTPStatus.MISDIRECTED_REQUEST)
        if head.method.decode("ascii") not in METHODS:
            raise Unread(HTTPStatus.METHOD_NOT_ALLOWED)
        if not head.target.startswith(b"/"):
            raise Unread(HTTPStatus.BAD_REQUEST)
        length = sent.get(b"content-length", b"0")
        if int(length) > self._limits.body_bytes:
            raise Unread(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def hosts_of(address: str, port: int) -> frozenset[str]:
    """What a browser may call this page: its address; any name of this computer itself only if that is it."""
    itself = ("127.0.0.1", "localhost", "[::1]")
    host = f"[{address}]" if ":" in address else address.lower()
    names = itself if host in itself else (host,)
    return frozenset(f"{name}:{port}" for name in names)


def _request(head: h11.Request, body: bytes, address: str) -> Request:
    path, _, query = head.target.decode("ascii").partition("?")
    return Request(head.method.decode("ascii"), unquote(path), query, body, address)
