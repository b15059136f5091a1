/** What a field holds. Money is in minor units, a date an ISO day, a moment UTC milliseconds, a record the id of another. */
export const fieldTypes = ['text', 'number', 'money', 'date', 'moment', 'choice', 'words', 'boolean', 'record'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** What is written as the value of a condition. */
export type ValueShape =
  | 'nothing'
  | 'text'
  | 'number'
  | 'numbers'
  | 'day'
  | 'days'
  /** So many days or minutes. */
  | 'count'
  | 'list';

const presence = { isEmpty: 'nothing', isFilled: 'nothing' } as const;
const quantity = {
  equals: 'number',
  differs: 'number',
  atLeast: 'number',
  atMost: 'number',
  moreThan: 'number',
  lessThan: 'number',
  between: 'numbers',
  ...presence,
} as const;
const calendar = {
  on: 'day',
  before: 'day',
  after: 'day',
  between: 'days',
  today: 'nothing',
  yesterday: 'nothing',
  tomorrow: 'nothing',
  thisWeek: 'nothing',
  lastWeek: 'nothing',
  nextWeek: 'nothing',
  thisMonth: 'nothing',
  lastMonth: 'nothing',
  nextMonth: 'nothing',
  thisYear: 'nothing',
  lastYear: 'nothing',
  /** From so many days ago through today. */
  inLastDays: 'count',
  /** From today through so many days ahead. */
  inNextDays: 'count',
  moreThanDaysAgo: 'count',
  moreThanDaysAhead: 'count',
  ...presence,
} as const;
const membership = { isAnyOf: 'list', isNoneOf: 'list', ...presence } as const;

/** Which operators a type of field has, and the value each of them takes. */
export const operatorsOf = {
  text: { is: 'text', isNot: 'text', contains: 'text', notContains: 'text', startsWith: 'text', ...presence },
  number: quantity,
  money: quantity,
  date: {
    ...calendar,
    /** The day and month, whatever the year: birthdays. */
    anniversaryToday: 'nothing',
    anniversaryInNextDays: 'count',
  },
  moment: {
    ...calendar,
    isPast: 'nothing',
    isFuture: 'nothing',
    inLastMinutes: 'count',
    inNextMinutes: 'count',
    moreThanMinutesAgo: 'count',
  },
  choice: membership,
  record: membership,
  words: {
    hasAnyOf: 'list',
    hasAllOf: 'list',
    hasNoneOf: 'list',
    /** One of them contains the text. */
    contains: 'text',
    notContains: 'text',
    ...presence,
  },
  /** What was never said is false. */
  boolean: { isTrue: 'nothing', isFalse: 'nothing' },
} as const satisfies Record<FieldType, Readonly<Record<string, ValueShape>>>;

type OperatorsOf<Type extends FieldType> = Type extends FieldType ? keyof (typeof operatorsOf)[Type] : never;
export type Operator = OperatorsOf<FieldType>;

export const operators = [...new Set(fieldTypes.flatMap((type) => Object.keys(operatorsOf[type]) as Operator[]))];

/** The value that an operator takes on a field of a type; undefined where the type has no such operator. */
export function shapeOf(type: FieldType, operator: Operator): ValueShape | undefined {
  return (operatorsOf[type] as Readonly<Partial<Record<Operator, ValueShape>>>)[operator];
}
