#!/usr/bin/env python3
"""Makes patroni-gucs.tsv: what Patroni's own validator knows of PostgreSQL's parameters, release by release.

    python3 schemas/src/tools/patroni_gucs.py PATRONI.git [FOLDER ...] \\
        > schemas/src/main/resources/io/patronilint/schemas/guc/patroni-gucs.tsv

PATRONI.git is a repository of Patroni with all tags; each FOLDER has the package `patroni` of a release that it lacks. Not part
of the build: run it when Patroni has a new release, and look at the difference. Up to 3.0.2 the tables are Python
(patroni/postgresql/validator.py), since 3.0.3 they are YAML (patroni/postgresql/available_parameters). The program reads both
as data; no code of Patroni runs.
"""
import ast
import pathlib
import re
import subprocess
import sys

import yaml

HEADER = """\
# What patroni/postgresql/validator.py and patroni/postgresql/available_parameters say about each parameter.
# Facts taken from Patroni (MIT licence) by schemas/src/tools/patroni_gucs.py; made again, never edited.
# pg_from <= PostgreSQL's number < pg_till; the first row of a name that holds decides.
# patroni: ranges of Patroni's releases, FROM-UNTIL without UNTIL; releases in the order of their numbers.
# A bound in single quotes is text in Patroni: comparing with it raises TypeError.
table\tname\tkind\tpg_from\tpg_till\tunit\tmin\tmax\tvalues\tpatroni
"""
TABLES = {'parameters': 'server', 'recovery_parameters': 'recovery'}
FIELDS = {
    'Bool': ('version_from', 'version_till'),
    'String': ('version_from', 'version_till'),
    'Integer': ('version_from', 'version_till', 'min_val', 'max_val', 'unit'),
    'Real': ('version_from', 'version_till', 'min_val', 'max_val', 'unit'),
    'Enum': ('version_from', 'version_till', 'possible_values'),
    'EnumBool': ('version_from', 'version_till', 'possible_values'),
}


def git(repository, *command):
    return subprocess.run(['git', '-C', repository, *command], check=True, text=True, stdout=subprocess.PIPE).stdout


def releases(repository):
    return [t for t in git(repository, 'tag').split() if re.fullmatch(r'v[2-9]\.\d+\.\d+', t)]


def by_number(tags):
    return sorted(tags, key=lambda tag: [int(part) for part in tag[1:].split('.')])


def from_python(text):
    """Returns {table: [(name, kind, fields)]} of a validator.py that holds the tables itself."""
    tables = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and node.targets[0].id in TABLES:
            rows = tables.setdefault(TABLES[node.targets[0].id], [])
            table = node.value.args[0]
            for key, value in zip(table.keys, table.values):
                for call in value.elts if isinstance(value, ast.Tuple) else [value]:
                    fields = FIELDS[call.func.id]
                    values = [ast.literal_eval(argument) for argument in call.args]
                    assert not call.keywords and len(values) == len(fields)
                    rows.append((ast.literal_eval(key), call.func.id, dict(zip(fields, values))))
    return tables


def from_yaml(texts):
    """Returns the same of YAML files in the order in which Patroni loads them; a later file replaces a name."""
    tables = {}
    for text in texts:
        for section, parameters in yaml.safe_load(text).items():
            rows = tables.setdefault(TABLES[section], [])
            assert not {r[0] for r in rows} & set(parameters)
            for name, validators in parameters.items():
                for validator in validators:
                    fields = dict(validator)
                    rows.append((name, fields.pop('type'), fields))
    return tables


def tables_in(folder):
    """Returns version and tables of an unpacked release that has its tables in YAML."""
    package = pathlib.Path(folder, 'patroni')
    version = re.search(r"__version__ = '(.+)'", package.joinpath('version.py').read_text())[1]
    files = sorted(package.joinpath('postgresql/available_parameters').rglob('*.y*ml'))
    return 'v' + version, from_yaml(file.read_text(encoding='UTF-8') for file in files)


def tables_of(repository, tag):
    files = git(repository, 'ls-tree', '-r', '--name-only', tag, 'patroni/postgresql/available_parameters').split()
    files = sorted(f for f in files if f.endswith(('.yml', '.yaml')))
    if files:
        return from_yaml(git(repository, 'show', f'{tag}:{f}') for f in files)
    return from_python(git(repository, 'show', f'{tag}:patroni/postgresql/validator.py'))


def cell(value):
    return '' if value is None else repr(value)


def row(table, name, kind, fields):
    unknown = set(fields) - set(FIELDS[kind])
    assert not unknown, (name, unknown)
    values = fields.get('possible_values', ())
    assert isinstance(values, (tuple, list)) and all(isinstance(v, str) and ',' not in v for v in values), (name, values)
    assert isinstance(fields['version_from'], int)
    return (table, name, kind, cell(fields['version_from']), cell(fields.get('version_till')), fields.get('unit') or '',
            cell(fields.get('min_val')), cell(fields.get('max_val')), ','.join(values))


def ranges(tags, holds):
    """Returns the ranges of releases in which something holds, each FROM-UNTIL, the last one perhaps open."""
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


def merge(per_tag):
    """Returns all rows in an order that keeps the order of every release."""
    merged = []
    for rows in reversed(per_tag):
        position = 0
        for one in rows:
            if one in merged:
                position = merged.index(one) + 1
            else:
                merged.insert(position, one)
                position += 1
    return merged


def main(repository, *folders):
    all_tables = {tag: tables_of(repository, tag) for tag in releases(repository)}
    for tag, tables in map(tables_in, folders):
        assert tag not in all_tables, tag
        all_tables[tag] = tables
    tags = by_number(all_tables)
    per_tag = []
    for tag in tags:
        tables = all_tables[tag]
        per_tag.append([row(table, *entry) for table in TABLES.values()
                        for entry in sorted(tables[table], key=lambda e: e[0].lower())])
    merged = merge(per_tag)
    for tag, rows in zip(tags, per_tag):
        assert len(rows) == len(set(rows)), tag
        assert [r for r in merged if r in set(rows)] == rows, tag
    sys.stdout.write(HEADER)
    for one in merged:
        print('\t'.join(one + (ranges(tags, [one in set(rows) for rows in per_tag]),)))
    print(f'{len(merged)} rows of {len(tags)} releases, {tags[0]} to {tags[-1]}', file=sys.stderr)


main(*sys.argv[1:])
