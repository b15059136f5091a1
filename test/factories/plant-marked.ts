import { writeFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { documentData } from '#test/factories/document-data.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';
import { systemActor } from '#core/people/allow.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import type { RecordField } from '#core/records/record-type.ts';
import { changeRecord, readRecord } from '#core/records/write.ts';
import { writeState } from '#core/sync/write-state.ts';

/** In every word planted, which is in small letters, as the search index keeps it. */
export const mark = 'zqmark';

let planted = 0;

/** A word that begins like no other: an index keeps only the end of one that begins like the word before it. */
export function markedWord(): string {
  planted += 1;
  const letters = [...String(planted * 7919)].map((digit) => String.fromCharCode(97 + Number(digit)));
  return `${letters.reverse().join('')}${mark}${letters.join('')}`;
}

type Key = readonly [type: string, id: string];

export interface Planted {
  readonly partyId: string;
  readonly companyId: string;
  readonly dealId: string;
  /** All that hang on the two cards, with them. */
  readonly records: readonly Key[];
  /** What tells of them, and goes with them. */
  readonly telling: readonly Key[];
}

/** A client, her company, and one record of each kind that hangs on them or tells of them, with marked words in every text. */
export async function plantMarked({ client, core }: Pick<TestCore, 'client' | 'core'>): Promise<Planted> {
  const contact = await client.contact.create({
    givenName: markedWord(),
    phones: [{ raw: markedWord() }],
    emails: [{ address: `${markedWord()}@${markedWord()}.test` }],
    addresses: [{ street: markedWord() }],
    messengers: [{ handle: markedWord() }],
    webPages: [{ url: markedWord() }],
    tags: [markedWord()],
    groups: [markedWord()],
  });
  const company = await client.company.create({
    name: markedWord(),
    phones: [{ raw: markedWord() }],
    emails: [{ address: `${markedWord()}@home.test` }],
    addresses: [{ street: markedWord() }],
    messengers: [{ handle: markedWord() }],
    webPages: [{ url: markedWord() }],
  });
  const deal = await client.deal.create({ partyId: contact.id, title: markedWord(), lines: [{ name: markedWord() }] });
  const file = await client.file.attach({
    id: contact.id,
    dealId: deal.id,
    file: new File([`${markedWord()} ${'.'.repeat(5000)} ${markedWord()}`], `${markedWord()}.txt`, { type: 'text/plain' }),
  });
  const { result } = await core.store.perform({ actor: core.owner(), kind: 'update', subject: markedWord() }, (act) => {
    const made = make(act, { party: contact.id, company: company.id, deal: deal.id, owner: core.owner().userId });
    const lines = act.tx.readColumn<[string], string>('SELECT id FROM deal_line WHERE deal_id = ?').all(deal.id);
    const records: Key[] = [
      ['party', contact.id],
      ['party', company.id],
      ['deal', deal.id],
      ['file', file.id],
      ...lines.map((id) => ['deal_line', id] as const),
      ...made.records,
    ];
    return { partyId: contact.id, companyId: company.id, dealId: deal.id, records, telling: made.telling };
  });
  for (let round = 0; round < 2; round += 1)
    await core.store.perform({ actor: core.owner(), kind: 'update', subject: markedWord() }, (act) => {
      for (const key of [...result.records, ...result.telling]) fillTexts(act, key);
    });
  return result;
}

interface Surroundings {
  readonly party: string;
  readonly company: string;
  readonly deal: string;
  readonly owner: string;
}

/** A record of each kind that isn't made above, in the order in which they need one another. */
function make(act: Act, { party, company, deal, owner }: Surroundings) {
  const records: Key[] = [];
  const telling: Key[] = [];
  const put = (list: Key[], name: string, fields: Readonly<Record<string, unknown>>) => {
    const id = newId();
    const type = recordTypeNamed(name);
    const placed = type.ofBranch ? { branchId: act.branchId, ...fields } : fields;
    writeState(act, type, { type: name, id, base: act.nextStamp(), gone: null, stamps: {}, fields: placed, authors: {} });
    list.push([name, id]);
    return id;
  };
  put(records, 'link', { contactId: party, companyId: company, role: markedWord() });
  put(records, 'deal_contact', { dealId: deal, partyId: company, role: markedWord() });
  const lead = put(records, 'lead', { status: 'new', partyId: party, name: markedWord(), details: { said: markedWord() } });
  const task = put(records, 'task', {
    status: 'open',
    assigneeId: owner,
    partyId: party,
    dealId: deal,
    leadId: lead,
    type: 'call',
  });
  const activity = put(records, 'activity', { partyId: party, dealId: deal, taskId: task, authorId: owner, type: 'note' });
  put(records, 'activity', { partyId: company, authorId: owner, type: 'note', text: markedWord().repeat(800) });
  put(records, 'file', { partyId: company, activityId: activity, name: markedWord(), hash: 'a'.repeat(64) });
  const document = put(records, 'document', {
    dealId: deal,
    partyId: party,
    kind: 'quote',
    status: 'draft',
    authorId: owner,
    date: '2026-11-22',
    data: documentData({ notes: markedWord() }),
  });
  put(records, 'payment', { dealId: deal, partyId: party, documentId: document, authorId: owner, paidOn: '2026-11-22' });
  put(records, 'consent', { partyId: party, purpose: 'mail', given: 1, saidOn: '2026-11-22', authorId: owner });
  put(records, 'conflict', {
    recordType: 'party',
    recordId: party,
    field: 'notes',
    status: 'open',
    keptValue: markedWord(),
    lostValue: { notes: markedWord() },
  });
  put(telling, 'notice', { userId: owner, kind: 'rule', recordType: 'task', recordId: task, params: { title: markedWord() } });
  const known = act.tx.readColumn<[], string>('SELECT id FROM automation LIMIT 1').get();
  const automation = known ?? put([], 'automation', { name: 'Rule', event: {}, conditions: {}, actions: [] });
  const run = { automationId: automation, recordType: 'deal', recordId: deal, status: 'done', why: { name: markedWord() } };
  const runId = put(telling, 'automation_run', { ...run, dealId: deal, partyId: party, steps: [{ text: markedWord() }] });
  put(telling, 'automation_step', { runId, status: 'waiting', dueAt: 9e15, action: { body: { name: markedWord() } } });
  return { records, telling };
}

/** Names of fields that hold no text of a person's, but a word of a fixed list, an id or a time. */
export const fixedFields: ReadonlySet<string> = new Set(
  'purpose saidOn type kind status branchId ownerId currency hash templateHash repeat sharedWith pricesIncludeTax recordType recordId field hasNewParty templateId leadId reversesId madeBy authorId dealId partyId'.split(
    ' ',
  ),
);

/** Writes a marked word into every text of a record. */
function fillTexts(act: Act, [name, id]: Key) {
  const type = recordTypeNamed(name);
  const found = readRecord(act.tx, type, id);
  if (!found) return;
  const row = found.row as unknown as Readonly<Record<string, unknown>>;
  const columns = act.tx
    .read<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
    .all(type.table);
  const isText = new Set(columns.filter((column) => column.type === 'TEXT').map((column) => column.name));
  for (const [field, { column, derived, json }] of Object.entries(type.fields as Readonly<Record<string, RecordField>>)) {
    if (derived || !isText.has(column) || fixedFields.has(field)) continue;
    const value = json ? markedValue(row[field]) : markedWord();
    act.attempt(() => changeRecord(act, type, { id, changes: { [field]: value } }));
  }
}

function markedValue(value: unknown): unknown {
  if (typeof value === 'string') return markedWord();
  if (Array.isArray(value)) return value.length === 0 ? [markedWord()] : value.map(markedValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, key === 'id' ? part : markedValue(part)]);
  return { ...Object.fromEntries(entries), [markedWord()]: markedWord() };
}

/** What is kept beside records that leave: refused, waiting, unknown; what was removed before; and a list that was handed over. */
export async function plantBeside({ core, directory, client }: TestCore, { partyId, dealId }: Planted): Promise<void> {
  const note = await client.activity.create({ partyId, type: 'note', text: markedWord() });
  await client.activity.delete({ id: note.id });
  const task = await client.task.create({ partyId, dealId, title: markedWord() });
  await client.task.delete({ id: task.id });
  await core.store.perform({ actor: systemActor, kind: 'clock', subject: '' }, ({ tx }) => {
    const insert = (table: string, values: readonly unknown[]) =>
      tx.write(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values);
    insert('sync_refused', [null, 'party', partyId, JSON.stringify({ fields: { notes: markedWord() } }), 'invalid', 1, 0]);
    insert('unknown_field', ['deal', dealId, 'newer', JSON.stringify(markedWord())]);
    const state = { type: 'task', id: newId(), base: '', gone: null, stamps: {}, authors: {} };
    const waiting = { ...state, fields: { dealId, title: markedWord() } };
    insert('sync_waiting', ['task', waiting.id, JSON.stringify(waiting), 'invalid', 1]);
    insert('tombstone', ['party', partyId, markedWord(), markedWord()]);
  });
  const folder = join(directory, 'imports', newId());
  mkdirSync(folder, { recursive: true });
  await writeFile(join(folder, 'list.csv'), `name\n${markedWord()}\n`);
}
