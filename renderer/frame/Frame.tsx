import { Suspense } from 'react';
import { Routes } from '#renderer/app/routes.tsx';

/** The program's window: menu, search and the page. */
export function Frame() {
  return (
    <main>
      <Suspense>
        <Routes />
      </Suspense>
    </main>
  );
}
