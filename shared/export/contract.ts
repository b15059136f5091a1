import { z } from 'zod';
import { declare } from '#shared/procedure.ts';

export const exportContract = {
  /** Everything, in open formats, as one zip that can be imported again to the last row. */
  archive: declare('party.export')
    .route({ method: 'GET', path: '/export', tags: ['Export'], summary: 'Everything in one zip' })
    .output(z.file()),
};
