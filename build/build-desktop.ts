import { join } from 'node:path';
import { buildDesktop } from '#build/desktop/build-desktop.ts';

await buildDesktop(join(import.meta.dirname, '..'));
