"""Answers what yaml.safe_load makes of documents, the way Patroni reads its files.

One line in: the bytes of a file in base 64. One line out: "ok" and a typed dump of the value, or
"no" and the name of the exception.
"""
import base64
import datetime
import io
import json
import sys

import yaml

MAX_NODES = 20000


class TooBig(Exception):
    """The dump is cut off: aliases can make small documents huge."""


class Dump:
    def __init__(self):
        self.out = []
        self.nodes = 0
        self.open = set()

    def key(self, value):
        """Equal numbers are one key, whatever their type."""
        if isinstance(value, (bool, int, float)) and value == value and abs(value) != float("inf"):
            if value == int(value):
                return "k%x" % int(value)
        if isinstance(value, datetime.datetime):
            return "t" + time(value)
        inner = Dump()
        inner.value(value)
        return "".join(inner.out)

    def value(self, value):
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise TooBig()
        if value is None:
            self.out.append("N")
        elif isinstance(value, bool):
            self.out.append("T" if value else "F")
        elif isinstance(value, int):
            self.out.append("i%x" % value)
        elif isinstance(value, float):
            self.out.append("f" + repr(value))
        elif isinstance(value, str):
            self.out.append(json.dumps(value))
        elif isinstance(value, bytes):
            self.out.append(repr(value))
        elif isinstance(value, (datetime.date, datetime.datetime)):
            self.out.append("t" + str(value))
        elif id(value) in self.open:
            self.out.append("*")
        else:
            self.open.add(id(value))
            self.collection(value)
            self.open.discard(id(value))

    def collection(self, value):
        if isinstance(value, dict):
            self.out.append("{")
            for key, item in value.items():
                self.out.append(self.key(key) + ":")
                self.value(item)
                self.out.append(",")
            self.out.append("}")
        elif isinstance(value, set):
            self.out.append("<" + ",".join(sorted(self.key(item) for item in value)) + ">")
        elif isinstance(value, (list, tuple)):
            self.out.append("[" if isinstance(value, list) else "(")
            for item in value:
                self.value(item)
                self.out.append(",")
            self.out.append("]" if isinstance(value, list) else ")")
        else:
            raise TypeError(type(value))


def time(value):
    """Equal times in different zones are one key; written as java.time writes them."""
    zone = "" if value.tzinfo is None else "Z"
    if value.tzinfo is not None:
        value = (value - value.utcoffset()).replace(tzinfo=None)
    text = value.strftime("%Y-%m-%dT%H:%M").rjust(16, "0")
    if value.second or value.microsecond:
        text += value.strftime(":%S")
    if value.microsecond:
        text += ".%06d" % value.microsecond
        if text.endswith("000"):
            text = text[:-3]
    return text + zone


def load(data):
    with io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") as stream:
        return yaml.safe_load(stream)


def dumped(value):
    dump = Dump()
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20000)
    try:
        dump.value(value)
    except TooBig:
        dump.out.append("...")
    finally:
        sys.setrecursionlimit(limit)
    return "".join(dump.out)


def answer(data):
    try:
        value = load(data)
    except Exception as e:
        return "no " + type(e).__name__ + " " + json.dumps(str(e))
    return "ok " + dumped(value)


def main():
    sys.stdout.write("PyYAML " + yaml.__version__ + "\n")
    sys.stdout.flush()
    for line in sys.stdin:
        sys.stdout.write(answer(base64.b64decode(line)) + "\n")
        sys.stdout.flush()


main()
