import '#core/record-types.ts';
import type { Act } from '#core/records/act.ts';
import { findRecordType } from '#core/records/record-type.ts';
import type { Store } from '#core/records/store.ts';
import { releaseWaiting } from '#core/sync/apply-changes.ts';
import { fromTravelling, readShown } from '#core/sync/local-state.ts';
import { schemaVersion } from '#core/sync/schema-version.ts';
import { inAnyOrder, syncAct } from '#core/sync/sync-act.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';
import { writeState } from '#core/sync/write-state.ts';
import { isThere } from '#shared/sync/record-state.ts';
import { version } from '#shared/version.ts';

/** Shows what an older program had to keep aside, and fills in the fields that it didn't know: once for each version of the program. */
export function showWhatWaited(store: Store): void {
  const program = `${version} ${schemaVersion}`;
  if (!readSyncState(store.db, 'own') || readSyncState(store.db, 'shownBy') === program) return;
  const show = inAnyOrder(store, (act) => {
    fillIn(act);
    act.tx.write("UPDATE sync_waiting SET reason = 'newer' WHERE reason = 'invalid'").run();
    releaseWaiting(act);
    writeSyncState(act.tx, 'shownBy', program);
  });
  store.performNow(syncAct, show);
}

interface UnknownField {
  readonly record_type: string;
  readonly field: string;
}

function fillIn(act: Act) {
  const names = act.tx.read<[], UnknownField>('SELECT DISTINCT record_type, field FROM unknown_field').all();
  for (const { record_type: name, field } of names) {
    const type = findRecordType(name);
    if (!type || field in fromTravelling(type, { [field]: null }).unknown) continue;
    const ids = act.tx.readColumn<[string, string], string>(
      'SELECT record_id FROM unknown_field WHERE record_type = ? AND field = ?',
    );
    for (const id of ids.all(name, field)) {
      const state = readShown(act.tx, name, id);
      if (state && isThere(state)) act.attempt(() => writeState(act, type, state));
    }
  }
}
