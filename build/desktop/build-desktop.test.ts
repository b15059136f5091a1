import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDesktop } from './build-desktop.ts';

const SOURCES = {
  'package.json': JSON.stringify({ type: 'module', imports: { '#core/*': './core/*' } }),
  'electron/main.ts':
    "import { app } from 'electron';\nimport { words } from './words.ts';\napp.setName(words satisfies string);",
  'electron/words.ts': "export const words: string = 'Cartera';",
  'electron/core-process.ts': "import { start } from '#core/import/start.ts';\nstart();",
  'electron/preload.ts': "import { ipcRenderer } from 'electron';\nimport { words } from './words.ts';\nipcRenderer.send(words);",
  'core/import/start.ts':
    "import { Worker } from 'node:worker_threads';\nimport kysely from 'kysely';\nexport const start = () => new Worker(new URL('./import-worker.ts', import.meta.url), { workerData: kysely });",
  'core/import/import-worker.ts': "import { parentPort } from 'node:worker_threads';\nparentPort?.postMessage('ready');",
};

describe('the build of the desktop shell', () => {
  let root: string;
  const built = (file: string): string => readFileSync(join(root, 'dist', 'electron', file), 'utf8');

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'cartera-desktop-'));
    for (const [file, source] of Object.entries(SOURCES)) {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), source);
    }
    await buildDesktop(root);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('puts the main script where package.json and the shell look for it', () => {
    expect(built('electron/main.js')).toContain('from "electron"');
    expect(JSON.parse(readFileSync('package.json', 'utf8')).main).toBe('dist/electron/electron/main.js');
    expect(existsSync(join(root, 'dist/electron/electron/core-process.js'))).toBe(true);
  });

  it('makes the preload one CommonJS file', () => {
    expect(built('preload.cjs')).toContain('require("electron")');
    expect(built('preload.cjs')).not.toMatch(/require\("\.|^import /m);
  });

  it('keeps a worker beside the module that starts it, under its new name', () => {
    expect(built('core/import/start.js')).toContain('./import-worker.js');
    expect(built('core/import/import-worker.js')).toContain('ready');
  });

  it('leaves packages where they are', () => {
    expect(built('core/import/start.js')).toContain('from "kysely"');
  });
});
