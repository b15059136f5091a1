import { describe, expect, it } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

describe('parseArguments', () => {
  it('serves on port 4800 when nothing is asked', () => {
    expect(parseArguments([])).toEqual({
      type: 'ok',
      value: { headless: false, browser: false, port: 4800, dataDirectory: undefined },
    });
  });

  it('reads every flag', () => {
    expect(parseArguments(['--headless', '--browser', '--port', '0', '--data', '/x'])).toEqual({
      type: 'ok',
      value: { headless: true, browser: true, port: 0, dataDirectory: '/x' },
    });
  });

  it.each([
    [['--prot', '1']],
    [['--port', 'abc']],
    [['--port', '65536']],
    [['--port', '-1']],
    [['--port', '1.5']],
    [['--data=']],
    [['here']],
    [['--port']],
  ])('refuses %j and says how it is used', (args) => {
    const parsed = parseArguments(args);
    expect(parsed.type).toBe('fault');
    expect(parsed.type === 'fault' && parsed.message).toContain('npm start --');
  });
});
