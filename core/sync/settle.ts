import { keepNumbersGoing } from '#core/document/number-series.ts';
import { addReadyPipeline } from '#core/pipeline/commands.ts';
import { firstPipeline } from '#core/pipeline/queries.ts';
import type { Act } from '#core/records/act.ts';
import { recordTypeNames } from '#core/records/record-type.ts';
import type { Store } from '#core/records/store.ts';
import { newLine } from '#core/sync/line.ts';
import { inAnyOrder, syncAct } from '#core/sync/sync-act.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';
import { readSettings } from '#core/settings/settings.ts';
import { clearBeginnings, hasData, takeDataAlong } from '#core/sync/take-data-along.ts';
import type { Membership } from '#shared/sync/office-protocol.ts';
import type { IdentityKeys } from '#wire/keys.ts';

export interface Joined {
  readonly membership: Membership;
  readonly keys: IdentityKeys;
  /** Where head office answers. */
  readonly addresses: readonly string[];
}

export type Settled = 'settled' | 'alreadyJoined' | 'hasData';

/** Seconds between two exchanges when nothing is written. */
const usualInterval = 30;

/** Makes this copy the computer that head office says it is, in one transaction, with all that is here or with nothing of it. */
export async function settle(store: Store, { membership, keys, addresses }: Joined): Promise<Settled> {
  const { company, device, office } = membership;
  const join = inAnyOrder(store, (act): Settled => {
    const { tx } = act;
    if (readSyncState(tx, 'own')) return 'alreadyJoined';
    if (device.brings === 'nothing' && hasData(tx)) return 'hasData';
    if (device.brings === 'data') keepNumbersGoing(act, device);
    if (device.brings === 'data' && device.branchId === null) preparePipeline(act);
    if (device.brings === 'data') takeDataAlong(tx, { branchId: device.branchId, author: ownerName(tx) });
    else clearBeginnings(act);
    writeSyncState(tx, 'own', { branchId: device.branchId, isMain: device.isMain, till: device.till });
    writeSyncState(tx, 'identity', {
      companyId: company.id,
      companyName: company.name,
      deviceId: device.id,
      deviceName: device.name,
      keys,
      officeKeys: office.keys,
    });
    writeSyncState(tx, 'line', newLine());
    writeSyncState(tx, 'cursor', { epoch: office.epoch, position: 0 });
    writeSyncState(tx, 'last', { equalAt: null, heardAt: null, trouble: null });
    writeSyncState(tx, 'options', { addresses: [...addresses], automatic: true, intervalSeconds: usualInterval });
    tx.write("DELETE FROM sync_state WHERE key = 'joining'").run();
    return 'settled';
  });
  const { result } = await store.perform({ ...syncAct, subject: company.name }, join);
  if (result === 'settled') store.announce({ recordTypes: ['sync', ...recordTypeNames()], ids: null });
  return result;
}

/** Branches can't make one: head office has it before their first deal. */
function preparePipeline(act: Act) {
  if (firstPipeline(act.tx)) return;
  const { trade, language } = readSettings(act.tx);
  addReadyPipeline(act, trade, language);
}

function ownerName(db: Store['db']): string {
  return db.readColumn<[], string>(`SELECT name FROM user ORDER BY role <> 'owner', created_at, id LIMIT 1`).get() ?? '';
}
