import type { Connection } from '#core/database/connection.ts';
import { connect } from '#core/database/connection.ts';
import { fieldGroups } from '#shared/people/rights.ts';
import type { Reach, Rights } from '#shared/people/rights.ts';
import { operations } from '#shared/people/permission.ts';
import { dice } from '#test/factories/dice.ts';
import type { MarkedShop } from '#test/rights/shop.ts';

/** A shop whose records are dealt out anew for each world, on a connection beside the core's. */
export interface Worlds {
  readonly connection: Connection;
  /** Deals everything out by a seed; answers who looks, and with which rights. */
  deal(seed: number): World;
  /** Everything as it was when the shop was opened. */
  restore(): void;
  close(): void;
}

export interface World {
  readonly seed: number;
  readonly userId: string;
  readonly rights: Rights;
  readonly roll: (sides: number) => number;
}

/** The role that the person who looks has. */
export const viewerRole = 'viewer-role';

export function openWorlds(shop: MarkedShop): Worlds {
  // As if the file were damaged, since the tables of search indexes can be written in no other way.
  const connection = connect(shop.core.store.connection.file, { busyTimeout: 5000, isDamaged: true });
  connection.pragma('foreign_keys = OFF');
  connection.pragma('synchronous = OFF');
  shop.core.store.connection.pragma('synchronous = OFF');
  connection.execute("ATTACH ':memory:' AS kept");
  const tables = connection
    .readColumn<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite_%' AND name NOT IN ('meta', 'audit')",
    )
    .all();
  for (const table of tables) connection.execute(`CREATE TABLE kept."as_${table}" AS SELECT * FROM main."${table}"`);
  const isFilled = new Map(
    tables.map((table) => [table, connection.readColumn<[], number>(`SELECT count(*) FROM kept."as_${table}"`).get()! > 0]),
  );
  function restore() {
    connection.transaction((tx) => {
      for (const table of tables) {
        tx.write(`DELETE FROM main."${table}"`).run();
        if (isFilled.get(table)) tx.write(`INSERT INTO main."${table}" SELECT * FROM kept."as_${table}"`).run();
      }
    });
  }
  return {
    connection,
    restore,
    deal(seed) {
      const roll = dice(seed * 7919 + 13);
      for (let index = 0; index < 5; index += 1) roll(2);
      const world = { seed, userId: shop.users[1 + roll(shop.users.length - 1)]!, rights: anyRights(connection, roll), roll };
      connection.transaction((tx) => {
        const run = (sql: string, ...values: unknown[]) => tx.write<unknown[]>(sql).run(...values);
        dealOut(shop, { ids: (table) => tx.readColumn<[], string>(`SELECT id FROM ${table} ORDER BY id`).all(), run, roll });
        run("INSERT OR REPLACE INTO role VALUES (?, 'Viewer', ?, 0, NULL, '', NULL)", viewerRole, JSON.stringify(world.rights));
        run('UPDATE user SET role = ? WHERE id = ?', viewerRole, world.userId);
      });
      return world;
    },
    close: () => connection.close(),
  };
}

interface Dealing {
  ids(table: string): readonly string[];
  run(sql: string, ...values: unknown[]): void;
  roll(sides: number): number;
}

function dealOut({ users, teams, branches }: MarkedShop, { ids, run, roll }: Dealing) {
  const some = <Value>(values: readonly Value[]) => values[roll(values.length)]!;
  const orNone = <Value>(values: readonly Value[], oneIn: number) => (roll(oneIn) === 0 ? null : some(values));
  for (const [index, id] of users.entries())
    run(
      'UPDATE user SET team_id = ?, head_id = ?, branch_id = ? WHERE id = ?',
      orNone(teams, 2),
      index > 0 && roll(3) === 0 ? users[roll(index)] : null,
      index === 0 ? null : orNone(branches, 3),
      id,
    );
  for (const id of ids('party')) {
    const isBinned = roll(10) === 0;
    const place = [orNone(users, 4), orNone(branches, 3), Number(roll(6) === 0), isBinned ? 1 : null, id];
    run('UPDATE party SET owner_id = ?, branch_id = ?, is_key = ?, deleted_at = ? WHERE id = ?', ...place);
    // Nobody in the bin is found.
    const ofParty = '= (SELECT seq FROM party WHERE id = ?)';
    if (isBinned)
      for (const index of ['party_phone', 'party_email', 'party_tag', 'party_group'])
        run(`DELETE FROM ${index} WHERE party_seq ${ofParty}`, id);
    if (isBinned) for (const index of ['party_text', 'party_digits']) run(`DELETE FROM ${index} WHERE rowid ${ofParty}`, id);
  }
  const stages = ids('stage');
  for (const id of ids('deal')) {
    const stage = some(stages);
    run(
      'UPDATE deal SET owner_id = ?, branch_id = ?, stage_id = ?, pipeline_id = (SELECT pipeline_id FROM stage WHERE id = ?), deleted_at = ? WHERE id = ?',
      orNone(users, 5),
      orNone(branches, 3),
      stage,
      stage,
      roll(12) === 0 ? 1 : null,
      id,
    );
  }
  for (const id of ids('lead'))
    run('UPDATE lead SET owner_id = ?, branch_id = ? WHERE id = ?', orNone(users, 3), orNone(branches, 3), id);
  for (const id of ids('task'))
    run(
      'UPDATE task SET assignee_id = ?, author_id = ?, branch_id = ? WHERE id = ?',
      some(users),
      some(users),
      orNone(branches, 3),
      id,
    );
}

function anyRights(connection: Connection, roll: (sides: number) => number): Rights {
  const see = (): Reach => (['own', 'own', 'team', 'branch', 'all', 'all', 'all', 'none'] as const)[roll(8)]!;
  const write = (): Reach => (['none', 'own', 'team', 'branch', 'all', 'all'] as const)[roll(6)]!;
  const fields: Record<string, 'hide' | 'readOnly'> = {};
  for (const group of [...fieldGroups, 'custom:size']) if (roll(6) === 0) fields[group] = roll(3) === 0 ? 'readOnly' : 'hide';
  const stages: Record<string, 'hide' | 'readOnly'> = {};
  for (const id of connection.readColumn<[], string>('SELECT id FROM stage ORDER BY id').all())
    if (roll(8) === 0) stages[id] = roll(3) === 0 ? 'readOnly' : 'hide';
  return {
    objects: {
      client: { see: see(), edit: write(), delete: write(), export: write() },
      lead: { see: see(), edit: write() },
      deal: { see: see(), edit: write(), delete: write() },
      task: { see: see(), edit: write() },
    },
    keyClients: roll(2) === 0,
    fields: roll(2) === 0 ? {} : fields,
    stages: roll(2) === 0 ? {} : stages,
    operations: [...operations],
  };
}
