import { defineConfig } from 'vitest/config';

/** Test files run in child processes: the SQLite driver is native code, and a worker thread that is killed in it takes all others along. */
export default defineConfig({
  test: {
    include: ['{shared,wire,core,office,electron,renderer,build,migrations,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**', 'test/e2e/**'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    teardownTimeout: 5_000,
    restoreMocks: true,
  },
});
