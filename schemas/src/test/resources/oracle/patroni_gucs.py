"""Answers what the Patroni on PYTHONPATH does with parameters.

Each line of standard input has cells with tabs between them, the texts among them as hexadecimal UTF-8:

    names                                                  all names of its tables, and its release
    server|recovery NAME KIND VALUE POSTGRESQL LISTED      writes a parameter; LISTED is 1 if PostgreSQL lists the name
    controlled NAME KIND VALUE                             takes a parameter of the dynamic configuration
    bool|int|real KIND VALUE UNIT                          parses a value

Each line of standard output is the answer: "value KIND TEXT LOG", "none LOG" or "raises TYPE".
"""
import ast
import inspect
import logging
import sys

from patroni.config import Config
from patroni.postgresql import validator
from patroni.utils import parse_bool, parse_int, parse_real
from patroni.version import __version__

KINDS = {'NONE': ast.literal_eval, 'BOOL': ast.literal_eval, 'INT': ast.literal_eval, 'FLOAT': float, 'STR': str,
         'OTHER': ast.literal_eval}
NAMES = {type(None): 'NONE', bool: 'BOOL', int: 'INT', float: 'FLOAT', str: 'STR'}


class Log(logging.Handler):
    lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


def text(cell):
    return bytes.fromhex(cell).decode('utf-8', 'surrogatepass')


def cell(value):
    return str(value).encode('utf-8', 'surrogatepass').hex()


def transform(table, name, kind, value, postgresql, listed):
    function = {'server': validator.transform_postgresql_parameter_value,
                'recovery': validator.transform_recovery_parameter_value}[table]
    arguments = [int(postgresql), text(name), KINDS[kind](text(value))]
    if 'available_gucs' in inspect.signature(function).parameters:
        from patroni.collections import CaseInsensitiveSet
        arguments.append(CaseInsensitiveSet([text(name)] if listed == '1' else []))
    return function(*arguments)


def parse(function, kind, value, unit):
    value = KINDS[kind](text(value))
    if function == 'bool':
        return parse_bool(value)
    return {'int': parse_int, 'real': parse_real}[function](value, text(unit) or None)


def answer(cells):
    if cells[0] == 'names':
        names = [table + '/' + name for table in ('parameters', 'recovery_parameters')
                 for name in getattr(validator, table).keys()]
        return 'names ' + ' '.join([__version__] + names)
    Log.lines.clear()
    try:
        if cells[0] in ('server', 'recovery'):
            value = transform(*cells)
        elif cells[0] == 'controlled':
            name = text(cells[1])
            value = Config._process_postgresql_parameters({name: KINDS[cells[2]](text(cells[3]))}).get(name)
        else:
            value = parse(*cells)
    except Exception as error:
        return 'raises ' + type(error).__name__
    log = cell('\n'.join(Log.lines))
    if value is None:
        return 'none ' + log
    return ' '.join(['value', NAMES.get(type(value), 'OTHER'), cell(value), log])


logging.getLogger().addHandler(Log())
for line in sys.stdin:
    print(answer(line.rstrip('\n').split('\t')))
