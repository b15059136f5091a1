import { checkData } from '#core/check/check-data.ts';
import type { Fault } from '#core/check/fault.ts';
import { readDutyTroubles } from '#core/clock/duty-trouble.ts';
import type { Command, Line } from '#core/host/command-line/command.ts';
import { noArgument } from '#core/host/command-line/typed-values.ts';

export const checkCommand: Command = {
  name: 'check',
  usage: 'check',
  about: 'commandLine.about.check',
  options: {},
  permission: 'settings.see',
  cacheSize: 256,
  read(typed) {
    noArgument(typed);
    return async ({ store, files }) => {
      const { faults, counts } = await checkData(store.connection, files);
      const duties = readDutyTroubles(store.db);
      const json = { ok: faults.length === 0, faults, counts, duties };
      const undone = duties.map(({ name, message }): Line => ({ key: 'commandLine.check.duty', values: { name, message } }));
      if (faults.length === 0) return { json, lines: [{ key: 'commandLine.check.fine', values: counts }, ...undone] };
      const found: Line = { key: 'commandLine.check.faults', values: { count: faults.length } };
      return { json, lines: [found, ...faults.map(toLine), ...undone], exitCode: 1 };
    };
  },
};

function toLine({ code, ...values }: Fault): Line {
  return { key: `commandLine.fault.${code}`, values };
}
