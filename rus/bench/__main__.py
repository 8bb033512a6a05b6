"""`python -m rus.bench`: the same as `rus bench`."""

import sys

from rus.bench import main

sys.exit(main(sys.argv[1:]))
