import type { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showNotice } from './show-notice.ts';

const fake = vi.hoisted(() => ({
  isSupported: vi.fn<() => boolean>(),
  made: [] as { options: unknown; notice: EventEmitter }[],
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  return {
    Notification: class extends Emitter {
      static isSupported = fake.isSupported;
      readonly show = vi.fn();
      constructor(options: unknown) {
        super();
        fake.made.push({ options, notice: this });
      }
    },
  };
});

const notice = { type: 'notice', id: '1', head: 'Reminder', text: '10:15: Call Ana' } as const;

describe("a notice of the computer's own", () => {
  beforeEach(() => {
    fake.made.length = 0;
    fake.isSupported.mockReturnValue(true);
  });

  it('says what the core says, without a sound, and opens the window at a click', () => {
    const open = vi.fn();
    showNotice(notice, '/icon.png', open);
    expect(fake.made[0]?.options).toEqual({ title: 'Reminder', body: '10:15: Call Ana', icon: '/icon.png', silent: true });
    fake.made[0]?.notice.emit('click');
    expect(open).toHaveBeenCalledOnce();
  });

  it('is left out where the computer has none', () => {
    fake.isSupported.mockReturnValue(false);
    showNotice(notice, '/icon.png', vi.fn());
    expect(fake.made).toEqual([]);
  });
});
