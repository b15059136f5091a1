import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const { fingerprint } = require('./fingerprint.cjs') as { fingerprint: (root: string, names: readonly string[]) => string };
const { differences } = require('./installed.cjs') as { differences: (root: string) => readonly string[] };
const { withLock } = require('./lock-folder.cjs') as { withLock: <T>(folder: string, work: () => Promise<T>) => Promise<T> };
const { findChromium } = require('./find-chromium.cjs') as {
  findChromium: (environment: NodeJS.ProcessEnv) => string | undefined;
};
const { explain } = require('./packages.cjs') as { explain: (output: string) => string };
const { cleanEnvironment } = require('./npm.cjs') as { cleanEnvironment: () => NodeJS.ProcessEnv };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cartera-prepare-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: unknown): void {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('the fingerprint of sources', () => {
  beforeEach(() => {
    write('renderer/main.tsx', 'one');
    write('renderer/card/Card.tsx', 'two');
  });

  const now = (): string => fingerprint(root, ['renderer', 'shared', 'vite.config.ts']);

  it.each([
    ['a file changes', () => write('renderer/card/Card.tsx', 'three')],
    ['a file is added', () => write('renderer/New.tsx', '')],
    ['a file moves', () => (rmSync(join(root, 'renderer/main.tsx')), write('renderer/other.tsx', 'one'))],
    ['a folder appears that was not there', () => write('shared/a.ts', '')],
  ])('changes when %s', (_what, change) => {
    const before = now();
    change();
    expect(now()).not.toBe(before);
  });

  it('stays when nothing changes, and when only a test does', () => {
    const before = now();
    write('renderer/main.test.tsx', 'test');
    expect(now()).toBe(before);
  });
});

describe('what is installed', () => {
  const locked = {
    '': { name: 'cartera' },
    'node_modules/zod': { version: '4.0.0' },
    'node_modules/@binding/win32': { version: '1.0.0', optional: true },
  };

  it('is everything missing where there is no node_modules', () => {
    write('package-lock.json', { packages: locked });
    expect(differences(root)).toEqual(['node_modules/zod']);
  });

  it('is as locked, though a package of another system is absent', () => {
    write('package-lock.json', { packages: locked });
    write('node_modules/.package-lock.json', { packages: { 'node_modules/zod': { version: '4.0.0' } } });
    expect(differences(root)).toEqual([]);
  });

  it('differs when a version does, even that of an optional package', () => {
    write('package-lock.json', { packages: locked });
    const installed = { 'node_modules/zod': { version: '4.0.1' }, 'node_modules/@binding/win32': { version: '0.9.0' } };
    write('node_modules/.package-lock.json', { packages: installed });
    expect(differences(root)).toEqual(['node_modules/zod', 'node_modules/@binding/win32']);
  });

  it('is the very set of packages that package.json asks for, in the lock file of this project', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    expect(lock.packages[''].dependencies).toEqual(dependencies);
    expect(lock.packages[''].devDependencies).toEqual(devDependencies);
  });
});

describe('the lock of the preparation', () => {
  const worker = `
    const { withLock } = require(process.argv[1]);
    const fs = require('node:fs');
    withLock(process.argv[2], async () => {
      const log = process.argv[3];
      fs.appendFileSync(log, 'in ');
      await new Promise((resolve) => setTimeout(resolve, 60));
      fs.appendFileSync(log, 'out ');
    });`;

  it('lets one process work at a time', async () => {
    const log = join(root, 'log');
    const args = ['-e', worker, require.resolve('./lock-folder.cjs'), join(root, 'lock'), log];
    await Promise.all([1, 2, 3].map(() => promisify(execFile)(process.execPath, args)));
    expect(readFileSync(log, 'utf8')).toBe('in out in out in out ');
  });

  it('is taken over from a process that died', async () => {
    write('lock/owner', '2147483646');
    expect(await withLock(join(root, 'lock'), async () => 'done')).toBe('done');
  });

  it('is free again after work that failed', async () => {
    const lock = join(root, 'lock');
    await expect(withLock(lock, () => Promise.reject(new Error('full disk')))).rejects.toThrow('full disk');
    expect(await withLock(lock, async () => 'done')).toBe('done');
  });
});

describe('the preparation', () => {
  it('takes the Chromium that is named, and no other in its stead', () => {
    write('chrome', '');
    expect(findChromium({ CARTERA_CHROMIUM: join(root, 'chrome') })).toBe(join(root, 'chrome'));
    expect(findChromium({ CARTERA_CHROMIUM: join(root, 'missing') })).toBeUndefined();
  });

  it('finds Chromium in the path', () => {
    write('bin/chromium', '');
    expect(findChromium({ PATH: join(root, 'bin') })).toBe(join(root, 'bin', 'chromium'));
  });

  it('tells a missing network from other troubles', () => {
    expect(explain('npm error code ENOTFOUND registry')).toContain('connect');
    expect(explain('npm error code ENOSPC')).toContain('full');
    expect(explain('npm error code EINTEGRITY')).not.toContain('connect');
  });

  it('installs development packages whatever the environment says', () => {
    process.env['npm_config_omit'] = 'dev';
    const clean = cleanEnvironment();
    delete process.env['npm_config_omit'];
    expect(clean['npm_config_omit']).toBeUndefined();
    expect(clean['NODE_ENV']).toBeUndefined();
    expect(clean['PATH']).toBe(process.env['PATH']);
  });

  it.each(['', 'nonsense'])('refuses to prepare for %j, on stderr only', async (purpose) => {
    const failure = await promisify(execFile)(process.execPath, ['build/prepare.cjs', purpose]).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 1, stdout: '' });
  });
});
