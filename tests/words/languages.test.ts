import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { CheckReport } from '../../src/report/json-format.ts';
import { put, shouze, temporary } from '../cli/harness.ts';
import { french } from './french.ts';
import { edited, type Files, onDisk, read } from './harness.ts';

const rule = 'stages/remise/controle/CAU-001-caution.yaml';
const source = 'sources/R-1.md';

/** The rulebook with an English title beside every French one, and that language alone. */
const english: Files = Object.fromEntries(
  Object.entries(french).map(([path, text]) => [
    path,
    text
      .replaceAll(/\bfr: /gu, 'en: ')
      .replaceAll(/, de: (?:'[^']*'|[^,{}]*?)(?= \})/gu, '')
      .replace('languages: [fr, de]', 'languages: [en]'),
  ]),
);

describe('a rulebook in any languages', () => {
  test.each([
    ['French and German', french],
    ['English alone', english],
    [
      'German, written in French',
      edited(french, 'rulebook.yaml', '[fr, de]', '[de, fr]\nwriter: fr'),
    ],
  ])('%s lints', (_, files) => {
    expect(read(files).problems).toEqual([]);
  });

  test.each([
    [
      'a language that a text lacks',
      edited(french, rule, ', de: Genug hinterlegt', ''),
      ['rulebook/language at «»'],
    ],
    [
      'a language that the rulebook does not list',
      edited(french, rule, 'de: Genug', 'dee: Genug'),
      ['rulebook/language at «»', 'rulebook/unknown-word at «dee»'],
    ],
    [
      'what is no code of a language',
      edited(french, rule, 'de: Genug', 'Deutsch: Genug'),
      ['rulebook/unknown-key at «Deutsch»'],
    ],
    [
      'a writer in another language',
      edited(french, 'rulebook.yaml', 'languages: [fr, de]', 'languages: [fr, de]\nwriter: it'),
      ['rulebook/unknown-word at «it»'],
    ],
    [
      'a clause that lacks the writer’s text',
      edited(french, source, 'La caution couvre un dixième de la valeur.', ''),
      ['rulebook/language at «»'],
    ],
  ])('%s is told at its place', (_, files, problems) => {
    expect(read(files).problems).toEqual(problems);
  });

  test('a field of a case may be called like a language', () => {
    const cases = 'stages/remise/controle/CAU-001-caution.cases.yaml';
    const schema = french['location.schema.json'] ?? '';
    const files = {
      ...edited(french, cases, 'with: { caution: 99 }', 'with: { caution: 99, en: 7, it: "x" }'),
      'location.schema.json': schema.replace(
        '"jour":',
        '"en":{"type":"number"},"it":{"type":"string"},"jour":',
      ),
    };
    expect(read(files).problems).toEqual([]);
  });
});

describe('clauses', () => {
  test('are in the writer’s language alone where their source is', () => {
    const [clause] = read(french).program?.rulebook.sources[0]?.clauses.values() ?? [];
    expect(clause).toMatchObject({
      title: { fr: 'Caution' },
      text: { fr: 'La caution couvre un dixième de la valeur.' },
      status: { kind: 'manual', says: { fr: 'l’agent la compte' } },
    });
  });

  const bilingual = edited(
    edited(
      edited(french, source, '{ fr: Règlement du parc }', '{ fr: Règlement du parc, de: Ordnung }'),
      source,
      '## 1 Caution',
      '## 1 Caution | Hinterlegung',
    ),
    source,
    'Status: manual, l’agent la compte',
    'Status: manual, l’agent la compte | Status: manual, er zählt sie',
  );

  test('are whole in every language that their source’s title is in', () => {
    expect(read(bilingual).problems).toEqual(['rulebook/language at «»']);
    const whole = edited(bilingual, source, 'la valeur.', 'la valeur.\n\n> Sie deckt ein Zehntel.');
    expect(read(whole).problems).toEqual([]);
    const [clause] = read(whole).program?.rulebook.sources[0]?.clauses.values() ?? [];
    expect(clause?.text).toEqual({
      fr: 'La caution couvre un dixième de la valeur.',
      de: 'Sie deckt ein Zehntel.',
    });
  });

  test('mark quotes of a third language', () => {
    const three = edited(
      edited(bilingual, source, 'de: Ordnung', 'de: Ordnung, it: Regolamento'),
      source,
      'la valeur.',
      'la valeur.\n\n> Sie deckt ein Zehntel.\n\n> [it] Copre un decimo.',
    );
    const [clause] =
      read(
        edited(three, source, ' | Status: manual, er', ' | Status: manual, x | Status: manual, er'),
      ).program?.rulebook.sources[0]?.clauses.values() ?? [];
    expect(clause?.text).toEqual({
      fr: 'La caution couvre un dixième de la valeur.',
      de: 'Sie deckt ein Zehntel.',
      it: 'Copre un decimo.',
    });
  });
});

describe('reports', () => {
  async function checked(files: Files, ...args: readonly string[]) {
    const folder = onDisk(files);
    put(folder, 'peu.yaml', 'numéro: L-2\ncaution: 99\nvaleur: 1000\njour: 2026-05-01\n');
    return shouze('check', join(folder, 'peu.yaml'), '--rulebook', folder, ...args);
  }

  test('as data carry the languages of the rulebook and no other', async () => {
    const { out } = await checked(french, '--format', 'json');
    const { dossiers, rules } = JSON.parse(out) as CheckReport;
    const [outcome] = dossiers[0]?.outcomes ?? [];
    expect(outcome).toMatchObject({ message: { fr: 'Caution 99', de: 'Hinterlegt 99' } });
    expect(rules[outcome?.rule ?? '']).toMatchObject({
      title: { fr: 'Caution suffisante', de: 'Genug hinterlegt' },
      remedy: { when: 'avant-remise', fr: 'Compléter la caution.', de: 'Mehr hinterlegen.' },
    });
    expect(Object.keys(outcome?.because[0]?.text ?? {})).toEqual(['fr', 'de']);
    expect((await checked(english, '--format', 'json')).out).not.toMatch(/"zh"|\p{Script=Han}/u);
  });

  test('are in the writer’s language unless another is asked for, the engine’s words in English', async () => {
    const { out, code } = await checked(french);
    expect(code).toBe(1);
    expect(out).toContain('Caution suffisante');
    expect(out).toContain('avant la remise: Compléter la caution.');
    expect(out).toContain('1 dossier: 0 pass, 1 fail');
    expect((await checked(french, '--lang', 'de')).out).toContain(
      'vor der Übergabe: Mehr hinterlegen.',
    );
  });

  test('in HTML say their language', async () => {
    expect((await checked(french, '--format', 'html')).out).toContain('<html lang="fr">');
  });

  test.each([
    ['it', /--lang it.*fr \| de/u],
    ['français', /--lang français/u],
  ])('not in %s', async (language, says) => {
    const { code, err } = await checked(french, '--lang', language);
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });
});

test('the manual is in each language, with what the schema says of its fields', async () => {
  const [folder, out] = [onDisk(french), temporary()];
  const where = ['--rulebook', folder, '--out', out];
  const ran = await shouze('manual', ...where, '--as-of', '2026-05-01', '--technical');
  expect(ran).toMatchObject({ code: 0 });
  const page = (path: string) => readFileSync(join(out, path), 'utf8');
  expect(page('fr/remise.md')).toContain('Caution `caution` (Somme remise au départ)');
  expect(page('fr/remise.md')).toContain('sécurité');
  expect(page('de/remise.md')).toContain('vor der Übergabe');
  expect(page('manual.de.html')).toContain('<html lang="de">');
  expect(page('fr/appendix-clauses.md')).toContain('La caution couvre un dixième de la valeur.');
  expect(page('de/appendix-clauses.md')).toContain('La caution couvre un dixième de la valeur.');
});
