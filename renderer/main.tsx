import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '#renderer/app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#renderer/app/App.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the interface');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
