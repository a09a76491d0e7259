"""`digikunta match` where there is nobody to be paired with."""

from pathlib import Path

import pytest

from digikunta_cli.model import Role
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ((), "There is nobody to match. Import the exports of both roles first."),
        (
            (Role.EXPERIMENTER,),
            "No mentors have been imported yet. Import their form: digikunta import FILE.",
        ),
        (
            (Role.MENTOR,),
            "No experimenters have been imported yet. Import their form: digikunta import FILE.",
        ),
    ],
)
def test_a_side_that_is_missing_is_said_and_nobody_is_listed_in_vain(
    digikunta: Digikunta, tmp_path: Path, roles: tuple[Role, ...], said: str
) -> None:
    """With what to do next; the data tells all the same who is left."""
    rows = {Role.EXPERIMENTER: [experimenter("Salo")], Role.MENTOR: [mentor("Vaasa")]}
    for role in roles:
        digikunta("import", write(tmp_path / f"{role}.csv", rows[role], role=role))
    told = digikunta("match", "--dry-run")
    data = digikunta("match", "--format", "json").json

    assert (told.code, told.out.splitlines()[0].removeprefix("# ")) == (0, said)
    assert "Left without" not in told.out
    assert "one more mentor" not in told.out
    assert len(data["unmatched"]) == (Role.EXPERIMENTER in roles)


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (Role.MENTOR, "No mentor can be paired, as none has committed to sharing results."),
        (Role.EXPERIMENTER, "No experimenter can be paired, as none has committed to sharing"),
    ],
)
def test_a_side_that_may_not_be_paired_is_said(
    digikunta: Digikunta, tmp_path: Path, role: Role, said: str
) -> None:
    """And who it is, so that they can be asked; a mentor's commitment is what would help."""
    for each, row in ((Role.EXPERIMENTER, experimenter), (Role.MENTOR, mentor)):
        told = {"commitment": "ei"} if each is role else {}
        digikunta("import", write(tmp_path / f"{each}.csv", [row("Salo", **told)], role=each))
    result = digikunta("match", "--dry-run")

    assert said in result.out
    assert f"See them with: digikunta list --role {role}." in result.out
    assert "No pair until they commit to share: Salo" in result.out
    assert ("Left without" in result.out) == (role is Role.MENTOR)
