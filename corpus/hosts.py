"""Whether an address lies on the open internet, or on this machine and its network."""

from __future__ import annotations

import ipaddress

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PRIVATE = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


def is_public(address: str) -> bool:
    """Whether a numeric address is public, and so is the one of version 4 that may be wrapped in it."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1] or _translated(ip)
    return ip.is_global and not ip.is_multicast


def is_private_name(host: str) -> bool:
    """Whether a name, before it is looked up, can only mean this machine or its network."""
    try:
        return not is_public(host)
    except ValueError:
        return host == "localhost" or host.endswith(_PRIVATE)


def _translated(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The address of version 4 that a NAT64 gateway would connect to."""
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else ip
