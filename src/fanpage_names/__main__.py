"""`python -m fanpage_names`: the command line."""

import sys

from fanpage_names.cli import main

if __name__ == "__main__":
    sys.exit(main())
