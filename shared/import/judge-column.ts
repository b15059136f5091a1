import type { ColumnCode } from '#shared/import/column-code.ts';
import type { ColumnEvidence } from '#shared/import/column-evidence.ts';
import type { Concept } from '#shared/import/dictionary/dictionary.ts';
import type { HeaderReading } from '#shared/import/read-header.ts';
import type { MessengerService } from '#shared/import/read-label.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** Why a column is proposed for what it is. Stable codes, translated in the interface. */
export const proposalReasons = [
  'program',
  'header',
  'content',
  'empty',
  'rowNumber',
  'identifier',
  'label',
  'repeated',
  'unknown',
] as const;
export type ProposalReason = (typeof proposalReasons)[number];

/** What a column says and holds, before the columns are looked at together. */
export interface ColumnJudgement {
  readonly index: number;
  readonly header: string;
  readonly concept: Concept | 'messenger' | 'ignore' | 'custom';
  readonly label: string;
  /** The number the header or the program gave it, from 0; null without one. */
  readonly ordinal: number | null;
  readonly service?: MessengerService;
  readonly party?: PartyType;
  readonly labels?: ColumnCode['labels'];
  readonly confidence: number;
  readonly reason: ProposalReason;
  readonly evidence: ColumnEvidence;
}

interface ColumnToJudge {
  readonly index: number;
  readonly header: string;
  readonly reading: HeaderReading | null;
  readonly evidence: ColumnEvidence;
}

/** What a program's own table says of a column; the content is not asked. */
export function judgeByProgram(
  column: { index: number; header: string; evidence: ColumnEvidence },
  code: ColumnCode,
): ColumnJudgement {
  const { target, label, group, service, party, labels } = code;
  const isEmptyCustom = target === 'custom' && column.evidence.filled === 0;
  return {
    ...column,
    concept: isEmptyCustom || target === 'ignore' ? 'ignore' : target,
    label,
    ordinal: group,
    ...(service === undefined ? {} : { service }),
    ...(party === undefined ? {} : { party }),
    ...(labels === undefined ? {} : { labels }),
    confidence: 1,
    reason: labels === undefined ? (isEmptyCustom ? 'empty' : 'program') : 'label',
  };
}

/** Weighs what the header says against what the column holds. */
export function judgeColumn(column: ColumnToJudge): ColumnJudgement {
  const { reading, evidence, header, index } = column;
  const by = (concept: ColumnJudgement['concept'], reason: ProposalReason, confidence: number): ColumnJudgement => ({
    index,
    header,
    evidence,
    concept,
    reason,
    confidence,
    label: reading?.label ?? '',
    ordinal: reading?.ordinal === null || reading === null ? null : reading.ordinal - 1,
    ...(reading?.service === undefined ? {} : { service: reading.service }),
    ...(reading?.party === null || reading === null ? {} : { party: reading.party }),
  });
  if (reading === null) return judgeSilent(column, by);
  const { concept, confidence } = reading;
  if (evidence.filled === 0) {
    const isLoose = concept === 'custom' || concept === 'owner' || concept === 'identifier' || concept === 'rowNumber';
    return isLoose ? by('ignore', 'empty', 0.9) : by(concept, 'header', confidence);
  }
  const overruled = overrule(concept, evidence);
  if (overruled !== null) return by(overruled, 'content', 0.8);
  if (concept === 'rowNumber') return judgeRowNumber(evidence, by);
  if (concept === 'identifier') return evidence.longest > 40 ? by('custom', 'unknown', 0.5) : by('ignore', 'identifier', 0.8);
  return by(concept, 'header', confidence);
}

type Verdict = (concept: ColumnJudgement['concept'], reason: ProposalReason, confidence: number) => ColumnJudgement;

/** "Nº" over 1, 2, 3... says nothing; over house numbers or amounts it may. */
function judgeRowNumber(evidence: ColumnEvidence, by: Verdict): ColumnJudgement {
  if (evidence.shares.phone >= 0.7 && !evidence.isCounter) return by('phone', 'content', 0.7);
  return evidence.isCounter ? by('ignore', 'rowNumber', 0.95) : by('rowNumber', 'rowNumber', 0.6);
}

/** What the column plainly holds where its header says something else; null where they may agree. */
function overrule(concept: HeaderReading['concept'], { shares, filled, texts }: ColumnEvidence): Concept | null {
  if (filled < 2) return null;
  const isPlain = shares.number >= 0.8 || shares.date >= 0.8;
  switch (concept) {
    case 'phone':
      if (shares.phone >= 0.3) return null;
      if (shares.email >= 0.6) return 'email';
      if (shares.person >= 0.7 && texts.some((text) => text.includes(' '))) return 'contactPerson';
      return shares.date >= 0.8 || (shares.yesNo >= 0.9 && texts.every((text) => text.length < 6)) || isSmallNumber(texts)
        ? 'custom'
        : null;
    case 'email':
      if (shares.email >= 0.2) return null;
      if (shares.phone >= 0.6) return 'phone';
      return isPlain || (shares.yesNo >= 0.9 && filled > 2) ? 'custom' : null;
    case 'contactPerson':
    case 'fullName':
    case 'name':
    case 'givenName':
    case 'familyName':
    case 'companyName':
    case 'nickname':
      if (shares.email >= 0.6) return 'email';
      if (shares.phone >= 0.6) return 'phone';
      return isPlain ? (concept === 'fullName' || concept === 'name' ? 'identifier' : 'custom') : null;
    case 'address':
    case 'addressStreet':
      if (shares.email >= 0.6) return 'email';
      return shares.url >= 0.6 ? 'webPage' : null;
    case 'addressCity':
    case 'addressRegion':
    case 'addressCountry':
      return isPlain ? 'custom' : null;
    case 'webPage':
      return shares.email >= 0.6 ? 'email' : null;
    case 'birthday':
      return shares.date >= 0.2 || shares.number >= 0.8 ? null : 'custom';
    case 'kind':
      if (shares.partyType >= 0.5 && shares.partyType > shares.kind) return 'partyType';
      return shares.kind >= 0.3 ? null : 'custom';
    case 'partyType':
      return shares.partyType >= 0.3 ? null : shares.kind >= 0.3 ? 'kind' : 'custom';
    case 'taxId':
      return shares.person >= 0.7 || shares.email >= 0.6 ? 'custom' : null;
    default:
      return null;
  }
}

function isSmallNumber(texts: readonly string[]): boolean {
  return texts.every((text) => /^\d{1,4}$/.test(text));
}

/** A column whose header says nothing known, or that has none: what do its values say? */
function judgeSilent({ evidence, header }: ColumnToJudge, by: Verdict): ColumnJudgement {
  const { shares, filled, isCounter } = evidence;
  if (filled === 0) return by('ignore', 'empty', 1);
  const isNamed = header !== '';
  if (isCounter && filled > 2) return isNamed ? by('custom', 'unknown', 0.4) : by('ignore', 'rowNumber', 0.9);
  if (shares.email >= 0.6) return by('email', 'content', 0.85);
  if (shares.taxId >= 0.6) return by('taxId', 'content', 0.7);
  if (shares.date >= 0.7) return by(isNamed ? 'custom' : 'birthday', 'content', 0.5);
  if (shares.phone >= 0.6 && shares.money < 0.1) return by('phone', 'content', 0.75);
  if (shares.url >= 0.6) return by('webPage', 'content', 0.8);
  if (isNamed) return by('custom', 'unknown', 0.4);
  if (shares.company >= 0.4) return by('companyName', 'content', 0.6);
  if (shares.street >= 0.4) return by('address', 'content', 0.6);
  if (shares.person >= 0.6) return by('name', 'content', 0.6);
  if (/^\d{5}(?:-\d{3})?$|^\d{4}-\d{3}$/.test(evidence.texts[0] ?? '') && shares.code >= 0.9)
    return by('addressPostalCode', 'content', 0.5);
  return by('custom', 'unknown', 0.3);
}
