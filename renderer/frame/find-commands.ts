import { foldText } from '#shared/text/fold-text.ts';

/** Those whose text has every typed word as the beginning of a word; case and accents don't matter. */
export function findCommands<Command extends { readonly text: string }>(
  commands: readonly Command[],
  typed: string,
): readonly Command[] {
  const wanted = foldText(typed).split(' ').filter(Boolean);
  return commands.filter(({ text }) => {
    const words = foldText(text).split(' ');
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}
