"""Compiled modules without the packages round them."""

import os
import subprocess
import sys

import pytest

from digikunta_cli.matching.exact.compiled import compiled


def test_the_solver_is_loaded_without_its_package() -> None:
    """What the package loads to tell its version takes longer than a whole assignment."""
    code = (
        "import sys, digikunta_cli.matching.exact.flow as flow\n"
        "assert 'pylmcf.pylmcf_cpp' in sys.modules\n"
        "assert not {'pylmcf', 'importlib.metadata', 'numpy.ma'} & set(sys.modules)\n"
        "import pylmcf\n"
        "assert issubclass(pylmcf.Graph, flow._Graph)\n"
    )
    # Measuring coverage would load what it needs itself.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("COV")}
    environment |= {"PYTHONWARNINGS": "error", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_module_that_is_there_already_is_the_same_one() -> None:
    """Nothing is loaded twice."""
    name = "pylmcf.pylmcf_cpp"

    assert compiled(name) is compiled(name) is sys.modules[name]


@pytest.mark.parametrize("name", ["json.no_such", "no_such_package.inner", "json"])
def test_what_is_not_found_so_is_imported_as_ever(name: str) -> None:
    """A package laid out in another way still works, and a missing one says so."""
    if name == "json":
        assert compiled(name) is sys.modules[name]
    else:
        with pytest.raises(ModuleNotFoundError, match="no_such"):
            compiled(name)
