import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseShell } from './choose-shell.ts';
import { findElectronRuntime } from './electron-runtime.ts';

const anyShell = { headless: false, browser: false };

describe('chooseShell', () => {
  it('opens the desktop shell where there is a runtime and a display', () => {
    expect(chooseShell(anyShell, { platform: 'linux', environment: { DISPLAY: ':0' }, electron: '/e' }).type).toBe('desktop');
    expect(chooseShell(anyShell, { platform: 'linux', environment: { WAYLAND_DISPLAY: 'w' }, electron: '/e' }).type).toBe(
      'desktop',
    );
    expect(chooseShell(anyShell, { platform: 'win32', environment: {}, electron: '/e' }).type).toBe('desktop');
  });

  it('says why it does not', () => {
    const here = { platform: 'linux', environment: {}, electron: '/e' } as const;
    expect(chooseShell(anyShell, here)).toEqual({ type: 'browser', reason: 'there is no display' });
    expect(chooseShell(anyShell, { ...here, electron: undefined })).toEqual({
      type: 'browser',
      reason: "Electron's runtime is not installed",
    });
    expect(chooseShell({ ...anyShell, headless: true }, here)).toEqual({ type: 'browser', reason: 'asked for by --headless' });
  });
});

describe('findElectronRuntime', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cartera-runtime-'));
    mkdirSync(join(root, 'node_modules', 'electron', 'dist'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('finds nothing in a package whose runtime was not fetched', () => {
    expect(findElectronRuntime(root, {})).toBeUndefined();
  });

  it('finds nothing when the fetch was cut short', () => {
    writeFileSync(join(root, 'node_modules', 'electron', 'path.txt'), 'electron');
    expect(findElectronRuntime(root, {})).toBeUndefined();
  });

  it('finds the executable that the package names', () => {
    writeFileSync(join(root, 'node_modules', 'electron', 'path.txt'), 'electron');
    const executable = join(root, 'node_modules', 'electron', 'dist', 'electron');
    writeFileSync(executable, '');
    expect(findElectronRuntime(root, {})).toBe(executable);
  });
});
