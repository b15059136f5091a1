import type { Format } from '#renderer/app/create-format.ts';
import type { Translate } from '#renderer/app/text.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { SyncStatus } from '#shared/sync/contract.ts';

interface Wording {
  readonly t: Translate;
  readonly format: Pick<Format, 'number' | 'dateTime' | 'time'>;
  /** UTC milliseconds; now where not given. */
  readonly now?: number;
}

/** Says how this copy stands, in a few words. "Synced" only where it is known to be the same as head office. */
export function syncText(status: SyncStatus, { t, format, now = Date.now() }: Wording): string {
  const count = format.number(status.waiting);
  const isWaiting = status.waiting > 0;
  const when = status.equalAt === null ? null : momentText(status.equalAt, { format, now });
  switch (status.state) {
    case 'alone':
      return '';
    case 'synced':
      return when === null ? t('sync.state.notYet') : t('sync.state.synced', { when });
    case 'waiting':
      if (!isWaiting) return t('sync.state.notYet');
      return when === null ? t('sync.state.waitingNever', { count }) : t('sync.state.waiting', { count, when });
    case 'syncing':
      return progressText(status.progress, { t, format });
    case 'unreachable':
      return isWaiting ? t('sync.state.unreachableWaiting', { count }) : t('sync.state.unreachable');
    case 'byFile':
      return isWaiting ? t('sync.state.byFileWaiting', { count }) : t('sync.state.byFile');
    case 'trouble':
      return t('sync.state.trouble');
    case 'revoked':
      return t('sync.state.revoked');
  }
}

function progressText(progress: SyncStatus['progress'], { t, format }: Wording): string {
  if (progress === null || progress.done === 0) return t('sync.state.syncing');
  const done = format.number(progress.done);
  if (progress.total === null) return t('sync.state.syncingSome', { done });
  return t('sync.state.syncingOf', { done, total: format.number(progress.total) });
}

/** The time of day of something today, with its date otherwise. */
export function momentText(at: number, { format, now = Date.now() }: Pick<Wording, 'format' | 'now'>): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? format.time(at) : format.dateTime(at);
}

/** What is said when the state changes, to those who hear the page: no numbers, they change all the time. */
export function announcementOf({ state }: SyncStatus): MessageKey | null {
  const keys: Partial<Record<SyncStatus['state'], MessageKey>> = {
    unreachable: 'sync.state.unreachable',
    trouble: 'sync.state.trouble',
    revoked: 'sync.state.revoked',
    byFile: 'sync.state.byFile',
  };
  return keys[state] ?? null;
}

/** What to tell of a trouble, and what to do. */
export function troubleText({ state, trouble }: SyncStatus, t: Translate): string | null {
  if (state === 'revoked') return t('sync.trouble.revoked');
  if (state === 'unreachable') return t('sync.trouble.unreachable');
  if (state !== 'trouble') return null;
  if (trouble === 'newer' || trouble === 'outdated') return t('sync.trouble.newer');
  return t('sync.trouble.other', { code: trouble ?? '?' });
}
