"""Answers which recovery parameters the installed Patroni gives a follower.

Each line of standard input is JSON: {"local": [yaml, ...], "dynamic": json or null}. Each line of
standard output is JSON: {"params": {name: str(value)}} or {"error": type}.
"""
import json
import logging
import os
import sys
import tempfile
import types

import yaml

from patroni.config import Config
from patroni.postgresql.config import CaseInsensitiveDict, ConfigHandler

logging.disable(logging.CRITICAL)
OWN = {'standby_mode', 'recovery_target_timeline', 'recovery_target', 'recovery_target_name',
       'recovery_target_time', 'recovery_target_xid', 'recovery_target_lsn'}


def answer(question):
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(question['local']):
            with open(os.path.join(folder, '%02d.yml' % number), 'w') as f:
                f.write(text)
        config = Config(folder, None)
        if question['dynamic'] is not None:
            config.set_dynamic_configuration(yaml.safe_load(question['dynamic']))
        handler = object.__new__(ConfigHandler)
        handler._config = config['postgresql']
        handler._server_parameters = CaseInsensitiveDict(handler._config['parameters'])
        handler._postgresql = types.SimpleNamespace(major_version=150000, name='n', available_gucs=set())
        handler._adjust_recovery_parameters()
        params = handler.build_recovery_params(None)
        return {'params': {k.lower(): str(v) for k, v in params.items() if k.lower() not in OWN}}


for line in sys.stdin:
    try:
        result = answer(json.loads(line))
    except Exception as error:
        result = {'error': type(error).__name__ + ': ' + str(error)}
    print(json.dumps(result), flush=True)
