import type { ReactNode } from 'react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { usePlaced } from '#renderer/app/use-placed.ts';

/** What stands in the window; out of sight it isn't in the document at all, and comes back as it was. */
export function Stage({ children }: { readonly children: ReactNode }) {
  const [page] = useState(() => document.createElement('div'));
  const place = usePlaced(page);
  return (
    <>
      {/* Before what stands on it, which may want the focus at once. */}
      <div ref={place} style={{ height: '100%' }} />
      {createPortal(children, page)}
    </>
  );
}
