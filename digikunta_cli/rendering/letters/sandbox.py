"""Where templates are filled in: they may come from a colleague, so they can do little harm.

A template reads what it is given and no more, and takes only so much time and room: it cannot
fill the memory or run for ever, whether by mistake or on purpose.
"""

import re
from collections.abc import Callable, Iterable, Sized
from functools import wraps
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

_MOST_STEPS = 20_000
"""Turns of loops and calls in one letter; the longest of ours take some hundred."""
_MOST_SIZE = 200_000
"""Letters of one text, of all that is filled in, and items of one list."""
_MOST_NUMBER = 10_000
"""What a call is told at most, as how wide a text is to be."""
_MOST_SUM = 10**12
_MOST_POWER = 10
_MOST_WORK = 10_000_000
"""Sizes of all that a call is told, multiplied: it may put each into each."""
_WIDE = re.compile(r"[%:.{][^\s%}]*\d{5}|:[^}]*\{")
"""A place in a text to format that would be, or may be, as wide as several letters."""


class TooMuchError(SecurityError):
    """A template asks for more time or room than any letter needs."""


class _Counting(CodeGenerator):
    """Lets a template count its turns and measure the texts that it puts together."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - jinja's name
        """A loop, over what is counted first."""
        counted = nodes.EnvironmentAttribute("counted", lineno=node.lineno)
        node.iter = nodes.Call(counted, [node.iter], [], None, None, lineno=node.lineno)
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - jinja's name
        """Texts put together by `~`."""
        self.write("environment.measured(")
        super().visit_Concat(node, frame)
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """Fills in templates within limits; raises TooMuchError beyond them."""

    code_generator_class = _Counting
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(finalize=self._filled_in, **options)
        # A text for the eye only, of any length.
        del self.globals["lipsum"]
        self.filters = {name: self._guarded(name, each) for name, each in self.filters.items()}
        self.begin()

    def begin(self) -> None:
        """Count anew, as for the next letter."""
        self._steps = _MOST_STEPS
        self._room = _MOST_SIZE

    def counted(self, items: Iterable[object]) -> Iterable[object]:
        """What a loop goes over, each turn of it counted."""
        found = items if isinstance(items, Sized) else list(items)
        self._step(len(found))
        return found

    def measured(self, value: Any) -> Any:
        """The value, where it is no larger than anything in a letter."""
        if _size(value) > _MOST_SIZE or (isinstance(value, int) and abs(value) > _MOST_SUM):
            raise TooMuchError
        return value

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a template calls: a macro, a method, a function of jinja's."""
        self._step(1)
        _check([getattr(obj, "__self__", None), *args, *kwargs.values()])
        return self.measured(super().call(context, obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """A sum, a product, a power, or a text filled in by `%`."""
        if operator == "*" and _size(left) * _size(right) * _turns(left, right) > _MOST_SIZE:
            raise TooMuchError
        if operator == "**" and abs(right) > _MOST_POWER:
            raise TooMuchError
        if operator == "%" and isinstance(left, str):
            _check_format(left, right if isinstance(right, tuple) else (right,))
        return self.measured(super().call_binop(context, operator, left, right))

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """The `format` of a text, unless it asks for very wide places."""
        wrapped = super().wrap_str_format(value)
        if wrapped is not None:
            _check_format(value.__self__, ())
        return wrapped

    def _filled_in(self, value: Any) -> Any:
        """What stands in the letter now, all of which is measured together."""
        self._room -= _size(value)
        if self._room < 0:
            raise TooMuchError
        return value

    def _step(self, count: int) -> None:
        self._steps -= count
        if self._steps < 0:
            raise TooMuchError

    def _guarded(self, name: str, apply: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(apply)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            told = [*args, *kwargs.values()]
            _check(told)
            if name == "format":
                _check_format(str(args[0]), args[1:])
            return self.measured(apply(*args, **kwargs))

        return guarded


def _size(value: object) -> int:
    """Letters of a text, items of a list with the letters of those that are texts; else one."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, list | tuple):
        return sum(max(1, len(each)) if isinstance(each, str) else 1 for each in value)
    return 1


def _turns(left: object, right: object) -> int:
    """How often a text or a list is to stand one after the other."""
    several = [each for each in (left, right) if isinstance(each, int)]
    return abs(several[0]) if len(several) == 1 else 1


def _check(told: Iterable[object]) -> None:
    work = 1
    for each in told:
        if isinstance(each, int) and abs(each) > _MOST_NUMBER:
            raise TooMuchError
        work *= max(1, _size(each))
    if work > _MOST_WORK:
        raise TooMuchError


def _check_format(text: str, told: Iterable[object]) -> None:
    _check(told)
    if _WIDE.search(text):
        raise TooMuchError
