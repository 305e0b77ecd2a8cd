"""FN6xx: the link to the page, in the cell beside its name."""

from __future__ import annotations

from collections.abc import Sequence

from fanpage_names.lang import Text
from fanpage_names.links import PageLink, find_address
from fanpage_names.rules.base import Finding, Rule
from fanpage_names.rules.kinds import LinkRule, RowFacts, without_space


class MissingLink(LinkRule):
    """A name without a link.

    What: The row has a page name and no link, where the file has a column of links.
    Why: Each level reports its page's name and its link; without the link nobody finds the page.
    Example: –
    Fix: –
    Tiếng Việt: Dòng có tên trang nhưng chưa có đường link. Mỗi cấp phải báo cáo cả tên và đường link của trang.
    """

    code, name, severity, fix = "FN601", "missing-link", "warning", "none"
    message = Text("chưa ghi đường link của trang", "the link to the page is missing")

    def find(self, facts: RowFacts) -> Sequence[Finding]:
        """Return the place of the link where there is none."""
        link = facts.row.link
        return () if link is None or link.strip() else (Finding(0, len(link)),)


class NotAPageLink(LinkRule):
    """Not the address of a Facebook page.

    What: The link leads to a post, a group, a photo, a log-in page, a personal share link or another site, or is none.
    Why: Only the page's own address shows the page to everybody, today and later.
    Example: https://www.facebook.com/groups/618245037
    Fix: –
    Tiếng Việt: Đường link không phải của trang Facebook mà là của bài viết, nhóm, ảnh, trang đăng nhập, lượt chia sẻ
        hoặc trang web khác. Mở trang, chép đường link của chính trang đó.
    """

    code, name, severity, fix = "FN602", "not-a-page-link", "error", "none"
    problem = "not-a-page"
    message = Text(
        "không phải đường link của trang Facebook ({detail}); chép đường link của chính trang",
        "not the address of a Facebook page ({detail}); copy the page's own address",
    )

    def find(self, facts: RowFacts) -> Sequence[Finding]:
        """Return a link that is no page's address, with what it is instead."""
        if isinstance(facts.link, Text) and facts.row.link:
            return (Finding(*without_space(facts.row.link), None, facts.link),)
        return ()


class LinkForm(LinkRule):
    """The page's address in another form.

    What: The address of a page on the site for telephones, with tracking parameters, without https, or in an old form.
    Why: In one plain form links can be compared and opened everywhere, and they do not tell who shared them.
    Example: https://m.facebook.com/mattranhaiminh?mibextid=ZbWKwL
    Fix: https://www.facebook.com/mattranhaiminh
    Tiếng Việt: Đúng đường link của trang nhưng ở dạng khác: bản di động, có tham số theo dõi, thiếu https, dạng cũ.
        Viết gọn lại để dễ mở và đối chiếu.
    """

    code, name, severity, fix = "FN603", "link-form", "warning", "safe"
    message = Text("viết đường link ở dạng gọn: {expected}", "write the address in its plain form: {expected}")

    def find(self, facts: RowFacts) -> Sequence[Finding]:
        """Return the whole cell where it is a page's address, but not the plain form of it."""
        link, text = facts.link, facts.row.link
        if text and (address := find_address(facts.row.name)) and address.text == text:
            return ()  # it leaves the name's cell in its plain form
        if isinstance(link, PageLink) and text and text != link.plain:
            return (Finding(0, len(text), link.plain),)
        return ()


class LinkInName(Rule):
    """The address stands in the name's cell.

    What: The address of the page stands in one cell with its name.
    Why: The name is what the page is called, and nothing else; the address has a cell of its own.
    Example: Mặt trận Hải Minh Hải Hậu Nam Định: https://www.facebook.com/mattranhaiminh
    Fix: Mặt trận Hải Minh Hải Hậu Nam Định
    Tiếng Việt: Đường link ghi chung ô với tên trang. Ô tên chỉ ghi tên; đường link ghi ở ô riêng.
    """

    code, name, severity, fix = "FN605", "link-in-name", "warning", "safe"
    aside, leaves_doubt = "address", False
    message = Text(
        "đường link ghi chung ô với tên trang; chuyển sang cột đường link",
        "the address stands in the name's cell; put it into the column of links",
    )


class DuplicateLink(LinkRule):
    """One link reported for two units.

    What: An earlier row, in this file or another one, reports the same page's link for another unit. Capitals and full
        stops in a page's username, and the form of the address, make no difference.
    Why: One page belongs to one unit. One of the two rows has the wrong link.
    Example: –
    Fix: –
    Tiếng Việt: Một đường link được báo cáo cho hai đơn vị, trong cùng tệp hoặc ở tệp khác. Một trong hai dòng ghi nhầm
        đường link.
    """

    code, name, severity, fix = "FN604", "duplicate-link", "error", "none"
    problem = "shared-link"
    message = Text(
        "đường link này đã báo cáo cho đơn vị khác ở {detail}",
        "this link is already reported for another unit in {detail}",
    )

    def find(self, facts: RowFacts) -> Sequence[Finding]:
        """Return the link where an earlier row has it for another unit."""
        if facts.first_of_link is not None and facts.row.link:
            return (Finding(*without_space(facts.row.link), None, facts.first_of_link.place()),)
        return ()
