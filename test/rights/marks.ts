/** What hides a field from somebody: a group of fields, or nothing but the record itself. */
export type MarkGroup =
  | 'plain'
  | 'phones'
  | 'emails'
  | 'addresses'
  | 'messengers'
  | 'birthday'
  | 'taxId'
  | 'notes'
  | 'source'
  | 'dealMoney'
  | 'dealNotes'
  | 'custom:size';

/** Where a value that can be told from all others belongs. */
export interface Home {
  readonly table: string;
  readonly group: MarkGroup;
  readonly id: string;
}

/** Values that can be told from all others, wherever they turn up, with the record and field each belongs to. */
export interface Marks {
  /** Begins the values of one record; `settle` says which it became, also of values to come. */
  of(table: string): RecordMarks;
  /** The homes of every value that a text has in it, with the value. */
  foundIn(text: string): readonly (readonly [value: string, home: Home])[];
  /** Every value with its home. */
  readonly all: readonly (readonly [value: string, home: Home])[];
}

export interface RecordMarks {
  /** A word such as "mk7phonesq". */
  word(group?: MarkGroup): string;
  /** A Spanish mobile number. */
  phone(): string;
  /** Minor units, five digits before the comma. */
  money(): number;
  /** A day of a year no other record has. */
  birthday(): string;
  settle(id: string): void;
}

const wordPattern = /mk\d+[a-z]+q/g;
const numberPattern = /\d{7,}/g;

export function createMarks(): Marks {
  const homes = new Map<string, { table: string; group: MarkGroup; id: string }>();
  const days: string[] = [];
  let records = 0;
  let values = 0;
  return {
    get all() {
      return [...homes];
    },
    of(table) {
      records += 1;
      const record = records;
      const own: { table: string; group: MarkGroup; id: string }[] = [];
      let settledAs = '';
      function put(value: string, group: MarkGroup): string {
        const home = { table, group, id: settledAs };
        homes.set(value, home);
        own.push(home);
        return value;
      }
      return {
        word: (group = 'plain') => put(`mk${(values += 1)}${group.toLowerCase().replace(/[^a-z]/g, '')}q`, group),
        phone: () => put(`6${String(10_000_000 + (values += 1) * 7919).slice(0, 8)}`, 'phones'),
        money: () => Number(put(String(1_000_003 + (values += 1) * 10_007), 'dealMoney')),
        birthday() {
          const day = put(`${1900 + record}-03-17`, 'birthday');
          days.push(day);
          return day;
        },
        settle(id) {
          settledAs = id;
          for (const home of own) home.id = id;
        },
      };
    },
    foundIn(text) {
      const found = new Set<string>(text.toLowerCase().match(wordPattern));
      // Identifiers and sizes of files are digits too, and phones are written with gaps.
      const bare = text
        .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, ' ')
        .replaceAll(/(?<=\d)[ \u00a0\u202f.()-]{1,2}(?=\d)/gu, '');
      for (const digits of bare.match(numberPattern) ?? []) for (const tail of [digits, digits.slice(-9)]) found.add(tail);
      for (const amount of text.match(/\d{1,3}(?:[.,\u00a0\u202f ]\d{3})*[.,]\d{2}(?!\d)/gu) ?? [])
        found.add(amount.replaceAll(/\D/g, ''));
      for (const day of days) if (text.includes(day)) found.add(day);
      return [...found].flatMap((value) => {
        const home = homes.get(value);
        return home ? [[value, home] as const] : [];
      });
    },
  };
}
