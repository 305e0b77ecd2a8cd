"""Which units may be meant: those of a list and of the lists before it, and what became of these.

Everything is built once for a list and a style, when it is first needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from fanpage_names.gazetteer.entries import Entry, Identity, add_entries, identity_of
from fanpage_names.gazetteer.segment import FormerParent
from fanpage_names.gazetteer.template import NameTemplate, template_of
from fanpage_names.history.changes import Succession
from fanpage_names.history.loading import history_of
from fanpage_names.history.timeline import History
from fanpage_names.naming import canonical_name
from fanpage_names.units.model import Style, Unit, UnitList


class Register:
    """The units of one list, and of the lists before it, with their page names in one style.

    Attributes:
        units: the list.
        style: the style of its names.
        canonical: the canonical name of each unit of the list, by code.
        exact: these names, each with its unit.
    """

    def __init__(self, units: UnitList, style: Style, *, with_former: bool = True) -> None:
        self.units = units
        self.style = style
        self._with_former = with_former
        self.canonical = {unit.code: canonical_name(units, unit, style) for unit in units.units}
        self.exact = {self.canonical[unit.code]: unit for unit in units.units}
        self._templates: dict[Entry, NameTemplate] = {}
        self._former_parents: dict[Entry, Mapping[Entry, FormerParent]] = {}
        self._successions: dict[Entry, Succession] = {}
        self._gone: dict[tuple[str, str], FormerParent] = {}

    @cached_property
    def history(self) -> History | None:
        """Where the lists before it are found; None where there are none, or nobody asks for former units."""
        return history_of(self.units) if self._with_former else None

    @cached_property
    def _known(self) -> dict[Identity, Entry]:
        """Every entry by its identity: those of the list in force, then those of the lists before it, newest first."""
        known: dict[Identity, Entry] = {}
        add_entries(known, self.units, former=False)
        for units in self._earlier:
            add_entries(known, units, former=True)
        return known

    @property
    def _earlier(self) -> Sequence[UnitList]:
        return self.history.earlier_lists(self.units.id) if self.history else ()

    @cached_property
    def now(self) -> tuple[Entry, ...]:
        """The entries of the list in force, in its order."""
        return tuple(entry for entry in self._known.values() if not entry.former)

    @cached_property
    def then(self) -> tuple[Entry, ...]:
        """The entries of the lists before it that a page name may mean: those that are not still named so."""
        return tuple(entry for entry in self._known.values() if entry.former and not self._is_still_named(entry))

    def _is_still_named(self, entry: Entry) -> bool:
        """Tell whether a unit in force has the name and the page name; "Nam Ban Lâm Hà" has the page name alone."""
        now = self.exact.get(canonical_name(entry.units, entry.unit, self.style))
        return now is not None and now.level == entry.unit.level and now.name == entry.unit.name

    @cached_property
    def meant(self) -> frozenset[Entry]:
        """All entries that a page name may mean."""
        return frozenset((*self.now, *self.then))

    @cached_property
    def _first_below(self) -> Mapping[Entry, Entry]:
        """The first commune below each unit that has any."""
        first: dict[Entry, Entry] = {}
        for entry in self._known.values():
            if entry.unit.level == "commune":
                for above in entry.line:
                    first.setdefault(above, entry)
        return first

    def representatives(self, named: Iterable[Entry]) -> Sequence[Entry]:
        """Return a commune below each of the units named, or of any where none has one."""
        first = self._first_below
        found = dict.fromkeys(first[entry] for entry in named if entry.unit.level != "commune" and entry in first)
        return tuple(found) or tuple([next(iter(first.values()))] if first else [])

    def entry(self, unit: Unit) -> Entry:
        """Return the entry of a unit of the list in force; raises KeyError for any other."""
        return self._known[identity_of(unit)]

    def canonical_of(self, entry: Entry) -> str:
        """Return the canonical name of a unit; of a former one, in its own list."""
        if not entry.former:
            return self.canonical[entry.unit.code]
        return canonical_name(entry.units, entry.unit, self.style)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each unit in the list, by code."""
        return {unit.code: place for place, unit in enumerate(self.units.units)}

    def template(self, entry: Entry) -> NameTemplate:
        """Return the template of the unit's canonical name; made when first asked for."""
        template = self._templates.get(entry)
        if template is None:
            template = self._templates[entry] = template_of(entry.units, entry.unit, self.style)
        return template

    def succession(self, entry: Entry) -> Succession:
        """Return what became of a former unit in the list in force; found when first asked for."""
        found = self._successions.get(entry)
        if found is None:
            assert self.history is not None
            found = self.history.successors(entry.units.id, entry.unit.code, self.units.id)
            self._successions[entry] = found
        return found

    def former_parents(self, entry: Entry) -> Mapping[Entry, FormerParent]:
        """Return the former units above the predecessors of a unit in force."""
        found = self._former_parents.get(entry)
        if found is None:
            found = self._former_parents[entry] = dict(self._find_former_parents(entry))
        return found

    def _find_former_parents(self, entry: Entry) -> Iterator[tuple[Entry, FormerParent]]:
        if self.history is None:
            return
        ours = set(entry.line)
        names = {(owner.unit.level, owner.unit.name) for owner in ours}
        for units in self._earlier:
            before = self.history.predecessors(self.units.id, entry.unit.code, units.id)
            for unit in before.units:
                for above in unit.above:
                    parent = self._known.get(identity_of(above))
                    still_there = (above.level, above.name) in names  # of another type, at most
                    if parent is not None and parent not in ours and not still_there:
                        yield parent, self._as_former_parent(parent, units, above)

    def _as_former_parent(self, parent: Entry, units: UnitList, unit: Unit) -> FormerParent:
        """What stood above a unit in force: `unit` of an earlier list, which is `parent` here."""
        key = units.id, unit.code
        found = self._gone.get(key)
        if found is None:
            assert self.history is not None
            steps = self.history.successors(*key, self.units.id).steps
            found = self._gone[key] = FormerParent(parent.unit, steps[-1].change.date if steps else None)
        return found

    def types_before(self, entry: Entry) -> frozenset[str]:
        """Return the types that a unit in force had in the lists before, under the same name and parents."""
        return self._types_before.get(_names_of(entry), frozenset())

    @cached_property
    def _types_before(self) -> Mapping[tuple[str, ...], frozenset[str]]:
        types: dict[tuple[str, ...], set[str]] = {}
        for entry in self._known.values():
            if entry.former:
                types.setdefault(_names_of(entry), set()).add(entry.unit.type)
        return {names: frozenset(found) for names, found in types.items()}

    def parents_today(self, entry: Entry) -> frozenset[Entry]:
        """Return the units in force above those that follow a former unit; of one that none follows, its province's."""
        units = self.succession(entry).units
        above = {self.entry(parent) for unit in units for parent in unit.above}
        province = entry.at("province")
        if not units and province is not None and province.former:
            above = set(map(self.entry, self.succession(province).units))
        return frozenset(above.difference(entry.line))


def _names_of(entry: Entry) -> tuple[str, ...]:
    """The level of a unit, its name, and those above it."""
    return entry.unit.level, *(owner.unit.name for owner in entry.line)
