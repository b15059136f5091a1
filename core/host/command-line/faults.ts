export type FaultDetail = Readonly<Record<string, string | number>>;

export const usageFaults = [
  'noCommand',
  'unknownCommand',
  'unknownFlag',
  'flagNeedsValue',
  'flagTakesNoValue',
  'flagBadValue',
  'argumentMissing',
  'argumentTooMany',
] as const;

/** What was typed can't be understood; nothing was opened. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code: (typeof usageFaults)[number];
  readonly detail: FaultDetail;
  constructor(code: UsageError['code'], detail: FaultDetail = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

export const commandFaults = [
  'forbidden',
  'personNotFound',
  'personAmbiguous',
  'userNeeded',
  'wrongPassword',
  'passwordNeeded',
  'passwordFileUnreadable',
  'mappingUnreadable',
  'mappingInvalid',
  'mappingUnknownHeader',
  'cannotWrite',
  'nothingToUndo',
  'actNotFound',
  'alreadyUndone',
  'editedSince',
  'refused',
  'notJoined',
  'officeUnreachable',
  'branchNotFound',
  'openNow',
  'backupNotFound',
  'backupUnreadable',
  'backupLocked',
  'wrongPassphrase',
  'wrongRecoveryCode',
  'mistypedRecoveryCode',
  'recoveryCodeNeeded',
  'encryptedAlready',
  'notEncrypted',
  'passphraseTooShort',
  'notReencrypted',
] as const;

/** A command can't be done; nothing was changed. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: (typeof commandFaults)[number];
  readonly detail: FaultDetail;
  constructor(code: CommandError['code'], detail: FaultDetail = {}, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.detail = detail;
  }
}
