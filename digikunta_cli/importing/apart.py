"""A compiled reader runs in a process of its own, so that its end is not the end of the program.

It may abort, or take all memory, on a file that was made to harm. Its own process has limits
where the system knows them (POSIX), and tells what it reads as one JSON text a line.
"""

import json
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from subprocess import DEVNULL, PIPE, Popen

from digikunta_cli.importing.limits import Limits, unsafe
from digikunta_cli.importing.sheets import Piece, pieces

HAS_LIMITS = os.name == "posix"
"""Whether the system can keep a process within limits."""
_SECONDS = 300
"""Of computing, not of waiting; the largest files take some tens of seconds."""
_CODE = (
    "import json, sys;"
    "sys.path[:] = json.loads(sys.argv[1]);"
    "from digikunta_cli.importing.apart import main;"
    "main(int(sys.argv[2]))"
)


def pieces_apart(data: bytes, file: str, limits: Limits) -> Generator[Piece, None, None]:
    """Read a workbook in a process of its own; raises InputError where that comes to no end."""
    memory = limits.memory if HAS_LIMITS else 0
    order = [sys.executable, "-I", "-c", _CODE, json.dumps(sys.path), str(memory)]
    kind = ""
    with Popen(order, stdin=PIPE, stdout=PIPE, stderr=DEVNULL) as process:
        try:
            for kind, content in _told(process, data):
                yield kind, content
        finally:
            process.kill()  # it has ended already, unless something went wrong here
    if kind not in ("end", "wrong"):
        raise unsafe(file, limits)


def _told(process: "Popen[bytes]", data: bytes) -> Iterator[Piece]:
    """What the other process tells, as far as it comes."""
    assert process.stdin and process.stdout
    with suppress(OSError), process.stdin:  # it may have ended before it has read all
        process.stdin.write(data)
    for line in process.stdout:
        # The last line is cut where the process was ended.
        if line.endswith(b"\n"):
            kind, content = json.loads(line)
            yield kind, content


def main(memory: int) -> None:
    """Be the other process: read a workbook from standard input within so many bytes of memory.

    With 0 there is no limit.
    """
    if memory:
        _limit(memory)
    for piece in pieces(sys.stdin.buffer.read()):
        sys.stdout.write(json.dumps(piece) + "\n")


def _limit(memory: int) -> None:
    import resource  # POSIX only

    most = {resource.RLIMIT_AS: memory, resource.RLIMIT_CPU: _SECONDS, resource.RLIMIT_CORE: 0}
    for name, value in most.items():
        _, hard = resource.getrlimit(name)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        with suppress(ValueError, OSError):  # macOS knows some limits by name only
            resource.setrlimit(name, (value, value))
