import type { ColumnJudgement } from '#shared/import/judge-column.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import { isKnownGivenName } from '#shared/name/name-words.ts';

/** Works out which of the columns of names are a person's, a part of it, or an organisation's; and what the list is about. */
export function settleNames(
  judgements: readonly ColumnJudgement[],
  country: string,
): { judgements: ColumnJudgement[]; subject: Mapping['subject'] } {
  const first = findNameless(judgements).map((judgement) => settleSurnames({ judgement, judgements, country }));
  const second = settlePlainNames(first);
  const settled = settleNamesAmongPhones(settleRoles(second));
  return { judgements: settled, subject: findSubject(settled) };
}

type Concept = ColumnJudgement['concept'];

const has = (judgements: readonly ColumnJudgement[], ...concepts: readonly Concept[]) =>
  judgements.some(({ concept }) => concepts.includes(concept));

/** Where no header names a name, the first column of words that look like names is it. */
function findNameless(judgements: readonly ColumnJudgement[]): ColumnJudgement[] {
  const named = has(
    judgements,
    'name',
    'fullName',
    'givenName',
    'familyName',
    'companyName',
    'legalName',
    'contactPerson',
    'nickname',
    'nickOrSurname',
  );
  const found = named
    ? undefined
    : judgements.find(({ reason, evidence: { shares, texts } }) => {
        const share = texts.filter((text) => /\s/.test(text)).length / Math.max(1, texts.length);
        return reason === 'unknown' && shares.person + shares.company >= 0.6 && share >= 0.4;
      });
  return judgements.map((judgement) =>
    judgement === found ? { ...judgement, concept: 'fullName', reason: 'content', confidence: 0.6 } : judgement,
  );
}

/** "Apelido" is the surname in Portugal and what friends say in Brazil, where a whole name stands beside it. */
function settleSurnames(options: {
  judgement: ColumnJudgement;
  judgements: readonly ColumnJudgement[];
  country: string;
}): ColumnJudgement {
  const { judgement, judgements, country } = options;
  if (judgement.concept !== 'nickOrSurname') return judgement;
  const isNickname = (country === 'BR' && !has(judgements, 'givenName')) || has(judgements, 'familyName');
  return { ...judgement, concept: isNickname ? 'nickname' : 'familyName' };
}

/** "Nombre" beside "Apellidos" is a given name; without, a full one. Of two unnamed columns of words one is the surname. */
function settlePlainNames(judgements: readonly ColumnJudgement[]): ColumnJudgement[] {
  const unnamed = judgements.filter(({ concept, header }) => concept === 'name' && header === '');
  if (unnamed.length > 1) return settleUnnamed(judgements, unnamed);
  const hasFamily = has(judgements, 'familyName');
  return judgements.map((judgement) =>
    judgement.concept === 'name' ? { ...judgement, concept: hasFamily ? 'givenName' : 'fullName' } : judgement,
  );
}

function settleUnnamed(judgements: readonly ColumnJudgement[], unnamed: readonly ColumnJudgement[]): ColumnJudgement[] {
  const shareOfGiven = ({ evidence: { texts } }: ColumnJudgement) =>
    texts.filter((text) => isKnownGivenName(text.split(/\s+/)[0] ?? '')).length / Math.max(1, texts.length);
  const isOneWord = ({ evidence: { texts } }: ColumnJudgement) =>
    texts.filter((text) => !text.includes(' ')).length >= texts.length * 0.7;
  const [first, next] = unnamed;
  const areParts =
    first !== undefined &&
    next !== undefined &&
    next.index === first.index + 1 &&
    isOneWord(first) &&
    next.evidence.distinct > next.evidence.filled * 0.3;
  const given = areParts ? (shareOfGiven(next) > shareOfGiven(first) ? next : first) : null;
  return judgements.map((judgement) => {
    if (!unnamed.includes(judgement)) return judgement;
    if (judgement === given) return { ...judgement, concept: 'givenName' };
    if (areParts && (judgement === first || judgement === next)) return { ...judgement, concept: 'familyName' };
    return judgement === first ? { ...judgement, concept: 'fullName' } : { ...judgement, concept: 'custom' };
  });
}

/** The one person in a list without other people is its subject; people under an organisation's header are people. */
function settleRoles(judgements: readonly ColumnJudgement[]): ColumnJudgement[] {
  const hasPerson = has(judgements, 'fullName', 'givenName', 'familyName');
  const hasOrganisation = has(judgements, 'companyName', 'legalName');
  let fullNames = 0;
  return judgements.map((judgement) => {
    const { concept, evidence, reason } = judgement;
    if (concept === 'contactPerson' && !hasPerson && !hasOrganisation) return { ...judgement, concept: 'fullName' };
    if (concept === 'companyName' && reason !== 'program' && !hasPerson && !has(judgements, 'contactPerson', 'legalName')) {
      const arePeople = evidence.shares.person >= 0.7 && evidence.shares.company < 0.1 && evidence.texts.some(isWholeName);
      return arePeople ? { ...judgement, concept: 'fullName' } : judgement;
    }
    if (concept === 'fullName' && fullNames++ > 0 && reason !== 'program') {
      return { ...judgement, concept: hasOrganisation || evidence.shares.company < 0.2 ? 'custom' : 'companyName' };
    }
    if (
      concept === 'jobTitle' &&
      /^(?:title|t[ií]tulo)$/i.test(judgement.header) &&
      judgements.some((other) => other !== judgement && other.concept === 'jobTitle')
    ) {
      return { ...judgement, concept: 'custom' };
    }
    return judgement;
  });
}

/** A list without any column of names may have them beside the numbers: "Ana 622345678". */
function settleNamesAmongPhones(judgements: readonly ColumnJudgement[]): ColumnJudgement[] {
  if (has(judgements, 'fullName', 'givenName', 'familyName', 'companyName', 'legalName', 'contactPerson', 'nickname'))
    return [...judgements];
  const named = judgements.find(({ concept, evidence: { texts } }) => {
    const withWords = texts.filter((text) => /\p{Lu}\p{Ll}{2,}/u.test(text));
    return concept === 'phone' && withWords.length > 0 && withWords.length >= texts.length * 0.3;
  });
  return judgements.map((judgement) =>
    judgement === named ? { ...judgement, concept: 'fullName', reason: 'content', confidence: 0.6 } : judgement,
  );
}

function isWholeName(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length > 1 && words.some(isKnownGivenName);
}

function findSubject(judgements: readonly ColumnJudgement[]): Mapping['subject'] {
  if (has(judgements, 'partyType')) return 'auto';
  const hasParts = has(judgements, 'givenName', 'familyName');
  const hasOrganisation = has(judgements, 'companyName', 'legalName');
  if (!hasOrganisation) return 'auto';
  const hasPerson = hasParts || has(judgements, 'fullName', 'contactPerson');
  const organisations = judgements.filter(({ concept }) => concept === 'companyName' || concept === 'legalName');
  const arePeopleAmong = organisations.some(({ evidence }) => evidence.shares.person >= 0.3);
  return hasPerson || arePeopleAmong ? 'auto' : 'company';
}
