import type { Core } from '#core/core.ts';
import { createRecord } from '#core/records/write.ts';
import type { OwnBranch } from '#core/records/own-branch.ts';
import { branchRecord } from '#core/branch/branch.ts';
import { writeSyncState } from '#core/sync/sync-state.ts';

/** Makes a copy one of a company's: of head office (`branchId` null) or of a branch. */
export function makeOneOf(core: Core, own: Partial<OwnBranch>) {
  core.store.connection.transaction((tx) => writeSyncState(tx, 'own', { branchId: null, isMain: true, till: 1, ...own }));
}

/** Branches as they come from head office. */
export function bringBranches(core: Core, ...names: readonly string[]) {
  core.store.performNow({ actor: core.owner(), kind: 'sync', subject: '' }, (act) => {
    for (const [index, name] of names.entries())
      createRecord(act, branchRecord, {
        id: name,
        name,
        number: index + 1,
        address: '',
        phone: '',
        createdAt: act.at,
        archivedAt: null,
      });
  });
}
