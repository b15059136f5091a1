import type { EncryptionOutcome } from '#core/encryption/encryption.ts';
import { assertNever, procedures } from '#core/procedure.ts';

const { encryption } = procedures;

export const encryptionHandlers = {
  status: encryption.status.handler(async ({ context: { core } }) => {
    if (core.encryption) return { ...(await core.encryption.status()), canChange: true };
    const isOn = core.store.connection.file.key !== null;
    return { isOn, opensBy: null, hasKeychain: false, canChange: false, failure: null };
  }),
  prepareCode: encryption.prepareCode.handler(({ context: { core }, errors }) => {
    if (!core.encryption) throw errors.CANNOT_CHANGE({ data: { code: 'notHere' } });
    return core.encryption.prepareCode();
  }),
  turnOn: encryption.turnOn.handler(async ({ context: { core, actor }, input, errors }) =>
    answer(await core.encryption?.turnOn(actor, input), errors),
  ),
  changeKey: encryption.changeKey.handler(async ({ context: { core, actor }, input, errors }) =>
    answer(await core.encryption?.changeKey(actor, input), errors),
  ),
  changePassphrase: encryption.changePassphrase.handler(async ({ context: { core, actor }, input, errors }) =>
    answer(await core.encryption?.changePassphrase(actor, input), errors),
  ),
  renewCode: encryption.renewCode.handler(async ({ context: { core, actor }, input, errors }) =>
    answer(await core.encryption?.renewCode(actor, input), errors),
  ),
  turnOff: encryption.turnOff.handler(async ({ context: { core, actor }, input, errors }) =>
    answer(await core.encryption?.turnOff(actor, input), errors),
  ),
};

interface Errors {
  readonly CANNOT_CHANGE: (options: { data: { code: 'notHere' | 'isOn' | 'isOff' | 'noKeychain' } }) => Error;
  readonly WRONG_PASSPHRASE: () => Error;
  readonly CODE_NOT_CONFIRMED: () => Error;
  readonly WAIT: (options: { data: { until: number } }) => Error;
}

function answer(outcome: EncryptionOutcome | undefined, errors: Errors): { readonly begun: true } {
  if (!outcome) throw errors.CANNOT_CHANGE({ data: { code: 'notHere' } });
  switch (outcome.type) {
    case 'done':
      return { begun: true };
    case 'isOn':
    case 'isOff':
    case 'noKeychain':
      throw errors.CANNOT_CHANGE({ data: { code: outcome.type } });
    case 'wrongPassphrase':
      throw errors.WRONG_PASSPHRASE();
    case 'codeNotConfirmed':
      throw errors.CODE_NOT_CONFIRMED();
    case 'wait':
      throw errors.WAIT({ data: { until: outcome.until } });
    default:
      return assertNever(outcome);
  }
}
