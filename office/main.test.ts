import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testCertificate } from '#test/factories/certificate.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { foundOffice, joinBranch, postFrame } from '#test/factories/start-test-office.ts';
import { makePostgresDatabase } from '#test/factories/test-postgres.ts';
import { cutFrames } from '#wire/frames.ts';

interface Program {
  readonly process: ChildProcess;
  /** All it said on standard output and on standard error. */
  readonly said: { out: string; log: string };
  readonly ended: Promise<number | null>;
}

function run(...words: readonly string[]): Program {
  const child = spawn(process.execPath, ['office/main.ts', ...words], {
    env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' },
  });
  const said = { out: '', log: '' };
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.log += part.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(() => void child.kill('SIGKILL'));
  return { process: child, said, ended };
}

interface Started extends Program {
  readonly address: string;
  readonly adminKey: string;
}

async function start(...words: readonly string[]): Promise<Started> {
  const program = run('--port', '0', '--host', '127.0.0.1', ...words);
  const isOver = program.ended.then(() => true);
  const wait = () => new Promise<false>((resolve) => setTimeout(() => resolve(false), 50));
  while (!program.said.out.includes('?key=')) {
    if (await Promise.race([wait(), isOver])) throw new Error(program.said.log);
  }
  const [, address = '', adminKey = ''] = /(https?:\/\/\S+:\d+)\/\?key=(\S+)/.exec(program.said.out) ?? [];
  return { ...program, address, adminKey };
}

function logOf({ said }: Program): { event: string; level: string }[] {
  return said.log
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { event: string; level: string });
}

describe('head office as a program', () => {
  it('answers the request under way before it stops, writes a log without secrets, and ends well', async () => {
    const office = await start('--data', makeTestDirectory(), '--log', 'debug');
    const head = await foundOffice({ ...office, close: async () => undefined });
    await joinBranch(office.address, head, 'b1');
    const { bytes } = head.seal({ kind: 'office.overview', lateAfterDays: 2 });
    const [frame = Buffer.alloc(0)] = cutFrames(bytes, 100_000);
    const { body, push } = slowBody();
    const answer = fetch(`${office.address}/sync/v1/message`, { method: 'POST', body, duplex: 'half' } as RequestInit);
    push(frame.subarray(0, 10));
    await new Promise((resolve) => setTimeout(resolve, 200));
    office.process.kill('SIGTERM');
    const asked = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(fetch(`${office.address}/health`)).rejects.toThrow('fetch failed');
    push(frame.subarray(10), true);
    expect((await answer).status).toBe(200);
    expect(await office.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5000);
    expect(logOf(office).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['started', 'joined', 'answered', 'stopping', 'stopped']),
    );
    for (const secret of [office.adminKey, head.keys.signing.private, 'Ventanas Sol'])
      expect(office.said.log).not.toContain(secret);
  });

  it('speaks TLS by certificate files, and says what is wrong with them', async () => {
    const data = makeTestDirectory();
    const [cert, key] = [join(data, 'cert.pem'), join(data, 'key.pem')];
    writeFileSync(cert, testCertificate.cert);
    writeFileSync(key, testCertificate.key);
    const office = await start('--data', data, '--tls-cert', cert, '--tls-key', key);
    expect(office.address).toMatch(/^https:/);
    expect(await askTrusting(`${office.address}/health`)).toBe('{"live":true,"ready":true}');
    office.process.kill('SIGINT');
    expect(await office.ended).toBe(0);
    writeFileSync(key, 'not a key');
    const broken = run('--data', data, '--port', '0', '--tls-cert', cert, '--tls-key', key);
    expect(await broken.ended).toBe(1);
    expect(broken.said.log).toMatch(/certificate or its key can’t be used/);
    const missing = run('--data', data, '--port', '0', '--tls-cert', join(data, 'none.pem'), '--tls-key', key);
    expect(await missing.ended).toBe(1);
    expect(missing.said.log).toContain('none.pem (ENOENT)');
  });

  it('explains flags it can’t use', async () => {
    const wrong = [
      ['--data', 'x', '--port', 'many'],
      ['--port', '4900'],
      ['--data', 'x', '--frobnicate'],
      ['--data', 'x', '--tls-cert', 'a'],
    ];
    for (const words of wrong) {
      const program = run(...words);
      expect(await program.ended).toBe(2);
      expect(program.said.log).toMatch(/^This can’t be used: --/);
    }
    const help = run('--help');
    expect(await help.ended).toBe(0);
    expect(help.said.out).toMatch(/^Usage: npm run office/);
  });

  it('explains a port that is taken and a folder it can’t write to', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const taken = run('--data', makeTestDirectory(), '--host', '127.0.0.1', '--port', String(port));
    expect(await taken.ended).toBe(1);
    expect(taken.said.log).toContain(`Port ${port} is taken`);
    const file = join(makeTestDirectory(), 'file');
    writeFileSync(file, '');
    const unwritable = run('--data', join(file, 'folder'), '--port', '0');
    expect(await unwritable.ended).toBe(1);
    expect(unwritable.said.log).toMatch(/can’t be written to/);
  });

  it('says of encrypted data where they are opened', async () => {
    const data = makeTestDirectory();
    writeFileSync(join(data, 'office.db'), randomBytes(8192));
    const { ended, said } = run('--data', data, '--port', '0');
    expect(await ended).toBe(1);
    expect(said.log).toContain(`The data in ${data} is encrypted`);
  });

  it('explains a database that can’t be reached, without showing its password', async () => {
    const words = ['--data', makeTestDirectory(), '--port', '0', '--database', 'postgres://ana:geheim@127.0.0.1:9/office'];
    const program = run(...words);
    expect(await program.ended).toBe(1);
    expect(program.said.log).toContain('can’t be reached (ECONNREFUSED)');
    expect(program.said.log).not.toContain('geheim');
  });

  it('runs as two processes on one PostgreSQL, which take pieces of one message', async () => {
    const database = await makePostgresDatabase();
    const [one, other] = await Promise.all([
      start('--data', makeTestDirectory(), '--database', database),
      start('--data', makeTestDirectory(), '--database', database),
    ]);
    expect(one.adminKey).toBe(other.adminKey);
    const head = await foundOffice({ ...one, close: async () => undefined });
    const till = await joinBranch(other.address, head, 'b1');
    const { bytes, answerKey } = till.seal({ kind: 'compare', ask: 'buckets' });
    expect(answerKey).toHaveLength(32);
    const frames = cutFrames(bytes, 160);
    const statuses = [];
    for (const [index, frame] of frames.entries()) {
      statuses.push((await postFrame((index % 2 === 0 ? one : other).address, frame)).status);
    }
    expect(statuses).toEqual([...frames.slice(1).map(() => 202), 200]);
    await head.send({ type: 'party', id: 'p1', fields: { name: 'Rosa', branchId: 'b1' } });
    const { page } = await till.send();
    expect(JSON.stringify(page)).toContain('Rosa');
  });
});

function slowBody() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  return {
    body,
    push(part: Uint8Array, isLast = false) {
      controller?.enqueue(new Uint8Array(part));
      if (isLast) controller?.close();
    },
  };
}

function askTrusting(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const question = request(address, { rejectUnauthorized: false }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve(text));
    });
    question.on('error', reject).end();
  });
}
