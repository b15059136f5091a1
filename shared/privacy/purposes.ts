import { z } from 'zod';

/** What a client may allow or forbid. Those the program brings are named by it; `name` is for the shop's own words, empty otherwise. */
export const purposeSchema = z.object({ id: z.string().min(1).max(64), name: z.string().trim().max(120) });
export type Purpose = z.infer<typeof purposeSchema>;

export const readyPurposes = ['mail', 'phone', 'data'] as const;
export const initialPurposes: readonly Purpose[] = readyPurposes.map((id) => ({ id, name: '' }));
