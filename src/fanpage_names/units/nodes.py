"""YAML text as a tree that remembers its lines.

The tree is built from the parser's events, not by the library's own composer: the C composer recurses, and
text nested deeply enough crashes the process. No unit list needs depth, aliases or tags, so they are refused
where they stand, before anything can grow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from fanpage_names.lang import Text
from fanpage_names.units.faults import FaultLog

if TYPE_CHECKING:
    from yaml import AliasEvent, CollectionStartEvent, Event, ScalarEvent

MAX_DEPTH = 16
"""Twice what a unit list needs."""


class Scalar(NamedTuple):
    """A single value: the text as written, and what YAML takes it for ("str", "int", "null" …)."""

    line: int
    value: str
    tag: str


class ListNode(NamedTuple):
    """A list of values."""

    line: int
    items: tuple[Node, ...]


class MappingNode(NamedTuple):
    """Pairs of key and value, in the order written; keys may come twice or be no text."""

    line: int
    pairs: tuple[tuple[Node, Node], ...]


Node: TypeAlias = Scalar | ListNode | MappingNode


def compose(text: str, log: FaultLog) -> Node:
    """Return the tree of the one document in `text`; a null scalar where there is none.

    Raises:
        UnitsFileError: the text is no YAML, or has several documents, aliases, tags or senseless depth.
    """
    import yaml
    from yaml.reader import Reader

    if odd := Reader.NON_PRINTABLE.search(text):
        log.stop(
            text.count("\n", 0, odd.start()) + 1,
            Text(
                "ký tự U+{odd:04X} không được phép trong YAML; hãy xóa nó",
                "character U+{odd:04X} is not allowed in YAML; delete it",
            ).format(odd=ord(odd[0])),
        )
    try:
        return _Composer(log).compose(text)
    except yaml.MarkedYAMLError as fault:
        log.stop(
            _line(fault.problem_mark or fault.context_mark),
            Text(
                "sai cú pháp YAML ({problem}); hãy xem dấu ngoặc, dấu phẩy, dấu hai chấm và khoảng thụt "
                "đầu dòng ở dòng này và dòng trên",
                "not valid YAML ({problem}); look at brackets, commas, colons and the indent of this line "
                "and the one above",
            ).format(problem=fault.problem),
        )


class _Mark(Protocol):
    """Where something stands, as both of the library's parsers say it."""

    line: int


def _line(mark: _Mark | None) -> int:
    return mark.line + 1 if mark else 1


class _Composer:
    """Puts events together to nodes; one for each text."""

    def __init__(self, log: FaultLog) -> None:
        from yaml import ScalarNode
        from yaml.resolver import Resolver

        self._log = log
        self._resolve: Callable[..., str] = partial(Resolver().resolve, ScalarNode)
        self._lines: list[int] = []
        self._children: list[list[Node]] = [[]]

    def compose(self, text: str) -> Node:
        import yaml

        take: Mapping[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._take_scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close_mapping,
            yaml.SequenceEndEvent: self._close_list,
            yaml.AliasEvent: self._refuse_alias,
            yaml.DocumentStartEvent: self._refuse_second_document,
        }
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if taker := take.get(type(event)):
                taker(event)
        document = self._children[0]
        return document[0] if document else Scalar(1, "", "null")

    def _take_scalar(self, event: ScalarEvent) -> None:
        if event.tag:
            self._refuse_tag(event)
        is_plain, _ = event.implicit
        tag = self._resolve(event.value, event.implicit).rpartition(":")[2] if is_plain else "str"
        self._children[-1].append(Scalar(_line(event.start_mark), event.value, tag))

    def _open(self, event: CollectionStartEvent) -> None:
        if event.tag:
            self._refuse_tag(event)
        line = _line(event.start_mark)
        if len(self._lines) == MAX_DEPTH:
            self._log.stop(
                line,
                Text("lồng nhau quá sâu; hãy theo mẫu của danh mục có sẵn", "nested too deeply; follow a shipped list"),
            )
        self._lines.append(line)
        self._children.append([])

    def _close_list(self, _: Event) -> None:
        items = tuple(self._children.pop())
        self._children[-1].append(ListNode(self._lines.pop(), items))

    def _close_mapping(self, _: Event) -> None:
        flat = self._children.pop()
        pairs = tuple(zip(flat[::2], flat[1::2], strict=True))
        self._children[-1].append(MappingNode(self._lines.pop(), pairs))

    def _refuse_tag(self, event: ScalarEvent | CollectionStartEvent) -> None:
        self._log.stop(
            _line(event.start_mark),
            Text("không dùng thẻ YAML; hãy xóa {tag}", "YAML tags are not used; delete {tag}").format(tag=event.tag),
        )

    def _refuse_alias(self, event: AliasEvent) -> None:
        self._log.stop(
            _line(event.start_mark),
            Text(
                "không dùng bí danh YAML; hãy viết hẳn nội dung thay cho *{anchor}",
                "YAML aliases are not used; write the content itself in place of *{anchor}",
            ).format(anchor=event.anchor),
        )

    def _refuse_second_document(self, event: Event) -> None:
        if self._children[0]:
            self._log.stop(
                _line(event.start_mark),
                Text("mỗi tệp chỉ một danh mục; hãy xóa dòng ---", "a file holds one list; delete the line ---"),
            )
