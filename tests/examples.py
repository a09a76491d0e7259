"""How many random cases a test looks at."""

import os


def examples(count: int) -> int:
    """So many, or as many times more as DIGIKUNTA_EXAMPLES says, for a long run by hand."""
    return count * int(os.environ.get("DIGIKUNTA_EXAMPLES", "1"))
