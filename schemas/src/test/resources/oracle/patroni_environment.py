"""Tells what Patroni makes of environment variables: answers each name with the keys that it sets and how it is read.

The question `version` is answered with Patroni's version.
"""
import json
import logging
import os
import sys

from patroni.config import Config
from patroni.version import __version__

logging.disable(logging.CRITICAL)

READINGS = {
    '["on","7","a,b","%(a)s"]': 'string', '[null,7,null,null]': 'int', '[null,7.0,null,null]': 'real',
    '[true,null,null,null]': 'bool', '[[true],[7],["a","b"],null]': 'list',
    '[{"True":null},{"7":null},{"a":null,"b":null},null]': 'map', '[[true],[7],["a","b"],"%(a)s"]': 'format'}
SECTIONS = ('etcd', 'etcd3')


def clear():
    for variable in list(os.environ):
        if variable.startswith('PATRONI'):
            del os.environ[variable]


def leaves(value, path):
    deep = isinstance(value, dict) and value and not set(map(str, value)) & {'True', '7', 'a'}
    if not deep:
        return [(path, value)] if value != {} else []
    return [leaf for key, inner in value.items() for leaf in leaves(inner, path + (key,))]


def read(name, value, section):
    clear()
    os.environ[name] = value
    for dcs in SECTIONS if section else ():
        os.environ.setdefault('PATRONI_%s_SRV' % dcs.upper(), 'srv')
    found = dict(leaves(dict(Config._build_environment_configuration()), ()))
    clear()
    return {path: value for path, value in found.items() if value != 'srv'}


def answer(name):
    for section in (False, True):
        readings = [read(name, value, section) for value in ('on', '7', 'a,b', '%(a)s')]
        paths = sorted({path for reading in readings for path in reading})
        if paths and paths[0][0] != 'bootstrap':
            break
    words = []
    for path in paths:
        values = []
        for reading in readings:
            value = reading.get(path)
            values.append({str(k): v for k, v in value.items()} if isinstance(value, dict) else value)
        text = json.dumps(values, separators=(',', ':'))
        words.append('.'.join(map(str, path)) + '=' + READINGS.get(text, text))
    return ' '.join(words)


for line in sys.stdin:
    print(__version__ if line.strip() == 'version' else answer(line.strip()))
