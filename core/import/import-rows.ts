import { findSame } from '#core/party/duplicates.ts';
import type { Identity, MatchReason } from '#core/party/duplicates.ts';
import type { Party } from '#core/party/party.ts';
import type { ImportTarget } from '#core/import/import-target.ts';
import type { KnownParties } from '#core/import/known-parties.ts';
import { mergeParty } from '#core/import/merge-party.ts';
import type { ImportRow } from '#shared/import/contract.ts';
import type { DraftCompany, DraftContact, RowDraft } from '#shared/import/draft/row-draft.ts';
import type { DuplicatePolicy } from '#shared/import/mapping.ts';

export interface RowImporter {
  readonly target: ImportTarget;
  readonly known: KnownParties;
  readonly duplicates: DuplicatePolicy;
  /** Counts what is created and changed, for the summary. */
  readonly counts: { contacts: number; companies: number };
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
  const identity = identityOf('company', company, company.name ?? '', []);
  return place(importer, { identity, input: company, line: draft.line, duplicates: isReference ? 'fill' : importer.duplicates });
}

function placeContact(
  importer: RowImporter,
  draft: RowDraft,
  { contact, company }: { readonly contact: DraftContact; readonly company: Party | null },
): Placed | undefined {
  const name = [contact.givenName, contact.middleName, contact.familyName].filter(Boolean).join(' ');
  const identity = identityOf('contact', contact, name, company ? [company.title] : []);
  return place(importer, { identity, input: contact, line: draft.line, duplicates: importer.duplicates });
}

interface Placing {
  readonly identity: Identity;
  readonly input: DraftContact | DraftCompany;
  readonly line: number;
  readonly duplicates: DuplicatePolicy;
}

function place(importer: RowImporter, { identity, input, line, duplicates }: Placing): Placed | undefined {
  const { target, known } = importer;
  const same = findSame(identity, known)[0];
  const before = same && target.find(same.known.id);
  if (!same || !before || duplicates === 'create') {
    const party = target.create(identity.type, input);
    if (!party) return undefined;
    importer.counts[identity.type === 'contact' ? 'contacts' : 'companies'] += 1;
    remember(known, { identity, party, line });
    return { party, outcome: 'create', match: before && same ? toMatch(known, before, same.reason) : null };
  }
  const match = toMatch(known, before, same.reason);
  if (duplicates === 'skip') return { party: before, outcome: 'skip', match };
  const changes = mergeParty(before, input, duplicates === 'overwrite');
  const isChanged = Object.keys(changes).length > 0;
  if (isChanged) target.change(before.id, changes);
  remember(known, { identity, party: before, line: known.lineOf(before.id) });
  return { party: before, outcome: isChanged ? 'update' : 'unchanged', match };
}

function remember(
  known: KnownParties,
  { identity, party, line }: { readonly identity: Identity; readonly party: Party; readonly line: number | null },
) {
  const { id, type } = party;
  known.add(identity, {
    id,
    type,
    line,
    name: party.nameKey === '' ? identity.name : party.title,
    taxId: party.taxId || identity.taxId,
    companies: identity.companies,
  });
}

function toMatch(known: KnownParties, party: Party, reason: MatchReason): ImportRow['match'] {
  const line = known.lineOf(party.id);
  return { title: party.title, by: reason.by, id: line === null ? party.id : null, line };
}

function identityOf(
  type: Party['type'],
  input: DraftContact | DraftCompany,
  name: string,
  companies: readonly string[],
): Identity {
  return {
    type,
    name,
    companies,
    phones: input.phones ?? [],
    emails: (input.emails ?? []).map(({ address }) => address),
    taxId: input.taxId ?? '',
  };
}
