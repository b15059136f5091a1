import { expect } from 'vitest';
import { recordTypeNamed } from '#core/records/record-type.ts';
import { changeRecord, createRecord, purgeRecord } from '#core/records/write.ts';
import { exchangeAll } from '#core/sync/exchange-all.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { foundCompany, joinBranch } from '#test/factories/company.ts';
import type { Computer } from '#test/factories/company.ts';

export function idOf({ core }: Computer): string {
  return readSyncState(core.store.db, 'identity')?.deviceId ?? '';
}

export function branchOf({ core }: Computer): string {
  return readSyncState(core.store.db, 'own')?.branchId ?? '';
}

/** Exchanges all there is, records and files, until every computer is the same as head office. */
export async function exchange(...computers: readonly Computer[]) {
  for (let round = 0; round < 2; round += 1)
    for (const { core } of computers) expect((await exchangeAll(core)).end).toEqual({ type: 'equal' });
}

/** Head office, and two branches with a computer each. */
export async function openCompany(clientCards: 'common' | 'private') {
  const company = await foundCompany();
  const { office, address } = company;
  await office.client.settings.update({ clientCards });
  const rule = {
    name: 'Rule',
    isOn: false,
    event: { type: 'leadCame' },
    conditions: { all: [] },
    actions: [{ type: 'addTag', tag: 'new' }],
  } as unknown as Parameters<typeof office.client.automation.create>[0];
  await office.client.automation.create(rule);
  const other = await office.client.branch.create({ name: 'South' });
  await exchange(office);
  const north = await joinBranch(company);
  const south = await joinBranch({ office, branch: other, address });
  await exchange(north, south, office);
  return { ...company, other, north, south };
}

export function ids({ core }: Computer, table: string): readonly string[] {
  return core.store.db.readColumn<[], string>(`SELECT id FROM ${table}`).all();
}

interface Writing {
  readonly type: string;
  readonly id: string;
  readonly changes: object;
}

export async function write({ core }: Computer, { type, id, changes }: Writing) {
  await core.store.perform({ actor: core.owner(), kind: 'update', subject: '' }, (act) =>
    changeRecord(act, recordTypeNamed(type), { id, changes }),
  );
}

interface Making {
  readonly type: string;
  readonly id: string;
  readonly fields: object;
}

export async function make({ core }: Computer, { type, id, fields }: Making) {
  await core.store.perform({ actor: core.owner(), kind: 'create', subject: '' }, (act) =>
    createRecord(act, recordTypeNamed(type), { id, ...fields }),
  );
}

export async function remove({ core }: Computer, { type, id }: Omit<Making, 'fields'>) {
  await core.store.perform({ actor: core.owner(), kind: 'update', subject: '' }, (act) =>
    purgeRecord(act, recordTypeNamed(type), id),
  );
}
