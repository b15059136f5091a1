import { describe, expect, it } from 'vitest';
import { findAnswers, scriptFor } from '#renderer/call/find-answers.ts';

const script = (id: string, purpose: string) => ({ id, purpose, name: id, position: 0, steps: [], answers: [] });
const answers = [
  { question: '¿Es caro?', answer: 'El presupuesto es gratis.' },
  { question: '¿Cuánto tardan?', answer: 'Dos semanas.' },
];

describe('what to say on the telephone', () => {
  it('is the script of the purpose, else that for any call', () => {
    const scripts = [script('any', ''), script('first', 'call')];
    expect(scriptFor(scripts, 'call')?.id).toBe('first');
    expect(scriptFor(scripts, 'measure')?.id).toBe('any');
    expect(scriptFor([script('first', 'call')], 'measure')).toBeUndefined();
  });

  it('is found by words of the question or the answer, accents aside', () => {
    expect(findAnswers(answers, 'cuanto')).toEqual([answers[1]]);
    expect(findAnswers(answers, 'gratis caro')).toEqual([answers[0]]);
    expect(findAnswers(answers, '')).toEqual(answers);
  });
});
