import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readBranchFile, writeBranchFile } from '#wire/branch-file.ts';
import { openBundle } from '#wire/bundle-file.ts';
import type { BundleManifest } from '#wire/bundle-format.ts';
import { createBundleWriter } from '#wire/bundle-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartera-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'patras-12.cartera');
const changedPath = join(folder, 'changed.cartera');

const manifest: BundleManifest = {
  kind: 'bundle',
  company: 'c1',
  from: 'branch-patras',
  to: 'office',
  madeAt: 1_795_313_467_631,
  number: 12,
  counters: { from: 31, to: 33 },
  cursors: null,
};
const parts = [randomBytes(700), randomBytes(1), randomBytes(1400)];
const company = 'c1';

function write(contents: readonly Uint8Array[] = parts, said = manifest): Buffer {
  const writer = createBundleWriter(path, said);
  for (const content of contents) writer.add(content);
  writer.finish();
  return readFileSync(path);
}
function openChanged(bytes: Uint8Array) {
  writeFileSync(changedPath, bytes);
  return openBundle(changedPath, { kind: 'bundle', company });
}
const codeOf = (opened: ReturnType<typeof openBundle>) => (opened.type === 'fault' ? opened.code : 'opened');

describe('a bundle', () => {
  it('gives back its messages and says in plain text what it is', () => {
    const [first, second] = write().toString('latin1').split('\n');
    expect(first).toBe('cartera 1');
    expect(JSON.parse(second ?? '')).toEqual(manifest);
    const opened = openBundle(path, { kind: 'bundle', company });
    expect(opened).toMatchObject({ type: 'opened', manifest, partCount: 3 });
    expect(opened.type === 'opened' && [...opened.parts()]).toEqual(parts);
    expect(opened.type === 'opened' && [...opened.parts()]).toEqual(parts);
  });

  it('holds whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 5 }), (contents) => {
        write(contents);
        const opened = openBundle(path, { kind: 'bundle', company });
        expect(opened.type === 'opened' && [...opened.parts()]).toEqual(contents.map((content) => Buffer.from(content)));
      }),
      { numRuns: 20 },
    );
  });

  it('is in its place only when it is whole', () => {
    const place = join(folder, 'half.cartera');
    const writer = createBundleWriter(place, manifest);
    writer.add(randomBytes(10));
    expect(existsSync(place)).toBe(false);
    writer.abandon();
    expect(existsSync(`${place}.part`)).toBe(false);
  });

  it('is refused wherever it ends too early', () => {
    const bytes = write();
    for (const length of [...Array(Math.ceil(bytes.length / 100)).keys()].map((count) => count * 100))
      expect(codeOf(openChanged(bytes.subarray(0, length)))).toBe('truncated');
    expect(openChanged(bytes.subarray(0, -1))).toEqual({ type: 'fault', code: 'truncated', manifest });
  });

  it('is refused when any byte of it was changed or stands after its end', () => {
    const bytes = write();
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openChanged(changed).type).toBe('fault');
    }
    expect(codeOf(openChanged(Buffer.concat([bytes, Buffer.of(0)])))).toBe('tampered');
  });

  it('is refused when parts of it were swapped or left out', () => {
    const [one, other] = [write([randomBytes(50), randomBytes(50)]), write([randomBytes(50)])];
    const start = one.indexOf('\n', 10) + 1;
    const part = 4 + 32 + 50;
    const [first, second] = [one.subarray(start, start + part), one.subarray(start + part, start + 2 * part)];
    const rest = one.subarray(start + 2 * part);
    expect(codeOf(openChanged(Buffer.concat([one.subarray(0, start), second, first, rest])))).toBe('tampered');
    expect(codeOf(openChanged(Buffer.concat([one.subarray(0, start), first, rest])))).toBe('tampered');
    expect(codeOf(openChanged(other))).toBe('opened');
  });

  it('is told apart from those of others, of a newer program, and from what is none', () => {
    const bytes = write();
    expect(openBundle(path, { kind: 'bundle', company: 'c2' })).toEqual({ type: 'fault', code: 'wrongCompany', manifest });
    expect(openBundle(path, { kind: 'branch-file' })).toEqual({ type: 'fault', code: 'otherKind', manifest });
    expect(codeOf(openChanged(Buffer.from(bytes.toString('latin1').replace('cartera 1', 'cartera 2'), 'latin1')))).toBe(
      'newerFormat',
    );
    expect(codeOf(openChanged(Buffer.from('name,phone\nMarta,1')))).toBe('notABundle');
    expect(codeOf(openChanged(randomBytes(3000)))).toBe('notABundle');
    expect(codeOf(openBundle(join(folder, 'nowhere.cartera'), { kind: 'bundle', company }))).toBe('unreadable');
    expect(codeOf(openBundle(folder, { kind: 'bundle', company }))).toBe('unreadable');
  });
});

describe('a branch file', () => {
  const { kind: _kind, ...about } = manifest;
  const body = { branch: 'Πάτρα', keys: { signing: 'x' } };
  const file = join(folder, 'patras.cartera');

  it('opens with its passphrase, and tells a wrong one from damage', () => {
    writeBranchFile(file, { manifest: about, passphrase: 'correct horse', body });
    expect(readBranchFile(file, 'correct horse')).toMatchObject({
      type: 'opened',
      manifest: { ...about, kind: 'branch-file' },
      body,
    });
    expect(readBranchFile(file, 'correct house')).toMatchObject({ type: 'wrongPassphrase', manifest: { from: 'branch-patras' } });
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, -50));
    expect(readBranchFile(file, 'correct horse')).toMatchObject({ type: 'fault', code: 'truncated' });
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(readBranchFile(file, 'correct house')).toMatchObject({ type: 'fault', code: 'tampered' });
  });

  it('says who it is for only as it was written, even when all checksums are right', () => {
    writeBranchFile(file, { manifest: about, passphrase: 'correct horse', body });
    const opened = openBundle(file, { kind: 'branch-file' });
    if (opened.type === 'fault') throw new Error(opened.code);
    const [sealed = Buffer.alloc(0)] = opened.parts();
    const writer = createBundleWriter(file, { ...opened.manifest, company: 'c2' });
    writer.add(sealed);
    writer.finish();
    expect(readBranchFile(file, 'correct horse')).toMatchObject({ type: 'fault', code: 'tampered' });
  });

  it('gives back its pages one after another, and is refused when one of them is missing, doubled or out of order', () => {
    const written = { manifest: about, passphrase: 'correct horse', body, pages: ['one', { two: 2 }, [3]] };
    writeBranchFile(file, written);
    const opened = readBranchFile(file, 'correct horse');
    expect(opened.type === 'opened' && [...opened.pages()]).toEqual(written.pages);
    const bundle = openBundle(file, { kind: 'branch-file' });
    const parts = bundle.type === 'opened' ? [...bundle.parts()] : [];
    expect(parts).toHaveLength(5);
    for (const order of [
      [0, 1, 2, 3],
      [0, 1, 3, 4],
      [0, 1, 1, 2, 3, 4],
      [0, 2, 1, 3, 4],
    ]) {
      const writer = createBundleWriter(file, { ...about, kind: 'branch-file' });
      for (const index of order) writer.add(parts[index] ?? Buffer.alloc(1));
      writer.finish();
      expect(readBranchFile(file, 'correct horse')).toMatchObject({ type: 'fault', code: 'tampered' });
    }
  });

  it('is no bundle', () => {
    write();
    expect(readBranchFile(path, 'correct horse')).toMatchObject({ type: 'fault', code: 'otherKind' });
  });
});
