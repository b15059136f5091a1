import type { Connection } from '#core/database/connection.ts';
import { keyOf } from '#test/rights/naive-model.ts';
import type { Model } from '#test/rights/naive-model.ts';
import type { Dump } from '#test/rights/dump.ts';

const keyColumn = (table: string) => (table === 'history' || table === 'act' || table === 'stage_visit' ? 'seq' : 'id');

/** What stands in hidden fields of the twin: something else than there is. Sums are those of what they are made of, without payments. */
const decoys: Readonly<Record<string, readonly (readonly [table: string, sql: string])[]>> = {
  phones: [
    ['party', `phones = '[{"id":"d","label":"","raw":"699000001","e164":"+34699000001","extension":""}]'`],
    // Whoever has no name is called by the phone.
    ['party', `(title, sort_key) = (SELECT '699000001', '699000001') WHERE name_key = ''`],
    ['lead', `phones = '["699000001"]', text = 'decoy'`],
    ['activity', `phone = '699000001'`],
  ],
  emails: [
    ['party', `emails = '[{"id":"d","label":"","address":"decoy@decoy.test"}]'`],
    ['lead', `emails = '["decoy@decoy.test"]'`],
  ],
  addresses: [
    ['party', `addresses = '[]'`],
    ['deal', `site_address = 'decoy'`],
    ['task', `location = 'decoy'`],
  ],
  messengers: [['party', `messengers = '[]'`]],
  birthday: [['party', `birthday = '1700-01-01'`]],
  taxId: [['party', `tax_id = 'decoy'`]],
  notes: [['party', `notes = 'decoy', preferences = 'decoy'`]],
  source: [
    ['party', `source = 'decoy'`],
    ['deal', `source = 'decoy'`],
    ['lead', `source = 'decoy'`],
  ],
  dealMoney: [
    ['deal', 'estimate = estimate * 3, amount = amount * 3, paid = 0'],
    ['deal_line', 'unit_price = unit_price * 3'],
  ],
  dealNotes: [['deal', `notes = 'decoy', lost_note = 'decoy'`]],
  'custom:size': [
    ['party', `custom = '{"size":"decoy"}'`],
    ['deal', `custom = '{"size":"decoy"}'`],
  ],
};

/**
 * Makes of a world one in which what is hidden isn't there at all, and hidden fields say something else. Whoever sees the same in
 * both can't tell them apart by anything: no row, count, sum, order, hint or error.
 */
export function makeTwin(connection: Connection, dump: Dump, model: Model) {
  connection.transaction((tx) => {
    const run = (sql: string, ...values: unknown[]) => tx.write<unknown[]>(sql).run(...values);
    for (const [table, seen] of Object.entries(model.seen)) {
      const hidden = dump[table]!.filter((row) => !seen.has(keyOf(table, row)));
      for (const row of hidden) {
        // A client may be seen for the sake of work that isn't: then that says something else.
        if (
          (table === 'deal' || table === 'task') &&
          model.team.includes(String(row[table === 'deal' ? 'owner_id' : 'assignee_id']))
        ) {
          run(
            table === 'deal'
              ? "UPDATE deal SET title = 'decoy', amount = 3, paid = 2, notes = 'decoy' WHERE id = ?"
              : "UPDATE task SET title = 'decoy', text = 'decoy' WHERE id = ?",
            row['id'],
          );
          continue;
        }
        run(`DELETE FROM ${table} WHERE ${keyColumn(table)} = ?`, row[keyColumn(table)]);
        if (table !== 'party') continue;
        for (const index of ['party_phone', 'party_email', 'party_tag', 'party_group'])
          run(`DELETE FROM ${index} WHERE party_seq = ?`, row['seq']);
      }
    }
    // No number of an act that is gone is given again.
    run("INSERT INTO act VALUES (1000000, 'last', 'update', '', '', 0, '', 0, NULL, NULL)");
    for (const [group, places] of Object.entries(decoys)) {
      if (!model.isFieldHidden('', group)) continue;
      for (const [table, assignment] of places) run(`UPDATE ${table} SET ${assignment}`);
      if (group === 'phones' || group === 'emails') run(`DELETE FROM party_${group.slice(0, -1)}`);
    }
    run(
      `UPDATE deal SET next_task_at = (SELECT min(due_at) FROM task WHERE task.deal_id = deal.id AND task.status = 'open' AND task.title <> 'decoy')`,
    );
  });
}
