import { checkDatabase } from '#core/check/check-database.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import { allVersions, readBuckets, recountDigests } from '#core/sync/digests.ts';
import { missingParents } from '#core/sync/foreign-keys.ts';
import { readState } from '#core/sync/local-state.ts';
import { bucketOf, combine, digestOf, emptyDigest, isSameDigest } from '#shared/sync/digest.ts';
import { isEqual, isThere, stampOf } from '#shared/sync/record-state.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import {
  everybody,
  initialScopePolicy,
  isSynced,
  nowhere,
  officeOnly,
  parentsOf,
  placeOf,
  syncedTypes,
} from '#shared/sync/scope-rules.ts';
import type { ParentPlace, Place, ScopePolicy } from '#shared/sync/scope-rules.ts';
import type { HeldRecord } from '#office/merge/held-record.ts';
import type { Copy } from '#test/simulator/copy.ts';
import type { Hub } from '#test/simulator/hub.ts';
import type { Ledger, Saved } from '#test/simulator/ledger.ts';

type Values = Readonly<Record<string, unknown>>;
export type Held = ReadonlyMap<string, HeldRecord>;

const keyOf = ({ type, id }: { readonly type: string; readonly id: string }) => `${type}|${id}`;

export async function readAll(hub: Hub): Promise<Held> {
  return new Map((await hub.records()).map((held) => [keyOf(held.state), held]));
}

/** Where every record belongs, worked out anew from what it says. */
function placesOf(held: Held): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const policy = policyOf(held);
  const open = new Set<string>();
  function place(key: string): Place {
    const known = places.get(key);
    if (known) return known;
    const record = held.get(key);
    if (!record) return nowhere;
    const { state, home, scopes } = record;
    // What was removed stays where it was.
    if (!isThere(state) || open.has(key)) return { home, scopes: new Set(scopes) };
    open.add(key);
    const parents = parentsOf(state).map((parent): ParentPlace => {
      const there = held.has(keyOf(parent));
      const lost = record.sender ?? officeOnly;
      return { type: parent.type, ...(there ? place(keyOf(parent)) : { home: lost, scopes: new Set([lost]) }) };
    });
    const found = placeOf(state, { parents, policy, sender: record.sender });
    open.delete(key);
    places.set(key, found);
    return found;
  }
  for (const key of held.keys()) place(key);
  return places;
}

function policyOf(held: Held): ScopePolicy {
  const value = (id: string) => {
    const state = held.get(`setting|${id}`)?.state;
    return state && isThere(state) ? state.fields['value'] : undefined;
  };
  return {
    clientCards: value('clientCards') === 'private' ? 'private' : initialScopePolicy.clientCards,
    purchasesInOtherBranches: value('purchasesInOtherBranches') === true,
  };
}

/** What head office says of itself against what it should be. */
export function checkHub(held: Held): readonly string[] {
  const places = placesOf(held);
  return [...held].flatMap(([key, { state, scopes }]) => {
    if (!isThere(state)) return [];
    const wanted = [...(places.get(key) ?? nowhere).scopes].sort().join();
    return scopes.join() === wanted ? [] : [`hub: ${key} is in ${scopes.join()}, should be in ${wanted}`];
  });
}

function isHis(copy: Copy, scopes: ReadonlySet<string> | readonly string[]): boolean {
  const all = new Set(scopes);
  return copy.branchId === null || all.has(everybody) || all.has(copy.branchId);
}

/** A copy against what it should have, and against itself. */
export function checkCopy(copy: Copy, held: Held): readonly string[] {
  const { connection, name } = copy;
  const tell = (text: string) => `${name}: ${text}`;
  const problems: string[] = [];
  const aside = connection
    .read<[], { record_type: string; record_id: string; reason: string }>('SELECT * FROM sync_waiting')
    .all();
  // What hangs on a record that head office refused waits until that is mended.
  const waits = ({ record_type: type, record_id: id, reason }: (typeof aside)[number]) =>
    reason === 'parentMissing' &&
    missingParents(connection, recordTypeNamed(type), readState(connection, type, id)?.fields ?? {}).every((field) => {
      const parent = parentsOf(held.get(`${type}|${id}`)?.state ?? { type, fields: {} }).find(
        (one) => one.id === readState(connection, type, id)?.fields[field],
      );
      return parent !== undefined && !held.has(keyOf(parent));
    });
  for (const row of aside.filter((one) => !waits(one)))
    problems.push(
      tell(
        `${row.record_type} ${row.record_id} waits: ${row.reason} of ${missingParents(connection, recordTypeNamed(row.record_type), readState(connection, row.record_type, row.record_id)?.fields ?? {}).join()} ${JSON.stringify(held.get(`${row.record_type}|${row.record_id}`)?.state.fields)}`,
      ),
    );
  const wanted = new Map([...held].filter(([, record]) => isThere(record.state) && isHis(copy, record.scopes)));
  const onlyHere = onlyAt(copy);
  const found = new Set<string>();
  for (const { type, id } of allVersions(connection)) {
    const key = `${type}|${id}`;
    if (onlyHere.has(key)) continue;
    found.add(key);
    const record = wanted.get(key);
    const own = readState(connection, type, id);
    if (!record)
      problems.push(tell(`has ${key}, which isn't its: ${JSON.stringify(held.get(key)?.scopes ?? null)} ${JSON.stringify(own)}`));
    else if (own) problems.push(...differences(own, record.state).map(tell));
  }
  for (const key of wanted.keys())
    if (!found.has(key)) problems.push(tell(`lacks ${key} ${JSON.stringify(wanted.get(key)?.state.fields)}`));
  problems.push(...checkSums(copy).map(tell), ...foreignHistory(copy, held, onlyHere).map(tell));
  for (const fault of checkDatabase(connection).faults) problems.push(tell(JSON.stringify(fault)));
  const waiting = connection
    .readColumn<[], number>('SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM outbox_batch)')
    .get();
  if (waiting !== 0) problems.push(tell(`${waiting} still wait`));
  return problems;
}

/** What head office refused and hasn't at all. */
function onlyAt({ connection }: Copy): ReadonlySet<string> {
  const keys = connection.readColumn<[], string>("SELECT record_type || '|' || record_id FROM sync_refused WHERE only_here = 1");
  return new Set(keys.all());
}

function differences(own: RecordState, theirs: RecordState): readonly string[] {
  const key = keyOf(own);
  if (own.base !== theirs.base) return [`${key} was made ${own.base}, at head office ${theirs.base}`];
  const fields = new Set([...Object.keys(own.fields), ...Object.keys(theirs.fields)]);
  return [...fields].flatMap((field) => {
    const [one, other] = [own.fields[field] ?? null, theirs.fields[field] ?? null];
    const isSame = isEqual(one, other) && (stampOf(own, field) === stampOf(theirs, field) || (one === null && other === null));
    const both = `${JSON.stringify(one)} ${stampOf(own, field)}, at head office ${JSON.stringify(other)} ${stampOf(theirs, field)}`;
    return isSame ? [] : [`${key}.${field} is ${both}`];
  });
}

function checkSums(copy: Copy): readonly string[] {
  const kept = readBuckets(copy.connection);
  copy.connection.transaction(recountDigests);
  const counted = readBuckets(copy.connection);
  return kept.flatMap((sum, bucket) =>
    isSameDigest(sum, counted[bucket] ?? emptyDigest) ? [] : [`sum of bucket ${bucket} is wrong`],
  );
}

function foreignHistory(copy: Copy, held: Held, onlyHere: ReadonlySet<string>): readonly string[] {
  return copy.connection
    .read<[], { type: string; id: string }>('SELECT DISTINCT record_type AS type, record_id AS id FROM history')
    .all()
    .flatMap(({ type, id }) => {
      const record = held.get(`${type}|${id}`);
      if (!isSynced(type, id) || !record || onlyHere.has(`${type}|${id}`) || isHis(copy, record.scopes)) return [];
      return [`history of ${type} ${id}, which isn't its${isThere(record.state) ? '' : ' and was removed'}`];
    });
}

/** What head office keeps of its sums against its records. */
export async function checkHubSums(hub: Hub, held: Held): Promise<readonly string[]> {
  const rows = await hub
    .store()
    .read((tx) => tx.all<{ scope: string; bucket: number; high: number; low: number }>('SELECT * FROM digest'));
  const kept = new Map(rows.map(({ scope, bucket, high, low }) => [`${scope}|${bucket}`, { high, low }]));
  const counted = new Map<string, { high: number; low: number }>();
  for (const { state, scopes } of held.values())
    for (const scope of ['all', ...scopes]) {
      const key = `${scope}|${bucketOf(state.type, state.id)}`;
      counted.set(key, combine(counted.get(key) ?? emptyDigest, digestOf(state)));
    }
  return [...new Set([...kept.keys(), ...counted.keys()])].flatMap((key) =>
    isSameDigest(kept.get(key) ?? emptyDigest, counted.get(key) ?? emptyDigest) ? [] : [`hub: sum of ${key} is wrong`],
  );
}

/** What may differ between copies: where a row lies, and how stamps are ordered within the text. */
const ownColumns = new Set(['seq', 'field_stamps']);
/** What a deal's columns are worked out from may be among what head office refused. */
const ofOthers = new Set(['amount', 'paid', 'sizes', 'next_task_at']);

/** Copies of one scope against one another, in all columns and what is derived. */
export function checkReplicas(one: Copy, other: Copy): readonly string[] {
  if (one.branchId !== other.branchId) return [];
  const problems: string[] = [];
  const refused = new Set([...onlyAt(one), ...onlyAt(other)]);
  for (const type of syncedTypes) {
    const { table } = recordTypeNamed(type);
    const [here, there] = [rowsOf(one, table), rowsOf(other, table)];
    for (const [id, row] of here) {
      if (type === 'setting' && !isSynced(type, id)) continue;
      const theirs = there.get(id);
      if (!theirs || refused.has(`${type}|${id}`)) continue;
      for (const column of Object.keys(row))
        if (!isEqual(row[column], theirs[column]) && !(refused.size > 0 && ofOthers.has(column)) && !ownColumns.has(column))
          problems.push(
            `${one.name} and ${other.name}: ${type} ${id} ${column}: ${JSON.stringify(row[column])}, ${JSON.stringify(theirs[column])}`,
          );
    }
  }
  for (const id of rowsOf(one, 'deal').keys()) {
    const [mine, yours] = [one, other].map(({ connection }) =>
      connection
        .read('SELECT stage_id, status, entered_at, left_at, act_id FROM stage_visit WHERE deal_id = ? ORDER BY seq')
        .all(id),
    );
    if (!isEqual(mine, yours) && yours?.length !== 0 && !refused.has(`deal|${id}`))
      problems.push(`${one.name} and ${other.name}: visits of ${id}: ${JSON.stringify(mine)} ${JSON.stringify(yours)}`);
  }
  return problems;
}

function rowsOf({ connection }: Copy, table: string): ReadonlyMap<string, Values> {
  const rows = connection.read<[], Values & { readonly id: string }>(`SELECT * FROM ${table} ORDER BY id`).all();
  return new Map(rows.map((row) => [row.id, withCustomFields(row)]));
}

/** Own fields are an object: in which order its keys stand says nothing. */
function withCustomFields<Row extends Values>(row: Row): Row {
  return typeof row['custom'] === 'string' ? { ...row, custom: JSON.parse(row['custom']) as unknown } : row;
}

/** Whether all that people were told is saved is there, or they are told of where it went. */
export async function checkLedger(
  ledger: Ledger,
  { hub, copies }: { readonly hub: Hub; readonly copies: readonly Copy[] },
  held: Held,
): Promise<readonly string[]> {
  const asides = await hub.store().read((tx) => tx.all<{ change: string }>('SELECT change FROM quarantine'));
  const kept = copies.flatMap(({ connection }) => connection.readColumn<[], string>('SELECT change FROM sync_refused').all());
  const refused = [...asides.map(({ change }) => change), ...kept].join('\n');
  const now = (stamp: string) => hub.restamped.get(stamp) ?? stamp;
  const removed = new Set(ledger.saved.flatMap(({ type, id, field }) => (field === '' ? [`${type}|${id}`] : [])));
  const isRefused = (stamp: string) => refused.includes(stamp) || refused.includes(now(stamp));
  /** Of what somebody changed and then removed herself, it is the removal that she is told about. */
  const isToldAsRemoval = ({ copy, type, id, stamp }: Saved) =>
    ledger.saved.some(
      (later) =>
        later.field === '' &&
        later.copy === copy &&
        later.type === type &&
        later.id === id &&
        later.stamp > stamp &&
        isRefused(later.stamp),
    );
  const isLost = (saved: Saved): boolean => {
    const { type, id, field, value, stamp } = saved;
    const state = held.get(`${type}|${id}`)?.state;
    if (isRefused(stamp) || isToldAsRemoval(saved)) return false;
    if (!state) return !removed.has(`${type}|${id}`);
    if (!isThere(state)) return false;
    if (field === '') return state.base < now(stamp);
    const last = stampOf(state, field);
    return last <= now(stamp) && !isEqual(state.fields[field] ?? null, value ?? null);
  };
  return ledger.saved
    .filter(isLost)
    .map(
      (saved) =>
        `lost: ${JSON.stringify(saved)}; there is ${JSON.stringify(held.get(`${saved.type}|${saved.id}`)?.state ?? null)}`,
    );
}
