import { findSame, identityOf } from '#core/party/duplicates.ts';
import type { Match } from '#core/party/duplicates.ts';
import type { Party } from '#core/party/party.ts';
import type { ImportTarget } from '#core/import/import-target.ts';
import type { KnownParties } from '#core/import/known-parties.ts';
import { mergeParty } from '#core/import/merge-party.ts';
import type { ImportRow } from '#shared/import/contract.ts';
import type { DraftCompany, DraftContact, RowDraft } from '#shared/import/draft/row-draft.ts';
import type { DuplicatePolicy } from '#shared/import/mapping.ts';
import { foldText } from '#shared/text/fold-text.ts';

export interface RowImporter {
  readonly target: ImportTarget;
  readonly known: KnownParties;
  readonly duplicates: DuplicatePolicy;
  /** Counts what is created and changed, for the summary. */
  readonly counts: { contacts: number; companies: number };
  /** Companies that rows named and said nothing else of, by that name. */
  readonly namedCompanies: Map<string, Party>;
}

interface Placed {
  readonly party: Party;
  readonly outcome: Exclude<ImportRow['outcome'], 'fail'>;
  readonly match: ImportRow['match'];
}

/** Brings one row in: its company first, then its person, then what links them. */
export function importRow(importer: RowImporter, draft: RowDraft): ImportRow {
  const { line, problems } = draft;
  const failed = problems.some((problem) => problem.severity === 'error');
  if (failed || (!draft.contact && !draft.company))
    return { line, outcome: 'fail', title: '', match: null, problems: [...problems] };
  const company = draft.company && placeCompany(importer, draft, draft.company);
  const contact = draft.contact && placeContact(importer, draft, { contact: draft.contact, company: company?.party ?? null });
  const subject = contact ?? company;
  if (!subject) return { line, outcome: 'fail', title: '', match: null, problems: [...problems, nothingToSave] };
  const isLinkNew =
    contact && company && contact.outcome !== 'skip' && importer.target.link(contact.party.id, company.party.id, draft.role);
  const outcome = subject.outcome === 'unchanged' && (isLinkNew || company?.outcome === 'update') ? 'update' : subject.outcome;
  return { line, outcome, title: subject.party.title, match: subject.match, problems: [...problems] };
}

const nothingToSave = { code: 'nothingToSave', severity: 'error', column: null, value: '' } as const;

/** A company that a person's row names is only referred to: it is never made twice, whatever is said of duplicates. */
function placeCompany(importer: RowImporter, draft: RowDraft, company: DraftCompany): Placed | undefined {
  const isReference = draft.contact !== null && importer.duplicates === 'create';
  const duplicates = isReference ? 'fill' : importer.duplicates;
  const onlyName = draft.contact !== null && Object.keys(company).every((field) => field === 'name') ? company.name : undefined;
  const named = onlyName === undefined ? undefined : importer.namedCompanies.get(onlyName);
  if (named) return { party: named, outcome: 'unchanged', match: null };
  const placed = place(importer, { type: 'company', input: company, companies: [], line: draft.line, duplicates });
  if (placed && onlyName !== undefined) importer.namedCompanies.set(onlyName, placed.party);
  return placed;
}

function placeContact(
  importer: RowImporter,
  draft: RowDraft,
  { contact, company }: { readonly contact: DraftContact; readonly company: Party | null },
): Placed | undefined {
  const companies = company ? [company.id] : [];
  return place(importer, { type: 'contact', input: contact, companies, line: draft.line, duplicates: importer.duplicates });
}

interface Placing {
  readonly type: Party['type'];
  readonly input: DraftContact | DraftCompany;
  /** Ids of the companies the row links a contact to. */
  readonly companies: readonly string[];
  readonly line: number;
  readonly duplicates: DuplicatePolicy;
}

function place(importer: RowImporter, { type, input, companies, line, duplicates }: Placing): Placed | undefined {
  const { target, known } = importer;
  const draft = target.draft(type, input);
  if (draft.title === '') return undefined;
  const same = findSame(identityOf(draft, companies), known);
  const before = same && target.find(same.known.id);
  const match = before ? toMatch(known, before, same.by) : null;
  if (!before || duplicates === 'create') {
    target.create(draft);
    importer.counts[type === 'contact' ? 'contacts' : 'companies'] += 1;
    known.add({ ...identityOf(draft, companies), id: draft.id, line });
    return { party: draft, outcome: 'create', match };
  }
  if (duplicates === 'skip') return { party: before, outcome: 'skip', match };
  const changes = mergeParty(before, input, duplicates === 'overwrite');
  const isChanged = Object.keys(changes).length > 0;
  const party = isChanged ? target.change(before, changes) : before;
  // Known by nothing but the name: the next row of that name is somebody else.
  const isNameAll = same.by === 'name' && type === 'contact' && companies.length === 0;
  const knownLine = known.lineOf(party.id) ?? (isNameAll ? line : null);
  const identity = identityOf(party, [...companies, ...same.known.companies]);
  const name = fullestName(identity.name, same.known.name, draft.nameKey === '' ? '' : draft.title);
  known.add({ ...identity, name, id: party.id, line: knownLine });
  return { party, outcome: isChanged ? 'update' : 'unchanged', match };
}

/** Once "M. López" turned out to be Miguel, María is somebody else. */
function fullestName(...names: readonly string[]): string {
  return names.reduce((fullest, name) => (foldText(name).length > foldText(fullest).length ? name : fullest), '');
}

function toMatch(known: KnownParties, party: Party, by: Match['by']): ImportRow['match'] {
  const line = known.lineOf(party.id);
  return { title: party.title, by, id: line === null ? party.id : null, line };
}
