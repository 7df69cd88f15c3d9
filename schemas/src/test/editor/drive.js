// Asks yaml-language-server what an editor would show for a Patroni configuration, and checks the answers.
//
//   npm install --prefix FOLDER yaml-language-server
//   node schemas/src/test/editor/drive.js FOLDER
//
// The server runs as an editor runs it, over standard input and output. Exits with 1 if an answer is missing.
'use strict';
const fs = require('fs');
const path = require('path');
const { spawn } = require('child_process');
const { pathToFileURL } = require('url');

const folder = path.resolve(process.argv[2] || '.');
const schemas = path.resolve(__dirname, '../../main/resources/io/patronilint/schemas');
const server = path.join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server');
const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });

let input = Buffer.alloc(0);
let next = 1;
const waiting = new Map();
const diagnostics = new Map();

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  child.stdin.write(body);
}

function ask(method, params) {
  const id = next++;
  send({ id, method, params });
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

const settings = {
  yaml: { yamlVersion: '1.1', validate: true, hover: true, completion: true, schemaStore: { enable: false } },
};

function receive(message) {
  if (message.method === 'workspace/configuration') {
    const result = message.params.items.map(item => settings[item.section] || null);
    send({ id: message.id, result });
  } else if (message.method && message.id !== undefined) {
    send({ id: message.id, result: null });
  } else if (message.method === 'textDocument/publishDiagnostics') {
    diagnostics.set(message.params.uri, message.params.diagnostics);
  } else if (waiting.has(message.id)) {
    const { resolve, reject } = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) {
      reject(new Error(message.error.message));
    } else {
      resolve(message.result);
    }
  }
}

child.stdout.on('data', chunk => {
  input = Buffer.concat([input, chunk]);
  for (;;) {
    const end = input.indexOf('\r\n\r\n');
    if (end < 0) {
      return;
    }
    const length = Number(/Content-Length: (\d+)/i.exec(input.subarray(0, end).toString())[1]);
    if (input.length < end + 4 + length) {
      return;
    }
    const body = input.subarray(end + 4, end + 4 + length).toString();
    input = input.subarray(end + 4 + length);
    receive(JSON.parse(body));
  }
});

const example = [
  `# yaml-language-server: $schema=${pathToFileURL(path.join(schemas, 'patroni.schema.json'))}`,
  'scope: main',
  'name: node1',
  'restapi:',
  '  listen: 0.0.0.0:8008',
  '  cacert: /etc/ssl/ca.pem',
  'bootstrap:',
  '  dcs:',
  '    ttl: 30',
  '    master_start_timeout: 300',
  '    synchronous_mode: ',
  'postgresql:',
  '  listen: 0.0.0.0:5432',
  '  use_pg_rewind: on',
  '  ',
  '',
].join('\n');

async function open(name, text) {
  const uri = pathToFileURL(path.join(folder, name)).toString();
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
  for (let i = 0; i < 100 && !diagnostics.has(uri); i++) {
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return uri;
}

const labels = list => (list.items || list).map(item => item.label);
const at = (uri, line, character) => ({ textDocument: { uri }, position: { line, character } });
let missing = 0;

function expect(what, found, wanted) {
  const ok = wanted.every(word => found.includes(word));
  missing += ok ? 0 : 1;
  console.log(`${ok ? 'ok     ' : 'MISSING'} ${what}`);
}

async function main() {
  await ask('initialize', { processId: process.pid, rootUri: null, capabilities: { workspace: { configuration: true } } });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings } });

  const local = await open('patroni.yml', example);
  const keys = labels(await ask('textDocument/completion', at(local, 14, 2)));
  expect(`${keys.length} keys offered inside postgresql`, keys,
    ['data_dir', 'parameters', 'pg_hba', 'authentication', 'create_replica_methods', 'bin_dir']);
  expect('no key offered there that is in use or belongs elsewhere',
    ['listen', 'use_slots', 'standby_cluster', 'initdb', 'users'].filter(key => !keys.includes(key)),
    ['listen', 'use_slots', 'standby_cluster', 'initdb', 'users']);
  const values = labels(await ask('textDocument/completion', at(local, 10, 22)));
  expect(`values offered for synchronous_mode: ${values.join(' ')}`, values, ['true', 'false', 'quorum']);
  const hover = await ask('textDocument/hover', at(local, 8, 5));
  const text = hover ? JSON.stringify(hover.contents) : '';
  console.log(`       hover on ttl: ${text}`);
  expect('hover on ttl', [text.includes('leader key') ? 'text' : '', text.includes('Unit: s') ? 'unit' : ''], ['text', 'unit']);
  const found = (diagnostics.get(local) || []).map(d => `${d.range.start.line + 1}: ${d.message}`);
  found.forEach(line => console.log(`       ${line}`));
  expect('diagnostics', found.map(line => line.split(':')[0]), ['6', '10']);
  expect('no diagnostic where YAML 1.1 reads on as true', found.filter(line => line.startsWith('14:')).length ? [] : ['none'],
    ['none']);

  const dynamic = await open('dynamic.yml', [
    `# yaml-language-server: $schema=${pathToFileURL(path.join(schemas, 'patroni-dynamic-4.1.schema.json'))}`,
    'ttl: 30',
    'slots:',
    '  app:',
    '    ',
    '',
  ].join('\n'));
  const slot = labels(await ask('textDocument/completion', at(dynamic, 4, 4)));
  expect(`keys offered for a slot, by way of the schema of a release: ${slot.join(' ')}`, slot,
    ['type', 'database', 'plugin', 'cluster_type']);

  await ask('shutdown', null);
  send({ method: 'exit' });
  const version = JSON.parse(fs.readFileSync(path.join(folder, 'node_modules/yaml-language-server/package.json'))).version;
  console.log(`yaml-language-server ${version}, Node ${process.version}: ${missing} missing`);
  process.exit(missing ? 1 : 0);
}

main().catch(error => {
  console.error(error.message);
  process.exit(1);
});
