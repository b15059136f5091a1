import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page is served under a policy that allows no inline script, and data: for images only: hence no polyfill, and no inlining. */
export default defineConfig({
  root: 'renderer',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
});
