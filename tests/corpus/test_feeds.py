"""Feeds: each item once, no feed believed, nothing lost when one fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import feeds as module
from corpus.database import connect
from corpus.errors import NashraError
from corpus.feedfile import read_feed, read_opml, write_opml
from corpus.feeds import AGAIN, DELAY, Feeds
from corpus.library import Library

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from tests.corpus.conftest import Web

PAGE = "<html><head><title>عنوان المقال رقم {0}</title></head><body><article>" + (
    "<p>قالت الوزارة في بيان رقم {0} إن المحادثات مستمرة في العاصمة منذ أسبوع.</p>"
    "<p>وأضافت أن الوفد سيغادر غدا بعد انتهاء الجولة رقم {0} من المحادثات.</p></article></body></html>"
)


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def feeds(clock: Clock) -> Feeds:
    return Feeds(Library(connect(":memory:"), shipped_folder=None), clock, clock.sleep)


def rss(*items: str, title: str = "أخبار") -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{"".join(items)}</channel></rss>'


def item(web: Web, n: int, link: str | None = None) -> str:
    web.serve(f"/{n}", PAGE.format(n))
    link = web.url(f"/{n}") if link is None else link
    return (
        f"<item><title>خبر {n}</title><link>{link}</link><guid>{n}</guid>"
        f"<pubDate>Tue, 0{n} Mar 2024 09:30:00 GMT</pubDate></item>"
    )


def test_new_items_come_into_the_inbox_once(web: Web, feeds: Feeds, clock: Clock) -> None:
    url = web.serve("/feed", rss(item(web, 2), item(web, 1)), "application/rss+xml")
    assert (feeds.add(url).title, feeds.all()[0].new) == ("أخبار", 2)
    assert [(i.title, i.date) for i in feeds.inbox()] == [("خبر 2", "2024-03-02"), ("خبر 1", "2024-03-01")]
    clock.now += AGAIN
    web.serve("/feed", rss(item(web, 3), item(web, 2)), "application/rss+xml")
    assert [r.new for r in feeds.fetch()] == [1]
    assert [i.title for i in feeds.inbox()] == ["خبر 3", "خبر 2", "خبر 1"]


def test_the_inbox_is_by_date_whatever_the_feed_begins_with(web: Web, feeds: Feeds) -> None:
    items = (item(web, 1), item(web, 3), item(web, 2))
    feeds.add(web.serve("/feed", rss(*items), "application/rss+xml"))
    assert [i.title for i in feeds.inbox()] == ["خبر 3", "خبر 2", "خبر 1"]


def test_an_item_is_fetched_once_and_dismissed_ones_stay_away(web: Web, feeds: Feeds) -> None:
    feeds.add(web.serve("/feed", rss(item(web, 1), item(web, 2)), "application/rss+xml"))
    two, one = sorted(feeds.inbox(), key=lambda i: i.title, reverse=True)
    added = feeds.take(one.number)
    article = feeds.library.get(added.id)
    assert (article.title, article.date, article.url) == ("عنوان المقال رقم 1", "2024-03-01", web.url("/1"))
    assert feeds.take(one.number).duplicate
    assert web.asked.count("/1") == 1
    feeds.dismiss(two.number)
    list(feeds.fetch(force=True))
    assert feeds.inbox() == []
    assert [i.article for i in feeds.inbox(state="imported")] == [added.id]


def test_a_server_is_asked_politely(web: Web, feeds: Feeds, clock: Clock) -> None:
    headers: list[str | None] = []

    def page(request: BaseHTTPRequestHandler) -> None:
        headers.append(request.headers["If-None-Match"])
        if request.headers["If-None-Match"] == '"7"':
            request.send_response(304)
            request.end_headers()
            return
        request.send_response(200)
        request.send_header("ETag", '"7"')
        request.end_headers()
        request.wfile.write(rss(item(web, 1)).encode())

    web.pages["/feed"] = page
    feeds.add(web.url("/feed"))
    assert [r.skipped for r in feeds.fetch()] == [True]
    clock.now += AGAIN
    assert [(r.new, r.skipped, r.error) for r in feeds.fetch()] == [(0, False, None)]
    assert [(r.new, r.error) for r in feeds.fetch(force=True)] == [(0, None)]
    assert headers == [None, '"7"', '"7"']
    assert clock.slept == [DELAY]


def test_a_page_leads_to_its_feed(web: Web, feeds: Feeds) -> None:
    web.serve("/feed?a=1&b=2", rss(item(web, 1)), "application/rss+xml")
    link = '<link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2">'
    assert feeds.add(web.serve("/", f"<html><head>{link}</head></html>")).url == web.url("/feed?a=1&b=2")
    with pytest.raises(NashraError, match="names no feed"):
        feeds.add(web.serve("/none", "<html></html>"))


def test_one_feed_that_fails_does_not_stop_the_others(web: Web, feeds: Feeds) -> None:
    one, two = (web.serve(f"/feed{n}", rss(item(web, n)), "application/rss+xml") for n in (1, 2))
    feeds.add(one)
    feeds.add(two)
    del web.pages["/feed1"]
    results = {r.url: r.error for r in feeds.fetch(force=True)}
    assert "404" in (results[one] or "")
    assert results[two] is None
    assert "404" in (feeds.all()[0].error or "")


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:1/secret",
        "http://10.0.0.1/",
        "javascript:alert(1)",
        "ftp://x/",
        "http://[",
    ],
)
def test_items_lead_to_public_pages_only(web: Web, feeds: Feeds, link: str) -> None:
    feeds.add(web.serve("/feed", rss(item(web, 1), item(web, 2, link)), "application/rss+xml"))
    for one in feeds.inbox():
        if one.title == "خبر 2":
            with pytest.raises(NashraError, match=r"private network|neither a page nor a text"):
                feeds.take(one.number)
    assert len(feeds.library.list()) == 0


def test_a_public_feed_may_not_name_a_page_here(web: Web, feeds: Feeds) -> None:
    feeds.add(web.serve("/feed", rss(item(web, 1)), "application/rss+xml"))
    feeds.conn.execute("UPDATE feed SET local = 0")
    with pytest.raises(NashraError, match="private network"):
        feeds.take(feeds.inbox()[0].number)


def test_the_feeds_own_text_serves_when_there_is_no_page(web: Web, feeds: Feeds) -> None:
    content = PAGE.format(9).split("<article>")[1].split("</article>")[0]
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>أخبار</title><entry><id>x</id><title>خبر قديم من المحادثات</title>'
        f'<content type="html"><![CDATA[{content}<script>سر</script>]]></content></entry></feed>'
    )
    feeds.add(web.serve("/feed", atom, "application/atom+xml"))
    article = feeds.library.get(feeds.take(feeds.inbox()[0].number).id)
    assert article.title == "خبر قديم من المحادثات"
    assert len(article.paragraphs) == 2


ENTITIES = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
BOMB = (
    f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">{ENTITIES}]><rss version="2.0"><channel>'
    "<title>&j;</title><item><title>&j;</title><link>http://x.org/</link></item></channel></rss>"
)


@pytest.mark.parametrize("data", [b"", b"plain", b"<html></html>", b"\x00\xff" * 99])
def test_what_is_no_feed_is_said(data: bytes) -> None:
    with pytest.raises(NashraError, match="no feed"):
        read_feed(data, "http://x.org/feed")


def test_bombs_and_controls_do_nothing() -> None:
    title, entries = read_feed(BOMB.encode(), "http://x.org/feed")
    assert len(title) <= 300
    assert all(len(entry.title) <= 300 for entry in entries)
    outside = BOMB.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"').replace("&j;", "&a;")
    assert "root:" not in str(read_feed(outside.encode(), "http://x.org/feed"))
    evil = rss("<item><title>&lt;b&gt;خبر\u202e&#x9b;31m&lt;/b&gt;</title><link>http://x.org/</link></item>")
    said = read_feed(evil.encode(), "http://x.org/")[1][0].title
    assert said.isprintable()
    assert said.startswith("خبر")


def test_opml_there_and_back(feeds: Feeds) -> None:
    lists = [("http://x.org/a?b&c", 'أخبار "اليوم"'), ("http://x.org/d", "b")]
    text = write_opml(lists)
    assert read_opml(text.encode()) == lists
    assert feeds.add_opml(text.encode()) == [url for url, _ in lists]
    assert feeds.add_opml(text.encode()) == []
    assert feeds.opml() == text
    feeds.remove("http://x.org/d")
    assert [f.title for f in feeds.all()] == ['أخبار "اليوم"']


def test_what_is_no_opml_or_feed_is_said(feeds: Feeds) -> None:
    for data in (b"", b"<a/>", b"no xml", b"<opml"):
        with pytest.raises(NashraError, match="OPML") if data != b"<opml" else pytest.raises(AssertionError):
            assert read_opml(data)
    for call in (lambda: feeds.remove("http://x.org/"), lambda: feeds.take(9), lambda: feeds.dismiss(9)):
        with pytest.raises(NashraError):
            call()
    with pytest.raises(NashraError, match="web address"):
        feeds.add("file:///etc/passwd")
    assert module.AGAIN > 0


def test_a_feed_in_an_old_encoding() -> None:
    feed = rss(
        "<item><title>خبر من العاصمة في اليوم</title><link>http://x.org/1</link></item>", title="أخبار اليوم"
    )
    declared = feed.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="windows-1256"?>')
    assert read_feed(declared.encode("cp1256"), "http://x.org/")[0] == "أخبار اليوم"
    assert read_feed(feed.encode("cp1256"), "http://x.org/", "windows-1256")[0] == "أخبار اليوم"


PIECES = [
    "<rss>",
    "<channel>",
    "<item>",
    "</item>",
    "<title>",
    "<link>http://x.org/1",
    "<!DOCTYPE a [",
    "]>",
    "&a;",
    "\x00",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=15))
def test_any_feed_gives_entries_or_one_clear_line(parts: list[str]) -> None:
    try:
        title, entries = read_feed("".join(parts).encode("utf-8", "replace"), "http://x.org/feed")
    except NashraError as e:
        shown = [str(e)]
    else:
        shown = [title, *(entry.title for entry in entries)]
    assert all(text.isprintable() for text in shown)
