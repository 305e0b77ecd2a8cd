"""Page links: the forms a page's address takes, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanpage_names.lang import Text
from fanpage_names.links import PageLink, parse_link

NAME = "https://www.facebook.com/mattranhaiminh"
NUMBER = "https://www.facebook.com/profile.php?id=100051629767324"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (NAME, NAME),
        ("https://www.facebook.com/mattranhaiminh/", NAME),
        ("http://www.facebook.com/mattranhaiminh", NAME),
        ("HTTPS://WWW.FACEBOOK.COM/mattranhaiminh", NAME),
        ("//facebook.com/mattranhaiminh", NAME),
        ("facebook.com/mattranhaiminh", NAME),
        ("www.facebook.com/mattranhaiminh", NAME),
        ("https://m.facebook.com/mattranhaiminh?mibextid=ZbWKwL", NAME),
        ("https://web.facebook.com/mattranhaiminh?_rdc=1&_rdr", NAME),
        ("https://mbasic.facebook.com/mattranhaiminh?refid=13&__tn__=%2Cg", NAME),
        ("https://vi-vn.facebook.com/mattranhaiminh", NAME),
        ("https://www.facebook.com/mattranhaiminh?fbclid=IwAR0&locale=vi_VN#top", NAME),
        ("https://fb.com/mattranhaiminh/", NAME),
        ("fb.me/mattranhaiminh", NAME),
        ("https://www.facebook.com:443/mattranhaiminh", NAME),
        (" https://www.facebook.com/mattranhaiminh\n", NAME),
        ("\u200bhttps://www.facebook.com/mattranhaiminh.", NAME),
        ("https://www.facebook.com/mattranhaiminh/about", NAME),
        ("https://www.facebook.com/pg/mattranhaiminh/about/?ref=page_internal", NAME),
        ("https://www.facebook.com/pg/mattranhaiminh", NAME),
        ("https://www.facebook.com/MatTran.HaiMinh", "https://www.facebook.com/MatTran.HaiMinh"),
        (NUMBER, NUMBER),
        ("facebook.com/profile.php?id=100051629767324&mibextid=ZbWKwL", NUMBER),
        ("https://www.facebook.com/100051629767324", NUMBER),
        ("https://www.facebook.com/p/M%E1%BA%B7t-tr%E1%BA%ADn-H%E1%BA%A3i-Minh-100051629767324/", NUMBER),
        ("https://www.facebook.com/pages/Mặt-trận-Hải-Minh/100051629767324", NUMBER),
        ("https://www.facebook.com/pages/category/Community/Mat-tran-100051629767324/", NUMBER),
        ("https://www.facebook.com/people/Mặt-trận-Hải-Minh/100051629767324/", NUMBER),
        ("https://www.facebook.com/Mặt-trận-Hải-Minh-100051629767324", NUMBER),
        ("https://www.facebook.com/pg/Mặt-trận-Hải-Minh-100051629767324", NUMBER),
    ],
)
def test_forms_of_a_page_s_address(text: str, plain: str) -> None:
    assert parse_link(text) == PageLink(plain)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("https://www.facebook.com/groups/618245037", "a group"),
        ("https://www.facebook.com/mattranhaiminh/posts/pfbid02abc", "a post"),
        ("https://www.facebook.com/permalink.php?story_fbid=1&id=100051629767324", "a post"),
        ("https://m.facebook.com/story.php?story_fbid=1&id=100051629767324", "a post"),
        ("https://www.facebook.com/profile.php?story_fbid=1&id=100051629767324", "a post"),
        ("https://www.facebook.com/photo?fbid=1&set=a.2", "a photo"),
        ("https://www.facebook.com/mattranhaiminh/photos/a.1/2", "a photo"),
        ("https://www.facebook.com/photo.php", "a photo"),
        ("https://www.facebook.com/watch/?ref=saved", "a video"),
        ("https://www.facebook.com/watch/?v=123456789", "a video"),
        ("https://www.facebook.com/mattranhaiminh?story_fbid=1", "a post"),
        ("https://www.facebook.com/reel/123456789", "a video"),
        ("https://fb.watch/abcdef/", "a video"),
        ("https://www.facebook.com/events/123456789", "an event"),
        ("https://www.facebook.com/share/1AbCdEfGh/?mibextid=wwXIfr", "a share link"),
        ("https://www.facebook.com/share/p/1AbCdEfGh/", "a share link"),
        ("https://www.facebook.com/sharer/sharer.php?u=https://www.facebook.com/mattranhaiminh", "a share link"),
        ("https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2Fmattranhaiminh", "a log-in page"),
        ("https://www.facebook.com/login.php?next=x", "a log-in page"),
        ("https://www.facebook.com/messages/t/100051629767324", "messages"),
        ("https://m.me/mattranhaiminh", "messages"),
        ("https://www.facebook.com/hashtag/mattran", "a hashtag"),
        ("https://www.facebook.com/", "it leads to no page"),
        ("https://www.facebook.com/home.php", "it leads to no page"),
        ("https://www.facebook.com/index.php", "it leads to no page"),
        ("https://www.facebook.com/marketplace", "it leads to no page"),
        ("https://www.facebook.com/profile.php", "it leads to no page"),
        ("https://www.facebook.com/profile.php?id=haiminh", "it leads to no page"),
        ("https://www.facebook.com/abcd", "it leads to no page"),
        ("https://www.facebook.com/.....", "it leads to no page"),
        ("https://www.facebook.com/mặttrận", "it leads to no page"),
        ("https://www.facebook.com/mattran/haiminh", "it leads to no page"),
        ("https://fb.me/e/1AbCdEfGh", "it leads to no page"),
        ("https://zalo.me/mattranhaiminh", "another site, not Facebook"),
        ("https://facebook.com.example.org/mattranhaiminh", "another site, not Facebook"),
        ("https://www.facebook.com@example.org/mattranhaiminh", "another site, not Facebook"),
        ("https://somebody@www.facebook.com/mattranhaiminh", "another site, not Facebook"),
        ("https://myfacebook.com/mattranhaiminh", "another site, not Facebook"),
        ("https://business.facebook.com/mattranhaiminh", "another site, not Facebook"),
        ("ftp://facebook.com/mattranhaiminh", "no link at all"),
        ("javascript:alert(1)", "no link at all"),
        ("https://[facebook.com/x", "no link at all"),
        ("https://facebook.com:port/mattranhaiminh", "no link at all"),
        ("chưa có", "no link at all"),
        ("mattranhaiminh", "no link at all"),
        (
            "https://www.facebook.com/mattranhaiminh https://www.facebook.com/mattranhaianh",
            "other words stand in its cell",
        ),
        ("", "no link at all"),
    ],
)
def test_what_is_no_page_s_address(text: str, what: str) -> None:
    found = parse_link(text)
    assert isinstance(found, Text)
    assert found.in_lang("en") == what
    assert found.in_lang("vi") != found.in_lang("en") or what == "video"


def test_full_stops_and_capitals_do_not_tell_usernames_apart() -> None:
    same = [parse_link(f"fb.com/{name}") for name in ("johnsmith55", "John.Smith55", "john.smith.55")]
    assert len({link.identity for link in same if isinstance(link, PageLink)}) == 1
    assert len(set(same)) == 3
    numbers = [parse_link(f"fb.com/profile.php?id={number}") for number in (10, 100)]
    assert len({link.identity for link in numbers if isinstance(link, PageLink)}) == 2


@given(st.text(max_size=60) | st.text("htps:/.facebokcmgr?id=1-%&", max_size=60))
def test_any_text_is_judged_and_a_plain_form_is_its_own(text: str) -> None:
    for sent in (text, f"facebook.com/{text}"):
        found = parse_link(sent)
        assert isinstance(found, Text) or parse_link(found.plain) == found
