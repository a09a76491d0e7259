"""The wheel runs by itself: in an empty environment, away from the checkout."""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_built_wheel_runs_the_demo_away_from_the_checkout(tmp_path: Path) -> None:
    """Topics, samples and catalogues are in it, and it needs nothing of the checkout."""
    built = tmp_path / "built"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            str(built),
            str(ROOT),
        ],
        check=True,
        cwd=tmp_path,
    )
    wheel = next(built.glob("digikunta-*.whl"))
    venv.create(tmp_path / "empty")
    scripts = tmp_path / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
    # Neither a pip of its own nor what nobody imports compiled is needed, and both take long.
    install = ["--python", str(scripts / "python"), "install", "-q", "--no-compile", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", *install], check=True, cwd=tmp_path)
    environment = {
        "PATH": "",
        "TMPDIR": str(tmp_path),
        "HOME": str(tmp_path),
        "DIGIKUNTA_LANG": "fi",
    }
    done = subprocess.run(
        [scripts / "digikunta", "demo"],
        check=False,
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "51 kokeilijasta" in done.stdout or "38" in done.stdout
    assert str(ROOT) not in done.stdout
    assert next(tmp_path.glob("digikunta-demo-*/report.html")).stat().st_size > 10_000
