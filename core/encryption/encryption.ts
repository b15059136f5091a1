import { randomInt } from 'node:crypto';
import { noteAudit } from '#core/audit/note-audit.ts';
import type { Core, WhileClosed } from '#core/core.ts';
import { changeEncryption } from '#core/encryption/change-encryption.ts';
import type { ChangeFault } from '#core/encryption/change-encryption.ts';
import type { Keychain } from '#core/encryption/keychain.ts';
import type { Keyring } from '#core/encryption/keyring.ts';
import { readKeys, writeKeys } from '#core/encryption/keys-file.ts';
import type { Keys } from '#core/encryption/keys-file.ts';
import { makeKeys, protectKey } from '#core/encryption/make-keys.ts';
import { createRecoveryCode, recoveryGroups } from '#core/encryption/recovery-code.ts';
import { createDataKey, wrapKey } from '#core/encryption/wrap-key.ts';
import type { EncryptionStatus } from '#shared/encryption/contract.ts';
import type { Actor } from '#shared/people/permission.ts';

export type Confirmed = readonly [string, string];

export type EncryptionOutcome =
  | { readonly type: 'done' | 'isOn' | 'isOff' | 'noKeychain' | 'wrongPassphrase' | 'codeNotConfirmed' }
  | { readonly type: 'wait'; readonly until: number };

/** How the data lies on the disk, and how to change that. What encrypts anew has begun when the answer comes: see the entrance. */
export interface Encryption {
  status(): Promise<Omit<EncryptionStatus, 'canChange'>>;
  prepareCode(): { readonly recoveryCode: string; readonly ask: [number, number] };
  turnOn(actor: Actor, order: { readonly passphrase: string | null; readonly confirmed: Confirmed }): Promise<EncryptionOutcome>;
  changeKey(actor: Actor, order: { readonly current: string | null; readonly confirmed: Confirmed }): Promise<EncryptionOutcome>;
  changePassphrase(
    actor: Actor,
    order: { readonly current: string | null; readonly passphrase: string | null },
  ): Promise<EncryptionOutcome>;
  renewCode(actor: Actor, order: { readonly current: string | null; readonly confirmed: Confirmed }): Promise<EncryptionOutcome>;
  turnOff(actor: Actor, order: { readonly current: string | null }): Promise<EncryptionOutcome>;
}

export interface EncryptionOptions {
  readonly dataDirectory: string;
  readonly keyring: Keyring;
  readonly keychain: Keychain | null;
  readonly whileClosed: WhileClosed;
  /** The data, once it is open again. */
  readonly core: () => Core | null;
}

type Work = 'encrypting' | 'changingKey' | 'decrypting';
type AuditDetail = 'turnedOn' | 'turnedOff' | 'keyChanged' | 'passphraseChanged' | 'codeRenewed';

export function createEncryption({ dataDirectory, keyring, keychain, whileClosed, core }: EncryptionOptions): Encryption {
  let prepared: { readonly recoveryCode: string; readonly ask: [number, number] } | null = null;
  let failure: ChangeFault | null = null;

  async function note(actor: Actor, change: AuditDetail) {
    const store = core()?.store;
    await store?.keep((tx) => noteAudit(tx, { at: store.now(), actor, kind: 'encryption', subject: '', details: { change } }));
  }
  /** The code that was shown, when what was typed off it is right. */
  function confirmedCode(confirmed: Confirmed): string | null {
    const groups = prepared?.recoveryCode.split('-') ?? [];
    const wanted = prepared?.ask.map((number) => groups[number - 1]);
    const isRight = wanted?.every((group, at) => group !== undefined && group === typedGroup(confirmed[at] ?? ''));
    return isRight === true ? (prepared?.recoveryCode ?? null) : null;
  }
  /** Makes sure that whoever asks knows what opens the data, where that is something to know. */
  async function withKeys(current: string | null, then: (keys: Keys, key: string) => Promise<EncryptionOutcome>) {
    const read = readKeys(dataDirectory);
    const opening = keyring.opening();
    if (read.type !== 'keys' || opening.type !== 'key' || opening.key === null) return { type: 'isOff' } as const;
    if (read.keys.passphrase !== null) {
      const found = await keyring.check(current ?? '');
      if (found.type === 'wait') return found;
      if (found.type !== 'key') return { type: 'wrongPassphrase' } as const;
    }
    return then(read.keys, opening.key);
  }
  async function rewrite(actor: Actor, keys: Keys, change: AuditDetail): Promise<EncryptionOutcome> {
    writeKeys(dataDirectory, keys);
    await note(actor, change);
    return { type: 'done' };
  }
  /** Begins, and doesn't wait: the data closes as soon as the answer is out. */
  function begin(
    actor: Actor,
    order: { readonly work: Work; readonly change: AuditDetail; readonly to: { key: string; keys: Keys } | null },
  ) {
    const opening = keyring.opening();
    const from = opening.type === 'key' ? opening.key : null;
    failure = null;
    const changing = whileClosed(order.work, async (report) => {
      const outcome = await changeEncryption({ dataDirectory, from, to: order.to, report });
      if (outcome.type === 'changed') keyring.hold(order.to?.key ?? null);
      else failure = outcome.code;
    });
    void changing
      .then(() => (failure === null ? note(actor, order.change) : undefined))
      // Backups that were plain so far are encrypted at once; where that fails the settings say which are left.
      .then(() =>
        core()
          ?.backups.catchUp()
          .catch(() => undefined),
      )
      .catch(() => (failure ??= 'failed'));
    return { type: 'done' } as const;
  }
  async function newKeys(passphrase: string | null, recoveryCode: string) {
    prepared = null;
    const key = createDataKey();
    return { key, keys: await makeKeys(key, { passphrase, recoveryCode, keychain: passphrase === null ? keychain : null }) };
  }
  const hasKeychain = async () => (await keychain?.isAvailable()) ?? false;
  return {
    async status() {
      const read = readKeys(dataDirectory);
      const opensBy = read.type !== 'keys' ? null : read.keys.passphrase === null ? 'keychain' : 'passphrase';
      return { isOn: read.type !== 'none', opensBy, hasKeychain: await hasKeychain(), failure };
    },
    prepareCode() {
      const first = randomInt(1, recoveryGroups);
      prepared = { recoveryCode: createRecoveryCode(), ask: [first, randomInt(first + 1, recoveryGroups + 1)] };
      return prepared;
    },
    async turnOn(actor, { passphrase, confirmed }) {
      if (readKeys(dataDirectory).type !== 'none') return { type: 'isOn' };
      if (passphrase === null && !(await hasKeychain())) return { type: 'noKeychain' };
      const code = confirmedCode(confirmed);
      if (code === null) return { type: 'codeNotConfirmed' };
      return begin(actor, { work: 'encrypting', change: 'turnedOn', to: await newKeys(passphrase, code) });
    },
    changeKey: (actor, { current, confirmed }) =>
      withKeys(current, async (keys) => {
        const code = confirmedCode(confirmed);
        if (code === null) return { type: 'codeNotConfirmed' };
        const passphrase = keys.passphrase === null ? null : current;
        return begin(actor, { work: 'changingKey', change: 'keyChanged', to: await newKeys(passphrase, code) });
      }),
    changePassphrase: (actor, { current, passphrase }) =>
      withKeys(current, async (keys, key) => {
        if (passphrase !== null)
          return rewrite(
            actor,
            { ...keys, passphrase: await wrapKey(key, passphrase, 'passphrase'), keychain: null },
            'passphraseChanged',
          );
        if (!keychain || !(await hasKeychain())) return { type: 'noKeychain' };
        return rewrite(actor, { ...keys, passphrase: null, keychain: await protectKey(key, keychain) }, 'passphraseChanged');
      }),
    renewCode: (actor, { current, confirmed }) =>
      withKeys(current, async (keys, key) => {
        const code = confirmedCode(confirmed);
        if (code === null) return { type: 'codeNotConfirmed' };
        prepared = null;
        return rewrite(actor, { ...keys, recoveryCode: await wrapKey(key, code, 'recoveryCode') }, 'codeRenewed');
      }),
    turnOff: (actor, { current }) =>
      withKeys(current, async () => begin(actor, { work: 'decrypting', change: 'turnedOff', to: null })),
  };
}

/** A group as it was typed, put right as the whole code is. */
function typedGroup(text: string): string {
  return text.trim().toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
