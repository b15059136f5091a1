import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { changeRecord, createRecord } from '#core/records/write.ts';
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
});

const initialSettings: Settings = {
  ownerName: '',
  shopName: '',
  country: 'ES',
  language: 'en',
  trade: 'other',
  theme: 'auto',
  hidden: [],
  listColumns: [],
  firstRunDone: false,
};

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
