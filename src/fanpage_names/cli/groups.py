"""Options that belong together, declared once: a command takes them as one parameter.

Such a parameter's type is a frozen dataclass whose fields are options as Typer reads them; what the values lead to are
its methods.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints


def ungrouped(function: Callable[..., int]) -> Callable[..., int]:
    """Return the function with each field of its groups as a parameter of its own, in their places."""
    hints = get_type_hints(function, include_extras=True)
    groups = {name: kind for name, kind in hints.items() if isinstance(kind, type) and is_dataclass(kind)}

    @wraps(function)
    def command(**values: Any) -> int:  # noqa: ANN401
        for name, kind in groups.items():
            values[name] = kind(**{field.name: values.pop(field.name) for field in fields(kind)})
        return function(**values)

    parameters = list(_parameters(signature(function).parameters.values(), hints, groups))
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return command


def _parameters(
    written: Iterable[Parameter], hints: Mapping[str, Any], groups: Mapping[str, type]
) -> Iterator[Parameter]:
    for parameter in written:
        if parameter.name in groups:
            group = groups[parameter.name]
            kinds = get_type_hints(group, include_extras=True)
            for field in fields(group):
                yield Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=kinds[field.name])
        else:
            yield parameter.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints[parameter.name])
