import { changeEncryption } from '#core/encryption/change-encryption.ts';
import type { Change } from '#core/encryption/change-encryption.ts';

// Turns encryption on and ends as a power cut would, at the step it is told.
const [dataDirectory = '', dieAt = '', order = 'null'] = process.argv.slice(2);

await changeEncryption({
  dataDirectory,
  from: null,
  to: JSON.parse(order) as Change['to'],
  report: () => undefined,
  atStep: (step) => {
    if (step === dieAt) process.kill(process.pid, 'SIGKILL');
  },
});
