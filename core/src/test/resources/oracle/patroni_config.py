"""Answers what Patroni's own Config makes of files, environment and dynamic configuration.

Each line of the input is the word version, or JSON in hexadecimal digits; each line of the output is the answer in
hexadecimal digits:
{"files": [[name, text], ...], "env": [[name, value], ...], "cache": text or null, "dynamic": text or null}
  -> {"config": what Config.copy() holds, written so that types show, "refused": [exceptions that were logged],
      "failure": the exception that ends the start, or null, "global": what GlobalConfig says}
"""
import datetime
import json
import logging
import os
import shutil
import sys
import tempfile

import yaml

from patroni import config as config_module
from patroni.config import Config
from patroni.dcs import ClusterConfig
from patroni.version import __version__

refused = []


class Collect(logging.Handler):
    def emit(self, record):
        if record.exc_info and 'dynamic_configuration' in record.getMessage():
            refused.append(record.exc_info[0].__name__)


def escape(text):
    return text.replace('\\', '\\\\').replace('"', '\\"')


def encode(value):
    if value is None:
        return 'None'
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return 'int ' + str(value)
    if isinstance(value, float):
        return 'float ' + repr(value)
    if isinstance(value, str):
        return '"' + escape(value) + '"'
    if isinstance(value, bytes):
        return 'bytes ' + repr(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return 'time ' + str(value)
    if isinstance(value, (list, tuple)):
        return '[' + ', '.join(encode(v) for v in value) + ']'
    if hasattr(value, 'items'):
        return '{' + ', '.join(sorted(encode(k) + ': ' + encode(v) for k, v in value.items())) + '}'
    return 'other ' + type(value).__name__


class Namespace(object):
    def __init__(self, **values):
        self.__dict__.update(values)

    def reload_config(self, *_):
        pass


def apply(config, cluster):
    """Patroni.apply_dynamic_configuration, or what it was called before, on an object that is no whole Patroni."""
    try:
        from patroni.__main__ import Patroni
    except ImportError:
        from patroni import Patroni
    patroni = Namespace(config=config, watchdog=Namespace(), dcs=Namespace(get_cluster=lambda: cluster))
    if hasattr(Patroni, 'apply_dynamic_configuration'):
        Patroni.apply_dynamic_configuration(patroni, cluster)
    else:
        Patroni.load_dynamic_configuration(patroni)


GLOBAL = ('is_paused', 'is_synchronous_mode', 'is_synchronous_mode_strict', 'synchronous_node_count',
          'maximum_lag_on_failover', 'maximum_lag_on_syncnode', 'primary_start_timeout', 'primary_stop_timeout',
          'is_standby_cluster')


def global_config(config):
    if hasattr(config_module, 'GlobalConfig'):
        found = config_module.GlobalConfig(config.dynamic_configuration)
    else:
        try:
            from patroni import global_config as module
        except ImportError:
            return None
        found = type(module)()
        found.update(None, config.dynamic_configuration)
    return encode({name: getattr(found, name) for name in GLOBAL})


def answer(question, folder):
    del refused[:]
    for name in list(os.environ):
        if name.startswith('PATRONI_'):
            del os.environ[name]
    for name, value in question['env']:
        os.environ[name] = value
    for name, text in question['files']:
        with open(os.path.join(folder, 'conf', name), 'w', newline='') as f:
            f.write(text)
    names = [name for name, _ in question['files']]
    path = os.path.join(folder, 'conf', names[0]) if len(names) == 1 else os.path.join(folder, 'conf') if names else ''
    cache = os.path.join(folder, 'cache')
    if question['cache'] is not None:
        with open(cache, 'w') as f:
            f.write(question['cache'])
    # an absolute name, so that it counts wherever the data directory is
    Config._Config__CACHE_FILENAME = cache
    dynamic = question['dynamic']
    failure = found = None
    try:
        config = Config(path)
        data = None if dynamic is None else json.dumps(yaml.safe_load(dynamic))
        cluster = Namespace(config=None if data is None else ClusterConfig.from_node(1, data))
        apply(config, cluster)
        found = encode(config.copy())
    except yaml.YAMLError:
        failure = 'YAMLError'
    except Exception as e:
        failure = type(e).__name__
    says = None
    if found is not None:
        try:
            says = global_config(config)
        except Exception:
            says = 'raises'
    return {'config': found, 'failure': failure, 'refused': list(refused), 'global': says}


def main():
    logging.getLogger().addHandler(logging.NullHandler())
    logging.getLogger('patroni').addHandler(Collect())
    logging.getLogger('patroni').propagate = False
    for line in sys.stdin:
        if line.strip() == 'version':
            print(__version__.encode().hex())
            continue
        folder = tempfile.mkdtemp()
        try:
            os.mkdir(os.path.join(folder, 'conf'))
            reply = answer(json.loads(bytes.fromhex(line.strip()).decode()), folder)
        finally:
            shutil.rmtree(folder)
        print(json.dumps(reply).encode().hex())


main()
