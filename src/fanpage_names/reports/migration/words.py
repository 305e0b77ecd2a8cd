"""What the outputs of a migration say to people, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from fanpage_names.lang import Lang, Text
from fanpage_names.migrate import Action, Migrated
from fanpage_names.reports.labels import ACTIONS

TITLE = Text(
    "Danh sách trang cần đổi tên, gộp sau sắp xếp đơn vị hành chính", "Pages to rename or merge after the mergers"
)
_NEW_NAMES = Text("Tên mới theo danh mục {title}.", "New names by the list {title}.")
_NAMED_UNDER = Text("Tên hiện nay theo danh mục: {lists}.", "Names now by the lists: {lists}.")
_OF_LIST = Text("{title} ({n} trang)", "{title} ({n})")

NAME = Text("Tên hiện nay", "Name now")
NEW_NAME = Text("Tên mới", "New name")
TODO = Text("Việc cần làm", "What to do")
KEPT = Text("Đề xuất giữ lại", "Proposed to keep")
OFFICER = Text("Cán bộ phụ trách", "Officer")
FOLLOWERS = Text("Lượt theo dõi", "Followers")
GROUND = Text("Căn cứ", "Ground")
EVIDENCE = Text("Nguồn", "Sources")
PLACE = Text("Dòng trong tệp", "Row in the file")
FILE = Text("Tệp: {file}.", "File: {file}.")
NO_LINK = Text("chưa có", "none yet")

KEEP_AND_RENAME = Text("giữ lại, đổi tên", "keep and rename")
KEEP = Text("giữ lại", "keep")
MERGE = Text("gộp vào trang giữ lại", "merge into the page kept")
MERGE_INTO = Text("gộp vào {place}", "merge into {place}")
NO_PAGE = Text("chưa có trang, đường link; cần bổ sung", "no page or link yet; to be given")
LOOK_FIRST = Text("xem lại đơn vị, rồi {what}", "look at the unit, then {what}")
TODOS: Mapping[Action, Text] = {
    "keep": Text("giữ nguyên", "keep as it is"),
    "rename": ACTIONS["rename"],
    "merge": MERGE,
    "close": Text("không có đơn vị kế thừa", "no unit follows"),
    "ambiguous": Text("xem lại: nhiều đơn vị", "look: several units"),
    "unknown": Text("xem lại: không rõ đơn vị", "look: no unit known"),
}

THIS_PAGE: Mapping[str, Text] = {
    "followers": Text("trang này (nhiều người theo dõi nhất)", "this page (most followers)"),
    "name": Text("trang này (đơn vị mới giữ tên này)", "this page (the new unit kept its name)"),
    "code": Text("trang này (đơn vị mới giữ mã này)", "this page (the new unit kept its code)"),
    "first": Text("trang này", "this page"),
}
ONE_OF = Text("một trong: {names}", "one of: {names}")
MAY_BE = Text("có thể là: {units}", "may be: {units}")
TAKEN_OVER = Text("giao cho một trong: {units}. Cơ quan chọn: ………", "hand over to one of: {units}. Chosen: ………")

_INTO = Text(" (còn {groups} trang)", " (into {groups})")
_NAMED_ONLY = Text("đã có tên, chưa có đường link: {n}", "named, no link yet: {n}")
_DOUBTS = Text("cần người xem lại: {n}", "for a person to look at: {n}")
_PAGES = Text("{n} trang", "{n} pages", one="{n} page")


def legend(title: str, pages: Sequence[Migrated], titles: Mapping[str, str], lang: Lang) -> Iterator[str]:
    """Yield by which list the new names are, and by which ones the names now, the most frequent first.

    Args:
        title: of the list of the new names.
        pages: the pages.
        titles: of the lists of the names now, by id.
        lang: the language.
    """
    yield _NEW_NAMES.format(title=title).in_lang(lang)
    counts = Counter(page.meant.list_id for page in pages if page.meant.unit)
    if counts:
        lists = (_OF_LIST.format(title=titles[name], n=n).in_lang(lang) for name, n in counts.most_common())
        yield _NAMED_UNDER.format(lists="; ".join(lists)).in_lang(lang)


def figures(pages: Sequence[Migrated], lang: Lang) -> str:
    """Return in one line how many pages there are, and what becomes of how many."""
    named = sum(page.unit is not None and not page.is_page for page in pages)
    counts = Counter(page.action for page in pages if page.unit is None or page.is_page)
    groups = len({page.group for page in pages} - {None})
    said = []
    for action, word in ACTIONS.items():
        if number := counts[action]:
            into = _INTO.format(groups=groups).in_lang(lang) if action == "merge" else ""
            said.append(f"{word.in_lang(lang)} {number}{into}")
    count = _PAGES.format(n=len(pages) - named).in_lang(lang)
    told = [f"{count}: {', '.join(said)}" if said else count]
    if named:
        told.append(_NAMED_ONLY.format(n=named).in_lang(lang))
    if doubts := sum(bool(page.meant.doubts) for page in pages):
        told.append(_DOUBTS.format(n=doubts).in_lang(lang))
    return "; ".join(told)
