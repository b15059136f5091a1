import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import type { Fault } from '#core/check/fault.ts';
import { openData } from '#core/host/command-line/open-data.ts';
import { ended, kill, spreadMoments, startProgram } from '#test/crash/kill-program.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

const rows = 3000;
const moments = 50;
const atOnce = 2;

/** A list in which every tenth person is one of the row before, so that there are updates too. */
function writeList(path: string) {
  const lines = Array.from({ length: rows }, (_, index) => {
    const person = index % 10 === 9 ? index - 1 : index;
    const phone = 600_000_000 + person * 7;
    return `Ana${person} Ruiz${person};${phone};ana${person}@correo.example;${index % 10 === 9 ? 'Vigo' : ''};Bar ${person % 50}`;
  });
  writeFileSync(path, ['Nombre;Teléfono;Correo;Ciudad;Empresa', ...lines, ''].join('\n'));
}

const importInto = (data: string, list: string) =>
  startProgram(['core/host/cartera.ts', 'import', list, '--country', 'ES', '--data', data, '--json']);

/** How much there is of everything, and what is wrong with it. */
async function lookInto(data: string): Promise<{ readonly counts: string; readonly faults: readonly Fault[] }> {
  const { connection, files } = openData(data);
  try {
    const count = (table: string) => connection.readRaw<[], [number]>(`SELECT count(*) FROM ${table}`).get()?.[0];
    const tables = ['party', 'link', 'party_phone', 'custom_field', 'setting', 'act', 'history'];
    const counts = tables.map((table) => `${table} ${count(table)}`).join(', ');
    return { counts, faults: (await checkData(connection, files)).faults };
  } finally {
    connection.close();
  }
}

describe('an import killed at any moment', () => {
  it('is there as a whole or not at all, and leaves no fault', { timeout: 300_000 }, async () => {
    const directory = makeTestDirectory();
    const list = join(directory, 'clientes.csv');
    writeList(list);
    const base = join(directory, 'base');
    expect(await ended(startProgram(['core/host/cartera.ts', 'demo', '--contacts', '100', '--data', base]))).toBe(0);
    const nothing = (await lookInto(base)).counts;

    const whole = join(directory, 'whole');
    cpSync(base, whole, { recursive: true });
    const startedAt = performance.now();
    expect(await ended(importInto(whole, list))).toBe(0);
    let duration = performance.now() - startedAt;
    const all = (await lookInto(whole)).counts;
    expect(all).not.toBe(nothing);

    const waiting = [...spreadMoments(moments, 2026).entries()];
    const outcomes: string[] = [];
    async function killOne(index: number, moment: number) {
      const data = join(directory, `data-${index}`);
      mkdirSync(data);
      cpSync(base, data, { recursive: true });
      const importedFrom = performance.now();
      const program = importInto(data, list);
      const end = ended(program);
      // From the first third, in which the program only starts, to a little after the end.
      await sleep(duration * (0.3 + moment * 0.9));
      kill(program);
      // The first one may have been slowed down by whatever else the machine does.
      if ((await end) === 0) duration = Math.min(duration, performance.now() - importedFrom);
      const { counts, faults } = await lookInto(data);
      expect([all, nothing], `moment ${moment}`).toContain(counts);
      expect(faults, `moment ${moment}`).toEqual([]);
      outcomes.push(counts === all ? 'all' : 'nothing');
      rmSync(data, { recursive: true, force: true });
    }
    async function killNext() {
      for (let next = waiting.shift(); next; next = waiting.shift()) await killOne(...next);
    }
    await Promise.all(Array.from({ length: atOnce }, killNext));
    expect(outcomes).toHaveLength(moments);
    expect(outcomes).toContain('nothing');
  });
});
