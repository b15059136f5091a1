import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { changeRecord, createRecord } from '#core/records/write.ts';
import { initialSettings } from '#shared/settings/contract.ts';
import type { Settings } from '#shared/settings/contract.ts';

/** One setting: its id is its name. */
export interface SettingRow {
  readonly id: string;
  readonly value: unknown;
}

export const settingRecord = defineRecordType<SettingRow>({
  name: 'setting',
  table: 'setting',
  fields: { value: { column: 'value', json: true } },
  describe: (setting) => setting.id,
  isNeeded: ({ id }, db) => id === 'country' && isWorkedWithSince(db, id),
});

/** Says whether something was done, and stands, since an import set this: what it was read by holds for that too. */
function isWorkedWithSince(db: ReadDb, id: string): boolean {
  const later = db.read<[string], unknown>(
    `SELECT 1 FROM history JOIN act made ON made.seq = history.act_seq AND made.kind = 'import'
     JOIN act later ON later.seq > made.seq AND later.undone_by IS NULL AND later.undoes IS NULL
     WHERE history.record_id = ? AND history.record_type = 'setting' AND history.operation = 'create' LIMIT 1`,
  );
  return later.get(id) !== undefined;
}

/** All settings; those never set have their first value. */
export function readSettings(db: ReadDb): Settings {
  const rows = db.read<[], { id: string; value: string }>('SELECT id, value FROM setting').all();
  return { ...initialSettings, ...Object.fromEntries(rows.map(({ id, value }) => [id, JSON.parse(value) as unknown])) };
}

/** Sets those given. */
export function changeSettings(act: Act, changes: Partial<Settings>): Settings {
  for (const [id, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    if (!changeRecord(act, settingRecord, { id, changes: { value } })) createRecord(act, settingRecord, { id, value });
  }
  return readSettings(act.tx);
}
