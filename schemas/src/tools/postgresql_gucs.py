#!/usr/bin/env python3
"""Makes postgresql-gucs.tsv: PostgreSQL's parameters, by asking real servers.

    schemas/src/tools/postgresql_gucs.py measure BIN > 15.json      one server: BIN holds its postgres and initdb
    schemas/src/tools/postgresql_gucs.py merge 9.6.json 10.json ... \\
        > schemas/src/main/resources/io/patronilint/schemas/guc/postgresql-gucs.tsv

Not part of the build. `measure` needs psql and, as root, the user postgres; it makes a cluster in a temporary folder and asks
pg_settings, `postgres --describe-config`, and which words each enumeration takes beside those that it shows.
Where a major version is given twice, the newer minor release decides. What differs between builds is named below and left out.
"""
import json
import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile

HEADER = """\
# PostgreSQL's parameters, asked of real servers by schemas/src/tools/postgresql_gucs.py; made again, never edited.
# Facts taken from PostgreSQL's catalogue pg_settings (PostgreSQL licence). Each row: the versions in which all facts are equal.
# Versions as numbers: pg_from <= number < pg_till; 9.3 to 9.5 as Patroni's table has them (flag derived), not asked.
# values: the words that pg_settings shows; other_values: further words that are taken. boot: in the parameter's own unit.
# flags: unlisted = not in `postgres --describe-config`; hidden = not in pg_settings; build = boot or values depend on the build;
# minor = came in a minor release of this version; debian = only in Debian's packages; derived = not asked, see above.
name\ttype\tunit\tmin\tmax\tvalues\tother_values\tcontext\tboot\tflags\tpg_from\tpg_till
"""
SETTINGS = """select json_agg(json_build_object('name', name, 'type', vartype, 'unit', unit, 'min', min_val, 'max', max_val,
    'values', enumvals, 'context', context, 'boot', boot_val)) from pg_settings where category not like 'Customized Options%'"""
# Parameters that pg_settings never shows.
HIDDEN = {'session_authorization': 'string', 'role': 'string', 'is_superuser': 'bool', 'seed': 'real', 'default_with_oids': 'bool',
          'ssl_renegotiation_limit': 'integer'}
# Old names that a server may still understand, and must not be taken for parameters.
OLD = ['force_parallel_mode', 'ssl_ecdh_curve', 'sort_mem', 'vacuum_mem', 'logical_replication_mode', 'wal_keep_segments',
       'checkpoint_segments', 'min_parallel_relation_size']
WORDS = ['on', 'off', 'true', 'false', 'yes', 'no', '1', '0', 'debug', 'info', 'fatal', 'panic', 'archive', 'hot_standby', 'md5',
         'scram-sha-256', 'none', 'zlib', 'plain', 'all', 'default', '']
# What depends on how PostgreSQL was built, or on the machine: all words that any build takes, and no boot value.
BUILD = {
    'default_toast_compression': ['pglz', 'lz4'],
    'wal_compression': ['pglz', 'lz4', 'zstd', 'on', 'off'],
    'io_method': ['sync', 'worker', 'io_uring'],
}
# Parameters that came in a minor release of these versions.
MINOR = {'allow_in_place_tablespaces': (100000, 140000), 'restrict_nonsystem_relation_kind': (120000, 160000)}
# A parameter that came in 14.24, 15.19, 16.15, 17.11 and 18.5, by Patroni 4.1.5; those of 17 and 18 were asked.
NEWEST = {'output_plugin_libraries': {'name': 'output_plugin_libraries', 'type': 'string', 'unit': None, 'min': None, 'max': None,
                                      'values': None, 'context': 'superuser', 'boot': 'pgoutput, test_decoding',
                                      'from': 140000, 'till': 190000},
          # Asked of 15.20 and 17.12; a fix of security goes to every version that is maintained.
          'composite_type_mismatch': {'name': 'composite_type_mismatch', 'type': 'enum', 'unit': None, 'min': None, 'max': None,
                                      'values': ['error', 'warn', 'disabled'], 'context': 'superuser', 'boot': 'error',
                                      'from': 150000, 'till': 190000}}
# Parameters of Debian's packages alone; its 13, 15 and 17 were asked.
DEBIAN = {'extension_destdir': {'name': 'extension_destdir', 'type': 'string', 'unit': None, 'min': None, 'max': None, 'values': None,
                                'context': 'superuser', 'boot': '', 'from': 130000, 'till': 180000}}
BUILD_BOOT = ['block_size', 'bonjour', 'data_directory_mode', 'debug_assertions', 'dynamic_library_path', 'dynamic_shared_memory_type',
              'effective_io_concurrency', 'event_source', 'krb_server_keyfile', 'lc_collate', 'lc_ctype', 'lc_messages', 'lc_monetary',
              'lc_numeric', 'lc_time', 'log_timezone', 'maintenance_io_concurrency', 'max_stack_depth', 'server_version',
              'server_version_num', 'ssl_ciphers', 'ssl_library', 'timezone', 'timezone_abbreviations', 'unix_socket_directories',
              'update_process_title', 'wal_sync_method', 'io_method', 'backend_flush_after', 'bgwriter_flush_after',
              'checkpoint_flush_after']


def psql(folder, script):
    return subprocess.run(['psql', '-XAtq', '-h', folder, '-U', 'postgres', 'postgres'], input=script, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout


def measure(programs):
    folder = tempfile.mkdtemp(prefix='gucs')
    root = os.geteuid() == 0
    if root:
        os.chown(folder, pwd.getpwnam('postgres').pw_uid, -1)

    def run(program, *arguments, **options):
        user = ['runuser', '-u', 'postgres', '--'] if root else []
        return subprocess.run([*user, os.path.join(programs, program), *arguments], cwd=folder, check=True, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **options).stdout

    try:
        described = [line.split('\t')[0] for line in run('postgres', '--describe-config').splitlines()]
        data = os.path.join(folder, 'data')
        run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-N', '-E', 'UTF8', '--locale=C')
        run('pg_ctl', 'start', '-w', '-s', '-D', data, '-l', os.path.join(folder, 'log'), '-o',
            f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off")
        try:
            settings = json.loads(psql(folder, SETTINGS))
            version = int(psql(folder, 'show server_version_num'))
            hidden = shown(folder, list(HIDDEN))
            shown_names = {setting['name'].lower() for setting in settings}
            for name in set(hidden) - shown_names:
                settings.append({'name': name, 'type': HIDDEN[name], 'unit': None, 'min': None, 'max': None, 'values': None,
                                 'context': 'hidden', 'boot': None})
            others(folder, [setting for setting in settings if setting['type'] == 'enum'])
            old = [name for name in shown(folder, OLD) if name not in shown_names]
        finally:
            run('pg_ctl', 'stop', '-s', '-m', 'immediate', '-D', data)
    finally:
        shutil.rmtree(folder)
    json.dump({'version': version, 'described': described, 'settings': settings, 'old': old}, sys.stdout, indent=1)


def shown(folder, names):
    script = ''.join(f'show {name};\n\\echo {name} :SQLSTATE\n' for name in names)
    return re.findall(r'^(\w+) 00000$', psql(folder, script), re.MULTILINE)


def others(folder, enums):
    words = sorted({word for setting in enums for word in setting['values']} | set(WORDS))
    script = ''.join(f"alter system set {setting['name']} = '{word}';\n\\echo {number} {index} :SQLSTATE\n"
                     for number, setting in enumerate(enums) for index, word in enumerate(words) if word not in setting['values'])
    for number, index in re.findall(r'^(\d+) (\d+) 00000$', psql(folder, script), re.MULTILINE):
        enums[int(number)].setdefault('others', []).append(words[int(index)])


def text(value):
    value = '' if value is None else str(value)
    assert '\t' not in value and '\n' not in value
    return value


def major(version):
    return version // 100 * 100 if version < 100000 else version // 10000 * 10000


def row(setting, described, minor):
    name = setting['name']
    values = setting['values'] or []
    others = setting.get('others', [])
    if setting['type'] == 'enum' and name in BUILD:
        values = BUILD[name]
    flags = {
        'unlisted': name not in described,
        'hidden': setting['context'] == 'hidden',
        'build': name in BUILD_BOOT or (setting['type'] == 'enum' and name in BUILD),
        'minor': minor,
        'debian': name in DEBIAN,
    }
    bounds = ('', '') if name in BUILD_BOOT else (text(setting['min']), text(setting['max']))
    return (name, setting['type'], text(setting['unit']), *bounds, ','.join(values),
            ','.join(other for other in others if other not in values), '' if flags['hidden'] else setting['context'],
            '' if name in BUILD_BOOT else text(setting['boot']), ' '.join(flag for flag, holds in flags.items() if holds))


def rows_of(measured):
    """Returns the rows of one major version, of which the newest of several measured minor releases decides."""
    measured = sorted(measured, key=lambda m: m['version'])
    names = [{setting['name'] for setting in m['settings']} for m in measured]
    for setting in measured[-1]['settings']:
        name = setting['name']
        first, last = MINOR.get(name, (1, 0))
        minor = not all(name in each for each in names) or first <= major(measured[-1]['version']) <= last
        yield row(setting, measured[-1]['described'], minor and name not in DEBIAN)
    for setting in [*DEBIAN.values(), *NEWEST.values()]:
        if setting['from'] <= major(measured[-1]['version']) < setting['till'] and setting['name'] not in names[-1]:
            yield row(setting, [setting['name']], setting['name'] in NEWEST)


def derived(patroni, oldest):
    """Returns rows of versions that were not asked, from Patroni's table; what that has not, is as in the oldest version."""
    later = {one[0].lower(): one for one in oldest}
    kinds = {'Bool': 'bool', 'Integer': 'integer', 'Real': 'real', 'Enum': 'enum', 'EnumBool': 'enum', 'String': 'string'}
    table = [line.rstrip('\n').split('\t') for line in open(patroni) if line.startswith('server\t')]
    table = [cells for cells in table if cells[9].endswith('-')]
    for version in (90300, 90400, 90500):
        rows = []
        for _, name, kind, since, till, unit, least, most, values, _ in table:
            if int(since) <= version and (not till or version < int(till)):
                known = later.get(name.lower(), ('',) * 10)
                flags = ' '.join(['unlisted'] * ('unlisted' in known[9]) + ['derived'])
                words = values.split(',') + ['on', 'off'] * (kind == 'EnumBool') if values else []
                more = 'true,false,yes,no,1,0' if kind == 'EnumBool' else ''
                rows.append((known[0] or name, kinds[kind], unit, least, most, ','.join(words), more, known[7], '', flags))
        yield version, rows


def merge(patroni, files):
    measured = {}
    for file in files:
        with open(file, encoding='UTF-8') as stream:
            m = json.load(stream)
        measured.setdefault(major(m['version']), []).append(m)
    asked = [(version, list(rows_of(measured[version]))) for version in sorted(measured)]
    versions = [*derived(patroni, asked[0][1]), *asked]
    rows = {}
    for number, (_, found) in enumerate(versions):
        assert len({one[0].lower() for one in found}) == len(found)
        for one in found:
            rows.setdefault(one, []).append(number)
    lines = []
    for one, held in rows.items():
        while held:
            count = next(i for i in range(len(held) + 1) if i == len(held) or held[i] != held[0] + i)
            after = held[count - 1] + 1
            lines.append((*one, versions[held[0]][0], versions[after][0] if after < len(versions) else ''))
            held = held[count:]
    sys.stdout.write(HEADER)
    for line in sorted(lines, key=lambda cells: (cells[0].lower(), cells[10])):
        print('\t'.join(map(str, line)))


if sys.argv[1] == 'measure':
    measure(os.path.abspath(sys.argv[2]))
else:
    merge(sys.argv[2], sys.argv[3:])
