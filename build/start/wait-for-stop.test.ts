import { afterEach, describe, expect, it, vi } from 'vitest';
import { waitForStop } from './wait-for-stop.ts';

describe('waitForStop', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with %s', async (signal) => {
    const stop = waitForStop();
    process.emit(signal);
    await expect(stop).resolves.toBeUndefined();
  });

  it('ends when the npm that started it is gone', async () => {
    vi.useFakeTimers();
    vi.stubEnv('npm_lifecycle_event', 'start');
    let parent = 100;
    const ended = vi.fn();
    void waitForStop(() => parent).then(ended);
    await vi.advanceTimersByTimeAsync(1000);
    expect(ended).not.toHaveBeenCalled();
    parent = 1;
    await vi.advanceTimersByTimeAsync(1000);
    expect(ended).toHaveBeenCalledOnce();
  });

  it('goes on without its parent when npm did not start it', async () => {
    vi.useFakeTimers();
    vi.stubEnv('npm_lifecycle_event', undefined);
    let parent = 100;
    const ended = vi.fn();
    void waitForStop(() => parent).then(ended);
    parent = 1;
    await vi.advanceTimersByTimeAsync(1000);
    expect(ended).not.toHaveBeenCalled();
  });
});
