import { readAttributeOfAnyPrefix } from '../xml/xml-values.ts';
import type { Cell } from '#shared/import/table.ts';

/** A cell's value by its type attribute; text is what its paragraphs show. */
export function readOdsValue(attributes: string, paragraphs: readonly string[]): Cell {
  const text = paragraphs.join('\n');
  const read = (name: string): string | undefined => readAttributeOfAnyPrefix(attributes, name);
  switch (read('value-type')) {
    case 'float':
    case 'currency':
    case 'percentage':
      return readNumber(read('value'), text);
    case 'boolean':
      return read('boolean-value') === 'true';
    case 'date':
      return (read('date-value') ?? text).replace(/T00:00(:00.*)?$/, '').replace(/(T\d\d:\d\d):.*$/, '$1');
    case 'time':
      return readDuration(read('time-value')) ?? text;
    default:
      return text === '' ? (read('string-value') ?? null) : text;
  }
}

function readNumber(value: string | undefined, text: string): Cell {
  // A formula's error is a float of 0 that shows "#N/A" or "Err:502".
  if (/^(?:#|Err:)/.test(text)) return text;
  const number = Number(value);
  return value === undefined || value === '' || Number.isNaN(number) ? text : number;
}

function readDuration(value: string | undefined): string | undefined {
  const found = /^PT(\d+)H(\d+)M/.exec(value ?? '');
  return found === null ? undefined : `${found[1]!.padStart(2, '0')}:${found[2]!.padStart(2, '0')}`;
}
