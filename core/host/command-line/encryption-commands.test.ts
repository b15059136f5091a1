import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '#core/host/command-line/run-command-line.ts';
import { openCore } from '#core/core.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

const passphrase = 'correcto caballo';

/** Runs a command on a folder; the answer is its JSON. */
async function run(data: string, args: readonly string[], environment: { passphrase?: string; newPassphrase?: string } = {}) {
  let [said, complained] = ['', ''];
  const exitCode = await runCommandLine([...args, '--json', '--data', data], {
    write: (text) => void (said += text),
    complain: (text) => void (complained += text),
    locale: 'en-GB',
    signal: new AbortController().signal,
    ...environment,
  });
  return {
    exitCode,
    complained,
    json: JSON.parse(said) as Record<string, never> & { error?: { code: string }; recoveryCode?: string },
  };
}

async function makeShop() {
  const directory = makeTestDirectory();
  await openCore(directory).close();
  return directory;
}

describe('encryption by command line', { timeout: 90_000 }, () => {
  it('encrypts, opens by passphrase only, changes the key, and decrypts', async () => {
    const data = await makeShop();
    const file = join(makeTestDirectory(), 'passphrase');
    writeFileSync(file, `${passphrase}\n`);
    const { json: first } = await run(data, ['encrypt', '--passphrase-file', file]);
    expect(first.recoveryCode).toMatch(/^(\w{4}-){5}\w{4}$/);
    expect(await run(data, ['check'])).toMatchObject({ exitCode: 1, json: { error: { code: 'locked' } } });
    const wrong = await run(data, ['check'], { passphrase: 'otra cosa' });
    expect(wrong).toMatchObject({ exitCode: 1, json: { error: { code: 'wrongPassphrase' } } });
    expect(wrong.complained).toContain('not the passphrase');
    expect(await run(data, ['check'], { passphrase })).toMatchObject({ exitCode: 0, json: { ok: true } });
    expect(await run(data, ['check', '--passphrase-file', file])).toMatchObject({ exitCode: 0 });
    const { json: second } = await run(data, ['change-key'], { passphrase });
    const byFormer = await run(data, ['check', '--recovery-code', first.recoveryCode ?? '']);
    expect(byFormer.json.error?.code).toBe('wrongRecoveryCode');
    expect(await run(data, ['check', '--recovery-code', second.recoveryCode ?? ''])).toMatchObject({ exitCode: 0 });
    expect(await run(data, ['decrypt'], { passphrase })).toMatchObject({ exitCode: 0 });
    expect(await run(data, ['check'])).toMatchObject({ exitCode: 0 });
  });

  it('takes a new passphrase for a lost one by the recovery code', async () => {
    const data = await makeShop();
    const { json } = await run(data, ['encrypt'], { passphrase });
    const code = json.recoveryCode ?? '';
    const mistyped = await run(data, ['change-passphrase', '--recovery-code', `${code.slice(0, -1)}#`], {
      newPassphrase: 'frase nueva',
    });
    expect(mistyped.json.error?.code).toBe('mistypedRecoveryCode');
    const done = await run(data, ['change-passphrase', '--recovery-code', code], { newPassphrase: 'frase nueva' });
    expect(done.exitCode).toBe(0);
    expect(await run(data, ['check'], { passphrase: 'frase nueva' })).toMatchObject({ exitCode: 0 });
    expect((await run(data, ['check'], { passphrase })).json.error?.code).toBe('wrongPassphrase');
  });

  it('refuses a short passphrase, and what is encrypted or plain already', async () => {
    const data = await makeShop();
    expect((await run(data, ['encrypt'], { passphrase: 'corta' })).json.error?.code).toBe('passphraseTooShort');
    expect((await run(data, ['decrypt'])).json.error?.code).toBe('notEncrypted');
    await run(data, ['encrypt'], { passphrase });
    expect((await run(data, ['encrypt'], { passphrase })).json.error?.code).toBe('encryptedAlready');
  });
});
