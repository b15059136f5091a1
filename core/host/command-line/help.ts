import { commands } from '#core/host/command-line/commands.ts';
import type { Command } from '#core/host/command-line/command.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

const program = 'npm run -s cartera --';

/** What can be typed: of one command, or of all. */
export function helpText(command: Command | undefined, language: Language): string {
  const described = command ? [command] : commands;
  const parts = described.map(({ usage, about }) => `${program} ${usage}\n    ${messageText(about, language)}`);
  const flags = {
    data: ' DIR',
    user: ' NAME',
    'password-file': ' FILE',
    'passphrase-file': ' FILE',
    'recovery-code': ' CODE',
    as: ' NAME',
    json: '',
    help: '',
  } as const;
  const common = (Object.keys(flags) as (keyof typeof flags)[]).map(
    (flag) => `--${flag}${flags[flag]}\n    ${messageText(`commandLine.flag.${flag}`, language)}`,
  );
  return `${[...parts, ...common].join('\n\n')}\n`;
}
