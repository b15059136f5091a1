import { parseArgs } from 'node:util';

export type StartArguments = {
  /** Open nothing: only serve. */
  readonly headless: boolean;
  /** Serve to the browser even where the desktop shell could run. */
  readonly browser: boolean;
  /** 0 means any free port. */
  readonly port: number;
  /** Undefined means the folder of this person's programs. */
  readonly dataDirectory: string | undefined;
};

export type ParsedArguments =
  | { readonly type: 'ok'; readonly value: StartArguments }
  | { readonly type: 'fault'; readonly message: string };

const DEFAULT_PORT = 4800;

const USAGE = 'npm start -- [--headless] [--browser] [--port N] [--data FOLDER]';

/** Reads what was typed after `npm start --`. */
export function parseArguments(args: readonly string[]): ParsedArguments {
  const options = {
    headless: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    port: { type: 'string', default: String(DEFAULT_PORT) },
    data: { type: 'string' },
  } as const;
  let values;
  try {
    values = parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error));
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    return fault(`--port takes a number from 0 to 65535, not "${values.port}".`);
  }
  if (values.data === '') {
    return fault('--data takes the path of a folder.');
  }
  return { type: 'ok', value: { headless: values.headless, browser: values.browser, port, dataDirectory: values.data } };
}

function fault(message: string): ParsedArguments {
  return { type: 'fault', message: `${message}\nUsage: ${USAGE}` };
}
