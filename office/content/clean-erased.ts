import type { ContentStore } from '#office/content/content-store.ts';
import type { OfficeStore } from '#office/store/office-store.ts';

interface Cleaned {
  readonly store: OfficeStore;
  readonly content: ContentStore;
}

/**
 * Leaves no byte of what was erased for good: files that no record names any more, and old pages of the database. Does nothing when
 * there is nothing to clean; what a kill cuts off is done the next time.
 */
export async function cleanErased({ store, content }: Cleaned): Promise<void> {
  const due = await store.read((tx) => tx.all<{ hash: string }>('SELECT hash FROM erasing'));
  if (due.length === 0) return;
  for (const { hash } of due) {
    const isNamed = await store.transaction(async (tx) => {
      const [named] = await tx.all('SELECT 1 FROM record_content WHERE hash = ? LIMIT 1', hash);
      if (named === undefined) await tx.run('DELETE FROM content WHERE hash = ?', hash);
      return named !== undefined;
    });
    if (hash !== '' && !isNamed) await content.remove(hash);
  }
  await store.compact();
  for (const { hash } of due) await store.transaction((tx) => tx.run('DELETE FROM erasing WHERE hash = ?', hash));
}
