"""Tells the keys that `patroni --validate-config` knows.

The question `version` is answered with Patroni's version, the question `keys` with their paths.
"""
import sys

from patroni import validator
from patroni.version import __version__


def walk(schema, path):
    if isinstance(schema, validator.Schema):
        schema = schema.validator
    if isinstance(schema, validator.Case):
        yield from walk(schema._schema, path)
    elif isinstance(schema, validator.Or):
        for choice in schema.args:
            yield from walk(choice, path)
    elif isinstance(schema, dict):
        for key, inner in schema.items():
            if isinstance(key, (validator.Or, getattr(validator, 'AtMostOne', validator.Or))):
                yield from walk(inner, path)
            else:
                name = key.name if isinstance(key, validator.Optional) else key
                yield '.'.join(path + (name,))
                yield from walk(inner, path + (name,))
    elif isinstance(schema, list) and schema and isinstance(schema[0], dict):
        yield from walk(schema[0], path + ('[]',))


for line in sys.stdin:
    print(__version__ if line.strip() == 'version' else ' '.join(walk(validator.schema, ())))
