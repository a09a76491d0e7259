"""A compiled module alone, without the package round it."""

import sys
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from types import ModuleType


def compiled(name: str) -> ModuleType:
    """A module inside a package, without importing the package where it can be found so.

    The package can still be imported afterwards, and then holds the same module. Raises
    ImportError where there is no such module.
    """
    package = find_spec(name.partition(".")[0])
    place = package.submodule_search_locations if package else None
    spec = PathFinder.find_spec(name, place) if place else None
    if name in sys.modules or spec is None or spec.loader is None:
        return import_module(name)
    module = module_from_spec(spec)
    # A compiled module may not be made twice, so whoever imports it next must find this one.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
