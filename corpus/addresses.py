"""Web addresses in the form in which two are compared.

comparable("HTTPS://Example.com:443/a/?utm_source=x#top")  -> "example.com/a"
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = frozenset(
    {"fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "ref", "ref_src", "s", "share", "spm"}
)


def comparable(url: str) -> str:
    """Host, path and query, without what only says where the reader came from."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return url.strip()
    query = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not key.startswith("utm_") and key not in _TRACKING
    ]
    return host + port + parts.path.rstrip("/") + (f"?{urlencode(sorted(query))}" if query else "")
