import type { ColumnJudgement } from '#shared/import/judge-column.ts';
import type { ColumnMapping, ColumnTarget } from '#shared/import/mapping.ts';

interface Settled {
  readonly judgement: ColumnJudgement;
  readonly target: ColumnTarget;
}

const addressTargets = new Set<ColumnTarget>([
  'addressFull',
  'addressStreet',
  'addressCity',
  'addressRegion',
  'addressPostalCode',
  'addressCountry',
]);

/**
 * Gives every column its number among its like: parts of one address share a number, phones and emails have one each, and
 * a column of labels is tied to the column with its number.
 */
export function numberGroups(settled: readonly Settled[]): { column: ColumnMapping; judgement: ColumnJudgement }[] {
  const addresses = groupAddresses(settled);
  const counters = new Map<ColumnTarget, number>();
  const columns = settled.map(({ judgement, target }) => {
    const address = addresses.get(judgement.index);
    const count = counters.get(target) ?? 0;
    counters.set(target, count + 1);
    return {
      judgement,
      column: toColumn({ judgement, target, group: address?.group ?? (isPoint(target) ? count : 0), label: address?.label }),
    };
  });
  return columns.map(({ judgement, column }) => ({ judgement, column: withLabelColumn({ judgement, column, settled }) }));
}

function isPoint(target: ColumnTarget): boolean {
  return target === 'phone' || target === 'email' || target === 'webPage' || target === 'messenger';
}

function toColumn(options: {
  judgement: ColumnJudgement;
  target: ColumnTarget;
  group: number;
  label: string | undefined;
}): ColumnMapping {
  const { judgement, target, group, label } = options;
  const hasLabel = isPoint(target) || addressTargets.has(target);
  return {
    index: judgement.index,
    header: judgement.header,
    target,
    label: hasLabel ? (label ?? judgement.label).slice(0, 60) : '',
    group,
    ...(target === 'messenger' ? { service: judgement.service ?? 'other' } : {}),
    ...(judgement.party !== undefined && (hasLabel || target === 'taxId') ? { party: judgement.party } : {}),
  };
}

/** The column with the words for this one's values: same notion, same number. */
function withLabelColumn(options: {
  judgement: ColumnJudgement;
  column: ColumnMapping;
  settled: readonly Settled[];
}): ColumnMapping {
  const { judgement, column, settled } = options;
  const kind = addressTargets.has(column.target) ? 'address' : column.target;
  const labels = settled.find(({ judgement: other }) => other.labels === kind && other.ordinal === judgement.ordinal);
  return labels === undefined ? column : { ...column, labelColumn: labels.judgement.index };
}

interface AddressGroup {
  readonly group: number;
  readonly label: string;
  readonly key: string;
  readonly targets: Set<ColumnTarget>;
}

/**
 * Which address each part belongs to: parts with one label and number, and parts without a label that follow a labelled
 * street. A second city or postcode begins another address.
 */
function groupAddresses(settled: readonly Settled[]): ReadonlyMap<number, AddressGroup> {
  const groups: AddressGroup[] = [];
  const byColumn = new Map<number, AddressGroup>();
  // "Street 2" goes on with street 1, unless there is a "City 2" too.
  const numbered = new Set(
    settled.flatMap(({ judgement, target }) =>
      addressTargets.has(target) && !isStreetTarget(target) ? [judgement.ordinal ?? 0] : [],
    ),
  );
  for (const { judgement, target } of settled) {
    if (!addressTargets.has(target)) continue;
    const isStreet = isStreetTarget(target);
    const isNumbered = judgement.reason === 'program' || !isStreet || numbered.has(judgement.ordinal ?? 0);
    const key = `${judgement.label}/${isNumbered ? (judgement.ordinal ?? 0) : 0}/${judgement.party ?? ''}`;
    const last = groups.at(-1);
    const isLoose = judgement.label === '' && judgement.reason !== 'program';
    const found =
      groups.findLast((group) => group.key === key && accepts(group, target)) ??
      (isLoose && last !== undefined && accepts(last, target) ? last : undefined);
    const group = found ?? { group: groups.length, label: judgement.label, key, targets: new Set<ColumnTarget>() };
    if (found === undefined) groups.push(group);
    group.targets.add(target);
    byColumn.set(judgement.index, group);
  }
  return byColumn;
}

function isStreetTarget(target: ColumnTarget): boolean {
  return target === 'addressStreet' || target === 'addressFull';
}

/** A full address stands alone with no other full one; streets add up; the rest is there once. */
function accepts({ targets }: AddressGroup, target: ColumnTarget): boolean {
  return target === 'addressStreet' || !targets.has(target);
}
