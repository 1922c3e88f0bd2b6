"""The reader on a pty beside an empty Textual app, a Static of the same text, and less; one run, one machine.

    python scripts/bench_reader.py [--words 1000 10000 100000] [--keys 60]

For each text: seconds from exec to the first Arabic glyph, milliseconds from a word key, a page key and a resize to the
first byte of what follows (median and 99th percentile), and the memory of the process at rest (MB). The texts are the
articles that ship, repeated.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
ROWS, COLUMNS = 40, 120
STATIC = """
import sys
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Static
class Bare(App):
    def compose(self):
        with VerticalScroll():
            yield Static(TEXT, markup=False)
TEXT = open(sys.argv[1], encoding="utf-8").read() if len(sys.argv) > 1 else "\u0646"
Bare().run()
"""


class Figures(NamedTuple):
    """What one program did with one text."""

    first: float
    keys: list[float]
    pages: list[float]
    resizes: list[float]
    memory: float


class Session:
    """A program on a pty."""

    def __init__(self, argv: list[str], env: dict[str, str]) -> None:
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(argv[0], argv, env)
        self.resize(ROWS, COLUMNS)

    def resize(self, rows: int, columns: int) -> None:
        """Another size of the window."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, timeout: float) -> bytes:
        """Whatever comes within the time; nothing when it stays silent."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return b""
        try:
            return os.read(self.fd, 1 << 16)
        except OSError:
            return b""

    def first_glyph(self) -> float:
        """Seconds from exec to the first Arabic letter, as a letter or a presentation form."""
        seen = b""
        while time.perf_counter() - self.began < 30:
            chunk = self.read(1.0)
            self._answer(chunk)
            seen = seen[-2:] + chunk
            if any(0xD8 <= b <= 0xDB for b in seen) or b"\xef\xba" in seen or b"\xef\xbb" in seen:
                return time.perf_counter() - self.began
        raise SystemExit("no Arabic came within 30 seconds")

    def _answer(self, chunk: bytes) -> None:
        """What xterm would say to the questions that are asked at the start."""
        if b"\x1b[c" in chunk:
            os.write(self.fd, b"\x1b[?64;1;2c")

    def quiet(self, seconds: float = 0.4) -> None:
        """Wait until nothing has come for a while."""
        while self.read(seconds):
            pass

    def after(self, keys: bytes | None, size: tuple[int, int] | None = None) -> float:
        """Milliseconds from a key (or a resize) to the first byte that follows."""
        began = time.perf_counter()
        if keys is not None:
            os.write(self.fd, keys)
        if size is not None:
            self.resize(*size)
        if not self.read(2.0):
            return float("nan")
        took = 1000 * (time.perf_counter() - began)
        while self.read(0.03):
            pass
        return took

    def memory(self) -> float:
        """MB of resident memory."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def stop(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def texts(words: int, vowelled: bool) -> str:
    """The shipped articles repeated to a number of words."""
    from corpus.normalize import plain

    lines: list[str] = []
    for folder in sorted((ROOT / "corpus" / "articles").iterdir()):
        if (folder / "ar.txt").exists():
            for paragraph in (folder / "ar.txt").read_text(encoding="utf-8").split("\n\n"):
                lines.append(" ".join(paragraph.split()))
    out, count, n = ["عنوان"], 0, 0
    while count < words:
        line = lines[n % len(lines)]
        out.append(line if vowelled else " ".join(plain(word) for word in line.split()))
        count += len(line.split())
        n += 1
    return "\n\n".join(out)


def measure(argv: list[str], env: dict[str, str], key: bytes, page: bytes, keys: int) -> Figures:
    """Run a program and press its keys."""
    session = Session(argv, env)
    try:
        first = session.first_glyph()
        session.quiet(1.5)
        pressed = [session.after(key) for _ in range(keys)]
        paged = [session.after(page) for _ in range(max(5, keys // 4))]
        resized = [session.after(None, (ROWS, COLUMNS - 10 * (n % 2 + 1))) for n in range(6)]
        session.quiet(1.0)
        return Figures(first, pressed, paged, resized, session.memory())
    finally:
        session.stop()


def p99(values: list[float]) -> float:
    """The 99th percentile of what was measured."""
    ordered = sorted(v for v in values if v == v)
    return ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))] if ordered else float("nan")


def median(values: list[float]) -> float:
    """The median of what was measured."""
    kept = [v for v in values if v == v]
    return statistics.median(kept) if kept else float("nan")


def row(name: str, f: Figures) -> str:
    """A line of the table."""
    return (
        f"{name:34}{f.first:8.2f}{median(f.keys):9.1f}{p99(f.keys):8.1f}{median(f.pages):9.1f}{p99(f.pages):8.1f}"
        f"{median(f.resizes):9.1f}{f.memory:9.1f}"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--keys", type=int, default=60)
    args = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    print(f"{'':34}{'first s':>8}{'key ms':>9}{'p99':>8}{'page ms':>9}{'p99':>8}{'resize':>9}{'MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        static = base / "static.py"
        static.write_text(STATIC, encoding="utf-8")
        env = {**os.environ, "TERM": "xterm-256color", "NASHRA_HOME": str(base / "home"), "LANG": "C.UTF-8"}
        print(
            row("an empty Textual app", measure([sys.executable, str(static)], env, b"\t", b"\x1b[6~", 2)),
            flush=True,
        )
        for words in args.words:
            for vowelled in (False, True):
                name = f"{words:,} words{', vowelled' if vowelled else ''}"
                path = base / f"{words}-{vowelled}.txt"
                path.write_text(texts(words, vowelled), encoding="utf-8")
                nashra = [sys.executable, "-m", "reader"]
                added = subprocess.run(
                    [*nashra, "import", str(path)],
                    env=env,
                    capture_output=True,
                    text=True,
                    cwd=ROOT,
                    check=True,
                )
                reader = [sys.executable, "-m", "reader", "read", "--bidi", "plain", added.stdout.split()[0]]
                os.chdir(ROOT)
                print(
                    row(f"nashra, {name}", measure(reader, env, b"\x1b[D", b"\x1b[6~", args.keys)), flush=True
                )
                bare = [sys.executable, str(static), str(path)]
                print(row(f"Static, {name}", measure(bare, env, b"\x1b[B", b"\x1b[6~", 12)), flush=True)
                print(
                    row(f"less, {name}", measure(["/usr/bin/less", str(path)], env, b"j", b" ", 12)),
                    flush=True,
                )


if __name__ == "__main__":
    main()
