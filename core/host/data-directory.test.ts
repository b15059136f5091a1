import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataDirectory } from './data-directory.ts';

describe('defaultDataDirectory', () => {
  it('is where each system keeps the data of programs', () => {
    expect(defaultDataDirectory('win32', { APPDATA: '/roaming' })).toBe(join('/roaming', 'Cartera'));
    expect(defaultDataDirectory('darwin', {})).toBe(join(homedir(), 'Library', 'Application Support', 'Cartera'));
    expect(defaultDataDirectory('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/cartera');
    expect(defaultDataDirectory('linux', { XDG_DATA_HOME: '' })).toBe(join(homedir(), '.local', 'share', 'cartera'));
  });
});
