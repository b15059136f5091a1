import { foldText } from '#shared/text/fold-text.ts';
import type { CallScript } from '#shared/call/contract.ts';

type Answer = CallScript['answers'][number];

/** The script for a call with a purpose: its own, else one for any call; never that of another purpose. */
export function scriptFor(scripts: readonly CallScript[], purpose: string): CallScript | undefined {
  const own = purpose === '' ? undefined : scripts.find((script) => script.purpose === purpose);
  return own ?? scripts.find((script) => script.purpose === '');
}

/** Answers in whose question or text every word typed occurs. */
export function findAnswers(answers: readonly Answer[], typed: string): readonly Answer[] {
  const words = foldText(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return answers.filter(({ question, answer }) => {
    const text = foldText(`${question} ${answer}`);
    return words.every((word) => text.includes(word));
  });
}
