import { text } from '#core/people/viewer/conditions.ts';
import type { FieldGroup, Rights } from '#shared/people/rights.ts';

/** What stands in a column instead of what is there: SQL in which `row` is the row. */
export type Masks = Readonly<Record<string, string>>;

/** Where the fields of a group are: columns of tables and what stands there instead, and their names in the history. */
interface Place {
  readonly columns: Readonly<Record<string, Masks>>;
  readonly recorded: Readonly<Record<string, readonly string[]>>;
}

const empty = "''";
const noList = "'[]'";
/** Somebody without a name is listed by a phone or an address, which is no name for whoever may not see those. */
const namelessParty = (column: string) =>
  `CASE WHEN row.given_name = '' AND row.middle_name = '' AND row.family_name = '' AND row.nickname = '' AND row.name = ''
    AND row.legal_name = '' THEN '' ELSE row.${column} END`;
const byName: Masks = { title: namelessParty('title'), sort_key: namelessParty('sort_key'), name_key: namelessParty('name_key') };
const leadByName: Masks = { title: 'row.name', text: empty, details: "'{}'", search_key: empty };
/** Nor is the client called so in what somebody is told. */
const unnamedClient = `CASE WHEN row.params ->> '$.client' GLOB '*[0-9][0-9]*[0-9][0-9]*' OR row.params ->> '$.client' LIKE '%@%'
    THEN json_set(json_remove(row.params, '$.phone'), '$.client', '') ELSE json_remove(row.params, '$.phone') END`;
/** What is told of somebody without a name calls them by the phone or address. */
const withoutPhone = (value: string) =>
  `CASE WHEN ${value} GLOB '*[0-9][0-9]*[0-9][0-9]*' OR ${value} LIKE '%@%' THEN '' ELSE ${value} END`;
const unnamedSubject = withoutPhone('row.subject');

const places: Readonly<Record<FieldGroup, Place>> = {
  phones: {
    columns: {
      party: { phones: noList, ...byName },
      lead: { phones: noList, ...leadByName },
      activity: { phone: empty },
      act: { subject: unnamedSubject },
      notice: { params: unnamedClient },
    },
    recorded: { party: ['phones', 'title'], lead: ['phones', 'text', 'details', 'title'], activity: ['phone'] },
  },
  emails: {
    columns: {
      party: { emails: noList, ...byName },
      lead: { emails: noList, ...leadByName },
      act: { subject: unnamedSubject },
      notice: { params: unnamedClient },
    },
    recorded: { party: ['emails', 'title'], lead: ['emails', 'text', 'details', 'title'] },
  },
  messengers: {
    columns: { party: { messengers: noList, ...byName }, notice: { params: unnamedClient } },
    recorded: { party: ['messengers', 'title'] },
  },
  addresses: {
    columns: { party: { addresses: noList }, deal: { site_address: empty }, task: { location: empty } },
    recorded: { party: ['addresses'], deal: ['siteAddress'], task: ['location'] },
  },
  birthday: { columns: { party: { birthday: 'NULL' } }, recorded: { party: ['birthday'] } },
  taxId: { columns: { party: { tax_id: empty } }, recorded: { party: ['taxId'] } },
  notes: {
    columns: { party: { notes: empty, preferences: empty } },
    recorded: { party: ['notes', 'preferences'] },
  },
  source: {
    columns: { party: { source: empty }, deal: { source: empty }, lead: { source: empty } },
    recorded: { party: ['source'], deal: ['source'], lead: ['source'] },
  },
  dealMoney: {
    columns: {
      deal: { estimate: '0', amount: '0', paid: '0' },
      deal_line: { unit_price: '0', discount: '0' },
    },
    recorded: { deal: ['estimate', 'amount', 'paid'], deal_line: ['unitPrice', 'discount'] },
  },
  dealNotes: { columns: { deal: { notes: empty, lost_note: empty } }, recorded: { deal: ['notes', 'lostNote'] } },
};

/** What a document keeps of its client and deal, by the group that hides it. */
const inDocuments: Partial<Record<FieldGroup, readonly string[]>> = {
  phones: ['buyer.phone'],
  emails: ['buyer.email'],
  addresses: ['buyer.address', 'visit.address'],
  taxId: ['buyer.taxId'],
  dealNotes: ['notes'],
};

/** What stands instead of what is hidden in a document's data: paths and values. */
function toldInDocuments(rights: Rights): readonly string[] {
  const hidden = hiddenFields(rights);
  const list = (path: string) => `${text(`$.${path}`)}, json('[]')`;
  const name = (path: string) => `${text(`$.${path}`)}, ${withoutPhone(`(row.data ->> ${text(`$.${path}`)})`)}`;
  return [
    ...hidden.flatMap((group) => inDocuments[group as FieldGroup] ?? []).map((path) => `${text(`$.${path}`)}, ''`),
    ...(hidden.includes('phones') || hidden.includes('emails') ? [name('buyer.name'), name('buyer.contact')] : []),
    ...(hidden.some((group) => group.startsWith(customPrefix)) ? [list('custom')] : []),
    // What a visit says comes from a task.
    ...(rights.objects.task.see === 'all' && rights.keyClients
      ? []
      : [list('report.tasks'), `${text('$.visit.address')}, ''`, `${text('$.visit.assignee')}, ''`]),
    ...(Object.values(rights.stages).includes('hide') ? [list('report.stages')] : []),
  ];
}

/** What the fields of a group are called in records of a type; a custom field is `custom`. */
export function recordedFields(group: string, recordType: string): readonly string[] {
  if (group.startsWith(customPrefix)) return recordType === 'party' || recordType === 'deal' ? ['custom'] : [];
  return places[group as FieldGroup]?.recorded[recordType] ?? [];
}

export const customPrefix = 'custom:';

/** What hidden fields leave of each table's columns. */
export function masksOf(rights: Rights): Readonly<Record<string, Masks>> {
  const hidden = hiddenFields(rights);
  const masks: Record<string, Record<string, string>> = {};
  const put = (table: string, column: string, sql: string) => ((masks[table] ??= {})[column] = sql);
  for (const group of hidden) {
    const place = places[group as FieldGroup];
    for (const [table, columns] of Object.entries(place?.columns ?? {}))
      for (const [column, sql] of Object.entries(columns)) put(table, column, sql);
  }
  const told = toldInDocuments(rights);
  if (told.length > 0) put('document', 'data', `json_replace(row.data, ${told.join(', ')})`);
  const customs = hidden.filter((group) => group.startsWith(customPrefix)).map((group) => group.slice(customPrefix.length));
  if (customs.length > 0) {
    const paths = customs.map((key) => text(`$.${JSON.stringify(key)}`)).join(', ');
    for (const table of ['party', 'deal']) put(table, 'custom', `json_remove(row.custom, ${paths})`);
  }
  const changes = maskedChanges(hidden, customs);
  if (changes) put('history', 'changes', changes);
  return masks;
}

/** The names of fields and custom fields that are hidden. */
export function hiddenFields({ fields }: Rights): readonly string[] {
  return Object.keys(fields).filter((group) => (fields as Readonly<Record<string, string>>)[group] === 'hide');
}

function maskedChanges(hidden: readonly string[], customs: readonly string[]): string | null {
  const types = ['party', 'lead', 'deal', 'deal_line', 'task', 'activity'];
  const cases = types.flatMap((type) => {
    const paths = hidden.flatMap((group) =>
      group.startsWith(customPrefix) ? [] : recordedFields(group, type).map((name) => `$.${name}`),
    );
    if (type === 'party' || type === 'deal')
      for (const key of customs.map((name) => JSON.stringify(name)))
        paths.push(`$.custom.${key}`, `$.custom[0].${key}`, `$.custom[1].${key}`);
    return paths.length > 0 ? [`WHEN ${text(type)} THEN json_remove(row.changes, ${paths.map(text).join(', ')})`] : [];
  });
  return cases.length > 0 ? `CASE row.record_type ${cases.join(' ')} ELSE row.changes END` : null;
}
