import { describe, expect, it } from 'vitest';
import { judgeImport } from './boundaries.ts';
import { readImports } from './read-imports.ts';

function judge(file: string, specifier: string): string | undefined {
  return judgeImport(file, { specifier, typeOnly: false, line: 1 })?.reason;
}

describe('boundaries', () => {
  it.each([
    ['renderer/contact/Card.tsx', '#core/party/queries.ts'],
    ['core/party/queries.ts', '#renderer/main.tsx'],
    ['core/party/queries.ts', '#office/store.ts'],
    ['shared/phone/a.ts', '#core/party/queries.ts'],
    ['electron/main.ts', '#core/party/queries.ts'],
    ['core/host/start-host.ts', '#electron/main.ts'],
    ['migrations/0010-a.ts', '#shared/phone/a.ts'],
  ])('refuses that %s imports %s', (file, specifier) => {
    expect(judge(file, specifier)).toBeDefined();
  });

  it.each([
    ['renderer/contact/Card.tsx', '#shared/contact/contract.ts'],
    ['core/party/queries.ts', '#migrations/index.ts'],
    ['electron/core-process.ts', '#core/host/serve-port.ts'],
    ['core/party/queries.test.ts', '#test/factories/contact.ts'],
    ['core/party/queries.ts', './rules.ts'],
  ])('lets %s import %s', (file, specifier) => {
    expect(judge(file, specifier)).toBeUndefined();
  });

  it('keeps packages to their own rooms', () => {
    expect(judge('core/host/a.ts', 'electron')).toBeDefined();
    expect(judge('core/party/a.ts', 'better-sqlite3')).toBeDefined();
    expect(judge('shared/name/a.ts', 'node:fs')).toBeDefined();
    expect(judge('renderer/a.tsx', 'path')).toBeDefined();
    expect(judge('electron/main.ts', 'electron')).toBeUndefined();
    expect(judge('core/database/open.ts', 'better-sqlite3')).toBeUndefined();
    expect(judge('shared/name/a.test.ts', 'node:fs')).toBeUndefined();
  });

  it('refuses to climb two folders, or out of the room', () => {
    expect(judge('core/party/a.ts', '../../shared/phone/a.ts')).toBeDefined();
    expect(judge('core/a.ts', '../shared/phone/a.ts')).toBeDefined();
  });

  it('sees imports of types, re-exports and dynamic imports', () => {
    const source = [
      "import type { A } from './a.ts';",
      "import { b, type B } from './b.ts';",
      "export * from './c.ts';",
      "export type { D } from './d.ts';",
      "await import('./e.ts');",
      'await import(`./${name}.ts`);',
      "import './f.ts';",
    ].join('\n');
    expect(readImports('x.ts', source).map(({ specifier, typeOnly, line }) => [specifier, typeOnly, line])).toEqual([
      ['./a.ts', true, 1],
      ['./b.ts', false, 2],
      ['./f.ts', false, 7],
      ['./c.ts', false, 3],
      ['./d.ts', true, 4],
      ['./e.ts', false, 5],
    ]);
  });
});
