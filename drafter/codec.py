"""Model ↔ plain JSON-able data, by the type hints of the model.

Dataclasses become dicts in the order of their fields, tuples become lists. Law: `decode(type(x), encode(x)) == x`.
"""

import dataclasses
import types
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from drafter.model.errors import UnreadableInput

T = TypeVar("T")
Plain = dict[str, Any] | list[Any] | str | int | float | bool | None


class _Mismatch(Exception):
    """`plain` is not what the type asks for; the path is where."""

    def __init__(self, path: str, wanted: str, plain: object) -> None:
        super().__init__(path)
        self.path, self.wanted, self.plain = path, wanted, plain


def encode(obj: object) -> Any:
    """Plain dicts, lists, strings, numbers, booleans and None that say the same as `obj`.

    Raises TypeError for anything that is not model data.
    """
    if obj is None or isinstance(obj, str | int | float):
        return obj
    if names := _names(type(obj)):
        return {name: encode(getattr(obj, name)) for name in names}
    if isinstance(obj, tuple | list):
        return [encode(item) for item in obj]
    if isinstance(obj, dict):
        return {str(key): encode(value) for key, value in obj.items()}
    raise TypeError(f"not model data: {type(obj).__name__}")


_NAMES: dict[type, tuple[str, ...]] = {}


def _names(cls: type) -> tuple[str, ...]:
    """The fields of a dataclass; none of any other type."""
    if cls not in _NAMES:
        _NAMES[cls] = tuple(f.name for f in dataclasses.fields(cls)) if dataclasses.is_dataclass(cls) else ()
    return _NAMES[cls]


def decode(cls: type[T], plain: object) -> T:
    """The `cls` that `plain` describes. Keys that `cls` does not know are passed over (a later version may add some).

    Raises UnreadableInput whose `where` is the path of the first thing that does not fit, e.g. `$.metrics[3].value`.
    """
    try:
        return cast(T, _decode(cls, plain, "$"))
    except _Mismatch as error:
        raise UnreadableInput(
            f"应为{error.wanted}，实为{_shown(error.plain)}", where=error.path, hint="请确认文件由本工具生成且未经改动"
        ) from None


def _shown(plain: object) -> str:
    """A short sight of a wrong value."""
    if plain is _MISSING:
        return "缺项"
    text = repr(plain)
    return text if len(text) <= 40 else text[:39] + "…"


_MISSING = object()


def _decode(hint: Any, plain: object, path: str) -> Any:
    """`plain` as `hint` asks, or _Mismatch."""
    origin = get_origin(hint)
    if origin is Union or isinstance(hint, types.UnionType):
        return _decode_union(hint, plain, path)
    if origin is Literal:
        if isinstance(plain, str) and plain in get_args(hint):
            return plain
        raise _Mismatch(path, "／".join(map(str, get_args(hint))), plain)
    if origin is tuple:
        return _decode_tuple(get_args(hint), plain, path)
    if origin is dict:
        return _decode_dict(get_args(hint)[1], plain, path)
    if dataclasses.is_dataclass(hint):
        return _decode_dataclass(cast(type, hint), plain, path)
    return _decode_scalar(hint, plain, path)


def _decode_scalar(hint: Any, plain: object, path: str) -> Any:
    """str, int, float, bool or None. A whole number stands for a float, but True never for 1."""
    if hint in (None, type(None)) and plain is None:
        return None
    if hint is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if hint in (str, int, float, bool) and type(plain) is hint:
        return plain
    names = {str: "文字", int: "整数", float: "数字", bool: "true或false"}
    raise _Mismatch(path, names.get(hint, "null"), plain)


def _decode_union(hint: Any, plain: object, path: str) -> Any:
    """The first alternative that fits; the error of the deepest, for that one was meant."""
    options = get_args(hint)
    if type(plain) in options:  # so that an int stays an int in float | int
        return plain
    errors: list[_Mismatch] = []
    for option in options:
        try:
            return _decode(option, plain, path)
        except _Mismatch as error:
            errors.append(error)
    deepest = max(errors, key=lambda e: len(e.path))
    if deepest.path == path:
        raise _Mismatch(path, "或".join(dict.fromkeys(e.wanted for e in errors)), plain)
    raise deepest


def _decode_tuple(args: tuple[Any, ...], plain: object, path: str) -> tuple[Any, ...]:
    """tuple[X, ...] of any length, tuple[X, Y] of exactly that."""
    if not isinstance(plain, list | tuple):
        raise _Mismatch(path, "列表", plain)
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_decode(args[0], item, f"{path}[{i}]") for i, item in enumerate(plain))
    if len(args) != len(plain):
        raise _Mismatch(path, f"{len(args)}项的列表", plain)
    return tuple(_decode(arg, item, f"{path}[{i}]") for i, (arg, item) in enumerate(zip(args, plain, strict=True)))


def _decode_dict(hint: Any, plain: object, path: str) -> dict[str, Any]:
    """dict[str, X]."""
    if not isinstance(plain, dict):
        raise _Mismatch(path, "对象", plain)
    return {str(key): _decode(hint, value, f"{path}.{key}") for key, value in plain.items()}


@cache
def _hints(cls: type) -> dict[str, Any]:
    """The resolved type hints of a dataclass, its parents' included."""
    return get_type_hints(cls)


def _decode_dataclass(cls: type, plain: object, path: str) -> Any:
    """A dataclass from a dict; a field with a default may be missing."""
    if not isinstance(plain, dict):
        raise _Mismatch(path, "对象", plain)
    values = {}
    for field in dataclasses.fields(cls):
        if field.name in plain:
            values[field.name] = _decode(_hints(cls)[field.name], plain[field.name], f"{path}.{field.name}")
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise _Mismatch(f"{path}.{field.name}", "必有项", _MISSING)
    return cls(**values)
