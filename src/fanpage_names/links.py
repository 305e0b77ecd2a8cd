"""Facebook page links: which texts are one, and the plain form of each. Nothing is ever fetched.

A page is reached by its username (`facebook.com/mattranhaiminh`) or by its number (`profile.php?id=…`), on the hosts of
the site for telephones and for other languages too. Older forms carry the number at the end of the page's name.

Source: the platform's rules for usernames, https://www.facebook.com/help/105399436216001, and the addresses that
Facebook's own menus (share, copy link) give.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from fanpage_names.lang import Text
from fanpage_names.usernames import MIN_LENGTH

_SITE = "https://www.facebook.com/"
_BY_NUMBER = "profile.php?id="

_HOST = re.compile(r"(?:(?:www|m|web|mbasic|touch|mobile|free|[a-z]{2}-[a-z]{2})\.)?(?:facebook\.com|fb\.com|fb\.me)")
_SCHEME = re.compile(r"(?:(https?):)?//", re.IGNORECASE)
_AROUND = re.compile(r"^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff.,;]+$")
_IN_TEXT = re.compile(
    r"(?:https?://|\bwww\.|(?<![\w.@])(?:[a-z-]{1,10}\.)?(?:facebook|fb)\.(?:com|me|watch)/|(?<![\w.@])m\.me/)"
    r"[^\s<>\"“”]+",
    re.IGNORECASE,
)
_WRAPPED = re.compile(
    r"(?:https?:|www\.|(?:m\.)?(?:facebook|fb)\.)[!-~]*(?:(?:(?<=[/?=&])\s+|\s+(?=[?=&]))[!-~]+)+", re.IGNORECASE
)
"""An address that is broken where it surely goes on."""
_BEHIND = re.compile(r"[.,;:!?)\]}'’\"|]+$")
_LEAD = re.compile(
    r"[\s:;,.|/\-–—=>(\[{<*•]*"
    r"(?:(?:đường\s+)?(?:link|dẫn)(?:\s+(?:trang|fanpage|page|fb|facebook))?|url|địa chỉ(?:\s+trang)?"
    r"|(?:fb|facebook|fanpage|page|trang)(?=\s*:))?[\s:;,.|/\-–—=>(\[{<*•]*$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s.,;:!)\]}>|]*(?=$|\s)|[.,;:!)\]}>|]*")
_USERNAME = re.compile(rf"[A-Za-z0-9.]{{{MIN_LENGTH},}}")
_PLAIN = re.compile(rf"{re.escape(_SITE)}({_USERNAME.pattern})")
_NUMBER = re.compile(r"[1-9][0-9]{0,19}")
_NAME_AND_NUMBER = re.compile(r"[^/]*-([1-9][0-9]{7,19})")
_TABS = frozenset({"about", "home", "timeline"})
"""What may follow a page's name and still be the page itself."""

_NO_LINK = Text("không phải một đường link", "no link at all")
_WITH_WORDS = Text("trong ô còn chữ khác", "other words stand in its cell")
_OTHER_SITE = Text("trang web khác, không phải Facebook", "another site, not Facebook")
_NO_PAGE = Text("không chỉ tới một trang nào", "it leads to no page")

_POST = Text("bài viết", "a post")
_PHOTO = Text("ảnh", "a photo")
_VIDEO = Text("video", "a video")
_SHARE = Text("đường link chia sẻ", "a share link")
_LOGIN = Text("trang đăng nhập", "a log-in page")
_GROUP = Text("nhóm", "a group")
_EVENT = Text("sự kiện", "an event")
_MESSAGES = Text("tin nhắn", "messages")
_PLACES = {
    **dict.fromkeys(("groups", "group", "group.php"), _GROUP),
    **dict.fromkeys(("posts", "post", "story.php", "permalink.php", "permalink", "notes", "stories"), _POST),
    **dict.fromkeys(("photo", "photos", "photo.php", "media", "album.php"), _PHOTO),
    **dict.fromkeys(("watch", "video", "videos", "video.php", "reel", "reels", "live"), _VIDEO),
    **dict.fromkeys(("events", "event", "event.php"), _EVENT),
    **dict.fromkeys(("share", "share.php", "sharer", "sharer.php", "dialog", "l.php", "flx"), _SHARE),
    **dict.fromkeys(("login", "login.php", "recover", "r.php", "reg", "checkpoint", "signup"), _LOGIN),
    **dict.fromkeys(("messages", "messenger", "inbox"), _MESSAGES),
    "hashtag": Text("thẻ hashtag", "a hashtag"),
}
"""Words in place of a page's name, or after it, that lead elsewhere: what they lead to."""

_RESERVED = frozenset(
    {
        "ads",
        "adsmanager",
        "apps",
        "bookmarks",
        "business",
        "campaign",
        "careers",
        "community",
        "developers",
        "directory",
        "donate",
        "find-friends",
        "friends",
        "fundraisers",
        "games",
        "gaming",
        "help",
        "home",
        "home.php",
        "jobs",
        "latest",
        "legal",
        "marketplace",
        "memories",
        "notifications",
        "offers",
        "pages",
        "people",
        "places",
        "plugins",
        "policies",
        "policy",
        "privacy",
        "profile",
        "profile.php",
        "public",
        "saved",
        "search",
        "settings",
        "terms",
        "tools",
    }
)
"""Other words that no page can have as its username."""

_OF_A_POST = frozenset({"story_fbid", "fbid", "multi_permalinks", "v"})
"""Parameters that lead past the page, to something on it; all others only say how somebody came there."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """The address of a page.

    Attributes:
        plain: its plain form, `https://www.facebook.com/name` or `https://www.facebook.com/profile.php?id=…`.
    """

    plain: str

    @property
    def identity(self) -> str:
        """What tells this page from others: full stops and capitals of a username do not (the platform's rule)."""
        tail = self.plain.removeprefix(_SITE)
        return tail if tail.startswith(_BY_NUMBER) else tail.replace(".", "").lower()


def parse_link(text: str) -> PageLink | Text:
    """Return the page that a link leads to, or what it is instead.

    Args:
        text: a link as somebody wrote or copied it, with or without scheme, white space around it allowed.
    """
    plain = _PLAIN.fullmatch(text)
    if plain and _is_username(plain[1]):
        return PageLink(text)  # most links, at a tenth of the time
    address = _SCHEME.sub("", _alone(text), count=1)
    if not address or re.search(r"\s", address):
        return _WITH_WORDS if find_address(text) else _NO_LINK
    try:
        url = urlsplit(f"//{address}")
        host = url.hostname or ""
        odd = url.username is not None or url.port not in (None, 80, 443)
    except ValueError:
        return _NO_LINK
    if "." not in host:
        return _NO_LINK
    if odd or not _HOST.fullmatch(host):
        return _MESSAGES if host == "m.me" else _VIDEO if host == "fb.watch" else _OTHER_SITE
    found = _page(url)
    return found if isinstance(found, Text) else PageLink(_SITE + found)


def _alone(text: str) -> str:
    """Return an address without what only leads to it ("Link: …"), and without the breaks of its lines."""
    link = _AROUND.sub("", text)
    if not re.search(r"\s|^\W", link):
        return link
    if _WRAPPED.fullmatch(link) and not find_address(re.sub(r"\S*", "", link, count=1)):
        return re.sub(r"\s+", "", link)
    address = find_address(link)
    return address.text if address and not any(map(str.isalnum, address.taken_out(link))) else link


class Address(NamedTuple):
    """An address that stands in a text among other words.

    Attributes:
        text: the address.
        start: where it begins.
        end: the offset after it.
        before: where what leads to it begins: brackets, dashes, "link:".
        after: the offset after what belongs to it behind: a bracket, a comma.
    """

    text: str
    start: int
    end: int
    before: int
    after: int

    def taken_out(self, text: str) -> str:
        """Return the text that it was found in without it, and without what leads to it."""
        return text[: self.before] + text[self.after :]


def find_address(text: str) -> Address | None:
    """Return the first address in a text; None where it has none."""
    if "." not in text or not (found := _IN_TEXT.search(text)):
        return None
    start, end = found.span()
    link = _BEHIND.sub("", found[0])
    if link.count("(") < found[0].count(")"):
        link = link.rstrip(")")
    end = start + len(link)
    lead = _LEAD.search(text, 0, start)
    tail = _TAIL.match(text, end)
    before, after = lead.start() if lead else start, tail.end() if tail else end
    if before == 0:
        after = len(text) - len(text[after:].lstrip())
    return Address(link, start, end, before, after)


def is_address(text: str) -> bool:
    """Whether a text is an address on the web at all, be it a page's or another one."""
    return parse_link(text) is not _NO_LINK


def _page(url: SplitResult) -> str | Text:
    """Return the plain form of an address on the site, without the site; or what it leads to."""
    steps = [step for step in unquote(url.path).split("/") if step]
    query = parse_qs(url.query)
    found = _by_path(steps, query.get("id", [""])[0])
    return _POST if isinstance(found, str) and not query.keys().isdisjoint(_OF_A_POST) else found


def _by_path(steps: list[str], number: str) -> str | Text:
    match [step.lower() for step in steps]:
        case ["profile.php"]:
            return _BY_NUMBER + number if _NUMBER.fullmatch(number) else _NO_PAGE
        case ["people" | "pages", _, number] if _NUMBER.fullmatch(number):
            return _BY_NUMBER + number
        case ["pages", "category", _, named, *rest]:
            return _named([named, *rest])
        case ["p", named, *rest] if _NAME_AND_NUMBER.fullmatch(named):
            return _named([named, *rest])
        case ["pg", _, *_]:
            return _named(steps[1:])
    return _named(steps)


def _named(steps: list[str]) -> str | Text:
    """Return the plain form of an address that begins with a page's name."""
    lower = [step.lower() for step in steps]
    for step in lower:
        if step in _PLACES:
            return _PLACES[step]
    if not steps or not _TABS.issuperset(lower[1:]):
        return _NO_PAGE
    name = steps[0]
    if _NUMBER.fullmatch(name) and len(name) >= MIN_LENGTH:
        return _BY_NUMBER + name
    if numbered := _NAME_AND_NUMBER.fullmatch(name):
        return _BY_NUMBER + numbered[1]
    return name if _is_username(name) else _NO_PAGE


def _is_username(name: str) -> bool:
    lower = name.lower()
    taken = lower in _PLACES or lower in _RESERVED or lower.endswith(".php") or not lower.strip(".")
    return not taken and not name.isdecimal() and bool(_USERNAME.fullmatch(name))
