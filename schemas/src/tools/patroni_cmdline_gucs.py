#!/usr/bin/env python3
"""Makes patroni-cmdline-gucs.tsv: the parameters that Patroni passes on the command line of PostgreSQL, release by release.

    python3 schemas/src/tools/patroni_cmdline_gucs.py PATRONI.git \\
        > schemas/src/main/resources/io/patronilint/schemas/guc/patroni-cmdline-gucs.tsv

PATRONI.git is a repository of Patroni with all tags. Not part of the build. The program reads ConfigHandler.CMDLINE_OPTIONS as
data and stops at a check that it does not know: then look at what the new check does, here and in ControlledGucs.
"""
import ast
import re
import subprocess
import sys

HEADER = """\
# ConfigHandler.CMDLINE_OPTIONS of patroni/postgresql/config.py, and the checks as Config._process_postgresql_parameters uses them.
# Facts taken from Patroni (MIT licence) by schemas/src/tools/patroni_cmdline_gucs.py; made again, never edited.
# default: as Python writes it. check: see io.patronilint.schemas.guc.ControlledGuc. pg_from: the first PostgreSQL that gets it.
# patroni: ranges of Patroni's releases, FROM-UNTIL without UNTIL; releases in the order of their numbers.
name\tdefault\tcheck\tmin\tunit\tvalues\tpg_from\tpatroni
"""
WORDS = 'hot_standby,replica,logical'


def git(repository, *command):
    return subprocess.run(['git', '-C', repository, *command], check=True, text=True, stdout=subprocess.PIPE).stdout


def releases(repository):
    tags = [t for t in git(repository, 'tag').split() if re.fullmatch(r'v[2-9]\.\d+\.\d+', t)]
    return sorted(tags, key=lambda t: [int(part) for part in t[1:].split('.')])


def int_check(validator, config):
    """Names what an IntValidator does in this release, and what becomes of a value that it accepts."""
    if "if self.base_unit:" in validator:
        return 'int-type'
    if "value = parse_int(value, self.base_unit) or ''" in validator:
        return 'int-nonzero'
    assert 'value = parse_int(value, self.base_unit)\n' in validator
    if 'int(value) if isinstance(validator, IntValidator) else value' in config:
        return 'int-call-after'
    assert 'int_val = parse_int(value) if isinstance(validator, IntValidator) else None' in config
    return 'int'


def check_of(source, integers):
    """Returns check, minimum, unit and values of the source of one check."""
    if source in ('lambda _: False', '_false_validator'):
        return 'never', '', '', ''
    if source == "lambda v: v.lower() in ('hot_standby', 'replica', 'logical')":
        return 'word-method', '', '', WORDS
    if source == '_wal_level_validator':
        return 'word-of-any', '', '', WORDS
    if source == "EnumValidator(('hot_standby', 'replica', 'logical'))":
        return 'word', '', '', WORDS
    if source in ('lambda v: parse_bool(v) is not None', '_bool_validator'):
        return 'bool', '', '', ''
    if source == '_bool_is_true_validator':
        return 'true', '', '', ''
    match = re.fullmatch(r'lambda v: int\(v\) >= (\d+)', source)
    if match:
        return 'int-call', match[1], '', ''
    if source == "lambda v: parse_int(v, 'MB') >= 16":
        return 'size-raising', '16', 'MB', ''
    match = re.fullmatch(r"IntValidator\(min=(\d+)(?:, base_unit='(\w+)')?\)", source)
    return integers(), match[1], match[2] or '', ''


def rows_of(repository, tag):
    handler = git(repository, 'show', f'{tag}:patroni/postgresql/config.py')
    config = git(repository, 'show', f'{tag}:patroni/config.py')

    def integers():
        validator = git(repository, 'show', f'{tag}:patroni/validator.py')
        found = [node for node in ast.parse(validator).body if getattr(node, 'name', '') == 'IntValidator']
        return int_check(ast.unparse(found), config)

    for node in ast.walk(ast.parse(handler)):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], 'id', '') == 'CMDLINE_OPTIONS':
            table = node.value.args[0]
            return [(ast.literal_eval(key), ast.unparse(value.elts[0]), *check_of(ast.unparse(value.elts[1]), integers),
                     str(ast.literal_eval(value.elts[2]))) for key, value in zip(table.keys, table.values)]


def ranges(tags, holds):
    found = []
    start = None
    for tag, held in zip(tags, holds):
        if held and start is None:
            start = tag[1:]
        if not held and start is not None:
            found.append(f'{start}-{tag[1:]}')
            start = None
    if start is not None:
        found.append(start + '-')
    return ' '.join(found)


def main(repository):
    tags = releases(repository)
    per_tag = [rows_of(repository, tag) for tag in tags]
    names = [row[0] for row in per_tag[0]]
    assert all([row[0] for row in rows] == names for rows in per_tag)
    sys.stdout.write(HEADER)
    for name in names:
        seen = dict.fromkeys(row for rows in per_tag for row in rows if row[0] == name)
        for row in seen:
            print('\t'.join(row + (ranges(tags, [row in rows for rows in per_tag]),)))


main(sys.argv[1])
