import { client } from '#renderer/app/client.ts';

export type EncryptionTask = 'turnOn' | 'changePassphrase' | 'renewCode' | 'changeKey' | 'turnOff';

/** What is typed and chosen for a task. */
export interface EncryptionDraft {
  /** What opens the data now. */
  readonly current: string;
  readonly by: 'passphrase' | 'keychain';
  /** The new one; null until it is long enough and typed twice alike. */
  readonly passphrase: string | null;
  readonly confirmed: [string, string];
}

/** Tasks that end with a new recovery code, and those that choose what opens the data. */
export const tasksWithCode: readonly EncryptionTask[] = ['turnOn', 'renewCode', 'changeKey'];
export const tasksWithChoice: readonly EncryptionTask[] = ['turnOn', 'changePassphrase'];
/** Tasks for which the data is closed. */
export const tasksThatClose: readonly EncryptionTask[] = ['turnOn', 'changeKey', 'turnOff'];

/** Has it done. @param isAsked whether there is a passphrase now */
export function perform(task: EncryptionTask, draft: EncryptionDraft, isAsked: boolean): Promise<unknown> {
  const current = isAsked ? draft.current : null;
  const passphrase = draft.by === 'keychain' ? null : draft.passphrase;
  const { confirmed } = draft;
  if (task === 'turnOn') return client.encryption.turnOn({ passphrase, confirmed });
  if (task === 'changePassphrase') return client.encryption.changePassphrase({ current, passphrase });
  if (task === 'renewCode') return client.encryption.renewCode({ current, confirmed });
  if (task === 'changeKey') return client.encryption.changeKey({ current, confirmed });
  return client.encryption.turnOff({ current });
}
