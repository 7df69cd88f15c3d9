"""Tells what `patroni --validate-config` has against configurations, on a machine where all they name is as it should be.

Each line of input is a document in hexadecimal digits; the line `version` asks for Patroni's version. An answer has a word for each
message: path and text in hexadecimal digits with a colon between them. A `-` stands before them, so that no line is empty, and `!` in
its place says that the validator failed with an exception, whose text follows. What PyYAML refuses has no messages.
"""
import inspect
import os
import socket
import sys

import yaml
from patroni import validator
from patroni.version import __version__


class Socket:
    """Every port that is to be reached answers, and none that is to be listened on is taken."""

    def __init__(self, *_):
        pass

    def connect_ex(self, _):
        return 1 if inspect.currentframe().f_back.f_locals['listen'] else 0

    def close(self):
        pass


class Network:
    """Every name has an address."""

    AI_PASSIVE, SOCK_STREAM, AF_INET6, gaierror = socket.AI_PASSIVE, socket.SOCK_STREAM, socket.AF_INET6, socket.gaierror
    inet_aton, inet_pton, socket = staticmethod(socket.inet_aton), staticmethod(socket.inet_pton), Socket

    @staticmethod
    def getaddrinfo(*_):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, '', ('10.0.0.1', 0))]


class Programs:
    @staticmethod
    def which(name, **_):
        return os.path.join('/usr/bin', name)


def directory(_, name):
    """Every folder exists and has every program; nothing is said of what is not empty and not a path either."""
    if not name and not hasattr(validator, 'BinDirectory'):
        yield validator.Result(False, 'is an empty string')
    elif name:
        os.fspath(name)


validator.socket = Network
validator.shutil = Programs
validator.data_directory_empty = lambda path: True
validator.Directory.validate = directory
if hasattr(validator, 'BinDirectory'):
    validator.BinDirectory.validate = directory


def hexed(text):
    return str(text).encode('utf-8', 'backslashreplace').hex()


def answer(document):
    try:
        config = yaml.safe_load(document)
    except Exception:
        return '-'
    try:
        found = [r for r in validator.schema.validate(config) if not r.status]
    except Exception as e:
        return '! ' + hexed(f'{type(e).__name__}: {e}')
    return ' '.join(['-'] + [f'{hexed(r.path)}:{hexed(r._error)}' for r in found])


for line in sys.stdin:
    question = line.strip()
    print(__version__ if question == 'version' else answer(bytes.fromhex(question)))
