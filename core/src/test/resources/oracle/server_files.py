"""Starts PostgreSQL as a real Patroni would, up to the call of postgres, and answers with the files that it leaves.

The first line of standard output is the version of Patroni and the folder that stands for @DIR@. Then each line of standard input is
JSON in hexadecimal digits: {"config": what Config.copy() returns, as YAML; "dynamic": the dynamic configuration, as YAML;
"postgresql": "15.4"; "start": "follower", "leader", "remote" or "bootstrap"; "leader": [name, host, port]; "control": {label: value};
"listed": [names]; "auto": postgresql.auto.conf; "signals": [names of files]}. Each is answered with one line: the name of an exception
or nothing, a semicolon, the options, a semicolon, and NAME:TEXT of each file; options, names and texts in hexadecimal digits, with commas.
"""
import inspect
import json
import logging
import os
import shutil
import socket
import sys
import tempfile
import types

# Memory is faster than a disk, and every case writes a dozen files.
ROOT = tempfile.mkdtemp(dir='/dev/shm' if os.access('/dev/shm', os.W_OK) else None)
os.environ['HOME'] = os.path.join(ROOT, 'home')
os.environ.pop('PGPASSFILE', None)

import yaml  # noqa: E402

import patroni.postgresql as postgresql_module  # noqa: E402
import patroni.postgresql.config as config_module  # noqa: E402
from patroni.dcs import Leader, Member  # noqa: E402
from patroni.ha import Ha  # noqa: E402
from patroni.version import __version__  # noqa: E402

try:
    from patroni.__main__ import Patroni
except ImportError:
    from patroni import Patroni
try:
    from patroni.collections import CaseInsensitiveSet
except ImportError:
    CaseInsensitiveSet = set
try:
    from patroni.postgresql.mpp import get_mpp
except ImportError:
    get_mpp = None
try:
    from patroni import global_config
except ImportError:
    global_config = None
try:
    from patroni.config import GlobalConfig
except ImportError:
    GlobalConfig = None

logging.disable(logging.CRITICAL)
PATRONI_STARTS_WITH_GLOBAL_CONFIG = 'global_config.update' in inspect.getsource(Patroni.__init__)
case = {}


class Process:
    """Stands for the postmaster, which is never started."""

    @staticmethod
    def start(pgcommand, data_dir, conf, options):
        case['options'] = options
        return None


class Server(postgresql_module.Postgresql):
    """The real class without a real server."""

    def is_running(self):
        return None

    def controldata(self):
        return dict(case['control'], **{'Database cluster state': 'in production'})

    def _get_gucs(self):
        return CaseInsensitiveSet(set(case['listed']))

    def initdb(self, *args, **kwargs):
        create_data_directory(case)
        return True

    def pg_ctl(self, *args, **kwargs):
        create_data_directory(case)
        return True


class Command:
    """Stands for the command of a custom bootstrap method."""

    is_cancelled = False

    def call(self, *args, **kwargs):
        create_data_directory(case)
        return 0

    def reset_is_cancelled(self):
        pass


postgresql_module.PostmasterProcess = Process
postgresql_module.CallbackExecutor = lambda *_: None
postgresql_module.CancellableSubprocess = Command
config_module.validate_directory = lambda *_: None
config_module.get_postgres_version = lambda *_, **__: case['postgresql']
config_module.socket = types.SimpleNamespace(
    SOCK_STREAM=socket.SOCK_STREAM, IPPROTO_TCP=socket.IPPROTO_TCP,
    getaddrinfo=lambda host, *_: [(2, 1, 6, '', ('127.0.0.1' if host == 'localhost' else host, 5432))])


def put(name, text, folder='data'):
    path = os.path.join(ROOT, folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as f:
        f.write(text.encode('utf-8'))


def create_data_directory(case):
    version = case['postgresql'].split('.')
    put('PG_VERSION', '.'.join(version[:2]) if version[0] == '9' else version[0])
    for folder in ('data', 'conf'):
        for name in ('postgresql.conf', 'db.conf', 'pg_hba.conf', 'pg_ident.conf'):
            put(name, 'there\n', folder)
    if case['auto']:
        put('postgresql.auto.conf', case['auto'])
    for name in case['signals']:
        put(name, 'there\n')


def start(config, dynamic):
    if global_config is not None and hasattr(global_config, 'update'):
        global_config._GlobalConfig__config = dynamic if PATRONI_STARTS_WITH_GLOBAL_CONFIG else {}
    if get_mpp is None:
        server = Server(config['postgresql'])
    else:
        server = Server(config['postgresql'], get_mpp(config))
    if global_config is not None and hasattr(global_config, 'update'):
        global_config._GlobalConfig__config = dynamic
    elif GlobalConfig is not None:
        server._global_config = GlobalConfig(dynamic)
    if case['start'] == 'bootstrap':
        server.bootstrap.bootstrap(config['bootstrap'])
        return
    member = None
    if case['start'] == 'leader':
        url = 'postgres://%s:%s/%s' % (case['leader'][1], case['leader'][2], server.database)
        member = Leader(0, 0, Member(0, case['leader'][0], 0, {'conn_url': url}))
    elif case['start'] == 'remote':
        ha = types.SimpleNamespace(get_standby_cluster_config=lambda: dynamic.get('standby_cluster'))
        if GlobalConfig is not None:
            ha.global_config = GlobalConfig(dynamic)
        member = Ha.get_remote_member(ha)
    server.follow(member)


def load(text):
    return yaml.load(text, getattr(yaml, 'CSafeLoader', yaml.SafeLoader))


def answer(question):
    case.clear()
    case.update(question, options=None)
    for folder, _, names in os.walk(ROOT):
        for name in names:
            os.unlink(os.path.join(folder, name))
    for folder in ('data', 'home', 'conf'):
        os.makedirs(os.path.join(ROOT, folder), exist_ok=True)
    if case['start'] != 'bootstrap':
        create_data_directory(case)
    error = None
    try:
        start(load(case['config']), load(case['dynamic']))
        if case['options'] is None:
            error = 'none'
    except Exception as e:
        error = type(e).__name__
        if os.environ.get('ORACLE_TRACE'):
            import traceback
            traceback.print_exc()
    files = []
    for folder, _, names in os.walk(ROOT):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, 'rb') as f:
                files.append(os.path.relpath(path, ROOT).encode('utf-8').hex() + ':' + f.read().hex())
    options = [option.encode('utf-8').hex() for option in case['options'] or []]
    return ';'.join([error or '', ','.join(options), ','.join(files)])


print(__version__, ROOT, flush=True)
try:
    for line in sys.stdin:
        print(answer(json.loads(bytes.fromhex(line).decode('utf-8'))), flush=True)
finally:
    shutil.rmtree(ROOT)
