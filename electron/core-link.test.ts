import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pauseAfter, startCore, type CoreLink } from './core-link.ts';

class FakeProcess extends EventEmitter {
  readonly messages: { readonly message: unknown; readonly ports: readonly unknown[] }[] = [];
  readonly kill = vi.fn();
  postMessage(message: unknown, ports: readonly unknown[] = []): void {
    this.messages.push({ message, ports });
  }
}

class FakePage extends EventEmitter {
  readonly ports: unknown[] = [];
  postMessage(_channel: string, _message: unknown, ports: readonly unknown[]): void {
    this.ports.push(...ports);
  }
}

const forks = vi.hoisted((): { readonly processes: FakeProcess[]; readonly calls: unknown[][] } => ({
  processes: [],
  calls: [],
}));

vi.mock('electron', () => ({
  MessageChannelMain: class {
    readonly port1 = { side: 'core' };
    readonly port2 = { side: 'page' };
  },
  utilityProcess: {
    fork: (...call: unknown[]) => {
      const process = new FakeProcess();
      forks.processes.push(process);
      forks.calls.push(call);
      return process;
    },
  },
}));

function aPage(): FakePage & WebContents {
  return new FakePage() as FakePage & WebContents;
}

function last(): FakeProcess {
  const process = forks.processes.at(-1);
  expect(process).toBeDefined();
  return process ?? new FakeProcess();
}

const onReport = vi.fn();

function start(): CoreLink {
  return startCore({ script: '/core.js', dataDirectory: '/data', onReport });
}

describe('the link to the core', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    forks.processes.length = 0;
    forks.calls.length = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('starts the core on the data folder', () => {
    start();
    expect(forks.calls[0]?.slice(0, 2)).toEqual(['/core.js', ['/data']]);
  });

  it('gives a page that asked early its port once the core runs', () => {
    const page = aPage();
    start().connect(page);
    expect(page.ports).toEqual([]);
    last().emit('spawn');
    expect(page.ports).toEqual([{ side: 'page' }]);
    expect(last().messages).toEqual([{ message: { type: 'page' }, ports: [{ side: 'core' }] }]);
  });

  it('gives a page that was reloaded a new port', () => {
    const page = aPage();
    const core = start();
    last().emit('spawn');
    core.connect(page);
    core.connect(page);
    expect(page.ports).toHaveLength(2);
    expect(page.listenerCount('destroyed')).toBe(1);
  });

  it('restarts a core that died, and shakes hands again with each open page', () => {
    const page = aPage();
    const closed = aPage();
    const core = start();
    last().emit('spawn');
    core.connect(page);
    core.connect(closed);
    closed.emit('destroyed');
    last().emit('exit', 11);
    expect(forks.processes).toHaveLength(1);
    vi.advanceTimersByTime(pauseAfter(0));
    expect(forks.processes).toHaveLength(2);
    last().emit('spawn');
    expect(page.ports).toHaveLength(2);
    expect(closed.ports).toHaveLength(1);
  });

  it('waits longer with every failure in a row, up to a limit, and forgets them after a good run', () => {
    expect([0, 1, 2, 20].map(pauseAfter)).toEqual([250, 500, 1000, 10_000]);
    start();
    last().emit('exit', 1);
    vi.advanceTimersByTime(250);
    last().emit('exit', 1);
    vi.advanceTimersByTime(499);
    expect(forks.processes).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(forks.processes).toHaveLength(3);
    vi.advanceTimersByTime(61_000);
    last().emit('exit', 1);
    vi.advanceTimersByTime(250);
    expect(forks.processes).toHaveLength(4);
  });

  it('passes on that the data can not be used', () => {
    const fault = { type: 'fault', code: 'damaged', path: '/data/cartera.db' };
    start();
    last().emit('message', fault);
    expect(onReport).toHaveBeenCalledExactlyOnceWith(fault);
  });

  it('lets the core end when told to stop, and starts no other', async () => {
    const core = start();
    last().emit('spawn');
    const stopped = core.stop();
    expect(last().messages.at(-1)?.message).toEqual({ type: 'stop' });
    last().emit('exit', 0);
    await stopped;
    vi.advanceTimersByTime(60_000);
    expect(forks.processes).toHaveLength(1);
    expect(last().kill).not.toHaveBeenCalled();
  });

  it('ends a core that does not stop by itself', () => {
    void start().stop();
    vi.advanceTimersByTime(5000);
    expect(last().kill).toHaveBeenCalledOnce();
  });

  it('starts no core while stopping during the pause before a restart', async () => {
    const core = start();
    last().emit('exit', 1);
    await core.stop();
    vi.advanceTimersByTime(60_000);
    expect(forks.processes).toHaveLength(1);
  });
});
