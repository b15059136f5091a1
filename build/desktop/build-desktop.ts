import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';

/** Only what the page's sandbox needs is bundled: packages stay in node_modules, from where electron-builder packs them. */
const PACKAGES = /^(node:|electron$|[^.#/])/;

/**
 * Writes the desktop shell's JavaScript to dist/electron: main and core as one module per source file, so that workers find
 * their scripts beside them as they do in the sources; the preload as the single CommonJS file that a sandboxed page takes.
 */
export async function buildDesktop(root: string): Promise<void> {
  const output = join(root, 'dist', 'electron');
  rmSync(output, { recursive: true, force: true });
  const workers = globSync('{core,office}/**/*-worker.ts', { cwd: root });
  await build(root, ['electron/main.ts', 'electron/core-process.ts', ...workers], {
    dir: output,
    format: 'esm',
    preserveModules: true,
    preserveModulesRoot: root,
    entryFileNames: '[name].js',
  });
  await build(root, ['electron/preload.ts'], { file: join(output, 'preload.cjs'), format: 'cjs' });
}

type Output = Parameters<Awaited<ReturnType<typeof rolldown>>['write']>[0];

async function build(root: string, input: readonly string[], output: Output): Promise<void> {
  const bundle = await rolldown({
    cwd: root,
    input: input.map((file) => join(root, file)),
    platform: 'node',
    external: (id) => PACKAGES.test(id) && !id.startsWith(root),
    plugins: [workerNames],
    onLog: (level, log, report) => report(log.code === 'UNRESOLVED_IMPORT' ? 'error' : level, log),
  });
  await bundle.write(output);
  await bundle.close();
}

/** A worker is named by the URL of its file: a string to the bundler, which knows that the file becomes JavaScript only if told. */
const workerNames: Plugin = {
  name: 'worker-names',
  transform: (code) =>
    code.replaceAll(/new URL\((['"])(\.\/[\w./-]+-worker)\.ts\1,\s*import\.meta\.url\)/g, "new URL('$2.js', import.meta.url)"),
};
