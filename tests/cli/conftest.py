"""What the tests of pairs share: a network so small that every pair can be foreseen."""

from pathlib import Path

import pytest

from digikunta_cli.model import Role
from tests.cli.pair_cases import ALIKE, alike
from tests.conftest import Digikunta
from tests.invented import mentor, write


@pytest.fixture
def small(digikunta: Digikunta, tmp_path: Path) -> Digikunta:
    """Vaasa (1) with one seat, and Salo (2) and Lohja (3), who are alike."""
    mentors = write(tmp_path / "m.csv", [mentor(capacity="1", solution=ALIKE)], role=Role.MENTOR)
    both = write(tmp_path / "e.csv", [alike("Salo"), alike("Lohja")])
    assert digikunta("import", mentors).code == 0
    assert digikunta("import", both).code == 0
    return digikunta
