import type { Change } from '#shared/history/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

/** What happened, in a few words. */
export function titleOfChange(change: Change): MessageKey {
  if (change.actKind === 'undo') return 'activity.change.undone';
  if (change.recordType === 'link') return titleOfPart(change, 'link');
  if (change.recordType === 'file') return titleOfPart(change, 'file');
  if (change.recordType === 'activity') {
    return change.operation === 'purge' ? 'activity.change.activityRemoved' : 'activity.change.activityChanged';
  }
  return titleOfPartyChange(change);
}

function titleOfPart({ operation }: Change, part: 'link' | 'file'): MessageKey {
  if (operation === 'create') return `activity.change.${part}Added`;
  if (operation === 'purge') return `activity.change.${part}Removed`;
  return part === 'link' ? 'activity.change.linkChanged' : 'activity.change.updated';
}

function titleOfPartyChange({ operation, actKind, fields }: Change): MessageKey {
  if (operation === 'create') return actKind.startsWith('import') ? 'activity.change.imported' : 'activity.change.created';
  const deletedAt = fields.find(({ field }) => field === 'deletedAt');
  if (deletedAt !== undefined) return deletedAt.to === null ? 'activity.change.restored' : 'activity.change.deleted';
  return 'activity.change.updated';
}
