import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '#core/host/command-line/run-command-line.ts';
import { foundCompany, openComputer } from '#test/factories/company.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

function typeFor(data: string) {
  return async (...args: string[]) => {
    let [out, complaint] = ['', ''];
    const exitCode = await runCommandLine([...args, '--data', data], {
      locale: 'en-GB',
      signal: new AbortController().signal,
      write: (text) => (out += text),
      complain: (text) => (complaint += text),
    });
    return { exitCode, out, complaint };
  };
}

describe('branches on the command line', () => {
  it('join with a code and exchange changes', async () => {
    const { office, branch, address } = await foundCompany();
    const { code } = await office.client.branch.invite({ branchId: branch.id, name: 'Till' });
    const data = makeTestDirectory();
    const type = typeFor(data);
    expect(await type('sync')).toMatchObject({ exitCode: 1, complaint: expect.stringContaining('no company') });
    expect(await type('join', '1234', '--address', address)).toMatchObject({
      exitCode: 1,
      complaint: expect.stringContaining('wrongCode'),
    });
    expect(await type('join', code, '--address', address, '--name', 'Till')).toMatchObject({
      exitCode: 0,
      out: 'This is a computer of Ventanas Sol now: North.\n',
    });
    await type('lead', 'Ana Ruiz', '--phone', '625607313');
    expect(await type('sync')).toMatchObject({ exitCode: 0, out: expect.stringContaining('The same as head office') });
    await office.sync();
    expect((await office.client.lead.list({})).total).toBe(1);
    await office.client.branch.stopHub();
    expect(await type('sync')).toMatchObject({ exitCode: 1, complaint: expect.stringContaining('does not answer') });
  });

  it('begin from a branch file, and carry changes by files', async () => {
    const { office } = await foundCompany();
    const folder = makeTestDirectory();
    const [file, there, back] = ['till', 'there', 'back'].map((name) => join(folder, `${name}.cartera`)) as [
      string,
      string,
      string,
    ];
    const atOffice = typeFor(office.directory);
    const secret = ['--passphrase', 'seis caballos verdes'];
    expect(await atOffice('branch-file', 'make', file, '--branch', 'South', ...secret)).toMatchObject({ exitCode: 1 });
    expect(await atOffice('branch-file', 'make', file, '--branch', 'north', ...secret)).toMatchObject({ exitCode: 0 });
    const atTill = typeFor(makeTestDirectory());
    expect(await atTill('branch-file', 'open', file, '--passphrase', 'cinco caballos')).toMatchObject({
      exitCode: 1,
      complaint: expect.stringContaining('wrongPassphrase'),
    });
    expect(await atTill('branch-file', 'open', file, ...secret)).toMatchObject({ exitCode: 0 });
    await atTill('lead', 'Ana Ruiz', '--phone', '625607313');
    expect(await atTill('bundle', 'export', there)).toMatchObject({ exitCode: 0 });
    const taken = await atOffice('bundle', 'import', there, '--json');
    const report = JSON.parse(taken.out) as { fromId: string; applied: number };
    expect(report).toMatchObject({ missing: [], hasAnswer: true });
    expect(report.applied).toBeGreaterThan(0);
    expect(await atOffice('bundle', 'export', back, '--for', report.fromId)).toMatchObject({ exitCode: 0 });
    expect(await atTill('bundle', 'import', back)).toMatchObject({ exitCode: 0 });
    expect(await atTill('bundle', 'import', there)).toMatchObject({
      exitCode: 1,
      complaint: expect.stringContaining('otherReceiver'),
    });
    expect(await openComputer(office.directory).client.lead.list({})).toMatchObject({ total: 1 });
  });
});
