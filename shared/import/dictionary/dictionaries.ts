import type { Dictionary } from './dictionary.ts';
import { english } from './english.ts';
import { greek } from './greek.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

/** Every language is tried on every header: lists mix them ("Nombre, E-mail, Web"). */
export const dictionaries: readonly Dictionary[] = [spanish, portuguese, greek, russian, english];
