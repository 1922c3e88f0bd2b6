"""Numbers with what they count."""


def count(number: int, noun: str) -> str:
    """count(1, "note") -> "1 note"; count(2, "note") -> "2 notes"; for nouns whose plural is an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
