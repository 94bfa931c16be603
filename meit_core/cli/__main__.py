"""``python -m meit_core.cli`` where the ``meit`` script isn't on the path."""

import sys

from meit_core.cli import main

if __name__ == "__main__":
    sys.exit(main())
