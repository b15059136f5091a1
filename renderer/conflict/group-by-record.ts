type Group<One> = readonly [One, ...One[]];

/** Brings together what is about the same record, in the order in which each record is first met. */
export function groupByRecord<One extends { readonly recordType: string; readonly recordId: string }>(
  all: readonly One[],
): readonly Group<One>[] {
  const groups = new Map<string, [One, ...One[]]>();
  for (const one of all) {
    const key = `${one.recordType} ${one.recordId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
