import { en } from '../feel/sentence/en.ts';
import type { Language, Lexicon } from '../feel/sentence/lexicon.ts';
import { zh } from '../feel/sentence/zh.ts';

export const lexicons: Readonly<Record<Language, Lexicon>> = { zh, en };
