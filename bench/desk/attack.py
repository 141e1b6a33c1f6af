#!/usr/bin/env python3
"""How long honest requests take while somebody keeps the desk busy.

    attack.py URL [--path /] [--slow 5000] [--body] [--seconds 10] [--rate 50]

URL is the one that the command printed, with its token. `--slow N` holds N connections that send
the head of a request one byte a second; those that the desk drops are opened again, at each turn.
`--body` sends bodies of 1 GiB, one after the other, as far as the desk takes them. `--rate` is how
many honest requests a second are made, each on a connection of its own. Prints one line of
figures. Standard library only.
"""

import argparse
import errno
import os
import resource
import socket
import sys
import time
from http.client import HTTPConnection
from multiprocessing import Event, Process, Value
from urllib.parse import urlsplit

HEAD = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
GIB = 1 << 30
CHUNK = b"x" * (1 << 16)


def raise_file_limit(wanted):
    """Allows as many open files as the system gives, and says how many connections that is."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    return most - 64


def opened(address):
    """A connection that is being opened, or None if the system has none to give."""
    connection = socket.socket()
    connection.setblocking(False)
    try:
        if connection.connect_ex(address) in (0, errno.EINPROGRESS):
            return connection
    except OSError:
        pass
    connection.close()
    return None


def hold_slow(address, count, stop, opens):
    """Holds `count` connections, each with one more byte of a head every second."""
    held = [None] * min(count, raise_file_limit(count + 256))
    turn = 0
    while not stop.is_set():
        start = time.monotonic()
        for place, connection in enumerate(held):
            if connection is None:
                held[place] = opened(address)
                opens.value += 1
                continue
            try:
                connection.send(HEAD[turn % len(HEAD):][:1])
            except BlockingIOError:
                pass
            except OSError:
                connection.close()
                held[place] = opened(address)
                opens.value += 1
        turn += 1
        stop.wait(max(0.0, 1.0 - (time.monotonic() - start)))


def send_bodies(address, cookie, stop, sent):
    """Sends bodies of 1 GiB until told to stop; counts the bytes that were taken."""
    host = "%s:%d" % address
    while not stop.is_set():
        head = (
            f"POST /bytes HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n"
            f"Sec-Fetch-Site: same-origin\r\nContent-Length: {GIB}\r\n\r\n"
        )
        with socket.create_connection(address, timeout=5) as connection:
            try:
                connection.sendall(head.encode())
                for _ in range(GIB // len(CHUNK)):
                    connection.sendall(CHUNK)
                    sent.value += len(CHUNK)
            except OSError:
                pass


def enter(address, target):
    """The cookie that the desk gives for its token."""
    connection = HTTPConnection(*address, timeout=10)
    connection.request("GET", target)
    answer = connection.getresponse()
    cookie = answer.getheader("Set-Cookie")
    connection.close()
    if answer.status != 303 or cookie is None:
        sys.exit(f"the desk does not open: {answer.status}")
    return cookie.split(";")[0]


def ask(address, path, cookie):
    """Seconds until the whole answer is there, or None if there is none."""
    start = time.monotonic()
    connection = HTTPConnection(*address, timeout=10)
    try:
        connection.request("GET", path, headers={"Cookie": cookie, "Connection": "close"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            return None
    except OSError:
        return None
    finally:
        connection.close()
    return time.monotonic() - start


def quantile(times, share):
    return times[min(len(times) - 1, int(share * len(times)))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url")
    parser.add_argument("--path", default="/")
    parser.add_argument("--slow", type=int, default=0)
    parser.add_argument("--body", action="store_true")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--rate", type=float, default=50)
    options = parser.parse_args()
    url = urlsplit(options.url)
    address = (url.hostname, url.port or 80)
    cookie = enter(address, f"{url.path}?{url.query}")

    stop, opens, sent = Event(), Value("q", 0), Value("q", 0)
    attackers = []
    if options.slow:
        attackers.append(Process(target=hold_slow, args=(address, options.slow, stop, opens)))
    if options.body:
        attackers.append(Process(target=send_bodies, args=(address, cookie, stop, sent)))
    for attacker in attackers:
        attacker.start()

    times, failed = [], 0
    end = time.monotonic() + options.seconds
    while time.monotonic() < end:
        took = ask(address, options.path, cookie)
        if took is None:
            failed += 1
        else:
            times.append(took)
        time.sleep(1 / options.rate)
    stop.set()
    for attacker in attackers:
        attacker.join(10)
        if attacker.is_alive():
            attacker.terminate()

    times.sort()
    p50, p95, p99 = (1000 * quantile(times, share) if times else -1 for share in (0.5, 0.95, 0.99))
    print(
        f"slow={options.slow} body={int(options.body)} cores={os.cpu_count()} "
        f"honest={len(times)} failed={failed} p50_ms={p50:.1f} p95_ms={p95:.1f} p99_ms={p99:.1f} "
        f"worst_ms={1000 * times[-1] if times else -1:.1f} "
        f"slow_opened={opens.value} body_bytes_taken={sent.value}"
    )


if __name__ == "__main__":
    main()
