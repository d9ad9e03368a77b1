"""`python -m chidao` is the command `chidao`."""

import sys

from chidao.cli import main

sys.exit(main())
