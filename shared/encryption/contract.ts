import { z } from 'zod';
import { passphraseSchema } from '#shared/entrance/contract.ts';
import { declare } from '#shared/procedure.ts';

/** Why encrypting didn't come about; everything is as it was. */
export const encryptionFaults = ['noRoom', 'openElsewhere', 'damaged', 'failed'] as const;

export const encryptionStatusSchema = z.object({
  isOn: z.boolean(),
  /** What opens the data at the start; null where it isn't encrypted. */
  opensBy: z.enum(['passphrase', 'keychain']).nullable(),
  /** Whether this computer has a keychain that could keep the key. */
  hasKeychain: z.boolean(),
  /** Whether this program can encrypt: others have the data open only for a moment. */
  canChange: z.boolean(),
  /** Why it didn't come about the last time. */
  failure: z.enum(encryptionFaults).nullable(),
});
export type EncryptionStatus = z.infer<typeof encryptionStatusSchema>;

/** Two groups of the code that was shown, typed off the paper: so it is known that there is one. */
const confirmedSchema = z.tuple([z.string().max(20), z.string().max(20)]);
/** The passphrase that opens the data now; null where the keychain does. */
const currentSchema = z.string().max(1024).nullable();

const errors = {
  /** This program can't; or it is on, or off, already. */
  CANNOT_CHANGE: { status: 409, data: z.object({ code: z.enum(['notHere', 'isOn', 'isOff', 'noKeychain']) }) },
  WRONG_PASSPHRASE: { status: 422 },
  /** What was typed isn't what the code says there. */
  CODE_NOT_CONFIRMED: { status: 422 },
  WAIT: { status: 429, data: z.object({ until: z.number() }) },
} as const;

/** It was taken; what needs all data encrypted anew goes on while the entrance tells how far it is. */
const begunSchema = z.object({ begun: z.literal(true) });

const tags = ['Encryption'];

export const encryptionContract = {
  status: declare('encryption.manage')
    .route({ method: 'GET', path: '/encryption', operationId: 'getEncryption', tags, summary: 'How the data lies on the disk' })
    .output(encryptionStatusSchema),
  /** A new recovery code, shown this once. It holds once it was confirmed in one of the calls below. */
  prepareCode: declare('encryption.manage')
    .route({
      method: 'POST',
      path: '/encryption/code',
      operationId: 'prepareRecoveryCode',
      tags,
      summary: 'Make a recovery code',
    })
    .errors(errors)
    .output(
      z.object({ recoveryCode: z.string(), /** Numbers of the groups to be typed, from 1. */ ask: z.tuple([z.int(), z.int()]) }),
    ),
  /** Encrypts all data; this program closes it meanwhile, and the entrance tells how far it is. */
  turnOn: declare('encryption.manage')
    .route({ method: 'POST', path: '/encryption/on', operationId: 'turnOnEncryption', tags, summary: 'Encrypt the data' })
    .errors(errors)
    .input(z.object({ passphrase: passphraseSchema.nullable(), confirmed: confirmedSchema }))
    .output(begunSchema),
  /** Encrypts all data anew: the former key, passed on or stolen, opens nothing any more, nor does the former recovery code. */
  changeKey: declare('encryption.manage')
    .route({ method: 'POST', path: '/encryption/key', operationId: 'changeEncryptionKey', tags, summary: 'Change the key' })
    .errors(errors)
    .input(z.object({ current: currentSchema, confirmed: confirmedSchema }))
    .output(begunSchema),
  /** @remarks Null has the keychain of this computer open it. */
  changePassphrase: declare('encryption.manage')
    .route({
      method: 'POST',
      path: '/encryption/passphrase',
      operationId: 'changePassphrase',
      tags,
      summary: 'Change the passphrase',
    })
    .errors(errors)
    .input(z.object({ current: currentSchema, passphrase: passphraseSchema.nullable() }))
    .output(begunSchema),
  /** The former code opens nothing any more. */
  renewCode: declare('encryption.manage')
    .route({
      method: 'POST',
      path: '/encryption/code/renew',
      operationId: 'renewRecoveryCode',
      tags,
      summary: 'Change the recovery code',
    })
    .errors(errors)
    .input(z.object({ current: currentSchema, confirmed: confirmedSchema }))
    .output(begunSchema),
  turnOff: declare('encryption.manage')
    .route({ method: 'POST', path: '/encryption/off', operationId: 'turnOffEncryption', tags, summary: 'Keep the data plain' })
    .errors(errors)
    .input(z.object({ current: currentSchema }))
    .output(begunSchema),
};
