interface Kept {
  readonly id: string;
  /** UTC milliseconds. */
  readonly at: number;
}

const day = 86_400_000;

/** For how many days all are kept, then the last one of each day, of each week, of each month. */
const spans = { all: 2, daily: 14, weekly: 56, monthly: 366 };

/**
 * Which backups have had their time: all of the last two days stay, then one a day for a fortnight, one a week for eight weeks
 * and one a month for a year. The newest stays, however old it is, and so does what the clock takes to be of the future.
 * @param now UTC milliseconds
 */
export function findOutdated(backups: readonly Kept[], now: number): readonly string[] {
  const newestFirst = backups.toSorted((one, other) => other.at - one.at);
  const taken = new Set<string>();
  const outdated: string[] = [];
  for (const [index, { id, at }] of newestFirst.entries()) {
    const age = (now - at) / day;
    const slots = slotsOf(at, age);
    const isKept = index === 0 || age < spans.all || slots.some((slot) => !taken.has(slot));
    // A backup that is kept for one reason stands for its week and month as well.
    if (isKept) for (const slot of slots) taken.add(slot);
    else outdated.push(id);
  }
  return outdated;
}

/** Days, weeks and months of the computer's calendar in which only one is kept. */
function slotsOf(at: number, age: number): readonly string[] {
  const date = new Date(at);
  const dayNumber = Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / day);
  return [
    ...(age < spans.daily ? [`day ${dayNumber}`] : []),
    // The first of January 1970 was a Thursday: weeks begin on Monday.
    ...(age < spans.weekly ? [`week ${Math.floor((dayNumber + 3) / 7)}`] : []),
    ...(age < spans.monthly ? [`month ${date.getFullYear()}-${date.getMonth()}`] : []),
  ];
}
