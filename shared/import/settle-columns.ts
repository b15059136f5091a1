import { inferCustomType } from '#shared/import/custom-column.ts';
import type { ColumnJudgement, ProposalReason } from '#shared/import/judge-column.ts';
import type { ColumnMapping, ColumnTarget, Mapping } from '#shared/import/mapping.ts';
import { numberGroups } from '#shared/import/number-groups.ts';
import { settleNames } from '#shared/import/settle-names.ts';
import { makeCustomKey } from '#shared/import/slug.ts';
import { foldText } from '#shared/text/fold-text.ts';

interface SettleInfo {
  readonly country: string;
  readonly existingCustomFields?: readonly { readonly key: string; readonly label: string }[];
}

export interface SettledColumns {
  readonly columns: readonly ColumnMapping[];
  readonly reasons: readonly { readonly index: number; readonly confidence: number; readonly reason: ProposalReason }[];
  readonly subject: Mapping['subject'];
}

/** A record holds one of each of these; a second column of the kind becomes a field of its own. */
const single: readonly ColumnTarget[] = [
  'birthday',
  'kind',
  'companyName',
  'legalName',
  'contactPerson',
  'fullName',
  'nickname',
  'industry',
  'source',
  'partyType',
];

/** Looks at all columns together: which name is whose, which parts make one address, which keys custom fields get. */
export function settleColumns(judgements: readonly ColumnJudgement[], info: SettleInfo): SettledColumns {
  const placed = settlePlaces(settlePhones(judgements), info.country);
  const { judgements: named, subject } = settleNames(placed, info.country);
  const taken = new Set<ColumnTarget>();
  const settled = named.map((judgement) => {
    const target = toTarget(judgement, named);
    if (!single.includes(target)) return { judgement, target };
    if (!taken.has(target)) {
      taken.add(target);
      return { judgement, target };
    }
    return { judgement: { ...judgement, reason: 'repeated' as const, confidence: 0.5 }, target: 'custom' as const };
  });
  return {
    columns: withCustomFields(numberGroups(settled), info),
    reasons: settled.map(({ judgement: { index, confidence, reason } }) => ({ index, confidence, reason })),
    subject,
  };
}

/** Where no header speaks of phones, a column that is full of them has them, whatever it is called: "Контактная информация". */
function settlePhones(judgements: readonly ColumnJudgement[]): readonly ColumnJudgement[] {
  if (judgements.some(({ concept }) => concept === 'phone' || concept === 'messenger')) return judgements;
  const found = judgements.find(
    ({ concept, reason, evidence: { shares, filled } }) =>
      filled > 0 &&
      reason !== 'program' &&
      (concept === 'notes' || concept === 'custom') &&
      shares.phone >= 0.6 &&
      shares.money < 0.1,
  );
  return judgements.map((judgement) =>
    judgement === found ? { ...judgement, concept: 'phone', label: '', reason: 'content', confidence: 0.7 } : judgement,
  );
}

const regionalDepartments = new Set('CO PE UY BO PY GT HN SV NI HT'.split(' '));
const addressParts = new Set([
  'address',
  'addressFull',
  'addressStreet',
  'addressCity',
  'addressPostalCode',
  'addressRegion',
  'addressCountry',
]);

/** "Estado", "Departamento" and "Número" mean a place beside other parts of an address, and something else elsewhere. */
function settlePlaces(judgements: readonly ColumnJudgement[], country: string): ColumnJudgement[] {
  const hasPlace = judgements.some(({ concept }) => addressParts.has(concept));
  return judgements.map((judgement, at) => {
    const { concept, evidence } = judgement;
    const holdsFewWords = evidence.texts.every((text) => text.length <= 40 && !/\d/.test(text));
    if (concept === 'state') {
      const isStatus = evidence.texts.some((text) =>
        /^(?:activ|inactiv|pendient|baja|alta|nuev|ativ|inativ|pago|pagad|cerrad|abiert)/i.test(text),
      );
      return { ...judgement, concept: hasPlace && holdsFewWords && !isStatus ? 'addressRegion' : 'custom' };
    }
    if (concept === 'departmentOrRegion') {
      return { ...judgement, concept: hasPlace && regionalDepartments.has(country) ? 'addressRegion' : 'department' };
    }
    if (concept === 'rowNumber') {
      const before = judgements[at - 1]?.concept ?? 'custom';
      if (before === 'address' || before === 'addressStreet') return { ...judgement, concept: 'addressMore', reason: 'header' };
      const isUnique = evidence.shares.number >= 0.7 && evidence.distinct >= evidence.filled * 0.9;
      return isUnique ? judgement : { ...judgement, concept: 'custom', reason: 'unknown' };
    }
    return judgement;
  });
}

function toTarget({ concept, header }: ColumnJudgement, all: readonly ColumnJudgement[]): ColumnTarget {
  switch (concept) {
    case 'address':
      return all.some((other) => other.concept === 'addressCity' || other.concept === 'addressPostalCode')
        ? 'addressStreet'
        : 'addressFull';
    case 'addressMore':
    case 'addressStreet':
      return 'addressStreet';
    case 'identifier':
    case 'rowNumber':
      return 'ignore';
    case 'owner':
    case 'state':
    case 'custom':
      // A field needs a name: what has none is kept as a note.
      return header === '' ? 'notes' : 'custom';
    case 'departmentOrRegion':
      return 'department';
    case 'name':
      return 'fullName';
    case 'nickOrSurname':
      return 'familyName';
    default:
      return concept;
  }
}

function withCustomFields(
  columns: readonly { readonly column: ColumnMapping; readonly judgement: ColumnJudgement }[],
  { existingCustomFields = [] }: SettleInfo,
): ColumnMapping[] {
  const taken = new Set(existingCustomFields.map(({ key }) => key));
  return columns.map(({ column, judgement }) => {
    if (column.target !== 'custom') return column;
    const existing = existingCustomFields.find(({ label }) => label !== '' && foldText(label) === foldText(column.header));
    const customKey = existing?.key ?? makeCustomKey(column.header === '' ? `column ${column.index + 1}` : column.header, taken);
    return { ...column, customKey, customType: inferCustomType({ header: column.header, evidence: judgement.evidence }) };
  });
}
