import { expect, it } from 'vitest';
import { readAddress } from '#core/sync/address.ts';

it.each([
  ['192.168.1.10:4900', 'http://192.168.1.10:4900'],
  ['office.example', 'http://office.example'],
  ['localhost:4900', 'http://localhost:4900'],
  ['https://office.example/cartera/', 'https://office.example/cartera'],
  ['HTTP://Office.Example:4900', 'http://office.example:4900'],
  ['', null],
  ['ftp://office.example', null],
  ['http://ana:secret@office.example', null],
  ['no address', null],
])('understands the address %s', (typed, address) => {
  expect(readAddress(typed)).toBe(address);
});
