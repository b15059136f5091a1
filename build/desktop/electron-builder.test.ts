import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';

const require = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const schema: object = require('app-builder-lib/scheme.json');

function faultsOf(configuration: unknown): readonly string[] {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  validate(configuration);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

describe('electron-builder.yml', () => {
  const configuration = parse(readFileSync('electron-builder.yml', 'utf8'));

  it("follows electron-builder's own schema", () => {
    expect(faultsOf(configuration)).toEqual([]);
  });

  it('is checked by a schema that does find faults', () => {
    expect(faultsOf({ ...Object(configuration), asarUnpakc: [] })).not.toEqual([]);
    expect(faultsOf({ ...Object(configuration), win: { target: 12 } })).not.toEqual([]);
  });

  it('packs for Windows, macOS and Linux', () => {
    expect(configuration).toMatchObject({
      win: { target: 'nsis' },
      mac: { target: 'dmg' },
      linux: { target: ['AppImage', 'deb'] },
    });
  });

  it("leaves the SQLite driver's binaries outside the archive and builds nothing", () => {
    expect(configuration).toMatchObject({ asarUnpack: ['node_modules/better-sqlite3/prebuilds/**'], npmRebuild: false });
  });
});
