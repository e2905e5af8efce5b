"""`python -m lutra`."""

import sys

from lutra.cli import main

sys.exit(main())
