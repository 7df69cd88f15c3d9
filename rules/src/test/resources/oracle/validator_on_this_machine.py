"""Tells what `patroni --validate-config` has against configurations on this very machine.

Each line of input is a document in hexadecimal digits; an answer has, behind a `-`, the paths of the messages with blanks between.
"""
import sys

import yaml
from patroni import validator

for line in sys.stdin:
    config = yaml.safe_load(bytes.fromhex(line.strip()))
    print(' '.join(['-'] + [r.path for r in validator.schema.validate(config) if not r.status]))
