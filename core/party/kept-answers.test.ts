import { describe, expect, it, vi } from 'vitest';
import { keepAnswers } from '#core/party/kept-answers.ts';

function slowly<Answer>(answer: Answer, milliseconds: number): Promise<Answer> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, answer));
}

describe('kept answers', () => {
  it('are made once until something is saved', async () => {
    const answers = keepAnswers<number>({ most: 2, patience: 1000, onRenewed: () => undefined });
    const make = vi.fn<() => Promise<number>>().mockResolvedValueOnce(1).mockResolvedValueOnce(2);
    expect([await answers.get('a', make), await answers.get('a', make)]).toEqual([1, 1]);
    answers.outdate();
    expect([await answers.get('a', make), await answers.get('a', make)]).toEqual([2, 2]);
  });

  it('are made once for all who ask at the same time', async () => {
    const answers = keepAnswers<number>({ most: 2, patience: 1000, onRenewed: () => undefined });
    const make = vi.fn<() => Promise<number>>(() => slowly(1, 20));
    await Promise.all([answers.get('a', make), answers.get('a', make)]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('are made again when something was saved while they were made', async () => {
    const answers = keepAnswers<string>({ most: 2, patience: 1000, onRenewed: () => undefined });
    const make = vi
      .fn<() => Promise<string>>()
      .mockReturnValueOnce(slowly('before', 20))
      .mockReturnValueOnce(slowly('after', 20));
    const first = answers.get('a', make);
    answers.outdate();
    expect([await first, await answers.get('a', make)]).toEqual(['before', 'after']);
  });

  it('are given as they were when new ones take long, and whoever asked is told when those are there', async () => {
    const onRenewed = vi.fn<() => void>();
    const answers = keepAnswers<string>({ most: 2, patience: 10, onRenewed });
    await answers.get('a', () => Promise.resolve('old'));
    answers.outdate();
    const make = () => slowly('new', 100);
    expect(await answers.get('a', make)).toBe('old');
    await vi.waitFor(() => expect(onRenewed).toHaveBeenCalled());
    expect(await answers.get('a', make)).toBe('new');
  });

  it('make room for others, the longest unused first', async () => {
    const answers = keepAnswers<string>({ most: 2, patience: 10, onRenewed: () => undefined });
    const make = vi.fn<() => Promise<string>>(() => Promise.resolve('x'));
    for (const key of ['a', 'b', 'a', 'c', 'a']) await answers.get(key, make);
    expect(make).toHaveBeenCalledTimes(3);
    await answers.get('b', make);
    expect(make).toHaveBeenCalledTimes(4);
  });
});
