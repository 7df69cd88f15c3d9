"""Strips files as Patroni strips postgresql.auto.conf.

The first line of output: its version and the names of its recovery parameters. Reads one file per line, in hexadecimal digits; answers with a line that says whether Patroni wrote the file, and what is in it.
"""
import os
import sys
import tempfile
from types import SimpleNamespace

from patroni.postgresql.config import ConfigHandler
from patroni.version import __version__

path = os.path.join(tempfile.mkdtemp(), 'postgresql.auto.conf')
handler = SimpleNamespace(_auto_conf=path, _RECOVERY_PARAMETERS=ConfigHandler._RECOVERY_PARAMETERS,
                          set_file_permissions=lambda _: None)
print(__version__, ','.join(sorted(name.lower() for name in ConfigHandler._RECOVERY_PARAMETERS)), flush=True)
for line in sys.stdin:
    with open(path, 'wb') as f:
        f.write(bytes.fromhex(line))
    os.utime(path, (0, 0))
    ConfigHandler._sanitize_auto_conf(handler)
    with open(path, 'rb') as f:
        print('kept' if os.stat(path).st_mtime == 0 else 'written', f.read().hex(), flush=True)
os.unlink(path)
os.rmdir(os.path.dirname(path))
